//! Groups of measurements that end with a table. Criterion measures and prints each
//! figure; the median of its samples is kept for the table.
#![allow(dead_code, reason = "each bench uses what it needs")]

mod table;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use table::{Row, median, print};

/// What the names of baselines begin with.
const BASELINE: &str = "baseline";

/// A group of measurements that ends with a table.
pub(crate) struct Group<'c> {
    name: String,
    criterion: BenchmarkGroup<'c, WallTime>,
    measured: Vec<(String, Duration)>,
}

/// Runs what is measured, and keeps how long it took.
pub(crate) struct Timed<'b, 'c> {
    bencher: &'b mut criterion::Bencher<'c>,
    samples: Vec<Duration>,
}

impl Timed<'_, '_> {
    /// Measures a routine.
    pub(crate) fn measure<T>(&mut self, mut routine: impl FnMut() -> T) {
        let samples = &mut self.samples;
        self.bencher.iter_custom(|times| {
            let started = Instant::now();
            for _ in 0..times {
                black_box(routine());
            }
            let took = started.elapsed();
            samples.push(took / u32::try_from(times).unwrap_or(u32::MAX));
            took
        });
    }
}

impl<'c> Group<'c> {
    pub(crate) fn new(criterion: &'c mut Criterion, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            criterion: criterion.benchmark_group(name),
            measured: Vec::new(),
        }
    }

    pub(crate) fn sample_size(&mut self, samples: usize) -> &mut Self {
        self.criterion.sample_size(samples);
        self
    }

    pub(crate) fn measurement_time(&mut self, time: Duration) -> &mut Self {
        self.criterion.measurement_time(time);
        self
    }

    pub(crate) fn throughput(&mut self, throughput: Throughput) -> &mut Self {
        self.criterion.throughput(throughput);
        self
    }

    /// Measures something; a name that begins with “baseline” is one for what stands
    /// before it, or for all where it comes first.
    pub(crate) fn bench_function(
        &mut self,
        name: impl Into<String>,
        mut measure: impl FnMut(&mut Timed<'_, '_>),
    ) {
        let name = name.into();
        let mut samples = Vec::new();
        self.criterion.bench_function(&name, |bencher| {
            let mut timed = Timed {
                bencher,
                samples: Vec::new(),
            };
            measure(&mut timed);
            samples = timed.samples;
        });
        // A filter on the command line leaves this one out.
        if let Some(median) = median(samples) {
            self.measured.push((name, median));
        }
    }

    /// Ends the group, and prints its table.
    pub(crate) fn finish(self) {
        self.criterion.finish();
        let rows: Vec<Row> = self
            .measured
            .iter()
            .enumerate()
            .filter(|(_, (name, _))| !name.starts_with(BASELINE))
            .map(|(at, (name, ours))| Row {
                name: name.clone(),
                ours: *ours,
                baseline: baseline(&self.measured, at),
            })
            .collect();
        print(&self.name, &rows);
    }
}

/// The baseline of what was measured at a place: that of its own name, else the next, else the first.
fn baseline(measured: &[(String, Duration)], at: usize) -> Option<Duration> {
    let own = format!("{BASELINE}: {}", measured[at].0);
    let named = |(name, _): &&(String, Duration)| *name == own;
    let is_baseline = |(name, _): &&(String, Duration)| name.starts_with(BASELINE);
    let next = || measured[at..].iter().find(is_baseline);
    let first = || measured.iter().find(is_baseline);
    let found = measured.iter().find(named).or_else(next).or_else(first);
    found.map(|(_, took)| *took)
}
