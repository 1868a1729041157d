//! What holds in articles and not in debates, which the model learned from.
//! Words count for less there, since they tell what was debated; what can be
//! looked up, and what an article does but a debate does not, counts for more.
//! The steps on top of the model's sum were set by hand on news prose.

use std::sync::LazyLock;

use super::SentenceContext;
use super::features::Trait;
use super::lexicon::{Lists, lexicon};
use super::model::Taken;
use super::verbs::is_finite;
use crate::model::facet::{NameKind, Quantity};
use crate::model::text::{BlockKind, Reason};
use crate::text::facets::Facets;
use crate::text::reading::Reading;

/// The share by which the model's words count in an article.
pub(super) const SHARE: f32 = 0.25;

/// A step of every sentence of an article: fewer words count, so the sums are smaller.
const BASE: f64 = 0.6;

/// A line without a verb that has fewer words than this is a byline, a date
/// line or the head of something.
const LINE: usize = 10;

/// The step for each word of moods and views, and how many of them count.
const MOOD: f64 = -0.4;
const MOST_MOODS: usize = 4;

/// A sentence begins with so many words.
const OPENING: usize = 7;

/// What a step is taken for, and how far.
type Step = (bool, f64, &'static str);

/// The steps that apply to a sentence of an article, each with its reason.
pub(super) fn shifts(
    sentence: &SentenceContext<'_>,
    facets: &Facets,
    taken: &Taken<'_, '_>,
) -> (f64, Vec<Reason>) {
    let lists = taken.traits.all_lists;
    let steps = looked_up(facets, lists, sentence.text)
        .into_iter()
        .chain(not_looked_up(facets, lists, moods(taken)))
        .chain(furniture(sentence, facets, taken));
    let reasons: Vec<Reason> = steps
        .filter(|(holds, _, _)| *holds)
        .map(|(_, weight, reason)| Reason {
            reason: reason.into(),
            weight,
        })
        .collect();
    let sum = reasons.iter().map(|reason| reason.weight).sum::<f64>();
    (BASE + sum, reasons)
}

/// The lists that steps are taken for.
struct Known {
    deed: Lists,
    event: Lists,
    most: Lists,
    prediction: Lists,
    mood: Lists,
    judgement: Lists,
    hedge: Lists,
    announcement: Lists,
    verb: Lists,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let named = |names: &[&str]| lexicon().named(names);
    Known {
        deed: named(&["deed", "record"]),
        event: named(&["event"]),
        most: named(&["record-setting"]),
        prediction: named(&["prediction"]),
        mood: named(&["mood"]),
        judgement: named(&["judgement"]),
        hedge: named(&["hedge"]),
        announcement: named(&["announcement"]),
        verb: named(&["state", "attribution", "prediction", "belief"]),
    }
});

/// What speaks for a check: things that somebody can look up.
fn looked_up(facets: &Facets, lists: Lists, text: &str) -> [Step; 13] {
    let dated = facets.dates.iter().any(|date| !date.anchored);
    let figures = || facets.quantities.iter().filter(|one| !one.ordinal);
    // "The two men" counts nobody, and "about 12,000" counts.
    let counts = |one: &Quantity| {
        let words = one.span.slice(text).unwrap_or_default();
        let many = one.low.is_some_and(|least| least.value > 2.0);
        words.contains(|c: char| c.is_ascii_digit()) || (many && !one.vague)
    };
    let figure = figures().any(counts);
    let counted = figures().any(|one| one.unit.is_some() && counts(one));
    let named = |kind| facets.names.iter().any(|name| name.kind == kind);
    let deed = lists.meets(KNOWN.deed);
    let is_said = |kind: bool| {
        facets
            .attributions
            .iter()
            .any(|one| one.source.is_some() == kind)
    };
    [
        (dated, 2.3, "names a date"),
        (!dated && !facets.dates.is_empty(), 0.6, "names a time"),
        (counted, 1.4, "a figure with a unit"),
        (!counted && figure, 1.1, "a figure"),
        (
            !counted && !figure && figures().any(|one| one.vague),
            0.4,
            "a number left open",
        ),
        (deed && !facets.names.is_empty(), 0.7, "tells of a deed"),
        (lists.meets(KNOWN.event), 0.6, "tells of an event"),
        (
            lists.meets(KNOWN.most),
            0.4,
            "claims a first, a most or an only",
        ),
        (named(NameKind::Person), 0.2, "names a person"),
        (named(NameKind::Organisation), 0.4, "names an organisation"),
        (
            facets.names.len() == 2,
            0.5,
            "names people, places or organisations",
        ),
        (
            facets.names.len() > 2,
            0.9,
            "names people, places or organisations",
        ),
        (
            !facets.quotations.is_empty() || (is_said(true) && named(NameKind::Person)),
            0.4,
            "quotes or reports someone’s words",
        ),
    ]
}

