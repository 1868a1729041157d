//! The lines of an archive taken kind by kind: what is not here is added, what is
//! here is made one with what came.

use std::collections::HashMap;

use serde_json::Value;

use super::super::Result;
use super::existence::stays;
use super::fit::{Numbers, check_identity, misfit};
use super::gone::GOING;
use super::outcome::{ArchiveMerged, MergeConflict, Stands};
use super::special;
use super::weigh::{Differing, weighed};
use crate::interchange::archive::ArchiveHeader;
use crate::store::Writer;
use crate::store::archive::{Fields, KINDS, Kind, Staged, kind_called, said};

/// Kinds whose things can go by another identity than they were given.
const RENAMED: &[&str] = &["reviewer", "claimant", "scale", "source", "flag", "fact"];

/// A merge under way.
pub(super) struct Merge<'w> {
    pub(super) writer: &'w Writer<'w>,
    pub(super) done: ArchiveMerged,
    /// Whether one side has done nothing yet but to make its desk.
    pub(super) new_desk: Option<Stands>,
    /// Whether anything changed that no count tells of.
    pub(super) changed: bool,
    pub(super) numbers: HashMap<&'static str, Numbers>,
    /// The text that was read last, with its revision.
    pub(super) read: Option<(String, String)>,
}

impl<'w> Merge<'w> {
    pub(super) fn new(writer: &'w Writer<'w>, header: &ArchiveHeader) -> Result<Self> {
        let (here, there) = (
            writer.lines_of_history()? == 1,
            writer.staged_lines_of_history()? == 1,
        );
        Ok(Self {
            writer,
            done: ArchiveMerged {
                desk: header.desk.clone(),
                title: header.title.clone(),
                ..ArchiveMerged::default()
            },
            new_desk: match (here, there) {
                (true, false) => Some(Stands::Here),
                (false, true) => Some(Stands::There),
                _ => None,
            },
            changed: false,
            numbers: HashMap::new(),
            read: None,
        })
    }

    /// Takes all that came in.
    pub(super) fn everything(&mut self) -> Result<()> {
        let writer = self.writer;
        for word in GOING {
            if let Some(kind) = kind_called(word) {
                self.let_go(kind)?;
            }
        }
        for kind in KINDS {
            writer.each_staged(kind, |staged| self.take(kind, staged))?;
        }
        self.note_removals()?;
        self.settle()?;
        writer.drop_bytes_left_over()?;
        Ok(())
    }

    /// What came of it, and whether anything did.
    pub(super) fn finish(mut self) -> (ArchiveMerged, bool) {
        self.done.sum_up();
        let counted = self.done.added + self.done.updated + self.done.removed;
        (self.done, self.changed || counted > 0)
    }

    /// What a thing is called here.
    pub(super) fn name(&self, kind: &Kind, fields: &Fields) -> Result<String> {
        let uuid = said(fields, "uuid");
        let number = match (kind.numbered, uuid) {
            (false, _) | (_, "") => None,
            (true, uuid) => self.writer.row_of_uuid(kind, uuid)?,
        };
        if let Some(number) = number {
            return Ok(format!("{} {number}", kind.word));
        }
        let called = ["handle", "name", "slug", "key", "from"].map(|field| said(fields, field));
        let called = called.into_iter().find(|name| !name.is_empty());
        Ok(format!("{} {}", kind.word, called.unwrap_or(uuid)))
    }

    pub(super) fn conflict(
        &mut self,
        kind: &Kind,
        fields: &Fields,
        differing: Differing,
    ) -> Result<()> {
        let name = self.name(kind, fields)?;
        let uuid = said(fields, "uuid");
        self.done.add(MergeConflict {
            kind: kind.word.to_owned(),
            name,
            uuid: (!uuid.is_empty()).then(|| uuid.to_owned()),
            fields: differing.fields,
            here: differing.here,
            there: differing.there,
            stands: differing.stands,
            because: differing.because.to_owned(),
        });
        Ok(())
    }

    fn take(&mut self, kind: &'static Kind, staged: Staged) -> Result<()> {
        let (line, writer) = (staged.line, self.writer);
        let mut there = special::read(writer, kind, staged.fields)?;
        let given = said(&there, "uuid").to_owned();
        self.by_standing_names(kind, &mut there)?;
        // What still goes by an identity that it has lost is the younger of the two.
        let is_former = given != said(&there, "uuid");
        match kind.word {
            "setting" => return self.take_setting(line, kind, &there),
            "link" if writer.is_removed("link", &link_name(&there))? => {
                self.done.of(kind.word).unchanged += 1;
                return Ok(());
            }
            _ => {}
        }
        let keys = kind.keys_of(&there);
        let here = writer.thing(kind, &keys)?;
        let (here, older) = self.found(kind, &mut there, here)?;
        let older = older.or(is_former.then_some(Stands::Here));
        match here {
            Some(here) => self.unite(line, kind, (&here, &there), older),
            None => self.add(line, kind, there),
        }
    }

    /// Calls a thing, and the sources that it names, as both desks do from now on.
    fn by_standing_names(&self, kind: &Kind, fields: &mut Fields) -> Result<()> {
        if RENAMED.contains(&kind.word) {
            let uuid = self.writer.standing_uuid(kind.word, said(fields, "uuid"))?;
            fields.insert("uuid".to_owned(), uuid.into());
        }
        if let Some(Value::String(source)) = fields.get("source") {
            let standing = self.writer.standing_uuid("source", source)?;
            fields.insert("source".to_owned(), standing.into());
        }
        if let Some(source) = said(fields, "about").strip_prefix("source:") {
            let standing = self.writer.standing_uuid("source", source)?;
            fields.insert("about".to_owned(), format!("source:{standing}").into());
        }
        if kind.word == "fact"
            && let Some(Value::Array(rows)) = fields.get_mut("sources")
        {
            for row in rows {
                if let Some(source) = row["source"].as_str() {
                    row["source"] = self.writer.standing_uuid("source", source)?.into();
                }
            }
        }
        Ok(())
    }

