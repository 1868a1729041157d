//! The XML of a part as events, within limits: no document type, no entity
//! but the five that XML knows, nothing nested too deep.
//!
//! Elements and attributes go by their local names, which are the same in
//! all the namespaces that Word has used.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event as Raw};
use quick_xml::reader::Reader;

use super::part_malformed;
use crate::ingest::IngestError;
use crate::ingest::limits::MAX_DEPTH;

/// A part of a Word file, read event by event.
pub(super) struct Xml<'x> {
    part: &'x str,
    reader: Reader<&'x [u8]>,
    depth: usize,
    ended: bool,
}

/// What comes next in a part.
pub(super) enum Event<'x> {
    /// An element begins; every one also ends.
    Start(Element<'x>),
    /// The innermost open element ends.
    End(BytesEnd<'x>),
    /// Characters.
    Text(Cow<'x, str>),
    /// The part ends.
    Eof,
}

/// The beginning of an element.
pub(super) struct Element<'x> {
    start: BytesStart<'x>,
    part: &'x str,
    at: u64,
}

impl<'x> Xml<'x> {
    /// Reads a part from its text; its name is for errors.
    pub(super) fn new(part: &'x str, text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self {
            part,
            reader,
            depth: 0,
            ended: false,
        }
    }

    /// The next event.
    pub(super) fn next(&mut self) -> Result<Event<'x>, IngestError> {
        loop {
            let raw = self
                .reader
                .read_event()
                .map_err(|error| self.wrong(self.reader.error_position(), &error.to_string()))?;
            match raw {
                Raw::Start(start) | Raw::Empty(start) => return self.start(start),
                Raw::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    self.ended = self.depth == 0;
                    return Ok(Event::End(end));
                }
                Raw::Text(text) => return Ok(Event::Text(text.into_inner())),
                Raw::CData(text) => return Ok(Event::Text(text.into_inner())),
                Raw::GeneralRef(reference) => return self.reference(&reference),
                Raw::DocType(_) => {
                    return Err(self.here("it declares a document type, which no Word file has"));
                }
                Raw::Eof if !self.ended => return Err(self.here("it ends in the middle")),
                Raw::Eof => return Ok(Event::Eof),
                Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => {}
            }
        }
    }

    fn start(&mut self, start: BytesStart<'x>) -> Result<Event<'x>, IngestError> {
        if self.ended {
            return Err(self.here("it goes on after its end"));
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(IngestError::OverLimit {
                what: "levels",
                most: MAX_DEPTH as u64,
            });
        }
        Ok(Event::Start(Element {
            start,
            part: self.part,
            at: self.reader.buffer_position(),
        }))
    }

    fn reference(&self, reference: &BytesRef<'_>) -> Result<Event<'x>, IngestError> {
        let character = reference
            .resolve_char_ref()
            .map_err(|error| self.here(&error.to_string()))?;
        if let Some(character) = character {
            return Ok(Event::Text(Cow::Owned(character.to_string())));
        }
        match resolve_predefined_entity(reference) {
            Some(text) => Ok(Event::Text(Cow::Borrowed(text))),
            None => Err(self.here(&format!("it names the unknown entity &{};", &**reference))),
        }
    }

    /// Passes over the element that has just begun, up to its end.
    pub(super) fn skip(&mut self) -> Result<(), IngestError> {
        let within = self.depth;
        while self.depth >= within {
            self.next()?;
        }
        Ok(())
    }

    fn here(&self, detail: &str) -> IngestError {
        self.wrong(self.reader.buffer_position(), detail)
    }

    fn wrong(&self, at: u64, detail: &str) -> IngestError {
        part_malformed(self.part, format!("{detail} (byte {at})"))
    }
}

impl Element<'_> {
    /// Its name.
    pub(super) fn name(&self) -> &str {
        self.start.name().local_name().into_inner()
    }

    /// The value of an attribute, where it has one.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<String>, IngestError> {
        let wrong = |error: &dyn std::fmt::Display| {
            part_malformed(self.part, format!("{error} (byte {})", self.at))
        };
        // Comparing each attribute with each takes too long where a hostile
        // file has many, and the first of two is as good as an error.
        for attribute in self.start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| wrong(&error))?;
            if attribute.key.local_name().into_inner() == name {
                let value = attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .map_err(|error| wrong(&error))?;
                return Ok(Some(value.into_owned()));
            }
        }
        Ok(None)
    }

    /// The value of `val`, which most elements of Word carry.
    pub(super) fn value(&self) -> Result<Option<String>, IngestError> {
        self.attribute("val")
    }

    /// Whether a switch is on: it is by being there, unless it says no.
    pub(super) fn is_on(&self) -> Result<bool, IngestError> {
        let value = self.value()?;
        Ok(!matches!(value.as_deref(), Some("0" | "false" | "off")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, IngestError> {
        let mut xml = Xml::new("word/document.xml", text);
        let mut read = String::new();
        loop {
            match xml.next()? {
                Event::Text(text) => read.push_str(&text),
                Event::Eof => return Ok(read),
                _ => {}
            }
        }
    }

    fn complaint(text: &str) -> String {
        read(text).unwrap_err().to_string()
    }

    #[test]
    fn only_what_xml_itself_knows_is_resolved() {
        assert_eq!(
            read("<a>4 &lt; 5 &amp; &#x17D;<![CDATA[<]]></a>").unwrap(),
            "4 < 5 & Ž<"
        );
        assert!(complaint("<a>&boom;</a>").contains("unknown entity &boom;"));
        assert!(complaint("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").contains("document type"));
    }

    #[test]
    fn what_is_broken_is_told_with_its_place() {
        for broken in [
            "",
            "<a>",
            "<a></b>",
            "<a/><a/>",
            "<a>&#0;</a>",
            "<a>& b</a>",
            "<a",
        ] {
            let complaint = complaint(broken);
            assert!(complaint.contains("word/document.xml"), "{complaint}");
            assert!(complaint.contains("byte"), "{complaint}");
        }
    }

    #[test]
    fn what_is_nested_too_deep_is_refused() {
        let deep = |levels| format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels));
        assert!(read(&deep(MAX_DEPTH)).is_ok());
        assert!(matches!(
            read(&deep(MAX_DEPTH + 1)),
            Err(IngestError::OverLimit { what: "levels", .. })
        ));
    }

    #[test]
    fn an_element_is_passed_over_with_all_in_it() {
        let mut xml = Xml::new("part", "<a><b><c>no</c></b>yes</a>");
        xml.next().unwrap();
        xml.next().unwrap();
        xml.skip().unwrap();
        assert!(matches!(xml.next(), Ok(Event::Text(text)) if text == "yes"));
    }
}
