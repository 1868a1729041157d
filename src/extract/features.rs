//! What in a sentence speaks for checking it, or against, that a person can
//! see as well: what it names, how it is built, and which lists of the
//! lexicon its words are on.

use std::sync::LazyLock;

use super::SentenceContext;
use super::lexicon::{Lexicon, Lists, lexicon};
use super::verbs::is_regular_past;
use crate::model::facet::NameKind;
use crate::text::facets::Facets;
use crate::text::reading::Reading;
use crate::text::words::Word;

/// Something that a sentence does, besides having a word of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter, strum::EnumCount)]
pub(super) enum Trait {
    Figure,
    Figures,
    Percentage,
    Money,
    Quantity,
    VagueQuantity,
    Range,
    Ordinal,
    Date,
    ExactDate,
    RelativeDate,
    Name,
    Names,
    Person,
    Organisation,
    Place,
    Quotation,
    Attribution,
    Question,
    Exclamation,
    Dashes,
    TrailsOff,
    BrokenOff,
    Past,
    BeginsWithSpeaker,
    BeginsWithPronoun,
    Quoted,
    VeryShort,
    Short,
    Long,
    Length,
}

impl Trait {
    /// The trait in plain words, as said of a sentence that has it.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::Figure => "a figure",
            Self::Figures => "several figures",
            Self::Percentage => "a percentage",
            Self::Money => "an amount of money",
            Self::Quantity => "a figure with a unit",
            Self::VagueQuantity => "a number left open",
            Self::Range => "a range of numbers",
            Self::Ordinal => "a place in an order",
            Self::Date => "names a date",
            Self::ExactDate => "names a day",
            Self::RelativeDate => "names a time counted from today",
            Self::Name => "names a person, place or organisation",
            Self::Names => "names people, places or organisations",
            Self::Person => "names a person",
            Self::Organisation => "names an organisation",
            Self::Place => "names a place",
            Self::Quotation => "quotes someone’s words",
            Self::Attribution => "attributes a statement",
            Self::Question => "asks a question",
            Self::Exclamation => "exclaims",
            Self::Dashes => "breaks up its own words",
            Self::TrailsOff => "trails off",
            Self::BrokenOff => "breaks off before it ends",
            Self::Past => "tells of something past",
            Self::BeginsWithSpeaker => "begins with the speaker",
            Self::BeginsWithPronoun => "begins with a pronoun",
            Self::Quoted => "is a quotation as a whole",
            Self::VeryShort => "is very short",
            Self::Short => "is short",
            Self::Long => "is long",
            Self::Length => "its length",
        }
    }
}

/// A sentence of fewer words than this rarely states a fact.
const VERY_SHORT: usize = 6;
const SHORT: usize = 10;
const LONG: usize = 25;

/// Figures from this many on are several.
const SEVERAL: usize = 3;

/// What a sentence has, and how much of it.
#[derive(Debug, Default)]
pub(super) struct Traits {
    /// Traits that are not zero.
    pub(super) told: Vec<(Trait, f32)>,
    /// For each word, the lists that hold it.
    pub(super) lists: Vec<Lists>,
    /// The lists that hold any of them.
    pub(super) all_lists: Lists,
}

impl Traits {
    /// Whether a sentence has a trait.
    pub(super) fn has(&self, wanted: Trait) -> bool {
        self.told.iter().any(|(one, _)| *one == wanted)
    }
}

/// What a sentence does.
pub(super) fn traits(
    sentence: &SentenceContext<'_>,
    reading: &Reading<'_>,
    words: &[Word],
    facets: &Facets,
) -> Traits {
    let lists = lists(reading, words);
    let mut all_lists = Lists::default();
    for lists in &lists {
        all_lists.add(*lists);
    }
    let mut traits = Vec::with_capacity(12);
    told(
        sentence,
        reading,
        words,
        facets,
        all_lists,
        &mut |one, value| {
            if value > 0.0 {
                traits.push((one, value));
            }
        },
    );
    Traits {
        told: traits,
        lists,
        all_lists,
    }
}

fn lists(reading: &Reading<'_>, words: &[Word]) -> Vec<Lists> {
    let quoted = reading.quoted();
    let mut lists = lexicon().lists(reading, words);
    for (lists, word) in lists.iter_mut().zip(words) {
        if quoted[word.first] {
            *lists = Lexicon::impersonal(*lists);
        }
    }
    lists
}

