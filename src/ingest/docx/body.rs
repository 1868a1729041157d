//! The story of the main part into the text of a document, its notes hung on
//! their words.

use std::collections::HashMap;

use super::notes::Note;
use super::story::{Item, Paragraph, Piece, Properties, Story};
use super::styles::{Styles, heading_level};
use crate::ingest::IngestError;
use crate::ingest::urls::urls;
use crate::ingest::writer::DocumentWriter;
use crate::model::note::NoteKind;
use crate::model::text::BlockKind;

/// What the file's notes say, by their ids. Each hangs at one place, so it is
/// taken out when it is found.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) footnotes: HashMap<String, Note>,
    pub(super) endnotes: HashMap<String, Note>,
    pub(super) comments: HashMap<String, Note>,
}

/// The main part on its way into a document.
pub(super) struct Body<'x> {
    pub(super) writer: DocumentWriter,
    /// The words of the first paragraph in the style of a title.
    pub(super) title: Option<String>,
    notes: Notes,
    styles: &'x Styles,
    /// For each open link, where its words begin and where it leads.
    links: Vec<(usize, String)>,
    /// Where the words of each open comment begin.
    comments: HashMap<String, usize>,
}

impl<'x> Body<'x> {
    /// An empty document, with the notes to hang into it.
    pub(super) fn new(styles: &'x Styles, notes: Notes) -> Self {
        Self {
            writer: DocumentWriter::default(),
            title: None,
            notes,
            styles,
            links: Vec::new(),
            comments: HashMap::new(),
        }
    }

    /// Writes a story. Paragraphs whose end was deleted are written together
    /// with the next; what hangs beside them comes after.
    pub(super) fn read(&mut self, story: &mut Story<'_>) -> Result<(), IngestError> {
        let mut begun: Option<Paragraph> = None;
        let mut asides = Vec::new();
        while let Some(item) = story.next()? {
            let Item::Paragraph(mut next) = item else {
                continue;
            };
            let waits = begun
                .as_ref()
                .is_some_and(|begun| !begun.properties.beside && next.properties.beside);
            if waits {
                asides.push(next);
                continue;
            }
            if let Some(before) = begun.take() {
                if joins(&before.properties, &next.properties) {
                    let after = std::mem::replace(&mut next.pieces, before.pieces);
                    next.pieces.extend(after);
                } else {
                    self.paragraph(before)?;
                }
            }
            if next.properties.goes_on {
                begun = Some(next);
            } else {
                self.paragraph(next)?;
                self.paragraphs(&mut asides)?;
            }
        }
        asides.splice(0..0, begun);
        self.paragraphs(&mut asides)
    }

    fn paragraphs(&mut self, paragraphs: &mut Vec<Paragraph>) -> Result<(), IngestError> {
        paragraphs
            .drain(..)
            .try_for_each(|paragraph| self.paragraph(paragraph))
    }

    fn paragraph(&mut self, paragraph: Paragraph) -> Result<(), IngestError> {
        let (kind, level) = self.kind(&paragraph.properties);
        let style = paragraph.properties.style.as_deref();
        if self.title.is_none() && style.is_some_and(|style| self.styles.is_title(style)) {
            self.title = words(&paragraph.pieces);
        }
        self.writer.begin(kind, level);
        for piece in paragraph.pieces {
            self.piece(piece)?;
        }
        self.writer.end();
        Ok(())
    }

    fn kind(&self, properties: &Properties) -> (BlockKind, Option<u8>) {
        let style = properties.style.as_deref().unwrap_or_default();
        if properties.cell.is_some() {
            return (BlockKind::Cell, None);
        }
        let level = match properties.outline {
            Some(outline) => heading_level(outline),
            None => self.styles.heading(style),
        };
        let kind = if level.is_some() {
            BlockKind::Heading
        } else if self.styles.is_contents(style) {
            BlockKind::Boilerplate
        } else if properties
            .list
            .unwrap_or_else(|| self.styles.is_item(style))
        {
            BlockKind::Item
        } else if self.styles.is_quotation(style) {
            BlockKind::Quotation
        } else {
            BlockKind::Body
        };
        (kind, level)
    }

