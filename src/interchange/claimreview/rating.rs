//! The rating of a review on a scale of the desk: by the user's own table, by its
//! label, by words that many desks use, and last by its place between worst and
//! best.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::ReviewRating;
use crate::model::scale::{Rating, Scale, Tone};
use crate::search::fold::Folded;

/// Words for ratings, each with the rating of the standard scale that it means.
const WORDS: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/data/ratings/words.csv"
));

/// Marks that part a label from what is said about it.
const AFTER_LABEL: [char; 9] = ['.', ':', ';', '(', '–', '—', '|', '!', '•'];

/// How a rating was found on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HowRated {
    /// By the user's table.
    Table,
    /// By its label.
    Label,
    /// By a word that many desks use.
    Word,
    /// By its place between worst and best.
    Position,
    /// It has no place on the scale, and keeps its own label.
    Unmapped,
    /// The review gives none.
    Missing,
}

/// A table of labels with the ratings that they stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping(HashMap<String, String>);

/// What is wrong with a table of labels.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// It is no table.
    #[error("line {line}: {problem}")]
    Malformed {
        /// The line, from 1.
        line: u64,
        /// What is wrong.
        problem: String,
    },
    /// It has no such columns.
    #[error("the first line has to name the columns label and rating")]
    NoColumns,
    /// A rating is none of the scale.
    #[error("line {line}: “{given}” is no rating of the scale {scale}; it has {}", .known.join(", "))]
    UnknownRating {
        /// The line, from 1.
        line: u64,
        /// What was given.
        given: String,
        /// The scale.
        scale: String,
        /// What would have been right.
        known: Vec<String>,
    },
    /// A label stands there twice, for two ratings.
    #[error("line {line}: “{label}” stands in the table twice, for different ratings")]
    Twice {
        /// The later line, from 1.
        line: u64,
        /// The label.
        label: String,
    },
}

impl Mapping {
    /// Reads a table with the columns `label` and `rating`, as CSV (RFC 4180).
    pub fn from_csv(table: &str, scale: &Scale) -> Result<Self, MappingError> {
        let mut mapping = Self::default();
        for row in rows(table)? {
            let known = scale.ratings.iter().find(|one| one.is_called(&row.rating));
            let Some(rating) = known else {
                return Err(MappingError::UnknownRating {
                    line: row.line,
                    given: row.rating,
                    scale: scale.slug.clone(),
                    known: scale.ratings.iter().map(|one| one.slug.clone()).collect(),
                });
            };
            let before = mapping.0.insert(folded(&row.label), rating.slug.clone());
            if before.is_some_and(|before| before != rating.slug) {
                return Err(MappingError::Twice {
                    line: row.line,
                    label: row.label,
                });
            }
        }
        Ok(mapping)
    }
}

struct Row {
    line: u64,
    label: String,
    rating: String,
}

fn rows(table: &str) -> Result<Vec<Row>, MappingError> {
    let table = table.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(table.as_bytes());
    let malformed = |error: csv::Error| MappingError::Malformed {
        line: error.position().map_or(1, csv::Position::line),
        problem: error.to_string(),
    };
    let heads = reader.headers().map_err(malformed)?.clone();
    let column = |name| {
        heads
            .iter()
            .position(|head| head.eq_ignore_ascii_case(name))
    };
    let (Some(label), Some(rating)) = (column("label"), column("rating")) else {
        return Err(MappingError::NoColumns);
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(malformed)?;
        let cell = |at| record.get(at).unwrap_or_default().to_owned();
        rows.push(Row {
            line: record.position().map_or(1, csv::Position::line),
            label: cell(label),
            rating: cell(rating),
        });
    }
    Ok(rows)
}

/// A label without case, accents, punctuation and the width of its spaces.
fn folded(label: &str) -> String {
    let letters = Folded::of(label).letters().iter().collect::<String>();
    let words = letters.split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a character belongs to the letter before it, as vowels do in Indic
/// scripts.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && unicode_normalization::char::is_combining_mark(c)
}

/// The rating of the standard scale that a folded word stands for.
fn word(label: &str) -> Option<&'static str> {
    static KNOWN: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let rows = rows(WORDS).unwrap_or_default().into_iter();
        rows.map(|row| (folded(&row.label), row.rating)).collect()
    });
    KNOWN.get(label).map(String::as_str)
}

/// A way from a folded label to a rating of a scale.
type Way<'w, 's> = &'w dyn Fn(&str) -> Option<&'s Rating>;

