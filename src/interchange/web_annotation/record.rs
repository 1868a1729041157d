//! An annotation as what it is on a desk: a verdict, a piece of evidence, a flag
//! or a comment, each on the claim that its words are.

use chrono::{DateTime, Utc};
use serde_json::json;
use uuid::Uuid;

use super::{Annotation, Body, Target};
use crate::interchange::claimreview::{HowRated, Mapping, ReviewRating, rate};
use crate::interchange::records::uuid_made_at;
use crate::model::record::{ClaimRecord, RecordSource};
use crate::model::scale::Scale;
use crate::model::source::Stance;

/// The first second of the year 2200, in seconds since 1970: no identity is from then.
const LATEST: u64 = 7_258_118_400;

/// What a flag without a category of its own is.
const QUESTION: &str = "question";

/// What an annotation says beyond the claim that its words are.
#[derive(Debug, Clone, PartialEq)]
pub struct Attached {
    /// Identity across desks of the one thing that it is there.
    pub id: Uuid,
    /// Where its words stand.
    pub target: Target,
    /// A remark on them.
    pub remark: Option<Remark>,
    /// Who made it.
    pub by: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
}

/// A remark on words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// That something is wrong with them.
    Flag {
        /// What.
        message: String,
        /// What sort of problem it is.
        category: String,
        /// What to write instead.
        suggestion: Option<String>,
    },
    /// What somebody has to say of them.
    Comment(String),
}

/// An annotation as a record, with what it says beyond that.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    /// The words as a claim, with the verdict or the source.
    pub record: ClaimRecord,
    /// How its rating was found; none where it rates nothing.
    pub rated: Option<HowRated>,
    /// What it says beyond.
    pub attached: Attached,
}

/// What an annotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Verdict,
    Evidence,
    Question,
    Wording,
    Remark,
}

impl Annotation {
    /// What it says of each of its targets. The words of a target that is no text
    /// are none.
    pub fn records(&self, scale: &Scale, mapping: &Mapping) -> Vec<Noted> {
        let id = self.identity();
        let each = self.targets.iter().enumerate();
        each.map(|(number, target)| {
            let id = match number {
                0 => id,
                _ => uuid_made_at(
                    self.modified.or(self.created).unwrap_or_default(),
                    &format!("{id}#{number}"),
                ),
            };
            self.noted(id, target, scale, mapping)
        })
        .collect()
    }

    /// The IRI of the verdict whose wording it suggests, if it is such a
    /// suggestion.
    pub fn corrects(&self) -> Option<&str> {
        let id = self.id.as_deref()?;
        id.strip_suffix("#correction")
            .filter(|_| self.role() == Role::Wording)
    }

    /// The words that it puts in the place of others.
    pub fn wording(&self) -> Option<&str> {
        self.said("editing").next()
    }

    fn noted(&self, id: Uuid, target: &Target, scale: &Scale, mapping: &Mapping) -> Noted {
        let role = self.role();
        let exact = target.quote.as_ref().map(|quote| quote.exact.as_str());
        let place = target.code_points();
        let at = self.modified.or(self.created);
        let mut record = ClaimRecord {
            claim: exact.unwrap_or_default().trim().to_owned(),
            quote: exact.map(str::to_owned),
            start: place.map(|(start, _)| start),
            end: place.map(|(_, end)| end),
            article_url: target.source.clone(),
            article_title: target.title.clone(),
            topics: self.said("tagging").map(str::to_owned).collect(),
            ..ClaimRecord::default()
        };
        let mut rated = None;
        match role {
            Role::Verdict => rated = Some(self.judge(&mut record, scale, mapping)),
            Role::Evidence => record.sources = self.sources(),
            Role::Question | Role::Wording | Role::Remark => {}
        }
        if matches!(role, Role::Verdict | Role::Evidence) {
            record.reviewer.clone_from(&self.creator);
            record.reviewed_at = at;
        }
        let attached = Attached {
            id,
            target: target.clone(),
            remark: self.remark(role),
            by: self.creator.clone(),
            at,
        };
        Noted {
            record,
            rated,
            attached,
        }
    }

    fn role(&self) -> Role {
        let is = |motivation: &str| self.motivations.iter().any(|one| short(one) == motivation);
        let rates = self.said("classifying").next().is_some();
        if is("questioning") {
            Role::Question
        } else if is("editing") && !is("assessing") {
            Role::Wording
        } else if is("linking") && self.bodies.iter().any(Body::names_source) {
            Role::Evidence
        } else if rates {
            Role::Verdict
        } else {
            Role::Remark
        }
    }

