//! Crosswalks: how the ratings of one scale are said on another, so that
//! verdicts can be compared and exchanged across scales.

use serde_json::{Value, json};

use super::names::filled;
use super::permissions::editor_only;
use super::scales::{find_rating, find_scale};
use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::crosswalk::{Counterpart, Crosswalk, NewCounterpart, NewCrosswalk, SaidAs};
use crate::model::event::{Action, SubjectKind};
use crate::model::scale::Scale;
use crate::store::{Reader, Writer};

/// The crosswalk between two scales, or the error that says there is none.
fn find_crosswalk(reader: &Reader<'_>, from: &Scale, to: &Scale) -> Result<Crosswalk> {
    Crosswalk::between(from, to, &reader.said_on(to.id)?).ok_or_else(|| DeskError::NoCrosswalk {
        from: from.slug.clone(),
        to: to.slug.clone(),
    })
}

/// The crosswalks from every other scale that has one to this.
pub(super) fn crosswalks_to(reader: &Reader<'_>, to: &Scale) -> Result<Vec<Crosswalk>> {
    let said = reader.said_on(to.id)?;
    let others = reader.scales()?.into_iter();
    Ok(others
        .filter(|from| from.id != to.id)
        .filter_map(|from| Crosswalk::between(&from, to, &said))
        .collect())
}

/// What a file says of one rating, with the ratings it names found.
fn said_as(from: &Scale, to: &Scale, new: &NewCounterpart) -> Result<SaidAs> {
    let rating = find_rating(from.clone(), &new.from)?;
    let loss = filled(new.loss.as_deref());
    let there = match &new.to {
        Some(wanted) => Some(find_rating(to.clone(), wanted)?.id),
        None if loss.is_some() => None,
        None => {
            return Err(DeskError::Invalid(format!(
                "the map doesn't say what {} is on the scale {}; give it a rating as `to`, or say as `loss` why it has none",
                rating.slug, to.slug
            )));
        }
    };
    Ok(SaidAs {
        from: rating.id,
        to: there,
        loss,
    })
}

/// What a file says of every rating; each must be named once.
fn all_said(from: &Scale, to: &Scale, new: &NewCrosswalk) -> Result<Vec<SaidAs>> {
    if from.id == to.id {
        return Err(DeskError::Invalid(format!(
            "the scale {} needs no map to itself",
            from.slug
        )));
    }
    let mut said: Vec<SaidAs> = Vec::new();
    for counterpart in &new.ratings {
        let one = said_as(from, to, counterpart)?;
        if said.iter().any(|other| other.from == one.from) {
            return Err(DeskError::Invalid(format!(
                "the rating “{}” stands twice in the map",
                counterpart.from
            )));
        }
        said.push(one);
    }
    let left_out = from.ratings.iter();
    let left_out: Vec<&str> = left_out
        .filter(|rating| said.iter().all(|one| one.from != rating.id))
        .map(|rating| rating.slug.as_str())
        .collect();
    if left_out.is_empty() {
        return Ok(said);
    }
    Err(DeskError::Invalid(format!(
        "the map leaves out ratings of the scale {}: {}",
        from.slug,
        left_out.join(", ")
    )))
}

/// Writes a map down in place of the one before, and gives back that one and
/// how it is now, with the scale it maps from.
pub(super) fn declare(
    writer: &Writer<'_>,
    new: &NewCrosswalk,
) -> Result<(Scale, Option<Crosswalk>, Crosswalk)> {
    let from = find_scale(writer, Some(&new.from))?;
    let to = find_scale(writer, Some(&new.to))?;
    let said = all_said(&from, &to, new)?;
    let before = Crosswalk::between(&from, &to, &writer.said_on(to.id)?);
    writer.replace_crosswalk(from.id, to.id, &said)?;
    let after = find_crosswalk(writer, &from, &to)?;
    Ok((from, before, after))
}

/// A map as its events keep it.
fn told(map: &Crosswalk) -> Result<Value> {
    Ok(json!({ "from": map.from, "to": map.to, "ratings": state(&map.ratings)? }))
}

impl Desk {
    /// How the ratings of one scale are said on another. On its own scale, each
    /// is what it is.
    pub fn crosswalk(&self, from: &str, to: &str) -> Result<Crosswalk> {
        self.look(|reader| {
            let from = find_scale(reader, Some(from))?;
            let to = find_scale(reader, Some(to))?;
            find_crosswalk(reader, &from, &to)
        })
    }

    /// What one rating of a scale is on another.
    pub fn counterpart(&self, from: &str, to: &str, rating: &str) -> Result<Counterpart> {
        self.look(|reader| {
            let from = find_scale(reader, Some(from))?;
            let to = find_scale(reader, Some(to))?;
            let map = find_crosswalk(reader, &from, &to)?;
            let rating = find_rating(from, rating)?;
            let found = map.ratings.into_iter();
            let mut found = found.filter(|one| one.from.id == rating.id);
            found.next().ok_or(DeskError::NoCrosswalk {
                from: map.from,
                to: map.to,
            })
        })
    }

    /// Says how the ratings of one scale are said on another, in place of what
    /// was said before. Editors only.
    pub fn declare_crosswalk(&mut self, act: &Act, new: &NewCrosswalk) -> Result<Crosswalk> {
        self.transact(act, |change| {
            editor_only(&change.actor, "say how a scale is said on another")?;
            let (from, before, after) = declare(change.writer, new)?;
            if before.as_ref() == Some(&after) {
                return Ok(Done::unchanged(after));
            }
            let mut event = event(Action::ScaleMap, SubjectKind::Scale, from.id.0, from.uuid)
                .after(told(&after)?);
            if let Some(before) = before {
                event = event.before(told(&before)?);
            }
            Ok(Done::with(after, event))
        })
    }
}
