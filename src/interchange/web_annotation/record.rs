//! An annotation as a claim record: the words as the claim, what is said of them
//! as the verdict.

use serde_json::{Map, Value, json};

use super::{Annotation, Body, NoPlace, Target};
use crate::interchange::claimreview::{HowRated, Mapping, ReviewRating, Taken, rate};
use crate::model::record::{ClaimRecord, RecordSource};
use crate::model::scale::Scale;
use crate::text::anchor::Finder;

/// Under which name a claim record keeps what else an annotation says.
const EXTRA: &str = "web-annotation";

impl Annotation {
    /// The record of the annotation, on a scale. With the text that it is about, its
    /// words get their position there, or the record says nothing of one.
    pub fn record(
        &self,
        scale: &Scale,
        mapping: &Mapping,
        text: Option<&str>,
    ) -> Result<Taken, NoPlace> {
        let target = self.targets.iter().find(|target| target.quote.is_some());
        let target = target.or(self.targets.first()).ok_or(NoPlace::Whole)?;
        let (exact, start, end) = words(target, text)?;
        let label = self.said("classifying").next().map(str::to_owned);
        let given = label.map(|label| ReviewRating {
            label: Some(label),
            ..ReviewRating::default()
        });
        let (rating, rated) = rate(given.as_ref(), scale, mapping);
        let why = [
            "assessing",
            "commenting",
            "questioning",
            "describing",
            "replying",
        ];
        let why = why.iter().find_map(|purpose| self.said(purpose).next());
        let mut extra = Map::new();
        let mut more = Map::new();
        if let Some(id) = &self.id {
            more.insert("id".to_owned(), id.clone().into());
        }
        if !self.motivations.is_empty() {
            more.insert("motivation".to_owned(), json!(self.motivations));
        }
        if !more.is_empty() {
            extra.insert(EXTRA.to_owned(), Value::Object(more));
        }
        let unmapped = rated == HowRated::Unmapped;
        let record = ClaimRecord {
            claim: exact.trim().to_owned(),
            quote: Some(exact),
            start,
            end,
            article_url: target.source.clone(),
            article_title: target.title.clone(),
            topics: self.said("tagging").map(str::to_owned).collect(),
            scale: rating.map(|_| scale.slug.clone()),
            rating: rating.map(|rating| rating.slug.clone()),
            rating_label: given.and_then(|given| given.label).filter(|_| unmapped),
            rationale: why.map(str::to_owned),
            correction: self.said("editing").next().map(str::to_owned),
            reviewer: self.creator.clone(),
            reviewed_at: self.modified.or(self.created),
            sources: self.sources(),
            extra,
            ..ClaimRecord::default()
        };
        Ok(Taken { record, rated })
    }

    /// The words that are there for a purpose. Those without one share that of the
    /// annotation.
    fn said<'a>(&'a self, purpose: &'a str) -> impl Iterator<Item = &'a str> {
        let is_for = move |body: &&Body| {
            let purposes = if body.purposes.is_empty() {
                &self.motivations
            } else {
                &body.purposes
            };
            purposes.iter().any(|one| one == purpose)
        };
        let texts = self.bodies.iter().filter(is_for);
        texts.filter_map(|body| body.text.as_deref())
    }

    /// The resources that are linked to.
    fn sources(&self) -> Vec<RecordSource> {
        let linked = self.bodies.iter().filter_map(|body| body.source.clone());
        linked
            .map(|url| RecordSource {
                url: Some(url),
                ..RecordSource::default()
            })
            .collect()
    }
}

/// Words with their position, in code points.
type Words = (String, Option<usize>, Option<usize>);

/// The words of a target, with their position where the text is given.
fn words(target: &Target, text: Option<&str>) -> Result<Words, NoPlace> {
    if let Some(text) = text {
        let quote = target.place(&Finder::new(text), text)?;
        return Ok((quote.exact, Some(quote.start_char), Some(quote.end_char)));
    }
    let quote = target.quote.as_ref().ok_or(NoPlace::Whole)?;
    if quote.exact.trim().is_empty() {
        return Err(NoPlace::Whole);
    }
    Ok((quote.exact.clone(), None, None))
}
