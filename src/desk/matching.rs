//! Earlier checks of the same claim: the index offers claims that share rare
//! words, and the matcher ranks them.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::articles::find_article;
use super::claims::find_claim;
use super::{Desk, DeskError, Result};
use crate::matching::collection::{Asked, Checked};
use crate::matching::{
    Answered, Comparison, Lesson, MOST_POSTINGS, Matcher, Question, Reasons, Session, shipped,
};
use crate::model::claim::{Claim, ClaimFilter, ClaimRef};
use crate::model::glance::Glance;
use crate::model::ids::{ArticleId, ClaimId};
use crate::store::{End, Reader, Store, WordSought};

/// What is told of without being asked for is at least so likely to say the same.
const TOLD_UNASKED: f64 = 0.5;

/// The counts of so many words are kept at most.
const MOST_COUNTED: usize = 200_000;

/// So many claims that share words are looked at.
const OFFERED: usize = 300;

/// A text that earlier checks are wanted of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchQuestion {
    /// What answers name it by.
    pub id: String,
    /// Its words.
    pub text: String,
    /// What is none of the answers, since the question is from it.
    pub own: Own,
}

/// Where on the desk a question is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// Not from the desk.
    Nothing,
    /// It is a claim.
    Claim(ClaimId),
    /// It is in an article.
    Article(ArticleId),
}

/// Which claims are wanted of those that may say the same.
#[derive(Debug, Clone, Copy)]
pub struct MatchOptions {
    /// At most so many.
    pub top: usize,
    /// Those with this probability at least.
    pub at_least: f64,
    /// Only those that have a rating.
    pub rated: bool,
}

/// An earlier claim that may say the same.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Matched {
    /// What it answers.
    pub query: String,
    /// Its place among the answers, from 1.
    pub rank: usize,
    /// The claim.
    #[serde(flatten)]
    pub of: Glance,
    /// The probability that it says the same.
    pub score: f64,
    /// Why it may say the same, and what speaks against it.
    pub reasons: Reasons,
}

/// The matcher that the program ships.
pub fn shipped_matcher() -> Result<&'static Matcher> {
    shipped().map_err(|error| DeskError::Model {
        whose: "the matcher that claimdesk ships",
        why: error.to_string(),
    })
}

impl Desk {
    /// A question with a claim's own words.
    pub fn question_of(&self, claim: &ClaimRef) -> Result<MatchQuestion> {
        self.look(|reader| {
            let claim = find_claim(reader, claim)?;
            Ok(MatchQuestion {
                id: claim.id.to_string(),
                text: claim.statement,
                own: Own::Claim(claim.id),
            })
        })
    }

    /// Each claim of an article as a question; the article's own claims are no
    /// answers.
    pub fn questions_of_article(&self, id: ArticleId) -> Result<Vec<MatchQuestion>> {
        self.look(|reader| {
            find_article(reader, id)?;
            let claims = reader.claims(&ClaimFilter {
                article: Some(id),
                ..ClaimFilter::default()
            })?;
            let question = |claim: Claim| MatchQuestion {
                id: claim.id.to_string(),
                text: claim.statement,
                own: Own::Article(id),
            };
            Ok(claims.into_iter().map(question).collect())
        })
    }

    /// For each question the rated claim that surely enough says the same, if
    /// there is one.
    pub fn checked_before(&mut self, questions: Vec<MatchQuestion>) -> Result<Vec<Matched>> {
        let mut found = Vec::new();
        if !self.look(|reader| Ok(reader.has_rated_claims()?))? {
            return Ok(found);
        }
        let surely = MatchOptions {
            top: 1,
            at_least: TOLD_UNASKED,
            rated: true,
        };
        let questions = questions.into_iter().map(Ok::<_, DeskError>);
        self.matches(shipped_matcher()?, questions, surely, |matched| {
            found.extend(matched);
            Ok(())
        })?;
        Ok(found)
    }

    /// The article that came as these bytes, if one did.
    pub fn article_of_bytes(&self, bytes: &[u8]) -> Result<Option<ArticleId>> {
        self.look(|reader| Ok(reader.article_of_bytes(bytes)?))
    }

    /// Answers questions one by one, on one view of the desk; `answer` is given
    /// what each found, best first. What other programs have changed is brought
    /// into the index first, where the desk may be written to.
    pub fn matches<E: From<DeskError>>(
        &mut self,
        matcher: &Matcher,
        questions: impl IntoIterator<Item = std::result::Result<MatchQuestion, E>>,
        options: MatchOptions,
        mut answer: impl FnMut(Vec<Matched>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.catch_up()?;
        let mut ended = Ok(());
        self.look(|reader| {
            let mut work = Work::new(matcher, reader)?;
            for question in questions {
                ended = question.and_then(|question| {
                    let found = work.matched(&question, options)?;
                    answer(found)
                });
                if ended.is_err() {
                    break;
                }
            }
            Ok(())
        })?;
        ended
    }
}

/// Questions being answered on one view of a desk.
struct Work<'m, 'r, 's> {
    matcher: &'m Matcher,
    reader: &'r Reader<'s>,
    session: Session<'m>,
    all: u32,
    counts: BTreeMap<String, u32>,
}

impl<'m, 'r, 's> Work<'m, 'r, 's> {
    fn new(matcher: &'m Matcher, reader: &'r Reader<'s>) -> Result<Self> {
        Ok(Self {
            matcher,
            reader,
            session: Session::new(matcher),
            all: reader.claims_about()?,
            counts: BTreeMap::new(),
        })
    }

