//! The notes of a Word file: what its footnotes, endnotes and comments say.

use std::collections::HashMap;

use super::relations::Relations;
use super::story::{Item, NoteHead, Paragraph, Piece, Story};
use super::styles::Styles;
use crate::ingest::IngestError;
use crate::ingest::urls::urls;

/// What a note says, and who wrote it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) text: String,
    pub(super) author: Option<String>,
}

/// The notes of a part by their ids.
pub(super) fn read(
    part: (&str, &str),
    relations: &Relations,
    styles: &Styles,
) -> Result<HashMap<String, Note>, IngestError> {
    let mut notes = HashMap::new();
    let mut open: Option<(NoteHead, Writing)> = None;
    let mut story = Story::new(part, relations, styles);
    while let Some(item) = story.next()? {
        match item {
            Item::Note(head) => {
                notes.extend(open.replace((head, Writing::default())).and_then(complete));
            }
            Item::Paragraph(paragraph) => {
                if let Some((_, writing)) = &mut open {
                    writing.take(paragraph);
                }
            }
        }
    }
    notes.extend(open.and_then(complete));
    Ok(notes)
}

fn complete((head, writing): (NoteHead, Writing)) -> Option<(String, Note)> {
    let words = writing.text.split_whitespace();
    let text = words.collect::<Vec<_>>().join(" ");
    let note = Note {
        text,
        author: head.author,
    };
    (!head.separates && !note.text.is_empty()).then_some((head.id, note))
}

/// A note's text on its way.
#[derive(Debug, Default)]
struct Writing {
    text: String,
    /// For each open link, where its words begin and where it leads.
    links: Vec<(usize, String)>,
}

impl Writing {
    fn take(&mut self, paragraph: Paragraph) {
        for piece in paragraph.pieces {
            match piece {
                Piece::Words(words) => self.text.push_str(&words),
                Piece::LinkBegin(address) => self.links.push((self.text.len(), address)),
                Piece::LinkEnd => self.end_link(),
                _ => {}
            }
        }
        if !paragraph.properties.goes_on {
            self.text.push(' ');
        }
    }