    /// The thing here that came in, under its own identity or as the same by what it
    /// is; in that case also the side whose identity the two go by from now on.
    fn found(
        &mut self,
        kind: &Kind,
        there: &mut Fields,
        here: Option<Fields>,
    ) -> Result<(Option<Fields>, Option<Stands>)> {
        let writer = self.writer;
        let mut same = writer.same_things(kind, there)?;
        let uuid = said(there, "uuid").to_owned();
        same.retain(|known| *known != uuid);
        match kind.word {
            // Only a source can be two things here and one there.
            "source" => {}
            _ if here.is_some() => same.clear(),
            _ => same.truncate(1),
        }
        if same.is_empty() {
            return Ok((here, None));
        }
        let mut stands = uuid.clone();
        for known in &same {
            let standing = writer.standing_uuid(kind.word, known)?;
            if here.is_none() && standing == *known {
                stands = stands.min(standing);
            }
        }
        let mut older = Stands::There;
        for known in &same {
            self.changed = true;
            if *known == stands {
                older = Stands::Here;
            } else if writer.row_of_uuid(kind, &stands)?.is_some() {
                writer.fold_source(known, &stands)?;
            } else {
                writer.rename_thing(kind, known, &stands)?;
            }
        }
        if uuid != stands {
            writer.note_removal(kind.word, &uuid, Some(&stands))?;
            there.insert("uuid".to_owned(), stands.clone().into());
        }
        Ok((writer.thing(kind, &[&stands])?, Some(older)))
    }

    fn add(&mut self, line: u64, kind: &'static Kind, mut there: Fields) -> Result<()> {
        let writer = self.writer;
        let uuid = said(&there, "uuid").to_owned();
        let came_back = writer.is_removed(kind.word, &uuid)?;
        if came_back && !stays(writer, kind, &uuid, Stands::There)? {
            writer.leave_out(kind.word, &uuid)?;
            self.done.of(kind.word).unchanged += 1;
            return Ok(());
        }
        if kind.word == "assignment" && writer.end_second_assignment(kind, &there)? {
            let ended = there.get("created_at").cloned().unwrap_or_default();
            there.insert("ended_at".to_owned(), ended);
        }
        let torn = match (kind.word, there.get("number").and_then(Value::as_i64)) {
            ("revision", Some(number)) => {
                writer.number_for_torn(said(&there, "article"), number)?
            }
            _ => None,
        };
        if let Some(number) = torn {
            there.insert("number".to_owned(), number.into());
        }
        let Some(resolved) = self.resolve(line, kind, &mut there)? else {
            writer.leave_out(kind.word, &kind.key_of(&there))?;
            self.done.of(kind.word).unchanged += 1;
            return Ok(());
        };
        self.check_company(line, kind, &there)?;
        self.check_words(line, kind, &there)?;
        check_identity(line, kind, &there)?;
        let number = self.number(kind, &there)?;
        writer
            .insert_thing(kind, resolved, number)
            .map_err(|error| misfit(line, kind, error))?;
        if kind.key == ["uuid"] {
            writer.forget_removal(kind.word, &uuid)?;
        }
        self.done.of(kind.word).added += 1;
        self.touch(kind, &there)?;
        if came_back {
            self.kept(kind, &there, Stands::There)?;
        }
        if kind.word == "verdict" {
            self.tell_of_rival(kind, &there)?;
        }
        Ok(())
    }

    fn unite(
        &mut self,
        line: u64,
        kind: &'static Kind,
        (here, there): (&Fields, &Fields),
        older: Option<Stands>,
    ) -> Result<()> {
        check_identity(line, kind, there)?;
        let writer = self.writer;
        let mut one = if kind.word == "link" {
            let (here_at, there_at) = (said(here, "created_at"), said(there, "created_at"));
            let first = (there_at, said(there, "reviewer")) < (here_at, said(here, "reviewer"));
            if first { there.clone() } else { here.clone() }
        } else {
            let weighed = weighed(writer, kind, (here, there), older)?;
            for conflict in weighed.conflicts {
                self.conflict(kind, here, conflict)?;
            }
            weighed.fields
        };
        if kind.word == "assignment" && one != *here && writer.end_second_assignment(kind, &one)? {
            let ended = one.get("created_at").cloned().unwrap_or_default();
            one.insert("ended_at".to_owned(), ended);
        }
        if one == *here {
            self.done.of(kind.word).unchanged += 1;
            return Ok(());
        }
        let Some(resolved) = self.resolve(line, kind, &mut one)? else {
            self.done.of(kind.word).unchanged += 1;
            return Ok(());
        };
        self.check_company(line, kind, &one)?;
        self.check_words(line, kind, &one)?;
        let hanging: Vec<&str> = kind
            .rows
            .iter()
            .map(|rows| rows.field)
            .filter(|name| one.get(*name) != here.get(*name))
            .collect();
        let keys = kind.keys_of(&one);
        writer
            .update_thing(kind, (&keys, resolved), &hanging)
            .map_err(|error| misfit(line, kind, error))?;
        self.done.of(kind.word).updated += 1;
        self.touch(kind, &one)
    }
}

/// What removals call a link.
fn link_name(fields: &Fields) -> String {
    let parts = ["claim", "earlier", "created_at"];
    parts.map(|name| said(fields, name)).join(" ")
}
