//! How near two spellings of a name are.

/// How two spellings differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// In accents, or in a letter that is doubled.
    Slight,
    /// In one letter.
    Letter,
}

/// Pairs of names that are near each other and not the same.
const DIFFERENT: &[(&str, &str)] = &[
    ("gambia", "zambia"),
    ("austria", "australia"),
    ("slovakia", "slovenia"),
    ("niger", "nigeria"),
    ("greek", "green"),
    ("brown", "browne"),
    ("korea", "korean"),
    ("french", "trench"),
    ("major", "mayor"),
    ("welsh", "walsh"),
    ("irish", "iris"),
];

/// A letter without its accent.
pub(super) fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ț' | 'ţ' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        c => c,
    }
}

/// A word in lower case, without accents and with every doubled letter once:
/// spellings that differ slightly have the same.
pub(super) fn skeleton(word: &str) -> String {
    let mut letters: Vec<char> = word.to_lowercase().chars().map(plain).collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// Words with one letter left out each: two words within one letter of each other
/// share one, or one of them is left of the other.
pub(super) fn shortened(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let without = |left_out: usize| {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != left_out);
        kept.map(|(_, c)| *c).collect()
    };
    (0..letters.len()).map(without).collect()
}

/// How two words in lower case differ, where it can be a slip: not in the endings
/// that make another word of a name.
pub(super) fn slip(one: &str, other: &str) -> Option<Slip> {
    if one == other {
        return None;
    }
    if skeleton(one) == skeleton(other) {
        return Some(Slip::Slight);
    }
    if is_other_word(one, other) {
        return None;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let rest = (one.len() - start).min(other.len() - start);
    let end = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take(rest)
        .take_while(|(a, b)| a == b)
        .count();
    let left = (one.len() - start - end, other.len() - start - end);
    let is_letter = matches!(left, (0 | 1, 1) | (1, 0));
    let is_swap =
        left == (2, 2) && one[start] == other[start + 1] && one[start + 1] == other[start];
    // A first letter makes another name: Perry, Berry; a last one another form.
    (start > 0 && end > 0 && (is_letter || is_swap)).then_some(Slip::Letter)
}

/// Plurals, demonyms and pairs that are known to be two names.
fn is_other_word(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let ending = long
        .strip_prefix(short)
        .is_some_and(|ending| ending.chars().count() == 1);
    let known = DIFFERENT
        .iter()
        .any(|pair| *pair == (one, other) || *pair == (other, one));
    ending || known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_other_words() {
        for (one, other, found) in [
            ("bukele", "bukelle", Some(Slip::Slight)),
            ("cerén", "ceren", Some(Slip::Slight)),
            ("mohammed", "mohamed", Some(Slip::Slight)),
            ("schmidt", "schmitt", Some(Slip::Letter)),
            ("lindau", "lidnau", Some(Slip::Letter)),
            ("zelensky", "zelenksy", Some(Slip::Letter)),
            ("zelensky", "zelenskyy", Some(Slip::Slight)),
            ("korea", "korean", None),
            ("germany", "german", None),
            ("perry", "berry", None),
            ("austria", "australia", None),
            ("clinton", "clintons", None),
        ] {
            assert_eq!(slip(one, other), found, "{one} {other}");
        }
    }
}
