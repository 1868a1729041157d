//! Quotation marks that a title has. The American styles want a period or comma before them,
//! and those that put titles into double ones want single ones within (Chicago Manual of
//! Style, sections 6.9 and 6.11; MLA Handbook, section 5.34). The processor takes two
//! marks side by side for one; so it is given others in their place, for which the right
//! ones are put afterwards.

/// What stands for a curly mark while the processor works, opening and closing.
const CURLY: [char; 2] = ['\u{e000}', '\u{e001}'];

/// What stands for a straight mark, opening and closing.
const STRAIGHT: [char; 2] = ['\u{e002}', '\u{e003}'];

/// A title with marks that the processor leaves alone; as it is, where not every mark that
/// opens is closed.
pub(super) fn hidden(title: &str) -> String {
    let mut hidden = String::with_capacity(title.len());
    let mut open: Vec<char> = Vec::new();
    let mut before = ' ';
    for c in title.chars() {
        let opens = before.is_whitespace() || "([{-–—“‘\"'".contains(before);
        hidden.push(match c {
            '“' => {
                open.push('”');
                CURLY[0]
            }
            '"' if opens && open.last() != Some(&'"') => {
                open.push('"');
                STRAIGHT[0]
            }
            '”' | '"' if open.pop() != Some(c) => return title.to_owned(),
            '”' => CURLY[1],
            '"' => STRAIGHT[1],
            _ => c,
        });
        before = c;
    }
    if open.is_empty() {
        hidden
    } else {
        title.to_owned()
    }
}

/// A citation with the marks of its titles: single ones within those that the style puts
/// around a title, else those that the title was written with.
pub(super) fn shown(citation: &str) -> String {
    let mut shown = String::with_capacity(citation.len());
    let mut within = false;
    let mut rest = citation.chars().peekable();
    while let Some(c) = rest.next() {
        within = (within || c == '“') && c != '”';
        let closes = c == CURLY[1] || c == STRAIGHT[1];
        if closes && let Some(mark) = rest.next_if(|next| matches!(next, '.' | ',')) {
            // What ends with a mark of its own takes no second one.
            if !shown.ends_with(['?', '!', '.', ',']) {
                shown.push(mark);
            }
        }
        shown.push(match c {
            _ if within && closes => '’',
            _ if within && (c == CURLY[0] || c == STRAIGHT[0]) => '‘',
            _ if c == CURLY[0] => '“',
            _ if c == CURLY[1] => '”',
            _ if c == STRAIGHT[0] || c == STRAIGHT[1] => '"',
            _ => c,
        });
    }
    shown
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A title as a style writes it that puts it into quotation marks.
    fn quoted(title: &str) -> String {
        shown(&format!("Vega, “{}.” The Town.", hidden(title)))
    }

    #[test]
    fn double_ones_within_double_ones_are_single() {
        for (title, written) in [
            ("The “Iron” Bridge", "“The ‘Iron’ Bridge.”"),
            ("The Bridge Called “Iron”", "“The Bridge Called ‘Iron.’”"),
            ("A Bridge Called “Why?”", "“A Bridge Called ‘Why?’”"),
            (
                "\"Costs 5%\" Says the Mayor",
                "“‘Costs 5%’ Says the Mayor.”",
            ),
            (
                "\"Nobody asked us…\" he says",
                "“‘Nobody asked us…’ he says.”",
            ),
            ("The Fault of the Workers’", "“The Fault of the Workers’.”"),
            ("A “slip", "“A “slip.”"),
            ("A 12\" pipe", "“A 12\" pipe.”"),
        ] {
            assert_eq!(
                quoted(title),
                format!("Vega, {written} The Town."),
                "{title}"
            );
        }
    }

    proptest! {
        #[test]
        fn where_the_style_puts_none_a_title_is_as_it_was_written(title in "[a (“”\"’-]{0,16}") {
            prop_assert_eq!(shown(&hidden(&title)), title);
        }
    }
}
