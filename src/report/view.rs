//! What the documents share: which claims are judged, what needs attention,
//! which number a source has, how the ratings are spread.

use std::collections::{BTreeMap, HashMap};

use super::content::{ArticleReport, ClaimReport};
use super::selection::Selected;
use super::wording;
use crate::model::claim::ClaimState;
use crate::model::coverage::{CoverageKind, Uncovered};
use crate::model::flag::{Flag, FlagState, Severity};
use crate::model::ids::{ClaimId, SourceId};
use crate::model::scale::Tone;
use crate::model::source::Source;

/// An article's report, looked at the way a reader does.
pub(super) struct View<'a> {
    /// What the report says.
    pub(super) report: &'a ArticleReport,
    /// Claims with a rating, in the order of the text.
    pub(super) judged: Vec<&'a ClaimReport>,
    /// Claims without one, most worth checking first.
    pub(super) unjudged: Vec<&'a ClaimReport>,
    /// For each cited source its number in this report and the claims that
    /// cite it.
    citations: HashMap<SourceId, Citation>,
}

/// Where a source stands in the report's list, and who points to it.
struct Citation {
    number: usize,
    cited_by: Vec<ClaimId>,
}

/// One row of the summary: a rating, or the claims that have none yet.
pub(super) struct Bar {
    /// Name of the rating.
    pub(super) label: String,
    /// How it reads at a glance; `None` for claims without a rating.
    pub(super) tone: Option<Tone>,
    /// How many claims.
    pub(super) count: u32,
}

/// Something an editor has to look at.
pub(super) enum Finding<'a> {
    /// A claim that doesn't hold, or not wholly.
    Claim(&'a ClaimReport),
    /// An open flag that is not minor.
    Flag(&'a Flag),
}

impl<'a> View<'a> {
    pub(super) fn new(report: &'a ArticleReport) -> Self {
        let (judged, mut unjudged): (Vec<_>, Vec<_>) = report
            .claims
            .iter()
            .partition(|claim| claim.rating().is_some());
        unjudged.sort_by(|a, b| {
            let score = |claim: &ClaimReport| claim.claim.score.unwrap_or(1.0);
            score(b).total_cmp(&score(a))
        });
        let mut view = Self {
            report,
            judged,
            unjudged,
            citations: HashMap::new(),
        };
        view.citations = citations(report);
        view
    }

    /// Author, publisher, date and address, as far as they are known.
    pub(super) fn byline(&self) -> Vec<String> {
        let details = &self.report.article.details;
        let author = details.author.as_ref().map(|author| format!("by {author}"));
        let published = details.published.as_ref().map(wording::date);
        [author, details.publisher.clone(), published]
            .into_iter()
            .flatten()
            .collect()
    }

    /// The ratings from best to worst, then the claims without one.
    pub(super) fn bars(&self) -> Vec<Bar> {
        let rated = self.report.ratings.iter().map(|rating| Bar {
            label: rating.label.clone(),
            tone: Some(rating.tone),
            count: rating.count,
        });
        let open = u32::try_from(self.unjudged.len()).unwrap_or(u32::MAX);
        let unjudged = (open > 0).then(|| Bar {
            label: "Not yet judged".to_owned(),
            tone: None,
            count: open,
        });
        rated.chain(unjudged).collect()
    }

    /// Claims by where they stand in the desk's work, from the first step to the
    /// last.
    pub(super) fn progress(&self) -> Vec<Bar> {
        let states = ClaimState::ALL.iter().copied();
        let bar = |state: ClaimState| {
            let claims = self.report.claims.iter();
            let count = claims.filter(|report| report.claim.state == state).count();
            Bar {
                label: wording::state(state).to_owned(),
                tone: None,
                count: u32::try_from(count).unwrap_or(u32::MAX),
            }
        };
        states.map(bar).filter(|bar| bar.count > 0).collect()
    }

    /// Every flag: those on the article and those on its claims.
    pub(super) fn flags(&self) -> impl Iterator<Item = &'a Flag> {
        let on_claims = self.report.claims.iter().flat_map(|claim| &claim.flags);
        self.report.flags.iter().chain(on_claims)
    }

    /// The public corrections with their claims, in the order of the text.
    pub(super) fn corrections(&self) -> Vec<(ClaimId, String)> {
        let of_claim = |claim: &'a ClaimReport| {
            let corrections = claim.corrections.iter().map(wording::correction);
            corrections.map(move |said| (claim.claim.id, said))
        };
        self.report.claims.iter().flat_map(of_claim).collect()
    }

    /// Who does not hold what the desk rules of a claim, in the order of the text.
    pub(super) fn dissents(&self) -> Vec<(ClaimId, String)> {
        let of_claim = |claim: &'a ClaimReport| {
            let dissenting = claim.others().filter(|verdict| claim.dissents(verdict));
            dissenting.map(move |verdict| (claim.claim.id, wording::dissent(verdict)))
        };
        self.report.claims.iter().flat_map(of_claim).collect()
    }

    /// How many claims have verdicts that are hidden from who asks for the
    /// report.
    pub(super) fn hidden_said(&self) -> Option<String> {
        let hidden = self.report.claims.iter().filter(|claim| claim.claim.hidden);
        let count = hidden.count();
        (count > 0).then(|| wording::count(count, "claim", "claims"))
    }

    /// Whether the report tells of a claim, and what of it.
    pub(super) fn has(&self, claim: ClaimId) -> bool {
        let mut claims = self.report.claims.iter();
        claims.any(|report| report.claim.id == claim)
    }

    /// That this is a report of some claims only, if so.
    pub(super) fn selection_said(&self) -> Option<String> {
        self.report.selection.as_ref().map(Selected::said)
    }

    /// Sentences that could hold a claim and that nobody has decided. What stands
    /// in no claim besides, such as a name in a heading, is for who works on the
    /// article.
    pub(super) fn uncovered(&self) -> impl Iterator<Item = &'a Uncovered> {
        let uncovered = self.report.coverage.uncovered.iter();
        uncovered.filter(|one| one.kind == CoverageKind::Sentence)
    }

    /// How many flags are open.
    pub(super) fn open_flags(&self) -> usize {
        self.flags()
            .filter(|flag| flag.state == FlagState::Open)
            .count()
    }

    /// What an editor has to look at, in the order of the text.
    pub(super) fn findings(&self) -> Vec<Finding<'a>> {
        self.in_order(is_wanting, Severity::Medium)
    }

    /// What must change before the article is published, in the order of the
    /// text: claims that don't hold or have a correction, and open flags of high
    /// severity.
    pub(super) fn changes(&self) -> Vec<Finding<'a>> {
        self.in_order(has_to_change, Severity::High)
    }

    /// Claims whose ratings leave open whether they hold, and that need not change for
    /// another reason, in the order of the text: an editor decides.
    pub(super) fn unsettled(&self) -> Vec<&'a ClaimReport> {
        let unsettled = |claim: &&ClaimReport| {
            matches!(claim.rating(), Some((_, Tone::Neutral))) && !has_to_change(claim)
        };
        self.report.claims.iter().filter(unsettled).collect()
    }

    /// How many open flags are of less than high severity.
    pub(super) fn lesser_flags(&self) -> usize {
        let lesser = |flag: &&Flag| flag.state == FlagState::Open && flag.severity < Severity::High;
        self.flags().filter(lesser).count()
    }

    fn in_order(&self, of: impl Fn(&ClaimReport) -> bool, from: Severity) -> Vec<Finding<'a>> {
        let mut placed: BTreeMap<(usize, usize), Finding<'a>> = BTreeMap::new();
        let unplaced = self.report.text.len();
        for claim in self.judged.iter().filter(|claim| of(claim)) {
            let start = claim.claim.span.map_or(unplaced, |span| span.start);
            placed.insert((start, placed.len()), Finding::Claim(claim));
        }
        let weighty = self
            .flags()
            .filter(|flag| flag.state == FlagState::Open && flag.severity >= from);
        for flag in weighty {
            let start = flag.span.map_or(unplaced, |span| span.start);
            placed.insert((start, placed.len()), Finding::Flag(flag));
        }
        placed.into_values().collect()
    }

    /// The number under which a source stands in this report, from 1.
    pub(super) fn source_number(&self, source: SourceId) -> usize {
        self.citations
            .get(&source)
            .map_or(0, |citation| citation.number)
    }

    /// What a flag says, with the numbers under which sources stand in this report.
    pub(super) fn flag_message(&self, flag: &Flag) -> String {
        let mut sources = flag.about_sources();
        sources.sort_unstable();
        sources.dedup();
        let mut words: Vec<String> = flag.message.split(' ').map(str::to_owned).collect();
        for at in 1..words.len() {
            let number = words[at].trim_end_matches([',', ';', '.']);
            let source = sources.iter().find(|source| source.0.to_string() == number);
            if let (Some(source), "source") = (source, words[at - 1].as_str()) {
                words[at] = words[at].replace(number, &self.source_number(*source).to_string());
            }
        }
        words.join(" ")
    }

    /// The claims that cite a source, in the order of the text.
    pub(super) fn cited_by(&self, source: &Source) -> &[ClaimId] {
        self.citations
            .get(&source.id)
            .map_or(&[], |citation| &citation.cited_by)
    }
}

