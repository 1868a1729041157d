//! Text to LaTeX, and the marks of LaTeX that mean nothing outside it.

/// Stands for a tie (`~`) while a file is read, since the parser would make it
/// the same as a tilde.
pub(super) const TIE: char = '\u{e000}';

/// Commands that only say how their argument looks.
const LOOKS: &[&str] = &[
    "emph",
    "enquote",
    "mkbibemph",
    "mkbibquote",
    "path",
    "textbf",
    "textit",
    "textrm",
    "textsc",
    "texttt",
    "uline",
    "underline",
    "url",
];

/// A text as LaTeX, on one line, safe in braces.
pub(super) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\\' => written += "\\textbackslash{}",
            '{' => written += "\\textbraceleft{}",
            '}' => written += "\\textbraceright{}",
            '~' => written += "\\textasciitilde{}",
            '^' => written += "\\textasciicircum{}",
            '#' | '$' | '%' | '&' | '_' => written.extend(['\\', c]),
            // Two hyphens in a row would be a dash.
            '-' if before == '-' => written += "{}-",
            _ => written.push(c),
        }
        before = c;
    }
    written
}

/// An address or a number, in which only braces and backslashes are special.
pub(super) fn verbatim(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '{' | '}' | '\\') {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

/// An address or a number as it was before it was written. Zotero escapes
/// more than it needs to.
pub(super) fn unverbatim(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut rest = written.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some(next) if next.is_ascii_punctuation() => text.push(next),
                Some(next) => text.extend(['\\', next]),
                None => text.push('\\'),
            },
            '{' | '}' => {}
            TIE => text.push('~'),
            _ => text.push(c),
        }
    }
    text
}

/// A file as the parser is to see it: ties told from tildes, spaces of any
/// width, and no commands that only say how words look.
pub(super) fn prepared(text: &str) -> String {
    let mut prepared = String::with_capacity(text.len());
    let mut escaped = false;
    for c in text.chars() {
        if escaped && matches!(c, ',' | ' ') {
            // A thin space, or one that is meant to stay.
            prepared.pop();
            prepared.push(' ');
        } else {
            prepared.push(if c == '~' && !escaped { TIE } else { c });
        }
        escaped = c == '\\' && !escaped;
    }
    for command in LOOKS {
        prepared = prepared.replace(&format!("\\{command}{{"), "{");
    }
    prepared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_special_is_left_bare() {
        assert_eq!(
            escaped("100% {a_b} -- ~x^2 \\ & $5 #1"),
            "100\\% \\textbraceleft{}a\\_b\\textbraceright{} -{}- \\textasciitilde{}x\\textasciicircum{}2 \
             \\textbackslash{} \\& \\$5 \\#1"
        );
    }

    #[test]
    fn addresses_come_back_as_they_were() {
        for address in [
            "https://example.org/~a_b--c%20d#e",
            "10.1000/{1}\\2",
            "a&b$",
        ] {
            assert_eq!(unverbatim(&verbatim(address)), address);
        }
        assert_eq!(
            unverbatim("https://example.org/a\\_b\\%20"),
            "https://example.org/a_b%20"
        );
    }

    #[test]
    fn ties_are_told_from_accents() {
        assert_eq!(
            prepared("D.~Knuth, \\~n, \\\\~"),
            format!("D.{TIE}Knuth, \\~n, \\\\{TIE}")
        );
        assert_eq!(prepared("\\emph{a}"), "{a}");
        assert_eq!(prepared("100\\,\\% \\\\, \\ b"), "100 \\% \\\\,  b");
    }
}
