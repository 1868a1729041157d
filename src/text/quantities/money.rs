//! The signs and codes of money that stand before a number: "US$", "£",
//! "USD 50".

use super::scope::Scope;
use crate::text::reading::Shape;

/// The money of a sign.
pub(super) fn mark(mark: &str) -> Option<&'static str> {
    Some(match mark {
        "$" => "dollar",
        "€" => "euro",
        "£" => "pound",
        "¥" | "￥" => "yen",
        "₹" => "rupee",
        "₽" => "rouble",
        "₩" => "won",
        "₪" => "shekel",
        "₺" => "lira",
        "₦" => "naira",
        "₴" => "hryvnia",
        "₿" => "bitcoin",
        _ => return None,
    })
}

/// The money of a code in capitals.
pub(super) fn code(code: &str) -> Option<&'static str> {
    Some(match code {
        "USD" => "US dollar",
        "EUR" => "euro",
        "GBP" => "pound",
        "JPY" => "yen",
        "CNY" | "RMB" => "yuan",
        "CHF" => "Swiss franc",
        "INR" => "rupee",
        "RUB" => "rouble",
        "KRW" => "won",
        "AUD" => "Australian dollar",
        "CAD" => "Canadian dollar",
        "NZD" => "New Zealand dollar",
        "HKD" => "Hong Kong dollar",
        "SGD" => "Singapore dollar",
        "SEK" => "krona",
        "NOK" | "DKK" => "krone",
        "ZAR" => "rand",
        "BRL" => "real",
        "MXN" => "peso",
        "BTC" => "bitcoin",
        _ => return None,
    })
}

/// Whether a lower-case word may be a code that digits stand right behind:
/// "USD50".
pub(super) fn is_code(word: &str) -> bool {
    matches!(word, "rs") || word.len() == 3 && code(&word.to_ascii_uppercase()).is_some()
}

/// Whose dollars letters before the sign make them: "HK$".
fn whose(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "us" => "US dollar",
        "a" | "au" => "Australian dollar",
        "c" | "ca" => "Canadian dollar",
        "nz" => "New Zealand dollar",
        "hk" => "Hong Kong dollar",
        "s" => "Singapore dollar",
        "nt" => "Taiwan dollar",
        "r" => "real",
        _ => return None,
    })
}

/// Where the money before the number at an index begins, and what it is.
pub(super) fn before(scope: Scope<'_>, at: usize) -> Option<(usize, &'static str)> {
    let place = at.checked_sub(1)?;
    if let Some(unit) = mark(scope.lower(place)) {
        let letters = place
            .checked_sub(1)
            .filter(|&first| scope.glued(place) || scope.word(first) == "US");
        return Some(match letters {
            Some(first) if unit == "dollar" && !scope.glued(first) => {
                whose(scope.lower(first)).map_or((place, unit), |unit| (first, unit))
            }
            _ => (place, unit),
        });
    }
    if scope.is(place, Shape::Word) && !scope.glued(place) {
        if scope.lower(place) == "rs" {
            return Some((place, "rupee"));
        }
        return code(scope.word(place)).map(|unit| (place, unit));
    }
    scope.back(at, &["rs", "."]).map(|start| (start, "rupee"))
}
