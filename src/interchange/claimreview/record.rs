//! A review as a claim record, its rating on a scale of the desk.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::rating::rate;
use super::{EXTRA, HowRated, Mapping, Party, Review, ReviewRating};
use crate::model::record::ClaimRecord;
use crate::model::scale::Scale;

/// A review as a record, and how its rating was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The record.
    pub record: ClaimRecord,
    /// How its rating was found.
    pub rated: HowRated,
}

/// A review that does not say what was reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it does not say what was reviewed: there is no claimReviewed")]
pub struct NoClaim;

impl Review {
    /// The record of the review, on a scale. A rating that the scale doesn't have
    /// keeps its own label.
    pub fn record(&self, scale: &Scale, mapping: &Mapping) -> Result<Taken, NoClaim> {
        let said = [&self.claim, &self.item.name].into_iter().flatten();
        let claim = said.into_iter().next().ok_or(NoClaim)?.clone();
        let (rating, rated) = rate(self.rating.as_ref(), scale, mapping);
        let mut rest = self.rest.clone();
        let given = self.rating.clone().unwrap_or_default();
        let same = rating.is_some_and(|rating| given.label.as_ref() == Some(&rating.label));
        if !same {
            keep_rating(&mut rest, &given, rating.is_some());
        }
        let (rationale, body) = self.rationale();
        if let Some(body) = body {
            rest.insert("reviewBody".to_owned(), body.into());
        }
        let (reviewer, publisher, publisher_url) = self.checker();
        let (article, appearances) = self.appearances(&mut rest);
        let day = self.published.as_ref();
        let made = self.created.as_ref().and_then(|when| when.time);
        let mut record = ClaimRecord {
            id: self.item.id.as_deref().and_then(uuid_of),
            claim,
            claimant: self.item.claimant.as_ref().and_then(named),
            claim_date: self.item.published.as_ref().map(|when| when.date.clone()),
            article_url: article.as_ref().map(|(url, _)| url.clone()),
            article_title: article.and_then(|(_, title)| title),
            appearances,
            topics: self.topics.clone(),
            language: self.language.clone(),
            scale: rating.map(|_| scale.slug.clone()),
            rating: rating.map(|rating| rating.slug.clone()),
            rating_label: given.label.filter(|_| rating.is_none()),
            rationale,
            reviewer,
            reviewed_at: made.or_else(|| day.and_then(|when| when.time)),
            check_url: self.url.clone(),
            check_title: self.title.clone(),
            check_published: day.map(|when| when.date.clone()),
            publisher,
            publisher_url,
            sources: self.sources.clone(),
            ..ClaimRecord::default()
        };
        if let Some(claimant) = &self.item.claimant
            && claimant.name.is_some()
            && let Some(url) = &claimant.url
        {
            put(
                &mut rest,
                &["itemReviewed", "author", "sameAs"],
                url.clone().into(),
            );
        }
        if let Some(id) = self.item.id.as_ref().filter(|_| record.id.is_none()) {
            put(&mut rest, &["itemReviewed", "@id"], id.clone().into());
        }
        if !rest.is_empty() {
            record.extra.insert(EXTRA.to_owned(), Value::Object(rest));
        }
        Ok(Taken { record, rated })
    }

    /// Why, and the text of the review where it is another text.
    fn rationale(&self) -> (Option<String>, Option<String>) {
        let short = self
            .rating
            .as_ref()
            .and_then(|rating| rating.explanation.clone());
        match (short, self.body.clone()) {
            (Some(short), Some(body)) if body.starts_with(short.trim_end_matches('…')) => {
                (Some(body), None)
            }
            (Some(short), body) => (Some(short), body),
            (None, body) => (body, None),
        }
    }

    /// Who reviewed, who published it, and the publisher's address.
    fn checker(&self) -> (Option<String>, Option<String>, Option<String>) {
        let author = self.author.as_ref();
        let reviewer = author
            .filter(|author| author.person)
            .and_then(|author| author.name.clone());
        let house = match &self.publisher {
            Some(publisher) => Some(publisher),
            None => author.filter(|author| !author.person),
        };
        let publisher = house.and_then(|house| house.name.clone());
        let url = match house {
            Some(house) => house.url.clone(),
            None => author.and_then(|author| author.url.clone()),
        };
        (reviewer, publisher, url)
    }

    /// The place that the claim is first seen at, with its title, and the others.
    fn appearances(
        &self,
        rest: &mut Map<String, Value>,
    ) -> (Option<(String, Option<String>)>, Vec<String>) {
        let first = self.item.first_appearance.as_ref();
        let kept =
            |rest: &Map<String, Value>| rest.get("itemReviewed")?.get("firstAppearance").cloned();
        if let Some(first) = first
            && kept(rest).is_none()
        {
            let work = json!([{ "@type": "CreativeWork", "url": first.url }]);
            put(rest, &["itemReviewed", "firstAppearance"], work);
        }
        let mut seen: Vec<_> = first.into_iter().collect();
        for one in &self.item.appearances {
            if seen.iter().all(|other| other.url != one.url) {
                seen.push(one);
            }
        }
        let mut seen = seen.into_iter();
        let article = seen.next().map(|one| (one.url.clone(), one.title.clone()));
        (article, seen.map(|one| one.url.clone()).collect())
    }
}

/// Keeps what a rating says of itself: its numbers, and its label where the
/// record has another.
fn keep_rating(rest: &mut Map<String, Value>, given: &ReviewRating, mapped: bool) {
    let label = given.label.as_ref().filter(|_| mapped);
    // Equal ends are how some say that there is no number.
    let no_number = given.best.is_some() && given.best == given.worst;
    let numbers = [
        ("ratingValue", given.value),
        ("bestRating", given.best),
        ("worstRating", given.worst),
    ]
    .map(|(name, number)| (name, number.filter(|_| !no_number)));
    if label.is_none() && numbers.iter().all(|(_, number)| number.is_none()) {
        return;
    }
    if let Some(label) = label {
        put(
            rest,
            &["reviewRating", "alternateName"],
            label.clone().into(),
        );
    }
    for (name, number) in numbers {
        if let Some(number) = number {
            put(rest, &["reviewRating", name], whole(number));
        }
    }
}

/// Puts a value into objects within each other, made where there are none.
fn put(map: &mut Map<String, Value>, path: &[&str], value: Value) {
    match path {
        [] => {}
        [name] => {
            map.insert((*name).to_owned(), value);
        }
        [first, others @ ..] => {
            let mut inner = match map.remove(*first) {
                Some(Value::Object(fields)) => fields,
                _ => Map::new(),
            };
            put(&mut inner, others, value);
            map.insert((*first).to_owned(), Value::Object(inner));
        }
    }
}

/// A number, without a point where it is whole.
fn whole(number: f64) -> Value {
    match number.to_string().parse::<i64>() {
        Ok(whole) => whole.into(),
        Err(_) => json!(number),
    }
}

/// How somebody is called: by name, else by address.
fn named(party: &Party) -> Option<String> {
    party.name.clone().or_else(|| party.url.clone())
}

fn uuid_of(id: &str) -> Option<Uuid> {
    id.strip_prefix("urn:uuid:")?.parse().ok()
}
