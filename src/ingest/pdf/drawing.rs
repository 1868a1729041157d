//! What pages draw, held to limits. A page can draw a form, which can draw
//! others, each many times: what looks small can take for ever. What draws no
//! text is left out, and the rest is counted before it is drawn.

use std::collections::BTreeSet;

use lopdf::content::Content;
use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream};

use super::{check_limit, malformed};
use crate::ingest::IngestError;
use crate::ingest::limits::{MAX_DEPTH, MAX_DRAWN_BYTES, MAX_FORM_DEPTH, MAX_PAGE_BYTES};

/// What drawing a form costs beside its instructions, in bytes of these.
const FORM_COST: usize = 256;

/// The instructions that show text or say where (ISO 32000-1, annex A).
const FOR_TEXT: &[&str] = &[
    "q", "Q", "cm", "Do", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm",
    "T*", "Tj", "TJ", "'", "\"",
];

/// Leaves of the pages and forms of a file what is for text; refuses it where
/// it draws more than is read.
pub(super) fn keep_text(file: &mut File) -> Result<(), IngestError> {
    let pages = file.get_pages();
    let mut left = MAX_DRAWN_BYTES;
    for page in pages.values().collect::<BTreeSet<_>>() {
        check_parents(file, *page)?;
        let content = page_content(file, *page)?;
        spend(&mut left, content.len())?;
        let kept = file.add_object(Stream::new(Dictionary::new(), for_text(&content)?));
        if let Ok(page) = file.get_dictionary_mut(*page) {
            page.set("Contents", kept);
        }
    }
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object
            && matches!(stream.dict.get(b"Subtype"), Ok(Object::Name(name)) if name == b"Form")
        {
            check_page(stream.content.len())?;
            spend(&mut left, stream.content.len())?;
            let kept = for_text(&stream.content)?;
            stream.set_content(kept);
        }
    }
    let mut drawing = Drawing { file, left };
    pages.values().try_for_each(|page| drawing.page(*page))
}

/// Refuses a page that is part of itself: what it inherits would be looked for
/// without end.
fn check_parents(file: &File, page: ObjectId) -> Result<(), IngestError> {
    let mut node = page;
    for _ in 0..=MAX_DEPTH {
        let parent = file
            .get_dictionary(node)
            .and_then(|node| node.get(b"Parent"));
        match parent.and_then(Object::as_reference) {
            Ok(parent) => node = parent,
            Err(_) => return Ok(()),
        }
    }
    Err(malformed("a page is part of itself"))
}

/// The instructions of a page, where they are no more than is read.
fn page_content(file: &File, page: ObjectId) -> Result<Vec<u8>, IngestError> {
    let parts = file.get_page_contents(page);
    let parts = parts.into_iter().filter_map(|part| {
        let part = file.get_object(part).ok()?;
        part.as_stream().ok().map(|stream| stream.content.len())
    });
    check_page(parts.sum())?;
    Ok(file.get_page_content(page).unwrap_or_default())
}

/// Those of some instructions that are for text.
fn for_text(content: &[u8]) -> Result<Vec<u8>, IngestError> {
    let Ok(mut content) = Content::decode(content) else {
        return Ok(Vec::new());
    };
    content
        .operations
        .retain(|done| FOR_TEXT.contains(&done.operator.as_str()));
    let mut depth = 0_usize;
    for done in &content.operations {
        match done.operator.as_str() {
            "q" => depth += 1,
            "Q" => depth = depth.saturating_sub(1),
            _ => {}
        }
        check_limit(depth > MAX_DEPTH, "levels of drawing", MAX_DEPTH)?;
    }
    Ok(content.encode().unwrap_or_default())
}

/// Drawing that is counted and not done.
struct Drawing<'f> {
    file: &'f File,
    /// Bytes of instructions that may still be drawn.
    left: usize,
}

