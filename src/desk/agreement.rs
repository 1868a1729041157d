//! How far the reviewers of the desk agree in their verdicts.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::articles::find_article;
use super::crosswalks::crosswalks_to;
use super::scales::find_scale;
use super::{Desk, Result};
use crate::agreement::{self, Coefficients, Row};
use crate::model::agreement::{GivenRating, RatedClaim, Undefined};
use crate::model::crosswalk::Crosswalk;
use crate::model::ids::ArticleId;

/// Which verdicts are compared.
#[derive(Debug, Clone, Default)]
pub struct AgreementQuestion {
    /// Those on the claims of one article only.
    pub article: Option<ArticleId>,
    /// Slug of the scale; the desk's default when none is given.
    pub scale: Option<String>,
    /// The first verdict of each reviewer on a claim, not the standing one.
    pub first: bool,
    /// Also those on other scales, as what they are on this one where a map
    /// says so.
    pub mapped: bool,
}

/// How far reviewers agree in their ratings of the same claims.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Agreement {
    /// The article whose claims count; all of the desk when there is none.
    pub article: Option<ArticleId>,
    /// Slug of the scale.
    pub scale: String,
    /// Whether first verdicts are compared, and not standing ones.
    pub first: bool,
    /// Handles of those who have rated on the scale, in alphabetical order.
    pub reviewers: Vec<String>,
    /// Claims with a rating on the scale.
    pub claims: usize,
    /// Claims of those that at least two reviewers have rated.
    pub rated_twice: usize,
    /// Verdicts that count as missing since their rating has no place on the
    /// scale.
    pub off_scale: usize,
    /// Verdicts that count as missing since they are on other scales.
    pub other_scales: usize,
    /// Verdicts on other scales that count as what they are on this one.
    pub mapped: usize,
    /// How far they agree.
    #[serde(flatten)]
    pub coefficients: Coefficients,
    /// Why the coefficients that have no value have none.
    pub undefined: BTreeMap<&'static str, Undefined>,
    /// How far each two agree.
    pub pairs: Vec<PairAgreement>,
    /// Claims that were not rated alike, those first whose ratings are
    /// farthest apart.
    pub disagreements: Vec<Disagreement>,
}

/// How far two reviewers agree.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PairAgreement {
    /// Their handles.
    pub reviewers: [String; 2],
    /// Claims that both have rated.
    pub claims: u64,
    /// How many per cent of them both rated alike.
    pub percent_agreement: Option<f64>,
    /// Their agreement beyond chance.
    pub cohen_kappa: Option<f64>,
}

/// A claim that was not rated alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Disagreement {
    /// How many places on the scale are between its ratings.
    pub distance: u32,
    /// The claim with its ratings on the scale.
    #[serde(flatten)]
    pub rated: RatedClaim,
}

impl Desk {
    /// How far the reviewers of an article, or of the desk, agree. Where fewer
    /// than two have rated, that is told in place of the coefficients.
    pub fn agreement(&self, question: &AgreementQuestion) -> Result<Agreement> {
        let (scale, rated, mapped) = self.look(|reader| {
            if let Some(article) = question.article {
                find_article(reader, article)?;
            }
            let scale = find_scale(reader, question.scale.as_deref())?;
            let mut rated = reader.rated_claims(question.article, question.first)?;
            let mapped = if question.mapped {
                say_on(&mut rated, &crosswalks_to(reader, &scale)?)
            } else {
                0
            };
            Ok((scale.slug, rated, mapped))
        })?;
        Ok(of(question, scale, rated, mapped))
    }
}

/// Turns the ratings that a map knows into what they are on the scale it leads
/// to, and counts them.
fn say_on(rated: &mut [RatedClaim], maps: &[Crosswalk]) -> usize {
    let mut mapped = 0;
    let ratings = rated.iter_mut().flat_map(|claim| &mut claim.ratings);
    for given in ratings {
        let map = maps.iter().find(|map| map.from == given.scale);
        let Some((map, said)) = map.and_then(|map| Some((map, map.said(&given.rating)?))) else {
            continue;
        };
        given.scale.clone_from(&map.to);
        given.rating.clone_from(&said.slug);
        given.label.clone_from(&said.label);
        given.tone = said.tone;
        given.position = said.position;
        mapped += 1;
    }
    mapped
}

fn of(
    question: &AgreementQuestion,
    scale: String,
    mut rated: Vec<RatedClaim>,
    mapped: usize,
) -> Agreement {
    let off_scale = |given: &GivenRating| given.scale == scale && given.position.is_none();
    let off_scale = counted(&rated, off_scale);
    let other_scales = counted(&rated, |given| given.scale != scale);
    for claim in &mut rated {
        claim
            .ratings
            .retain(|given| given.scale == scale && given.position.is_some());
    }
    rated.retain(|claim| !claim.ratings.is_empty());
    let reviewers = reviewers(&rated);
    let rows: Vec<Row> = rated.iter().map(|claim| row(claim, &reviewers)).collect();
    let coefficients = agreement::coefficients(&rows);
    let pairs = agreement::pairs(&rows, reviewers.len())
        .into_iter()
        .map(|pair| PairAgreement {
            reviewers: [pair.one, pair.other].map(|at| reviewers[at].clone()),
            claims: pair.claims,
            percent_agreement: pair.percent_agreement,
            cohen_kappa: pair.cohen_kappa,
        });
    Agreement {
        article: question.article,
        first: question.first,
        claims: rated.len(),
        rated_twice: rated.iter().filter(|claim| claim.ratings.len() > 1).count(),
        off_scale,
        other_scales,
        mapped,
        undefined: coefficients.undefined().into_iter().collect(),
        coefficients,
        pairs: pairs.collect(),
        disagreements: disagreements(rated),
        scale,
        reviewers,
    }
}

/// How many ratings are so.
fn counted(rated: &[RatedClaim], is_so: impl Fn(&GivenRating) -> bool) -> usize {
    let ratings = rated.iter().flat_map(|claim| &claim.ratings);
    ratings.filter(|given| is_so(given)).count()
}

/// The handles of those who rated, in order.
fn reviewers(rated: &[RatedClaim]) -> Vec<String> {
    let ratings = rated.iter().flat_map(|claim| &claim.ratings);
    let handles: BTreeSet<&str> = ratings.map(|given| given.reviewer.as_str()).collect();
    handles.into_iter().map(str::to_owned).collect()
}

/// The places that each of the reviewers gave a claim.
fn row(claim: &RatedClaim, reviewers: &[String]) -> Row {
    let mut row = vec![None; reviewers.len()];
    for given in &claim.ratings {
        if let Ok(at) = reviewers.binary_search(&given.reviewer) {
            row[at] = given.position;
        }
    }
    row
}

/// The claims that were not rated alike, by how far apart their ratings are,
/// then by number.
fn disagreements(rated: Vec<RatedClaim>) -> Vec<Disagreement> {
    let distance = |claim: &RatedClaim| {
        let places = || claim.ratings.iter().filter_map(|given| given.position);
        places().max().unwrap_or_default() - places().min().unwrap_or_default()
    };
    let mut apart: Vec<Disagreement> = rated
        .into_iter()
        .map(|rated| Disagreement {
            distance: distance(&rated),
            rated,
        })
        .filter(|claim| claim.distance > 0)
        .collect();
    apart.sort_by_key(|claim| (std::cmp::Reverse(claim.distance), claim.rated.claim));
    apart
}
