//! The coefficients of worked examples, as they were published.

use super::*;

/// Rows of what each reviewer gave, claim after claim, with `.` for nothing.
/// Letters stand for places in the order of the alphabet.
fn by_reviewer(reviewers: &[&str]) -> Vec<Row> {
    let read: Vec<Row> = reviewers
        .iter()
        .map(|given| {
            given
                .split_whitespace()
                .map(|word| u32::from_str_radix(word, 36).ok())
                .collect()
        })
        .collect();
    (0..read[0].len())
        .map(|claim| read.iter().map(|given| given[claim]).collect())
        .collect()
}

/// Rows of claims of which each rating was given so many times.
fn by_counts(claims: &[[usize; 5]]) -> Vec<Row> {
    let row = |counts: &[usize; 5]| {
        let each = (1..).zip(counts);
        each.flat_map(|(place, count)| vec![Some(place); *count])
            .collect()
    };
    claims.iter().map(row).collect()
}

/// Rows of claims that two reviewers rated, from the table of how often each
/// two ratings fell together.
fn by_table<const N: usize>(table: [[usize; N]; N]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (one, others) in (1..).zip(table) {
        for (other, times) in (1..).zip(others) {
            rows.extend(vec![vec![Some(one), Some(other)]; times]);
        }
    }
    rows
}

fn near(coefficient: &Coefficient, published: f64, digits: i32) {
    let measure = coefficient.unwrap();
    let half = 0.5 * 10f64.powi(-digits) + 1e-9;
    assert!(
        (measure.value - published).abs() < half,
        "{measure:?} {published}"
    );
    assert!(
        measure.low <= measure.value && measure.value <= measure.high,
        "{measure:?}"
    );
}

/// Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, part C:
/// four observers, twelve units, missing data.
#[test]
fn alphas_with_missing_ratings_are_those_of_krippendorff() {
    let rows = by_reviewer(&[
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    ]);
    let found = coefficients(&rows);
    near(&found.krippendorff_alpha.nominal, 0.743, 3);
    near(&found.krippendorff_alpha.ordinal, 0.815, 3);
    near(&found.krippendorff_alpha.interval, 0.849, 3);
    assert_eq!(found.cohen_kappa, Err(Undefined::NotTwoReviewers));
    assert_eq!(found.fleiss_claims, 8);
}

/// The same, part A: two observers, ten units, two values.
#[test]
fn alpha_of_two_values_is_that_of_krippendorff() {
    let rows = by_reviewer(&["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]);
    let found = coefficients(&rows);
    near(&found.krippendorff_alpha.nominal, 0.095, 3);
    near(&found.percent_agreement, 60.0, 3);
}

/// The same, part B: two observers, twelve units, five values.
#[test]
fn alpha_of_five_values_is_that_of_krippendorff() {
    let rows = by_reviewer(&["a a b b d c c c e d d a", "b a b b b c c c e d d d"]);
    near(&coefficients(&rows).krippendorff_alpha.nominal, 0.692, 3);
}

/// The computational example of the English Wikipedia's article on
/// Krippendorff's alpha: three coders, fifteen units, missing data.
#[test]
fn alphas_with_units_rated_once_are_those_of_the_encyclopedia() {
    let rows = by_reviewer(&[
        ". . . . . 3 4 1 2 1 1 3 3 . 3",
        "1 . 2 1 3 3 4 3 . . . . . . .",
        ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
    ]);
    let found = coefficients(&rows);
    near(&found.krippendorff_alpha.nominal, 0.691, 3);
    near(&found.krippendorff_alpha.interval, 0.811, 3);
}

/// Fleiss, 1971, table 1: 30 patients, six diagnoses of each out of depression,
/// personality disorder, schizophrenia, neurosis and another. He gives 0.430;
/// more digits are those of `kappam.fleiss` in the R package irr.
#[test]
fn kappa_of_many_is_that_of_fleiss() {
    let diagnoses = [
        "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444",
        "555555", "144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112",
        "224444", "133555", "555555", "244444", "224555", "114444", "144445", "222224", "111155",
        "224444", "133333", "555555",
    ];
    let row = |given: &&str| given.chars().map(|digit| digit.to_digit(10)).collect();
    let rows: Vec<Row> = diagnoses.iter().map(row).collect();
    let found = coefficients(&rows);
    near(&found.fleiss_kappa, 0.430_244_5, 7);
    assert_eq!(found.fleiss_claims, 30);
}

/// The worked example of the English Wikipedia's article on Fleiss' kappa: ten
/// subjects, fourteen raters, five categories.
#[test]
fn kappa_of_fourteen_is_that_of_the_encyclopedia() {
    let rows = by_counts(&[
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ]);
    near(&coefficients(&rows).fleiss_kappa, 0.210, 3);
}

/// The worked example of the English Wikipedia's article on Cohen's kappa: two
/// readers of fifty proposals.
#[test]
fn kappa_of_two_is_that_of_the_encyclopedia() {
    let found = coefficients(&by_table([[20, 5], [10, 15]]));
    near(&found.percent_agreement, 70.0, 3);
    near(&found.cohen_kappa, 0.40, 3);
}

/// The skin condition of patients as two dermatologists judged it: "Simple
/// Kappa Coefficient" of an example of FREQ in the handbook of SAS/STAT.
#[test]
fn kappa_of_two_is_that_of_sas() {
    let found = coefficients(&by_table([[0, 4, 1], [0, 8, 0], [0, 1, 5]]));
    near(&found.cohen_kappa, 0.4842, 4);
}

/// Anxiety of twenty people by two of the raters in the R package irr: its
/// `kappa2` finds less agreement than chance would.
#[test]
fn kappa_of_two_is_that_of_irr() {
    let rows = by_reviewer(&[
        "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
        "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2",
    ]);
    near(&coefficients(&rows).cohen_kappa, -0.006_289_308, 9);
}
