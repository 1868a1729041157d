//! What the histories of the two desks tell of a thing.

use super::super::Result;
use super::rules::{About, Part};
use crate::model::event::SubjectKind;
use crate::store::Writer;
use crate::store::archive::{
    Acts, Fields, Kind, Of, Target, Touched, kind_called, said, subject_of, text,
};

/// A thing as lines of history are about it, by its identity here.
pub(super) fn itself(writer: &Writer<'_>, kind: &Kind, uuid: &str) -> Result<Option<Of>> {
    let Some(subject) = subject_of(kind) else {
        return Ok(None);
    };
    Ok(Some(Of {
        kind: subject,
        id: writer.row_of_uuid(kind, uuid)?,
        uuids: writer.former_uuids(kind.word, uuid)?,
    }))
}

/// When a thing itself was changed last on either side alone.
pub(super) fn touched_itself(
    writer: &Writer<'_>,
    kind: &Kind,
    uuid: &str,
    acts: Acts,
) -> Result<Touched> {
    match itself(writer, kind, uuid)? {
        Some(of) => Ok(writer.touched(&of, acts)?),
        None => Ok(Touched::default()),
    }
}

/// When a part of a thing was changed last on either side alone.
pub(super) fn touched(
    writer: &Writer<'_>,
    kind: &Kind,
    (here, there): (&Fields, &Fields),
    part: &Part,
) -> Result<Touched> {
    let mut touched = Touched::default();
    for (about, acts) in part.touched {
        let one = match about {
            About::Itself => touched_itself(writer, kind, said(here, "uuid"), acts)?,
            About::Desk => writer.touched(&Of::desk(), acts)?,
            About::Article | About::Claim | About::Source => {
                let word = match about {
                    About::Article => "article",
                    About::Claim => "claim",
                    _ => "source",
                };
                let uuid = text(here, word).or(text(there, word));
                match (kind_called(word), uuid) {
                    (Some(kind), Some(uuid)) => touched_itself(writer, kind, uuid, acts)?,
                    _ => Touched::default(),
                }
            }
            About::Scale => touched_scale(writer, here, acts)?,
        };
        touched = touched.and(one);
    }
    Ok(touched)
}

/// When the scale that a crosswalk leads from was changed last.
fn touched_scale(writer: &Writer<'_>, here: &Fields, acts: Acts) -> Result<Touched> {
    let from = said(here, "from");
    let slug = from.split_once('/').map_or(from, |(scale, _)| scale);
    let Some(id) = writer.row_of(Target::Scale, slug)? else {
        return Ok(Touched::default());
    };
    let Some(uuid) = writer.uuid_of_scale(id)? else {
        return Ok(Touched::default());
    };
    let of = Of {
        kind: SubjectKind::Scale,
        id: Some(id),
        uuids: writer.former_uuids("scale", &uuid)?,
    };
    Ok(writer.touched(&of, acts)?)
}
