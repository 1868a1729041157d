//! T406: an acronym that nobody spells out, or that is spelled out in two ways.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::acronyms::{acronym_at, initials, is_known, is_small, words_before};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::model::text::Span;
use crate::text::reading::Shape;

rule! {
    /// An acronym is used and never spelled out, or spelled out in two ways
    ///
    /// ## What it does
    /// Looks for an acronym of two to six capitals that the article uses at least twice and explains nowhere: no words with these
    /// initials, no bracket, nothing that says what it is (“the charity NSPCC”). Those that every reader knows are let pass. And
    /// it looks for an acronym in brackets after two different names.
    ///
    /// ## Why this matters
    /// A reader can't check a statement on what they can't name. Two names for one acronym: at least one is wrong.
    ///
    /// ## Example
    /// “The Organization of American States (OAS) met in May.”, and later: “the Organization of African States (OAS)”.
    ///
    /// ## What to do instead
    /// Spell it out where it comes first, and look up the name.
    "T406", "acronym", Text, Low, Check::Text(check)
}

/// Words that say what a name is the name of.
const KINDS: &str = "
union party group agency charity network gang airline station channel magazine coalition virus format cartel giant firm company
bank regulator body laboratory lab club team watchdog maker console steroid drug campaigners broadcaster carrier operator
retailer organisation organization ministry handheld number technology system protocol steel league association federation
committee council commission institute foundation programme program act law treaty test scan gene protein enzyme acid language
software standard interface file files chain stores store shop shops format disc disk chip chips website site newspaper paper
lender insurer carmaker manufacturer publisher label studio band army militia movement faction rebels guerrillas think-tank
tank lobby pressure consultancy analysts brokerage supermarket supplier tribunal court force police service unit missile
aircraft jet gun rifle rocket satellite probe mission spacecraft degree exam diploma syndrome disease disorder infection";

/// What an article has of an acronym.
#[derive(Default)]
struct Use {
    places: Vec<Span>,
    is_explained: bool,
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut findings = two_names(article);
    let uses = uses(article);
    if uses
        .values()
        .all(|used| used.places.len() < 2 || used.is_explained)
    {
        return findings;
    }
    let runs: Vec<[String; 2]> = article.all().iter().map(initials).collect();
    let spelled = spelled_out(&runs, &uses);
    for (acronym, used) in &uses {
        let first = used.places.first();
        if let Some(first) = first
            .filter(|_| used.places.len() > 1 && !used.is_explained && !spelled.contains(acronym))
        {
            let message = format!(
                "“{acronym}” is used {} times and never spelled out",
                used.places.len()
            );
            let found = Found::on_words(*first, message)
                .instead("spell it out where it comes first")
                .sure(Certainty::Likely);
            findings.push(found);
        }
    }
    findings
}

/// Every acronym that readers may not know, with its places.
fn uses<'t>(article: &Article<'t>) -> BTreeMap<&'t str, Use> {
    let mut uses: BTreeMap<&str, Use> = BTreeMap::new();
    for line in article.prose() {
        for at in 0..line.reading.tokens.len() {
            let Some(acronym) = acronym_at(line, at).filter(|acronym| !is_known(acronym)) else {
                continue;
            };
            let this = uses.entry(acronym).or_default();
            let span = line.span_of(at..at + 1).and_then(|span| {
                Some(Span::new(span.start, span.start + acronym.len()))
                    .filter(|_| !is_shouted(line, at) && !is_name_part(line, at))
            });
            match span {
                Some(span) => this.places.push(span),
                // Capitals that are initials or shouting somewhere may be so elsewhere.
                None => this.is_explained = true,
            }
            this.is_explained |= is_explained(line, at);
        }
    }
    uses
}

/// Whether the words around are capitals too.
fn is_shouted(line: &Line<'_>, at: usize) -> bool {
    let all_capitals = |at: usize| {
        let word = line.reading.word(at);
        word.len() > 1 && word.chars().all(char::is_uppercase)
    };
    at.checked_sub(1).is_some_and(all_capitals) || all_capitals(at + 1)
}

