//! The JSON documents in a text: one, one on each line, or those that a page
//! carries in its scripts.
//!
//! What is broken in a way that publishing systems often break it (a line break
//! within a text, a comma before a bracket) is read all the same, and said.

use serde_json::Value;

/// One JSON document, where it begins, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Which of the page's scripts with JSON-LD it is, or which of the text's
    /// lines, from 1; none where the text is one document.
    pub part: Option<usize>,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// It as it is written.
    pub text: String,
    /// What it says; or why it says nothing, and on which line of the text.
    pub value: Result<Value, (usize, String)>,
    /// What had to be mended before it could be read.
    pub mended: Option<(usize, String)>,
}

/// A document that is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Which of the page's scripts or of the text's lines it is, from 1.
    pub part: Option<usize>,
    /// The line of the text where it breaks, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
    /// Whether it could be read all the same.
    pub mended: bool,
    /// It as it is written.
    pub text: String,
}

/// The documents of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocks {
    /// Whether the text is a page.
    pub page: bool,
    /// Each document, in their order.
    pub blocks: Vec<Block>,
}

/// Finds the documents of a text.
pub fn blocks(text: &str) -> Blocks {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('<') {
        let scripts = scripts(text);
        let block = |(number, script): (usize, &Script<'_>)| {
            Block::read(Some(number), line_of(text, script.at), script.text)
        };
        return Blocks {
            page: true,
            blocks: (1..).zip(&scripts).map(block).collect(),
        };
    }
    let whole = Block::read(None, 1, text);
    let blocks = match &whole.value {
        Err(_) => by_line(text).unwrap_or_else(|| vec![whole]),
        Ok(_) => vec![whole],
    };
    Blocks {
        page: false,
        blocks,
    }
}

/// The lines of a text whose first is a document of its own.
fn by_line(text: &str) -> Option<Vec<Block>> {
    let mut lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .peekable();
    let (_, first) = lines.peek()?;
    let is_object = matches!(serde_json::from_str(first), Ok(Value::Object(_)));
    is_object.then(|| {
        lines
            .map(|(number, line)| Block::read(Some(number), number, line))
            .collect()
    })
}

impl Block {
    /// What is wrong with it as JSON.
    pub fn broken(&self) -> Option<Broken> {
        let (slip, mended) = match (&self.value, &self.mended) {
            (Err(error), _) => (error, false),
            (Ok(_), Some(slip)) => (slip, true),
            (Ok(_), None) => return None,
        };
        Some(Broken {
            part: self.part,
            line: slip.0,
            what: slip.1.clone(),
            mended,
            text: self.text.clone(),
        })
    }

    fn read(part: Option<usize>, line: usize, text: &str) -> Self {
        let told = |error: &serde_json::Error| {
            let place = format!(" at line {} column {}", error.line(), error.column());
            let message = error.to_string();
            let message = message.strip_suffix(&place).unwrap_or(&message);
            (
                line + error.line().saturating_sub(1),
                format!("{message} (column {})", error.column()),
            )
        };
        let (value, mended) = match serde_json::from_str(text) {
            Ok(value) => (Ok(value), None),
            Err(error) => match serde_json::from_str(&mended(text)) {
                Ok(value) => (Ok(value), Some(told(&error))),
                Err(_) => (Err(told(&error)), None),
            },
        };
        Self {
            part,
            line,
            text: text.to_owned(),
            value,
            mended,
        }
    }
}

/// JSON with each control character within a text escaped, and without commas
/// that nothing follows.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let (mut within, mut escaped) = (false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if within && escaped => escaped = false,
            '\\' if within => escaped = true,
            '"' => within = !within,
            '\n' | '\r' | '\t' if within => {
                mended += match c {
                    '\n' => "\\n",
                    '\r' => "\\r",
                    _ => "\\t",
                };
                continue;
            }
            c if within && c.is_ascii_control() => continue,
            ',' if !within && text[at + 1..].trim_start().starts_with(['}', ']']) => continue,
            _ => {}
        }
        mended.push(c);
    }
    mended
}

/// A script without what hides it from programs that don't know scripts.
fn unwrapped(script: &str) -> &str {
    let mut text = script.trim();
    for (opening, closing) in [
        ("//<![CDATA[", "//]]>"),
        ("/*<![CDATA[*/", "/*]]>*/"),
        ("<![CDATA[", "]]>"),
        ("<!--", "-->"),
    ] {
        if let Some(inner) = text.strip_prefix(opening) {
            text = inner.strip_suffix(closing).unwrap_or(inner).trim();
        }
    }
    text.trim_end_matches(';')
}

/// The line that a byte of a text stands on.
fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// A script with JSON-LD, and where in the page its text begins.
struct Script<'t> {
    at: usize,
    text: &'t str,
}

