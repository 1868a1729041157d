//! International Standard Book Numbers (ISO 2108:2017, annex C).

use super::NotASource;

/// The ISBN in `given` as 13 digits; none where it does not look like one. One
/// whose check digit does not hold is refused.
pub(super) fn isbn(given: &str) -> Result<Option<String>, NotASource> {
    let named = given
        .get(..4)
        .is_some_and(|word| word.eq_ignore_ascii_case("isbn"));
    let number = if named { &given[4..] } else { given };
    let number = number
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .trim_end();
    if !named && number.len() != given.len() {
        return Ok(None);
    }
    // `ISBN-13: 978…` says its length first.
    let number = ["13:", "10:", "13 ", "10 "]
        .iter()
        .filter(|_| named)
        .find_map(|length| number.strip_prefix(length))
        .unwrap_or(number);
    let digits: String = number
        .chars()
        .filter(|c| !matches!(c, '-' | ' ' | '–' | '‐' | '‑'))
        .collect();
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    match (digits.len(), digits.get(..9), digits.get(..12)) {
        (13, _, Some(body))
            if is_digits(&digits) && (body.starts_with("978") || body.starts_with("979")) =>
        {
            checked(&digits, body, check_of_13(body))?;
            Ok(Some(digits))
        }
        (10, Some(body), _) if is_digits(body) => {
            checked(&digits.to_uppercase(), body, check_of_10(body))?;
            let body = format!("978{body}");
            let check = check_of_13(&body);
            Ok(Some(body + &check))
        }
        _ => Ok(None),
    }
}

fn checked(digits: &str, body: &str, check: String) -> Result<(), NotASource> {
    if digits[body.len()..] == check {
        Ok(())
    } else {
        Err(NotASource::CheckDigit(check))
    }
}

/// The sum of the digits, each times its weight.
fn weighed(body: &str, weights: impl Iterator<Item = u32>) -> u32 {
    let digits = body.chars().filter_map(|c| c.to_digit(10));
    digits
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum()
}

fn check_of_13(body: &str) -> String {
    ((10 - weighed(body, [1, 3].into_iter().cycle()) % 10) % 10).to_string()
}

fn check_of_10(body: &str) -> String {
    match (11 - weighed(body, (2..=10).rev()) % 11) % 11 {
        10 => "X".to_owned(),
        digit => digit.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lengths_give_the_long_one() {
        for (given, digits) in [
            ("0-306-40615-2", "9780306406157"),
            ("ISBN 978-0-306-40615-7", "9780306406157"),
            ("isbn:0306406152", "9780306406157"),
            ("ISBN-13: 978-0-306-40615-7", "9780306406157"),
            ("ISBN-10 0-306-40615-2", "9780306406157"),
            ("080442957X", "9780804429573"),
            ("080442957x", "9780804429573"),
            ("979-10-90636-07-1", "9791090636071"),
        ] {
            assert_eq!(isbn(given).unwrap().as_deref(), Some(digits), "{given}");
        }
    }

    #[test]
    fn a_slip_is_told_with_the_digit_that_would_fit() {
        for (given, check) in [
            ("978-0-306-40615-8", "7"),
            ("0-306-40615-3", "2"),
            ("0804429571", "X"),
        ] {
            let refusal = NotASource::CheckDigit(check.to_owned());
            assert_eq!(isbn(given), Err(refusal), "{given}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for given in [
            "12",
            "1234567890123",
            "tel. 0306406152",
            "https://example.org/0306406152",
        ] {
            assert_eq!(isbn(given), Ok(None), "{given}");
        }
    }
}
