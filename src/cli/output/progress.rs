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
    /// A command of so many steps, each of which is told where no bar is seen.
    pub(crate) fn new(all: usize, output: &Output) -> Self {
        let mut progress = Self::counting(all, output);
        progress.all = all;
        progress
    }

    /// A command of so many steps of which only a bar tells.
    pub(crate) fn counting(all: usize, output: &Output) -> Self {
        Self::shown((all > 1).then(|| bar(all as u64, BAR)), output)
    }

    /// A command of which nobody knows how long it takes.
    pub(crate) fn waiting(what: &'static str, output: &Output) -> Self {
        Self::shown(Some(bar(0, WAITING).with_message(what)), output)
    }

    /// A command that reads a file of so many bytes; without a bar where nobody knows
    /// how many.
    pub(crate) fn of_bytes(size: Option<u64>, output: &Output) -> Self {
        Self::shown(size.map(|size| bar(size, BYTES)), output)
    }

    /// Shows a bar late to a person who wants to hear of what goes on.
    fn shown(bar: Option<ProgressBar>, output: &Output) -> Self {
        let is_seen = !output.quiet && io::stderr().is_terminal();
        Self {
            all: 1,
            done: 0,
            bar: bar.filter(|_| is_seen).inspect(show_late),
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

/// A bar that is not drawn yet.
fn bar(all: u64, looks: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(all), ProgressDrawTarget::hidden());
    match ProgressStyle::with_template(looks) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Draws a bar once the command has taken a while.
fn show_late(bar: &ProgressBar) {
    let bar = bar.clone();
    thread::spawn(move || {
        thread::sleep(SOON);
        if !bar.is_finished() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(TICK);
        }
    });
}

impl Output {
    /// Does what may take long and says nothing meanwhile: a person at a terminal is told
    /// that something goes on, and since when.
    pub(crate) fn waiting<T>(&self, what: &'static str, work: impl FnOnce() -> T) -> T {
        let _waiting = Progress::waiting(what, self);
        work()
    }
}