/// The rating of a scale that a review gives, and how it was found.
pub(in crate::interchange) fn rate<'s>(
    given: Option<&ReviewRating>,
    scale: &'s Scale,
    mapping: &Mapping,
) -> (Option<&'s Rating>, HowRated) {
    let Some(given) = given else {
        return (None, HowRated::Missing);
    };
    let label = given.label.as_deref().unwrap_or_default();
    let first = label
        .split(AFTER_LABEL)
        .find(|part| !part.trim().is_empty());
    let forms = [folded(label), folded(first.unwrap_or_default())];
    let ways: [(HowRated, Way<'_, 's>); 3] = [
        (HowRated::Table, &|label| {
            by_slug(scale, mapping.0.get(label)?)
        }),
        (HowRated::Label, &|label| by_label(scale, label)),
        (HowRated::Word, &|label| by_word(scale, label)),
    ];
    for (how, find) in ways {
        let mut forms = forms.iter().filter(|form| !form.is_empty());
        if let Some(rating) = forms.find_map(|form| find(form)) {
            return (Some(rating), how);
        }
    }
    match by_position(scale, given) {
        Some(rating) => (Some(rating), HowRated::Position),
        None if label.is_empty() && given.value.is_none() => (None, HowRated::Missing),
        None => (None, HowRated::Unmapped),
    }
}

fn by_slug<'s>(scale: &'s Scale, slug: &str) -> Option<&'s Rating> {
    scale.ratings.iter().find(|rating| rating.slug == slug)
}

fn by_label<'s>(scale: &'s Scale, label: &str) -> Option<&'s Rating> {
    let is_meant =
        |rating: &&Rating| folded(&rating.label) == label || folded(&rating.slug) == label;
    scale.ratings.iter().find(is_meant)
}

/// What a word stands for on this scale: the rating of the same name, and for
/// false and true, its ends.
fn by_word<'s>(scale: &'s Scale, label: &str) -> Option<&'s Rating> {
    let meant = word(label)?;
    let placed = scale.ratings.iter().filter(|one| one.position.is_some());
    by_slug(scale, meant).or_else(|| match meant {
        "false" => placed
            .min_by_key(|one| one.position)
            .filter(|one| one.tone == Tone::Bad),
        "true" => placed
            .max_by_key(|one| one.position)
            .filter(|one| one.tone == Tone::Good),
        _ => None,
    })
}

/// The rating at the same share of the way from worst to best. Scales that count
/// down are read as well as those that count up.
fn by_position<'s>(scale: &'s Scale, given: &ReviewRating) -> Option<&'s Rating> {
    let (value, best, worst) = (given.value?, given.best?, given.worst?);
    let share = (value - worst) / (best - worst);
    if !(0.0..=1.0).contains(&share) {
        return None;
    }
    let last = scale.ratings.iter().filter_map(|one| one.position).max()?;
    if last < 2 {
        return None;
    }
    let wanted = 1.0 + share * f64::from(last - 1);
    let distance = |one: &&Rating| one.position.map(|at| (f64::from(at) - wanted).abs());
    let placed = scale.ratings.iter().filter(|one| one.position.is_some());
    placed.min_by(|one, other| {
        distance(one)
            .partial_cmp(&distance(other))
            .unwrap_or(std::cmp::Ordering::Equal)
    })
}

