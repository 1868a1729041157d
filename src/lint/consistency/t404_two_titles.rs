//! T404: two holders of one office, or two offices of one person.

use std::collections::{BTreeMap, BTreeSet};

use super::holders::{Titled, titled};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::facet::NameKind;
use crate::model::flag::Certainty;

/// Words that tell of a change, or of another time.
#[rustfmt::skip]
const CHANGES: &[&str] = &[
    "former", "formerly", "then", "ex", "acting", "interim", "deputy", "successor", "predecessor", "elect", "late",
    "outgoing", "incoming", "shadow", "succeeded", "succeeds", "succeed", "replaced", "replaces", "replace",
    "replacing", "replacement", "resigned", "resigns", "resign", "resignation", "appointed", "appoints",
    "appointment", "named", "nominated", "nominee", "elected", "election", "sworn", "became", "become", "becoming",
    "candidate", "candidates", "reshuffle", "sacked", "fired", "ousted", "deposed", "reigned", "once", "stepped",
    "stepping", "departed", "quit", "inaugurated", "inauguration", "inaugural", "counterpart", "counterparts",
    "counterpart’s", "campaign", "bid", "running", "race", "promoted", "turned", "dismissed", "previous",
    "previously", "took", "successors", "ally", "rival", "opponent", "years", "fictional", "played", "plays",
    "starring",
];

rule! {
    /// One office has two holders, or one person two offices
    ///
    /// ## What it does
    /// Looks for two people with the same title (“Finance Minister Karl Otto”, “Finance Minister Eva Braun”), and for one person
    /// with two titles that exclude each other (“Mayor Ana Vega”, “Governor Ana Vega”). Where the article tells of a change, of
    /// another time, or of several countries, nothing is found.
    ///
    /// ## Why this matters
    /// One of the two is wrong, or out of date.
    ///
    /// ## Example
    /// “Mayor Ana Vega opened the bridge. … Governor Ana Vega thanked the town.”
    ///
    /// ## What to do instead
    /// Give everybody the office that they hold, and say who held it before: “the former mayor, Ana Vega”.
    "T404", "two-titles", Consistency, Medium, Check::Text(check)
}

/// A titled person with the sentence.
type Mention<'a, 't> = (&'a Line<'t>, Titled<'t>);

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut mentions: Vec<Mention<'_, '_>> = Vec::new();
    for line in article.prose() {
        mentions.extend(titled(line).into_iter().map(|titled| (line, titled)));
    }
    if mentions.len() < 2 {
        return Vec::new();
    }
    let told = Told::of(article);
    let mut findings = two_offices(article, &mentions, &told);
    findings.extend(two_holders(article, &mentions, &told));
    findings
}

/// What the article tells of people.
struct Told<'t> {
    /// Surnames in sentences that tell of a change or name a year.
    changing: BTreeSet<&'t str>,
    /// The first names of each surname.
    first_names: BTreeMap<&'t str, BTreeSet<&'t str>>,
    /// Names of places, and words for what belongs to one.
    places: BTreeSet<&'t str>,
}

impl<'t> Told<'t> {
    fn of(article: &Article<'t>) -> Self {
        let mut told = Self {
            changing: BTreeSet::new(),
            first_names: BTreeMap::new(),
            places: BTreeSet::new(),
        };
        for line in article.all() {
            let changes = tells_of_change(line);
            for name in &line.facets.names {
                if name.kind == NameKind::Place {
                    told.places.insert(article.words(name.span));
                }
                let words: Vec<&str> = article.words(name.span).split_whitespace().collect();
                let (Some(first), Some(last)) = (words.first(), words.last()) else {
                    continue;
                };
                if changes {
                    told.changing.insert(last);
                }
                if words.len() > 1 {
                    told.first_names.entry(last).or_default().insert(first);
                }
            }
        }
        told
    }

    /// Whether a surname is that of one person, of whom no change is told.
    fn is_steady(&self, surname: &str) -> bool {
        !self.changing.contains(surname)
            && self
                .first_names
                .get(surname)
                .is_none_or(|first| first.len() == 1)
    }
}

fn tells_of_change(line: &Line<'_>) -> bool {
    line.has_any(CHANGES) || line.facets.dates.iter().any(|date| !date.anchored)
}

