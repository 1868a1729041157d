//! Two versions of a thing made one, part by part.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::super::Result;
use super::ask::touched;
use super::outcome::Stands;
use super::rules::parts;
use crate::store::Writer;
use crate::store::archive::{Fields, Kind, Touched, said};

/// Fields that tell nothing of what was made of a thing: its number is its desk's.
const NOT_COMPARED: &[&str] = &["uuid", "number", "created_at"];

/// What of a revision follows from its text.
const FOLLOWS: &[&str] = &["blocks", "pages", "sentences", "facets"];

/// Fields that both desks have given other values.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Differing {
    pub(super) fields: Vec<String>,
    pub(super) here: Value,
    pub(super) there: Value,
    pub(super) stands: Stands,
    pub(super) because: &'static str,
}

/// A thing as it is from now on, and what was in conflict.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weighed {
    pub(super) fields: Fields,
    pub(super) conflicts: Vec<Differing>,
}

/// Makes one of what is said of a thing here and there. `older` is the side whose
/// identity the two go by, where they had two.
pub(super) fn weighed(
    writer: &Writer<'_>,
    kind: &Kind,
    (here, there): (&Fields, &Fields),
    older: Option<Stands>,
) -> Result<Weighed> {
    let mut fields = here.clone();
    let mut conflicts = Vec::new();
    let mut weighed_fields: BTreeSet<&str> = BTreeSet::new();
    for part in parts(kind) {
        weighed_fields.extend(part.fields);
        let differ: Vec<&str> = part
            .fields
            .iter()
            .copied()
            .filter(|name| here.get(*name) != there.get(*name))
            .collect();
        if differ.is_empty() {
            continue;
        }
        let touched = touched(writer, kind, (here, there), part)?;
        let is_unknown = touched.here.is_none() && touched.there.is_none() && older.is_none();
        if is_unknown && kind.word == "claim" && part.fields.contains(&"state") {
            // It follows from the verdicts and rulings, of which neither side has others.
            continue;
        }
        let (stands, why) = side_of(&touched, older, || {
            (json_of(here, &differ), json_of(there, &differ))
        });
        let both = touched.here.is_some() && touched.there.is_some();
        let mut clash = Vec::new();
        for name in differ {
            let (value, clashes) = one_of(kind, name, (&here[name], &there[name]), stands, both);
            fields.insert(name.to_owned(), value);
            if clashes {
                clash.push(name);
            }
        }
        if let Some(because) = why.filter(|_| !clash.is_empty()) {
            conflicts.push(differing(here, there, &clash, stands, because));
        }
    }
    let fixed = kind.fields().filter(|name| {
        let follows = kind.word == "revision" && FOLLOWS.contains(name);
        !(follows || weighed_fields.contains(name) || NOT_COMPARED.contains(name))
    });
    let differ: Vec<&str> = fixed
        .filter(|name| here.get(*name) != there.get(*name))
        .collect();
    if !differ.is_empty() && kind.word != "setting" && kind.word != "link" {
        let because = "it never changes once it is given";
        conflicts.push(differing(here, there, &differ, Stands::Here, because));
    }
    if kind
        .columns
        .iter()
        .any(|column| column.field == "created_at")
        && !is_fixed(kind)
    {
        let first = said(here, "created_at").min(said(there, "created_at"));
        fields.insert("created_at".to_owned(), first.into());
    }
    Ok(Weighed { fields, conflicts })
}

/// Whether the tables of a kind let nothing be changed.
fn is_fixed(kind: &Kind) -> bool {
    matches!(kind.word, "revision" | "verdict" | "ruling" | "withdrawal")
}

fn json_of(fields: &Fields, names: &[&str]) -> String {
    shown(fields, names).to_string()
}

fn shown(fields: &Fields, names: &[&str]) -> Value {
    let of = names.iter().map(|name| {
        (
            (*name).to_owned(),
            fields.get(*name).cloned().unwrap_or_default(),
        )
    });
    Value::Object(of.collect::<Map<_, _>>())
}

