//! A text to the annotations in it: single ones, lists, pages, collections, and
//! rows of the Hypothesis API. One that is broken costs no other.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::{Annotation, Body, Position, QuoteSelector, Target, Unit};
use crate::interchange::linked::{Broken, JsonPath, Level, Problems, blocks, items, object, types};

/// What the annotations of a text came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotations {
    /// They, in their order.
    pub annotations: Vec<Annotation>,
    /// The documents that are no JSON.
    pub broken: Vec<Broken>,
}

/// Reads all annotations of a text, which is JSON or JSON Lines.
pub fn read(text: &str) -> Annotations {
    let mut read = Annotations::default();
    for block in &blocks(text).blocks {
        read.broken.extend(block.broken());
        let found = block.value.as_ref().map(annotations_in);
        read.annotations
            .extend(found.into_iter().flatten().map(|one| Annotation {
                part: block.part,
                ..one
            }));
    }
    read
}

/// The annotations of one JSON document.
pub fn annotations_in(value: &Value) -> Vec<Annotation> {
    let mut found = Vec::new();
    find(value, &JsonPath::default(), &mut found);
    found
}

fn find(value: &Value, path: &JsonPath, found: &mut Vec<Annotation>) {
    match value {
        Value::Array(all) => {
            for (at, one) in all.iter().enumerate() {
                find(one, &path.index(at), found);
            }
        }
        Value::Object(node) if types(node).contains(&"Annotation") => {
            found.push(annotation(node, path));
        }
        Value::Object(node) if node.contains_key("uri") && node.contains_key("target") => {
            found.push(row(node, path));
        }
        Value::Object(node) => {
            for name in ["first", "items", "rows", "@graph"] {
                if let Some(inner) = node.get(name) {
                    find(inner, &path.key(name), found);
                }
            }
        }
        _ => {}
    }
}

/// Reads one node, and notes what of it can't be read.
struct Reader<'v> {
    node: &'v Map<String, Value>,
    path: &'v JsonPath,
    problems: Problems,
}

impl<'v> Reader<'v> {
    fn texts(&self, name: &str) -> Vec<String> {
        let values = self.node.get(name).map(items).unwrap_or_default();
        values
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.texts(name).into_iter().next()
    }

    fn time(&mut self, name: &str) -> Option<DateTime<Utc>> {
        let value = items(self.node.get(name)?).first()?;
        let time = value
            .as_str()
            .and_then(|text| DateTime::parse_from_rfc3339(text).ok());
        if time.is_none() {
            let rule = (Level::Warning, "unread", "W3C Web Annotation 3.3.1");
            let message = format!("{name} can't be read as a time");
            self.problems
                .add(rule, &self.path.key(name), Some(value), message);
        }
        time.map(|time| time.to_utc())
    }

    /// Each value of a property, where it stands.
    fn each(&self, name: &str) -> Vec<(JsonPath, &'v Value)> {
        let Some(value) = self.node.get(name) else {
            return Vec::new();
        };
        let path = self.path.key(name);
        let placed = |(at, one)| {
            let path = if value.is_array() {
                path.index(at)
            } else {
                path.clone()
            };
            (path, one)
        };
        items(value).iter().enumerate().map(placed).collect()
    }

    fn unread(&mut self, path: &JsonPath, value: &Value, what: &str) {
        let rule = (Level::Warning, "unread", "W3C Web Annotation 3.2, 4.2");
        let message = format!("this can't be read as {what}");
        self.problems.add(rule, path, Some(value), message);
    }
}

fn annotation(node: &Map<String, Value>, path: &JsonPath) -> Annotation {
    let mut reader = Reader {
        node,
        path,
        problems: Problems::default(),
    };
    let mut bodies = Vec::new();
    for (path, value) in reader.each("body") {
        let before = bodies.len();
        add_bodies(value, &mut bodies);
        if bodies.len() == before {
            reader.unread(&path, value, "a body");
        }
    }
    bodies.extend(reader.text("bodyValue").map(|text| Body {
        text: Some(text),
        format: Some("text/plain".to_owned()),
        ..Body::default()
    }));
    let mut targets = Vec::new();
    for (path, value) in reader.each("target") {
        let before = targets.len();
        add_targets(value, Unit::CodePoints, &mut targets);
        if targets.len() == before {
            reader.unread(&path, value, "a target");
        }
    }
    Annotation {
        part: None,
        path: path.clone(),
        id: reader.text("id").or_else(|| reader.text("@id")),
        motivations: reader.texts("motivation"),
        creator: reader
            .each("creator")
            .into_iter()
            .find_map(|(_, one)| agent(one)),
        created: reader.time("created"),
        modified: reader.time("modified"),
        bodies,
        targets,
        problems: reader.problems.0,
    }
}

/// How somebody is called: by name, else by nickname or IRI.
fn agent(value: &Value) -> Option<String> {
    let name = match value {
        Value::Object(node) => ["name", "nickname", "id"]
            .iter()
            .find_map(|name| items(node.get(*name)?).first()?.as_str())?,
        other => other.as_str()?,
    };
    Some(name.to_owned()).filter(|name| !name.trim().is_empty())
}

