//! What rules find becomes flags: one for each thing found, however often the
//! rules run. What a person settled stays settled; what a rule finds no longer,
//! it settles itself.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Result;
use super::transact::{Change, state};
use crate::lint::{self, Finding, On, Rule};
use crate::model::claim::ClaimFilter;
use crate::model::flag::{Flag, FlagFilter, FlagState, NewFlag, RaisedBy, RuleFound};
use crate::model::ids::{ArticleId, ClaimId, FlagId, RevisionId};
use crate::model::revision::Outcome;
use crate::model::text::Span;
use crate::store::{FlagPlace, Sight};
use crate::text::anchor::Quoter;

/// Why a flag is settled that its rule finds no longer.
const NO_LONGER: &str = "the rule finds it no longer";

/// Why a flag is settled whose rule the desk has switched off.
const SWITCHED_OFF: &str = "the rule is switched off";

/// What was found in, and the rules that looked.
pub(super) struct Looked<'a, 't> {
    pub(super) change: &'a Change<'a>,
    pub(super) article: Option<ArticleId>,
    /// Only this claim was looked at.
    pub(super) claim: Option<ClaimId>,
    /// The latest revision as it was read, where words were looked at.
    pub(super) revision: Option<(RevisionId, &'a lint::Article<'t>)>,
    pub(super) rules: &'a [&'static Rule],
    /// The rules that the desk has switched off.
    pub(super) off: &'a [&'static Rule],
}

/// What came of a run of the rules.
#[derive(Debug, Default)]
pub(super) struct LintRun {
    pub(super) raised: Vec<FlagId>,
    pub(super) changed: Vec<FlagId>,
    pub(super) settled: Vec<FlagId>,
    told: Vec<Value>,
}

impl LintRun {
    /// What changed, as the history keeps it. What is found in what claims rest
    /// on is told by its number alone, for it can be hidden from who looks.
    pub(super) fn told(self) -> Option<Value> {
        (!self.told.is_empty()).then(|| json!({ "flags": self.told }))
    }

    fn tell(&mut self, what: &str, flag: FlagId, finding: &Finding) {
        let found = &finding.found;
        let message = matches!(found.on, On::Words(_)).then_some(&found.message);
        let rule = message.map(|_| finding.rule.code);
        self.told
            .push(json!({ "flag": flag, "was": what, "rule": rule, "message": message }));
    }
}

impl Looked<'_, '_> {
    /// Raises a flag for each finding that has none, says anew what has changed,
    /// and settles what is found no longer.
    pub(super) fn raise(&self, findings: &[Finding]) -> Result<LintRun> {
        let mut raised = LintRun::default();
        let writer = self.change.writer.seen_with(Sight::All);
        let flags = writer.flags(&FlagFilter {
            article: self.article,
            claim: self.claim,
            ..FlagFilter::default()
        })?;
        let (known, others): (Vec<Flag>, Vec<Flag>) =
            flags.into_iter().partition(|flag| is_of(flag, self.rules));
        let mut known = Known::of(known);
        let places = self.claims()?;
        let quoter = self.revision.map(|(_, read)| Quoter::new(read.text));
        for finding in findings {
            match known.take(finding) {
                Some(flag) => self.say_anew(&flag, finding, &mut raised)?,
                None => self.insert(finding, &places, quoter.as_ref(), &mut raised)?,
            }
        }
        let gone = known.left().map(|flag| (flag, NO_LONGER));
        let off = others.into_iter().filter(|flag| is_of(flag, self.off));
        let off = off.map(|flag| (flag, SWITCHED_OFF));
        for (flag, why) in gone
            .chain(off)
            .filter(|(flag, _)| flag.state == FlagState::Open)
        {
            writer.resolve_flag(flag.id, None, why, self.change.at)?;
            raised.settled.push(flag.id);
            raised
                .told
                .push(json!({ "flag": flag.id, "was": "settled", "because": why }));
        }
        Ok(raised)
    }

    /// The claims that stand in the text, with their places.
    fn claims(&self) -> Result<Vec<(Span, ClaimId)>> {
        if self.revision.is_none() {
            return Ok(Vec::new());
        }
        let claims = self.change.writer.claims(&ClaimFilter {
            article: self.article,
            ..ClaimFilter::default()
        })?;
        let placed = claims
            .iter()
            .filter_map(|claim| Some((claim.span?, claim.id)));
        let mut placed: Vec<(Span, ClaimId)> = placed.collect();
        placed.sort_by_key(|(span, _)| span.start);
        Ok(placed)
    }

    fn say_anew(&self, flag: &Flag, finding: &Finding, raised: &mut LintRun) -> Result<()> {
        let (new, rule) = as_flag(finding)?;
        let is_new = flag.message != new.message
            || flag.severity != new.severity
            || flag.suggestion != new.suggestion
            || flag.certainty != Some(rule.certainty)
            || flag.evidence != rule.evidence;
        let is_found_again = flag.is_settled_by_rule();
        if flag.resolved_by.is_some() || !(is_new || is_found_again) {
            return Ok(());
        }
        self.change.writer.update_flag(flag.id, &rule, &new)?;
        if is_found_again {
            raised.raised.push(flag.id);
            raised.tell("found again", flag.id, finding);
        } else {
            raised.changed.push(flag.id);
            raised.tell("changed", flag.id, finding);
        }
        Ok(())
    }

