//! What holds of every source: it comes back from every format as it was,
//! every style can cite it, and no file makes a reader fail.
//!
//! `BibTeX` and RIS know no line breaks within a text, so that there a text
//! counts as the same when its words are.

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::names::one_line;
use super::{CitationStyle, ReferenceFormat, cite, document, read};
use crate::identity::identify;
use crate::model::bibliography::Bibliography;
use crate::model::edtf::EdtfDate;
use crate::model::ids::SourceId;
use crate::model::source::{
    Confidentiality, NewSource, Source, SourceDetails, SourceIdentity, SourceType,
};

/// Texts that formats stumble over, among others.
fn text() -> impl Strategy<Value = String> {
    let special = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("\\".to_owned()),
        Just("\"Wörter\"".to_owned()),
        Just("100 %".to_owned()),
        Just("\\emph{x}".to_owned()),
        Just("$x^2$ ~ #1 & a_b".to_owned()),
        Just("--".to_owned()),
        Just("---".to_owned()),
        Just("ER  - ".to_owned()),
        Just("\nTY  - JOUR".to_owned()),
        Just(" and ".to_owned()),
        Just("@book{a,".to_owned()),
        Just("''quoted``".to_owned()),
        Just("é, ß, ł".to_owned()),
        Just("\\\"o \\~n".to_owned()),
        "\\PC{1,6}",
        "[a-zA-Z0-9 ,.:;'\n-]{1,12}",
    ];
    prop::collection::vec(special, 1..6)
        .prop_map(|parts| parts.concat())
        .prop_filter(
            "says something, without the characters that are private",
            |text| one_line(text).is_some() && !text.contains('\u{e000}'),
        )
}

/// A name without the comma and semicolon that part names.
fn name_part() -> impl Strategy<Value = String> {
    text().prop_filter_map("a name has no separators in it", |text| {
        one_line(&text.replace([',', ';'], " "))
    })
}

fn author() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        name_part(),
        (name_part(), name_part()).prop_map(|(family, given)| format!("{family}, {given}")),
        Just("van der Berg, Jan Peter".to_owned()),
        Just("AP".to_owned()),
    ];
    prop::collection::vec(name, 1..4).prop_map(|names| names.join("; "))
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1..800_000i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default())
}

fn date() -> impl Strategy<Value = EdtfDate> {
    (
        day(),
        prop_oneof![Just("%Y"), Just("%Y-%m"), Just("%Y-%m-%d")],
    )
        .prop_map(|(day, form)| day.format(form).to_string().parse().unwrap())
}

/// An issued date that the desk's own can't say, with the desk's part of it.
fn wide_date() -> impl Strategy<Value = (Option<&'static str>, Value)> {
    prop_oneof![
        Just((
            Some("1931"),
            json!({ "date-parts": [[1931]], "circa": true })
        )),
        Just((
            Some("2018-08-20"),
            json!({ "date-parts": [[2018, 8, 20], [2018, 9]] })
        )),
        Just((Some("2018"), json!({ "raw": "2018/.." }))),
        Just((None, json!({ "date-parts": [[2018]], "season": 2 }))),
        Just((None, json!({ "raw": "199X" }))),
        Just((None, json!({ "date-parts": [[-43]] }))),
        Just((None, json!({ "literal": "in press" }))),
    ]
}

fn people() -> impl Strategy<Value = Value> {
    let person = (name_part(), name_part());
    prop::collection::vec(person, 1..3).prop_map(|people| {
        let people = people
            .into_iter()
            .map(|(family, given)| json!({ "family": family, "given": given }));
        people.collect()
    })
}

fn bibliography() -> impl Strategy<Value = Bibliography> {
    let texts = prop::sample::subsequence(
        vec![
            "container-title",
            "collection-title",
            "volume",
            "edition",
            "publisher-place",
            "genre",
            "keyword",
            "abstract",
            "event-place",
            "medium",
            "status",
            "PMID",
            "number",
            "issue",
            "dimensions",
        ],
        0..6,
    );
    let texts = texts.prop_flat_map(|names| {
        let values = prop::collection::vec(text(), names.len());
        values.prop_map(move |values| {
            let named = names.iter().zip(values);
            named
                .map(|(name, text)| ((*name).to_owned(), Value::from(text.trim())))
                .collect::<Vec<_>>()
        })
    });
    let others = (
        prop::option::of(people()),
        prop::option::of(people()),
        prop::option::of(Just("77-101")),
    );
    (texts, others).prop_map(|(texts, (editor, interviewer, page))| {
        let mut fields: Map<String, Value> = texts.into_iter().collect();
        fields.extend(editor.map(|people| ("editor".to_owned(), people)));
        fields.extend(interviewer.map(|people| ("interviewer".to_owned(), people)));
        fields.extend(page.map(|page| ("page".to_owned(), page.into())));
        Bibliography(fields)
    })
}

