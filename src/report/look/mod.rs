//! How a house has its reports look: its name, its picture, its colour, and
//! parts of its own in the page.

pub mod accent;
pub mod logo;
pub mod parts;

use self::accent::Accent;
use self::logo::Logo;
use self::parts::Parts;

/// What of a report's look is not the program's.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// What reports are called, such as the name of the desk.
    pub title: Option<String>,
    /// The picture at the top of the page.
    pub logo: Option<Logo>,
    /// The colour of lines and of the report's name.
    pub accent: Option<Accent>,
    /// Parts of the page that the house wrote.
    pub parts: Parts,
    /// What the page tells search engines, as JSON-LD in which nothing ends a
    /// script element (`<` is written `\u003c`). It is no script: nothing runs.
    pub structured_data: Option<String>,
}

/// What a report is called where nobody has named it.
pub const TITLE: &str = "Fact-check report";

/// Most characters of a name for reports.
pub const LONGEST_TITLE: usize = 120;

impl Look {
    /// This look with what another has in place of its own.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            title: other.title.or(self.title),
            logo: other.logo.or(self.logo),
            accent: other.accent.or(self.accent),
            parts: if other.parts.is_empty() {
                self.parts
            } else {
                other.parts
            },
            structured_data: other.structured_data.or(self.structured_data),
        }
    }

    /// What reports are called.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(TITLE)
    }

    /// The rules of style that follow after those of the program.
    pub(super) fn style(&self) -> String {
        let accent = self.accent.map(Accent::rules);
        let own = self.parts.style().map(str::to_owned);
        accent.into_iter().chain(own).collect()
    }
}
