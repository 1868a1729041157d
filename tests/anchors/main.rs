//! Claims are found again when their article changes: random edits to real
//! and to monotonous articles, with what became of every sentence known.
//!
//! The table of a thousand edits of each kind is printed by
//!
//! ```text
//! cargo test --release --test anchors -- --ignored --nocapture
//! ```
#![expect(clippy::unwrap_used, reason = "a test may fail while it makes drafts")]

mod cases;
mod draft;
mod edits;

use std::collections::BTreeMap;

use claimdesk::text::anchor::{Again, Reanchorer};

use claimdesk::model::text::Span;
use proptest::prelude::*;

use draft::{Draft, Fate};
use edits::{Edit, Random};

/// What came of looking for sentences again.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    right: usize,
    at_a_copy: usize,
    left_to_a_person: usize,
    wrong: usize,
}

impl Tally {
    fn all(self) -> usize {
        self.right + self.at_a_copy + self.left_to_a_person + self.wrong
    }
}

/// For sentences that stayed as they were, were edited, and were deleted.
type Tallies = BTreeMap<&'static str, Tally>;

/// How a sentence was found.
enum Judged {
    Right,
    /// Its very words, at a copy of them that another edit made.
    AtACopy,
    LeftToAPerson,
    Wrong,
}

fn judge(words: &str, found: &Again, fate: &Fate) -> Judged {
    match (fate, found) {
        (_, Again::Ambiguous(_)) | (Fate::Kept(_) | Fate::Edited(_), Again::Gone) => {
            Judged::LeftToAPerson
        }
        (Fate::Deleted, Again::Gone) => Judged::Right,
        (Fate::Kept(span), Again::Unmoved(quote) | Again::Moved(quote)) if quote.span == *span => {
            Judged::Right
        }
        (_, Again::Unmoved(quote) | Again::Moved(quote)) if quote.exact == words => Judged::AtACopy,
        (Fate::Edited(span), Again::Changed(new)) if new.quote.span == *span => Judged::Right,
        _ => Judged::Wrong,
    }
}

impl Fate {
    fn name(self) -> &'static str {
        match self {
            Self::Kept(_) => "kept",
            Self::Edited(_) => "edited",
            Self::Deleted => "deleted",
        }
    }
}

/// Edits a draft over and over, each time from the beginning, and looks for
/// every sentence again.
fn simulate(draft: &Draft, edit: Edit, times: usize, seed: u64) -> (Tallies, Vec<String>) {
    let mut tallies = Tallies::new();
    let mut wrong = Vec::new();
    let old = draft.text();
    for round in 0..times {
        let mut random = Random::new(seed + round as u64);
        let mut edited = draft.clone();
        edit.apply(&mut edited, &mut random);
        let new = edited.text();
        let reanchorer = Reanchorer::new(&old, &new);
        let fates = edited.fates(draft.sentences().len());
        for (span, fate) in draft.sentences().iter().zip(&fates) {
            let found = reanchorer.find(*span);
            let words = span.slice(&old).unwrap();
            let tally = tallies.entry(fate.name()).or_default();
            match judge(words, &found, fate) {
                Judged::Right => tally.right += 1,
                Judged::AtACopy => tally.at_a_copy += 1,
                Judged::LeftToAPerson => tally.left_to_a_person += 1,
                Judged::Wrong => {
                    tally.wrong += 1;
                    wrong.push(format!(
                        "round {round}: {words:?} is {fate:?}, found {found:?}"
                    ));
                }
            }
        }
    }
    (tallies, wrong)
}

