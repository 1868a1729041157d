//! Titles in capitals, as styles ask for them: the first word, the last one
//! and every other that is not small.
//!
//! The processor would write every other letter small, and so turn names into
//! other words (`DeepMind`, `U.S.`). So the styles' wish is taken from them and
//! carried out here, where a word that has a capital, a digit or a dot inside
//! stays as its author wrote it.

use std::collections::BTreeSet;

use citationberg::taxonomy::Variable;
use citationberg::{
    Choose, IndependentStyle, LayoutRenderingElement as Element, Names, NamesChild, TextCase,
    TextTarget,
};

/// Articles, conjunctions and prepositions, which stay small within a title.
const SMALL: &[&str] = &[
    "a",
    "above",
    "across",
    "against",
    "among",
    "an",
    "and",
    "around",
    "as",
    "at",
    "behind",
    "below",
    "beneath",
    "beside",
    "between",
    "but",
    "by",
    "down",
    "during",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "nor",
    "of",
    "on",
    "onto",
    "or",
    "over",
    "since",
    "so",
    "the",
    "till",
    "to",
    "toward",
    "under",
    "underneath",
    "until",
    "up",
    "via",
    "with",
    "within",
    "yet",
];

/// Takes the capitals of titles out of a style: the variables that it wants
/// them for.
pub(super) fn taken_from(style: &mut IndependentStyle) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for known in &mut style.macros {
        take(&mut known.children, &mut found);
    }
    take(&mut style.citation.layout.elements, &mut found);
    if let Some(list) = &mut style.bibliography {
        take(&mut list.layout.elements, &mut found);
    }
    found
}

fn take(elements: &mut [Element], found: &mut BTreeSet<String>) {
    for element in elements {
        match element {
            Element::Text(text) => {
                if let TextTarget::Variable { var, .. } = &text.target
                    && let Variable::Standard(name) = var
                    && text.text_case == Some(TextCase::TitleCase)
                    && name.to_string().ends_with("title")
                {
                    // The short form of a title is a variable of its own.
                    found.insert(format!("{name}-short"));
                    found.insert(name.to_string());
                    text.text_case = None;
                }
            }
            Element::Group(group) => take(&mut group.children, found),
            Element::Choose(choose) => take_of_branches(choose, found),
            Element::Names(names) => take_of_names(names, found),
            Element::Date(_) | Element::Number(_) | Element::Label(_) => {}
        }
    }
}

fn take_of_branches(choose: &mut Choose, found: &mut BTreeSet<String>) {
    take(&mut choose.if_.children, found);
    for branch in &mut choose.else_if {
        take(&mut branch.children, found);
    }
    if let Some(branch) = &mut choose.otherwise {
        take(&mut branch.children, found);
    }
}

/// A title can stand where a name would.
fn take_of_names(names: &mut Names, found: &mut BTreeSet<String>) {
    for child in &mut names.children {
        if let NamesChild::Substitute(instead) = child {
            take(&mut instead.children, found);
        }
    }
}

/// A title in English with its capitals.
pub(super) fn capitalised(title: &str) -> String {
    let words: Vec<&str> = title.split(' ').collect();
    let mut written = Vec::with_capacity(words.len());
    let mut before: Option<&str> = None;
    for (place, word) in words.iter().enumerate() {
        let begins = before.is_none_or(ends_part) || word.starts_with(['(', '[', '“', '"']);
        let ends = place + 1 == words.len();
        written.push(if begins || ends {
            parts(word, true)
        } else if before.is_some_and(|before| before.ends_with('.')) && is_small(core(word)) {
            // Behind a period, only its author knows whether a sentence begins.
            (*word).to_owned()
        } else {
            parts(word, false)
        });
        before = Some(word);
    }
    written.join(" ")
}

/// Whether what follows a word begins anew.
fn ends_part(word: &str) -> bool {
    word.ends_with([':', '?', '!', '—', '–'])
}

/// A word without the marks around it.
fn core(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_small(word: &str) -> bool {
    SMALL.contains(&word.to_lowercase().as_str())
}

/// A word, each part of which is one: `South-South`, `State-of-the-Art`.
fn parts(word: &str, whatever: bool) -> String {
    let mut written = String::with_capacity(word.len());
    for (place, part) in word.split_inclusive(['-', '–', '—', '/']).enumerate() {
        written += &part_of_word(part, whatever && place == 0);
    }
    written
}

fn part_of_word(part: &str, whatever: bool) -> String {
    let word = core(part);
    if !whatever && is_small(word) {
        let one_capital = word.chars().filter(|c| c.is_uppercase()).count() == 1;
        // A lone A may be a name: "Vitamin A".
        return if one_capital && word.chars().count() > 1 {
            part.to_lowercase()
        } else {
            part.to_owned()
        };
    }
    let keeps = |c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '.' | '@' | '_');
    match part.char_indices().find(|(_, c)| c.is_alphanumeric()) {
        Some((at, first)) if !word.contains(keeps) => {
            let (marks, rest) = part.split_at(at);
            let rest = rest.strip_prefix(first).unwrap_or_default();
            format!("{marks}{}{rest}", first.to_uppercase())
        }
        _ => part.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_abbreviations_stay_as_they_are() {
        for (title, capitals) in [
            ("the U.S. and El Salvador", "The U.S. and El Salvador"),
            ("How DeepMind uses NumPy", "How DeepMind Uses NumPy"),
            ("iPhone sales in the EU", "iPhone Sales in the EU"),
            (
                "Deaths from covid-19 at example.org",
                "Deaths from Covid-19 at example.org",
            ),
            ("A state-of-the-art review", "A State-of-the-Art Review"),
            ("What it is for", "What It Is For"),
            (
                "Taiwan: the end of an affair",
                "Taiwan: The End of an Affair",
            ),
            ("Vitamin A in food", "Vitamin A in Food"),
            (
                "The making Of “the plaque” (and more)",
                "The Making of “The Plaque” (And More)",
            ),
            ("WHO: THE YEAR IN NUMBERS", "WHO: THE YEAR IN NUMBERS"),
            ("Nothing changed. The end", "Nothing Changed. The End"),
            ("über", "Über"),
            ("—", "—"),
        ] {
            assert_eq!(capitalised(title), capitals);
        }
    }
}
