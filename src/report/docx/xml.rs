//! A part of a Word file as it is written: every element that is begun is
//! ended, and no text becomes markup.

use std::fmt::Write;

use super::super::wording;

/// An attribute: its name and its value.
pub(super) type Attribute<'a> = (&'static str, &'a str);

/// XML on its way.
#[derive(Debug)]
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A part with its root element.
    pub(super) fn part(root: &'static str, attributes: &[Attribute<'_>]) -> Self {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        let mut xml = Self {
            out: declaration.to_owned(),
            open: Vec::new(),
        };
        xml.begin(root, attributes);
        xml
    }

    /// Begins an element.
    pub(super) fn begin(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    /// Ends the innermost element that is open.
    pub(super) fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.extend(["</", name, ">"]);
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// An element that holds nothing but this text.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.begin(name, attributes);
        self.text(text);
        self.end();
    }

    /// A line end between elements, where it means nothing.
    pub(super) fn line(&mut self) {
        self.out.push('\n');
    }

    /// The whole part. What would not be seen of its text is shown.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.line();
        wording::with_controls_shown(self.out)
    }

    fn tag(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.out.extend(["<", name]);
        for (name, value) in attributes {
            // Writing to a string can't fail.
            let _ = write!(self.out, " {name}=\"");
            self.text(value);
            self.out.push('"');
        }
    }

    /// Text as text. Line ends and tabs are spaces, as in every other report;
    /// the two characters that no XML may hold, and that are none, are left out
    /// (XML 1.0, section 2.2).
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.out.push(' '),
                '\u{fffe}' | '\u{ffff}' => {}
                c => self.out.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::XmlVersion;
    use quick_xml::escape::resolve_predefined_entity;
    use quick_xml::events::Event;
    use quick_xml::reader::Reader;

    use super::*;

    fn written(text: &str) -> String {
        let mut xml = Xml::part("a", &[("b", text)]);
        xml.element("c", &[], text);
        xml.finish()
    }

    #[test]
    fn text_is_no_markup_and_hides_nothing() {
        let part = written("<w:p> & \"x\"\u{1b}\u{202e}\u{ffff}\n");
        let text = "&lt;w:p&gt; &amp; &quot;x&quot;[U+001B][U+202E] ";
        assert!(
            part.ends_with(&format!("<a b=\"{text}\"><c>{text}</c></a>\n")),
            "{part}"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in "(\\PC|[\\n\\t<&\"'>]){0,20}") {
            let part = written(&text);
            let seen = text.replace(['\n', '\t'], " ");
            let mut reader = Reader::from_str(&part);
            let mut read = String::new();
            loop {
                match reader.read_event().unwrap() {
                    Event::Start(start) => for attribute in start.attributes() {
                        let attribute = attribute.unwrap();
                        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned();
                        prop_assert_eq!(&wording::with_controls_shown(seen.clone()), &value);
                    },
                    Event::Text(text) => read.push_str(&text.into_inner()),
                    Event::GeneralRef(name) => {
                        read.push_str(resolve_predefined_entity(&name).unwrap());
                    }
                    Event::Eof => break,
                    _ => {}
                }
            }
            let shown = wording::with_controls_shown(seen);
            prop_assert_eq!(read.trim(), shown.trim());
        }
    }
}