impl Drawing<'_> {
    fn page(&mut self, page: ObjectId) -> Result<(), IngestError> {
        let (Ok(content), Ok((own, inherited))) = (
            self.file.get_page_content(page),
            self.file.get_page_resources(page),
        ) else {
            return Ok(());
        };
        let inherited = inherited
            .into_iter()
            .filter_map(|resources| self.file.get_dictionary(resources).ok());
        let resources: Vec<&Dictionary> = own.into_iter().chain(inherited).collect();
        self.content(&content, &resources, 0)
    }

    /// Counts instructions, and those of every form that they draw.
    fn content(
        &mut self,
        content: &[u8],
        resources: &[&Dictionary],
        depth: usize,
    ) -> Result<(), IngestError> {
        spend(&mut self.left, content.len() + FORM_COST)?;
        check_limit(depth > MAX_FORM_DEPTH, "levels of forms", MAX_FORM_DEPTH)?;
        let file = self.file;
        let forms: Vec<&Dictionary> = resources
            .iter()
            .filter_map(|resources| resources.get_deref(b"XObject", file).ok()?.as_dict().ok())
            .filter(|forms| !forms.is_empty())
            .collect();
        if forms.is_empty() {
            return Ok(());
        }
        let Ok(content) = Content::decode(content) else {
            return Ok(());
        };
        for done in content
            .operations
            .iter()
            .filter(|done| done.operator == "Do")
        {
            let name = done.operands.first().and_then(|name| name.as_name().ok());
            let form = name.and_then(|name| form(file, &forms, name));
            let Some(form) = form else { continue };
            let own = form.dict.get_deref(b"Resources", file);
            match own.and_then(Object::as_dict) {
                Ok(own) => self.content(&form.content, &[own], depth + 1)?,
                Err(_) => self.content(&form.content, resources, depth + 1)?,
            }
        }
        Ok(())
    }
}

fn form<'f>(file: &'f File, forms: &[&'f Dictionary], name: &[u8]) -> Option<&'f Stream> {
    forms
        .iter()
        .find_map(|forms| forms.get_deref(name, file).ok()?.as_stream().ok())
}

fn spend(left: &mut usize, bytes: usize) -> Result<(), IngestError> {
    *left = left.checked_sub(bytes).ok_or(IngestError::OverLimit {
        what: "bytes of drawing",
        most: MAX_DRAWN_BYTES as u64,
    })?;
    Ok(())
}

fn check_page(bytes: usize) -> Result<(), IngestError> {
    check_limit(
        bytes > MAX_PAGE_BYTES,
        "bytes of drawing on a page",
        MAX_PAGE_BYTES,
    )
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_forms;
    use super::*;

    fn drawn(forms: &[(&str, &[u8])]) -> Result<(), IngestError> {
        keep_text(&mut with_forms(b"/F0 Do", forms))
    }

    #[test]
    fn a_form_that_draws_itself_is_refused() {
        let refused = drawn(&[("F0", b"/F0 Do")]).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "it has more than 16 levels of forms, the most that is read"
        );
    }

    #[test]
    fn forms_that_multiply_are_refused() {
        let names: Vec<String> = (0..12).map(|level| format!("F{level}")).collect();
        let each: Vec<Vec<u8>> = (1..12)
            .map(|level| format!("/F{level} Do ").repeat(20).into_bytes())
            .chain([b"BT ET".to_vec()])
            .collect();
        let forms: Vec<(&str, &[u8])> = names
            .iter()
            .zip(&each)
            .map(|(name, content)| (name.as_str(), content.as_slice()))
            .collect();
        let refused = drawn(&forms).unwrap_err();
        assert!(
            refused.to_string().contains("bytes of drawing"),
            "{refused}"
        );
    }

    #[test]
    fn forms_within_forms_are_no_harm() {
        drawn(&[("F0", b"/F1 Do /F1 Do"), ("F1", b"BT ET")]).unwrap();
    }

    #[test]
    fn a_page_that_is_drawn_by_the_same_part_over_and_over_is_refused() {
        let mut file = with_forms(&vec![b' '; 1024 * 1024], &[]);
        let page = *file.get_pages().values().next().unwrap();
        let part = file.get_page_contents(page)[0];
        let parts: Vec<Object> = vec![part.into(); 100];
        let page = file.get_dictionary_mut(page).unwrap();
        page.set("Contents", parts);
        assert!(keep_text(&mut file).is_err());
    }

    #[test]
    fn what_draws_no_text_is_left_out() {
        let mut file = with_forms(b"q 1 0 0 rg 0 0 9 9 re f BT /F1 9 Tf (Hi) Tj ET Q", &[]);
        keep_text(&mut file).unwrap();
        let page = *file.get_pages().values().next().unwrap();
        let kept = String::from_utf8(file.get_page_content(page).unwrap()).unwrap();
        let kept: Vec<&str> = kept.split_whitespace().collect();
        assert_eq!(kept.join(" "), "q BT /F1 9 Tf (Hi) Tj ET Q");
    }

    #[test]
    fn a_page_that_is_part_of_itself_is_refused() {
        let mut file = with_forms(b"BT ET", &[]);
        let page = *file.get_pages().values().next().unwrap();
        file.get_dictionary_mut(page).unwrap().set("Parent", page);
        let refused = keep_text(&mut file).unwrap_err();
        assert!(refused.to_string().contains("part of itself"), "{refused}");
    }

    #[test]
    fn states_that_are_kept_without_end_are_refused() {
        let refused = keep_text(&mut with_forms(&b"q ".repeat(1000), &[])).unwrap_err();
        assert!(refused.to_string().contains("levels"), "{refused}");
    }
}