#[cfg(test)]
pub(super) mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::model::ids::{RatingId, ScaleId};
    use crate::model::scale::NewScale;

    /// A scale that ships.
    pub(in crate::interchange) fn scale(slug: &str) -> Scale {
        let written = match slug {
            "standard" => include_str!("../../../data/scales/standard.toml"),
            "averitec" => include_str!("../../../data/scales/averitec.toml"),
            _ => include_str!("../../../data/scales/pre-publication.toml"),
        };
        let new: NewScale = toml::from_str(written).unwrap();
        let ratings = new.placed().map(|(rating, position)| Rating {
            id: RatingId(1),
            scale: new.slug.clone(),
            slug: rating.slug.clone(),
            label: rating.label.clone(),
            description: rating.description.clone(),
            position,
            tone: rating.tone,
            version: 1,
        });
        Scale {
            id: ScaleId(1),
            uuid: Uuid::nil(),
            slug: new.slug.clone(),
            name: new.name.clone(),
            description: new.description.clone(),
            default: true,
            ratings: ratings.collect(),
        }
    }

    fn found(
        label: &str,
        numbers: Option<(f64, f64, f64)>,
        on: &str,
    ) -> (Option<String>, HowRated) {
        let given = ReviewRating {
            label: Some(label.to_owned()).filter(|label| !label.is_empty()),
            value: numbers.map(|(value, _, _)| value),
            worst: numbers.map(|(_, worst, _)| worst),
            best: numbers.map(|(_, _, best)| best),
            explanation: None,
        };
        let scale = scale(on);
        let (rating, how) = rate(Some(&given), &scale, &Mapping::default());
        (rating.map(|rating| rating.slug.clone()), how)
    }

    #[track_caller]
    fn is(label: &str, on: &str, slug: &str, how: HowRated) {
        assert_eq!(
            found(label, None, on),
            (Some(slug.to_owned()), how),
            "{label}"
        );
    }

    #[test]
    fn labels_are_known_in_any_letters_and_with_what_is_said_after_them() {
        is(
            "MOSTLY  false!",
            "standard",
            "mostly-false",
            HowRated::Label,
        );
        is("mostly_true", "standard", "mostly-true", HowRated::Label);
        is(
            "False. The photo is older.",
            "standard",
            "false",
            HowRated::Label,
        );
        is(
            "Conflicting evidence / cherrypicking",
            "averitec",
            "conflicting-evidence-cherrypicking",
            HowRated::Label,
        );
    }

    #[test]
    fn words_of_other_desks_are_known() {
        is("Pants on Fire!", "standard", "false", HowRated::Word);
        is("FAŁSZ", "standard", "false", HowRated::Word);
        is(
            "Engañoso: el video es de 2015",
            "standard",
            "misleading",
            HowRated::Word,
        );
        is("C’est faux", "standard", "false", HowRated::Word);
        is("भ्रामक", "standard", "misleading", HowRated::Word);
        is("Falso", "averitec", "refuted", HowRated::Word);
        is("vero", "pre-publication", "correct", HowRated::Word);
        assert_eq!(
            found("misleading", None, "averitec"),
            (None, HowRated::Unmapped)
        );
    }

    #[test]
    fn every_word_means_a_rating_of_the_standard_scale() {
        let scale = scale("standard");
        let words = Mapping::from_csv(WORDS, &scale).unwrap();
        assert_eq!(
            words.0.len(),
            rows(WORDS).unwrap().len(),
            "one folds like another"
        );
    }

    #[test]
    fn places_between_worst_and_best_are_kept() {
        let at = |value, worst, best| found("", Some((value, worst, best)), "standard").0;
        assert_eq!(at(1.0, 1.0, 5.0).as_deref(), Some("false"));
        assert_eq!(at(4.0, 1.0, 7.0).as_deref(), Some("misleading"));
        assert_eq!(at(80.0, 0.0, 100.0).as_deref(), Some("mostly-true"));
        assert_eq!(at(5.0, 5.0, 1.0).as_deref(), Some("false"), "counted down");
        assert_eq!(at(-1.0, -1.0, -1.0), None, "no number at all");
        assert_eq!(at(9.0, 1.0, 5.0), None, "off the scale");
        let labelled = found("Half flip", Some((3.0, 1.0, 5.0)), "standard");
        assert_eq!(
            labelled,
            (Some("misleading".to_owned()), HowRated::Position)
        );
    }

    #[test]
    fn the_users_table_goes_before_all_else() {
        let scale = scale("standard");
        let table = "rating,label\nmostly-false,“Three Pinocchios”\ntrue,FALSE\n";
        let mapping = Mapping::from_csv(table, &scale).unwrap();
        let given = |label: &str| ReviewRating {
            label: Some(label.to_owned()),
            ..ReviewRating::default()
        };
        let rated = |label: &str| {
            let (rating, how) = rate(Some(&given(label)), &scale, &mapping);
            (rating.unwrap().slug.clone(), how)
        };
        assert_eq!(
            rated("three pinocchios"),
            ("mostly-false".to_owned(), HowRated::Table)
        );
        assert_eq!(rated("False"), ("true".to_owned(), HowRated::Table));
    }

    #[test]
    fn a_table_with_slips_is_refused_with_the_line() {
        let told = |table: &str| {
            Mapping::from_csv(table, &scale("averitec"))
                .unwrap_err()
                .to_string()
        };
        assert!(
            told("label,rating\nx,flase\n")
                .starts_with("line 2: “flase” is no rating of the scale averitec; it has refuted,")
        );
        assert!(told("name;rating\n").contains("label and rating"));
        assert!(told("label,rating\nx,refuted\nX,supported\n").starts_with("line 3: “X”"));
        assert!(told("label,rating\nx\n").starts_with("line 2"));
    }
}