fn drafts() -> [(&'static str, Draft); 2] {
    [
        (
            "article",
            Draft::of(include_str!("../../data/sample/article.txt")),
        ),
        ("look-alikes", Draft::of_look_alikes(60)),
    ]
}

#[test]
fn no_sentence_is_placed_wrongly() {
    for (name, draft) in drafts() {
        for edit in Edit::ALL {
            let (_, wrong) = simulate(&draft, edit, 8, 1);
            assert!(wrong.is_empty(), "{name}, {edit:?}:\n{}", wrong.join("\n"));
        }
    }
}

#[test]
fn a_sentence_that_survives_alone_is_found() {
    for (name, draft) in drafts() {
        let old = draft.text();
        for (round, edit) in Edit::ALL.iter().cycle().take(14 * 8).enumerate() {
            let mut edited = draft.clone();
            edit.apply(&mut edited, &mut Random::new(round as u64));
            let new = edited.text();
            let reanchorer = Reanchorer::new(&old, &new);
            let fates = edited.fates(draft.sentences().len());
            for (span, fate) in draft.sentences().iter().zip(fates) {
                let words = span.slice(&old).unwrap();
                let alone = [&old, &new]
                    .iter()
                    .all(|text| text.matches(words).count() == 1);
                if let Fate::Kept(place) = fate
                    && alone
                {
                    let found = reanchorer.find(*span);
                    assert!(
                        matches!(&found, Again::Unmoved(quote) | Again::Moved(quote) if quote.span == place),
                        "{name}, {edit:?}: {words:?} {found:?}"
                    );
                }
            }
        }
    }
}

proptest! {
    /// Whatever two texts have in common: words are placed on the same words,
    /// or the change is told.
    #[test]
    fn other_words_are_never_taken_for_the_same(
        old in "([a-f]{1,3}[ .,\n]){1,40}",
        new in "([a-f]{1,3}[ .,\n]){0,40}",
        start in 0_usize..60,
        length in 1_usize..40,
    ) {
        let span = Span::new(start.min(old.len()), (start + length).min(old.len()));
        let even = |text: &str| text.split_whitespace().collect::<String>();
        let words = even(span.slice(&old).unwrap());
        match Reanchorer::new(&old, &new).find(span) {
            Again::Unmoved(quote) | Again::Moved(quote) => {
                prop_assert_eq!(even(&quote.exact), words);
                prop_assert_eq!(quote.span.slice(&new), Some(quote.exact.as_str()));
            }
            Again::Changed(found) => prop_assert!(found.likeness <= 1.0),
            Again::Ambiguous(candidates) => prop_assert!(!candidates.is_empty()),
            Again::Gone => {}
        }
    }

    #[test]
    fn in_the_same_text_nothing_has_moved(text in "([a-f]{1,3}[ .,\n]){1,40}", start in 0_usize..60, length in 1_usize..40) {
        let span = Span::new(start.min(text.len()), (start + length).min(text.len()));
        if let Again::Unmoved(quote) = Reanchorer::new(&text, &text).find(span) {
            prop_assert_eq!(quote.exact.trim(), span.slice(&text).unwrap().trim());
        } else {
            prop_assert!(span.slice(&text).unwrap().trim().is_empty());
        }
    }
}

#[test]
#[expect(
    clippy::print_stdout,
    clippy::disallowed_macros,
    reason = "the table is what is asked for"
)]
#[ignore = "prints the table of a thousand edits of each kind; takes a minute"]
fn measure() {
    println!("draft        edit                 sentences        all    right  person  copy wrong");
    for (name, draft) in drafts() {
        for edit in Edit::ALL {
            let (tallies, wrong) = simulate(&draft, edit, 1000, 7);
            for (group, tally) in tallies {
                let share = |count: usize| count.saturating_mul(10_000) / tally.all().max(1);
                let percent = |count| format!("{}.{:02}", share(count) / 100, share(count) % 100);
                println!(
                    "{name:<12} {:<20} {group:<10} {:>9} {:>7}% {:>6}% {:>5} {:>5}",
                    format!("{edit:?}"),
                    tally.all(),
                    percent(tally.right),
                    percent(tally.left_to_a_person),
                    tally.at_a_copy,
                    tally.wrong
                );
            }
            for case in wrong.iter().take(3) {
                println!("  {case}");
            }
        }
    }
}