    fn piece(&mut self, piece: Piece) -> Result<(), IngestError> {
        match piece {
            Piece::Words(words) => self.writer.text(&words)?,
            Piece::LinkBegin(address) => self.links.push((self.writer.place(), address)),
            Piece::LinkEnd => self.end_link()?,
            Piece::Mark(NoteKind::Footnote, id) => {
                let note = self.notes.footnotes.remove(&id);
                self.hang(NoteKind::Footnote, self.writer.place(), note)?;
            }
            Piece::Mark(NoteKind::Endnote, id) => {
                let note = self.notes.endnotes.remove(&id);
                self.hang(NoteKind::Endnote, self.writer.place(), note)?;
            }
            Piece::CommentBegin(id) => {
                self.comments.entry(id).or_insert(self.writer.place());
            }
            // The mark stands behind the words of a comment, or alone.
            Piece::CommentEnd(id) | Piece::Mark(_, id) => {
                let start = self.comments.get(&id).copied();
                let note = self.notes.comments.remove(&id);
                let start = start.unwrap_or_else(|| self.writer.place());
                self.hang(NoteKind::Comment, start, note)?;
            }
        }
        Ok(())
    }

    fn end_link(&mut self) -> Result<(), IngestError> {
        let Some((start, address)) = self.links.pop() else {
            return Ok(());
        };
        // A link on a picture, or on deleted words, hangs on nothing.
        if start == self.writer.place() || urls(&address).is_empty() {
            return Ok(());
        }
        self.writer.hang(NoteKind::Link, start, &address, None)
    }

    fn hang(
        &mut self,
        kind: NoteKind,
        start: usize,
        note: Option<Note>,
    ) -> Result<(), IngestError> {
        match note {
            Some(note) => self
                .writer
                .hang(kind, start, &note.text, note.author.as_deref()),
            None => Ok(()),
        }
    }
}

/// Whether a paragraph can go on in the next: not from one cell into another.
fn joins(before: &Properties, next: &Properties) -> bool {
    before.cell == next.cell && before.beside == next.beside
}