    /// Counts the words of a question that were not met before.
    fn count(&mut self, question: &Question) -> Result<()> {
        if self.counts.len() > MOST_COUNTED {
            self.counts.clear();
        }
        for word in question.search_words() {
            if !self.counts.contains_key(&word.stem) {
                let count = if word.is_pair {
                    self.reader.texts_with_pair(&word.word, MOST_POSTINGS)?
                } else if word.is_spread_evenly() {
                    self.reader.claims_with_even_word(&word.word)?
                } else {
                    self.reader.claims_with_word(&word.word)?
                };
                self.counts.insert(word.stem.clone(), count);
            }
        }
        Ok(())
    }

    /// A question with the claims that share words with it, which were read.
    fn asked(&mut self, text: &str) -> Result<(Question, Vec<i64>)> {
        let mut question = self.session.ask(text);
        self.count(&question)?;
        let counts: Vec<u32> = question
            .search_words()
            .iter()
            .map(|word| self.counts.get(&word.stem).copied().unwrap_or_default())
            .collect();
        self.session.weigh(&mut question, &counts, self.all);
        let wanted: Vec<WordSought<'_>> = question
            .wanted(&counts, self.all)
            .into_iter()
            .map(|(word, weight)| WordSought {
                word: &word.word,
                is_pair: word.is_pair,
                weight,
            })
            .collect();
        let offered = self.reader.claims_like(&wanted, MOST_POSTINGS, OFFERED)?;
        self.session.make_room();
        let lacking: Vec<ClaimId> = offered
            .iter()
            .copied()
            .filter(|claim| self.session.lacks(claim.0))
            .collect();
        for texts in self.reader.claim_texts(&lacking)? {
            self.session.read(texts.id.0, texts.statement, texts.title);
        }
        Ok((question, offered.into_iter().map(|claim| claim.0).collect()))
    }

    fn matched(&mut self, asked: &MatchQuestion, options: MatchOptions) -> Result<Vec<Matched>> {
        let (question, offered) = self.asked(&asked.text)?;
        let ranked = self.session.rank(&question, &offered, offered.len());
        let likely = ranked.partition_point(|one| one.probability >= options.at_least);
        let mut comparison = Comparison::of(self.matcher, &asked.text);
        let mut found = Vec::new();
        // Most of the likeliest are wanted, so that few more are ever read.
        for some in ranked[..likely].chunks(options.top.max(1)) {
            let claims: Vec<ClaimId> = some.iter().map(|one| ClaimId(one.claim)).collect();
            let mut glances = self.reader.glances(&claims)?;
            for one in some {
                let glance = glances.remove(&ClaimId(one.claim));
                let wanted = glance.filter(|of| is_wanted(of, asked.own, options.rated));
                let Some(of) = wanted else { continue };
                if found.len() == options.top {
                    return Ok(found);
                }
                let title = self.session.title(one.claim);
                found.push(Matched {
                    query: asked.id.clone(),
                    rank: found.len() + 1,
                    score: (one.probability * 10_000.0).round() / 10_000.0,
                    reasons: comparison.with(&of.statement, title),
                    of,
                });
            }
        }
        Ok(found)
    }
}

/// Whether a claim may answer a question.
fn is_wanted(claim: &Glance, own: Own, rated: bool) -> bool {
    let is_own = match own {
        Own::Nothing => false,
        Own::Claim(id) => id == claim.claim,
        Own::Article(id) => Some(id) == claim.article,
    };
    !is_own && (!rated || claim.rating.is_some())
}

/// A desk in memory that a matcher is learned or measured on.
#[derive(Debug)]
pub struct Measuring {
    store: Store,
    numbers: BTreeMap<String, ClaimId>,
}

impl Measuring {
    /// A desk with checked claims, with the titles of their checks or without.
    pub fn of(claims: &[Checked], titled: bool) -> Result<Self> {
        let mut store = Store::in_memory()?;
        let texts = claims.iter().map(|claim| {
            let title = Some(claim.title.as_str()).filter(|title| titled && !title.is_empty());
            (claim.statement.as_str(), title)
        });
        let numbers =
            store.write(|writer| Ok::<_, DeskError>(End::Kept(writer.insert_checked(texts)?)))?;
        let ids = claims.iter().map(|claim| claim.id.clone());
        Ok(Self {
            store,
            numbers: ids.zip(numbers).collect(),
        })
    }

    fn answers(&self, asked: &Asked) -> BTreeSet<i64> {
        let numbers = asked.answers.iter().filter_map(|id| self.numbers.get(id));
        numbers.map(|number| number.0).collect()
    }

    /// What questions with known answers teach.
    pub fn lessons(&self, matcher: &Matcher, asked: &[Asked]) -> Result<Vec<Lesson>> {
        self.store.read(|reader| {
            let mut work = Work::new(matcher, reader)?;
            asked
                .iter()
                .map(|asked| {
                    let (question, offered) = work.asked(&asked.text)?;
                    Ok(work
                        .session
                        .lesson(&question, &offered, self.answers(asked)))
                })
                .collect()
        })
    }

    /// How a matcher ranks the answers of questions.
    pub fn answered(&self, matcher: &Matcher, asked: &[Asked]) -> Result<Vec<Answered>> {
        self.store.read(|reader| {
            let mut work = Work::new(matcher, reader)?;
            asked
                .iter()
                .map(|asked| {
                    let answers = self.answers(asked);
                    let (question, offered) = work.asked(&asked.text)?;
                    let ranked = work.session.rank(&question, &offered, offered.len());
                    Ok(Answered {
                        right: ranked
                            .iter()
                            .map(|one| answers.contains(&one.claim))
                            .collect(),
                        answers: answers.len(),
                    })
                })
                .collect()
        })
    }
}
