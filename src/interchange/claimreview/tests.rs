//! Reviews in the forms that publishers and feeds have them.

use serde_json::{Value, json};

use super::rating::tests::scale;
use super::{
    CheckPage, HowRated, Mapping, PublicCorrection, Reading, Review, WriteError, WriteWarning,
    document, read, write,
};
use crate::model::record::ClaimRecord;

fn the_review(text: &str) -> Review {
    let mut reading = read(text);
    assert_eq!(reading.reviews.len(), 1, "{reading:#?}");
    reading.reviews.remove(0)
}

fn record_of(review: &Review) -> ClaimRecord {
    review
        .record(&scale("standard"), &Mapping::default())
        .unwrap()
        .record
}

/// A review in the form that Google's page on fact checks shows.
fn usual() -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://checks.example/2024/bridge",
        "claimReviewed": "The bridge cost ten million crowns",
        "datePublished": "2024-05-02",
        "author": { "@type": "Organization", "name": "Town Checks", "url": "https://checks.example/", "logo": "https://checks.example/l.png" },
        "itemReviewed": {
            "@type": "Claim",
            "author": { "@type": "Organization", "name": "Town council", "sameAs": "https://town.example/" },
            "datePublished": "2024-04-30",
            "appearance": { "@type": "OpinionNewsArticle", "url": "https://news.example/a", "headline": "The bridge", "datePublished": "2024-04-30" }
        },
        "reviewRating": { "@type": "Rating", "ratingValue": "1", "bestRating": "5", "worstRating": "1", "alternateName": "False", "ratingExplanation": "It cost two." }
    })
}

#[test]
fn a_review_becomes_a_record_and_nothing_of_it_is_lost() {
    let review = the_review(&usual().to_string());
    assert_eq!(review.problems, []);
    let record = record_of(&review);
    assert_eq!(record.claim, "The bridge cost ten million crowns");
    assert_eq!(record.claimant.as_deref(), Some("Town council"));
    assert_eq!(
        record.article_url.as_deref(),
        Some("https://news.example/a")
    );
    assert_eq!(record.article_title.as_deref(), Some("The bridge"));
    assert_eq!(
        (record.scale.as_deref(), record.rating.as_deref()),
        (Some("standard"), Some("false"))
    );
    assert_eq!(record.rationale.as_deref(), Some("It cost two."));
    assert_eq!(record.publisher.as_deref(), Some("Town Checks"));
    assert_eq!(
        record.publisher_url.as_deref(),
        Some("https://checks.example/")
    );
    assert_eq!(
        record.check_published.as_ref().unwrap().as_str(),
        "2024-05-02"
    );
    let written = write(&record, &scale("standard"), &CheckPage::default()).unwrap();
    let mut expected = usual();
    expected.as_object_mut().unwrap().remove("@context");
    for (name, number) in [("ratingValue", 1), ("bestRating", 5), ("worstRating", 1)] {
        expected["reviewRating"][name] = number.into();
    }
    expected["itemReviewed"]["appearance"] = json!([expected["itemReviewed"]["appearance"]]);
    assert_eq!(written.review, expected);
    assert_eq!(written.warnings, []);
}

#[test]
fn every_container_gives_its_reviews() {
    let review = usual();
    let containers = [
        json!([null, [review]]),
        json!({ "@context": "https://schema.org", "@graph": [{ "@type": "WebPage" }, review] }),
        json!({ "@graph": [{ "@graph": [review] }] }),
        json!({ "@type": "DataFeed", "dataFeedElement": [null, { "@type": "DataFeedItem", "item": [null, review] }, { "item": null }] }),
        json!({ "@type": "NewsArticle", "hasPart": { "@type": ["Review", "http://schema.org/ClaimReview"], "claimReviewed": "x", "url": "https://checks.example/2024/bridge" } }),
    ];
    for container in containers {
        let review = the_review(&container.to_string());
        assert_eq!(
            review.url.as_deref(),
            Some("https://checks.example/2024/bridge"),
            "{container}"
        );
    }
    let path = the_review(&json!({ "@graph": [{}, usual()] }).to_string())
        .place
        .path;
    assert_eq!(path.as_str(), "$['@graph'][1]");
}

