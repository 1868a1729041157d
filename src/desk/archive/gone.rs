//! What one of the two desks has removed.

use super::super::Result;
use super::existence::stays;
use super::merge::Merge;
use super::outcome::Stands;
use super::weigh::Differing;
use crate::store::archive::{Fields, Kind, kind_called, said};

/// The order in which what is gone elsewhere is taken away here: what refers to
/// something goes before it.
pub(super) const GOING: &[&str] = &[
    "link", "evidence", "comment", "reply", "flag", "snapshot", "fact", "claim", "article",
    "source",
];

impl Merge<'_> {
    /// That a thing stays that one desk has removed and the other changed.
    pub(super) fn kept(&mut self, kind: &Kind, fields: &Fields, has: Stands) -> Result<()> {
        let (here, there) = match has {
            Stands::Here => ("kept", "removed"),
            Stands::There => ("removed", "kept"),
        };
        let differing = Differing {
            fields: Vec::new(),
            here: here.into(),
            there: there.into(),
            stands: has,
            because: "one desk removed it, and the other has changed or judged it since",
        };
        self.conflict(kind, fields, differing)
    }

    /// Takes away what the other desk has removed.
    pub(super) fn let_go(&mut self, kind: &Kind) -> Result<()> {
        let writer = self.writer;
        for uuid in writer.staged_removals(kind)? {
            let Some(fields) = self.thing_called(kind, &uuid)? else {
                continue;
            };
            if stays(writer, kind, &uuid, Stands::Here)? {
                self.kept(kind, &fields, Stands::Here)?;
                continue;
            }
            writer.touch_claim(said(&fields, "claim"))?;
            if kind.word == "link" {
                writer.delete_link(said(&fields, "claim"), said(&fields, "earlier"))?;
            } else {
                writer.delete_thing(kind, &uuid)?;
            }
            self.done.of(kind.word).removed += 1;
        }
        Ok(())
    }

    /// A thing that is here, by what removals call it.
    fn thing_called(&self, kind: &Kind, uuid: &str) -> Result<Option<Fields>> {
        if kind.word != "link" {
            return Ok(self.writer.thing(kind, &[uuid])?);
        }
        let mut parts = uuid.split(' ');
        let (claim, earlier) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        let link = self.writer.thing(kind, &[claim, earlier])?;
        Ok(link.filter(|link| Some(said(link, "created_at")) == parts.next()))
    }

    /// Remembers what is gone elsewhere and is not here either.
    pub(super) fn note_removals(&mut self) -> Result<()> {
        let writer = self.writer;
        for removal in writer.every_staged_removal()? {
            if writer.has_removal(&removal)? {
                continue;
            }
            let Some(kind) = kind_called(&removal.kind) else {
                continue;
            };
            if self.thing_called(kind, &removal.uuid)?.is_some() {
                continue;
            }
            writer.note_removal(&removal.kind, &removal.uuid, removal.became.as_deref())?;
            self.changed = true;
        }
        Ok(())
    }
}