/// How many words of moods and views count. A sentence that begins with one is
/// about moods; one that only comes to them may tell of a deed first.
fn moods(taken: &Taken<'_, '_>) -> u32 {
    let mut moods = (0..)
        .zip(&taken.traits.lists)
        .filter(|(_, lists)| lists.meets(KNOWN.mood))
        .map(|(word, _)| word);
    let count = match moods.next() {
        None => 0,
        Some(first) if first < OPENING => (2 + moods.count()).min(MOST_MOODS),
        Some(_) => 1,
    };
    u32::try_from(count).unwrap_or_default()
}

/// What speaks against: moods, views, and what may yet come.
fn not_looked_up(facets: &Facets, lists: Lists, moods: u32) -> [Step; 6] {
    let nothing = facets.dates.is_empty()
        && facets.quantities.is_empty()
        && facets.names.is_empty()
        && facets.quotations.is_empty();
    let vague = facets.attributions.iter().any(|one| one.source.is_none());
    [
        (
            lists.meets(KNOWN.prediction),
            -1.1,
            "tells what is to come, or could be",
        ),
        (
            moods > 0,
            MOOD * f64::from(moods),
            "speaks of moods and views",
        ),
        (lists.meets(KNOWN.judgement), -0.2, "judges"),
        (
            lists.meets(KNOWN.hedge),
            -0.3,
            "takes back a part of what it says",
        ),
        (nothing, -0.9, "names nothing that can be looked up"),
        (vague, -0.3, "leaves open who says so"),
    ]
}

/// What is no statement of the article: prompts, captions, bylines.
fn furniture(sentence: &SentenceContext<'_>, facets: &Facets, taken: &Taken<'_, '_>) -> [Step; 5] {
    let lists = taken.traits.all_lists;
    let ended = sentence.text.ends_with(['.', '!', '”', '"']);
    let short = !ended && taken.words.len() < LINE;
    let verbless = short && !lists.meets(KNOWN.verb) && !has_verb(taken);
    let in_list = matches!(sentence.kind, BlockKind::Item | BlockKind::Cell);
    [
        (
            lists.meets(KNOWN.announcement),
            -3.0,
            "tells the reader what follows",
        ),
        (is_credited(taken.reading), -2.0, "is a caption"),
        (
            verbless && (!in_list || facets.quantities.is_empty()),
            -2.5,
            "has no verb",
        ),
        (
            taken.traits.has(Trait::BrokenOff),
            -2.0,
            "breaks off before it ends",
        ),
        (taken.traits.has(Trait::Question), -1.5, "asks a question"),
    ]
}

fn has_verb(taken: &Taken<'_, '_>) -> bool {
    let mut tokens = 0..taken.reading.tokens.len();
    tokens.any(|token| is_finite(taken.reading, token))
}

/// Whether a sentence says who took or owns a picture: "(Photo: …)", "photo
/// by", "Carl Roth/Reuters".
fn is_credited(reading: &Reading<'_>) -> bool {
    let mut tokens = 0..reading.tokens.len();
    tokens.any(|token| {
        let before = token
            .checked_sub(1)
            .map_or("", |before| reading.lower(before));
        let next = reading.lower(token + 1);
        match reading.lower(token) {
            "photo" | "photograph" | "image" => {
                matches!(before, "(" | "ap" | "file") || matches!(next, "by" | ":")
            }
            "pictured" => next == ":",
            "getty" => next == "images",
            "courtesy" => next == "of",
            "ap" | "afp" | "reuters" => before == "/",
            _ => false,
        }
    })
}