fn identities() -> impl Strategy<Value = Vec<SourceIdentity>> {
    let doi = prop::option::of(prop_oneof![
        Just("10.1000/182"),
        Just("10.1002/(sici)1099-1379(199712)18:1<1::aid-job--1>3.0.co;2-#"),
    ]);
    let isbn = prop::option::of(Just("9780306406157"));
    let url = prop::option::of(prop_oneof![
        Just("https://example.org/a--b/~c_d?x=%7B1%7D&y=2#z"),
        Just("http://münchen.example/ä"),
        Just("https://example.org/{1}\\2^3$"),
    ]);
    (doi, isbn, url).prop_map(|(doi, isbn, url)| {
        let given = [doi, isbn, url];
        given
            .into_iter()
            .flatten()
            .map(|given| identify(given).unwrap())
            .collect()
    })
}

fn source() -> impl Strategy<Value = Source> {
    let texts = (
        text(),
        prop::option::of(author()),
        prop::option::of(text()),
        prop::option::of(text()),
        prop::option::of(Just("es-MX")),
        prop::option::of(Just("https://archive.example/2018--08/~a")),
    );
    let dates = (
        prop::option::of(date()),
        prop::option::of(day()),
        prop::option::of(wide_date()),
    );
    let kind = (
        prop::sample::select(SourceType::ALL.to_vec()),
        prop::option::of(prop_oneof![
            Just(Confidentiality::Internal),
            Just(Confidentiality::Confidential)
        ]),
    );
    (texts, dates, kind, bibliography(), identities()).prop_map(
        |(
            (title, author, publisher, notes, language, archived),
            dates,
            (kind, confidentiality),
            known,
            identities,
        )| {
            let (mut published, accessed, wide) = dates;
            let Bibliography(mut known) = known;
            if let Some((start, issued)) = wide {
                published = start.map(|start| start.parse().unwrap());
                known.insert("issued".to_owned(), issued);
            }
            let of =
                |fits: &dyn Fn(&SourceIdentity) -> Option<String>| identities.iter().find_map(fits);
            let trimmed = |text: Option<String>| text.map(|text| text.trim().to_owned());
            let identity = identities
                .first()
                .cloned()
                .unwrap_or_else(|| SourceIdentity::titled(&title, &SourceDetails::default()));
            Source {
                id: SourceId(3),
                uuid: Uuid::nil(),
                identity: identity.key(),
                also: identities.iter().skip(1).map(SourceIdentity::key).collect(),
                url: of(&|identity| match identity {
                    SourceIdentity::Url { given, .. } => Some(given.clone()),
                    _ => None,
                }),
                doi: of(&|identity| match identity {
                    SourceIdentity::Doi(doi) => Some(doi.clone()),
                    _ => None,
                }),
                isbn: of(&|identity| match identity {
                    SourceIdentity::Isbn(isbn) => Some(isbn.clone()),
                    _ => None,
                }),
                details: SourceDetails {
                    title: trimmed(Some(title)),
                    author,
                    publisher: trimmed(publisher),
                    language: language.map(str::to_owned),
                    published,
                    accessed: accessed.map(|day| day.and_time(NaiveTime::MIN).and_utc()),
                    archived_url: archived.map(str::to_owned),
                    source_type: Some(kind),
                    notes: trimmed(notes),
                    confidentiality,
                    bibliography: Bibliography(known).filled(),
                    ..SourceDetails::default()
                },
                uses: 0,
                created_at: chrono::DateTime::UNIX_EPOCH,
            }
        },
    )
}

