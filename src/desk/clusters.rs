//! Near-identical claims of the whole desk, as groups.

use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::articles::find_article;
use super::{Desk, DeskError, Result};
use crate::matching::clusters::{Group, Grouping, Member};
use crate::model::glance::Glance;
use crate::model::ids::{ArticleId, ClaimId};
use crate::store::Reader;

/// The claims of so many members are read and given at a time.
const AT_A_TIME: usize = 1_000;

/// Which groups are wanted.
#[derive(Debug, Clone, Copy)]
pub struct ClusterOptions {
    /// How alike the members of a group are to its leader at least; see
    /// [`Member::likeness`].
    pub at_least: f64,
    /// Only claims that have a rating.
    pub rated: bool,
    /// Only groups with a claim of this article.
    pub article: Option<ArticleId>,
}

/// A claim in a group of near-identical ones.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Clustered {
    /// The group's number, from 1 for the largest.
    pub cluster: usize,
    /// How many claims are in the group.
    pub size: usize,
    /// Whether two claims of the group have other ratings than one another.
    pub ratings_differ: bool,
    /// How alike it is to the wording that most claims of the group have.
    pub likeness: f64,
    /// The claim.
    #[serde(flatten)]
    pub of: Glance,
}

/// How many claims were grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClusterCount {
    /// The claims that were compared.
    pub compared: usize,
    /// The groups that were found.
    pub clusters: usize,
    /// The claims in them.
    pub claims: usize,
    /// The groups whose ratings differ.
    pub differing: usize,
}

impl Desk {
    /// Groups the near-identical claims of the desk; those that were dismissed
    /// are left out. `answer` is given the members of all groups one group after
    /// the other, the largest first, about a thousand at a time.
    ///
    /// All is read on one view of the desk. Memory holds numbers for each claim,
    /// and the texts of those that are about to be given.
    pub fn clusters<E: From<DeskError>>(
        &self,
        options: ClusterOptions,
        mut answer: impl FnMut(&[Clustered]) -> std::result::Result<(), E>,
    ) -> std::result::Result<ClusterCount, E> {
        let mut ended = Ok(());
        let count = self.look(|reader| {
            if let Some(article) = options.article {
                find_article(reader, article)?;
            }
            let found = Found::of(reader, options)?;
            ended = found.give(reader, &mut answer)?;
            Ok(found.count())
        })?;
        ended.map(|()| count)
    }
}

/// The groups that are wanted.
struct Found {
    compared: usize,
    groups: Vec<Group>,
    /// Each claim with a rating, and a number for that rating.
    ratings: HashMap<i64, u32>,
}

impl Found {
    fn of(reader: &Reader<'_>, options: ClusterOptions) -> Result<Self> {
        let mut grouping = Grouping::new();
        let mut compared = 0;
        let mut ratings = HashMap::new();
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut of_article = HashSet::new();
        reader.every_claim(options.rated, |claim| {
            compared += 1;
            grouping.take(claim.id.0, &claim.statement);
            if let Some(rating) = claim.rating {
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                ratings.insert(claim.id.0, *known.entry(rating).or_insert(next));
            }
            if options.article.is_some() && claim.article == options.article {
                of_article.insert(claim.id.0);
            }
        })?;
        let mut groups = grouping.groups(options.at_least);
        if options.article.is_some() {
            groups.retain(|group| {
                group
                    .members
                    .iter()
                    .any(|one| of_article.contains(&one.claim))
            });
        }
        Ok(Self {
            compared,
            groups,
            ratings,
        })
    }

    /// Whether two members of a group have other ratings.
    fn ratings_differ(&self, group: &Group) -> bool {
        let rating = |member: &Member| self.ratings.get(&member.claim);
        let mut ratings = group.members.iter().filter_map(rating);
        let first = ratings.next();
        ratings.any(|rating| Some(rating) != first)
    }

    fn count(&self) -> ClusterCount {
        ClusterCount {
            compared: self.compared,
            clusters: self.groups.len(),
            claims: self.groups.iter().map(|group| group.members.len()).sum(),
            differing: self
                .groups
                .iter()
                .filter(|group| self.ratings_differ(group))
                .count(),
        }
    }

    /// Gives the members of the groups, until one is not taken.
    fn give<E>(
        &self,
        reader: &Reader<'_>,
        answer: &mut impl FnMut(&[Clustered]) -> std::result::Result<(), E>,
    ) -> Result<std::result::Result<(), E>> {
        let mut members = (1..).zip(&self.groups).flat_map(|(cluster, group)| {
            let place = Place {
                cluster,
                size: group.members.len(),
                ratings_differ: self.ratings_differ(group),
            };
            group.members.iter().map(move |member| (place, member))
        });
        loop {
            let some: Vec<(Place, &Member)> = members.by_ref().take(AT_A_TIME).collect();
            if some.is_empty() {
                return Ok(Ok(()));
            }
            let claims: Vec<ClaimId> = some.iter().map(|(_, one)| ClaimId(one.claim)).collect();
            let mut shown = reader.glances(&claims)?;
            let rows: Vec<Clustered> = some
                .into_iter()
                .filter_map(|(place, member)| {
                    let claim = shown.remove(&ClaimId(member.claim))?;
                    Some(place.row(member, claim))
                })
                .collect();
            if let Err(refused) = answer(&rows) {
                return Ok(Err(refused));
            }
        }
    }
}

/// What all members of a group have in common.
#[derive(Clone, Copy)]
struct Place {
    cluster: usize,
    size: usize,
    ratings_differ: bool,
}

impl Place {
    fn row(self, member: &Member, of: Glance) -> Clustered {
        Clustered {
            cluster: self.cluster,
            size: self.size,
            ratings_differ: self.ratings_differ,
            likeness: (member.likeness * 10_000.0).round() / 10_000.0,
            of,
        }
    }
}
