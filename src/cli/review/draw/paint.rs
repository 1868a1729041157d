//! What things look like. Whatever a colour says, a sign or a word says as well;
//! without colours there are bold, dim, underlined and reversed words only.

use ratatui::style::{Color, Modifier, Style};

use crate::cli::review::page::{Mark, Standing, What};
use crate::model::flag::Severity;
use crate::model::scale::Tone;

/// Whether there are colours.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) color: bool,
}

impl Look {
    fn fg(self, style: Style, color: Color) -> Style {
        if self.color { style.fg(color) } else { style }
    }

    /// What went wrong.
    pub(super) fn trouble(self) -> Style {
        self.fg(STRONG, Color::Red)
    }

    /// A rating, in the colours that tables have.
    pub(super) fn tone(self, tone: Tone) -> Style {
        let color = match tone {
            Tone::Good => Color::Green,
            Tone::Mixed => Color::Yellow,
            Tone::Bad => Color::Red,
            Tone::Neutral => Color::Blue,
        };
        self.fg(Style::new(), color)
    }

    /// How much a flag matters.
    pub(super) fn severity(self, severity: Severity) -> Style {
        match severity {
            Severity::Low => Style::new(),
            Severity::Medium => self.fg(Style::new(), Color::Yellow),
            Severity::High => self.fg(Style::new(), Color::Red),
        }
    }

    /// A claim by how far it has come.
    fn standing(self, standing: Standing) -> Style {
        match standing {
            Standing::Offered => Style::new(),
            Standing::Waits => self.fg(Style::new(), Color::Cyan),
            Standing::Rated(tone) => self.tone(tone),
            Standing::Dismissed => DIM,
        }
    }

    /// Words that are marked.
    pub(super) fn mark(self, mark: &Mark) -> Style {
        let style = match mark.what {
            What::Claim(_, standing) => self.standing(standing),
            What::Flag(severity) => self.severity(severity),
        };
        style.add_modifier(Modifier::UNDERLINED)
    }

    /// The sign of what is marked.
    pub(super) fn sign(self, mark: &Mark) -> Style {
        self.mark(mark)
            .remove_modifier(Modifier::UNDERLINED)
            .add_modifier(Modifier::BOLD)
    }
}

/// What stands out.
pub(super) const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);

/// What stands back.
pub(super) const DIM: Style = Style::new().add_modifier(Modifier::DIM);

/// The bar at the top.
pub(super) const BAR: Style = Style::new().add_modifier(Modifier::REVERSED);

/// The current claim.
pub(super) fn current(style: Style) -> Style {
    style.add_modifier(Modifier::REVERSED)
}

/// Words that were looked for: the other way round than what is around them.
pub(super) fn found(style: Style, in_current: bool) -> Style {
    let style = style.add_modifier(Modifier::BOLD);
    if in_current {
        style.remove_modifier(Modifier::REVERSED)
    } else {
        style.add_modifier(Modifier::REVERSED)
    }
}
