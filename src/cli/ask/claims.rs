//! A claim, found by typing: words are searched for, and a number picks.

use super::answers::Questions;
use crate::cli::output::Choice;
use crate::model::claim::{Claim, ClaimFilter, ClaimRef};
use crate::model::ids::ClaimId;
use crate::model::search::{DocumentKind, SearchPage, SearchSort};

/// So many claims are shown at once.
const MOST: u32 = 10;

impl Questions<'_> {
    /// Asks for a claim, or where a command takes `several`, for some: what is typed
    /// is searched for, and a number picks.
    pub(super) fn claims(&mut self, several: bool) -> Option<Vec<String>> {
        let mut asked = "Which claim? Type words that it has, or its number; Enter lists some";
        loop {
            let answer = self.output.question(asked)?;
            let numbers: Vec<&str> = answer.split_whitespace().collect();
            let all_numbers = numbers.iter().all(|word| word.parse::<i64>().is_ok());
            if !numbers.is_empty() && all_numbers && (several || numbers.len() == 1) {
                if numbers.iter().all(|number| self.is_claim(number)) {
                    return Some(numbers.into_iter().map(str::to_owned).collect());
                }
                continue;
            }
            let found = self.find(&answer);
            if found.is_empty() {
                self.output.reply("no claim has these words");
                continue;
            }
            self.output.choices(&found, true);
            asked = "Its number, or other words";
        }
    }

    /// Whether there is a claim of this number, with a look at it.
    fn is_claim(&mut self, number: &str) -> bool {
        let Ok(id) = number.parse::<ClaimId>() else {
            return false;
        };
        match self.desk.claim(&ClaimRef::Number(id)) {
            Ok(found) => {
                let statement = &found.claim.statement;
                self.output.reply(&format!("claim {number}: {statement}"));
                true
            }
            Err(error) => {
                self.output.reply(&error.to_string());
                false
            }
        }
    }

    /// Claims with these words, or the first few where there are none.
    fn find(&mut self, words: &str) -> Vec<Choice> {
        if words.is_empty() {
            let filter = ClaimFilter {
                limit: Some(MOST),
                ..ClaimFilter::default()
            };
            let claims = self.desk.claims(&filter).unwrap_or_default();
            return claims.iter().map(shown).collect();
        }
        let whole = self.search(words);
        if whole.is_empty() {
            // The last word may have been left half typed.
            return self.search(&format!("{words}*"));
        }
        whole
    }

    fn search(&mut self, words: &str) -> Vec<Choice> {
        let page = SearchPage {
            sort: SearchSort::Relevance,
            limit: MOST,
            offset: 0,
        };
        let asked = format!("{words} kind:{}", DocumentKind::Claim);
        let Ok(found) = self.desk.search(&asked, page) else {
            return Vec::new();
        };
        let mut ids: Vec<ClaimId> = Vec::new();
        for id in found.hits.iter().filter_map(|hit| hit.claim) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.into_iter()
            .filter_map(|id| self.desk.claim(&ClaimRef::Number(id)).ok())
            .map(|found| shown(&found.claim))
            .collect()
    }
}

fn shown(claim: &Claim) -> Choice {
    let rated = claim.rating_label.clone();
    Choice {
        word: claim.id.to_string(),
        name: rated.unwrap_or_else(|| claim.state.to_string()),
        about: claim.statement.clone(),
        tone: claim.rating_tone,
    }
}
