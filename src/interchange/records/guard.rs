//! Cells that a spreadsheet must not take for formulas.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an
//! apostrophe before it, and so does one that begins with apostrophes and then
//! one of these, so that every apostrophe can be taken off again.

const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

fn could_be_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// The cell that says a text and is no formula.
pub(super) fn guarded(text: String) -> String {
    if could_be_formula(&text) {
        format!("'{text}")
    } else {
        text
    }
}

/// The text that a cell says.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if could_be_formula(text) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_a_cell_says_is_read_again_and_is_no_formula(text in "['=+@a\t-]{0,4}\\PC{0,3}") {
            let cell = guarded(text.clone());
            prop_assert!(!cell.starts_with(FORMULA));
            prop_assert_eq!(unguarded(&cell), text);
        }
    }
}
