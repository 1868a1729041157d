//! Rating scales.

use std::collections::{BTreeSet, HashSet};

use super::names::{not_blank, slug, unknown};
use super::permissions::editor_only;
use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::event::{Action, SubjectKind};
use crate::model::scale::{NewScale, Rating, Scale, ScaleUpdate};
use crate::store::{Reader, Setting};

/// Refuses a scale that nobody could rate with.
pub(super) fn check_scale(scale: &NewScale) -> Result<()> {
    slug("scale", &scale.slug)?;
    not_blank("the scale's name", &scale.name)?;
    let mut seen = HashSet::new();
    for rating in &scale.ratings {
        slug("rating", &rating.slug)?;
        not_blank("the rating's label", &rating.label)?;
        if !seen.insert(&rating.slug) {
            return Err(DeskError::Invalid(format!(
                "the rating “{}” stands twice on the scale",
                rating.slug
            )));
        }
    }
    let on_scale = scale
        .ratings
        .iter()
        .filter(|rating| !rating.off_scale)
        .count();
    if on_scale < 2 {
        return Err(DeskError::Invalid(format!(
            "the scale “{}” needs at least two ratings in order, and has {on_scale}",
            scale.slug
        )));
    }
    Ok(())
}

/// The scale of that slug, or the desk's default.
pub(super) fn find_scale(reader: &Reader<'_>, named: Option<&str>) -> Result<Scale> {
    let wanted = match named {
        Some(name) => name.to_owned(),
        None => reader
            .setting(Setting::DefaultScale)?
            .ok_or_else(|| DeskError::NotNow("the desk has no default scale".to_owned()))?,
    };
    if let Some(scale) = reader.scale(&wanted)? {
        return Ok(scale);
    }
    let slugs = reader.scales()?.into_iter().map(|scale| scale.slug);
    Err(unknown("scale", &wanted, "on this desk", slugs.collect()))
}

/// The rating of that slug on a scale, or with that label in any case.
pub(super) fn find_rating(scale: Scale, wanted: &str) -> Result<Rating> {
    let is_wanted = |rating: &Rating| rating.is_called(wanted);
    let slugs = scale
        .ratings
        .iter()
        .map(|rating| rating.slug.clone())
        .collect();
    let place = format!("on the scale {}", scale.slug);
    scale
        .ratings
        .into_iter()
        .find(is_wanted)
        .ok_or_else(|| unknown("rating", wanted, &place, slugs))
}

/// The slug of a rating on any scale of the desk.
pub(super) fn rating_called(reader: &Reader<'_>, given: &str) -> Result<String> {
    Ok(ratings_called(reader, given)?.swap_remove(0))
}

/// The slugs of every rating of the desk that is called so, each once; there
/// is one at least.
pub(super) fn ratings_called(reader: &Reader<'_>, given: &str) -> Result<Vec<String>> {
    let ratings = reader.scales()?.into_iter().flat_map(|scale| scale.ratings);
    let (called, others): (Vec<Rating>, Vec<Rating>) =
        ratings.partition(|rating| rating.is_called(given));
    let slugs = |ratings: Vec<Rating>| -> Vec<String> {
        let mut seen = BTreeSet::new();
        let slugs = ratings.into_iter().map(|rating| rating.slug);
        slugs.filter(|slug| seen.insert(slug.clone())).collect()
    };
    if called.is_empty() {
        let mut valid = slugs(others);
        valid.sort();
        return Err(unknown("rating", given, "on this desk", valid));
    }
    Ok(slugs(called))
}

/// Refuses to take away ratings that verdicts or rulings use.
fn keeps_what_is_used(reader: &Reader<'_>, before: &Scale, new: &NewScale) -> Result<()> {
    let used = reader.used_ratings(before.id)?;
    let lost: Vec<&str> = new
        .taken_from(before)
        .filter(|rating| used.contains(&rating.id))
        .map(|rating| rating.slug.as_str())
        .collect();
    if lost.is_empty() {
        return Ok(());
    }
    Err(DeskError::NotNow(format!(
        "the scale {} can't lose what verdicts or rulings use: {}",
        before.slug,
        lost.join(", ")
    )))
}

impl Desk {
    /// Adds a scale whose slug is free. Editors only.
    pub fn add_scale(&mut self, act: &Act, new: &NewScale) -> Result<Scale> {
        check_scale(new)?;
        self.transact(act, |change| {
            editor_only(&change.actor, "add a scale")?;
            if change
                .writer
                .scales()?
                .iter()
                .any(|scale| scale.slug == new.slug)
            {
                return Err(DeskError::Exists {
                    what: "scale",
                    name: new.slug.clone(),
                });
            }
            change.writer.insert_scale(new, change.uuid(), change.at)?;
            let scale = find_scale(change.writer, Some(&new.slug))?;
            let event = event(Action::ScaleAdd, SubjectKind::Scale, scale.id.0, scale.uuid)
                .after(state(&scale)?);
            Ok(Done::with(scale, event))
        })
    }

    /// Makes a scale what is written of it. Verdicts on a rating that means
    /// something else then are stale until they are given anew or reaffirmed.
    /// Editors only.
    pub fn update_scale(&mut self, act: &Act, new: &NewScale) -> Result<ScaleUpdate> {
        check_scale(new)?;
        self.transact(act, |change| {
            editor_only(&change.actor, "change a scale")?;
            let writer = change.writer;
            let before = find_scale(writer, Some(&new.slug))?;
            keeps_what_is_used(writer, &before, new)?;
            let sound = writer.sound_verdicts(before.id)?;
            writer.update_scale(&before, new)?;
            let after = find_scale(writer, Some(&new.slug))?;
            let stale = sound.saturating_sub(writer.sound_verdicts(after.id)?);
            let event = event(
                Action::ScaleUpdate,
                SubjectKind::Scale,
                after.id.0,
                after.uuid,
            )
            .before(state(&before)?)
            .after(state(&after)?);
            let changed = after != before;
            let value = ScaleUpdate {
                scale: after,
                stale,
            };
            Ok(Done::when(changed, value, event))
        })
    }

    /// Every scale, by slug.
    pub fn scales(&self) -> Result<Vec<Scale>> {
        self.look(|reader| Ok(reader.scales()?))
    }

    /// The scale of that slug, or the desk's default.
    pub fn scale_named(&self, slug: Option<&str>) -> Result<Scale> {
        self.look(|reader| find_scale(reader, slug))
    }

    /// The scale of that slug.
    pub fn scale(&self, slug: &str) -> Result<Scale> {
        self.look(|reader| find_scale(reader, Some(slug)))
    }
}
