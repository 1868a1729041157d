//! A question put to the claims of a desk, and the ranking of those that may
//! say the same.

use std::collections::{BTreeSet, HashMap};

use super::features::{Asked, Features, Told, features, whole_overlap};
use super::function_words::is_function_word;
use super::post::Post;
use super::profile::{Profile, Words};
use super::terms::{Stem, Stems};
use super::{Lesson, Matcher};

/// So many postings of words are read for one question at most. On 700,000 claims pieced
/// together from the words of 24,606 checked ones, the claims that this offers hold the
/// answer of 1,971 of 2,192 questions; four times as many, of 1,994; half as many, of 1,916.
pub const MOST_POSTINGS: u32 = 64_000;

/// A word that so large a share of a desk's claims has finds none of them.
const EVERYWHERE: f32 = 0.2;

/// So many candidates are compared in every feature.
const COMPARED: usize = 100;

/// So many claims are kept ready for the next question at most.
const MOST_READY: usize = 30_000;

/// A word of a question, as an index is asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchWord {
    /// As it is written, in small letters without accents.
    pub word: String,
    /// Its stem.
    pub stem: String,
    /// Whether it is a pair of characters of a script that parts no words.
    pub is_pair: bool,
    id: Stem,
    by_author: bool,
}

impl SearchWord {
    /// Whether as many claims have it at one time as at another: it belongs to no topic.
    pub fn is_spread_evenly(&self) -> bool {
        is_function_word(&self.word)
    }
}

/// A text that earlier checks are wanted of.
#[derive(Debug)]
pub struct Question {
    text: String,
    words: Words,
    author: Words,
    search_words: Vec<SearchWord>,
    rarities: HashMap<Stem, f32>,
    asked: Asked,
}

impl Question {
    /// Its distinct words, to be counted on the desk.
    pub fn search_words(&self) -> &[SearchWord] {
        &self.search_words
    }

    /// The words to look for, rarest first, each with what it weighs. `counts`
    /// has for each search word how many claims have it.
    pub fn wanted(&self, counts: &[u32], all: u32) -> Vec<(&SearchWord, f32)> {
        let mut order: Vec<(u32, usize)> = counts.iter().copied().zip(0..).collect();
        order.sort_unstable();
        let mut postings = 0u64;
        let common =
            |count: u32| all > 100 && f64::from(count) > f64::from(EVERYWHERE) * f64::from(all);
        let fits = |(count, _): &&(u32, usize)| {
            postings += u64::from(*count);
            (postings <= u64::from(MOST_POSTINGS) || postings == u64::from(*count))
                && !common(*count)
        };
        let words = order
            .iter()
            .filter(|(count, _)| *count > 0)
            .take_while(fits);
        words
            .map(|(_, at)| {
                let word = &self.search_words[*at];
                (word, self.rarity(word))
            })
            .collect()
    }

    fn rarity(&self, word: &SearchWord) -> f32 {
        let rarity = self.rarities.get(&word.id).copied().unwrap_or_default();
        if word.by_author { rarity * 0.5 } else { rarity }
    }
}

/// A matcher at work: what it has read of claims is kept for the next question,
/// up to a limit.
pub struct Session<'m> {
    matcher: &'m Matcher,
    stems: Stems,
    ready: HashMap<i64, Ready>,
}

/// A claim that was read.
struct Ready {
    texts: (String, Option<String>),
    words: Option<(Words, Words)>,
    told: Told,
}

/// A candidate with its place in the ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// The claim.
    pub claim: i64,
    /// What it is ranked by.
    pub score: f64,
    /// The probability that it says the same.
    pub probability: f64,
}

impl<'m> Session<'m> {
    /// Begins work with a matcher.
    pub fn new(matcher: &'m Matcher) -> Self {
        Self {
            matcher,
            stems: Stems::new(),
            ready: HashMap::new(),
        }
    }

    /// Reads a question.
    pub fn ask(&mut self, text: &str) -> Question {
        let post = Post::of(text);
        let mut search_words: Vec<SearchWord> = Vec::new();
        let mut read = |text: &str, by_author: bool| {
            Words::of(text, &mut self.stems, |token, id, stems| {
                if search_words.iter().all(|word| word.id != id) {
                    search_words.push(SearchWord {
                        word: token.word.to_owned(),
                        stem: stems.spelled(token).into_owned(),
                        is_pair: token.pair,
                        id,
                        by_author,
                    });
                }
            })
        };
        let words = read(&post.text, false);
        let author = read(&post.author, true);
        Question {
            text: post.text,
            words,
            author,
            search_words,
            rarities: HashMap::new(),
            asked: Asked::default(),
        }
    }

