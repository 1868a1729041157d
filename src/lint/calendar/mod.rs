//! What the calendar shows: weekdays, days that don't exist, ages and spans of
//! time that don't fit their dates.

mod ages;
mod ahead;
pub(super) mod c201_weekday_mismatch;
pub(super) mod c202_impossible_date;
pub(super) mod c203_future_told_as_past;
pub(super) mod c204_unanchored_time;
pub(super) mod c205_age_mismatch;
pub(super) mod c206_duration_mismatch;
pub(super) mod c207_decade_mismatch;
mod dated;
mod days;
mod lasting;
mod words;

#[cfg(test)]
mod tests {
    use crate::lint::reference::References;
    use proptest::prelude::*;

    use crate::lint::{Article, On, RULES, Rule, read, text};
    use crate::model::edtf::EdtfDate;
    use crate::text::blocks::blocks;

    /// Words that the rules look at, to be put together at random.
    const WORDS: &[&str] = &[
        "born",
        "in",
        "on",
        "1970",
        "2019",
        ",",
        "(",
        ")",
        ".",
        "aged",
        "45",
        "Vega",
        "Monday",
        "Sun.",
        "31",
        "April",
        "May",
        "20-year",
        "war",
        "from",
        "to",
        "2031",
        "she",
        "was",
        "ten years",
        "later",
        "after",
        "60th",
        "anniversary",
        "of",
        "the",
        "1990s",
        "19th century",
        "recently",
        "today",
        "yesterday",
        "-",
        "2020-02-30",
        "died",
        "é",
        "“",
        "”",
        "at the age of",
        "founded",
        "32nd",
        "when",
        "a",
        "1820–1880",
        "painter",
    ];

    proptest! {
        #[test]
        fn whatever_is_read_findings_stand_on_words(
            words in proptest::collection::vec(0..WORDS.len(), 0..24),
            day in proptest::option::of(0..2000_u32),
        ) {
            let words: Vec<&str> = words.iter().map(|at| WORDS[*at]).collect();
            let words = words.join(" ");
            let published: Option<EdtfDate> = day.map(|year| format!("{:04}", 1000 + year).parse().unwrap());
            let blocks = blocks(&words);
            let sentences = read(&words, &blocks, published.as_ref());
            let article = Article::of(&words, &blocks, (published.as_ref(), References::shipped()), &sentences);
            let rules: Vec<&'static Rule> =
                RULES.iter().copied().filter(|rule| rule.code.starts_with("C2")).collect();
            for finding in text(&rules, &article) {
                let On::Words(span) = finding.found.on else {
                    panic!("a rule for words looks at words");
                };
                prop_assert!(span.slice(&words).is_some_and(|found| !found.is_empty()));
                prop_assert!(!finding.found.message.is_empty());
            }
        }
    }
}
