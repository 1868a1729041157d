//! A post of social media as plain text: without links and signature, its
//! handles and hashtags as the words that they are made of.

use std::sync::LazyLock;

use memchr::memmem::Finder;

/// What a post says, and who signed it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Post {
    /// Its words.
    pub(super) text: String,
    /// The name in its signature, or nothing.
    pub(super) author: String,
}

/// What a link begins with.
const LINKS: [&str; 4] = ["http://", "https://", "pic.twitter.com/", "www."];

/// What HTML writes for a character, as copies of posts often have it.
const ENTITIES: [(&str, &str); 5] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
];

/// What stands in a signature behind the name.
static HANDLE: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("(@"));

impl Post {
    /// Takes a text apart; one that is no post stays as it is.
    pub(super) fn of(text: &str) -> Self {
        let (text, author) = without_signature(text);
        let mut words = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let begins = !words.ends_with(char::is_alphanumeric);
            let taken = if let Some(length) = link(rest).filter(|_| begins || c != 'w') {
                words.push(' ');
                length
            } else if let Some(tag) = tag(rest) {
                words.push(' ');
                apart(tag, &mut words);
                words.push(' ');
                c.len_utf8() + tag.len()
            } else if let Some((written, meant)) = ENTITIES
                .iter()
                .find(|(written, _)| rest.starts_with(written))
            {
                words.push_str(meant);
                written.len()
            } else {
                words.push(c);
                c.len_utf8()
            };
            rest = &rest[taken..];
        }
        Self {
            text: words,
            author: author.to_owned(),
        }
    }
}

/// A text without `— Name (@handle) date` at its end, and the name.
fn without_signature(text: &str) -> (&str, &str) {
    let Some(dash) = text.rfind('—') else {
        return (text, "");
    };
    let signature = &text[dash + '—'.len_utf8()..];
    match HANDLE.find(signature.as_bytes()) {
        Some(handle) => (&text[..dash], signature[..handle].trim()),
        None => (text, ""),
    }
}

/// How long the link is that a text begins with.
fn link(text: &str) -> Option<usize> {
    let begins = |with: &str| {
        let start = text.as_bytes().get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    LINKS.iter().find(|with| begins(with))?;
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '—' | '"' | '”' | ')' | '<'));
    Some(end.unwrap_or(text.len()))
}

/// The name behind the sign of a handle or hashtag that a text begins with.
fn tag(text: &str) -> Option<&str> {
    let name = text.strip_prefix(['#', '@', '＃', '＠'])?;
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
    let name = &name[..end.unwrap_or(name.len())];
    name.starts_with(char::is_alphabetic).then_some(name)
}

/// Appends the words of a name that is written as one: `ClimateStrike2019` is
/// `Climate Strike 2019`.
fn apart(name: &str, to: &mut String) {
    let mut before: Option<char> = None;
    let mut letters = name.chars().peekable();
    while let Some(c) = letters.next() {
        let small_follows = letters.peek().is_some_and(|next| next.is_lowercase());
        let begins = before.is_some_and(|before| {
            (before.is_lowercase() && c.is_uppercase())
                || (before.is_uppercase() && c.is_uppercase() && small_follows)
                || before.is_numeric() != c.is_numeric()
        });
        if begins || c == '_' {
            to.push(' ');
        }
        if c != '_' {
            to.push(c);
        }
        before = Some(c);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> String {
        let post = Post::of(text);
        post.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn links_go_and_names_written_as_one_come_apart() {
        assert_eq!(
            words(
                "Taiwan loses an ally https://t.co/abc #ElSalvador #COVID19 @MOFA_Taiwan #UNGAWeek"
            ),
            "Taiwan loses an ally El Salvador COVID 19 MOFA Taiwan UNGA Week"
        );
        assert_eq!(words("AT&amp;T &lt;b&gt;"), "AT&T <b>");
        assert_eq!(words("a@b.org is #1 at 5 @ 3"), "a b .org is #1 at 5 @ 3");
        assert_eq!(words("awww.no"), "awww.no");
    }

    #[test]
    fn a_signature_names_its_author() {
        let post = Post::of("He left. pic.twitter.com/x1— Ana Ruiz (@anaruiz) March 3, 2019");
        assert_eq!(post.author, "Ana Ruiz");
        assert_eq!(post.text.trim(), "He left.");
        assert_eq!(Post::of("One — and two — of (three).").author, "");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_text_without_signs_of_a_post_stays_as_it_is(text in "[a-zA-Zñé .,;:—]{0,60}") {
            prop_assume!(!text.to_lowercase().contains("www."));
            prop_assert_eq!(Post::of(&text).text, text);
        }

        #[test]
        fn any_text_is_taken_apart(text in "(?s).{0,80}") {
            let _ = Post::of(&text);
        }
    }
}