/// One person with two titles.
fn two_offices(article: &Article<'_>, mentions: &[Mention<'_, '_>], told: &Told<'_>) -> Vec<Found> {
    let mut first_of: BTreeMap<&str, &Mention<'_, '_>> = BTreeMap::new();
    let mut findings = Vec::new();
    for mention in mentions {
        let surname = mention.1.surname();
        let Some(first) = first_of.get(surname) else {
            first_of.insert(surname, mention);
            continue;
        };
        let (one, other) = (&first.1.name, &mention.1.name);
        let is_full = one.len().max(other.len()) > 1;
        let is_same = one.ends_with(other) || other.ends_with(one);
        if first.1.office != mention.1.office && is_full && is_same && told.is_steady(surname) {
            findings.extend(found(article, first, mention, |title, other| {
                format!("“{title}” is “{other}” elsewhere in the article")
            }));
        }
    }
    findings
}

/// One office with two people.
fn two_holders(article: &Article<'_>, mentions: &[Mention<'_, '_>], told: &Told<'_>) -> Vec<Found> {
    let mut first_of: BTreeMap<(&str, &str), &Mention<'_, '_>> = BTreeMap::new();
    let mut findings = Vec::new();
    for mention in mentions {
        let titled = &mention.1;
        if titled.name.len() < 2 || !titled.is_single() {
            continue;
        }
        let Some(first) = first_of.get(&(titled.office, titled.of.as_str())) else {
            first_of.insert((titled.office, &titled.of), mention);
            continue;
        };
        // Without a word for the country, an article of several can mean any.
        let is_one_country = !titled.of.is_empty() || told.places.len() <= 1;
        let are_two =
            first.1.surname() != titled.surname() && first.1.name.first() != titled.name.first();
        let are_steady = told.is_steady(first.1.surname()) && told.is_steady(titled.surname());
        let beside = first.0.span == mention.0.span;
        if is_one_country && are_two && are_steady && !beside {
            findings.extend(found(article, first, mention, |title, other| {
                format!("“{title}” has the office that “{other}” has elsewhere in the article")
            }));
        }
    }
    findings
}

fn found(
    article: &Article<'_>,
    (first_line, first): &Mention<'_, '_>,
    (line, titled): &Mention<'_, '_>,
    message: impl Fn(&str, &str) -> String,
) -> Option<Found> {
    let here = line.span_of(titled.tokens.clone())?;
    let there = first_line.span_of(first.tokens.clone())?;
    let message = message(article.words(here), article.words(there));
    Some(
        Found::on_words(here, message)
            .against(article.contrary(there))
            .instead("look up who held which office, and when")
            .sure(Certainty::Likely),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::cases;

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "Mayor Ana Vega opened the bridge. The town was glad. ‹Governor Ana Vega› thanked it.",
                "Finance Minister Karl Otto spoke. It rained. ‹Finance Minister Eva Braun› left.",
                "German Finance Minister Karl Otto spoke. In Paris and Rome, nobody did. German ‹Finance Minister Eva Braun› left.",
                "Home Secretary Ana Vega spoke. It rained. ‹Home Secretary Carl Roth› left the room.",
                "Senator Ana Vega paid. The town was glad. ‹Mayor Ana Vega› thanked it.",
                "Health Minister Ana Vega spoke. It rained. ‹Education Minister Ana Vega› left.",
                "Foreign Minister Ana Vega spoke. It rained. So did ‹Foreign Minister Carl Roth› in the evening.",
                "Mayor Ana Vega opened the bridge. The town was glad. ‹Governor Vega› thanked it.",
                "Treasury Secretary Ana Vega spoke. It rained. Later ‹Treasury Secretary Carl Roth› left.",
            ],
            &[
                "Mayor Ana Vega opened the bridge. Former Governor Ana Vega thanked the town.",
                "Then-Finance Minister Karl Otto spoke. Finance Minister Eva Braun left.",
                "German Finance Minister Karl Otto spoke. French Finance Minister Eva Braun left.",
                "Finance Minister Karl Otto spoke in Berlin. In Paris, Finance Minister Eva Braun left.",
                "Finance Minister Karl Otto spoke. Eva Braun succeeded him. Finance Minister Eva Braun left.",
                "Mayor Ana Vega opened it in 1999. Governor Ana Vega closed it in 2015.",
                "President Ana Vega spoke. President Carl Roth left.",
                "Finance Minister Karl Otto spoke. Finance Minister Otto left.",
                "Finance Minister Karl Otto spoke. Acting Finance Minister Eva Braun left.",
                "Finance Minister Karl Otto spoke. Deputy Finance Minister Eva Braun left.",
                "Mayor Ana Vega opened the bridge. Carl Vega was there. Governor Vega thanked the town.",
                "Mayor Ana Vega opened the bridge. Governor Carl Vega thanked the town.",
                "“Governor Ana Vega was here,” he wrote. Mayor Ana Vega opened the bridge.",
                "Mayor Ana Vega opened the bridge. She was elected in May. Governor-elect Ana Vega left.",
            ],
        );
    }
}