    fn insert(
        &self,
        finding: &Finding,
        places: &[(Span, ClaimId)],
        quoter: Option<&Quoter<'_>>,
        raised: &mut LintRun,
    ) -> Result<()> {
        let (new, rule) = as_flag(finding)?;
        let quote;
        let place = match finding.found.on {
            On::Sourcing(claim, _) => FlagPlace {
                article: self.article,
                claim: Some(claim),
                words: None,
            },
            On::Words(span) => {
                let (Some((revision, read)), Some(quoter)) = (self.revision, quoter) else {
                    return Ok(());
                };
                let Some(words) = quoter.quote_at(span) else {
                    return Ok(());
                };
                quote = words;
                let sentence = read.sentence_at(span);
                let claim = first_in(places, sentence.unwrap_or(span));
                FlagPlace {
                    article: self.article,
                    claim,
                    words: Some((revision, &quote)),
                }
            }
        };
        let change = self.change;
        let by = RaisedBy::Rule(rule);
        let id = change
            .writer
            .insert_flag(&place, &by, &new, change.uuid(), change.at)?;
        raised.raised.push(id);
        raised.tell("raised", id, finding);
        Ok(())
    }
}

/// Flags of rules, by what they are on: each is found for a finding without
/// looking through all of them.
struct Known {
    flags: Vec<Option<Flag>>,
    /// Those on words, by rule, in the order of their places: the first byte, and
    /// the flag.
    on_words: HashMap<String, Vec<(usize, usize)>>,
    /// Those on what claims rest on.
    on_sourcing: HashMap<(String, ClaimId, String), usize>,
}

/// Flags of one rule that overlap words begin at most so many flags before them.
const OVERLAPS: usize = 4;

impl Known {
    fn of(mut flags: Vec<Flag>) -> Self {
        flags.sort_by_key(|flag| flag.span.map(|span| span.start));
        let mut known = Self {
            flags: Vec::with_capacity(flags.len()),
            on_words: HashMap::new(),
            on_sourcing: HashMap::new(),
        };
        for (at, flag) in flags.into_iter().enumerate() {
            let code = flag.code.clone().unwrap_or_default();
            if let (Some(claim), Some(about)) = (flag.claim, &flag.about) {
                known.on_sourcing.insert((code, claim, about.clone()), at);
            } else {
                let start = flag.span.map_or(0, |span| span.start);
                known.on_words.entry(code).or_default().push((start, at));
            }
            known.flags.push(Some(flag));
        }
        known
    }

    /// The flag on what was found, if there is one; it is given out once.
    fn take(&mut self, finding: &Finding) -> Option<Flag> {
        let code = finding.rule.code;
        let at = match finding.found.on {
            On::Sourcing(claim, part) => {
                *self
                    .on_sourcing
                    .get(&(code.to_owned(), claim, part.to_string()))?
            }
            On::Words(span) => {
                let of_rule = self.on_words.get(code)?;
                let end = of_rule.partition_point(|(start, _)| *start < span.end);
                let mut near = of_rule[..end]
                    .iter()
                    .rev()
                    .take(OVERLAPS)
                    .map(|(_, at)| *at);
                let is_it = |at: &usize| {
                    let flag = self.flags.get(*at).and_then(Option::as_ref);
                    flag.is_some_and(|flag| is_same(flag, finding))
                };
                near.find(is_it)?
            }
        };
        self.flags.get_mut(at)?.take()
    }

    /// The flags that nothing was found for, oldest first.
    fn left(self) -> impl Iterator<Item = Flag> {
        let mut left: Vec<Flag> = self.flags.into_iter().flatten().collect();
        left.sort_by_key(|flag| flag.id);
        left.into_iter()
    }
}

/// The first claim that stands in a stretch of text, of claims in the order of
/// their places.
fn first_in(places: &[(Span, ClaimId)], stretch: Span) -> Option<ClaimId> {
    let end = places.partition_point(|(place, _)| place.start < stretch.end);
    let near = places[..end]
        .iter()
        .rev()
        .take_while(|(place, _)| place.end > stretch.start);
    near.last().map(|(_, claim)| *claim)
}

/// Whether one of these rules raised a flag.
fn is_of(flag: &Flag, rules: &[&Rule]) -> bool {
    let code = flag.code.as_deref();
    rules.iter().any(|rule| code == Some(rule.code))
}

/// Whether a flag is on what was found. What a person settled and was then
/// written otherwise is another thing, unless the same is wrong with it.
fn is_same(flag: &Flag, finding: &Finding) -> bool {
    if flag.code.as_deref() != Some(finding.rule.code) {
        return false;
    }
    match finding.found.on {
        On::Sourcing(claim, part) => {
            flag.claim == Some(claim) && flag.about.as_deref() == Some(part.to_string().as_str())
        }
        On::Words(span) => {
            let is_there = flag.own_words
                && !flag.outcome.is_gone()
                && flag.span.is_some_and(|place| place.overlaps(span));
            let settled_otherwise = flag.resolved_by.is_some()
                && flag.outcome == Outcome::Changed
                && flag.message != finding.found.message;
            is_there && !settled_otherwise
        }
    }
}

fn as_flag(finding: &Finding) -> Result<(NewFlag, RuleFound)> {
    let Finding { rule, found } = finding;
    let flag = NewFlag {
        category: rule.category.to_string(),
        severity: rule.severity,
        message: found.message.clone(),
        suggestion: found.suggestion.clone(),
    };
    let about = match found.on {
        On::Words(_) => None,
        On::Sourcing(_, part) => Some(part.to_string()),
    };
    let evidence = (!found.evidence.is_empty()).then(|| state(&found.evidence));
    let rule = RuleFound {
        code: rule.code,
        name: rule.name,
        about,
        evidence: evidence.transpose()?,
        certainty: found.certainty,
    };
    Ok((flag, rule))
}
