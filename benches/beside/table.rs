//! A table of what was measured: ours, the baseline of the same run, and the ratio of both.

use std::time::Duration;

/// The middle of some times.
pub(crate) fn median(mut samples: Vec<Duration>) -> Option<Duration> {
    samples.sort();
    samples.get(samples.len() / 2).copied()
}

/// One line of a table.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) ours: Duration,
    pub(crate) baseline: Option<Duration>,
}

/// Prints a table.
#[expect(
    clippy::disallowed_macros,
    clippy::print_stdout,
    reason = "a bench tells what it measures"
)]
pub(crate) fn print(title: &str, rows: &[Row]) {
    println!(
        "\n{title:<56} {:>10} {:>10} {:>7}",
        "ours", "baseline", "ratio"
    );
    for row in rows {
        let (baseline, ratio) = match row.baseline {
            Some(baseline) => (
                format!("{baseline:.1?}"),
                format!("{:.2}", row.ours.as_secs_f64() / baseline.as_secs_f64()),
            ),
            None => ("–".to_owned(), "–".to_owned()),
        };
        let ours = format!("{:.1?}", row.ours);
        println!("{:<56} {ours:>10} {baseline:>10} {ratio:>7}", row.name);
    }
    println!();
}
