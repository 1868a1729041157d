//! The terminal while a review has it: the whole screen, keys as they are pressed,
//! pastes as a whole and, where it is wanted, the mouse. However the review ends, by a
//! panic too, the terminal is left as it was found.

use std::io::{self, Stdout, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
    Event,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};

use crate::cli::error::CliError;

/// Whether the terminal is a review's at the moment, which a panic has to know.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal, taken for a review.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn take(mouse: bool) -> Result<Self, CliError> {
        tell_panics_on_a_clean_screen();
        let terminal = Terminal::new(CrosstermBackend::new(stdout()));
        let mut screen = Self {
            terminal: terminal.map_err(CliError::Terminal)?,
            mouse,
        };
        screen.begin()?;
        Ok(screen)
    }

    /// How large the screen is.
    pub(super) fn size(&self) -> Result<Rect, CliError> {
        let size = self.terminal.size().map_err(CliError::Terminal)?;
        Ok(Rect::from((ratatui::layout::Position::ORIGIN, size)))
    }

    /// Draws the screen.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> Result<(), CliError> {
        self.terminal.draw(draw).map_err(CliError::Terminal)?;
        Ok(())
    }

    /// Draws everything anew with the next picture.
    pub(super) fn redraw(&mut self) -> Result<(), CliError> {
        // To clear it by name would ask the terminal where its cursor is, and wait for an
        // answer that some never give.
        let size = self.size()?;
        self.terminal.resize(size).map_err(CliError::Terminal)
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub(super) fn use_mouse(&mut self, mouse: bool) -> Result<(), CliError> {
        self.mouse = mouse;
        let done = if mouse {
            execute!(stdout(), EnableMouseCapture)
        } else {
            execute!(stdout(), DisableMouseCapture)
        };
        done.map_err(CliError::Terminal)
    }

    /// Lends the terminal to another program, as it was found.
    pub(super) fn lend<T>(&mut self, run: impl FnOnce() -> T) -> Result<T, CliError> {
        give_back();
        let result = run();
        self.begin()?;
        self.redraw()?;
        Ok(result)
    }

    fn begin(&mut self) -> Result<(), CliError> {
        TAKEN.store(true, Ordering::Relaxed);
        let begun = || {
            enable_raw_mode()?;
            execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
            if self.mouse {
                execute!(stdout(), EnableMouseCapture)?;
            }
            Ok::<_, io::Error>(())
        };
        begun().map_err(CliError::Terminal)
    }
}

/// What is done at the terminal; none when nothing is for so long.
pub(super) fn wait(patience: Duration) -> Result<Option<Event>, CliError> {
    let event = || event::poll(patience)?.then(event::read).transpose();
    event().map_err(CliError::Terminal)
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Leaves the terminal as it was found. What fails of it can't be mended.
fn give_back() {
    if TAKEN.swap(false, Ordering::Relaxed) {
        let _ = execute!(
            stdout(),
            DisableMouseCapture,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Show
        );
        let _ = disable_raw_mode();
    }
}

/// A panic is told where it can be read.
fn tell_panics_on_a_clean_screen() {
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        give_back();
        told(panic);
    }));
}
