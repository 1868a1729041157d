//! How far a number as printed may lie from the one it was rounded from, and
//! how a number is printed.

/// The least share of a value that words in place of digits leave open.
const SPELLED: f64 = 0.05;

/// The numbers in digits among some words: `["1,200", "1.5"]`.
pub(super) fn literals(words: &str) -> Vec<&str> {
    let kept = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let parts = words.split(|c| !kept(c));
    let trimmed = parts.map(|part| part.trim_matches([',', '.']));
    trimmed.filter(|part| !part.is_empty()).collect()
}

/// What one in the last place counts that a number vouches for, in the unit of
/// `value`. Of zeros at the end of a whole number the first two figures are
/// vouched for: 12,000 stands for a number known to the thousand. `literal` is
/// the number as printed in digits, if it is.
pub(super) fn place(literal: Option<&str>, value: f64) -> f64 {
    let value = value.abs();
    let Some(literal) = literal else {
        return spelled_place(value);
    };
    let digits = literal.replace(',', "");
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let Some(scale) = digits.parse().ok().and_then(|number| scale(value, number)) else {
        // Feet with inches, or a fraction.
        return value * 0.03;
    };
    if !decimals.is_empty() {
        return scale / power_of_ten(decimals.len());
    }
    let zeros = whole.len() - whole.trim_end_matches('0').len();
    scale * power_of_ten(zeros.min(whole.len().saturating_sub(2)))
}

/// What a number stands for beside its digits: the million of "1.2 million".
fn scale(value: f64, number: f64) -> Option<f64> {
    if number == 0.0 {
        return Some(1.0);
    }
    let scale = value / number;
    let power = 10_f64.powf(scale.log10().round());
    ((scale / power - 1.0).abs() < 1e-6 && power >= 1.0).then_some(power)
}

fn spelled_place(value: f64) -> f64 {
    if value.fract() != 0.0 || value == 0.0 {
        return (value * 2.0 * SPELLED).max(f64::MIN_POSITIVE);
    }
    round_to(value)
}

/// The greatest power of ten of which a whole number is a multiple; 1 for
/// others.
pub(super) fn round_to(value: f64) -> f64 {
    let mut power = 1.0;
    while power < 1e15 && value != 0.0 && (value / (power * 10.0)).fract() == 0.0 {
        power *= 10.0;
    }
    power
}

fn power_of_ten(exponent: usize) -> f64 {
    10_f64.powi(i32::try_from(exponent).unwrap_or(i32::MAX))
}

/// A number to three figures, as a newspaper prints it: `16.1`, `1,610`.
pub(super) fn shown(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    let size = value.abs().log10().floor();
    let unit = 10_f64.powf((size - 2.0).min(0.0));
    let rounded = if unit < 1.0 {
        (value / unit).round() * unit
    } else {
        value.round()
    };
    let decimals = if size < 2.0 { 2.0 - size } else { 0.0 };
    let printed = format!(
        "{rounded:.*}",
        (0..12).filter(|&n| f64::from(n) < decimals).count()
    );
    let (whole, rest) = printed.split_once('.').unwrap_or((&printed, ""));
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{}{point}{rest}", grouped(whole))
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let (sign, digits) = digits
        .strip_prefix('-')
        .map_or(("", digits), |rest| ("-", rest));
    let mut out = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_what_the_digits_vouch_for() {
        let close = |one: f64, other: f64| (one - other).abs() < other * 1e-6;
        for (words, value, expected) in [
            ("150", 150.0, 10.0),
            ("7", 7.0, 1.0),
            ("20", 20.0, 1.0),
            ("12,000", 12_000.0, 1000.0),
            ("12,345", 12_345.0, 1.0),
            ("$1.2 million", 1.2e6, 1e5),
            ("$3bn", 3e9, 1e9),
            ("0.25", 0.25, 0.01),
            ("two million", 2e6, 1e6),
            ("twenty-one", 21.0, 1.0),
        ] {
            let found = place(literals(words).first().copied(), value);
            assert!(close(found, expected), "{words}: {found}");
        }
    }

    #[test]
    fn numbers_are_shown_to_three_figures() {
        let cases = [16.0934, 1609.34, 0.4047, 50.0, 150_000.0, -3.5, 12.0];
        let shown: Vec<String> = cases.into_iter().map(shown).collect();
        assert_eq!(
            shown,
            ["16.1", "1,609", "0.405", "50", "150,000", "-3.5", "12"]
        );
    }
}
