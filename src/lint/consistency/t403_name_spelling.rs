//! T403: a name that is spelled in two ways.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::spellings::{Slip, shortened, skeleton, slip};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::facet::NameKind;
use crate::model::flag::Certainty;
use crate::model::text::Span;
use crate::text::names::is_listed;
use crate::text::reading::Shape;

/// A shorter name is too near to others.
const FEWEST_LETTERS: usize = 5;

/// So often must the usual spelling stand for one that stands once.
const USUAL: usize = 3;

rule! {
    /// A name is spelled in two ways
    ///
    /// ## What it does
    /// Looks for a rare spelling of a name that differs from a frequent one in one letter, a doubled letter or an accent: in the
    /// same full name (“Nayib Bukele”, “Nayib Bukelle”), or by itself where the article knows nobody else of that name. Endings
    /// that make another word (“Korea”, “Korean”) are let pass, and so are people with different first names.
    ///
    /// ## Why this matters
    /// One of the two is wrong, and whoever looks the name up by it finds nothing, or somebody else.
    ///
    /// ## Example
    /// “Nayib Bukele took office in June. Critics of Bukele left. Then Bukele spoke. Later, Nayib Bukelle governed by decree.”
    ///
    /// ## What to do instead
    /// Look up how the name is spelled, and spell it so throughout.
    "T403", "name-spelling", Consistency, Medium, Check::Text(check)
}

/// A word of a name, where it stands.
struct Place<'t> {
    span: Span,
    /// The word of the name before it, and behind it.
    beside: (Option<&'t str>, Option<&'t str>),
    is_person: bool,
    /// Whether a capital says nothing there, or many names follow one another.
    is_loose: bool,
}

type Spellings<'t> = BTreeMap<&'t str, Vec<Place<'t>>>;

fn check(article: &Article<'_>) -> Vec<Found> {
    let spellings = spellings(article);
    let mut by_key: HashMap<&str, Vec<&str>> = HashMap::new();
    let keys_of: HashMap<&str, Vec<String>> =
        spellings.keys().map(|word| (*word, keys(word))).collect();
    for (word, keys) in &keys_of {
        for key in keys {
            by_key.entry(key).or_default().push(word);
        }
    }
    let small = small_words(article);
    let mut findings = Vec::new();
    for (rare, places) in &spellings {
        let own = keys_of.get(rare).into_iter().flatten();
        let mut near: Vec<&str> = own
            .filter_map(|key| by_key.get(key.as_str()))
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        near.retain(|word| !small.contains(&word.to_lowercase()));
        let is_plural = rare
            .strip_suffix('s')
            .is_some_and(|one| spellings.contains_key(one));
        if is_plural || small.contains(&rare.to_lowercase()) {
            continue;
        }
        let usual = near.iter().find_map(|word| {
            Some((
                *word,
                is_slip_of((rare, places), (word, spellings.get(word)?))?,
            ))
        });
        if let Some((usual, sure)) = usual {
            findings.extend(told(
                article,
                (rare, places),
                (usual, &spellings[usual]),
                sure,
            ));
        }
    }
    findings
}

/// What spellings that are near each other share.
fn keys(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let mut keys = shortened(&lower);
    keys.push(skeleton(&lower));
    keys.push(lower);
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The words of names, by their spelling.
fn spellings<'t>(article: &Article<'t>) -> Spellings<'t> {
    let mut spellings: Spellings<'t> = BTreeMap::new();
    for line in article.prose() {
        for name in &line.facets.names {
            let tokens = line.tokens_at(name.span);
            for at in tokens.clone() {
                let word = line.reading.word(at);
                if !line.reading.is(at, Shape::Word)
                    || !is_name_word(word)
                    || is_in_compound(line, at)
                {
                    continue;
                }
                let Some(span) = line.span_of(at..at + 1) else {
                    continue;
                };
                spellings.entry(word).or_default().push(Place {
                    span,
                    beside: (
                        beside(line, &tokens, at.checked_sub(1)),
                        beside(line, &tokens, Some(at + 1)),
                    ),
                    is_person: name.kind == NameKind::Person,
                    is_loose: at == 0 || is_in_list(line, at),
                });
            }
        }
    }
    spellings
}

fn is_name_word(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().any(char::is_lowercase)
        && word.chars().count() >= FEWEST_LETTERS
}

/// “Trump-Bukele”, “@bukele”, “bukele.com”.
fn is_in_compound(line: &Line<'_>, at: usize) -> bool {
    let joins = |mark: &str| matches!(mark, "@" | "#" | "/" | "_" | "." | "-" | "–");
    let before = line.reading.is_glued(at)
        && at
            .checked_sub(1)
            .is_some_and(|before| joins(line.reading.word(before)));
    let after = line.reading.is_glued(at + 1)
        && line.reading.is_glued(at + 2)
        && joins(line.reading.word(at + 1));
    before || after
}

/// A name between commas may be that of anybody: “Sheahan, Horan, Foley”.
fn is_in_list(line: &Line<'_>, at: usize) -> bool {
    let parts = |at: usize| matches!(line.reading.word(at), "," | ";" | ":" | "and" | "or" | "(");
    at.checked_sub(1).is_some_and(parts) && parts(at + 1)
}