/// The scripts of a page that hold JSON-LD. Only what decides where a script
/// begins and ends is read (HTML Standard, 13.2.5), so that the rest of the page
/// may be as broken as pages are.
fn scripts(page: &str) -> Vec<Script<'_>> {
    let mut scripts = Vec::new();
    let mut at = 0;
    while let Some(found) = page[at..].find('<') {
        at += found;
        let rest = &page[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            at += comment.find("-->").map_or(rest.len(), |end| end + 7);
            continue;
        }
        let raw = ["script", "style", "textarea", "title"]
            .into_iter()
            .find(|name| is_tag(&rest[1..], name));
        let Some(name) = raw else {
            at += 1;
            continue;
        };
        let tag = tag_end(rest);
        let text_at = at + tag;
        let text = &page[text_at..];
        let closing = closing(text, name).unwrap_or(text.len());
        if name == "script" && is_json_ld(&rest[name.len() + 1..tag]) {
            let text = unwrapped(&text[..closing]);
            let at = text.as_ptr().addr() - page.as_ptr().addr();
            scripts.push(Script { at, text });
        }
        at = text_at + closing;
    }
    scripts
}

/// Whether a tag of this name begins here, behind its bracket.
fn is_tag(text: &str, name: &str) -> bool {
    let head = text.as_bytes().get(..name.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()))
        && text[name.len()..].starts_with(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
}

/// Where a tag ends: behind the first bracket that stands in no quotes.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, c) in tag.bytes().enumerate() {
        match (c, quote) {
            (b'"' | b'\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            (b'>', None) => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// Where the end tag of this name begins.
fn closing(text: &str, name: &str) -> Option<usize> {
    text.match_indices("</")
        .map(|(at, _)| at)
        .find(|at| is_tag(&text[at + 2..], name))
}

/// Whether the attributes of a script give JSON-LD as its type, with parameters
/// or without.
fn is_json_ld(attributes: &str) -> bool {
    let lower = attributes.to_ascii_lowercase();
    let mut values = lower.match_indices("type").filter_map(|(at, name)| {
        let before = lower[..at].chars().next_back();
        let named = before.is_none_or(|c| c.is_ascii_whitespace() || c == '"' || c == '\'');
        let value = lower[at + name.len()..].trim_start().strip_prefix('=')?;
        named.then(|| {
            value
                .trim_start()
                .trim_start_matches(['"', '\''])
                .trim_start()
        })
    });
    values.any(|value| {
        value
            .strip_prefix("application/ld+json")
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '+'))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn values(text: &str) -> Vec<Value> {
        let blocks = blocks(text).blocks.into_iter();
        blocks.filter_map(|block| block.value.ok()).collect()
    }

    #[test]
    fn one_document_and_one_a_line_are_told_apart() {
        assert_eq!(values("{\n\"a\":\n1}"), [json!({ "a": 1 })]);
        let lines = blocks("{\"a\":1}\n\n{\"a\":\n{\"a\":3}\n");
        assert_eq!(
            lines.blocks.iter().map(|one| one.part).collect::<Vec<_>>(),
            [Some(1), Some(3), Some(4)]
        );
        let broken = lines.blocks[1].value.as_ref().unwrap_err();
        assert_eq!(broken.0, 3);
        assert!(lines.blocks[2].value.is_ok());
    }

    #[test]
    fn only_scripts_with_json_ld_are_taken_from_a_page() {
        let page = "<!doctype html>\n<title><script type='application/ld+json'>{}</script></title>\n\
            <!-- <script type=\"application/ld+json\">{\"no\":1}</script> -->\n\
            <script>var a = '<script type=\"application/ld+json\">{\"no\":2}';</script>\n\
            <p title=\"a > b\"><SCRIPT id=x TYPE='application/ld+json; charset=utf-8' data-x=\"a>b\">\n\
            {\"yes\": 1}</SCRIPT>\n<script type=application/ld+json>\n//<![CDATA[\n{\"yes\": 2}\n//]]>\n</script>\
            <script type=\"application/ld+json+x\">{\"no\":3}</script>";
        assert_eq!(values(page), [json!({ "yes": 1 }), json!({ "yes": 2 })]);
        let found = blocks(page);
        assert!(found.page);
        assert_eq!(found.blocks[0].line, 6);
    }

    #[test]
    fn slips_of_publishing_systems_are_mended_and_said() {
        let text = "{\"a\": \"one\ntwo\\\"\t\", \"b\": [1, 2, ], \"c\": \",}\",\n}";
        let found = &blocks(text).blocks[0];
        assert_eq!(
            found.value.as_ref().unwrap(),
            &json!({ "a": "one\ntwo\"\t", "b": [1, 2], "c": ",}" })
        );
        assert_eq!(found.mended.as_ref().unwrap().0, 2);
    }

    #[test]
    fn what_is_no_json_is_told_with_its_line() {
        let found = &blocks("{\n\"a\": nothing}").blocks[0];
        let (line, message) = found.value.as_ref().unwrap_err();
        assert_eq!(*line, 2);
        assert!(message.contains("expected ident (column"), "{message}");
        assert!(blocks("").blocks[0].value.is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_taken_apart(
            parts in prop::collection::vec(
                prop_oneof![
                    "\\PC{0,6}", Just("<script type=application/ld+json>".to_owned()), Just("</script>".to_owned()),
                    Just("<!--".to_owned()), Just("-->".to_owned()), Just("{\"a\":".to_owned()), Just("}\n".to_owned()),
                    Just("<script".to_owned()), Just("\"".to_owned()), Just("é\\".to_owned()), Just(",]".to_owned()),
                ],
                0..12,
            ),
        ) {
            let text = parts.concat();
            let lines = text.matches('\n').count() + 1;
            for block in blocks(&text).blocks {
                prop_assert!((1..=lines).contains(&block.line));
            }
        }
    }
}