fn told(
    sentence: &SentenceContext<'_>,
    reading: &Reading<'_>,
    words: &[Word],
    facets: &Facets,
    lists: Lists,
    tell: &mut impl FnMut(Trait, f32),
) {
    let text = sentence.text;
    let yes = |holds: bool| f32::from(u8::from(holds));
    told_by_facets(facets, tell);
    let end = text.trim_end_matches(['”', '"', '’', ')', ' ']);
    tell(Trait::Question, yes(end.ends_with('?')));
    tell(Trait::Exclamation, yes(end.ends_with('!')));
    tell(Trait::Dashes, yes(text.contains("--")));
    let trails_off = end.ends_with("...") || end.ends_with('…');
    tell(Trait::TrailsOff, yes(trails_off));
    let past = has_past(reading, words);
    let finite = past || lists.meets(*STATE);
    let open = text.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == '-');
    tell(
        Trait::BrokenOff,
        yes(sentence.ends_block && open && !finite),
    );
    tell(Trait::Past, yes(past));
    let first = words.first().map_or("", |word| reading.lower(word.first));
    tell(
        Trait::BeginsWithSpeaker,
        yes(matches!(first, "i" | "we" | "let" | "our" | "my")),
    );
    tell(
        Trait::BeginsWithPronoun,
        yes(matches!(
            first,
            "he" | "she" | "they" | "it" | "this" | "that"
        )),
    );
    let whole = text.starts_with(['“', '"']) && text.ends_with(['”', '"']);
    tell(Trait::Quoted, yes(whole));
    let length = words.len();
    tell(Trait::VeryShort, yes(length < VERY_SHORT));
    tell(Trait::Short, yes(length < SHORT));
    tell(Trait::Long, yes(length > LONG));
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
    tell(Trait::Length, (1.0 + length as f32).ln() / 4.0);
}

fn told_by_facets(facets: &Facets, tell: &mut impl FnMut(Trait, f32)) {
    let yes = |holds: bool| f32::from(u8::from(holds));
    let figures: Vec<_> = facets
        .quantities
        .iter()
        .filter(|quantity| !quantity.ordinal)
        .collect();
    let unit = |unit: &str| figures.iter().any(|one| one.unit.as_deref() == Some(unit));
    let money = ["dollar", "euro", "pound", "US dollar", "yen", "cent"];
    tell(Trait::Figure, yes(!figures.is_empty()));
    tell(Trait::Figures, yes(figures.len() >= SEVERAL));
    tell(
        Trait::Percentage,
        yes(unit("percent") || unit("percentage point")),
    );
    tell(Trait::Money, yes(money.iter().any(|money| unit(money))));
    tell(
        Trait::Quantity,
        yes(figures.iter().any(|one| one.unit.is_some())),
    );
    tell(
        Trait::VagueQuantity,
        yes(figures.iter().any(|one| one.vague)),
    );
    tell(
        Trait::Range,
        yes(figures.iter().any(|one| one.low != one.high)),
    );
    tell(
        Trait::Ordinal,
        yes(facets.quantities.iter().any(|one| one.ordinal)),
    );
    let fixed = |one: &&crate::model::facet::Dated| !one.anchored && one.value.is_some();
    tell(Trait::Date, yes(facets.dates.iter().any(|one| fixed(&one))));
    let day = |value: &str| value.len() == 10 && !value.contains('X');
    tell(
        Trait::ExactDate,
        yes(facets
            .dates
            .iter()
            .filter(fixed)
            .any(|one| one.value.as_ref().is_some_and(|value| day(value.as_str())))),
    );
    tell(
        Trait::RelativeDate,
        yes(facets.dates.iter().any(|one| !fixed(&one))),
    );
    let named = |kind: NameKind| facets.names.iter().any(|name| name.kind == kind);
    tell(Trait::Name, yes(facets.names.len() == 1));
    tell(Trait::Names, yes(facets.names.len() > 1));
    tell(Trait::Person, yes(named(NameKind::Person)));
    tell(Trait::Organisation, yes(named(NameKind::Organisation)));
    tell(Trait::Place, yes(named(NameKind::Place)));
    tell(Trait::Quotation, yes(!facets.quotations.is_empty()));
    tell(Trait::Attribution, yes(!facets.attributions.is_empty()));
}

/// Verbs that say what is: with one of them a sentence is whole.
static STATE: LazyLock<Lists> = LazyLock::new(|| lexicon().named(&["state"]));

/// Whether a word inside it has the form of a regular past.
fn has_past(reading: &Reading<'_>, words: &[Word]) -> bool {
    let mut inside = words.iter().skip(1);
    inside.any(|word| is_regular_past(reading, word.first))
}
