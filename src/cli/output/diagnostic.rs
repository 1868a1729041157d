//! What rules find, for eyes: the words in their line with a mark under them,
//! what is wrong, and what to do.

use std::collections::HashMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use textwrap::{Options, WordSplitter};

use super::sanitize::for_terminal;
use super::{Format, Listed, Output};
use crate::cli::error::CliError;
use crate::model::flag::Severity;
use crate::model::text::Span;

/// Width of a page when nothing says how wide it is.
const WIDTH: usize = 100;

/// Most characters that are marked in a line; of longer words the beginning is
/// shown.
const LONGEST_MARK: usize = 60;

/// Columns that stand before a message.
const MARGIN: usize = 16;

/// One finding as it is shown.
pub(crate) struct Diagnostic {
    /// How much it matters.
    pub(crate) severity: Severity,
    /// Code and name of the rule, or whose flag it is.
    pub(crate) rule: String,
    /// What is wrong.
    pub(crate) message: String,
    /// The article or claim it is on.
    pub(crate) on: String,
    /// The number of its line, the line, and the words in it.
    pub(crate) words: Option<(usize, String, Span)>,
    /// What contradicts the words, and what else is to be known.
    pub(crate) notes: Vec<String>,
    /// What to do, or to write instead.
    pub(crate) help: Option<String>,
}

/// Findings of which some say the same of several things.
pub(crate) trait Alike {
    /// What all those have in common that say the same; none of what stands alone.
    fn in_common(&self) -> Option<String>;
}

impl Output {
    /// Shows what rules found: in its place for eyes, as a list for programs. What
    /// says the same of several things is shown once to eyes.
    pub(crate) fn diagnostics<T: Listed + Alike>(
        &mut self,
        items: &[T],
        shown: impl Fn(&[&T]) -> Diagnostic,
    ) -> Result<(), CliError> {
        if self.format != Format::Table {
            return self.list(items);
        }
        let renderer = if self.look.color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let width = self.look.width.map_or(WIDTH, usize::from);
        let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(width);
        let mut groups: Vec<Vec<&T>> = Vec::new();
        let mut group_of: HashMap<String, usize> = HashMap::new();
        for item in items {
            let known = item.in_common();
            let group = known.map(|key| *group_of.entry(key).or_insert(groups.len()));
            match group.and_then(|at| groups.get_mut(at)) {
                Some(group) => group.push(item),
                None => groups.push(vec![item]),
            }
        }
        for same in &groups {
            let text = shown(same).safe().wrapped(width).render(&renderer);
            self.text(&text)?;
            self.text("\n\n")?;
        }
        Ok(())
    }
}

impl Diagnostic {
    /// The same without what acts on a terminal: the text of an article is
    /// nothing to trust.
    fn safe(self) -> Self {
        let safe = |text: String| for_terminal(&text).into_owned();
        let words = self.words.map(|(number, line, words)| {
            let part =
                |from: usize, to: usize| for_terminal(line.get(from..to).unwrap_or_default());
            let before = part(0, words.start);
            let marked = part(words.start, words.end);
            let (marked, behind) = match marked.char_indices().nth(LONGEST_MARK) {
                Some((cut, _)) => (format!("{}…", &marked[..cut]), "".into()),
                None => (marked.into_owned(), part(words.end, line.len())),
            };
            let span = Span::new(before.len(), before.len() + marked.len());
            (number, format!("{before}{marked}{behind}"), span)
        });
        Self {
            message: safe(self.message),
            on: safe(self.on),
            notes: self.notes.into_iter().map(safe).collect(),
            help: self.help.map(safe),
            words,
            ..self
        }
    }

    /// The same with long messages on several lines.
    fn wrapped(self, width: usize) -> Self {
        let wrap = |text: String| wrapped(&text, width.saturating_sub(MARGIN));
        Self {
            message: wrap(self.message),
            notes: self.notes.into_iter().map(wrap).collect(),
            help: self.help.map(wrap),
            ..self
        }
    }

    fn render(&self, renderer: &Renderer) -> String {
        let level = match self.severity {
            Severity::High => Level::ERROR,
            Severity::Medium => Level::WARNING,
            Severity::Low => Level::INFO,
        };
        let level = level.with_name(self.severity.as_str());
        let mut group = Group::with_title(level.primary_title(&self.message).id(&self.rule));
        group = match &self.words {
            Some((number, line, words)) => group.element(
                Snippet::source(line)
                    .line_start(*number)
                    .path(&self.on)
                    .annotation(AnnotationKind::Primary.span(words.start..words.end)),
            ),
            None => group.element(Level::NOTE.message(format!("on {}", self.on))),
        };
        for note in &self.notes {
            group = group.element(Level::NOTE.message(note));
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help));
        }
        renderer.render(&[group])
    }
}

/// A text on lines of at most so many columns, parted at spaces: a longer word
/// stands whole, for it may be an address.
fn wrapped(text: &str, width: usize) -> String {
    let whole = Options::new(width)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_messages_stand_on_several_lines() {
        assert_eq!(wrapped("one two three", 7), "one two\nthree");
        assert_eq!(
            wrapped("incomprehensibilities are", 7),
            "incomprehensibilities\nare"
        );
        assert_eq!(wrapped("", 7), "");
    }
}
