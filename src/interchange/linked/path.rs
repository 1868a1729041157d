//! Where in a JSON document a value stands, as RFC 9535 writes it.

use std::fmt;

use serde::{Serialize, Serializer};

/// A path from the root of a document, such as `$['@graph'][0].reviewRating`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JsonPath(String);

impl Default for JsonPath {
    fn default() -> Self {
        Self("$".to_owned())
    }
}

impl JsonPath {
    /// The path of a member of the object that stands here.
    #[must_use]
    pub fn key(&self, name: &str) -> Self {
        let short = |c: char| c == '_' || c.is_ascii_alphabetic() || !c.is_ascii();
        let is_short =
            name.starts_with(short) && name.chars().all(|c| short(c) || c.is_ascii_digit());
        if is_short {
            return Self(format!("{}.{name}", self.0));
        }
        let mut written = format!("{}['", self.0);
        for c in name.chars() {
            match c {
                '\'' | '\\' => written.extend(['\\', c]),
                c if c.is_control() => {
                    use fmt::Write as _;
                    // Writing into a string can't fail.
                    let _ = write!(written, "\\u{:04x}", u32::from(c));
                }
                c => written.push(c),
            }
        }
        Self(written + "']")
    }

    /// The path of an item of the array that stands here, counted from 0.
    #[must_use]
    pub fn index(&self, at: usize) -> Self {
        Self(format!("{}[{at}]", self.0))
    }

    /// The path itself, and each that it begins with, the longest first. Some of them
    /// may be cut within a name, and stand for no value then.
    pub(super) fn around(&self) -> impl Iterator<Item = Self> + use<> {
        let whole = self.0.clone();
        let cuts: Vec<usize> = whole.match_indices(['.', '[']).map(|(at, _)| at).collect();
        let shorter = cuts.into_iter().rev().map({
            let whole = whole.clone();
            move |at| Self(whole[..at].to_owned())
        });
        std::iter::once(Self(whole)).chain(shorter)
    }

    /// The path as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for JsonPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_no_words_are_quoted() {
        let root = JsonPath::default();
        let path = root.key("@graph").index(2).key("reviewRating").key("it's");
        assert_eq!(path.as_str(), "$['@graph'][2].reviewRating['it\\'s']");
    }
}
