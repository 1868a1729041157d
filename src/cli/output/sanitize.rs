//! Text from articles and sources, made safe to look at on a terminal.
//!
//! Escape codes could rewrite the screen, bidirectional controls can show
//! words in another order than they are stored, and zero-width characters hide
//! in words. On a terminal they are shown by their code point instead; pipes
//! and files get the text as it is.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// The text with every character that acts on a terminal, or hides, shown as
/// `\u{…}`. Line ends and tabs stay.
pub(crate) fn for_terminal(text: &str) -> Cow<'_, str> {
    safe_piece(text, 0..text.len())
}

/// A piece of a text, made safe the same way; whether a joiner joins is seen from
/// what stands around the piece.
pub(crate) fn safe_piece(text: &str, piece: Range<usize>) -> Cow<'_, str> {
    let words = text.get(piece.clone()).unwrap_or_default();
    if !words.chars().any(acts_or_hides) {
        return Cow::Borrowed(words);
    }
    let mut safe = String::new();
    for (at, c) in words.char_indices() {
        let at = piece.start + at;
        let before = || text[..at].chars().next_back();
        let after = || text[at + c.len_utf8()..].chars().next();
        if !acts_or_hides(c) || (is_joiner(c) && joins(before(), after())) {
            safe.push(c);
        } else {
            safe.extend(c.escape_unicode());
        }
    }
    Cow::Owned(safe)
}

/// JSON text in which those characters are escaped the way JSON does it; it
/// means the same as before.
pub(crate) fn json_for_terminal(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if acts_or_hides(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string can't fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

fn acts_or_hides(c: char) -> bool {
    let hides = matches!(
        c,
        // Soft hyphen, Arabic letter mark, Mongolian vowel separator.
        '\u{ad}' | '\u{61c}' | '\u{180e}'
        // Zero-width space and joiners, directional marks.
        | '\u{200b}'..='\u{200f}'
        // Line and paragraph separator, embeddings and overrides.
        | '\u{2028}'..='\u{202e}'
        // Word joiner, invisible operators, isolates.
        | '\u{2060}'..='\u{206f}'
        // Byte order mark, tags.
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    );
    hides || (c.is_control() && !matches!(c, '\n' | '\t'))
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Joiners belong to emoji and to the spelling of several scripts, but never
/// between Latin letters.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let other_script = |c: Option<char>| c.is_some_and(|c| c > '\u{24f}' && !acts_or_hides(c));
    other_script(before) && other_script(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_left_alone() {
        let text = "“Bukele” said —\n\tnaïve, 漢字, 👩‍🚀 and می‌خواهم";
        assert_eq!(for_terminal(text), text);
    }

    #[test]
    fn escape_codes_are_made_visible() {
        assert_eq!(for_terminal("a\x1b[31mred\x07"), "a\\u{1b}[31mred\\u{7}");
        assert_eq!(for_terminal("\u{9b}2J\rx\u{7f}"), "\\u{9b}2J\\u{d}x\\u{7f}");
    }

    #[test]
    fn directions_and_hidden_characters_are_made_visible() {
        assert_eq!(for_terminal("a\u{202e}b\u{2069}"), "a\\u{202e}b\\u{2069}");
        assert_eq!(
            for_terminal("pay\u{200b}pal\u{200d}x\u{feff}"),
            "pay\\u{200b}pal\\u{200d}x\\u{feff}"
        );
    }

    #[test]
    fn json_keeps_its_meaning() {
        let value = serde_json::json!({ "quote": "a\x1b\u{9b}\u{202e}\u{e0041}b" });
        let safe = json_for_terminal(&value.to_string());
        assert!(!safe.contains(['\u{9b}', '\u{202e}', '\u{e0041}']));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&safe).unwrap(),
            value
        );
    }
}
