//! The guides that `claimdesk help` shows: short texts on what several commands
//! have in common.
//!
//! They are written in Markdown of the plainest kind, so that they can be read as
//! they stand: a title, paragraphs, and lines set in by four spaces.

use clap_mangen::roff::{Roff, roman};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// What a page of the manual belongs to.
pub(crate) const VERSION: &str = concat!("claimdesk ", env!("CARGO_PKG_VERSION"));

/// A guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub(crate) enum Guide {
    Workflow,
    Anchors,
    Scales,
    Search,
    Formats,
}

/// A part of a guide, with the lines that it is made of.
enum Part {
    Paragraph(String),
    /// What is shown as it stands.
    Lines(String),
}

impl Guide {
    /// The word that names it.
    pub(crate) fn name(self) -> &'static str {
        self.into()
    }

    /// As it is written.
    fn text(self) -> &'static str {
        match self {
            Self::Workflow => include_str!("../../data/guides/workflow.md"),
            Self::Anchors => include_str!("../../data/guides/anchors.md"),
            Self::Scales => include_str!("../../data/guides/scales.md"),
            Self::Search => include_str!("../../data/guides/search.md"),
            Self::Formats => include_str!("../../data/guides/formats.md"),
        }
    }

    /// What it is about.
    pub(crate) fn title(self) -> &'static str {
        self.split().0
    }

    fn split(self) -> (&'static str, &'static str) {
        let text = self.text().trim_start_matches("# ");
        text.split_once('\n').unwrap_or((text, ""))
    }

    /// The guide as a terminal shows it.
    pub(crate) fn plain(self) -> String {
        let (title, rest) = self.split();
        format!("{title}\n{rest}")
    }

    /// What its page of the manual is called.
    pub(crate) fn page(self) -> String {
        format!("claimdesk-{}", self.name())
    }

    /// The guide as a page of the manual, in its section 7.
    pub(crate) fn manual(self) -> String {
        let page = self.page();
        let mut roff = Roff::new();
        roff.control("TH", [page.as_str(), "7", "", VERSION]);
        roff.control("SH", ["NAME"]);
        roff.text([roman(format!("{page} - {}", self.title()))]);
        roff.control("SH", ["DESCRIPTION"]);
        for part in self.parts() {
            match part {
                Part::Paragraph(text) => {
                    roff.control("PP", []);
                    roff.text([roman(text)]);
                }
                Part::Lines(text) => {
                    roff.control("PP", []);
                    roff.control("EX", []);
                    roff.text([roman(text)]);
                    roff.control("EE", []);
                }
            }
        }
        roff.render()
    }

    fn parts(self) -> impl Iterator<Item = Part> {
        let blocks = self.split().1.split("\n\n");
        blocks.filter_map(|block| {
            let block = block.trim_matches('\n');
            match block {
                "" => None,
                set_in if set_in.starts_with("    ") => Some(Part::Lines(set_in.to_owned())),
                paragraph => Some(Part::Paragraph(paragraph.to_owned())),
            }
        })
    }
}
