//! What speaks for two texts saying the same, as numbers.

use super::profile::{Profile, Term, Words};
use super::terms::Stem;

/// Saturation and length normalisation of BM25 (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009), the latter lower
/// than for documents: claims are short, and a long one says no less.
const K1: f32 = 1.2;
const B: f32 = 0.5;

/// How long a statement with its title is, and each alone, in words.
const USUAL_LENGTH: f32 = 26.0;
const USUAL_STATEMENT: f32 = 17.0;
const USUAL_TITLE: f32 = 9.0;

/// What a query is asked with.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    /// All its words.
    pub(super) whole: Profile,
    /// Those of each sentence.
    pub(super) sentences: Vec<Vec<Term>>,
    /// Who signed it.
    pub(super) author: Vec<Term>,
}

/// A claim that may say the same.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) statement: Profile,
    /// The title of its check, or the statement where there is none.
    pub(super) title: Profile,
    /// The words of both.
    pub(super) both: Vec<Term>,
}

impl Told {
    /// The words of a claim, and of the title of its check.
    pub(super) fn of(
        statement: &Words,
        title: Option<&Words>,
        rarity: impl Fn(Stem) -> f32,
    ) -> Self {
        let statement = Profile::of(statement, &rarity);
        let title = title.map(|title| Profile::of(title, &rarity));
        let both = match &title {
            Some(title) => united(&statement.terms, &title.terms),
            None => statement.terms.clone(),
        };
        let title = title.unwrap_or_default();
        Self {
            statement,
            title,
            both,
        }
    }
}

/// The words of two texts together.
fn united(one: &[Term], other: &[Term]) -> Vec<Term> {
    let mut all: Vec<Term> = one.iter().chain(other).copied().collect();
    all.sort_by_key(|term| term.stem);
    all.dedup_by(|later, first| {
        let same = later.stem == first.stem;
        if same {
            first.count = first.count.saturating_add(later.count);
            first.name |= later.name;
        }
        same
    });
    all
}

/// Something that speaks for, or against, two texts saying the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter, strum::EnumCount, strum::Display)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Feature {
    Overlap,
    OverlapSum,
    OverlapOfBest,
    Place,
    StatementOverlap,
    TitleOverlap,
    StatementCovered,
    TitleCovered,
    QueryCovered,
    StatementRuns,
    TitleRuns,
    Runs,
    RunsOfBest,
    Sentence,
    SentenceOfBest,
    Near,
    NearOfBest,
    StatementAdjacent,
    TitleAdjacent,
    FiguresShared,
    FiguresDiffer,
    FiguresOnlyThere,
    NamesCovered,
    NoNames,
    AuthorCovered,
    AuthorNamed,
    Rarest,
    SecondRarest,
    Length,
    NegationDiffers,
}

pub(super) const FEATURES: usize = <Feature as strum::EnumCount>::COUNT;

/// The features of a pair, each about from 0 to 1.
pub(super) type Features = [f32; FEATURES];

/// BM25 of a query's words on a text.
pub(super) fn overlap(asked: &[Term], told: &[Term], length: usize, usual: f32) -> f32 {
    let length = K1 * (1.0 - B + B * small(length) / usual);
    let mut sum = 0.0;
    shared(asked, told, |one, other| {
        let count = f32::from(other.count);
        sum += one.rarity * count * (K1 + 1.0) / (count + length);
    });
    sum
}

/// The overlap of a query with a claim and its title.
pub(super) fn whole_overlap(asked: &Asked, told: &Told) -> f32 {
    let length = told.statement.length + told.title.length;
    overlap(&asked.whole.terms, &told.both, length, USUAL_LENGTH)
}

/// The features of the candidates of a query, which are compared with one
/// another as well. They come with the best [`whole_overlap`] first.
pub(super) fn features(asked: &Asked, candidates: &[(&Told, f32)]) -> Vec<Features> {
    let all_asked = weight(&asked.whole.terms).max(f32::MIN_POSITIVE);
    let best = candidates.first().map_or(1.0, |(_, overlap)| *overlap);
    let mut features: Vec<Features> = candidates
        .iter()
        .enumerate()
        .map(|(place, (told, overlap))| {
            let mut row = alone(asked, told, all_asked);
            let mut set = |feature: Feature, value: f32| row[feature as usize] = value;
            set(Feature::Overlap, overlap / all_asked);
            set(Feature::OverlapSum, overlap / 30.0);
            set(
                Feature::OverlapOfBest,
                overlap / best.max(f32::MIN_POSITIVE),
            );
            set(Feature::Place, 1.0 / small(place + 1));
            row
        })
        .collect();
    for (of, to) in [
        (Feature::Runs, Feature::RunsOfBest),
        (Feature::Sentence, Feature::SentenceOfBest),
        (Feature::Near, Feature::NearOfBest),
    ] {
        let best = features.iter().map(|row| row[of as usize]);
        let best = best.fold(f32::MIN_POSITIVE, f32::max);
        for row in &mut features {
            row[to as usize] = row[of as usize] / best;
        }
    }
    features
}

