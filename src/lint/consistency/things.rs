//! What a sentence speaks of: a noun with what tells it from others, and whether
//! two sentences speak of the same.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use crate::lint::article::{Article, Line};
use crate::model::facet::NameKind;
use crate::text::reading::Shape;

/// A noun phrase: “the old bridge over the Lind”, “Ana Vega”.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Thing {
    /// Its noun, or the last word of a name, in lower case.
    pub(super) head: String,
    /// The other words that tell it from others, in lower case and in order.
    pub(super) others: BTreeSet<String>,
    /// Its first token.
    pub(super) start: usize,
    /// Whether it is called by a name alone: no article before it.
    pub(super) is_name: bool,
}

/// Words that link a noun to what tells it from others.
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "of", "over", "in", "at", "on", "for", "near", "across", "between", "under",
];

/// Words that say that there are others of a kind.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "old", "new", "first", "second", "third", "fourth", "other", "another", "next", "previous", "former", "each",
    "every", "different", "separate", "rival", "older", "newer", "later", "original", "earlier", "last", "latest",
    "both", "two", "three", "four", "several", "many", "some", "one", "similar", "few", "no", "any", "more", "such",
    "final", "initial", "replacement", "temporary", "current", "today", "same", "own", "second-hand", "north",
    "south", "east", "west", "upper", "lower",
];

/// Nouns that stand for whatever was named last: two of them may be two things.
#[rustfmt::skip]
const STANDING_IN: &[&str] = &[
    "company", "firm", "group", "country", "nation", "team", "club", "government", "party", "agency", "film",
    "site", "game", "side", "women", "men", "man", "woman", "organisation", "organization", "state", "band", "book",
    "place", "thing", "report", "study", "singer", "actor", "author", "player", "writer", "director",
    "manufacturer", "publisher", "retailer", "giant", "machine",
];

/// The same, of places.
const LOCAL: &[&str] = &[
    "city", "town", "county", "village", "region", "district", "island", "capital",
];

/// Words that can stand before a noun phrase and are no part of it. After the first,
/// the phrase is a part of a longer one: “the tower and the bridge”.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "and", "but", "that", "when", "where", "as", "after", "while", "because", "which", "who", "said", "says",
    "since", "if", "so", "although", "though", "before",
];

/// The thing that ends right before a token.
pub(super) fn thing_before(line: &Line<'_>, end: usize) -> Option<Thing> {
    let (mut head, mut start) = simple_before(line, end)?;
    // “the bridge over the Lind”: the noun is before the link.
    for _ in 0..2 {
        let Some(before) = start
            .checked_sub(1)
            .filter(|at| LINKS.contains(&line.reading.lower(*at)))
        else {
            break;
        };
        let Some((mut first, first_start)) = noun_before(line, before) else {
            // “held at the Lind Hall, which”: no noun there that it could tell of.
            return Some(Thing { start, ..head });
        };
        first.others.insert(head.head);
        first.others.extend(head.others);
        (head, start) = (first, first_start);
    }
    let before = start.checked_sub(1).map_or("", |at| line.reading.lower(at));
    let is_free = start == 0
        || matches!(before, "," | ";" | ":" | "–" | "—" | "“" | "\"" | ")")
        || BEFORE[1..].contains(&before)
        // “the painter Ana Vega”
        || head.is_name && before != "and" && before.starts_with(char::is_lowercase);
    is_free.then_some(Thing { start, ..head })
}

/// Verbs in the past that have no ending of their own.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "met", "held", "kept", "stood", "lay", "sat", "seen", "is", "was", "were", "are", "shown",
];

/// The same as [`simple_before`], but not “the two met” at the hall.
fn noun_before(line: &Line<'_>, end: usize) -> Option<(Thing, usize)> {
    let (thing, start) = simple_before(line, end)?;
    let is_verb =
        thing.head.len() > 4 && thing.head.ends_with("ed") || VERBS.contains(&thing.head.as_str());
    (!is_verb).then_some((thing, start))
}

/// The thing whose “’s” begins at a token: “the city” of “the city’s beds”.
pub(super) fn owner_before(line: &Line<'_>, end: usize) -> Option<Thing> {
    simple_before(line, end).map(|(thing, _)| thing)
}

