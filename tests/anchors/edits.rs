//! What writers and editors do to a draft.

use crate::draft::{Draft, Sentence};

/// Numbers that look random and are the same each time (`SplitMix64`, Steele
/// and others, 2014).
pub(crate) struct Random(u64);

impl Random {
    /// Neighbouring seeds give unrelated rows of numbers: a state is a number
    /// of the row itself, so that no row is another one shifted.
    pub(crate) fn new(seed: u64) -> Self {
        let mut seeds = Self(seed);
        Self(seeds.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Edit {
    InsertParagraph,
    DeleteParagraph,
    MoveParagraph,
    RetypeParagraph,
    CopyParagraph,
    DeleteSentence,
    MoveSentence,
    InsertSentence,
    ReplaceSentence,
    ChangeWord,
    ChangeFigure,
    AddWords,
    SplitParagraph,
    ManyAtOnce,
}

const NEW_SENTENCES: &[&str] = &[
    "Nobody at the ministry wanted to be named.",
    "The budget had been drawn up in the spring, before prices rose.",
    "It was the third such vote within a year.",
    "Officials in both capitals confirmed the figure on Thursday.",
];

/// Like every sentence of a monotonous draft, and none of them.
const LOOK_ALIKE: &str = "In 2025 the council paid 9 million for the line to the harbour.";

const WORDS: &[&str] = &[
    "quietly",
    "later",
    "northern",
    "reportedly",
    "seven",
    "bridge",
    "minister",
    "almost",
];

impl Edit {
    pub(crate) const ALL: [Self; 14] = [
        Self::InsertParagraph,
        Self::DeleteParagraph,
        Self::MoveParagraph,
        Self::RetypeParagraph,
        Self::CopyParagraph,
        Self::DeleteSentence,
        Self::MoveSentence,
        Self::InsertSentence,
        Self::ReplaceSentence,
        Self::ChangeWord,
        Self::ChangeFigure,
        Self::AddWords,
        Self::SplitParagraph,
        Self::ManyAtOnce,
    ];

    pub(crate) fn apply(self, draft: &mut Draft, random: &mut Random) {
        let paragraphs = &mut draft.paragraphs;
        let at = random.below(paragraphs.len());
        match self {
            Self::InsertParagraph => {
                let count = 1 + random.below(3);
                let mut new: Vec<Sentence> = (0..count).map(|_| new_sentence(random)).collect();
                new.push(Sentence::new(LOOK_ALIKE));
                paragraphs.insert(at, new);
            }
            Self::DeleteParagraph => {
                paragraphs.remove(at);
            }
            Self::MoveParagraph => {
                let moved = paragraphs.remove(at);
                let to = random.below(paragraphs.len() + 1);
                paragraphs.insert(to, moved);
            }
            Self::RetypeParagraph => {
                for sentence in &mut paragraphs[at] {
                    change_word(sentence, random);
                }
            }
            Self::CopyParagraph => {
                let mut copy = paragraphs[at].clone();
                for sentence in &mut copy {
                    sentence.was = None;
                }
                let to = random.below(paragraphs.len() + 1);
                paragraphs.insert(to, copy);
            }
            Self::SplitParagraph => {
                let cut = random.below(paragraphs[at].len());
                let rest = paragraphs[at].split_off(cut);
                paragraphs.insert(at + 1, rest);
                paragraphs.retain(|paragraph| !paragraph.is_empty());
            }
            Self::ManyAtOnce => {
                for _ in 0..6 {
                    let edit = Self::ALL[random.below(13)];
                    edit.apply(draft, random);
                }
            }
            _ => self.apply_to_sentence(paragraphs, at, random),
        }
    }

    fn apply_to_sentence(
        self,
        paragraphs: &mut Vec<Vec<Sentence>>,
        at: usize,
        random: &mut Random,
    ) {
        let which = random.below(paragraphs[at].len());
        let sentence = &mut paragraphs[at][which];
        match self {
            Self::DeleteSentence => {
                paragraphs[at].remove(which);
            }
            Self::MoveSentence => {
                let moved = paragraphs[at].remove(which);
                let to = random.below(paragraphs.len());
                let place = random.below(paragraphs[to].len() + 1);
                paragraphs[to].insert(place, moved);
            }
            Self::InsertSentence => paragraphs[at].insert(which, new_sentence(random)),
            Self::ReplaceSentence => *sentence = new_sentence(random),
            Self::ChangeWord => change_word(sentence, random),
            Self::ChangeFigure => change_figure(sentence, random),
            _ => add_words(sentence, random),
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
    }
}

fn new_sentence(random: &mut Random) -> Sentence {
    Sentence::new(NEW_SENTENCES[random.below(NEW_SENTENCES.len())])
}

/// Replaces a word; the marks behind it stay.
fn change_word(sentence: &mut Sentence, random: &mut Random) {
    let mut words: Vec<String> = sentence.words.split(' ').map(str::to_owned).collect();
    let which = random.below(words.len());
    let bare = words[which].trim_end_matches(|c: char| !c.is_alphanumeric());
    let marks = words[which][bare.len()..].to_owned();
    words[which] = format!("{}{marks}", WORDS[random.below(WORDS.len())]);
    set(sentence, words.join(" "));
}

fn change_figure(sentence: &mut Sentence, random: &mut Random) {
    match sentence.words.find(|c: char| c.is_ascii_digit()) {
        Some(at) => {
            let old = sentence.words.as_bytes()[at] - b'0';
            let new = (old + 1 + u8::try_from(random.below(8)).unwrap()) % 10;
            let mut words = sentence.words.clone();
            words.replace_range(at..=at, &new.to_string());
            set(sentence, words);
        }
        None => change_word(sentence, random),
    }
}

fn add_words(sentence: &mut Sentence, random: &mut Random) {
    let mut words: Vec<&str> = sentence.words.split(' ').collect();
    let which = random.below(words.len());
    let new = WORDS[random.below(WORDS.len())];
    words.insert(which, new);
    words.insert(which, "the");
    set(sentence, words.join(" "));
}

fn set(sentence: &mut Sentence, words: String) {
    if sentence.words != words {
        sentence.words = words;
        sentence.edited = true;
    }
}
