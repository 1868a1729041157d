//! What is understood of a search, and that everything is one.

use proptest::prelude::*;

use super::{Form, Note, Query, Sought, Test, Valid, parse};
use crate::model::search::{DocumentKind, Holding};

fn read(text: &str) -> Query {
    parse(text).unwrap()
}

/// What is sought, in one line: words in quotes, beginnings with a star behind,
/// pieces with stars around, `field=` where it is looked for in one place.
fn sought(text: &str) -> String {
    read(text).sought.as_ref().map_or_else(String::new, written)
}

fn written(sought: &Sought) -> String {
    let joined = |parts: &[Sought], with: &str| {
        let parts: Vec<String> = parts.iter().map(written).collect();
        format!("({})", parts.join(with))
    };
    match sought {
        Sought::Term(term) => {
            let mut fields: Vec<&str> = term.fields.iter().map(|field| field.as_str()).collect();
            if !fields.is_empty() {
                fields.push("");
            }
            let fields = fields.join("=");
            let text = &term.text;
            match term.form {
                Form::Words => format!("{fields}\"{text}\""),
                Form::Prefix => format!("{fields}\"{text}\"*"),
                Form::Piece => format!("{fields}*{text}*"),
            }
        }
        Sought::All(parts) => joined(parts, " & "),
        Sought::Any(parts) => joined(parts, " | "),
        Sought::Not(inner) => format!("!{}", written(inner)),
    }
}

