//! Parts of the page that a house writes itself: more rules of style, and HTML
//! for the head, the top and the foot of the page, with placeholders for what is
//! known of the report.
//!
//! What a house writes is put into the page as it is; what a placeholder stands
//! for is escaped. The page's policy for content stays in force, so that a part
//! can neither load anything nor run a script.

use std::fmt::Write;

/// The files that a folder of parts may have.
pub const FILES: &[&str] = &["style.css", "head.html", "header.html", "footer.html"];

/// What a placeholder may stand for.
pub const PLACEHOLDERS: &[&str] = &[
    "title",
    "report_title",
    "author",
    "publisher",
    "published",
    "url",
    "revision",
    "claims",
    "judged",
    "open_flags",
    "made",
    "history",
];

/// Parts of a page; each may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    style: Option<String>,
    head: Option<Part>,
    header: Option<Part>,
    footer: Option<Part>,
}

/// A piece of HTML with placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Html(String),
    Placeholder(&'static str),
}

/// Why a file can be no part of a page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PartError {
    /// It has a name that no part has.
    #[error("a report has no part {file}; its parts are {}", FILES.join(", "))]
    NoPart {
        /// The file.
        file: String,
    },
    /// It names something that no placeholder stands for.
    #[error("{file} has the placeholder {{{{{name}}}}}; there are {}", PLACEHOLDERS.join(", "))]
    NoPlaceholder {
        /// The file.
        file: String,
        /// What it names.
        name: String,
    },
    /// A placeholder does not end.
    #[error("{0} has “{{{{” without “}}}}”")]
    Open(String),
    /// The rules of style would end the element that they stand in.
    #[error("style.css holds “</”, which would end the style of the page")]
    EndsStyle,
}

impl Parts {
    /// Takes a file of the folder, by its name.
    pub fn add(&mut self, file: &str, text: String) -> Result<(), PartError> {
        match file {
            "style.css" if text.contains("</") => return Err(PartError::EndsStyle),
            "style.css" => self.style = Some(text),
            "head.html" => self.head = Some(Part::read(file, &text)?),
            "header.html" => self.header = Some(Part::read(file, &text)?),
            "footer.html" => self.footer = Some(Part::read(file, &text)?),
            other => {
                return Err(PartError::NoPart {
                    file: other.to_owned(),
                });
            }
        }
        Ok(())
    }

    /// Whether the house has written no part.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn style(&self) -> Option<&str> {
        self.style.as_deref()
    }

    /// The head, the top and the foot of the page, with what `value` says for
    /// each placeholder.
    pub(in super::super) fn filled(&self, value: impl Fn(&str) -> String) -> [String; 3] {
        [&self.head, &self.header, &self.footer].map(|part| {
            part.as_ref()
                .map_or_else(String::new, |part| part.filled(&value))
        })
    }
}

impl Part {
    fn read(file: &str, text: &str) -> Result<Self, PartError> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((html, after)) = rest.split_once("{{") {
            pieces.push(Piece::Html(html.to_owned()));
            let (name, after) = after
                .split_once("}}")
                .ok_or_else(|| PartError::Open(file.to_owned()))?;
            let name = name.trim();
            let known = PLACEHOLDERS.iter().find(|known| **known == name);
            let known = known.ok_or_else(|| PartError::NoPlaceholder {
                file: file.to_owned(),
                name: name.to_owned(),
            })?;
            pieces.push(Piece::Placeholder(known));
            rest = after;
        }
        pieces.push(Piece::Html(rest.to_owned()));
        Ok(Self(pieces))
    }

    fn filled(&self, value: &impl Fn(&str) -> String) -> String {
        let mut page = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Html(html) => page.push_str(html),
                Piece::Placeholder(name) => push_escaped(&mut page, &value(name)),
            }
        }
        page
    }
}

/// Adds words so that they are words in HTML and in the values of attributes.
fn push_escaped(page: &mut String, words: &str) {
    for c in words.chars() {
        if matches!(c, '&' | '<' | '>' | '"' | '\'') {
            // Writing to a string can't fail.
            let _ = write!(page, "&#{};", u32::from(c));
        } else {
            page.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_with_words() {
        let mut parts = Parts::default();
        parts
            .add("footer.html", "<p>{{ title }}, {{made}}</p>".to_owned())
            .unwrap();
        let filled = parts.filled(|name| format!("<{name}>"));
        assert_eq!(filled, ["", "", "<p>&#60;title&#62;, &#60;made&#62;</p>"]);
    }

    #[test]
    fn what_is_no_part_is_told() {
        let told = |file: &str, text: &str| {
            Parts::default()
                .add(file, text.to_owned())
                .unwrap_err()
                .to_string()
        };
        assert!(told("styles.css", "").contains("its parts are style.css, head.html"));
        assert!(told("head.html", "{{titel}}").contains("{{titel}}; there are title"));
        assert!(told("header.html", "a {{ b").contains("“{{” without “}}”"));
        assert!(told("style.css", "a{} </style><script>").contains("would end"));
    }
}
