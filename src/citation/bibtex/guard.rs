//! What the parser of `BibTeX` can't stand, taken out or refused before it sees
//! it: abbreviations and entries that refer to themselves, and braces in
//! braces without end, all of which would have it call itself until the
//! program dies.

use std::collections::{HashMap, HashSet};

use biblatex::{Field, Pair, RawBibliography, RawChunk, RawEntry};

use super::super::{CitationError, line_at};

/// Braces in braces. A title needs three or four.
const MAX_DEPTH: usize = 50;

/// Longest text that abbreviations may stand for.
const MAX_ABBREVIATED: usize = 64 * 1024;

/// Makes entries safe to resolve.
pub(super) fn guard(raw: &mut RawBibliography<'_>, text: &str) -> Result<(), CitationError> {
    let of_entries = raw.entries.iter().flat_map(|entry| &entry.v.fields);
    for pair in of_entries.chain(&raw.abbreviations) {
        let deep = pair.value.v.iter().any(|chunk| match chunk.v {
            RawChunk::Normal(text) => depth(text) > MAX_DEPTH,
            RawChunk::Abbreviation(_) => false,
        });
        if deep {
            return Err(CitationError::Malformed {
                line: line_at(text, pair.key.span.start),
                problem: format!("the field {} has braces in braces without end", pair.key.v),
            });
        }
    }
    keep_abbreviations(raw);
    keep_links(raw);
    Ok(())
}

fn depth(text: &str) -> usize {
    let mut deepest = 0;
    let mut depth: usize = 0;
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Keeps the abbreviations that are made of earlier ones, which is what
/// `BibTeX` asks for, each under its first meaning.
fn keep_abbreviations(raw: &mut RawBibliography<'_>) {
    let mut lengths: HashMap<String, usize> = HashMap::new();
    raw.abbreviations.retain(|pair| {
        let length = length_of(&pair.value.v, &lengths);
        let kept = !lengths.contains_key(pair.key.v) && length <= MAX_ABBREVIATED;
        if kept {
            lengths.insert(pair.key.v.to_owned(), length);
        }
        kept
    });
}

/// How long a value is when its abbreviations are written out. What is not
/// known yet counts as too long.
fn length_of(field: &Field<'_>, known: &HashMap<String, usize>) -> usize {
    let lengths = field.iter().map(|chunk| match chunk.v {
        RawChunk::Normal(text) => text.len(),
        RawChunk::Abbreviation(name) => known.get(name).copied().unwrap_or(MAX_ABBREVIATED + 1),
    });
    lengths.fold(0, usize::saturating_add)
}

/// Keeps `crossref` and `xdata` where they name an entry that names no other,
/// and forgets other names of entries, under which they could be hidden.
fn keep_links(raw: &mut RawBibliography<'_>) {
    let is_link = |name: &str| ["crossref", "xdata"].contains(&name.to_lowercase().as_str());
    let links_on = |entry: &RawEntry<'_>| entry.fields.iter().any(|pair| is_link(pair.key.v));
    let ends: HashSet<String> = raw
        .entries
        .iter()
        .filter(|entry| !links_on(&entry.v))
        .map(|entry| entry.v.key.v.to_owned())
        .collect();
    for entry in &mut raw.entries {
        entry.v.fields.retain(|pair| {
            !pair.key.v.eq_ignore_ascii_case("ids")
                && (!is_link(pair.key.v) || targets(pair).is_some_and(|to| all_in(&to, &ends)))
        });
    }
}

/// The keys that a link names, if it names them plainly.
fn targets<'s>(pair: &Pair<'s>) -> Option<Vec<&'s str>> {
    let [only] = pair.value.v.as_slice() else {
        return None;
    };
    let RawChunk::Normal(text) = only.v else {
        return None;
    };
    let plain = !text.contains(['{', '}', '\\', '$']) && !text.contains("--");
    plain.then(|| text.split(',').map(str::trim).collect())
}

fn all_in(keys: &[&str], ends: &HashSet<String>) -> bool {
    keys.iter().all(|key| ends.contains(*key))
}
