//! A search taken apart: words, phrases, parentheses, and names with values.

use super::filters::key_named;

/// A piece of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// `(`
    Open,
    /// `)`
    Close,
    /// A minus before what follows at once.
    Minus,
    /// What stands between spaces.
    Bare(String),
    /// What stands between quotation marks, and whether its last word may go on.
    Quoted(String, bool),
    /// A name that the search knows, with the values after its colon.
    Named(&'static str, Vec<String>),
}

/// Marks that begin and end a phrase.
fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂'
    )
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−')
}

/// Takes a search apart.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    // Nothing that acts or ends a text may reach the index.
    let clean: Vec<char> = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let mut reader = Reader {
        rest: &clean,
        found: Vec::new(),
    };
    while let Some((first, rest)) = reader.rest.split_first() {
        match first {
            c if c.is_whitespace() => reader.rest = rest,
            '(' | '（' => reader.one(Token::Open),
            ')' | '）' => reader.one(Token::Close),
            c if is_quote(*c) => reader.phrase(),
            c if is_minus(*c) => reader.minus(),
            _ => reader.bare(),
        }
    }
    reader.found
}

struct Reader<'t> {
    rest: &'t [char],
    found: Vec<Token>,
}

impl Reader<'_> {
    fn one(&mut self, token: Token) {
        self.rest = &self.rest[1..];
        self.found.push(token);
    }

    /// The characters up to one that ends them, which is left.
    fn until(&mut self, ends: impl Fn(char) -> bool) -> String {
        let length = self.rest.iter().position(|c| ends(*c));
        let (taken, rest) = self.rest.split_at(length.unwrap_or(self.rest.len()));
        self.rest = rest;
        taken.iter().collect()
    }

    /// A phrase, which the end of the search ends too.
    fn between_quotes(&mut self) -> String {
        self.rest = &self.rest[1..];
        let phrase = self.until(is_quote);
        self.rest = self.rest.split_first().map_or(&[], |(_, rest)| rest);
        phrase
    }

    fn phrase(&mut self) {
        let phrase = self.between_quotes();
        let goes_on = self.rest.first() == Some(&'*');
        if goes_on {
            self.rest = &self.rest[1..];
        }
        self.found.push(Token::Quoted(phrase, goes_on));
    }

    /// A minus means “not” where something follows it at once.
    fn minus(&mut self) {
        let length = self.rest.iter().take_while(|c| is_minus(**c)).count();
        self.rest = &self.rest[length..];
        if self.rest.first().is_some_and(|c| !c.is_whitespace()) {
            self.found.push(Token::Minus);
        }
    }

    fn bare(&mut self) {
        let name_length = self.rest.iter().take_while(|c| c.is_ascii_alphabetic());
        let length = name_length.count();
        if self.rest.get(length) == Some(&':') {
            let name: String = self.rest[..length].iter().collect();
            if let Some(name) = key_named(&name) {
                self.rest = &self.rest[length + 1..];
                let values = self.values();
                self.found.push(Token::Named(name, values));
                return;
            }
        }
        let ends =
            |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）') || is_quote(c);
        let chunk = self.until(ends);
        self.found.push(Token::Bare(chunk));
    }

    /// Values with commas between them.
    fn values(&mut self) -> Vec<String> {
        let ends = |c: char| {
            c.is_whitespace() || matches!(c, ',' | '(' | ')' | '（' | '）') || is_quote(c)
        };
        let mut values = Vec::new();
        loop {
            let value = match self.rest.first() {
                Some(c) if is_quote(*c) => self.between_quotes(),
                _ => self.until(ends),
            };
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() {
                values.push(value);
            }
            if self.rest.first() != Some(&',') {
                return values;
            }
            self.rest = &self.rest[1..];
        }
    }
}