fn differing(
    here: &Fields,
    there: &Fields,
    names: &[&str],
    stands: Stands,
    because: &'static str,
) -> Differing {
    Differing {
        fields: names.iter().map(|name| (*name).to_owned()).collect(),
        here: shown(here, names),
        there: shown(there, names),
        stands,
        because,
    }
}

/// Which side stands, and why, where both have a say. It must come out the same on
/// both desks.
fn side_of(
    touched: &Touched,
    older: Option<Stands>,
    values: impl Fn() -> (String, String),
) -> (Stands, Option<&'static str>) {
    let greater = || {
        let (here, there) = values();
        if there > here {
            Stands::There
        } else {
            Stands::Here
        }
    };
    match (&touched.here, &touched.there) {
        (Some(_), None) => (Stands::Here, None),
        (None, Some(_)) => (Stands::There, None),
        (Some(here), Some(there)) if here != there => {
            let stands = if there > here {
                Stands::There
            } else {
                Stands::Here
            };
            (
                stands,
                Some("both desks changed it, and this is the later change"),
            )
        }
        (Some(_), Some(_)) => (
            greater(),
            Some("both desks changed it at the same moment, and this is the greater of the two"),
        ),
        (None, None) => match older {
            Some(side) => (side, Some("both desks made one, and this is the older one")),
            None => (
                greater(),
                Some(
                    "the histories do not tell who changed it, and this is the greater of the two",
                ),
            ),
        },
    }
}

/// The value of a field, and whether the two sides clash in it: rows that only one
/// of them has do not.
fn one_of(
    kind: &Kind,
    name: &str,
    (here, there): (&Value, &Value),
    stands: Stands,
    both: bool,
) -> (Value, bool) {
    let (winner, loser) = match stands {
        Stands::Here => (here, there),
        Stands::There => (there, here),
    };
    let rows = kind.rows.iter().find(|rows| rows.field == name);
    let (Some(rows), Some(won), Some(lost)) = (rows, winner.as_array(), loser.as_array()) else {
        return (winner.clone(), true);
    };
    let Some(by) = rows.united_by else {
        return (winner.clone(), true);
    };
    let ours = here.as_array().map_or(&[][..], Vec::as_slice);
    let mut keys: Vec<Value> = Vec::new();
    for row in ours.iter().chain(won).chain(lost) {
        let key = rows.key_of(row, by);
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let mut united = Vec::new();
    let mut clashes = false;
    for key in &keys {
        let of = |side: &[Value]| -> Vec<Value> {
            let found = side.iter().filter(|row| rows.key_of(row, by) == *key);
            found.cloned().collect()
        };
        let (mut stood, gave_way) = (of(won), of(lost));
        if stood.is_empty() {
            united.extend(gave_way);
            continue;
        }
        if !gave_way.is_empty() && stood != gave_way {
            clashes = true;
            if name == "ratings" && both {
                raise_version(&mut stood, &gave_way);
            }
        }
        united.extend(stood);
    }
    if name == "ratings" {
        place_ratings(&mut united, won);
    }
    (Value::Array(united), clashes)
}

/// Puts the ratings of a scale in order; those that only the side has that gave way
/// go off the scale where their place is taken.
fn place_ratings(ratings: &mut [Value], won: &[Value]) {
    for row in ratings.iter_mut() {
        let is_of_winner = won.iter().any(|known| known["slug"] == row["slug"]);
        let is_taken = won.iter().any(|known| known["position"] == row["position"]);
        if !is_of_winner && is_taken {
            row["position"] = Value::Null;
        }
    }
    ratings.sort_by_key(|row| {
        let position = row["position"].as_i64();
        (
            position.is_none(),
            position,
            row["slug"].as_str().map(str::to_owned),
        )
    });
}

/// A rating whose meaning was changed on both desks means what nobody has judged by
/// yet.
fn raise_version(stood: &mut [Value], gave_way: &[Value]) {
    for (one, other) in stood.iter_mut().zip(gave_way) {
        let means = |row: &Value| {
            (
                row["label"].clone(),
                row["description"].clone(),
                row["tone"].clone(),
            )
        };
        if means(one) != means(other) {
            let version = one["version"].as_i64().max(other["version"].as_i64());
            one["version"] = (version.unwrap_or(1) + 1).into();
        }
    }
}
