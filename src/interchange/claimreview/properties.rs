//! What holds of every record and every document: what ClaimReview can carry
//! comes back, and no document makes the reader fail.

use chrono::DateTime;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::rating::tests::scale;
use super::{CheckPage, HowRated, Mapping, document, for_script, read, reviews_in, write};
use crate::model::edtf::EdtfDate;
use crate::model::record::{ClaimRecord, RecordSource};

/// Texts on one line that documents and pages stumble over, among others.
fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Zéł ,.'()-]{1,12}",
        "\\PC{1,4}",
        Just("</script>".to_owned()),
        Just("<!--".to_owned()),
        Just("&quot;".to_owned()),
        Just("&amp;lt;".to_owned()),
        Just("\u{2028}".to_owned()),
        Just("\"\\u0041".to_owned()),
    ];
    prop::collection::vec(piece, 1..4).prop_filter_map("says something", |pieces| {
        let words = pieces.concat();
        let words: Vec<&str> = words.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    })
}

/// Texts of one line or several, short or long.
fn text() -> impl Strategy<Value = String> {
    (prop::collection::vec(line(), 1..4), 1..40_usize)
        .prop_map(|(lines, times)| lines.join(".\n\n").repeat(times).trim().to_owned())
}

fn name() -> impl Strategy<Value = String> {
    line().prop_filter_map("a name, not an address, and not several", |name| {
        let name = name.replace(';', ",");
        (!super::parts::is_address(&name)).then_some(name)
    })
}

fn date() -> impl Strategy<Value = EdtfDate> {
    prop_oneof![
        Just("2018"),
        Just("2018-08"),
        Just("2018-08-20"),
        Just("0987-01-31")
    ]
    .prop_map(|date| date.parse().unwrap())
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("https://checks.example/bridge?a=1&amp=2#c".to_owned()),
        Just("http://münchen.example/ä".to_owned()),
        "[a-z]{1,6}".prop_map(|path| format!("https://town.example/{path}")),
    ]
}

fn source() -> impl Strategy<Value = RecordSource> {
    let names = (
        prop::option::of(address()),
        prop::option::of(Just("10.1000/182".to_owned())),
        prop::option::of(Just("9780306406157".to_owned())),
        prop::option::of(name()),
    );
    let rest = (
        prop::collection::vec(name(), 0..3),
        prop::option::of(name()),
        prop::option::of(date()),
        prop::option::of(address()),
    );
    (names, rest).prop_filter_map(
        "it is named",
        |((url, doi, isbn, title), (authors, publisher, published, archived_url))| {
            let known = url.is_some() || doi.is_some() || isbn.is_some() || title.is_some();
            known.then(|| RecordSource {
                url,
                doi,
                isbn,
                title,
                author: (!authors.is_empty()).then(|| authors.join("; ")),
                publisher,
                published,
                archived_url,
                ..RecordSource::default()
            })
        },
    )
}

/// A rating: on the scale, off it, or a label of its own with its numbers.
fn rating() -> impl Strategy<Value = (Option<String>, Option<String>, Option<Value>)> {
    prop_oneof![
        prop::sample::select(vec![
            "false",
            "mostly-false",
            "misleading",
            "mostly-true",
            "true",
            "satire"
        ])
        .prop_map(|slug| (Some(slug.to_owned()), None, None)),
        "[a-z]{3} flip".prop_map(|label| (None, Some(label), None)),
        Just((
            None,
            Some("Red card".to_owned()),
            Some(json!({ "ratingValue": 2, "reviewAspect": "tone" }))
        )),
    ]
}

