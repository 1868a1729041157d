//! The words that hold English sentences together. They belong to no topic, so that
//! they are as common at one time as at another.

/// Them, as words are compared, in order. Those that are names as well (US, WHO, Will,
/// May, Can) are left out.
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "being", "but", "by", "could", "did", "do", "does", "for", "from", "had",
    "has", "have", "he", "her", "him", "his", "how", "if", "in", "into", "is", "it", "its", "more",
    "most", "my", "no", "not", "of", "on", "one", "or", "our", "out", "over", "she", "should",
    "so", "some", "than", "that", "the", "their", "them", "there", "these", "they", "this",
    "those", "to", "up", "was", "we", "were", "what", "when", "which", "while", "with", "would",
    "you", "your",
];

/// Whether a word is one of them.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_in_order_so_that_each_is_found() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(FUNCTION_WORDS.iter().all(|word| is_function_word(word)));
        assert!(!is_function_word("emoluments") && !is_function_word("us"));
    }
}
