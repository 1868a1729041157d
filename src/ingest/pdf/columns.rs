//! The order in which the runs of a page are read: column after column, with
//! what spans the columns before what stands below it.

use super::glyphs::Run;

/// Runs on each side that make a column of it.
const LEAST_LINES: usize = 3;

/// Of all runs, at most one in so many may span the gutter.
const SPANNING: usize = 4;

/// Places that are tried for a gutter.
const STEPS: u32 = 160;

/// A page is parted into columns within columns no deeper than this.
const MOST_DEPTH: usize = 4;

/// A column or a band across columns: lines from top to bottom, each with its
/// runs from left to right.
pub(super) type Region = Vec<Vec<Run>>;

/// The regions of a page in reading order.
pub(super) fn regions(runs: Vec<Run>) -> Vec<Region> {
    let mut regions = Vec::new();
    part(runs, MOST_DEPTH, &mut regions);
    regions
}

fn part(runs: Vec<Run>, depth: usize, regions: &mut Vec<Region>) {
    if runs.is_empty() {
        return;
    }
    let Some(gutter) = gutter(&runs).filter(|_| depth > 0) else {
        regions.push(lines(runs));
        return;
    };
    let (spanning, mut beside): (Vec<Run>, Vec<Run>) = runs
        .into_iter()
        .partition(|run| run.left() < gutter && gutter < run.right());
    beside.sort_by(|a, b| b.baseline.total_cmp(&a.baseline));
    for band in lines(spanning) {
        let at = band.first().map_or(f64::NEG_INFINITY, |run| run.baseline);
        let below = beside.split_off(beside.partition_point(|run| run.baseline > at));
        columns(beside, gutter, depth, regions);
        regions.push(vec![band]);
        beside = below;
    }
    columns(beside, gutter, depth, regions);
}

fn columns(runs: Vec<Run>, gutter: f64, depth: usize, regions: &mut Vec<Region>) {
    let (left, right) = runs.into_iter().partition(|run| run.right() <= gutter);
    part(left, depth - 1, regions);
    part(right, depth - 1, regions);
}

/// Where a gutter runs down between two columns, if one does: the place that
/// the fewest runs span.
fn gutter(runs: &[Run]) -> Option<f64> {
    let mut starts: Vec<f64> = runs.iter().map(Run::left).collect();
    let mut ends: Vec<f64> = runs.iter().map(Run::right).collect();
    starts.sort_by(f64::total_cmp);
    ends.sort_by(f64::total_cmp);
    let (left, right) = (*starts.first()?, *ends.last()?);
    let step = (right - left) / f64::from(STEPS);
    let mut best: Option<(usize, f64, f64)> = None;
    for at in 1..STEPS {
        let x = left + f64::from(at) * step;
        let before = ends.partition_point(|end| *end <= x);
        let not_after = starts.partition_point(|start| *start < x);
        let after = runs.len() - not_after;
        let spanning = not_after.saturating_sub(before);
        if before < LEAST_LINES || after < LEAST_LINES || spanning * SPANNING > runs.len() {
            continue;
        }
        // In the middle of the gap, whichever step hits it.
        let (from, to) = (ends[before - 1], starts[not_after]);
        let better = best.is_none_or(|(fewest, _, widest)| {
            (spanning, widest) < (fewest, to - from) && (spanning < fewest || to - from > widest)
        });
        if better {
            best = Some((spanning, f64::midpoint(from, to), to - from));
        }
    }
    best.map(|(_, x, _)| x)
}

/// Runs as lines from top to bottom.
fn lines(mut runs: Vec<Run>) -> Region {
    runs.sort_by(|a, b| b.baseline.total_cmp(&a.baseline));
    let mut lines: Region = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if line.iter().rev().any(|other| other.is_level_with(&run)) => {
                line.push(run);
            }
            _ => lines.push(vec![run]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.left().total_cmp(&b.left()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::glyphs::Word;
    use super::*;

    fn run(text: &str, left: f64, right: f64, baseline: f64) -> Run {
        Run {
            words: vec![Word {
                text: text.to_owned(),
                left,
                right,
            }],
            baseline,
            size: 10.0,
        }
    }

    fn order(runs: Vec<Run>) -> Vec<String> {
        let lines = regions(runs).into_iter().flatten();
        lines
            .map(|line| {
                let words = line.iter().flat_map(|run| &run.words);
                words
                    .map(|word| word.text.as_str())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other_below_their_title() {
        let mut runs = vec![run("title", 0.0, 210.0, 100.0)];
        for line in 0..4 {
            let y = 80.0 - 12.0 * f64::from(line);
            runs.push(run(&format!("a{line}"), 0.0, 100.0, y));
            runs.push(run(&format!("b{line}"), 110.0, 210.0, y));
        }
        assert_eq!(
            order(runs),
            ["title", "a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3"]
        );
    }

    #[test]
    fn one_column_is_read_from_top_to_bottom() {
        let runs = (0..4).rev().map(|line| {
            let y = 80.0 - 12.0 * f64::from(line);
            run(&format!("a{line}"), 0.0, 200.0, y)
        });
        assert_eq!(order(runs.collect()), ["a0", "a1", "a2", "a3"]);
    }
}