#[test]
fn a_page_can_have_several_scripts_and_a_broken_one() {
    let page = format!(
        "<html><script type=\"application/ld+json\">{}</script>\n<script type=\"application/ld+json\">{{\"@type\": }}</script>\n\
         <script type=\"application/ld+json\">\n{}\n</script>",
        usual(),
        usual()
    );
    let Reading {
        reviews, broken, ..
    } = read(&page);
    let parts: Vec<_> = reviews.iter().map(|review| review.place.part).collect();
    assert_eq!(parts, [Some(1), Some(3)]);
    assert_eq!((broken[0].part, broken[0].line), (Some(2), 2));
    assert!(!broken[0].mended);
}

#[test]
fn nodes_that_are_only_named_are_looked_up() {
    let graph = json!({ "@graph": [
        { "@type": "Organization", "@id": "https://checks.example/#us", "name": "Town Checks", "url": "https://checks.example/" },
        { "@type": "ClaimReview", "claimReviewed": "It rained", "author": { "@id": "https://checks.example/#us" }, "itemReviewed": { "@id": "#claim" } },
        { "@type": "Claim", "@id": "#claim", "author": { "@type": "Person", "name": "Vega" } },
    ]});
    let record = record_of(&the_review(&graph.to_string()));
    assert_eq!(record.publisher.as_deref(), Some("Town Checks"));
    assert_eq!(record.claimant.as_deref(), Some("Vega"));
}

#[test]
fn values_are_read_in_all_the_ways_they_are_written() {
    let review = the_review(
        &json!({
            "@type": "ClaimReview",
            "claimReviewed": [" &quot;Dwa miliony&quot;\n za  most "],
            "reviewRating": { "ratingValue": "4", "bestRating": 5, "worstRating": "1", "alternateName": [{ "@value": "Zasadniczo tak", "@language": "pl" }] },
            "author": "https://checks.example/",
            "datePublished": "2024-05-02T23:30:00-05:00",
            "itemReviewed": {
                "@type": "CreativeWork",
                "author": [{ "@type": "Person", "name": { "@value": "Vega" } }],
                "datePublished": "May 1, 2024",
                "url": "https://news.example/old",
                "appearance": ["https://news.example/a", { "url": "https://news.example/b" }],
            },
            "keywords": "bridges, money ,",
            "citation": ["The audit of 1932", { "@type": "WebPage", "url": "https://audit.example/", "archivedAt": "https://archive.example/1" }],
            "isBasedOn": "https://town.example/minutes",
        })
        .to_string(),
    );
    assert_eq!(review.problems, []);
    let taken = review
        .record(&scale("standard"), &Mapping::default())
        .unwrap();
    assert_eq!(taken.rated, HowRated::Position);
    let record = taken.record;
    assert_eq!(record.claim, "\"Dwa miliony\" za most");
    assert_eq!(record.rating.as_deref(), Some("mostly-true"));
    assert_eq!(
        record.extra["claimreview"]["reviewRating"]["alternateName"],
        "Zasadniczo tak"
    );
    assert_eq!(
        record.publisher_url.as_deref(),
        Some("https://checks.example/")
    );
    assert_eq!(record.check_published.unwrap().as_str(), "2024-05-02");
    assert_eq!(
        record.reviewed_at.unwrap().to_rfc3339(),
        "2024-05-03T04:30:00+00:00"
    );
    assert_eq!(record.claim_date.unwrap().as_str(), "2024-05-01");
    assert_eq!(
        record.article_url.as_deref(),
        Some("https://news.example/a")
    );
    assert_eq!(
        record.appearances,
        ["https://news.example/b", "https://news.example/old"]
    );
    assert_eq!(record.topics, ["bridges", "money"]);
    assert_eq!(record.sources.len(), 3);
    assert_eq!(
        record.sources[0].title.as_deref(),
        Some("The audit of 1932")
    );
    assert_eq!(
        record.sources[1].archived_url.as_deref(),
        Some("https://archive.example/1")
    );
}

