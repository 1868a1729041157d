//! Groups of near-identical claims, printed as they come, so that a desk with a
//! million claims need not be held at once.

use super::matching::{glanced, percent};
use super::search::{INDENT, safe, strong};
use super::table::Cell;
use super::wording::counted;
use super::{Format, Listed, Look, Output, csv, json};
use crate::cli::error::CliError;
use crate::desk::{ClusterCount, Clustered};

/// How far the printing has come.
#[derive(Debug, Default)]
pub(crate) struct Clusters {
    /// The group that was printed last; from 1.
    last: usize,
}

impl Listed for Clustered {
    const COLUMNS: &'static [&'static str] = &[
        "cluster",
        "size",
        "claim",
        "alike",
        "rating",
        "article",
        "statement",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.cluster),
            Cell::number(self.size),
            Cell::number(self.of.claim),
            Cell::text(percent(self.likeness)),
            Cell::maybe(self.of.rating_label.as_deref()),
            Cell::maybe(self.of.article),
            Cell::short(&self.of.statement),
        ]
    }
}

impl Output {
    /// Prints the next members of groups.
    pub(crate) fn clusters(
        &mut self,
        printed: &mut Clusters,
        members: &[Clustered],
    ) -> Result<(), CliError> {
        let begun = printed.last > 0;
        let text = match self.format {
            Format::Table => listing(members, printed.last, self.look),
            Format::Json => {
                let items: Result<String, _> = members.iter().map(json::item).collect();
                let items = items?;
                if begun {
                    items
                } else {
                    let items = items.strip_prefix(',').unwrap_or_default();
                    format!("{}{items}", json::ARRAY_BEGINS)
                }
            }
            Format::Jsonl => json::lines(members)?,
            Format::Csv if begun => {
                let rows: Result<String, _> = members.iter().map(csv::row).collect();
                rows?
            }
            Format::Csv => csv::rows(members)?,
        };
        printed.last = members.last().map_or(printed.last, |last| last.cluster);
        let text = match self.format {
            Format::Json | Format::Jsonl => self.safe_json(text),
            Format::Table | Format::Csv => text,
        };
        self.text(&text)
    }

    /// Ends the list, and says how many there were.
    pub(crate) fn end_clusters(&mut self, count: ClusterCount) -> Result<(), CliError> {
        if self.format == Format::Json {
            self.text(json::ARRAY_ENDS)?;
        }
        let ClusterCount {
            compared,
            clusters,
            claims,
            differing,
        } = count;
        let groups = counted(clusters, "group");
        let differ = match differing {
            0 => String::new(),
            _ => format!("; ratings differ in {differing}"),
        };
        self.note(format!(
            "{claims} of {compared} claims are in {groups}{differ}"
        ));
        Ok(())
    }
}

/// Members one below the other, each group below its own head; that of the
/// group `last` was printed before.
fn listing(members: &[Clustered], last: usize, look: Look) -> String {
    let width = usize::from(look.width.unwrap_or(u16::MAX));
    let options = textwrap::Options::new(width)
        .initial_indent(INDENT)
        .subsequent_indent(INDENT);
    let mut text = String::new();
    for group in members.chunk_by(|one, other| one.cluster == other.cluster) {
        if group[0].cluster != last {
            text += &group_head(&group[0], look);
            text.push('\n');
        }
        for member in group {
            text += "  ";
            text += &glanced(&member.of, member.likeness, look);
            text.push('\n');
            text += &textwrap::fill(&safe(&member.of.statement, look), &options);
            text.push('\n');
        }
    }
    text
}

/// What a group is: `group 1 · 3 claims · ratings differ`.
fn group_head(of: &Clustered, look: Look) -> String {
    let mut head = format!("group {} · {} claims", of.cluster, of.size);
    if of.ratings_differ {
        head += " · ratings differ";
    }
    strong(&head, look)
}