/// The features of a pair by itself.
fn alone(asked: &Asked, told: &Told, all_asked: f32) -> Features {
    let mut row = [0.0; FEATURES];
    let mut set = |feature: Feature, value: f32| row[feature as usize] = value;
    let (whole, statement, title) = (&asked.whole, &told.statement, &told.title);
    let terms = &whole.terms;
    set(
        Feature::StatementOverlap,
        overlap(terms, &statement.terms, statement.length, USUAL_STATEMENT) / all_asked,
    );
    set(
        Feature::TitleOverlap,
        overlap(terms, &title.terms, title.length, USUAL_TITLE) / all_asked,
    );
    set(Feature::StatementCovered, covered(&statement.terms, terms));
    set(Feature::TitleCovered, covered(&title.terms, terms));
    set(Feature::QueryCovered, covered(terms, &told.both));
    let (in_statement, in_title) = (
        cosine(&whole.runs, &statement.runs),
        cosine(&whole.runs, &title.runs),
    );
    set(Feature::StatementRuns, in_statement);
    set(Feature::TitleRuns, in_title);
    set(Feature::Runs, in_statement.max(in_title));
    set(Feature::Sentence, best_sentence(asked, told));
    let near = near_weight(whole, statement).max(near_weight(whole, title));
    set(Feature::Near, near / 100.0);
    set(Feature::StatementAdjacent, adjacent(whole, statement));
    set(Feature::TitleAdjacent, adjacent(whole, title));
    set(Feature::Length, (1.0 + small(statement.length)).ln() / 3.0);
    let differs = whole.negated != statement.negated;
    set(Feature::NegationDiffers, yes(differs));
    figures(terms, &told.both, &mut set);
    names(asked, told, &mut set);
    row
}

fn figures(asked: &[Term], told: &[Term], set: &mut impl FnMut(Feature, f32)) {
    let count = |terms: &[Term]| terms.iter().filter(|term| term.figure).count();
    let mut same = 0;
    shared(asked, told, |one, _| same += usize::from(one.figure));
    let (here, there) = (count(asked), count(told));
    set(Feature::FiguresShared, small(same.min(3)) / 3.0);
    set(
        Feature::FiguresDiffer,
        yes(same == 0 && here > 0 && there > 0),
    );
    set(Feature::FiguresOnlyThere, yes(here == 0 && there > 0));
}

fn names(asked: &Asked, told: &Told, set: &mut impl FnMut(Feature, f32)) {
    let names: Vec<Term> = told.both.iter().filter(|term| term.name).copied().collect();
    set(Feature::NamesCovered, covered(&names, &asked.whole.terms));
    set(Feature::NoNames, yes(names.is_empty()));
    set(Feature::AuthorCovered, covered(&asked.author, &told.both));
    let mut author = 0.0;
    shared(&asked.author, &told.both, |one, _| author += one.rarity);
    set(Feature::AuthorNamed, author / 10.0);
    let (mut first, mut second) = (0.0f32, 0.0f32);
    shared(&asked.whole.terms, &told.both, |one, _| {
        second = second.max(first.min(one.rarity));
        first = first.max(one.rarity);
    });
    set(Feature::Rarest, first / 10.0);
    set(Feature::SecondRarest, second / 10.0);
}

/// How like the likest sentence of a query is to a claim: the harmonic mean of
/// how much of each the other has.
fn best_sentence(asked: &Asked, told: &Told) -> f32 {
    let likeness = |sentence: &Vec<Term>| {
        let said = covered(sentence, &told.both);
        let heard =
            covered(&told.statement.terms, sentence).max(covered(&told.title.terms, sentence));
        2.0 * said * heard / (said + heard).max(f32::MIN_POSITIVE)
    };
    asked.sentences.iter().map(likeness).fold(0.0, f32::max)
}

/// The weight of the near pairs that two texts share.
fn near_weight(asked: &Profile, told: &Profile) -> f32 {
    let mut sum = 0.0;
    merge(&asked.near, &told.near, |pair| {
        sum += pair_weight(asked, *pair);
    });
    sum
}

/// The share of a claim's adjacent pairs that a query has.
fn adjacent(asked: &Profile, told: &Profile) -> f32 {
    let mut both = 0.0;
    merge(&asked.adjacent, &told.adjacent, |pair| {
        both += pair_weight(told, *pair);
    });
    let all: f32 = told
        .adjacent
        .iter()
        .map(|pair| pair_weight(told, *pair))
        .sum();
    both / all.max(f32::MIN_POSITIVE)
}

fn pair_weight(of: &Profile, (one, other): (Stem, Stem)) -> f32 {
    let rarity = |stem| of.term(stem).map_or(0.0, |term| term.rarity);
    rarity(one) + rarity(other)
}

/// How much of the weight of some words is in others.
fn covered(of: &[Term], by: &[Term]) -> f32 {
    let mut sum = 0.0;
    shared(of, by, |one, _| sum += one.rarity);
    sum / weight(of).max(f32::MIN_POSITIVE)
}

fn weight(terms: &[Term]) -> f32 {
    terms.iter().map(|term| term.rarity).sum()
}

/// Calls `both` with each word that two texts share.
fn shared(one: &[Term], other: &[Term], mut both: impl FnMut(&Term, &Term)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        if a.stem == b.stem {
            both(a, b);
        }
        i += usize::from(a.stem <= b.stem);
        j += usize::from(b.stem <= a.stem);
    }
}

/// Calls `both` with each thing that is in two ordered lists.
fn merge<T: Ord>(one: &[T], other: &[T], mut both: impl FnMut(&T)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        if a == b {
            both(a);
        }
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
}

fn cosine(one: &[(u16, f32)], other: &[(u16, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        if a.0 == b.0 {
            sum += a.1 * b.1;
        }
        i += usize::from(a.0 <= b.0);
        j += usize::from(b.0 <= a.0);
    }
    sum
}

fn yes(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

#[expect(clippy::cast_precision_loss, reason = "texts and lists are short")]
fn small(count: usize) -> f32 {
    count as f32
}