/// “JK Rowling”, “Sgt TJ Smith”, “DCI Ana Vega”; “Smith, AB” in a list of works.
fn is_name_part(line: &Line<'_>, at: usize) -> bool {
    let reading = &line.reading;
    reading.word(at).len() <= 3 && reading.is(at + 1, Shape::Word) && reading.is_capital(at + 1)
}

/// Whether the words around say what it is: a bracket at it, “ACR, the X”,
/// “the charity ACR”, “called ACR”.
fn is_explained(line: &Line<'_>, at: usize) -> bool {
    let reading = &line.reading;
    let before = at.checked_sub(1).map_or("", |before| reading.lower(before));
    let in_bracket = before == "("
        || reading.word(at + 1) == "("
        || matches!(before, "[" | "“" | "\"" | "‘" | "'" | ":" | "=");
    let stands_for = matches!(reading.lower(at + 1), "stands" | "means" | "=" | "–" | "—")
        || reading.has(at + 1, &["is", "a"])
        || reading.has(at + 1, &["is", "the"])
        || reading.has(at + 1, &["is", "an"]);
    let apposed = reading.word(at + 1) == ","
        && matches!(
            reading.lower(at + 2),
            "the" | "a" | "an" | "or" | "which" | "short" | "one" | "as"
        );
    let or = matches!(before, "or" | "called" | "named" | "renamed" | "as");
    // “the charity NSPCC”, “the GMB union”, “the watchdog’s MOT check”
    let described = at >= 2
        && line.reading.is(at - 1, Shape::Word)
        && !reading.is_capital(at - 1)
        && before.len() > 4
        && matches!(reading.lower(at - 2), "the" | "a" | "an" | "group" | "its");
    let is_kind = |at: usize| {
        KINDS
            .split_whitespace()
            .any(|kind| kind == reading.lower(at))
    };
    // “advertising giant WPP”, “the ruling body, the IAAF”
    let small = |at: usize| matches!(reading.lower(at), "," | "the" | "-" | "–" | "—");
    let kind_before = (at.saturating_sub(3)..at)
        .rev()
        .find(|at| !small(*at))
        .is_some_and(is_kind);
    let dashed = matches!(reading.word(at + 1), "-" | "–" | "—") && !reading.is_glued(at + 1);
    in_bracket
        || stands_for
        || apposed
        || or
        || described
        || dashed
        || kind_before
        || is_kind(at + 1)
        || is_in_name(line, at)
}

/// “Windows XP”, “Sony’s PSP”, “Cardiff AAC”: a part of a longer name.
fn is_in_name(line: &Line<'_>, at: usize) -> bool {
    let reading = &line.reading;
    let is_name = |at: usize| {
        reading.is(at, Shape::Word) && reading.is_capital(at) && reading.word(at).len() > 2
    };
    let owned =
        at > 2 && reading.lower(at - 1) == "s" && reading.is_glued(at - 1) && is_name(at - 3);
    // “It is said of the C180 SE”: models and flights have numbers.
    let numbered = reading.is(at + 1, Shape::Digits) || at > 0 && reading.is(at - 1, Shape::Digits);
    at > 1 && is_name(at - 1) || owned || numbered
}

/// The acronyms whose letters are the initials of words that follow one another.
fn spelled_out<'t>(runs: &[[String; 2]], uses: &BTreeMap<&'t str, Use>) -> BTreeSet<&'t str> {
    let mut wanted: HashMap<String, &str> = HashMap::new();
    for acronym in uses.keys() {
        wanted.insert(acronym.to_lowercase(), acronym);
    }
    let mut found = BTreeSet::new();
    for run in runs.iter().flatten() {
        let letters: Vec<(usize, char)> = run.char_indices().collect();
        for (at, (start, _)) in letters.iter().enumerate() {
            for length in 2..=6 {
                let end = letters.get(at + length).map_or(run.len(), |(end, _)| *end);
                let known = run
                    .get(*start..end)
                    .and_then(|initials| wanted.get(initials));
                found.extend(known);
            }
        }
    }
    found
}

