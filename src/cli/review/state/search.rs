//! Words looked for in the text and in the statements of its claims.

use std::ops::Range;

use super::{Said, State};
use crate::cli::review::page::What;
use crate::model::ids::ClaimId;

/// What was looked for, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli::review) struct Sought {
    words: String,
    /// In the order of the text.
    places: Vec<Place>,
    at: usize,
}

/// A place where words were found: in the text, or in the statement of a claim, which
/// may be worded otherwise than the text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    span: Range<usize>,
    statement_of: Option<ClaimId>,
}

impl Sought {
    /// Whether the words were found here, in the text.
    pub(in crate::cli::review) fn covers(&self, at: usize) -> bool {
        let begun = self.places.partition_point(|place| place.span.start <= at);
        let near = self.places[..begun]
            .iter()
            .rev()
            .take_while(|place| place.statement_of.is_some() || place.span.contains(&at));
        near.into_iter()
            .any(|place| place.statement_of.is_none() && place.span.contains(&at))
    }
}

impl State {
    /// Looks for words, and goes to the first place from here on.
    pub(super) fn search(&mut self, words: &str) {
        let in_text = found(self.page.text(), words)
            .into_iter()
            .map(|span| Place {
                span,
                statement_of: None,
            });
        let mut places: Vec<Place> = in_text.collect();
        for claim in &self.walk.claims {
            let quote_holds = claim
                .quote
                .as_ref()
                .is_some_and(|quote| !found(quote, words).is_empty());
            let Some(span) = self.walk.span_of(claim).filter(|_| !quote_holds) else {
                continue;
            };
            if !found(&claim.statement, words).is_empty() {
                places.push(Place {
                    span: span.start..span.end,
                    statement_of: Some(claim.id),
                });
            }
        }
        places.sort_by_key(|place| place.span.start);
        if places.is_empty() {
            self.sought = None;
            self.said = Some(Said::Trouble(format!(
                "“{words}” stands neither in the text nor in a statement"
            )));
            return;
        }
        let from = self.current_span().map_or(self.top, |span| span.start);
        let at = places.partition_point(|place| place.span.start < from) % places.len();
        self.sought = Some(Sought {
            words: words.to_owned(),
            places,
            at,
        });
        self.show_found();
    }

    /// Goes to the next place where the words were found, or the one before.
    pub(super) fn go_found(&mut self, forwards: bool) {
        match &mut self.sought {
            Some(sought) => {
                let all = sought.places.len();
                let by = if forwards { 1 } else { all - 1 };
                sought.at = (sought.at + by) % all;
                self.show_found();
            }
            None => self.said = Some(Said::Note("nothing was searched yet; press /".to_owned())),
        }
    }

    /// Shows the place that was found: with its claim, where it stands in one.
    fn show_found(&mut self) {
        let Some((sought, place)) = self
            .sought
            .as_ref()
            .and_then(|sought| Some((sought, sought.places.get(sought.at)?.clone())))
        else {
            return;
        };
        let said = format!(
            "“{}”: {} of {}",
            sought.words,
            sought.at + 1,
            sought.places.len()
        );
        let shown = |id: &ClaimId| self.shown().any(|claim| claim.id == *id);
        let claims = self
            .page
            .marks_at(place.span.start)
            .filter_map(|mark| match mark.what {
                What::Claim(id, _) => Some((mark.span.len(), id)),
                What::Flag(_) => None,
            });
        let shortest = claims.filter(|(_, id)| shown(id)).min();
        let claim = place.statement_of.or(shortest.map(|(_, id)| id));
        if let Some(id) = claim {
            self.go(id);
        }
        self.wanted = Some(place.span);
        self.said = Some(Said::Note(said));
    }
}

/// Where words stand in a text, in any case.
fn found(text: &str, words: &str) -> Vec<Range<usize>> {
    let words: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    let mut places = Vec::new();
    let mut from = 0;
    for (at, _) in text.char_indices() {
        if at < from {
            continue;
        }
        if let Some(length) = begins_with(&text[at..], &words) {
            places.push(at..at + length);
            from = at + length;
        }
    }
    places
}

/// How many bytes of a text are these letters, where it begins with them in any case.
fn begins_with(text: &str, letters: &[char]) -> Option<usize> {
    let mut wanted = letters.iter();
    let mut length = 0;
    for c in text.chars() {
        if wanted.len() == 0 {
            break;
        }
        for small in c.to_lowercase() {
            if wanted.next() != Some(&small) {
                return None;
            }
        }
        length += c.len_utf8();
    }
    (wanted.len() == 0 && length > 0).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(found("Žilina and žilina", "ŽIL"), vec![0..4, 12..16]);
        assert_eq!(found("aaa", "aa"), vec![0..2]);
        assert!(found("abc", "").is_empty());
        assert_eq!(found("İstanbul", "stan"), vec![2..6]);
    }
}