fn record() -> impl Strategy<Value = ClaimRecord> {
    let claim = (
        prop::option::of(any::<u128>().prop_map(Uuid::from_u128)),
        line(),
        prop::option::of(name()),
        prop::option::of(date()),
        prop::collection::btree_set(address(), 0..4),
        prop::option::of(line()),
        prop::collection::vec(name(), 0..3),
    );
    let check = (
        rating(),
        prop::option::of(text()),
        prop::option::of(name()),
        prop::option::of(
            (0..4_000_000_000_i64).prop_map(|at| DateTime::from_timestamp(at, 0).unwrap()),
        ),
        address(),
        prop::option::of(line()),
        prop::option::of(date()),
        prop::option::of(name()),
        prop::option::of(address()),
    );
    (claim, check, prop::collection::vec(source(), 0..3)).prop_map(|(claim, check, sources)| {
        let (id, claim, claimant, claim_date, seen, title, topics) = claim;
        let (
            (rating, rating_label, more),
            rationale,
            who,
            reviewed_at,
            url,
            check_title,
            published,
            house,
            site,
        ) = check;
        let mut seen = seen.into_iter();
        let article_url = seen.next();
        let mut rest = Map::new();
        rest.extend(more.map(|more| ("reviewRating".to_owned(), more)));
        let mut record = ClaimRecord {
            id,
            claim,
            claimant,
            claim_date,
            article_title: title.filter(|_| article_url.is_some()),
            article_url,
            appearances: seen.collect(),
            topics,
            language: Some("pl".to_owned()),
            scale: rating.as_ref().map(|_| "standard".to_owned()),
            rating,
            rating_label,
            rationale,
            // A check that its publisher signs names no reviewer.
            reviewer: who.filter(|_| house.is_none()),
            reviewed_at,
            check_url: Some(url),
            check_title,
            check_published: published,
            publisher: house,
            publisher_url: site,
            sources,
            ..ClaimRecord::default()
        };
        if !rest.is_empty() {
            record.extra.insert("claimreview".to_owned(), rest.into());
        }
        record
    })
}

/// The record of the one review of a text.
fn the_record(text: &str) -> ClaimRecord {
    let reading = read(text);
    assert_eq!(reading.broken, [], "{text}");
    let [review] = reading.reviews.as_slice() else {
        panic!("{} reviews in {text}", reading.reviews.len());
    };
    assert_eq!(review.problems, [], "{text}");
    review
        .record(&scale("standard"), &Mapping::default())
        .unwrap()
        .record
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_the_format_carries_comes_back(record in record()) {
        let written = write(&record, &scale("standard"), &CheckPage::default()).unwrap();
        let (document, _) = document(vec![written.review]);
        let mut expected = record;
        if expected.check_published.is_none() {
            expected.check_published = expected.reviewed_at.map(|at| at.date_naive().to_string().parse().unwrap());
        }
        prop_assert_eq!(&the_record(&document.to_string()), &expected);
        let script = for_script(&document);
        let ends = script.contains(['<', '\u{2028}', '\u{2029}']);
        prop_assert!(!ends);
        let page = format!("<!doctype html><p>Text<script type=\"application/ld+json\">{script}</script>");
        prop_assert_eq!(&the_record(&page), &expected);
        let again = write(&expected, &scale("standard"), &CheckPage::default()).unwrap();
        let once_more = write(&the_record(&document.to_string()), &scale("standard"), &CheckPage::default()).unwrap();
        prop_assert_eq!(once_more, again);
    }
}

/// Values that have the names and types of reviews in wrong places.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!("ClaimReview")),
        Just(json!("2018-08-20")),
        Just(json!("https://a.example/")),
        Just(json!("#x")),
        Just(json!("-1")),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let names = prop::sample::select(vec![
            "@type",
            "@id",
            "@graph",
            "@value",
            "@context",
            "claimReviewed",
            "reviewRating",
            "ratingValue",
            "bestRating",
            "worstRating",
            "alternateName",
            "itemReviewed",
            "author",
            "name",
            "url",
            "appearance",
            "firstAppearance",
            "datePublished",
            "citation",
            "identifier",
            "keywords",
            "claimReview",
            "claims",
            "text",
            "publisher",
            "dataFeedElement",
            "item",
            "sameAs",
            "isBasedOn",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names.prop_map(str::to_owned), inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// The same, as a review whatever else it is.
fn a_review() -> impl Strategy<Value = Value> {
    anything().prop_map(|mut value| {
        if let Some(fields) = value.as_object_mut() {
            fields.insert("@type".to_owned(), json!(["Review", "ClaimReview"]));
        }
        value
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_read(value in prop_oneof![anything(), a_review()]) {
        for review in reviews_in(&value, None) {
            let record = review.record(&scale("standard"), &Mapping::default());
            if let Ok(taken) = record {
                prop_assert_eq!(taken.record.rating.is_some(), !matches!(taken.rated, HowRated::Unmapped | HowRated::Missing));
                let page = CheckPage { url: Some("https://a.example/"), ..CheckPage::default() };
                let _ = write(&taken.record, &scale("standard"), &page);
            }
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = read(&String::from_utf8_lossy(&bytes));
    }
}
