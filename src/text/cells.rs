//! Texts as cells of a table that a spreadsheet may open.

/// What a text that a spreadsheet takes for a formula begins with (OWASP, "CSV
/// Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text with an apostrophe before it where a spreadsheet would take it for a
/// formula. One that begins with apostrophes and goes on like a formula gets one
/// more, so that [`taken_off`] gives every text back.
pub fn no_formula(text: &str) -> String {
    if could_be_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text that a cell says which [`no_formula`] has made.
pub fn taken_off(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if could_be_formula(text) => text,
        _ => cell,
    }
}

fn could_be_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@sum", "\tx", "\rx"] {
            assert_eq!(no_formula(text), format!("'{text}"));
        }
        assert_eq!(no_formula("1-1"), "1-1");
        assert_eq!(no_formula("'tis"), "'tis");
    }

    proptest! {
        #[test]
        fn what_a_cell_says_is_read_again_and_is_no_formula(text in "['=+@a\t-]{0,4}\\PC{0,3}") {
            let cell = no_formula(&text);
            prop_assert!(!cell.starts_with(FORMULA));
            prop_assert_eq!(taken_off(&cell), text);
        }
    }
}
