//! What the desk knows already, kept at hand while a file is imported.

use std::collections::{BTreeSet, HashMap};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::desk::transact::Change;
use crate::desk::{DeskError, Result};
use crate::identity::{hex, web_address};
use crate::model::ids::{ArticleId, RatingId, ReviewerId, RevisionId, ScaleId};
use crate::model::people::{Handle, NewReviewer, Role};
use crate::model::publication::RecordOutcome;
use crate::model::scale::{AS_PUBLISHED, NewScale, Scale};
use crate::store::Setting;

/// An article's latest text.
pub(super) struct Text {
    pub(super) article: ArticleId,
    pub(super) revision: RevisionId,
    pub(super) content: String,
}

/// What the desk knows already.
pub(super) struct Known {
    scales: Vec<Scale>,
    default_scale: Option<String>,
    as_published: HashMap<String, RatingId>,
    as_published_scale: Option<ScaleId>,
    reviewers: HashMap<String, ReviewerId>,
    by_name: HashMap<String, ReviewerId>,
    new_reviewers: Vec<String>,
    claimants: HashMap<String, i64>,
    articles: HashMap<String, ArticleId>,
    text: Option<Text>,
    claims: Sha256,
}

impl Known {
    pub(super) fn of(change: &Change<'_>) -> Result<Self> {
        let writer = change.writer;
        let scales = writer.scales()?;
        let of_others = scales.iter().find(|scale| scale.slug == AS_PUBLISHED);
        let as_published = of_others.into_iter().flat_map(|scale| {
            let labels = scale.ratings.iter();
            labels.map(|rating| (rating.label.clone(), rating.id))
        });
        let reviewers = writer.reviewers()?;
        let articles = writer.articles()?.into_iter().filter_map(|article| {
            let address = web_address(article.details.url.as_deref()?).ok()?;
            Some((address, article.id))
        });
        Ok(Self {
            as_published: as_published.collect(),
            as_published_scale: of_others.map(|scale| scale.id),
            default_scale: writer.setting(Setting::DefaultScale)?,
            reviewers: reviewers
                .iter()
                .map(|one| (one.handle.to_string(), one.id))
                .collect(),
            by_name: reviewers
                .iter()
                .map(|one| (one.name.to_lowercase(), one.id))
                .collect(),
            new_reviewers: Vec::new(),
            claimants: HashMap::new(),
            articles: articles.collect(),
            text: None,
            claims: Sha256::new(),
            scales,
        })
    }

    /// The scale of that slug, or the desk's default.
    pub(super) fn scale(&self, named: Option<&str>) -> std::result::Result<&Scale, String> {
        let wanted = named.or(self.default_scale.as_deref()).unwrap_or_default();
        let found = self.scales.iter().find(|scale| scale.slug == wanted);
        found.ok_or_else(|| {
            let slugs: Vec<&str> = self.scales.iter().map(|scale| &*scale.slug).collect();
            format!(
                "scale: there is no scale “{wanted}” on this desk; there are {}",
                slugs.join(", ")
            )
        })
    }

    /// A rating that no scale of the desk has, by what it is called where it was
    /// published; made when it is new.
    pub(super) fn rating_as_published(
        &mut self,
        change: &Change<'_>,
        label: &str,
    ) -> Result<RatingId> {
        if let Some(id) = self.as_published.get(label) {
            return Ok(*id);
        }
        let scale = if let Some(id) = self.as_published_scale {
            id
        } else {
            let id = change
                .writer
                .insert_scale(&scale_of_others(), change.uuid(), change.at)?;
            *self.as_published_scale.insert(id)
        };
        let taken = change.writer.scales()?;
        let taken: BTreeSet<String> = taken
            .into_iter()
            .filter(|known| known.id == scale)
            .flat_map(|known| known.ratings)
            .map(|rating| rating.slug)
            .collect();
        let slug = free(&slugged(label, "rating"), |slug| taken.contains(slug));
        let id = change.writer.add_rating(scale, &slug, label)?;
        self.as_published.insert(label.to_owned(), id);
        Ok(id)
    }