/// Whether a claim was judged and doesn't hold, or not wholly.
fn is_wanting(claim: &ClaimReport) -> bool {
    matches!(claim.rating(), Some((_, Tone::Bad | Tone::Mixed)))
}

fn has_to_change(claim: &ClaimReport) -> bool {
    let corrected = claim
        .leading()
        .is_some_and(|verdict| verdict.correction.is_some());
    corrected || is_wanting(claim)
}

fn citations(report: &ArticleReport) -> HashMap<SourceId, Citation> {
    let mut citations: HashMap<SourceId, Citation> = report
        .sources
        .iter()
        .zip(1..)
        .map(|(source, number)| {
            (
                source.id,
                Citation {
                    number,
                    cited_by: Vec::new(),
                },
            )
        })
        .collect();
    for claim in &report.claims {
        for evidence in claim.all_evidence() {
            if let Some(citation) = citations.get_mut(&evidence.source)
                && citation.cited_by.last() != Some(&claim.claim.id)
            {
                citation.cited_by.push(claim.claim.id);
            }
        }
    }
    citations
}

/// What is known of a source besides its title, in the order of a citation.
pub(super) fn imprint(source: &Source) -> Vec<String> {
    let details = &source.details;
    let kind = details.kind.map(|kind| format!("{kind} source"));
    [
        details.author.clone(),
        details.publisher.clone(),
        details.published.as_ref().map(wording::date),
        details.source_type.map(|kind| kind.to_string()),
        kind,
        source.doi.as_ref().map(|doi| format!("doi:{doi}")),
        source.isbn.as_ref().map(|isbn| format!("ISBN {isbn}")),
        details
            .accessed
            .map(|at| format!("consulted {}", wording::time(at))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
