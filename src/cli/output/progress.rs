//! How far a long command has come: a bar for a person at a terminal, a line
//! for each step in a log.

use std::io::{self, IsTerminal};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Output;

/// What the bar looks like: how many are done, of how many, and when it ends.
const BAR: &str = "{bar:30} {pos} of {len}, {eta} left  {wide_msg}";

/// What the bar looks like for a file that is read.
const BYTES: &str = "{bar:30} {bytes} of {total_bytes}, {eta} left";

/// What is shown where nobody knows how much there is to do.
const WAITING: &str = "{spinner} {msg}, {elapsed}";

/// What is done sooner needs no bar.
const SOON: Duration = Duration::from_millis(500);

/// How often a bar moves by itself.
const TICK: Duration = Duration::from_millis(100);

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
            bar: is_seen.then(|| bar(all as u64, BAR)),
        }
    }

    /// A command of so many steps of which only a bar tells.
    pub(crate) fn counting(all: usize, output: &Output) -> Self {
        Self {
            bar: Self::new(all, output).bar.take(),
            all: 1,
            done: 0,
        }
    }

    /// A command of which nobody knows how long it takes.
    pub(crate) fn waiting(what: &'static str, output: &Output) -> Self {
        let is_seen = !output.quiet && io::stderr().is_terminal();
        Self {
            all: 1,
            done: 0,
            bar: is_seen.then(|| bar(0, WAITING).with_message(what)),
        }
    }

    /// A command that reads a file of so many bytes; without a bar where nobody knows
    /// how many.
    pub(crate) fn of_bytes(size: Option<u64>, output: &Output) -> Self {
        let is_seen = !output.quiet && io::stderr().is_terminal();
        let bar = size.filter(|_| is_seen).map(|size| bar(size, BYTES));
        Self {
            all: 1,
            done: 0,
            bar,
        }
    }

    /// So much is done: steps, or bytes that were read.
    pub(crate) fn at(&self, bytes: u64) {
        if let Some(bar) = &self.bar {
            bar.set_position(bytes);
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

/// A bar that is drawn once the command has taken a while.
fn bar(all: u64, looks: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(all), ProgressDrawTarget::hidden());
    shown_late(match ProgressStyle::with_template(looks) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    })
}

fn shown_late(bar: ProgressBar) -> ProgressBar {
    let shown = bar.clone();
    thread::spawn(move || {
        thread::sleep(SOON);
        if !shown.is_finished() {
            shown.set_draw_target(ProgressDrawTarget::stderr());
            shown.enable_steady_tick(TICK);
        }
    });
    bar
}

impl Output {
    /// Does what may take long and says nothing meanwhile: a person at a terminal is told
    /// that something goes on, and since when.
    pub(crate) fn waiting<T>(&self, what: &'static str, work: impl FnOnce() -> T) -> T {
        let _waiting = Progress::waiting(what, self);
        work()
    }
}
