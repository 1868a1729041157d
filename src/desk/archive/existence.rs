//! Whether a thing stays or goes that one desk has and the other has removed. What
//! the other desk has changed since stays, and what carries verdicts always does.

use super::super::Result;
use super::ask::touched_itself;
use super::outcome::Stands;
use crate::store::Writer;
use crate::store::archive::{Kind, Touched, kind_called};

/// Acts after which a thing that was removed elsewhere stays. Rules run by themselves.
const CHANGES: &[&str] = &[
    "article.*",
    "claim.*",
    "verdict.*",
    "ruling.*",
    "evidence.*",
    "comment.*",
    "reply.*",
    "source.*",
    "flag.*",
    "undo",
];

fn side(touched: Touched, stands: Stands) -> Option<String> {
    match stands {
        Stands::Here => touched.here,
        Stands::There => touched.there,
    }
}

/// Whether a thing that one side has stays, though the other has removed it.
pub(super) fn stays(writer: &Writer<'_>, kind: &Kind, uuid: &str, has: Stands) -> Result<bool> {
    let changed = || -> Result<bool> {
        Ok(side(touched_itself(writer, kind, uuid, CHANGES)?, has).is_some())
    };
    match kind.word {
        "article" => Ok(changed()? || has_work(writer, uuid, has)?),
        "claim" => Ok(changed()? || is_judged(writer, uuid, has)?),
        "source" => Ok(changed()? || is_cited(writer, uuid, has)?),
        "flag" => changed(),
        // What is only added and taken back: taking it back is the last word.
        _ => Ok(false),
    }
}

/// Whether anything in an article was worked on by the side that has it.
fn has_work(writer: &Writer<'_>, article: &str, has: Stands) -> Result<bool> {
    for word in ["claim", "flag"] {
        let Some(kind) = kind_called(word) else {
            continue;
        };
        let inside = match has {
            Stands::Here => writer.things_with(kind, "article", article)?,
            Stands::There => writer.staged_with(kind, article)?,
        };
        for uuid in inside {
            if stays(writer, kind, &uuid, has)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether a claim carries verdicts, or its check was taken over.
fn is_judged(writer: &Writer<'_>, claim: &str, has: Stands) -> Result<bool> {
    Ok(match has {
        Stands::Here => writer.is_judged_here(claim)?,
        Stands::There => writer.is_judged_there(claim)?,
    })
}

/// Whether a source is cited.
fn is_cited(writer: &Writer<'_>, source: &str, has: Stands) -> Result<bool> {
    Ok(match has {
        Stands::Here => writer.is_cited_here(source)?,
        Stands::There => writer.is_cited_there(source)?,
    })
}
