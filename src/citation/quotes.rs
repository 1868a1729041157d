//! Quotation marks within quotation marks: the processor puts a title into double ones,
//! and leaves those that the title has. Within double ones the American styles write
//! single ones, and put a period or comma before them (Chicago Manual of Style, sections
//! 6.9 and 6.11; MLA Handbook, section 5.34).

/// A citation with single quotation marks where double ones stand within others. What
/// opens none that it closes stays as it is.
pub(super) fn nested(text: &str) -> String {
    if text.matches('“').count() != text.matches('”').count() {
        return text.to_owned();
    }
    let mut nested = String::with_capacity(text.len());
    let mut depth = 0u32;
    let mut before = ' ';
    for c in text.chars() {
        let opens =
            c == '“' || (c == '"' && !(before.is_alphanumeric() || ".,!?’".contains(before)));
        let is_inner = depth > u32::from(!opens);
        nested.push(match (c, opens) {
            ('“' | '"', true) if is_inner => '‘',
            ('”' | '"', false) if is_inner => '’',
            _ => c,
        });
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            '"' if depth > 0 && opens => depth += 1,
            '"' if depth > 1 => depth -= 1,
            _ => {}
        }
        before = c;
    }
    nested.replace("’.”", ".’”").replace("’,”", ",’”")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn double_ones_within_double_ones_are_single() {
        for (given, written) in [
            (
                "Vega, “The “Iron” Bridge of Lipa.” The Town.",
                "Vega, “The ‘Iron’ Bridge of Lipa.” The Town.",
            ),
            (
                "Vega, “The Bridge Called “Iron”.” The Town.",
                "Vega, “The Bridge Called ‘Iron.’” The Town.",
            ),
            (
                "Vega, “\"Nobody Asked Us\", Says a Ferryman.”",
                "Vega, “‘Nobody Asked Us’, Says a Ferryman.”",
            ),
            (
                "Vega, “Nobody’s Bridge,” “The Town.”",
                "Vega, “Nobody’s Bridge,” “The Town.”",
            ),
            // A style that puts no title into quotation marks.
            (
                "Vega. (2021). The “iron” bridge of \"Lipa\".",
                "Vega. (2021). The “iron” bridge of \"Lipa\".",
            ),
            ("“A “slip.”", "“A “slip.”"),
        ] {
            assert_eq!(nested(given), written);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_quotation_marks_changes(text in "[a ,.“”\"’]{0,24}") {
            let bare = |text: &str| {
                let mut left: Vec<char> = text.chars().filter(|c| !"“”‘’\"".contains(*c)).collect();
                left.sort_unstable();
                left
            };
            let written = nested(&text);
            prop_assert_eq!(bare(&written), bare(&text));
            prop_assert_eq!(written.chars().count(), text.chars().count());
        }
    }
}
