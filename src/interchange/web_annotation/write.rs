//! What the desk knows of words in an article, as annotations: a verdict assesses
//! them, a flag questions them, a correction edits them, evidence links them, a
//! comment comments on them.

use std::io::{self, Write};

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::CONTEXT;
use crate::interchange::linked::ListWriter;
use crate::interchange::records::uuid_of;
use crate::model::text::Quote;

/// Whose an annotation is, and since when.
#[derive(Debug, Clone)]
pub struct Signed<'a> {
    /// Its identity across desks.
    pub id: Uuid,
    /// Who made it.
    pub creator: Option<&'a str>,
    /// When.
    pub created: DateTime<Utc>,
    /// When it was changed last.
    pub modified: Option<DateTime<Utc>>,
}

/// The words that are annotated.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    /// The IRI of the article; see [`source_of`].
    pub source: &'a str,
    /// They, and where they stand; none for the article as a whole.
    pub quote: Option<&'a Quote>,
}

/// The IRI of an article: its address, else the SHA-256 of its revision, in
/// hexadecimal.
pub fn source_of(url: Option<&str>, sha256: &str) -> String {
    url.map_or_else(|| format!("urn:sha256:{sha256}"), str::to_owned)
}

/// A verdict: why, in Markdown, and the name of the rating.
pub fn verdict(
    signed: &Signed<'_>,
    words: &Words<'_>,
    rationale: Option<&str>,
    rating: &str,
) -> Value {
    let why = rationale.filter(|why| !why.is_empty());
    let mut bodies: Vec<Value> = why
        .map(|why| textual(why, "assessing"))
        .into_iter()
        .collect();
    bodies.push(label(rating, "classifying"));
    annotation(signed, words, "assessing", bodies)
}

/// A flag: what is wrong, of which category it is, and what to write instead.
pub fn flag(
    signed: &Signed<'_>,
    words: &Words<'_>,
    (message, category): (&str, &str),
    suggestion: Option<&str>,
) -> Value {
    let mut bodies = vec![
        textual(message, "questioning"),
        label(category, "classifying"),
    ];
    bodies.extend(suggestion.map(|wording| textual(wording, "editing")));
    annotation(signed, words, "questioning", bodies)
}

/// The wording that a verdict suggests. Its IRI is that of the verdict, with a
/// fragment.
pub fn correction(signed: &Signed<'_>, words: &Words<'_>, wording: &str) -> Value {
    let mut written = annotation(signed, words, "editing", vec![textual(wording, "editing")]);
    written["id"] = format!("{}#correction", iri(signed.id)).into();
    written
}

/// A source that bears on the words.
#[derive(Debug, Clone, Default)]
pub struct Linked<'a> {
    /// Its address.
    pub url: Option<&'a str>,
    /// What it is called.
    pub title: &'a str,
    /// The passage in it.
    pub quote: Option<&'a str>,
    /// Which way it points.
    pub stance: Option<&'a str>,
}

/// Evidence: the source, or the passage in it, and which way it points.
pub fn evidence(signed: &Signed<'_>, words: &Words<'_>, source: &Linked<'_>) -> Value {
    let mut bodies = Vec::new();
    match (source.url, source.quote) {
        (Some(url), Some(quote)) => bodies.push(json!({
            "type": "SpecificResource",
            "source": url,
            "purpose": "linking",
            "selector": { "type": "TextQuoteSelector", "exact": quote },
        })),
        (Some(url), None) => bodies.push(json!({
            "type": "SpecificResource", "source": url, "purpose": "linking",
        })),
        (None, quote) => {
            bodies.push(label(source.title, "linking"));
            bodies.extend(quote.map(|quote| textual(quote, "describing")));
        }
    }
    bodies.extend(source.stance.map(|stance| label(stance, "classifying")));
    annotation(signed, words, "linking", bodies)
}

/// A remark.
pub fn comment(signed: &Signed<'_>, words: &Words<'_>, text: &str) -> Value {
    annotation(
        signed,
        words,
        "commenting",
        vec![textual(text, "commenting")],
    )
}

/// An annotation with its own context, to stand alone.
pub fn alone(mut annotation: Value) -> Value {
    annotation["@context"] = CONTEXT.into();
    annotation
}

/// Writes annotations as one collection, on one page within it.
#[derive(Debug)]
pub struct CollectionWriter<W> {
    list: ListWriter<W>,
    about: Value,
}

impl<W: Write> CollectionWriter<W> {
    /// Begins a collection, whose identity follows from what it is of.
    pub fn new(file: W, of: &str, name: &str) -> Self {
        Self {
            list: ListWriter::new(file),
            about: json!({
                "@context": CONTEXT,
                "id": iri(uuid_of(&format!("claimdesk-annotations-1 {of}"))),
                "type": "AnnotationCollection",
                "label": name,
            }),
        }
    }

    /// Writes an annotation.
    ///
    /// # Errors
    /// What the file can't take.
    pub fn write(&mut self, annotation: &Value) -> io::Result<()> {
        self.list.item(&self.head(), annotation)
    }

    /// Ends the collection.
    ///
    /// # Errors
    /// What the file can't take.
    pub fn finish(mut self) -> io::Result<()> {
        let total = self.list.items();
        if total == 0 {
            self.about["total"] = 0.into();
            return self.list.end(&self.about.to_string());
        }
        let last = json!(self.page());
        self.list
            .end(&format!("]}},\"last\":{last},\"total\":{total}}}"))
    }

    fn page(&self) -> String {
        let id = self.about["id"].as_str().unwrap_or_default();
        format!("{id}#page-1")
    }

    /// The collection up to the items of its only page.
    fn head(&self) -> String {
        let about = self.about.to_string();
        let page = json!({
            "id": self.page(),
            "type": "AnnotationPage",
            "partOf": self.about["id"],
            "startIndex": 0,
        })
        .to_string();
        let open = |object: &str| {
            object
                .strip_suffix('}')
                .map(str::to_owned)
                .unwrap_or_default()
        };
        format!("{},\"first\":{},\"items\":[", open(&about), open(&page))
    }
}

fn iri(id: Uuid) -> String {
    format!("urn:uuid:{id}")
}

fn annotation(
    signed: &Signed<'_>,
    words: &Words<'_>,
    motivation: &str,
    bodies: Vec<Value>,
) -> Value {
    let time = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    let mut written = json!({
        "id": iri(signed.id),
        "type": "Annotation",
        "motivation": motivation,
        "created": time(signed.created),
        "target": target(words),
    });
    written["body"] = Value::Array(bodies);
    if let Some(modified) = signed.modified {
        written["modified"] = time(modified).into();
    }
    if let Some(creator) = signed.creator {
        written["creator"] = json!({ "type": "Person", "name": creator });
    }
    written
}

/// The words by what they are and where they stand, which is counted in Unicode
/// code points (section 4.2.4).
fn target(words: &Words<'_>) -> Value {
    let Some(quote) = words.quote else {
        return json!({ "id": words.source });
    };
    json!({
        "type": "SpecificResource",
        "source": words.source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            },
            { "type": "TextPositionSelector", "start": quote.start_char, "end": quote.end_char },
        ],
    })
}

/// A text in Markdown.
fn textual(text: &str, purpose: &str) -> Value {
    json!({ "type": "TextualBody", "value": text, "format": "text/markdown", "purpose": purpose })
}

/// A name of something.
fn label(text: &str, purpose: &str) -> Value {
    json!({ "type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose })
}
