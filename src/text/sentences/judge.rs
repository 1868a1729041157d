//! Whether a mark ends the sentence, from the word before it and the word
//! after.

use super::languages::{
    goes_on_in_japanese, is_and_so_on, is_east_asian, is_half_of_a_plural, is_measure, is_ordinal,
    without_elision,
};
use super::unmarked::is_address;
use super::words::{
    Abbreviation, abbreviation, ends_a_list, is_label, is_of_a_state, is_small_starter, is_starter,
};

/// A mark that may end a sentence, with what stands around it.
pub(super) struct Stop<'t> {
    /// The mark: `.`, `?!`, `...`.
    pub(super) run: &'t str,
    /// The sentence so far, up to the mark.
    pub(super) before: &'t str,
    /// What closes behind the mark.
    pub(super) closers: &'t str,
    /// What follows, from its first character.
    pub(super) after: &'t str,
    /// Whether the text begins without a capital, so that its sentences may.
    pub(super) casual: bool,
}

/// A small word of this many letters before a full stop is whole, and no
/// abbreviation.
const LEAST_WHOLE_WORD: usize = 4;

/// A time at the beginning of a sentence has at most this many words.
const LONGEST_TIME: usize = 4;

/// A stretch without white space that is longer than as many bytes is no word.
const LONGEST_WORD: usize = 120;

/// A look at what follows goes as many bytes far.
const LONGEST_LOOK: usize = 400;

const OPENERS: &[char] = &[
    '"', '\'', '“', '‘', '„', '‚', '«', '‹', '(', '[', '{', '¿', '¡', '*', '_',
];

/// Whether a mark with white space behind it ends the sentence.
pub(super) fn ends(stop: &Stop<'_>) -> bool {
    let next = stop.next_word();
    let small = next.starts_with(char::is_lowercase);
    if stop.is_ellipsis() {
        let pause = is_i(next) && stop.run != "..";
        return is_address(next)
            || !small && !next.is_empty() && !pause && !stop.goes_on_in_marks();
    }
    if small {
        return stop.ends_before_small(next);
    }
    if stop.goes_on_in_marks() {
        return false;
    }
    stop.run != "." || stop.full_stop_ends(next)
}

fn is_i(word: &str) -> bool {
    word == "I" || word.starts_with("I'") || word.starts_with("I’")
}

impl<'t> Stop<'t> {
    fn is_ellipsis(&self) -> bool {
        !self.run.ends_with(['?', '!'])
            && (self.run.contains('…') || self.run.matches('.').count() > 1)
    }

