//! Whether what was reviewed gives its rating away. Google asks for the claim as
//! it was made, without the verdict on it.

use super::LONGEST_CLAIM;

/// Marks between a claim and a rating that stands before or behind it.
const APART: [char; 13] = [
    ':', '-', '–', '—', '(', ')', '[', ']', '|', '.', '!', '?', '•',
];

/// Whether a claim begins or ends with its rating, set apart by a mark, or has a
/// rating of several words anywhere.
pub(super) fn tells_rating(claim: &str, label: &str) -> bool {
    let plain = |text: &str| {
        let words = text.to_lowercase();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (claim, label) = (plain(claim), plain(label));
    if label.is_empty() || claim == label {
        return false;
    }
    let parts = claim
        .split(APART)
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let ends = [parts.first(), parts.last()];
    let at_an_end = parts.len() > 1 && ends.into_iter().flatten().any(|part| *part == label);
    let several = label.contains(' ') && format!(" {claim} ").contains(&format!(" {label} "));
    at_an_end || several
}

/// How many characters a claim has, where these are more than are shown.
pub(super) fn too_long(claim: &str) -> Option<usize> {
    Some(claim.chars().count()).filter(|characters| *characters > LONGEST_CLAIM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_beside_the_claim_is_seen() {
        for claim in [
            "False: the bridge cost ten millions",
            "The bridge cost ten millions (FALSE)",
            "The bridge cost ten millions – false.",
        ] {
            assert!(tells_rating(claim, "False"), "{claim}");
        }
        assert!(tells_rating(
            "It is mostly false that it rained",
            "Mostly false"
        ));
    }

    #[test]
    fn a_word_of_the_claim_itself_is_none() {
        for claim in [
            "False teeth cost ten crowns",
            "It is true: it rained",
            "True",
            "He lied",
        ] {
            assert!(!tells_rating(claim, "True"), "{claim}");
            assert!(!tells_rating(claim, "False"), "{claim}");
        }
        assert_eq!(too_long(&"é".repeat(75)), None);
        assert_eq!(too_long(&"é".repeat(76)), Some(76));
    }
}
