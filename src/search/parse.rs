//! From pieces of a search to what is sought.
//!
//! AND may be left out, and binds closer than OR. `in:` holds for what follows
//! it in its parentheses; at their end, for all in them.

use super::filters::{Filter, IN, fields, filter, key_near};
use super::script::{is_letter, is_spaceless};
use super::tokens::{Token, tokens};
use super::{Form, NotAValue, Note, Query, Sought, Term};
use crate::model::search::SearchField;

/// Parentheses within parentheses beyond this are as if they were not there.
const DEEPEST: usize = 12;

/// How many terms are looked for.
const MOST_TERMS: usize = 200;

/// Understands a search.
pub fn parse(text: &str) -> Result<Query, NotAValue> {
    let mut found = tokens(text);
    let is_operator = |token: &Token| match token {
        Token::Bare(word) => matches!(word.as_str(), "AND" | "OR" | "NOT"),
        Token::Open | Token::Close | Token::Minus => true,
        Token::Quoted(..) | Token::Named(..) => false,
    };
    // Operators without anything to join are words.
    if found.iter().all(is_operator) {
        found = found.into_iter().map(as_word).collect();
    }
    let mut parser = Parser {
        rest: found.into_iter().peekable(),
        query: Query::default(),
        fields: Vec::new(),
        in_at: None,
        terms: 0,
        depth: 0,
    };
    parser.query.sought = parser.group()?;
    if parser.terms > MOST_TERMS {
        parser.query.notes.push(Note::TooMany(MOST_TERMS));
    }
    Ok(parser.query)
}

fn as_word(token: Token) -> Token {
    match token {
        Token::Bare(word) => Token::Bare(word.to_lowercase()),
        other => other,
    }
}

struct Parser {
    rest: std::iter::Peekable<std::vec::IntoIter<Token>>,
    query: Query,
    /// Where the terms that come are looked for.
    fields: Vec<SearchField>,
    /// The number of terms when `in:` was met last.
    in_at: Option<usize>,
    terms: usize,
    depth: usize,
}

impl Parser {
    /// Everything up to the end, or to the parenthesis that closes the group.
    fn group(&mut self) -> Result<Option<Sought>, NotAValue> {
        let outer = (std::mem::take(&mut self.fields), self.in_at.take());
        self.fields.clone_from(&outer.0);
        let mut any = Vec::new();
        loop {
            any.extend(self.all()?);
            if !matches!(self.rest.peek(), Some(Token::Bare(word)) if word == "OR") {
                break;
            }
            self.rest.next();
        }
        let mut found = joined(any, Sought::Any);
        if self.in_at == Some(self.terms)
            && let Some(found) = &mut found
        {
            look_in(found, &self.fields);
        }
        (self.fields, self.in_at) = outer;
        Ok(found)
    }

    /// What must all be found, up to an OR.
    fn all(&mut self) -> Result<Option<Sought>, NotAValue> {
        let mut all = Vec::new();
        while let Some(token) = self.rest.peek() {
            match token {
                Token::Bare(word) if word == "OR" => break,
                // Nothing was opened that this could close.
                Token::Close if self.depth == 0 => {
                    self.rest.next();
                }
                Token::Close => break,
                _ => all.extend(self.one()?),
            }
        }
        Ok(joined(all, Sought::All))
    }

    /// One term or group, or nothing where a filter was met.
    fn one(&mut self) -> Result<Option<Sought>, NotAValue> {
        let mut negated = false;
        loop {
            match self.rest.peek() {
                Some(Token::Minus) => {}
                Some(Token::Bare(word)) if word == "NOT" => {}
                Some(Token::Close) | None => return Ok(None),
                Some(Token::Bare(word)) if word == "OR" => return Ok(None),
                Some(_) => break,
            }
            self.rest.next();
            negated = !negated;
        }
        let filters = self.query.filters.len();
        let found = match self.rest.next() {
            Some(Token::Open) => self.within()?,
            Some(Token::Bare(word)) if word == "AND" => None,
            Some(Token::Bare(word)) => self.bare(&word),
            Some(Token::Quoted(phrase, goes_on)) => self.phrase(&phrase, goes_on),
            Some(Token::Named(key, values)) => self.named(key, values)?,
            Some(Token::Minus | Token::Close) | None => None,
        };
        if negated && found.is_none() {
            for filter in &mut self.query.filters[filters..] {
                filter.negated = !filter.negated;
            }
        }
        Ok(if negated { found.map(not) } else { found })
    }

