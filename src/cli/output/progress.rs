//! How far a long command has come: a bar for a person at a terminal, a line
//! for each step in a log.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

use super::Output;

/// What the bar looks like: how many are done, of how many, and when it ends.
const BAR: &str = "{bar:30} {pos} of {len}, {eta} left  {wide_msg}";

/// A long command under way.
pub(crate) struct Progress {
    all: usize,
    done: usize,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// A command of so many steps.
    pub(crate) fn new(all: usize, output: &Output) -> Self {
        let is_seen = all > 1 && !output.quiet && io::stderr().is_terminal();
        Self {
            all,
            done: 0,
            bar: is_seen.then(|| bar(all)),
        }
    }

    /// One more step is done.
    pub(crate) fn step(&mut self, what: &str, output: &mut Output) {
        self.done += 1;
        match &self.bar {
            Some(bar) => {
                bar.set_message(what.to_owned());
                bar.inc(1);
            }
            None if self.all > 1 => output.note(format!("{} of {}: {what}", self.done, self.all)),
            None => {}
        }
    }
}

impl Drop for Progress {
    /// What is said next stands on a clean line, also after a failure.
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(all: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(all).unwrap_or(u64::MAX));
    match ProgressStyle::with_template(BAR) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
