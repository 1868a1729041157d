//! A sentence taken apart once for everything that reads it: words, numbers
//! and marks, each with its place and its lower-case form.

use crate::model::text::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Letters.
    Word,
    /// Decimal digits 0 to 9.
    Digits,
    /// Any other single character.
    Mark,
}

/// A run of letters, a run of digits, or one mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub shape: Shape,
    /// Whether nothing parts it from the token before it: the `s` of `1990s`.
    pub glued: bool,
}

/// A text as tokens. Letters and digits that stand together are two tokens.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens in order; white space is in none.
    pub tokens: Vec<Token>,
    /// The text in lower case, byte for byte in the same places.
    lower: String,
}

impl<'t> Reading<'t> {
    /// Takes a text apart.
    pub fn new(text: &'t str) -> Self {
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5 + 1);
        let mut lower = String::with_capacity(text.len());
        let mut glued = false;
        for (start, c) in text.char_indices() {
            push_lower(&mut lower, c);
            if c.is_whitespace() {
                glued = false;
                continue;
            }
            let shape = shape_of(c);
            let end = start + c.len_utf8();
            match tokens.last_mut() {
                Some(last) if glued && shape != Shape::Mark && last.shape == shape => {
                    last.span.end = end;
                }
                _ => tokens.push(Token {
                    span: Span::new(start, end),
                    shape,
                    glued,
                }),
            }
            glued = true;
        }
        Self {
            text,
            tokens,
            lower,
        }
    }

    /// The token at an index as it is written; nothing past the end.
    pub fn word(&self, index: usize) -> &'t str {
        let span = self.tokens.get(index).map(|token| token.span);
        span.and_then(|span| span.slice(self.text))
            .unwrap_or_default()
    }

    /// The token at an index in lower case; nothing past the end.
    pub fn lower(&self, index: usize) -> &str {
        let span = self.tokens.get(index).map(|token| token.span);
        span.and_then(|span| span.slice(&self.lower))
            .unwrap_or_default()
    }

    /// The whole text in lower case, with every byte offset as in the text.
    pub fn lower_text(&self) -> &str {
        &self.lower
    }

    /// Whether the token at an index stands right behind the one before it.
    pub fn is_glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.glued)
    }

    /// Whether the token at an index is made of this.
    pub fn is(&self, index: usize, shape: Shape) -> bool {
        self.tokens
            .get(index)
            .is_some_and(|token| token.shape == shape)
    }

    /// The white space before the token at an index.
    pub fn gap(&self, index: usize) -> &'t str {
        let start = self.tokens.get(index).map(|token| token.span.start);
        let end = match index.checked_sub(1) {
            Some(before) => self.tokens.get(before).map(|token| token.span.end),
            None => Some(0),
        };
        end.zip(start)
            .and_then(|(end, start)| self.text.get(end..start))
            .unwrap_or_default()
    }

    /// Whether the token at an index begins with a capital letter.
    pub fn is_capital(&self, index: usize) -> bool {
        self.word(index).starts_with(char::is_uppercase)
    }

    /// For each token, whether it stands between quotation marks; single ones,
    /// which may be apostrophes, are not counted.
    pub fn quoted(&self) -> Vec<bool> {
        let mut quoted = false;
        let tokens = 0..self.tokens.len();
        tokens
            .map(|token| {
                quoted = match self.word(token) {
                    "“" | "«" | "„" => true,
                    "”" | "»" => false,
                    "\"" => !quoted,
                    _ => quoted,
                };
                quoted
            })
            .collect()
    }

    /// Whether these words follow one another from an index, in lower case.
    pub fn has(&self, index: usize, words: &[&str]) -> bool {
        (index..)
            .zip(words)
            .all(|(index, word)| self.lower(index) == *word)
    }

    /// What the text has from the first to the last of some tokens.
    pub fn span_of(&self, tokens: std::ops::Range<usize>) -> Option<Span> {
        let first = self.tokens.get(tokens.start)?.span;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?.span;
        (first.start < last.end).then(|| Span::new(first.start, last.end))
    }
}

/// A character's lower case where that takes as many bytes, else the character.
fn push_lower(lower: &mut String, c: char) {
    if c.is_ascii() {
        lower.push(c.to_ascii_lowercase());
        return;
    }
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) if small.len_utf8() == c.len_utf8() => lower.push(small),
        _ => lower.push(c),
    }
}

fn shape_of(c: char) -> Shape {
    match c {
        '0'..='9' => Shape::Digits,
        // Combining accents belong to the letter before them.
        '\u{300}'..='\u{36f}' => Shape::Word,
        _ if c.is_alphabetic() => Shape::Word,
        _ => Shape::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_digits_and_marks_are_parted() {
        let reading = Reading::new("In the 1990s SÁNCHEZ paid $4.5m");
        let words: Vec<&str> = (0..reading.tokens.len())
            .map(|index| reading.lower(index))
            .collect();
        assert_eq!(
            words,
            [
                "in", "the", "1990", "s", "sánchez", "paid", "$", "4", ".", "5", "m"
            ]
        );
        assert!(reading.is_glued(3) && !reading.is_glued(4));
        assert!(reading.has(0, &["in", "the"]) && !reading.has(10, &["m", "m"]));
        assert_eq!(
            reading
                .span_of(6..11)
                .and_then(|span| span.slice(reading.text)),
            Some("$4.5m")
        );
    }

    #[test]
    fn words_between_marks_are_quoted() {
        let reading = Reading::new("She said “no way” and \"yes\" too");
        let quoted: Vec<&str> = (0..)
            .zip(reading.quoted())
            .filter(|(token, quoted)| *quoted && reading.is(*token, Shape::Word))
            .map(|(token, _)| reading.word(token))
            .collect();
        assert_eq!(quoted, ["no", "way", "yes"]);
    }

    proptest! {
        #[test]
        fn lower_case_keeps_every_place(text in "(?s)([A-Za-z0-9İẞÉ’ \n]|.){0,60}") {
            let reading = Reading::new(&text);
            prop_assert_eq!(reading.lower_text().len(), text.len());
            for token in &reading.tokens {
                prop_assert!(token.span.slice(&text).is_some_and(|word| !word.is_empty()));
                prop_assert!(token.span.slice(reading.lower_text()).is_some());
            }
        }
    }
}