#[test]
fn what_can_not_be_read_is_said_and_kept() {
    let review = the_review(
        &json!({
            "@type": "ClaimReview", "claimReviewed": "It rained", "datePublished": "01/02/2024",
            "reviewRating": { "ratingValue": "three", "alternateName": "Red card" },
        })
        .to_string(),
    );
    let told: Vec<_> = review
        .problems
        .iter()
        .map(|one| (one.path.as_str(), one.value.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("$.datePublished", Some("\"01/02/2024\"")),
            ("$.reviewRating.ratingValue", Some("\"three\""))
        ]
    );
    let taken = review
        .record(&scale("standard"), &Mapping::default())
        .unwrap();
    assert_eq!(taken.rated, HowRated::Unmapped);
    assert_eq!(taken.record.rating_label.as_deref(), Some("Red card"));
    assert_eq!(
        taken.record.extra["claimreview"]["datePublished"],
        "01/02/2024"
    );
    let nothing = the_review("{\"@type\": \"ClaimReview\"}");
    assert!(
        nothing
            .record(&scale("standard"), &Mapping::default())
            .is_err()
    );
}

#[test]
fn a_rating_can_be_its_name_alone() {
    let review = the_review(
        r#"{"@type": "ClaimReview", "claimReviewed": "It rained", "reviewRating": "Faux"}"#,
    );
    let taken = review
        .record(&scale("standard"), &Mapping::default())
        .unwrap();
    assert_eq!(
        (taken.record.rating.as_deref(), taken.rated),
        (Some("false"), HowRated::Word)
    );
}

#[test]
fn an_answer_of_the_search_api_is_read() {
    let answer = json!({
        "claims": [
            { "text": "The bridge cost ten million", "claimant": "Town council", "claimDate": "2024-04-30T00:00:00Z",
              "claimReview": [
                { "publisher": { "name": "Town Checks", "site": "checks.example" }, "url": "https://checks.example/b",
                  "title": "Ten million?", "reviewDate": "2024-05-02T09:00:00Z", "textualRating": "Falso", "languageCode": "es" },
                { "publisher": { "site": "other.example" }, "url": "https://other.example/b", "textualRating": "Red card" },
              ] },
            { "text": "It rained" },
        ],
        "nextPageToken": "CAo",
    });
    let reading = read(&answer.to_string());
    assert_eq!(reading.next_page.as_deref(), Some("CAo"));
    let records: Vec<_> = reading.reviews.iter().map(record_of).collect();
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].claim, "The bridge cost ten million");
    assert_eq!(
        records[0].claim_date.as_ref().unwrap().as_str(),
        "2024-04-30"
    );
    assert_eq!(records[0].rating.as_deref(), Some("false"));
    assert_eq!(
        records[0].publisher_url.as_deref(),
        Some("https://checks.example/")
    );
    assert_eq!(records[0].check_title.as_deref(), Some("Ten million?"));
    assert_eq!(records[1].publisher.as_deref(), Some("other.example"));
    assert_eq!(records[1].rating_label.as_deref(), Some("Red card"));
    assert_eq!(
        reading.reviews[1].place.path.as_str(),
        "$.claims[0].claimReview[1]"
    );
}

fn rated() -> ClaimRecord {
    ClaimRecord {
        claim: "It rained".to_owned(),
        rating: Some("satire".to_owned()),
        scale: Some("standard".to_owned()),
        ..ClaimRecord::default()
    }
}

fn written(record: &ClaimRecord, url: &str) -> Result<super::Written, WriteError> {
    let page = CheckPage {
        url: Some(url).filter(|url| !url.is_empty()),
        ..CheckPage::default()
    };
    write(record, &scale("standard"), &page)
}

