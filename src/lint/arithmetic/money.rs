//! Which units are money.

#[rustfmt::skip]
const MONEYS: &[&str] = &[
    "baht", "bitcoin", "dinar", "dirham", "dollar", "euro", "franc", "hryvnia", "krona", "krone",
    "lira", "naira", "peso", "pound", "rand", "real", "rial", "ringgit", "rouble", "rupee",
    "shekel", "won", "yen", "yuan", "zloty",
];

/// The currency that a unit is, whoever's it is: "dollar" of "US dollar".
pub(super) fn currency(unit: &str) -> Option<&str> {
    let last = unit.rsplit(' ').next()?;
    MONEYS.binary_search(&last).ok().map(|_| last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moneys_are_known() {
        assert!(MONEYS.is_sorted());
        assert_eq!(currency("Hong Kong dollar"), Some("dollar"));
        assert_eq!(currency("pound weight"), None);
    }
}