/// A body, or each that a choice or list has.
fn add_bodies(value: &Value, found: &mut Vec<Body>) {
    let node = match value {
        Value::String(iri) => {
            return found.push(Body {
                source: Some(iri.clone()),
                ..Body::default()
            });
        }
        Value::Object(node) => node,
        _ => return,
    };
    if let Some(Value::Array(several)) = node.get("items") {
        for one in several {
            add_bodies(one, found);
        }
        return;
    }
    let path = JsonPath::default();
    let reader = Reader {
        node,
        path: &path,
        problems: Problems::default(),
    };
    let mut passage = Target::default();
    let selectors = node.get("selector").map(items).unwrap_or_default();
    for selector in selectors.iter().filter_map(object) {
        select(selector, Unit::CodePoints, &mut passage);
    }
    let body = Body {
        text: reader.text("value"),
        source: source(node),
        passage: passage.quote.map(|quote| quote.exact),
        format: reader.text("format"),
        language: reader.text("language"),
        purposes: reader.texts("purpose"),
    };
    if body.text.is_some() || body.source.is_some() {
        found.push(body);
    }
}

/// The IRI of a resource, or of what it is a part of.
fn source(node: &Map<String, Value>) -> Option<String> {
    let named = node.get("source").or_else(|| node.get("id"))?;
    match items(named).first()? {
        Value::Object(inner) => source(inner),
        other => other.as_str().map(str::to_owned),
    }
}

/// A target, or each that a list has.
fn add_targets(value: &Value, unit: Unit, found: &mut Vec<Target>) {
    let node = match value {
        Value::String(iri) => {
            return found.push(Target {
                source: Some(iri.clone()),
                ..Target::default()
            });
        }
        Value::Object(node) => node,
        _ => return,
    };
    if let Some(Value::Array(several)) = node.get("items") {
        for one in several {
            add_targets(one, unit, found);
        }
        return;
    }
    let mut target = Target {
        source: source(node),
        ..Target::default()
    };
    let selectors = node.get("selector").map(items).unwrap_or_default();
    for selector in selectors.iter().filter_map(object) {
        select(selector, unit, &mut target);
    }
    if target != Target::default() {
        found.push(target);
    }
}

/// Takes a selector of words; others are not about a text, or are a program's own.
fn select(node: &Map<String, Value>, unit: Unit, target: &mut Target) {
    let text = |name: &str| Some(items(node.get(name)?).first()?.as_str()?.to_owned());
    let count = |name: &str| usize::try_from(node.get(name)?.as_u64()?).ok();
    let kinds = types(node);
    if kinds.contains(&"TextQuoteSelector") && target.quote.is_none() {
        target.quote = text("exact").map(|exact| QuoteSelector {
            exact,
            prefix: text("prefix").unwrap_or_default(),
            suffix: text("suffix").unwrap_or_default(),
        });
    } else if kinds.contains(&"TextPositionSelector") && target.position.is_none() {
        let ends = count("start").zip(count("end"));
        target.position = ends.map(|(start, end)| Position { start, end, unit });
    }
    // What refines a selector selects within what that one does.
    let finer = node.get("refinedBy").map(items).unwrap_or_default();
    for selector in finer.iter().filter_map(object) {
        if types(selector).contains(&"TextQuoteSelector") {
            select(selector, unit, target);
        }
    }
}

/// A row of the Hypothesis API. Its positions count UTF-16 code units, and its
/// `RangeSelector` is its own.
fn row(node: &Map<String, Value>, path: &JsonPath) -> Annotation {
    let mut reader = Reader {
        node,
        path,
        problems: Problems::default(),
    };
    let uri = reader.text("uri");
    let title = node.get("document").and_then(|document| {
        items(document.get("title")?)
            .first()?
            .as_str()
            .map(str::to_owned)
    });
    let mut targets = Vec::new();
    for (_, value) in reader.each("target") {
        add_targets(value, Unit::Utf16, &mut targets);
    }
    if targets.is_empty() {
        targets.push(Target::default());
    }
    for target in &mut targets {
        target.source = target.source.take().or_else(|| uri.clone());
        target.title.clone_from(&title);
    }
    let text = reader.text("text").filter(|text| !text.trim().is_empty());
    let motivation = match (&text, reader.texts("references").is_empty()) {
        (_, false) => "replying",
        (Some(_), true) => "commenting",
        (None, true) => "highlighting",
    };
    let said = text.map(|text| Body {
        text: Some(text),
        format: Some("text/markdown".to_owned()),
        purposes: vec![motivation.to_owned()],
        ..Body::default()
    });
    let tag = |tag| Body {
        text: Some(tag),
        purposes: vec!["tagging".to_owned()],
        ..Body::default()
    };
    // `acct:ana@hypothes.is`
    let user = reader.text("user").map(|user| {
        let name = user.strip_prefix("acct:").unwrap_or(&user);
        name.split('@').next().unwrap_or(name).to_owned()
    });
    let shown = node
        .get("user_info")
        .and_then(|user| Some(user.get("display_name")?.as_str()?.to_owned()));
    Annotation {
        part: None,
        path: path.clone(),
        id: reader.text("id"),
        motivations: vec![motivation.to_owned()],
        creator: shown.or(user),
        created: reader.time("created"),
        modified: reader.time("updated"),
        bodies: said
            .into_iter()
            .chain(reader.texts("tags").into_iter().map(tag))
            .collect(),
        targets,
        problems: reader.problems.0,
    }
}
