//! Texts as words and marks, so that white space makes no difference when two
//! states of a text are compared.

use std::collections::HashMap;

use crate::model::text::Span;

/// A text cut into words and marks. White space between them is left out.
#[derive(Debug)]
pub struct Tokens<'t> {
    /// The text.
    pub text: &'t str,
    /// Where each token stands, in bytes.
    pub spans: Vec<Span>,
}

impl<'t> Tokens<'t> {
    /// Cuts a text: letters and digits that stand together are one token,
    /// every other character but white space is one of its own.
    pub fn new(text: &'t str) -> Self {
        Self::cut(text, |_| false)
    }

    /// The same, with each figure as one token: `19,981` and `4.2`.
    pub fn with_whole_figures(text: &'t str) -> Self {
        let digit = |at: Option<usize>| {
            let byte = at.and_then(|at| text.as_bytes().get(at));
            byte.is_some_and(u8::is_ascii_digit)
        };
        Self::cut(text, |at| {
            text[at..].starts_with([',', '.']) && digit(at.checked_sub(1)) && digit(Some(at + 1))
        })
    }

    /// Cuts a text, where a mark can belong to the word that it stands in.
    fn cut(text: &'t str, belongs: impl Fn(usize) -> bool) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let mut in_word = false;
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            let of_word = c.is_alphanumeric() || belongs(start);
            if of_word {
                match spans.last_mut().filter(|_| in_word) {
                    Some(word) => word.end = end,
                    None => spans.push(Span::new(start, end)),
                }
            } else if !c.is_whitespace() {
                spans.push(Span::new(start, end));
            }
            in_word = of_word;
        }
        Self { text, spans }
    }

    /// The token at an index.
    pub fn word(&self, index: usize) -> &'t str {
        let span = self.spans.get(index);
        span.and_then(|span| span.slice(self.text))
            .unwrap_or_default()
    }

    /// The tokens that a span of the text touches, as a range of indices.
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.spans.partition_point(|token| token.end <= span.start);
        let last = self.spans.partition_point(|token| token.start < span.end);
        first..last.max(first)
    }

    /// What the text has from the first to the last of some tokens.
    pub fn span_of(&self, tokens: std::ops::Range<usize>) -> Option<Span> {
        let first = self.spans.get(tokens.start)?;
        let last = self.spans.get(tokens.end.checked_sub(1)?)?;
        (first.start < last.end).then(|| Span::new(first.start, last.end))
    }
}

/// Gives each word of two texts a number: the same for the same word.
pub(super) fn numbered<'t>(old: &Tokens<'t>, new: &Tokens<'t>) -> (Vec<u32>, Vec<u32>) {
    let mut numbers: HashMap<&'t str, u32> = HashMap::new();
    let mut number = |tokens: &Tokens<'t>| -> Vec<u32> {
        (0..tokens.spans.len())
            .map(|index| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(tokens.word(index)).or_insert(next)
            })
            .collect()
    };
    (number(old), number(new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_are_tokens_and_white_space_is_none() {
        let tokens = Tokens::new("“Paid $4.5m,”\n he said");
        let words: Vec<&str> = (0..tokens.spans.len()).map(|at| tokens.word(at)).collect();
        assert_eq!(
            words,
            ["“", "Paid", "$", "4", ".", "5m", ",", "”", "he", "said"]
        );
        let paid = Span::new(3, 7);
        assert_eq!(paid.slice(tokens.text), Some("Paid"));
        assert_eq!(tokens.within(paid), 1..2);
        assert_eq!(tokens.within(Span::new(4, 9)), 1..3);
        assert_eq!(tokens.span_of(1..2), Some(paid));
        assert_eq!(tokens.span_of(2..2), None);
    }
}