#[test]
fn what_makes_a_review_useless_is_refused() {
    let refused = |record: &ClaimRecord, url: &str| written(record, url).unwrap_err();
    assert_eq!(refused(&rated(), ""), WriteError::NoUrl);
    for url in [
        "/checks/1",
        "checks.example/1",
        "ftp://checks.example/",
        "https://",
        "mailto:a@b.example",
    ] {
        assert_eq!(refused(&rated(), url), WriteError::BadUrl(url.to_owned()));
    }
    let url = "https://checks.example/1";
    let unknown = ClaimRecord {
        rating: Some("so-so".to_owned()),
        ..rated()
    };
    assert!(matches!(
        refused(&unknown, url),
        WriteError::UnknownRating { .. }
    ));
    let other = ClaimRecord {
        scale: Some("averitec".to_owned()),
        ..rated()
    };
    assert!(matches!(
        refused(&other, url),
        WriteError::OtherScale { .. }
    ));
    let unrated = ClaimRecord {
        rating: None,
        ..rated()
    };
    assert_eq!(refused(&unrated, url), WriteError::NoRating);
    let mut outside = ClaimRecord {
        rating_label: Some("Red card".to_owned()),
        ..unrated
    };
    outside.extra.insert(
        "claimreview".to_owned(),
        json!({ "reviewRating": { "ratingValue": 9, "bestRating": 5, "worstRating": 1 } }),
    );
    assert!(matches!(
        refused(&outside, url),
        WriteError::OutOfRange { .. }
    ));
}

#[test]
fn a_rating_off_the_scale_is_its_name_alone() {
    let review = written(&rated(), "https://checks.example/1")
        .unwrap()
        .review;
    assert_eq!(
        review["reviewRating"],
        json!({ "@type": "Rating", "alternateName": "Satire" })
    );
}

#[test]
fn what_loses_a_display_is_said() {
    let long = ClaimRecord {
        claim: format!("Satire: {}", "rain ".repeat(20)),
        publisher_url: Some("https://www.checks.example/".to_owned()),
        ..rated()
    };
    let told = written(&long, "https://bit.ly/x").unwrap().warnings;
    assert_eq!(
        told,
        [
            WriteWarning::LongClaim { characters: 107 },
            WriteWarning::TellsRating {
                label: "Satire".to_owned()
            },
            WriteWarning::Shortened {
                host: "bit.ly".to_owned()
            },
            WriteWarning::NoPublisher,
        ]
    );
    let on = |url: &str| {
        let record = ClaimRecord {
            claim: "It rained".to_owned(),
            publisher: Some("Checks".to_owned()),
            ..long.clone()
        };
        written(&record, url).unwrap().warnings
    };
    assert_eq!(on("https://facts.checks.example/1"), []);
    assert!(matches!(
        on("https://notchecks.example/1")[..],
        [WriteWarning::OtherSite { .. }]
    ));
    let review = written(&rated(), "https://checks.example/1")
        .unwrap()
        .review;
    let (_, told) = document(vec![review.clone(), review]);
    assert!(matches!(
        told[..],
        [WriteWarning::SeveralOnPage { count: 2, .. }]
    ));
}

#[test]
fn public_corrections_and_long_rationales_have_their_places() {
    let why = "The plaque says 1932. ".repeat(20);
    let record = ClaimRecord {
        rationale: Some(why.clone()),
        ..rated()
    };
    let corrections = [PublicCorrection {
        text: "The year was wrong.".to_owned(),
        published: Some("2024-06-01".parse().unwrap()),
    }];
    let page = CheckPage {
        url: Some("https://checks.example/1"),
        corrections: &corrections,
        ..CheckPage::default()
    };
    let review = write(&record, &scale("standard"), &page).unwrap().review;
    let short = review["reviewRating"]["ratingExplanation"]
        .as_str()
        .unwrap();
    assert!(short.len() <= 300 && short.ends_with("1932."), "{short}");
    assert_eq!(review["reviewBody"], why.trim());
    assert_eq!(
        review["correction"],
        json!([{ "@type": "CorrectionComment", "text": "The year was wrong.", "datePublished": "2024-06-01" }])
    );
}