/// Every text on one line, and names as they are after that.
fn on_one_line(value: &Value) -> Value {
    match value {
        Value::String(text) => one_line(text).into(),
        Value::Array(items) => items.iter().map(on_one_line).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), on_one_line(value)))
            .collect(),
        other => other.clone(),
    }
}

fn details_of(details: &SourceDetails, format: ReferenceFormat) -> Value {
    let value = serde_json::to_value(details).unwrap();
    match format {
        ReferenceFormat::CslJson => value,
        ReferenceFormat::Bibtex | ReferenceFormat::Ris => on_one_line(&value),
    }
}

fn keys(source: &NewSource, format: ReferenceFormat) -> Vec<String> {
    let key = |identity: &SourceIdentity| match (identity, format) {
        (
            SourceIdentity::Title {
                title,
                author,
                published,
            },
            ReferenceFormat::Bibtex | ReferenceFormat::Ris,
        ) => SourceIdentity::Title {
            title: one_line(title).unwrap(),
            author: author.as_deref().and_then(one_line),
            published: published.clone(),
        }
        .key(),
        (identity, _) => identity.key(),
    };
    source.identities().map(key).collect()
}

fn comes_back(source: &Source, style: CitationStyle, format: ReferenceFormat) {
    let written = document(style, &cite(style, std::slice::from_ref(source)).unwrap());
    assert_eq!(super::format_of(&written, None), Ok(format), "{written}");
    let mut read = read(format, &written).unwrap_or_else(|error| panic!("{error}\n{written}"));
    assert_eq!(read.len(), 1, "{written}");
    let read = read
        .remove(0)
        .source
        .unwrap_or_else(|error| panic!("{error}\n{written}"));
    let (back, known) = (
        details_of(&read.details, format),
        details_of(&source.details, format),
    );
    for (name, value) in known.as_object().unwrap() {
        assert_eq!(&back[name], value, "{name}\n{written}");
    }
    let mut known = vec![source.identity.clone()];
    known.extend(source.also.clone());
    if source.identity.starts_with("title:") {
        known = keys(
            &NewSource::bare(SourceIdentity::titled(
                source.details.title.as_deref().unwrap(),
                &source.details,
            )),
            format,
        );
    }
    assert_eq!(keys(&read, format), known, "{written}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_source_comes_back_from_bibtex(source in source()) {
        comes_back(&source, CitationStyle::Bibtex, ReferenceFormat::Bibtex);
    }

    #[test]
    fn a_source_comes_back_from_ris(source in source()) {
        comes_back(&source, CitationStyle::Ris, ReferenceFormat::Ris);
    }

    #[test]
    fn a_source_comes_back_from_csl_json(source in source()) {
        comes_back(&source, CitationStyle::CslJson, ReferenceFormat::CslJson);
    }

    #[test]
    fn any_file_is_read_or_refused(
        pieces in prop::collection::vec(prop_oneof![
            text(),
            Just("@article{a, title = {b}}".to_owned()),
            Just("@string{a = a # b}".to_owned()),
            Just("author = \"A and B, {C}\",".to_owned()),
            Just("crossref = {a},".to_owned()),
            Just("date = {2018-08~/..},".to_owned()),
            Just("\nTY  - JOUR\nAU  - A, B\nDA  - 2018/8/20/\nER  - \n".to_owned()),
            Just("[{\"type\": \"book\", \"issued\": {\"date-parts\": [[2018, 0]]}}]".to_owned()),
            Just("}".to_owned()),
        ], 0..12),
    ) {
        let file = pieces.concat();
        for format in ReferenceFormat::ALL {
            // That it ends, and without a panic, is all that is asked for.
            let _ = read(*format, &file);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn every_style_cites_any_source(mut source in source(), page in "[0-9]{1,12}|[0-9a-zX,&–-]{1,12}", number in "[0-9]{1,12}|[0-9a-z,&. –-]{1,8}") {
        let known = &mut source.details.bibliography.get_or_insert_default().0;
        known.insert("page".to_owned(), page.into());
        for name in ["volume", "edition", "number-of-pages"] {
            known.insert(name.to_owned(), number.clone().into());
        }
        for style in [CitationStyle::Apa, CitationStyle::Chicago, CitationStyle::Mla] {
            let cited = cite(style, std::slice::from_ref(&source)).unwrap();
            assert!(!cited[0].citation.is_empty());
        }
    }
}