    /// The person of that handle or name, who comes onto the desk when nobody is
    /// called so.
    pub(super) fn reviewer(&mut self, change: &Change<'_>, called: &str) -> Result<ReviewerId> {
        let name = called.to_lowercase();
        if let Some(id) = self
            .reviewers
            .get(called)
            .or_else(|| self.by_name.get(&name))
        {
            return Ok(*id);
        }
        let handle = match called.parse::<Handle>() {
            Ok(handle) => handle,
            Err(_) => free(&slugged(called, "reviewer"), |handle| {
                self.reviewers.contains_key(handle)
            })
            .parse()
            .map_err(|error| DeskError::Invalid(format!("{error}")))?,
        };
        let new = NewReviewer {
            handle,
            name: called.to_owned(),
            role: Role::Checker,
        };
        let reviewer = change
            .writer
            .insert_reviewer(&new, change.uuid(), change.at)?;
        self.reviewers
            .insert(reviewer.handle.to_string(), reviewer.id);
        self.by_name.insert(name, reviewer.id);
        self.new_reviewers.push(reviewer.handle.to_string());
        Ok(reviewer.id)
    }

    /// The handle of the person of that handle or name; the name itself when nobody
    /// is called so.
    pub(super) fn handle_of(&self, called: &str) -> String {
        let by_name = || {
            let id = self.by_name.get(&called.to_lowercase())?;
            let mut handles = self.reviewers.iter();
            handles.find_map(|(handle, known)| (known == id).then(|| handle.clone()))
        };
        if self.reviewers.contains_key(called) {
            return called.to_owned();
        }
        by_name().unwrap_or_else(|| called.to_owned())
    }

    /// The row of who made a claim.
    pub(super) fn claimant(&mut self, change: &Change<'_>, name: &str) -> Result<i64> {
        if let Some(id) = self.claimants.get(name) {
            return Ok(*id);
        }
        let id = change.writer.claimant(name, change.uuid(), change.at)?;
        self.claimants.insert(name.to_owned(), id);
        Ok(id)
    }

    /// The latest text of the article on this desk with that address, or with a
    /// revision out of the file with that SHA-256.
    pub(super) fn text_at(&mut self, change: &Change<'_>, url: &str) -> Result<Option<&Text>> {
        let article = match url.strip_prefix("urn:sha256:") {
            Some(sha256) => change.writer.article_with_bytes(sha256)?,
            None if self.articles.is_empty() => None,
            None => web_address(url)
                .ok()
                .and_then(|address| self.articles.get(&address).copied()),
        };
        let Some(article) = article else {
            return Ok(None);
        };
        if self
            .text
            .as_ref()
            .is_none_or(|text| text.article != article)
        {
            let revision = change.writer.revision(article, None)?;
            self.text = revision.map(|revision| Text {
                article,
                revision: revision.id,
                content: revision.text,
            });
        }
        Ok(self.text.as_ref().filter(|text| text.article == article))
    }

    /// Notes what was done to a claim, for the history.
    pub(super) fn note(&mut self, claim: Uuid, outcome: RecordOutcome) {
        self.claims.update(format!("{claim} {outcome}\n"));
    }

    /// SHA-256 over the identity and the outcome of each claim that was added or
    /// updated, a line each, in order.
    pub(super) fn fingerprint(&self) -> String {
        hex(&self.claims.clone().finalize())
    }

    /// The people who came onto the desk with their verdicts.
    pub(super) fn came_with_it(&mut self) -> Vec<String> {
        std::mem::take(&mut self.new_reviewers)
    }
}

/// The scale of ratings that have a name and no place among the desk's own.
fn scale_of_others() -> NewScale {
    NewScale {
        slug: AS_PUBLISHED.to_owned(),
        name: "As published".to_owned(),
        description:
            "What checks by others call their ratings, where no scale of this desk has them."
                .to_owned(),
        ratings: Vec::new(),
    }
}

/// A name in the letters of slugs and handles.
fn slugged(name: &str, otherwise: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut slug = String::new();
    for c in name.nfkd().filter(char::is_ascii) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && !c.is_ascii_control() {
            slug.push('-');
        }
        if slug.len() == 28 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { otherwise } else { slug }.to_owned()
}

/// The name itself, or with the first number after it that makes it free.
fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|name| !is_taken(name))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_slugs_that_are_free() {
        assert_eq!(slugged("Pants on Fire!", "x"), "pants-on-fire");
        assert_eq!(slugged("Falsó — señal", "x"), "falso-senal");
        assert_eq!(slugged("错误", "rating"), "rating");
        assert_eq!(free("a", |name| ["a", "a-2"].contains(&name)), "a-3");
    }
}
