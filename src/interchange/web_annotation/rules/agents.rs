//! What any resource of an annotation can have: who made it and when, its rights,
//! where it is from, whom it is for (sections 3.3.1 to 3.3.7).

use serde_json::Value;

use super::values::{IRI, Many, TEXT, TIME, each, is_iri, property};
use super::{Look, Rule};
use crate::interchange::linked::{Level, Problems, object, types};

const AGENT: Rule = (Level::Error, "agent", "W3C Web Annotation 3.3.1, 3.3.2");
const AGENT_ID: Rule = (Level::Error, "agent-id", "W3C Web Annotation 3.3.2");
const AGENT_TYPE: Rule = (Level::Warning, "agent-type", "W3C Web Annotation 3.3.2");
const AGENT_NAME: Rule = (Level::Error, "agent-name", "W3C Web Annotation 3.3.2");
const AGENT_TWO: Rule = (Level::Warning, "agent-nickname", "W3C Web Annotation 3.3.2");
const SHA1: Rule = (Level::Warning, "agent-email", "W3C Web Annotation 3.3.2");
const LIFE: Rule = (Level::Error, "time", "W3C Web Annotation 3.3.1");
const RIGHTS: Rule = (Level::Error, "rights", "W3C Web Annotation 3.3.6");
const CANONICAL: Rule = (Level::Error, "canonical", "W3C Web Annotation 3.3.7");
const VIA: Rule = (Level::Error, "via", "W3C Web Annotation 3.3.7");
const AUDIENCE: Rule = (Level::Warning, "audience", "W3C Web Annotation 3.3.3");
const ACCESS: Rule = (Level::Warning, "accessibility", "W3C Web Annotation 3.3.4");

/// Checks what any resource can have.
pub(super) fn common(look: &Look<'_, '_>, problems: &mut Problems) {
    for name in ["created", "modified", "generated"] {
        property(look, name, (Many::OneOrNone, &TIME), LIFE, problems);
    }
    for name in ["creator", "generator"] {
        for (path, one) in look
            .get(name)
            .map(|all| each(all, &look.at(name)))
            .unwrap_or_default()
        {
            agent(
                one,
                &Look {
                    node: look.node,
                    path: &path,
                },
                name,
                problems,
            );
        }
    }
    property(look, "rights", (Many::Any, &IRI), RIGHTS, problems);
    property(
        look,
        "canonical",
        (Many::OneOrNone, &IRI),
        CANONICAL,
        problems,
    );
    property(look, "via", (Many::Any, &IRI), VIA, problems);
    property(look, "accessibility", (Many::Any, &TEXT), ACCESS, problems);
    for (path, one) in look
        .get("audience")
        .map(|all| each(all, &look.at("audience")))
        .unwrap_or_default()
    {
        if !one.is_object() && !one.as_str().is_some_and(is_iri) {
            let message = "audience should be an IRI, or an object with a class of schema.org";
            problems.add(AUDIENCE, &path, Some(one), message);
        }
    }
}

fn agent(value: &Value, place: &Look<'_, '_>, name: &str, problems: &mut Problems) {
    let path = place.path;
    let Some(node) = object(value) else {
        if !value.as_str().is_some_and(is_iri) {
            let message = format!("{name} is neither an IRI nor an object that describes somebody");
            problems.add(AGENT, path, Some(value), message);
        }
        return;
    };
    let look = Look { node, path };
    property(&look, "id", (Many::OneOrNone, &IRI), AGENT_ID, problems);
    let known = ["Person", "Organization", "Software"];
    for kind in types(node) {
        // Classes of other vocabularies have a prefix or an address.
        if !known.contains(&kind) && !kind.contains(':') {
            let message = format!("{kind} is none of {}", known.join(", "));
            problems.add(AGENT_TYPE, &look.at("type"), node.get("type"), message);
        }
    }
    property(&look, "name", (Many::Any, &TEXT), AGENT_NAME, problems);
    property(
        &look,
        "nickname",
        (Many::OneOrNone, &TEXT),
        AGENT_TWO,
        problems,
    );
    let hashed = property(&look, "email_sha1", (Many::Any, &TEXT), SHA1, problems);
    for hash in hashed.into_iter().filter_map(Value::as_str) {
        if hash.len() != 40 || !hash.bytes().all(|c| c.is_ascii_hexdigit()) {
            let message =
                "email_sha1 is the SHA-1 of an address with mailto:, in 40 hexadecimal digits";
            problems.add(
                SHA1,
                &look.at("email_sha1"),
                node.get("email_sha1"),
                message,
            );
        }
    }
}