/// A determiner or a name, and words up to a token, without a link.
fn simple_before(line: &Line<'_>, end: usize) -> Option<(Thing, usize)> {
    let reading = &line.reading;
    let last = end
        .checked_sub(1)
        .filter(|at| reading.is(*at, Shape::Word))?;
    let mut words: Vec<String> = Vec::new();
    let mut at = end;
    let is_name = loop {
        let Some(before) = at.checked_sub(1).filter(|before| end - before <= 6) else {
            break true;
        };
        let word = reading.lower(before);
        if word == "the" {
            at = before;
            break false;
        }
        if matches!(word, "-" | "’" | "'" | "s") && before > 0 {
            at = before;
            continue;
        }
        if !reading.is(before, Shape::Word) || LINKS.contains(&word) || BEFORE.contains(&word) {
            break true;
        }
        // “the painter Ana Vega”: the name begins where the capitals do.
        let is_capital = reading.is_capital(before);
        if !is_capital && !words.is_empty() && (before + 1..end).all(|at| reading.is_capital(at)) {
            break true;
        }
        words.push(word.to_owned());
        at = before;
    };
    let start = at;
    // Without an article, all of it must be a name.
    let named = (start..end).all(|at| reading.is_capital(at) || !reading.is(at, Shape::Word));
    if is_name && !named
        || words.is_empty()
        || is_pronoun(reading.lower(last))
        || is_pronoun(reading.lower(start))
    {
        return None;
    }
    let head = words.remove(0);
    Some((
        Thing {
            head,
            others: words.into_iter().collect(),
            start,
            is_name,
        },
        start,
    ))
}

/// The thing that begins at a token: “the bridge” of “opened the bridge”; and the
/// token behind it.
pub(super) fn thing_at(line: &Line<'_>, start: usize) -> Option<(Thing, usize)> {
    let reading = &line.reading;
    let has_article = reading.lower(start) == "the";
    let first = start + usize::from(has_article);
    let stops = |at: usize| {
        let word = reading.lower(at);
        !reading.is(at, Shape::Word)
            || LINKS.contains(&word)
            || BEFORE.contains(&word)
            || matches!(word, "to" | "by" | "with" | "from" | "is" | "was")
    };
    let end = (first..first + 5).find(|at| stops(*at))?;
    let named = has_article || (first..end).all(|at| reading.is_capital(at));
    let words: Vec<String> = (first..end)
        .map(|at| reading.lower(at).to_owned())
        .collect();
    let (head, others) = words.split_last()?;
    if !named || is_pronoun(head) {
        return None;
    }
    let thing = Thing {
        head: head.clone(),
        others: others.iter().cloned().collect(),
        start,
        is_name: !has_article,
    };
    Some((thing, end))
}

/// Words that stand for something named elsewhere.
#[rustfmt::skip]
const PRONOUNS: &[&str] = &[
    "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "there", "who", "which", "what",
    "one", "both", "all", "some", "many", "most", "each", "others", "first", "latter", "former", "people", "his",
    "her", "its", "their", "our", "my", "here", "nobody", "everyone",
];

fn is_pronoun(word: &str) -> bool {
    PRONOUNS.contains(&word)
}

/// Of which nouns the article may know several things.
pub(super) struct Several {
    words: HashSet<String>,
    /// For each noun, the capitalised words that stand before it.
    named: HashMap<String, BTreeSet<String>>,
    others: HashSet<String>,
    places: BTreeSet<String>,
}

