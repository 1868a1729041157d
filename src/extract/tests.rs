//! What extraction makes of news prose and of transcripts.

use proptest::prelude::*;

use super::*;
use crate::text::blocks::blocks;

fn extracted(text: &str) -> Extracted {
    let extractor = Extractor::new(shipped().unwrap(), None);
    extractor.extract(text, &blocks(text), &Offer::default())
}

/// The words that are offered as claims.
fn offered(text: &str) -> Vec<String> {
    let found = extracted(text);
    let words = found.candidates().filter_map(|one| one.claim().slice(text));
    words.map(str::to_owned).collect()
}

fn score(sentence: &str) -> f64 {
    let found = extracted(&format!("{sentence}\n"));
    let scores = found.sentences.iter().map(|one| one.score);
    scores.fold(0.0, f64::max)
}

#[test]
fn statements_of_fact_are_offered() {
    let facts = [
        "The bridge opened on 3 May 2019 and cost the town $4 million.",
        "Unemployment in Norway rose to 4.1 percent last year, the highest rate since 1996.",
        "Ana Vega took office as mayor of Lindenau in June 2019.",
        "According to the National Audit Office, the railway carried 12,000 passengers a day.",
        "The flood of 2013 led to the closure of three schools in Saxony.",
        "It cost 2 million crowns.",
        "Vega resigned.",
    ];
    for sentence in facts {
        assert_eq!(
            offered(sentence).len(),
            1,
            "{sentence}: {}",
            score(sentence)
        );
    }
}

#[test]
fn moods_questions_announcements_and_furniture_are_not() {
    let others = [
        "It was, in every way, a beautiful and unforgettable evening for all of us.",
        "How will the two neighbours ever find a way out of this?",
        "Join us as we explore the many sides of this unfolding story.",
        "This article looks at what the vote could mean for the region.",
        "Here is what we know so far.",
        "I believe that things may well turn out fine in the end.",
        "You should think about what matters most to you.",
        "Ultimately, a more cooperative, stable, and mutually beneficial",
        "By Ana Vega",
        "(Photo by Carl Roth/Getty Images)",
        "Sign up for our newsletter",
        "14 April 2025",
    ];
    for sentence in others {
        assert!(
            offered(sentence).is_empty(),
            "{sentence}: {}",
            score(sentence)
        );
    }
}

#[test]
fn what_is_dated_counted_or_named_ranks_above_moods() {
    let facts = [
        "Peru recognised the new government on 4 March 2018.",
        "Some 12,000 people signed the petition.",
        "Ana Vega met Carl Roth in Lindenau.",
    ];
    let moods = [
        "Relations between the two countries were shaped by tension.",
        "The alliance reflects broader strategic dynamics in the region.",
        "There was growing concern about the approach.",
    ];
    for (fact, mood) in facts.iter().flat_map(|fact| moods.map(|mood| (fact, mood))) {
        assert!(score(fact) > score(mood), "{fact} {mood}");
    }
}

#[test]
fn items_of_a_list_are_offered_and_headings_are_not() {
    let text = "Lindenau in 2019\n\n- 12,000 visitors came in May 2019\n- A new pool\n";
    assert_eq!(offered(text), ["12,000 visitors came in May 2019"]);
}

#[test]
fn of_what_nobody_in_particular_says_only_the_said_is_offered() {
    assert_eq!(
        offered("Critics argue that the law led to 3,000 arrests in 2019.\n"),
        ["the law led to 3,000 arrests in 2019"]
    );
    assert_eq!(
        offered("Ana Vega said that the law led to 3,000 arrests in 2019.\n").len(),
        1
    );
}

#[test]
fn a_sentence_that_only_lacks_its_full_stop_is_offered_and_one_cut_off_is_not() {
    let text = "Lindenau\n\nThe council met often. The county recognised the new council in May 2018\n\n\
                The bridge was closed. Ultimately, a more open, stable, and mutually useful";
    assert_eq!(
        offered(text),
        ["The county recognised the new council in May 2018"]
    );
}

#[test]
fn what_is_said_again_is_named_and_not_offered_again() {
    let text = "The bridge over the Lind opened on 3 May 2019. It rained.\n\n\
                The bridge over the Lind opened on 4 May 2019.\n\n\
                A bridge over the Lind opened on 3 May 2019.\n";
    let found = extracted(text);
    assert_eq!(found.offered[0].repeats, [3], "{:?}", found.offered);
}

#[test]
fn the_best_and_all_can_be_asked_for() {
    let text = "It rained. The bridge opened on 3 May 2019. Vega resigned in June 2018. Why?\n";
    let found = |offer: Offer| {
        let extractor = Extractor::new(shipped().unwrap(), None);
        extractor.extract(text, &blocks(text), &offer).offered.len()
    };
    let top = |top| Offer {
        top: Some(top),
        ..Offer::default()
    };
    assert_eq!(found(top(1)), 1);
    assert_eq!(found(top(9)), 4);
    assert_eq!(
        found(Offer {
            all: true,
            ..Offer::default()
        }),
        4
    );
    assert_eq!(
        found(Offer {
            min_score: Some(1.0),
            ..Offer::default()
        }),
        0
    );
}

#[test]
fn relative_dates_are_counted_from_the_day_of_publication() {
    let published: EdtfDate = "2025-04-15".parse().unwrap();
    let extractor = Extractor::new(shipped().unwrap(), Some(&published));
    let line = extractor.line("It closed last Tuesday.");
    let date = line.facets.dates[0].value.as_ref().unwrap();
    assert_eq!(date.as_str(), "2025-04-08");
}

#[test]
fn the_figure_of_a_name_counts_nothing() {
    let line = Extractor::new(shipped().unwrap(), None).line("A gang called Barrio 18 ruled.");
    assert!(line.facets.quantities.is_empty());
    assert_eq!(line.facets.names.len(), 1);
}

#[test]
fn every_score_has_reasons_in_plain_words() {
    let found = extracted(
        "The Bridge\n\nIt cost $4 million in 2019. Why? Lovely.\n\nRelated articles\nMore soups",
    );
    for candidate in found.sentences {
        assert!(!candidate.reasons.is_empty());
        assert!((0.0..=1.0).contains(&candidate.score));
    }
}

proptest! {
    #[test]
    fn candidates_slice_back_exactly(text in "(?s)([A-Za-z0-9.,!?“”’$ \n]|.){0,200}") {
        let mut end = 0;
        for candidate in extracted(&text).sentences {
            prop_assert!(candidate.span.start >= end);
            prop_assert!(candidate.span.slice(&text).is_some_and(|words| !words.is_empty()));
            prop_assert!((0.0..=1.0).contains(&candidate.score));
            prop_assert!(!candidate.reasons.is_empty());
            for part in &candidate.parts {
                prop_assert!(candidate.span.contains(part.span));
                prop_assert!(part.span.slice(&text).is_some_and(|words| !words.is_empty()));
            }
            end = candidate.span.end;
        }
    }
}
