//! Names of people and organisations: as CSL-JSON has them, and as one text,
//! which is how the desk keeps an author.
//!
//! In the text, names are parted by semicolons. One with a comma is a person,
//! family name first: `Vega, Ana`. One without is taken as it stands, such as
//! an agency: `AP`. What this can't say (a family name of several parts, a
//! suffix, an organisation with a comma in its name) is kept beside it, see
//! `item.rs`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A name in the form of CSL-JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Name {
    /// The whole name of whoever has no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) literal: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) family: Option<String>,
    /// Given names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) given: Option<String>,
    /// A particle that goes where the family name stands alone: `van`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dropping_particle: Option<String>,
    /// A particle that is part of the family name: `de`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) non_dropping_particle: Option<String>,
    /// What follows the name: `Jr.`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) suffix: Option<String>,
}

impl Name {
    /// Somebody who has one name only.
    pub(super) fn literal(name: &str) -> Self {
        Self {
            literal: Some(name.to_owned()),
            ..Self::default()
        }
    }

    /// The name with one space between its words, and as a literal where it
    /// has one part only; none where it says nothing.
    pub(super) fn tidy(self) -> Option<Self> {
        let words = |text: Option<String>| text.as_deref().and_then(one_line);
        let name = Self {
            literal: words(self.literal),
            family: words(self.family),
            given: words(self.given),
            dropping_particle: words(self.dropping_particle),
            non_dropping_particle: words(self.non_dropping_particle),
            suffix: words(self.suffix),
        };
        if let Some(literal) = name.literal {
            return Some(Self::literal(&literal));
        }
        let lone = name.dropping_particle.is_none()
            && name.non_dropping_particle.is_none()
            && name.suffix.is_none();
        match (&name.family, &name.given) {
            (None, None) => None,
            (Some(only), None) | (None, Some(only)) if lone => Some(Self::literal(only)),
            _ => Some(name),
        }
    }

    /// Reads one name of a text.
    fn of(text: &str) -> Option<Self> {
        let name = match text.split_once(',') {
            Some((family, given)) => Self {
                family: Some(family.to_owned()),
                given: Some(given.to_owned()),
                ..Self::default()
            },
            None => Self::literal(text),
        };
        name.tidy()
    }

    /// The family name with its particles.
    pub(super) fn whole_family(&self) -> String {
        let parts = [
            &self.dropping_particle,
            &self.non_dropping_particle,
            &self.family,
        ];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        parts.join(" ")
    }

    /// The name as one text, family name first.
    pub(super) fn text(&self) -> String {
        if let Some(literal) = &self.literal {
            return literal.clone();
        }
        let mut text = self.whole_family();
        for part in [&self.given, &self.suffix].into_iter().flatten() {
            text += ", ";
            text += part;
        }
        text
    }
}

/// The names of a text.
pub(super) fn names_of(text: &str) -> Vec<Name> {
    text.split(';').filter_map(Name::of).collect()
}

/// Names as one text.
pub(super) fn text_of(names: &[Name]) -> String {
    let names: Vec<String> = names.iter().map(Name::text).collect();
    names.join("; ")
}

/// A text with one space between its words; none where it has no words.
pub(super) fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_makes_a_person_and_none_an_organisation() {
        let names = names_of("Vega, Ana;  AP ; Lind,; ;");
        assert_eq!(
            serde_json::to_string(&names).unwrap(),
            r#"[{"family":"Vega","given":"Ana"},{"literal":"AP"},{"literal":"Lind"}]"#
        );
        assert_eq!(text_of(&names), "Vega, Ana; AP; Lind");
    }

    #[test]
    fn a_name_of_many_parts_reads_as_people_write_it() {
        let name: Name = serde_json::from_str(
            r#"{"family":"Gogh","given":"Vincent","non-dropping-particle":"van","suffix":"Jr."}"#,
        )
        .unwrap();
        assert_eq!(name.text(), "van Gogh, Vincent, Jr.");
        assert_eq!(Name::default().tidy(), None);
    }
}