    /// The rating, why, and the wording that it suggests.
    fn judge(&self, record: &mut ClaimRecord, scale: &Scale, mapping: &Mapping) -> HowRated {
        let given = ReviewRating {
            label: self.said("classifying").next().map(str::to_owned),
            ..ReviewRating::default()
        };
        let (rating, rated) = rate(Some(&given), scale, mapping);
        record.scale = rating.map(|_| scale.slug.clone());
        record.rating = rating.map(|rating| rating.slug.clone());
        record.rating_label = given.label.filter(|_| rating.is_none());
        record.rationale = self.why();
        record.correction = self.wording().map(str::to_owned);
        record.sources = self.sources();
        rated
    }

    fn remark(&self, role: Role) -> Option<Remark> {
        let wording = self.wording().map(str::to_owned);
        match role {
            Role::Verdict | Role::Evidence => None,
            Role::Question => {
                let category = self.said("classifying").next().unwrap_or(QUESTION);
                Some(Remark::Flag {
                    message: self
                        .why()
                        .unwrap_or_else(|| "this is questioned".to_owned()),
                    category: category.to_owned(),
                    suggestion: wording,
                })
            }
            Role::Wording => Some(Remark::Flag {
                message: self
                    .why()
                    .unwrap_or_else(|| "another wording is suggested".to_owned()),
                category: "wording".to_owned(),
                suggestion: wording,
            }),
            Role::Remark => self.why().map(Remark::Comment),
        }
    }

    /// What it says in words, the most telling first.
    fn why(&self) -> Option<String> {
        let telling = [
            "assessing",
            "questioning",
            "commenting",
            "describing",
            "replying",
        ];
        let told = telling
            .iter()
            .find_map(|purpose| self.said(purpose).next().map(str::to_owned));
        let unsorted = || {
            let mut plain = self.bodies.iter().filter(|body| body.purposes.is_empty());
            plain.find_map(|body| body.text.clone())
        };
        told.or_else(unsorted)
            .filter(|text| !text.trim().is_empty())
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
            purposes.iter().any(|one| short(one) == purpose)
        };
        let texts = self.bodies.iter().filter(is_for);
        texts.filter_map(|body| body.text.as_deref())
    }

    /// The resources that are linked to, and those that are only named.
    fn sources(&self) -> Vec<RecordSource> {
        let stance = self.said("classifying").find_map(|word| word.parse().ok());
        let stance: Option<Stance> = stance;
        let linked = self.bodies.iter().filter(|body| body.source.is_some());
        let mut sources: Vec<RecordSource> = linked
            .map(|body| RecordSource {
                url: body.source.clone(),
                quote: body.passage.clone(),
                stance,
                ..RecordSource::default()
            })
            .collect();
        if sources.is_empty()
            && let Some(title) = self.said("linking").next()
        {
            sources.push(RecordSource {
                title: Some(title.to_owned()),
                quote: self.said("describing").next().map(str::to_owned),
                stance,
                ..RecordSource::default()
            });
        }
        sources
    }

    /// Its own identity where that is a UUID that tells when it was made, for what is
    /// said of a claim stands in that order; else one that does, and that is always the
    /// same for the same annotation as it was last changed.
    fn identity(&self) -> Uuid {
        let named = self.id.as_deref();
        let own = named.and_then(|id| id.strip_prefix("urn:uuid:")?.parse().ok());
        own.filter(tells_time).unwrap_or_else(|| {
            let bodies: Vec<_> = self
                .bodies
                .iter()
                .map(|body| (&body.text, &body.source))
                .collect();
            let targets: Vec<_> = self
                .targets
                .iter()
                .map(|target| {
                    (
                        &target.source,
                        target.quote.as_ref().map(|quote| &quote.exact),
                    )
                })
                .collect();
            let told = match named {
                Some(id) => json!(["claimdesk-annotation-1", id, self.modified]),
                None => json!([
                    "claimdesk-annotation-1",
                    self.creator,
                    self.created,
                    bodies,
                    targets
                ]),
            };
            let at = self.modified.or(self.created).unwrap_or_default();
            uuid_made_at(at, &told.to_string())
        })
    }
}

impl Body {
    fn names_source(&self) -> bool {
        self.source.is_some() || self.purposes.iter().any(|one| short(one) == "linking")
    }
}

/// Whether a UUID tells a time that can be meant.
fn tells_time(uuid: &Uuid) -> bool {
    let time = uuid.get_timestamp().map(|time| time.to_unix().0);
    uuid.get_version_num() == 7 && time.is_some_and(|seconds| seconds < LATEST)
}

/// The name of a motivation without the vocabulary that it is from.
fn short(motivation: &str) -> &str {
    motivation
        .rsplit(['#', ':', '/'])
        .next()
        .unwrap_or(motivation)
}
