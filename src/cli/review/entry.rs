//! A text that is being typed, with its cursor.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

/// A text under work. The cursor stands between graphemes, so that nobody deletes
/// half a character.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    text: String,
    cursor: usize,
    several_lines: bool,
}

impl Entry {
    /// A text of one line, or of several.
    pub(super) fn new(text: &str, several_lines: bool) -> Self {
        let mut entry = Self {
            several_lines,
            ..Self::default()
        };
        entry.insert(text);
        entry
    }

    /// What was typed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What was typed before the cursor.
    pub(super) fn before_cursor(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// Whether it may have several lines.
    pub(super) fn has_lines(&self) -> bool {
        self.several_lines
    }

    /// Puts a text in the place of what was typed.
    pub(super) fn replace(&mut self, text: &str) {
        *self = Self::new(text, self.several_lines);
    }

    /// Puts a text, typed or pasted, where the cursor is. Characters that are no text
    /// are left out; where one line is wanted, line ends become spaces.
    pub(super) fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}'], "\n");
        let text: String = text
            .chars()
            .map(|c| match c {
                '\t' => ' ',
                '\n' if !self.several_lines => ' ',
                other => other,
            })
            .filter(|c| *c == '\n' || !c.is_control())
            .collect();
        self.text.insert_str(self.cursor, &text);
        self.cursor += text.len();
    }

    /// Takes a key that types, moves or deletes; says whether it was one.
    pub(super) fn take(&mut self, key: &KeyEvent) -> bool {
        let plain = key.modifiers - KeyModifiers::SHIFT;
        // Some systems tell of a character behind AltGr so.
        let alt_gr = plain == KeyModifiers::CONTROL | KeyModifiers::ALT;
        if plain.is_empty() || (alt_gr && matches!(key.code, KeyCode::Char(_))) {
            return self.take_plain(key.code);
        }
        let by_word = plain == KeyModifiers::CONTROL || plain == KeyModifiers::ALT;
        match (plain, key.code) {
            (KeyModifiers::CONTROL, KeyCode::Char('a')) => self.cursor = self.line_start(),
            (KeyModifiers::CONTROL, KeyCode::Char('e')) => self.cursor = self.line_end(),
            (KeyModifiers::CONTROL, KeyCode::Char('u')) => self.delete(self.line_start()),
            (KeyModifiers::CONTROL, KeyCode::Char('k')) => self.delete(self.line_end()),
            (KeyModifiers::CONTROL, KeyCode::Char('w')) | (_, KeyCode::Backspace) if by_word => {
                self.delete(self.word_start());
            }
            (_, KeyCode::Left) if by_word => self.cursor = self.word_start(),
            (_, KeyCode::Right) if by_word => self.cursor = self.word_end(),
            _ => return false,
        }
        true
    }

    fn take_plain(&mut self, code: KeyCode) -> bool {
        match code {
            KeyCode::Char(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Backspace => self.delete(self.left()),
            KeyCode::Delete => self.delete(self.right()),
            KeyCode::Left => self.cursor = self.left(),
            KeyCode::Right => self.cursor = self.right(),
            KeyCode::Home => self.cursor = self.line_start(),
            KeyCode::End => self.cursor = self.line_end(),
            _ => return false,
        }
        true
    }

    /// Deletes what stands between the cursor and another place.
    fn delete(&mut self, place: usize) {
        let (start, end) = (place.min(self.cursor), place.max(self.cursor));
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }

    fn left(&self) -> usize {
        let last = self.before_cursor().graphemes(true).next_back();
        self.cursor - last.map_or(0, str::len)
    }

    fn right(&self) -> usize {
        let next = self.text[self.cursor..].graphemes(true).next();
        self.cursor + next.map_or(0, str::len)
    }

    fn line_start(&self) -> usize {
        self.before_cursor().rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        let rest = &self.text[self.cursor..];
        self.cursor + rest.find('\n').unwrap_or(rest.len())
    }

    fn word_start(&self) -> usize {
        let mut words = self.before_cursor().unicode_word_indices();
        words.next_back().map_or(0, |(at, _)| at)
    }

    fn word_end(&self) -> usize {
        let rest = &self.text[self.cursor..];
        let word = rest.unicode_word_indices().next();
        self.cursor + word.map_or(rest.len(), |(at, word)| at + word.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(entry: &mut Entry, keys: &[(KeyModifiers, KeyCode)]) {
        for (modifiers, code) in keys {
            entry.take(&KeyEvent::new(*code, *modifiers));
        }
    }

    const PLAIN: KeyModifiers = KeyModifiers::NONE;
    const CTRL: KeyModifiers = KeyModifiers::CONTROL;

    #[test]
    fn characters_are_deleted_whole() {
        let mut entry = Entry::new("né👩‍🚀", false);
        typed(&mut entry, &[(PLAIN, KeyCode::Backspace)]);
        assert_eq!(entry.text(), "né");
        typed(
            &mut entry,
            &[(PLAIN, KeyCode::Left), (PLAIN, KeyCode::Delete)],
        );
        assert_eq!(entry.text(), "n");
    }

    #[test]
    fn words_and_lines_go_at_once() {
        let mut entry = Entry::new("one two three", false);
        typed(&mut entry, &[(CTRL, KeyCode::Char('w'))]);
        assert_eq!(entry.text(), "one two ");
        typed(
            &mut entry,
            &[(CTRL, KeyCode::Left), (CTRL, KeyCode::Char('k'))],
        );
        assert_eq!(entry.text(), "one ");
        typed(&mut entry, &[(CTRL, KeyCode::Char('u'))]);
        assert_eq!(entry.text(), "");
    }

    #[test]
    fn what_is_pasted_is_text() {
        let mut entry = Entry::new("", false);
        entry.insert("one\r\ntwo\x1b[2J\tthree");
        assert_eq!(entry.text(), "one two[2J three");
        let mut entry = Entry::new("", true);
        entry.insert("one\r\ntwo");
        assert_eq!(entry.text(), "one\ntwo");
        typed(
            &mut entry,
            &[(CTRL, KeyCode::Char('a')), (PLAIN, KeyCode::Char('>'))],
        );
        assert_eq!(entry.text(), "one\n>two");
    }

    #[test]
    fn keys_that_type_nothing_are_left_to_others() {
        let mut entry = Entry::default();
        assert!(!entry.take(&KeyEvent::new(KeyCode::F(5), PLAIN)));
        assert!(!entry.take(&KeyEvent::new(KeyCode::Char('x'), KeyModifiers::ALT)));
        assert_eq!(entry.text(), "");
    }
}