/// A word of the same name.
fn beside<'t>(
    line: &Line<'t>,
    tokens: &std::ops::Range<usize>,
    at: Option<usize>,
) -> Option<&'t str> {
    let at = at.filter(|at| tokens.contains(at) && line.reading.is(*at, Shape::Word))?;
    Some(line.reading.word(at))
}

/// The words that the article also has with a small letter: they are no names.
fn small_words(article: &Article<'_>) -> HashSet<String> {
    let mut small = HashSet::new();
    for line in article.all() {
        for at in 0..line.reading.tokens.len() {
            if line.reading.word(at).starts_with(char::is_lowercase) {
                small.insert(line.reading.word(at).to_owned());
            }
        }
    }
    small
}

/// Whether one spelling is a slip for another, and how sure that is.
fn is_slip_of(
    (rare, places): (&str, &[Place<'_>]),
    (usual, others): (&str, &[Place<'_>]),
) -> Option<Certainty> {
    let how = slip(&rare.to_lowercase(), &usual.to_lowercase())?;
    let is_usual = others.len() > places.len()
        || others.len() == places.len() && accents(usual) > accents(rare);
    if !is_usual {
        return None;
    }
    let same_name = |one: &Place<'_>| others.iter().any(|other| is_same_name(one, other));
    if places.iter().all(same_name) {
        let is_person = others.iter().all(|other| other.is_person);
        let enough = how == Slip::Slight && is_person || others.len() >= USUAL;
        return enough.then_some(Certainty::Likely);
    }
    // By itself: nobody else is introduced by the rare spelling.
    let alone = |one: &Place<'_>| one.beside == (None, None) && !one.is_loose || same_name(one);
    let people = others.iter().filter(|other| other.is_person).count() * 2 > others.len();
    let fits = people || how == Slip::Slight;
    let known = is_listed(&rare.to_lowercase());
    let often = others.len() >= USUAL.max(places.len() * USUAL);
    (places.iter().all(alone) && fits && !known && often).then_some(Certainty::Likely)
}

/// Whether the words beside are the same, and there are some.
fn is_same_name(one: &Place<'_>, other: &Place<'_>) -> bool {
    let (before, after) = one.beside;
    one.beside == other.beside
        && before
            .or(after)
            .is_some_and(|word| word.chars().count() > 2)
}

fn accents(word: &str) -> usize {
    word.chars().filter(|c| !c.is_ascii()).count()
}

fn told(
    article: &Article<'_>,
    (rare, places): (&str, &[Place<'_>]),
    (usual, others): (&str, &[Place<'_>]),
    sure: Certainty,
) -> Option<Found> {
    let here = places.first()?.span;
    let there = others.first()?.span;
    let times = if others.len() == 1 {
        "once".to_owned()
    } else {
        format!("{} times", others.len())
    };
    let message = format!("“{rare}” is spelled “{usual}” elsewhere, {times}");
    Some(
        Found::on_words(here, message)
            .against(article.contrary(there))
            .instead("look up the name, and spell it in one way")
            .sure(sure),
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
                "Nayib Bukele came in June. Critics of Bukele left. Then Bukele spoke. Later, Nayib ‹Bukelle› left.",
                "Nayib Bukele came in June. Critics of Bukele left. Then Bukele spoke. But then ‹Bukelle› left.",
                "Salvador Sánchez Cerén came in June. Salvador Sánchez ‹Ceren› left in May.",
                "Mohammed Kareem came in June. It rained, and Mohammed Kareem stayed. Then ‹Mohamed› Kareem left.",
                "Ana Zimmerman came. It was Ana Zimmerman who paid. Nobody asked Ana Zimmerman. Then Ana ‹Zimmermann› left. \
                 It was Ana Zimmerman.",
                "Karl Ottendorf came in May. The town thanked Karl Ottendorf for it, and Karl Ottendorf spoke. Karl ‹Ottenderf› left.",
                "Eva Lindqvist came in May. The town thanked Lindqvist for it, and Lindqvist spoke. At noon ‹Lindqivst› left.",
                "Ana Hernández came in June. It rained, and Ana Hernández stayed. Then Ana ‹Hernandez› left.",
            ],
            &[
                "Germany won. The German side was glad, and Germany won again. Germany was best.",
                "Chile won. The Chilean side was glad. Chile won again, and Chile was best.",
                "Austria won. Then Australia lost. Austria was best, and Austria won again.",
                "Ana Martin came. Eva Martinez left. It was Martin who paid, Martin who spoke.",
                "Karl Schmidt came, and Karl Schmidt spoke. Schmidt paid. Then Eva Schmitt left.",
                "Bill Clinton came. The Clintons left. It was Clinton who paid, Clinton who spoke.",
                "Zambia won. Then Gambia lost. Zambia was best, and Zambia won again.",
                "Ana Berry came. It was Berry who paid, Berry who spoke. Then Perry left.",
                "Ana Vegas came. It was the Vegas’ house.",
                "Ana Baker came, Baker spoke, Baker paid. The Bakery left town in May.",
                "Maria Otto came. Marie Otto left.",
                "Karl Roth came. The road to Rotha was closed when Karl Roth spoke.",
                "Ana Brown came, Brown spoke, Brown paid. Then Browne, a lawyer, left.",
                "Karl Horgan ran. Then Horgan fell, and Horgan left. The others were Sheahan, Horan, Foley.",
                "The Mariner probe flew. In the Vallis Marineris it was cold. Marineris is deep, and Marineris is wide. The Mariners flew.",
            ],
        );
    }
}