    /// A filter, or where to look.
    fn named(
        &mut self,
        key: &'static str,
        values: Vec<String>,
    ) -> Result<Option<Sought>, NotAValue> {
        if values.is_empty() {
            self.query.notes.push(Note::NoWords(format!("{key}:")));
        } else if key == IN {
            self.fields = fields(&values)?;
            self.in_at = Some(self.terms);
        } else if let Some(test) = filter(key, values)? {
            let negated = false;
            self.query.filters.push(Filter { negated, test });
        }
        Ok(None)
    }

    fn within(&mut self) -> Result<Option<Sought>, NotAValue> {
        if self.depth >= DEEPEST {
            return Ok(None);
        }
        self.depth += 1;
        let found = self.group()?;
        self.depth -= 1;
        if self.rest.peek() == Some(&Token::Close) {
            self.rest.next();
        }
        Ok(found)
    }

    /// What stands between spaces: a word, a beginning, a piece, or several of
    /// them with marks between.
    fn bare(&mut self, chunk: &str) -> Option<Sought> {
        if let Some((name, rest)) = chunk.split_once(':')
            && rest.starts_with(is_letter)
            && let Some(near) = key_near(name)
        {
            self.query.notes.push(Note::NoFilter {
                given: name.to_owned(),
                near,
            });
        }
        let text = chunk.trim_matches('*');
        let is_piece = chunk.starts_with('*');
        if is_piece || !text.chars().any(is_spaceless) {
            let form = match (is_piece, chunk.ends_with('*')) {
                (true, _) => Form::Piece,
                (false, true) => Form::Prefix,
                (false, false) => Form::Words,
            };
            return self.term(text, form);
        }
        let pieces = text
            .split(|c| !is_letter(c))
            .filter(|piece| !piece.is_empty());
        let found = pieces.filter_map(|piece| {
            let form = if piece.chars().any(is_spaceless) {
                Form::Piece
            } else {
                Form::Words
            };
            self.term(piece, form)
        });
        joined(found.collect(), Sought::All)
    }

    fn phrase(&mut self, phrase: &str, goes_on: bool) -> Option<Sought> {
        let form = if phrase.chars().any(is_spaceless) {
            Form::Piece
        } else if goes_on {
            Form::Prefix
        } else {
            Form::Words
        };
        self.term(phrase, form)
    }

    fn term(&mut self, text: &str, form: Form) -> Option<Sought> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let says_something = match form {
            Form::Piece => !text.is_empty(),
            Form::Words | Form::Prefix => text.chars().any(is_letter),
        };
        if !says_something {
            if !text.is_empty() {
                self.query.notes.push(Note::NoWords(text));
            }
            return None;
        }
        self.terms += 1;
        (self.terms <= MOST_TERMS).then(|| {
            Sought::Term(Term {
                text,
                form,
                fields: self.fields.clone(),
            })
        })
    }
}

/// Several as one, without layers that say nothing.
fn joined(mut parts: Vec<Sought>, join: fn(Vec<Sought>) -> Sought) -> Option<Sought> {
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(join(parts)),
    }
}

fn not(sought: Sought) -> Sought {
    match sought {
        Sought::Not(inner) => *inner,
        other => Sought::Not(Box::new(other)),
    }
}

/// Has every term that is looked for everywhere looked for in these places.
fn look_in(sought: &mut Sought, fields: &[SearchField]) {
    match sought {
        Sought::Term(term) if term.fields.is_empty() => term.fields = fields.to_vec(),
        Sought::Term(_) => {}
        Sought::All(parts) | Sought::Any(parts) => {
            for part in parts {
                look_in(part, fields);
            }
        }
        Sought::Not(inner) => look_in(inner, fields),
    }
}