    /// Adds where a link leads, unless its words say so.
    fn end_link(&mut self) {
        let Some((start, address)) = self.links.pop() else {
            return;
        };
        let said = urls(&self.text[start..]);
        let bare = |address: &str| address.trim_end_matches('/').to_owned();
        let known = said.iter().any(|said| bare(said) == bare(&address));
        if !known && !urls(&address).is_empty() {
            self.text.push_str(" <");
            self.text.push_str(&address);
            self.text.push('>');
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::docx::sample::{Sample, element, notes, p, relations, run};
    use crate::model::note::NoteKind;

    const SEPARATOR: &str = r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/><w:t>-</w:t></w:r></w:p></w:footnote>"#;

    fn note(name: &str, id: u8, content: &str) -> String {
        format!(
            r#"<w:{name} w:id="{id}" w:author="Vera Holm">{}</w:{name}>"#,
            p(content)
        )
    }

    fn link(id: &str, text: &str) -> String {
        format!(r#"<w:hyperlink r:id="{id}">{}</w:hyperlink>"#, run(text))
    }

    #[test]
    fn footnotes_and_endnotes_hang_at_their_marks() {
        let mark = |name: &str, id: &str| format!(r#"<w:r><w:{name} w:id="{id}"/></w:r>"#);
        let body = p(&[
            run("It opened in 1931"),
            mark("footnoteReference", "1"),
            run(" and cost two million"),
            mark("endnoteReference", "1"),
            run("."),
            mark("footnoteReference", "-1"),
            format!("<w:del>{}</w:del>", mark("footnoteReference", "2")),
        ]
        .concat());
        let first = format!(
            "<w:r><w:footnoteRef/></w:r>{}{}<w:del><w:r><w:delText>p. 3</w:delText></w:r></w:del><w:ins>{}</w:ins>",
            run(" See "),
            link("rId1", "the chronicle"),
            run(", p. 4, and https://example.org/p4.")
        );
        let footnotes = SEPARATOR.to_owned()
            + &note("footnote", 1, &first)
            + &note("footnote", 2, &run("Gone."));
        let document = Sample::new(&body)
            .with_related(&[
                ("rId1", "footnotes", "footnotes.xml", false),
                ("rId2", "endnotes", "endnotes.xml", false),
            ])
            .with("word/footnotes.xml", &element("w:footnotes", &footnotes))
            .with(
                "word/_rels/footnotes.xml.rels",
                &relations(&[("rId1", "hyperlink", "https://example.org/chronicle", true)]),
            )
            .with(
                "word/endnotes.xml",
                &element("w:endnotes", &note("endnote", 1, &run("The budget."))),
            )
            .read()
            .unwrap();
        let text =
            "See the chronicle <https://example.org/chronicle>, p. 4, and https://example.org/p4.";
        assert_eq!(
            notes(&document),
            [
                (
                    NoteKind::Footnote,
                    "",
                    text,
                    Some("https://example.org/chronicle")
                ),
                (NoteKind::Footnote, "", text, Some("https://example.org/p4")),
                (NoteKind::Endnote, "", "The budget.", None),
            ]
        );
        assert!(document.text[..document.notes[0].span.start].ends_with("1931"));
        assert!(document.text[..document.notes[2].span.start].ends_with("two million"));
    }

    #[test]
    fn comments_hang_on_their_words_with_their_author() {
        let body = p(&[
            run("It cost "),
            r#"<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>"#.to_owned(),
            run("two million"),
            r#"<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>"#.to_owned(),
            r#"<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>"#.to_owned(),
            run(" then."),
            r#"<w:r><w:commentReference w:id="2"/></w:r>"#.to_owned(),
        ]
        .concat());
        let comments = [
            note("comment", 0, &run("Source?")),
            note("comment", 1, &run("The budget.")),
            note("comment", 2, &run("Done.")),
        ];
        let document = Sample::new(&body)
            .with_related(&[("rId1", "comments", "comments.xml", false)])
            .with(
                "word/comments.xml",
                &element("w:comments", &comments.concat()),
            )
            .read()
            .unwrap();
        assert_eq!(
            notes(&document),
            [
                (NoteKind::Comment, "two million", "Source?", None),
                (NoteKind::Comment, "two million", "The budget.", None),
                (NoteKind::Comment, "", "Done.", None),
            ]
        );
        assert_eq!(document.notes[0].author.as_deref(), Some("Vera Holm"));
    }

    #[test]
    fn links_hang_on_their_words() {
        let mark = |sort: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>"#);
        let code = |code: &str| format!("<w:r><w:instrText>{code}</w:instrText></w:r>");
        let body = p(&[
            run("The "),
            link("rId7", "line"),
            run(" opened "),
            mark("begin"),
            code(" HYPER"),
            code("LINK &quot;https://example.org/b&quot; "),
            mark("separate"),
            run("in May"),
            mark("end"),
            run(" for "),
            format!(
                r#"<w:fldSimple w:instr="HYPERLINK &quot;https://example.org/c&quot;">{}</w:fldSimple>"#,
                run("all")
            ),
            link("rId8", " to ride"),
            link("rId9", ""),
            run("."),
        ]
        .concat());
        let document = Sample::new(&body)
            .with_related(&[
                ("rId7", "hyperlink", "https://example.org/a", true),
                ("rId8", "hyperlink", "mailto:v@example.org", true),
                ("rId9", "hyperlink", "https://example.org/empty", true),
            ])
            .read()
            .unwrap();
        assert_eq!(document.text, "The line opened in May for all to ride.");
        let (a, b, c) = (
            "https://example.org/a",
            "https://example.org/b",
            "https://example.org/c",
        );
        assert_eq!(
            notes(&document),
            [
                (NoteKind::Link, "line", a, Some(a)),
                (NoteKind::Link, "in May", b, Some(b)),
                (NoteKind::Link, "all", c, Some(c)),
            ]
        );
    }
}
