//! What a search found, for eyes: what each thing is, and below it the words
//! it was found by, which stand out where there is colour.

use schemars::JsonSchema;
use serde::Serialize;

use super::page::Page;
use super::table::Cell;
use super::{Listed, Look, Shown, sanitize};
use crate::model::search::{DocumentKind, Hit, SearchField};

/// How far snippets are set in.
pub(super) const INDENT: &str = "    ";

/// What stands between the parts of what is told of a thing.
pub(super) const BETWEEN: &str = " · ";

/// Begins and ends what stands out.
const STRONG: (&str, &str) = ("\u{1b}[1m", "\u{1b}[22m");

/// How many things a search found.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Counted {
    /// The number.
    pub(crate) count: u64,
}

impl Shown for Counted {
    fn show(&self, page: &mut Page) {
        page.document(&format!("{}\n", self.count));
    }
}

impl Listed for Hit {
    const COLUMNS: &'static [&'static str] = &["kind", "id", "article", "rating", "in", "snippet"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.kind),
            Cell::number(self.id),
            Cell::maybe(self.article),
            Cell::maybe(self.rating_label.as_deref()),
            Cell::maybe(self.field),
            Cell::short(&self.snippet),
        ]
    }
}

/// Hits one below the other.
pub(super) fn listing(hits: &[Hit], look: Look) -> String {
    let width = usize::from(look.width.unwrap_or(u16::MAX));
    let options = textwrap::Options::new(width)
        .initial_indent(INDENT)
        .subsequent_indent(INDENT);
    let mut text = String::new();
    for hit in hits {
        text += &head(hit, look);
        text.push('\n');
        text += &textwrap::fill(&marked(hit, look), &options);
        text.push('\n');
    }
    text
}

/// What a hit is, with its name standing out.
fn head(hit: &Hit, look: Look) -> String {
    name_stands_out(&described(hit), look)
}

/// What a hit is: `claim 12 · article 3 · ✗ False · rationale`.
pub(crate) fn described(hit: &Hit) -> String {
    let mut parts = vec![format!("{} {}", hit.kind, hit.id)];
    match (hit.kind, hit.article, hit.claim) {
        (DocumentKind::Flag, _, Some(claim)) => parts.push(format!("claim {claim}")),
        (DocumentKind::Claim | DocumentKind::Flag, Some(article), _) => {
            parts.push(format!("article {article}"));
        }
        (DocumentKind::Article | DocumentKind::Source, ..)
            if hit.field != Some(SearchField::Title) =>
        {
            parts.extend(hit.title.clone());
        }
        _ => {}
    }
    match (&hit.rating_label, hit.rating_tone) {
        (Some(label), Some(tone)) => parts.push(format!("{} {label}", tone.sign())),
        _ => parts.extend(hit.state.map(|state| state.to_string())),
    }
    let own = [SearchField::Statement, SearchField::Message];
    let field = hit.field.filter(|field| !own.contains(field));
    parts.extend(field.map(|field| field.to_string()));
    parts.join(BETWEEN)
}

/// What is told of a thing in parts, the first of which is its name.
pub(super) fn name_stands_out(told: &str, look: Look) -> String {
    let told = safe(told, look);
    match told.split_once(BETWEEN) {
        Some((name, rest)) => format!("{}{BETWEEN}{rest}", strong(name, look)),
        None => strong(&told, look),
    }
}

/// The snippet with what was found standing out.
fn marked(hit: &Hit, look: Look) -> String {
    let letters: Vec<char> = hit.snippet.chars().collect();
    let piece = |from: usize, to: usize| {
        let piece: String = letters[from..to].iter().collect();
        safe(&piece, look)
    };
    let mut text = String::new();
    let mut at = 0;
    for (start, end) in &hit.marks {
        text += &piece(at, *start);
        text += &strong(&piece(*start, *end), look);
        at = *end;
    }
    text + &piece(at, letters.len())
}

pub(super) fn strong(text: &str, look: Look) -> String {
    if look.color {
        format!("{}{text}{}", STRONG.0, STRONG.1)
    } else {
        text.to_owned()
    }
}

pub(super) fn safe(text: &str, look: Look) -> String {
    if look.terminal {
        sanitize::for_terminal(text).into_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(color: bool) -> Look {
        Look {
            width: Some(40),
            color,
            terminal: color,
            links: false,
            now: chrono::DateTime::UNIX_EPOCH,
        }
    }

    fn hit() -> Hit {
        Hit {
            kind: DocumentKind::Claim,
            id: 12,
            claim: None,
            article: "3".parse().ok(),
            title: None,
            state: None,
            rating: Some("false".to_owned()),
            rating_label: Some("False".to_owned()),
            rating_tone: Some(crate::model::scale::Tone::Bad),
            date: "2018".to_owned(),
            field: Some(SearchField::Rationale),
            snippet: "The plaque \u{1b}says that the bridge opened in 1932.".to_owned(),
            marks: vec![(26, 32)],
            score: 1.0,
        }
    }

    #[test]
    fn in_a_pipe_it_is_plain_text() {
        assert_eq!(
            listing(&[hit()], look(false)),
            "claim 12 · article 3 · ✗ False · rationale\n    The plaque \u{1b}says that the bridge\n    opened in 1932.\n"
        );
    }

    #[test]
    fn on_a_terminal_what_was_found_stands_out_and_nothing_acts() {
        let text = listing(&[hit()], look(true));
        assert!(text.contains("\u{1b}[1mbridge\u{1b}[22m"), "{text:?}");
        assert!(text.contains("\\u{1b}says"), "{text:?}");
    }
}
