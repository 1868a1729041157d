//! The Markdown pages of this repository, and what tests look for in them:
//! fenced blocks, tables, headings, links.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page by its path in the repository.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// One page.
pub(crate) fn page(name: &str) -> Page {
    let text = fs::read_to_string(root().join(name)).unwrap();
    // A checkout on Windows may have other line ends.
    let text = text.replace("\r\n", "\n");
    let name = name.to_owned();
    Page { name, text }
}

/// Every page that users and developers read.
pub(crate) fn pages() -> Vec<Page> {
    let mut found = vec![root().join("data/README.md")];
    for folder in [root().to_owned(), root().join("docs")] {
        collect(&folder, folder != root(), &mut found);
    }
    found.sort();
    found.iter().map(|path| page(&name_of(path))).collect()
}

fn collect(folder: &Path, whole: bool, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if whole {
                collect(&path, whole, found);
            }
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}

/// The name that the path of a page has in the repository.
fn name_of(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap();
    let parts: Vec<_> = inside.iter().map(|part| part.to_str().unwrap()).collect();
    parts.join("/")
}

impl Page {
    /// The lines outside fenced blocks.
    pub(crate) fn prose(&self) -> impl Iterator<Item = &str> {
        let mut fenced = false;
        self.text.lines().filter(move |line| {
            let fence = line.trim_start().starts_with("```");
            fenced ^= fence;
            !fenced && !fence
        })
    }

    /// The fenced blocks: their language and their content.
    pub(crate) fn blocks(&self) -> Vec<(&str, String)> {
        let mut found = Vec::new();
        let mut lines = self.text.lines();
        while let Some(line) = lines.next() {
            if let Some(language) = line.strip_prefix("```") {
                let content: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                found.push((language, content.join("\n")));
            }
        }
        found
    }

    /// The rows of the table whose head is `head`, as cells.
    pub(crate) fn table(&self, head: &str) -> Vec<Vec<String>> {
        let lines = self.text.lines().skip_while(|line| *line != head).skip(2);
        let rows: Vec<Vec<String>> = lines
            .take_while(|line| line.starts_with('|'))
            .map(cells)
            .collect();
        assert!(
            !rows.is_empty(),
            "{}: no table has the head {head}",
            self.name
        );
        rows
    }

    /// What its links and pictures lead to, but for addresses on the web.
    pub(crate) fn links(&self) -> Vec<String> {
        let prose: Vec<&str> = self.prose().collect();
        let prose = prose.join("\n");
        let outside_code = prose.split('`').step_by(2);
        let text: String = outside_code.collect();
        text.split("](")
            .skip(1)
            .map(|rest| rest.split(')').next().unwrap().to_owned())
            .filter(|link| !link.starts_with("http"))
            .collect()
    }

    /// The anchors of its headings, as `GitHub` makes them.
    pub(crate) fn anchors(&self) -> Vec<String> {
        self.prose()
            .filter(|line| line.starts_with('#'))
            .map(|line| anchor(line.trim_start_matches('#').trim()))
            .collect()
    }
}

fn cells(row: &str) -> Vec<String> {
    let cells = row.trim_matches('|').split('|');
    cells.map(|cell| cell.trim().to_owned()).collect()
}

/// The anchor of a heading: its letters and digits in lower case, hyphens for
/// spaces.
pub(crate) fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

/// The words between backticks.
pub(crate) fn words(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}
