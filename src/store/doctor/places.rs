//! Whether words stand in the texts where they are said to.

use rusqlite::{Row, named_params};

use crate::store::{Reader, Result};

/// Everything that has a place in a revision, in the order of its text. What is
/// empty has no words, and what has no `start_char` counts in bytes alone.
const PLACES: &str = "
    SELECT 'claim ' || claim_id AS what, start_byte, end_byte, start_char, end_char, quote FROM anchors
    WHERE revision_id = :revision AND quote IS NOT NULL
    UNION ALL
    SELECT 'flag ' || id, start_byte, end_byte, start_char, end_char, quote FROM flags
    WHERE revision_id = :revision AND quote IS NOT NULL
    UNION ALL
    SELECT 'sentence ' || number, start_byte, end_byte, start_char, end_char, NULL FROM sentences
    WHERE revision_id = :revision
    UNION ALL
    SELECT kind || ' ' || number, start_byte, end_byte, start_char, end_char, NULL FROM facets
    WHERE revision_id = :revision
    UNION ALL
    SELECT 'note ' || id, start_byte, end_byte, NULL, NULL, NULL FROM notes WHERE revision_id = :revision
    UNION ALL
    SELECT 'block ' || number, start_byte, end_byte, NULL, NULL, NULL FROM blocks WHERE revision_id = :revision
    UNION ALL
    SELECT 'page ' || number, start_byte, end_byte, NULL, NULL, NULL FROM pages WHERE revision_id = :revision
    ORDER BY start_byte";

struct Place {
    what: String,
    bytes: (usize, usize),
    characters: Option<(usize, usize)>,
    quote: Option<String>,
}

impl Place {
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let start_char: Option<usize> = row.get("start_char")?;
        Ok(Self {
            what: row.get("what")?,
            bytes: (row.get("start_byte")?, row.get("end_byte")?),
            characters: start_char.zip(row.get("end_char")?),
            quote: row.get("quote")?,
        })
    }

    /// What is wrong with it. `counted` is a byte of the text with the number of
    /// characters before it, and moves on to where this place begins.
    fn fault(&self, text: &str, counted: &mut (usize, usize)) -> Option<&'static str> {
        let (start, end) = self.bytes;
        let Some(words) = text.get(start..end) else {
            return Some("its place is not in the text");
        };
        if self.quote.as_ref().is_some_and(|quote| quote != words) {
            return Some("its words don't stand at its place");
        }
        let between = text.get(counted.0..start).unwrap_or_default();
        *counted = (start, counted.1 + between.chars().count());
        let characters = (counted.1, counted.1 + words.chars().count());
        let differs = self.characters.is_some_and(|told| told != characters);
        differs.then_some("its place in characters is not that in bytes")
    }
}

impl Reader<'_> {
    /// Claims, flags and parts of texts that don't stand where they are said to.
    pub fn misplaced(&self) -> Result<Vec<String>> {
        let mut texts = self
            .connection
            .prepare("SELECT id, article_id, number, text FROM revisions ORDER BY id")?;
        // Text by text, for a text is not to be read again for each of its places.
        let mut places = self.connection.prepare(PLACES)?;
        let mut texts = texts.query([])?;
        let mut wrong = Vec::new();
        while let Some(row) = texts.next()? {
            let (article, number): (i64, i64) = (row.get("article_id")?, row.get("number")?);
            let id: i64 = row.get("id")?;
            let Ok(text) = row.get::<_, String>("text") else {
                wrong.push(format!(
                    "revision {number} of article {article}: its text can't be read"
                ));
                continue;
            };
            let mut counted = (0, 0);
            for place in places.query_map(named_params! { ":revision": id }, Place::of_row)? {
                let place = place?;
                if let Some(fault) = place.fault(&text, &mut counted) {
                    wrong.push(format!(
                        "{} in revision {number} of article {article}: {fault}",
                        place.what
                    ));
                }
            }
        }
        Ok(wrong)
    }
}