impl Several {
    /// Reads what an article says of its nouns.
    pub(super) fn of(article: &Article<'_>) -> Self {
        let mut several = Self {
            words: HashSet::new(),
            named: HashMap::new(),
            others: HashSet::new(),
            places: BTreeSet::new(),
        };
        for line in article.all() {
            let reading = &line.reading;
            let places = line.facets.names.iter();
            let places = places.filter(|name| name.kind == NameKind::Place);
            let places: BTreeSet<&str> = places.map(|name| article.words(name.span)).collect();
            // After a sentence with two of them, “the city” is neither.
            if places.len() == 1 {
                several.places.extend(places.into_iter().map(str::to_owned));
            }
            for at in 0..reading.tokens.len() {
                if !reading.is(at, Shape::Word) {
                    continue;
                }
                let word = reading.lower(at);
                several.words.insert(word.to_owned());
                let Some(before) = at.checked_sub(1).map(|at| reading.lower(at)) else {
                    continue;
                };
                if OTHERS.contains(&before) {
                    several.others.insert(word.to_owned());
                } else if reading.is_capital(at - 1)
                    && reading.is(at - 1, Shape::Word)
                    && before != "the"
                    && at > 1
                {
                    several
                        .named
                        .entry(word.to_owned())
                        .or_default()
                        .insert(before.to_owned());
                }
            }
        }
        several
    }

    /// Whether two things are the same: called the same, or one by its bare noun
    /// where the article knows one such thing only.
    pub(super) fn same(&self, one: &Thing, other: &Thing) -> bool {
        if one.head != other.head
            || one.is_name != other.is_name
                && one.others != other.others
                && !one.others.is_empty()
                && !other.others.is_empty()
        {
            return false;
        }
        let is_one = !self.knows_many(&one.head) && !self.stands_in(&one.head);
        let nested = one.others.is_subset(&other.others) || other.others.is_subset(&one.others);
        if one.others == other.others {
            // “the bridge”, twice, is one bridge if there are no others.
            return !one.others.is_empty() || is_one;
        }
        nested && is_one
    }

    /// Whether a noun by itself can mean now this and now that.
    fn stands_in(&self, noun: &str) -> bool {
        STANDING_IN.contains(&noun) || LOCAL.contains(&noun) && self.places.len() > 1
    }

    fn knows_many(&self, noun: &str) -> bool {
        let plural = |ending: &str| self.words.contains(&format!("{noun}{ending}"));
        let changed = noun
            .strip_suffix('y')
            .is_some_and(|stem| self.words.contains(&format!("{stem}ies")));
        let names = self.named.get(noun).map_or(0, BTreeSet::len);
        plural("s") || plural("es") || changed || names > 1 || self.others.contains(noun)
    }
}

/// Words of a sentence that make what it says something else than a plain
/// statement of what was: a plan, a condition, a denial, a guess.
#[rustfmt::skip]
const UNCERTAIN: &[&str] = &[
    "would", "will", "could", "should", "might", "may", "can", "planned", "plans", "plan", "scheduled", "expected",
    "due", "if", "unless", "not", "never", "again", "reopened", "originally", "initially", "wrongly", "mistakenly",
    "allegedly", "reportedly", "claimed", "claims", "claim", "estimated", "estimates", "estimate", "believed",
    "thought", "supposed", "rumoured", "rumored", "postponed", "delayed", "projected", "forecast", "target",
    "hopes", "hoped", "wants", "wanted", "proposed", "proposes", "n’t", "t", "once", "tentatively", "or",
    "correction", "corrected", "unofficially", "officially", "formally", "partly", "partially", "part", "fully",
    "different", "disputed", "dispute", "according", "legend", "myth", "suggests", "suggested", "perhaps",
    "probably", "possibly",
];

/// So many words before a statement can make it uncertain.
const WINDOW: usize = 8;

/// Whether words of a sentence state plainly what was: in the writer's own words,
/// and not as a plan, a guess, a question or what somebody says.
pub(super) fn is_plain(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let reading = &line.reading;
    let Some(span) = line.span_of(tokens.clone()) else {
        return false;
    };
    let said = line
        .facets
        .attributions
        .iter()
        .any(|one| one.said.is_none_or(|said| said.overlaps(span)) || one.span.overlaps(span));
    !says_one_of(line, tokens, UNCERTAIN)
        && line.is_prose()
        && !(said || line.is_quoted(span) || reading.text.ends_with('?'))
}

/// Whether words of a sentence, or those shortly before and behind, are in a list.
pub(super) fn says_one_of(line: &Line<'_>, tokens: &Range<usize>, words: &[&str]) -> bool {
    let mut window = tokens.start.saturating_sub(WINDOW)..tokens.end + WINDOW;
    window.any(|at| words.contains(&line.reading.lower(at)) && line.reading.word(at) != "May")
}