/// Acronyms in brackets after two names that differ.
fn two_names(article: &Article<'_>) -> Vec<Found> {
    let mut first_of: HashMap<&str, (Vec<String>, Span)> = HashMap::new();
    let mut findings = Vec::new();
    for line in article.prose() {
        for at in 1..line.reading.tokens.len() {
            let bracketed = line.reading.word(at - 1) == "(" && line.reading.word(at + 1) == ")";
            let Some(acronym) =
                acronym_at(line, at).filter(|acronym| bracketed && acronym.len() > 2)
            else {
                continue;
            };
            let words = words_before(line, at - 1, acronym);
            let Some(span) = words.clone().and_then(|words| line.span_of(words)) else {
                continue;
            };
            let name = evened(line, words.unwrap_or_default());
            match first_of.get(acronym) {
                Some((first, other)) if !is_same(first, &name) => {
                    let message = format!(
                        "“{acronym}” is spelled out as “{}” here and as “{}” before",
                        article.words(span),
                        article.words(*other)
                    );
                    findings.push(
                        Found::on_words(span, message)
                            .against(article.contrary(*other))
                            .instead("look up the name")
                            .sure(Certainty::Likely),
                    );
                }
                Some(_) => {}
                None => {
                    first_of.insert(acronym, (name, span));
                }
            }
        }
    }
    findings
}

/// A name without what makes no difference: small words, British and American
/// spelling, the “s” of a plural.
fn evened(line: &Line<'_>, words: std::ops::Range<usize>) -> Vec<String> {
    let words = words
        .filter(|at| line.reading.is(*at, Shape::Word))
        .map(|at| line.reading.lower(at));
    let words = words.filter(|word| !is_small(word) && *word != "s");
    let evened = words.map(|word| {
        word.replace("isation", "ization")
            .replace("centre", "center")
            .replace("defence", "defense")
            .replace("our", "or")
            .replace("programme", "program")
            .trim_end_matches('s')
            .to_owned()
    });
    evened.collect()
}

/// Whether two names have the same words, some of them cut: “Async”, “Asynchronous”.
fn is_same(one: &[String], other: &[String]) -> bool {
    let cut = |(one, other): (&String, &String)| {
        one.starts_with(other.as_str()) || other.starts_with(one.as_str())
    };
    one.len() == other.len() && one.iter().zip(other).all(cut)
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
                "The plan needs the ‹LVB› to agree. It was late. A vote by LVB members follows.",
                "Talks with the ‹QRT› failed in May. The QRT left the room.",
                "The report by ‹ZKB› was thin. Nobody at ZKB would say why.",
                "Two ‹NWT›s were built in 2019. Each NWT cost $4 million.",
                "The Organization of American States (OAS) met. It rained. The ‹Organization of African States› (OAS) left.",
                "The Bridge and Road Trust (BRT) paid. Later, the ‹Bus and Rail Trust› (BRT) did.",
                "The rules of the ‹DPLR› are old. Under the DPLR, no bridge is safe.",
                "Money from the ‹KVW› was late. So the town asked KVW’s head.",
            ],
            &[
                "The U.S. and the EU met. The EU left.",
                "The Lindau Valley Board (LVB) met. The LVB voted.",
                "The LVB (Lindau Valley Board) met. The LVB voted.",
                "The LVB met. The Lindau valley board voted in May; LVB members were glad.",
                "The Terrorism Confinement Center (CECOT) is new. CECOT is full.",
                "The LVB, the body that pays for bridges, met. The LVB voted.",
                "The charity QRT paid. QRT has no staff.",
                "It is NOT true, she said, and he did NOT say so.",
                "The road from Lindau, NY, to Altdorf, NY, is closed.",
                "Gangs such as MS-13 came. MS-13 is violent.",
                "JK Rowling came. JK Rowling left.",
                "It was in Part III of the law. Part III is long.",
                "“WE WILL RTFG NOW,” he wrote. “WE WILL RTFG NOW.”",
                "The Organisation of American States (OAS) met. The Organization of American States (OAS) left.",
                "The LVB met once.",
                "The advertising giant QRT paid. QRT has no staff.",
                "The ruling body, the QRT, paid. Then QRT left.",
                "Its shop sells Windows QRT. QRT is old.",
                "Lindau’s QRT is full. The QRT is old.",
                "The Async Task Frame (ATF) is new. The Asynchronous Task Frame (ATF) is old.",
                "Its shares (NYSE: QRT) fell. QRT fell by 4 percent.",
            ],
        );
    }
}