    /// The first word behind the mark, without what opens before it.
    fn next_word(&self) -> &'t str {
        let words = self.after.trim_start_matches(OPENERS);
        let word = words.split(char::is_whitespace).next().unwrap_or_default();
        word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.')
    }

    /// The word before the mark, without what opens before it.
    fn last_word(&self) -> &'t str {
        let word = self.last_stretch().trim_start_matches(OPENERS);
        // “and/or Mr”, “Vega–Dr”: what counts is behind the last joint.
        let word = word.rsplit(['/', '—', '–', '-']).next().unwrap_or(word);
        without_elision(word)
    }

    /// What stands between the last white space and the mark; nothing where
    /// that is longer than words are. A text without spaces may be of any
    /// length, and have a mark at every second character.
    fn last_stretch(&self) -> &'t str {
        let least = self.before.len().saturating_sub(LONGEST_WORD);
        let near = &self.before[self.before.ceil_char_boundary(least)..];
        match near.rfind(char::is_whitespace) {
            Some(at) => near[at..].trim_start(),
            None if near.len() == self.before.len() => near,
            None => "",
        }
    }

    /// The beginning of what follows, no longer than a look ahead may be.
    fn near(&self) -> &'t str {
        &self.after[..self.after.floor_char_boundary(LONGEST_LOOK)]
    }

    /// The word before the last.
    fn word_before(&self) -> &'t str {
        self.before
            .split_whitespace()
            .rev()
            .nth(1)
            .unwrap_or_default()
    }

    /// “Figure 4. The old bridge”: the number belongs to what it stands before.
    fn is_caption_number(&self) -> bool {
        let mut words = self.before.split_whitespace();
        let labelled = words.next().is_some_and(is_label);
        labelled && words.nth(1).is_none()
    }

    /// Whether what follows is no word but a mark that goes on: a comma, a
    /// dash with space behind it, the source of a quotation in brackets.
    fn goes_on_in_marks(&self) -> bool {
        let quoted = self.closers.contains(['"', '”', '»']);
        if quoted && self.after.starts_with('(') {
            let behind = self.near().split_once(')').map(|(_, behind)| behind);
            return behind.is_some_and(|behind| behind.starts_with('.'));
        }
        let mut marks = self.after.chars();
        match marks.next() {
            // Spanish and Russian begin speech with a dash.
            Some('–' | '—') => !marks
                .next()
                .is_some_and(|c| c.is_uppercase() || c == '¿' || c == '¡'),
            Some(',' | ';' | ':' | '&' | '/' | '=' | '+' | '…') => true,
            Some('-') => self.after.starts_with("--") || !self.closers.is_empty(),
            _ => false,
        }
    }

    /// Whether a sentence begins without a capital: “iPhone” and an address do,
    /// “they” does, and what follows a question, a whole word or anything in
    /// casual writing; “said” behind a quotation does not.
    fn ends_before_small(&self, next: &str) -> bool {
        let named = next.chars().skip(1).any(char::is_uppercase) && self.run != ".";
        let word = self.last_word();
        let letters = word.chars().filter(|c| c.is_lowercase()).count();
        let lower = letters > 0 && letters == word.chars().count();
        // “zzgl” and “bspw” are long and cut short none the less.
        let sounds = word.contains(|c: char| !c.is_ascii() || "aeiouy".contains(c));
        let whole = lower && sounds && letters >= LEAST_WHOLE_WORD;
        // French sets a space before the mark, inside its quotations too.
        let asked = self.run.contains('?') && !word.is_empty();
        let cried = self.run != "." && lower;
        let told = self.casual || whole || asked || cried || is_small_starter(next);
        let after_word = told && !self.is_abbreviation();
        self.closers.is_empty() && (after_word || is_address(next)) || named
    }

    fn is_abbreviation(&self) -> bool {
        let word = self.last_word();
        self.run == "." && (is_dotted(word) || is_initial(word) || abbreviation(word).is_some())
    }

    /// Whether a single full stop ends the sentence, with no small letter
    /// behind it.
    fn full_stop_ends(&self, next: &str) -> bool {
        let word = self.last_word();
        let plain = next.trim_end_matches('.');
        if word.is_empty() {
            return true;
        }
        if self.is_list_number(word) {
            return false;
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            return !is_ordinal(self.word_before(), word, plain) && !self.is_caption_number();
        }
        if is_half_of_a_plural(word, next) {
            return false;
        }
        if is_initial(word) {
            return self.initial_ends(word, plain);
        }
        match abbreviation(word) {
            Some(Abbreviation::GoesOn) => !self.closers.is_empty(),
            Some(Abbreviation::BeforeNumber) => !next.starts_with(|c: char| c.is_ascii_digit()),
            Some(Abbreviation::CanEnd) => {
                ends_a_list(word) && next.starts_with(char::is_uppercase) || self.next_begins(plain)
            }
            None if is_dotted(word) => {
                self.next_begins(plain)
                    || self.time_ends(word, plain)
                    || self.place_ends(word, plain)
            }
            None => true,
        }
    }

    /// Whether the next word is more likely to begin a sentence than to go on
    /// with a name.
    fn next_begins(&self, next: &str) -> bool {
        let quoted = self.after.starts_with(['"', '“', '‘', '„', '«', '¿', '¡']);
        let closed = self.closers.contains(['"', '”', '»']);
        quoted || closed || is_starter(next)
    }

    /// `1.` or `a.` at the beginning of a sentence numbers it.
    fn is_list_number(&self, word: &str) -> bool {
        let alone = self.before.trim_start().len() == word.len();
        let number = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        alone && self.closers.is_empty() && (number || letter)
    }

    /// A single letter is mostly part of a name: “Albert I. Jones”, but “you
    /// and I. Did …”, “vitamin C. The …”.
    fn initial_ends(&self, letter: &str, next: &str) -> bool {
        let previous = self.word_before();
        let after_small = previous.starts_with(char::is_lowercase);
        let shortened = is_measure(previous, letter) || is_and_so_on(previous, letter);
        if shortened || !self.closers.is_empty() {
            return true;
        }
        if letter == "I" {
            return after_small;
        }
        is_starter(next)
            && (after_small || next.len() > 1 && previous.ends_with(|c: char| c.is_alphanumeric()))
    }

    /// “He left at 6 p.m. Mr. Smith …”, but “At 5 a.m. Mr. Smith …”.
    fn time_ends(&self, word: &str, next: &str) -> bool {
        let of_day = matches!(word, "a.m" | "p.m" | "A.M" | "P.M");
        let told = self.before.split_whitespace().nth(LONGEST_TIME).is_some();
        of_day && told && abbreviation(next) == Some(Abbreviation::GoesOn)
    }

    /// “… moved to the U.S. Vega wanted …”: a place, then a name that does
    /// something.
    fn place_ends(&self, word: &str, next: &str) -> bool {
        let mut before = self.before.split_whitespace().rev().skip(1);
        let of_place = word.starts_with(char::is_uppercase)
            && before.next() == Some("the")
            && before.next().is_some_and(|word| {
                ["to", "in", "from", "of", "with", "into", "by", "against"].contains(&word)
            });
        let follower = self.after.split_whitespace().nth(1).unwrap_or_default();
        of_place && !is_of_a_state(next) && is_past_or_auxiliary(follower)
    }

    /// Whether a mark of Latin script stands in a script without spaces.
    pub(super) fn needs_no_space(&self) -> bool {
        !self.is_ellipsis()
            && self.before.ends_with(is_east_asian)
            && self
                .after
                .starts_with(|c| is_east_asian(c) || matches!(c, '（' | '「' | '『' | '《'))
            && !goes_on_in_japanese(self.closers, self.after)
    }

    /// “world.Today is”: a sentence ends where the space was forgotten.
    pub(super) fn lacks_its_space(&self) -> bool {
        let word = self.last_stretch();
        let word = word.strip_suffix(')').unwrap_or(word);
        let plain = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | ',');
        let figure = |c: char| c.is_ascii_digit() || c == ',';
        let sound = word.chars().count() > 1
            && (word.chars().all(plain) && word.ends_with(char::is_lowercase)
                || word.chars().all(figure));
        let mut next = self.after.chars();
        let capital = next.next().is_some_and(char::is_uppercase);
        let second = next.next();
        let begins = capital && second.is_none_or(|c| c.is_lowercase() || c.is_whitespace());
        // `Newsfeed.Com` and `Node.Js` are names.
        let following = self
            .near()
            .split(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let short =
            following.len() <= 3 && self.run == "." && second.is_some_and(char::is_lowercase);
        let title = abbreviation(following.trim_end_matches('.')) == Some(Abbreviation::GoesOn);
        let name = short && !title && !is_starter(following);
        // Letters that stand for a name end a sentence before a plain word.
        let letters = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let plain_word = following.len() > 1 && is_starter(following);
        (sound || letters && plain_word)
            && begins
            && !name
            && !following.contains(['@', '/', '(', '_'])
            && abbreviation(word) != Some(Abbreviation::GoesOn)
    }
}

/// One letter: of a name, or of an abbreviation such as “z. B.”.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Letters with full stops between them: `U.S`, `a.m`, `Ph.D`.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
        })
}

fn is_past_or_auxiliary(word: &str) -> bool {
    let auxiliary = [
        "is", "was", "has", "had", "will", "said", "took", "saw", "won", "made",
    ]
    .contains(&word);
    auxiliary || (word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase))
}
