//! Raised figures as the characters that are raised: `10⁶` is not 106.

/// Raised figures and signs; other words, such as the `st` of `1st`, as they
/// are.
pub(super) fn raised(words: &str) -> String {
    let figures = words.trim();
    let higher: Option<String> = figures.chars().map(higher).collect();
    match higher {
        Some(higher) if !figures.is_empty() => words.replace(figures, &higher),
        _ => words.to_owned(),
    }
}

fn higher(c: char) -> Option<char> {
    Some(match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '-' | '−' | '–' => '⁻',
        '(' => '⁽',
        ')' => '⁾',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::raised;

    #[test]
    fn figures_are_raised_and_words_are_not() {
        assert_eq!(raised("6"), "⁶");
        assert_eq!(raised(" -12 "), " ⁻¹² ");
        assert_eq!(raised("st"), "st");
        assert_eq!(raised(" "), " ");
    }
}
