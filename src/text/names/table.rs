//! The lists as one table, so that a word is looked up once, in time that
//! doesn't grow with the lists.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lists::{common, organisations, people, phrases, places};
use crate::model::facet::NameKind;
use crate::text::reading::Reading;

/// One list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Given,
    Wordlike,
    Family,
    FamilyToo,
    Title,
    TitlePart,
    Portfolio,
    Particle,
    Belonging,
    OwnedByPeople,
    PersonalVerb,
    Between,
    Place,
    PlaceEnd,
    PlaceBegin,
    PlaceBefore,
    OfPlace,
    BelongingTo,
    OrganisationEnd,
    OfBegin,
    ForBegin,
    OnBegin,
    OtherEnd,
    Numbered,
    Organisation,
    Other,
    NoAcronym,
    Calendar,
    Starter,
    Word,
}

const LISTS: [(List, &str); 30] = [
    (List::Given, people::GIVEN),
    (List::Wordlike, people::WORDLIKE),
    (List::Family, people::FAMILY),
    (List::FamilyToo, people::FAMILY_TOO),
    (List::Title, people::TITLES),
    (List::TitlePart, people::TITLE_PARTS),
    (List::Portfolio, people::PORTFOLIOS),
    (List::Particle, people::PARTICLES),
    (List::Belonging, people::BELONGING),
    (List::OwnedByPeople, people::OWNED_BY_PEOPLE),
    (List::PersonalVerb, people::PERSONAL_VERBS),
    (List::Between, people::BETWEEN),
    (List::Place, places::PLACES),
    (List::PlaceEnd, places::PLACE_ENDS),
    (List::PlaceBegin, places::PLACE_BEGINS),
    (List::PlaceBefore, places::PLACE_BEFORE),
    (List::OfPlace, places::OF_PLACE),
    (List::BelongingTo, places::BELONGING_TO),
    (List::OrganisationEnd, organisations::ORGANISATION_ENDS),
    (List::OfBegin, organisations::OF_BEGINS),
    (List::ForBegin, organisations::FOR_BEGINS),
    (List::OnBegin, organisations::ON_BEGINS),
    (List::OtherEnd, organisations::OTHER_ENDS),
    (List::Numbered, organisations::NUMBERED),
    (List::Organisation, organisations::ORGANISATIONS),
    (List::Other, organisations::OTHERS),
    (List::NoAcronym, organisations::NO_ACRONYMS),
    (List::Calendar, common::CALENDAR),
    (List::Starter, common::STARTERS),
    (List::Word, common::WORDS),
];

/// The bit of words that begin a known phrase.
const BEGINS_PHRASE: u32 = 1 << 31;

/// The lists that hold a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lists(u32);

impl Lists {
    /// Whether one list holds the word.
    pub(super) fn in_list(self, list: List) -> bool {
        self.0 & (1 << list as u32) != 0
    }

    /// Whether any of these lists holds the word.
    pub(super) fn in_any(self, lists: &[List]) -> bool {
        lists.iter().any(|list| self.in_list(*list))
    }

    /// Whether it is a plain word that a capital makes no name.
    pub(super) fn is_plain(self) -> bool {
        self.in_any(&[List::Starter, List::Word])
    }

    /// The same, and one list more.
    pub(super) fn with(self, list: List) -> Self {
        Self(self.0 | 1 << list as u32)
    }

    fn begins_phrase(self) -> bool {
        self.0 & BEGINS_PHRASE != 0
    }
}

/// A name of one or more words that is known as it stands, as tokens.
struct Phrase {
    tokens: Vec<&'static str>,
    kind: NameKind,
}

static WORDS: LazyLock<HashMap<&'static str, Lists>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Lists> = HashMap::new();
    for (list, words) in LISTS {
        for word in words.split_whitespace() {
            table.entry(word).or_default().0 |= 1 << list as u32;
        }
    }
    for first in PHRASES.keys() {
        table.entry(first).or_default().0 |= BEGINS_PHRASE;
    }
    table
});

/// The known phrases by their first token, the longest first.
static PHRASES: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    for (kind, list) in [
        (NameKind::Place, phrases::PLACES),
        (NameKind::Organisation, phrases::ORGANISATIONS),
        (NameKind::Person, phrases::PEOPLE),
        (NameKind::Other, phrases::OTHERS),
    ] {
        for words in list.split(';').map(str::trim) {
            let reading = Reading::new(words);
            let tokens: Vec<&'static str> = (0..reading.tokens.len())
                .map(|index| reading.word(index))
                .collect();
            if let Some(first) = tokens.first() {
                table
                    .entry(first)
                    .or_default()
                    .push(Phrase { tokens, kind });
            }
        }
    }
    for known in table.values_mut() {
        known.sort_by_key(|phrase| std::cmp::Reverse(phrase.tokens.len()));
    }
    table
});

/// The lists that hold a lower-case word.
pub(super) fn lists_with(word: &str) -> Lists {
    if let Some(lists) = WORDS.get(word) {
        return *lists;
    }
    // "Salvadorans" as "Salvadoran".
    let one = word.strip_suffix('s').and_then(|one| WORDS.get(one));
    one.filter(|lists| lists.in_list(List::BelongingTo))
        .map(|_| Lists::default().with(List::BelongingTo))
        .unwrap_or_default()
}

/// The longest known phrase at a token: the token behind it, and its kind.
/// Its first and its last word must be capitalised.
pub(super) fn phrase_at(
    reading: &Reading<'_>,
    index: usize,
    lists: Lists,
) -> Option<(usize, NameKind)> {
    if !lists.begins_phrase() {
        return None;
    }
    let known = PHRASES.get(reading.lower(index))?;
    known
        .iter()
        .find(|phrase| {
            let end = index + phrase.tokens.len();
            (index..end).zip(&phrase.tokens).all(|(token, word)| {
                let same = reading.lower(token) == *word;
                same || (*word == "’" && reading.lower(token) == "'")
            }) && !reading.word(end - 1).starts_with(char::is_lowercase)
                // "Moody’s" ends in a letter that is small.
                || phrase.tokens.ends_with(&["’", "s"]) && reading.has(index, &phrase.tokens)
        })
        .map(|phrase| (index + phrase.tokens.len(), phrase.kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_lower_case_and_fit_their_bits() {
        for (place, (list, words)) in LISTS.iter().enumerate() {
            assert_eq!(place, *list as usize, "{list:?}");
            assert_eq!(*words, words.to_lowercase(), "{list:?}");
        }
        assert!(LISTS.len() < 31);
    }

    #[test]
    fn a_phrase_is_found_by_its_words() {
        let reading = Reading::new("Bosnia and Herzegovina");
        let found = phrase_at(&reading, 0, lists_with("bosnia"));
        assert_eq!(found, Some((3, NameKind::Place)));
        let small = Reading::new("Bosnia and herzegovina");
        assert_eq!(phrase_at(&small, 0, lists_with("bosnia")), None);
    }
}