#[test]
fn words_phrases_beginnings_and_pieces() {
    let cases = [
        ("taiwan", r#""taiwan""#),
        ("recognition taiwan", r#"("recognition" & "taiwan")"#),
        (r#""el salvador" 2018"#, r#"("el salvador" & "2018")"#),
        ("“el salvador”", r#""el salvador""#),
        ("«el salvador»", r#""el salvador""#),
        ("recogn*", r#""recogn"*"#),
        (r#""san sal"*"#, r#""san sal"*"#),
        ("*alvad*", "*alvad*"),
        ("*alvad", "*alvad*"),
        ("台灣", "*台灣*"),
        ("我爱中国。", "*我爱中国*"),
        ("中国，2018", r#"(*中国* & "2018")"#),
        ("กรุงเทพฯ", "*กรุงเทพฯ*"),
        ("한국은행", r#""한국은행""#),
        ("السلفادور", r#""السلفادور""#),
    ];
    for (text, expected) in cases {
        assert_eq!(sought(text), expected, "{text}");
    }
}

#[test]
fn operators_and_parentheses() {
    let cases = [
        ("a AND b", r#"("a" & "b")"#),
        ("a b OR c", r#"(("a" & "b") | "c")"#),
        ("a (b OR c)", r#"("a" & ("b" | "c"))"#),
        ("a NOT b", r#"("a" & !"b")"#),
        ("a AND NOT b", r#"("a" & !"b")"#),
        ("a -b", r#"("a" & !"b")"#),
        ("-a", r#"!"a""#),
        ("NOT NOT a", r#""a""#),
        ("-(a OR b) c", r#"(!("a" | "b") & "c")"#),
        ("and or not", r#"("and" & "or" & "not")"#),
        ("well-known", r#""well-known""#),
        ("a - b", r#"("a" & "b")"#),
    ];
    for (text, expected) in cases {
        assert_eq!(sought(text), expected, "{text}");
    }
}

#[test]
fn what_is_not_whole_is_made_whole() {
    let cases = [
        (r#""el salvador"#, r#""el salvador""#),
        ("((a", r#""a""#),
        ("a))) b", r#"("a" & "b")"#),
        ("a OR", r#""a""#),
        ("OR a", r#""a""#),
        ("a OR OR b", r#"("a" | "b")"#),
        ("AND", r#""and""#),
        ("a NOT", r#""a""#),
        ("()", ""),
        ("U.S. don't 4,000", r#"("U.S." & "don't" & "4,000")"#),
        (
            "https://example.org/a?b=c",
            r#""https://example.org/a?b=c""#,
        ),
        ("f(x)", r#"("f" & "x")"#),
        ("a\0b\u{1b}c", r#"("a" & "b" & "c")"#),
        ("— … *", ""),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(sought(text), expected, "{text}");
    }
    assert_eq!(read("— a").notes, [Note::NoWords("—".to_owned())]);
}

#[test]
fn where_to_look_holds_for_what_follows_in_its_parentheses() {
    let cases = [
        ("in:rationale a b", r#"(rationale="a" & rationale="b")"#),
        ("a in:title b", r#"("a" & title="b")"#),
        ("a b in:title", r#"(title="a" & title="b")"#),
        ("(in:title a) b", r#"(title="a" & "b")"#),
        ("in:title a in:text b", r#"(title="a" & text="b")"#),
        ("in:title,text a", r#"title=text="a""#),
        ("IN:Rationales a", r#"rationale="a""#),
        ("in:title a OR b", r#"(title="a" | title="b")"#),
    ];
    for (text, expected) in cases {
        assert_eq!(sought(text), expected, "{text}");
    }
}

#[test]
fn filters_stand_beside_what_is_sought() {
    let query = read(
        r#"taiwan rating:false,"half true" -has:verdict has:quantity since:2018-08 kind:claims"#,
    );
    assert_eq!(query.sought.as_ref().map(written).unwrap(), r#""taiwan""#);
    let tests: Vec<(bool, Test)> = query
        .filters
        .into_iter()
        .map(|filter| (filter.negated, filter.test))
        .collect();
    assert_eq!(
        tests,
        [
            (
                false,
                Test::Rating(vec!["false".to_owned(), "half true".to_owned()])
            ),
            (true, Test::Has(vec![Holding::Verdict])),
            (false, Test::Has(vec![Holding::Figure])),
            (false, Test::Since("2018-08-01".to_owned())),
            (false, Test::Kind(vec![DocumentKind::Claim])),
        ]
    );
    assert!(read("NOT (topic:trade)").filters[0].negated);
    assert_eq!(sought("a OR rating:false"), r#""a""#);
}

#[test]
fn a_filter_refuses_what_it_can_not_take() {
    let refused = parse("state:decidedd").unwrap_err();
    assert_eq!(
        (refused.filter, refused.given.as_str()),
        ("state", "decidedd")
    );
    for text in [
        "article:x",
        "since:soon",
        "before:2018-13",
        "has:everything",
        "in:footnote",
        "kind:x",
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
    assert!(matches!(
        parse("since:soon").unwrap_err().valid,
        Valid::Written(_)
    ));
}

#[test]
fn what_looks_like_a_filter_and_is_none_is_searched_and_told() {
    let near = |text| match read(text).notes.first() {
        Some(Note::NoFilter { near, .. }) => Some(*near),
        _ => None,
    };
    assert_eq!(near("ratings:false"), Some("rating"));
    assert_eq!(near("sate:decided"), Some("state"));
    assert_eq!(near("reviwer:ana"), Some("reviewer"));
    for text in ["foo:bar", "12:30", "https://example.org", "a:b"] {
        assert_eq!(near(text), None, "{text}");
    }
    assert_eq!(sought("foo:bar"), r#""foo:bar""#);
}

#[test]
fn too_many_words_are_cut_off_and_told() {
    let query = read(&"word ".repeat(1000));
    assert_eq!(query.notes, [Note::TooMany(200)]);
    assert_eq!(query.sought.unwrap().terms().len(), 200);
    read(&"(".repeat(100_000));
    read(&"NOT ".repeat(100_000));
    read(&"-(".repeat(100_000));
}

fn depth(sought: &Sought) -> usize {
    match sought {
        Sought::Term(_) => 1,
        Sought::All(parts) | Sought::Any(parts) => 1 + parts.iter().map(depth).max().unwrap_or(0),
        Sought::Not(inner) => 1 + depth(inner),
    }
}

proptest! {
    #[test]
    fn every_text_is_a_search_that_asks_for_something_or_nothing(
        text in r#"([a-c"“”()*:,\-]|AND |OR |NOT |in:title |中|é|\PC| ){0,60}"#
    ) {
        if let Ok(query) = parse(&text)
            && let Some(sought) = query.sought
        {
            prop_assert!(depth(&sought) <= 80);
            for term in sought.terms() {
                prop_assert!(!term.text.trim().is_empty());
                prop_assert!(!term.text.contains(['"', '\0']));
            }
        }
    }

    #[test]
    fn words_alone_are_all_sought(words in prop::collection::vec("[a-zñáé]{1,8}", 1..6)) {
        let query = read(&words.join(" "));
        let found = query.sought.unwrap();
        let texts: Vec<&str> = found.terms().iter().map(|term| term.text.as_str()).collect();
        prop_assert_eq!(texts, words);
    }
}