/// The words among the pieces of a paragraph.
fn words(pieces: &[Piece]) -> Option<String> {
    let said: String = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Words(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let words: Vec<&str> = said.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use crate::ingest::docx::sample::{Sample, blocks, element, p, p_with, relations, run};
    use crate::model::text::BlockKind;

    const STYLES: &str = r#"
        <w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
        <w:style w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:styleId="Bul"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
        <w:style w:styleId="C"><w:name w:val="toc 2"/></w:style>
        <w:style w:styleId="H"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>"#;

    fn styled(body: &str) -> Sample {
        Sample::new(body)
            .with_related(&[("rId1", "styles", "styles.xml", false)])
            .with("word/styles.xml", &element("w:styles", STYLES))
    }

    fn text(body: &str) -> String {
        styled(body).read().unwrap().text
    }

    #[test]
    fn structure_is_kept() {
        let number = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
        let cell = |text: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", p(&run(text)));
        let table = format!(
            "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
            cell("Year"),
            cell("1931")
        );
        let body = [
            p_with(r#"<w:pStyle w:val="T"/>"#, "The Line"),
            p_with(r#"<w:pStyle w:val="C"/>"#, "Cost 4"),
            p_with(r#"<w:pStyle w:val="Kop1"/>"#, "What it cost"),
            p_with(r#"<w:outlineLvl w:val="2"/>"#, "In all"),
            p_with(
                r#"<w:pStyle w:val="Kop1"/><w:outlineLvl w:val="9"/>"#,
                "A lot.",
            ),
            p_with(number, "Rails"),
            p_with(r#"<w:pStyle w:val="Bul"/>"#, "Wires"),
            p_with(
                r#"<w:pStyle w:val="Bul"/><w:numPr><w:numId w:val="0"/></w:numPr>"#,
                "None.",
            ),
            p_with(r#"<w:pStyle w:val="Q"/>"#, "It will run."),
            table,
            p(&run("It ran.")),
        ];
        let document = styled(&body.concat()).read().unwrap();
        assert_eq!(
            blocks(&document),
            [
                (BlockKind::Heading, "The Line"),
                (BlockKind::Boilerplate, "Cost 4"),
                (BlockKind::Heading, "What it cost"),
                (BlockKind::Heading, "In all"),
                (BlockKind::Body, "A lot."),
                (BlockKind::Item, "Rails"),
                (BlockKind::Item, "Wires"),
                (BlockKind::Body, "None."),
                (BlockKind::Quotation, "It will run."),
                (BlockKind::Cell, "Year"),
                (BlockKind::Cell, "1931"),
                (BlockKind::Body, "It ran."),
            ]
        );
        let levels: Vec<_> = document.blocks.iter().filter_map(|b| b.level).collect();
        assert_eq!(levels, [1, 1, 3]);
        assert_eq!(document.details.title, "The Line");
    }

    #[test]
    fn runs_give_their_words() {
        let runs = concat!(
            "<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>",
            "<w:r><w:t> A </w:t></w:r><w:r><w:tab/><w:t>4</w:t><w:noBreakHyphen/><w:t>km</w:t><w:br/>",
            "<w:t>line</w:t><w:cr/><w:t>run</w:t><w:softHyphen/><w:t>ning</w:t><w:sym w:char=\"F0B7\"/></w:r>",
            "<w:r><w:br w:type=\"page\"/><w:t>on</w:t></w:r>",
            "<w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>!</w:t></w:r></w:rubyBase></w:ruby>",
        );
        assert_eq!(text(&p(runs)), "A 4\u{2011}km line running on!");
    }

    #[test]
    fn tracked_changes_are_taken_as_accepted() {
        let body = p(&format!(
            "{}<w:ins w:author=\"V\">{}</w:ins><w:del><w:r><w:delText>three</w:delText></w:r></w:del>\
             <w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>",
            run("It cost "),
            run("four"),
            run(" away"),
            run(" million."),
        ));
        assert_eq!(text(&body), "It cost four million.");
        let joined = [
            p_with(r#"<w:pStyle w:val="Kop1"/><w:rPr><w:del/></w:rPr>"#, "One "),
            p_with(r"<w:rPr><w:ins/></w:rPr>", "sentence."),
            p(&run("Two.")),
        ];
        let document = styled(&joined.concat()).read().unwrap();
        assert_eq!(
            blocks(&document),
            [
                (BlockKind::Body, "One sentence."),
                (BlockKind::Body, "Two.")
            ]
        );
        let row = |change: &str, text: &str| {
            format!(
                "<w:tr><w:trPr>{change}</w:trPr><w:tc>{}</w:tc></w:tr>",
                p(&run(text))
            )
        };
        let table = format!("<w:tbl>{}{}</w:tbl>", row("<w:del/>", "out"), row("", "in"));
        assert_eq!(text(&table), "in");
    }

    #[test]
    fn earlier_formats_and_hidden_words_stay_out() {
        let hidden = |properties: &str, text: &str| {
            format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
        };
        let body = [
            hidden("<w:vanish/>", "no"),
            hidden(r#"<w:rStyle w:val="H"/>"#, "no"),
            hidden(r#"<w:rStyle w:val="H"/><w:vanish w:val="0"/>"#, "A"),
            hidden(r#"<w:vanish w:val="false"/>"#, "B"),
            hidden("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "C"),
        ];
        assert_eq!(text(&p(&body.concat())), "ABC");
        let placeholder =
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
                .replace("{}", &p(&run("Click here")));
        assert_eq!(text(&(placeholder + &p(&run("Text.")))), "Text.");
    }

    #[test]
    fn a_text_box_is_read_once_and_after_its_paragraph() {
        let within = format!("<w:txbxContent>{}</w:txbxContent>", p(&run("In the box.")));
        let boxed = format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{within}</wps:txbx>\
             </w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{within}</v:textbox></w:pict></mc:Fallback>\
             </mc:AlternateContent></w:r>"
        );
        let host = format!("{}{boxed}{}", run("Before "), run("and after."));
        assert_eq!(text(&p(&host)), "Before and after.\n\nIn the box.");
        let deleted = p(&format!("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{host}"));
        assert_eq!(
            text(&(deleted + &p(&run(" Joined.")))),
            "Before and after. Joined.\n\nIn the box."
        );
    }

    #[test]
    fn codes_of_fields_stay_out_and_their_words_stay() {
        let mark = |sort: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>"#);
        let code = |code: &str| format!("<w:r><w:instrText>{code}</w:instrText></w:r>");
        let field = [
            mark("begin"),
            code("IF "),
            mark("begin"),
            code("PAGE"),
            mark("separate"),
            run("7"),
            mark("end"),
            mark("separate"),
            run("forty"),
            mark("end"),
        ];
        let body = format!("{}{}{}", run("It has "), field.concat(), run(" stops."));
        assert_eq!(text(&p(&body)), "It has forty stops.");
    }

    #[test]
    fn the_main_part_may_lie_anywhere_and_headers_are_no_text() {
        let strict = r#"<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>It ran.</t></r></p></body></document>"#;
        let sample = Sample::bare()
            .with(
                "_rels/.rels",
                &relations(&[("rId1", "officeDocument", "/Word/Document2.xml", false)]),
            )
            .with("word/document2.xml", strict)
            .with("word/header1.xml", &element("w:hdr", &p(&run("Page 1"))));
        assert_eq!(sample.read().unwrap().text, "It ran.");
        let sample = Sample::bare().with("word/document.xml", strict);
        assert_eq!(sample.read().unwrap().text, "It ran.");
    }
}