    /// Tells a question how many of a desk's `all` claims have each of its words.
    pub fn weigh(&self, question: &mut Question, counts: &[u32], all: u32) {
        let learned = &self.matcher.learned;
        question.rarities = question
            .search_words
            .iter()
            .zip(counts)
            .map(|(word, count)| (word.id, learned.on_desk(word.id, *count, all)))
            .collect();
        let rarity = |stem: Stem| {
            let known = question.rarities.get(&stem).copied();
            known.unwrap_or_else(|| learned.of(stem))
        };
        let mut whole = Profile::of(&question.words, rarity);
        whole.complete(&question.text, &question.words, learned);
        question.asked = Asked {
            whole,
            sentences: question
                .words
                .sentences()
                .filter(|sentence| sentence.len() >= 3)
                .map(|sentence| question.words.terms(sentence, rarity))
                .collect(),
            author: question
                .author
                .terms(0..question.author.stems.len(), rarity),
        };
    }

    /// Whether the texts of a claim are wanted before it can be ranked.
    pub fn lacks(&self, claim: i64) -> bool {
        !self.ready.contains_key(&claim)
    }

    /// Forgets claims, when many are kept.
    pub fn make_room(&mut self) {
        if self.ready.len() > MOST_READY {
            self.ready.clear();
        }
    }

    /// Takes in a claim: its statement, and the title of its check.
    pub fn read(&mut self, claim: i64, statement: String, title: Option<String>) {
        let learned = &self.matcher.learned;
        let mut words = |text: &str| Words::of(text, &mut self.stems, |_, _, _| ());
        let of_statement = words(&statement);
        let of_title = title.as_deref().map(&mut words);
        let told = Told::of(&of_statement, of_title.as_ref(), |stem| learned.of(stem));
        self.ready.insert(
            claim,
            Ready {
                texts: (statement, title),
                words: Some((of_statement, of_title.unwrap_or_default())),
                told,
            },
        );
    }

    /// The title of the check of a claim that was read.
    pub fn title(&self, claim: i64) -> Option<&str> {
        self.ready.get(&claim)?.texts.1.as_deref()
    }

    /// The candidates that are like a question, likest first.
    pub fn rank(&mut self, question: &Question, candidates: &[i64], most: usize) -> Vec<Ranked> {
        let rows = self.compare(question, candidates);
        let mut ranked: Vec<Ranked> = rows
            .iter()
            .map(|(claim, row)| {
                let score = self.matcher.score(row);
                Ranked {
                    claim: *claim,
                    score,
                    probability: self.matcher.probability(score),
                }
            })
            .collect();
        ranked.sort_by(|one, other| {
            other
                .score
                .total_cmp(&one.score)
                .then(one.claim.cmp(&other.claim))
        });
        ranked.truncate(most);
        ranked
    }

    /// What a question with known answers teaches.
    pub fn lesson(
        &mut self,
        question: &Question,
        candidates: &[i64],
        answers: BTreeSet<i64>,
    ) -> Lesson {
        let mut others = candidates.to_vec();
        others.retain(|claim| !answers.contains(claim));
        Lesson {
            rows: self.compare(question, candidates),
            unanswered: self.compare(question, &others),
            answers,
        }
    }

    /// The features of the candidates that overlap most.
    fn compare(&mut self, question: &Question, candidates: &[i64]) -> Vec<(i64, Features)> {
        let mut best: Vec<(i64, f32)> = candidates
            .iter()
            .filter_map(|claim| {
                let ready = self.ready.get(claim)?;
                Some((*claim, whole_overlap(&question.asked, &ready.told)))
            })
            .collect();
        best.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        best.truncate(COMPARED);
        for (claim, _) in &best {
            if let Some(ready) = self.ready.get_mut(claim) {
                ready.complete(self.matcher);
            }
        }
        let told: Vec<(&Told, f32)> = best
            .iter()
            .filter_map(|(claim, overlap)| Some((&self.ready.get(claim)?.told, *overlap)))
            .collect();
        let rows = features(&question.asked, &told);
        best.iter().map(|(claim, _)| *claim).zip(rows).collect()
    }
}

impl Ready {
    /// Works out what only close candidates are compared by.
    fn complete(&mut self, matcher: &Matcher) {
        let Some((statement, title)) = self.words.take() else {
            return;
        };
        let told = &mut self.told;
        told.statement
            .complete(&self.texts.0, &statement, &matcher.learned);
        match &self.texts.1 {
            Some(text) => told.title.complete(text, &title, &matcher.learned),
            None => told.title = told.statement.clone(),
        }
    }
}
