//! How like two texts are.

use std::collections::HashMap;

/// So many words in a row are compared at a time: enough that the same words in
/// another order are another text.
const IN_A_ROW: usize = 3;

/// How like two texts are, from 0 to 1: twice the runs of three words that they
/// share, of all the runs that they have (Dice's coefficient over w-shingles;
/// Broder, *On the resemblance and containment of documents*, 1997). Case,
/// punctuation and white space do not count.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (words(one), words(other));
    if one == other {
        return 1.0;
    }
    let (one, other) = (runs(&one), runs(&other));
    let all = total(&one) + total(&other);
    if all == 0 {
        return 0.0;
    }
    let shared: u32 = one
        .iter()
        .map(|(run, count)| count.min(other.get(run).unwrap_or(&0)))
        .sum();
    f64::from(2 * shared) / f64::from(all)
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The runs of words, each with how often it stands there; a text of fewer
/// words is one run.
fn runs(words: &[String]) -> HashMap<&[String], u32> {
    let mut runs = HashMap::new();
    if words.is_empty() {
        return runs;
    }
    for run in words.windows(IN_A_ROW.min(words.len())) {
        *runs.entry(run).or_default() += 1;
    }
    runs
}

fn total(runs: &HashMap<&[String], u32>) -> u32 {
    runs.values().sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "The council spent 4.2 million crowns on the road in 2020, the mayor said.";

    #[test]
    fn the_same_words_are_the_same_text() {
        let upper = TEXT.to_uppercase().replace(' ', "  \n");
        assert!((likeness(TEXT, &upper) - 1.0).abs() < 1e-9);
        assert!((likeness("", "…") - 1.0).abs() < 1e-9);
    }

    #[test]
    fn an_edit_makes_a_little_difference_and_another_text_a_large_one() {
        let edited = TEXT.replace("4.2", "4.3");
        let like = likeness(TEXT, &edited);
        assert!((0.6..0.9).contains(&like), "{like}");
        assert!(likeness(TEXT, "Page not found. Please try our search.") < 0.05);
        let mut turned: Vec<&str> = TEXT.split(' ').collect();
        turned.reverse();
        assert!(likeness(TEXT, &turned.join(" ")) < 0.2);
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways(one in "[a-d ]{0,40}", other in "[a-d ]{0,40}") {
            let like = likeness(&one, &other);
            prop_assert!((0.0..=1.0).contains(&like));
            prop_assert!((like - likeness(&other, &one)).abs() < 1e-12);
        }
    }
}
