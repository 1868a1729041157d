//! What the rules for publication look at: the facts of one article, in a
//! fixed number of queries.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::{Row, named_params};

use super::flags::SEEN;
use super::rows::{json, parsed, parsed_option};
use super::sight::seen;
use super::{Reader, Result, Scope};
use crate::gate::{ClaimFacts, Facts, OpenFlag, Rated, RuledBy, SourceFacts};
use crate::model::coverage::Covered;
use crate::model::ids::{ArticleId, ClaimId, FlagId, SourceId, VerdictId};
use crate::model::ruling::{Ruling, Standing};
use crate::model::source::Evidence;

/// The claims of an article, in the order of its text, each with its rating,
/// where that may be seen.
const CLAIMS: &str = "
    SELECT c.id, c.state, m.name AS claimant, g.label, g.tone, g.position IS NOT NULL AS on_scale,
           iif({visible}, c.stale_because, '[]') AS stale_because,
           {hidden} AS hidden, l.outcome IS 'gone' AS gone
    FROM claims c
    LEFT JOIN anchors l ON l.id = (SELECT max(id) FROM anchors WHERE claim_id = c.id)
    LEFT JOIN claimants m ON m.id = c.claimant_id
    LEFT JOIN ratings g ON g.id = c.rating_id AND {visible}
    WHERE c.article_id = :article AND c.state <> 'dismissed' AND l.outcome IS NOT 'cut'
    ORDER BY c.place, c.id";

/// Still without what other tables say of it.
fn claim(row: &Row<'_>) -> rusqlite::Result<ClaimFacts> {
    let label: Option<String> = row.get("label")?;
    let tone = parsed_option(row, "tone")?;
    let on_scale: bool = row.get("on_scale")?;
    Ok(ClaimFacts {
        claim: ClaimId(row.get("id")?),
        state: parsed(row, "state")?,
        hidden: row.get("hidden")?,
        gone: row.get("gone")?,
        stale_because: json(row, "stale_because")?,
        rated: label.zip(tone).map(|(label, tone)| Rated {
            label,
            tone,
            on_scale,
        }),
        claimant: row.get("claimant")?,
        asked: false,
        votes: Vec::new(),
        ruled_by: None,
        sources: Vec::new(),
    })
}

impl Reader<'_> {
    /// What is known about an article that house rules are held against, on a
    /// desk that wants four eyes or not; without what is hidden from who looks. With a
    /// threshold also how much has been looked at.
    pub fn gate_facts(
        &self,
        article: ArticleId,
        four_eyes: bool,
        threshold: Option<f64>,
    ) -> Result<Facts> {
        let coverage = threshold
            .map(|threshold| self.coverage_totals(Some(article), threshold))
            .transpose()?;
        Ok(Facts {
            article,
            four_eyes,
            coverage: coverage.as_deref().map(Covered::of),
            flags: self.open_flags(article)?,
            claims: self.gate_claims(article)?,
            sources: self.cited_sources(article)?,
        })
    }

    fn gate_claims(&self, article: ArticleId) -> Result<Vec<ClaimFacts>> {
        let scope = Scope::Article(article);
        let sql = seen(CLAIMS);
        let mut query = self.connection.prepare_cached(&sql)?;
        let values = named_params! { ":article": article.0, ":viewer": self.sight.viewer() };
        let mut claims = query
            .query_map(values, claim)?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let asked: HashSet<ClaimId> = self.replies(scope)?.iter().map(|one| one.claim).collect();
        let (verdicts, outside) = self.verdicts(scope)?;
        let gave: HashMap<VerdictId, &str> = verdicts
            .iter()
            .map(|verdict| (verdict.id, verdict.reviewer.as_str()))
            .collect();
        let standing = verdicts.iter().filter(|verdict| verdict.stands());
        let mut cited = by_claim(
            standing
                .flat_map(|verdict| &verdict.evidence)
                .chain(&outside),
        );
        let mut rulings: HashMap<ClaimId, Vec<Ruling>> = HashMap::new();
        for ruling in self.rulings(scope)? {
            rulings.entry(ruling.claim).or_default().push(ruling);
        }
        for claim in &mut claims {
            let rulings = rulings.remove(&claim.claim).unwrap_or_default();
            claim.asked = asked.contains(&claim.claim);
            claim.votes = Standing::of(&rulings).votes;
            claim.ruled_by = RuledBy::of(&rulings, |verdict| {
                gave.get(&verdict).map(|who| (*who).to_owned())
            });
            claim.sources = cited.remove(&claim.claim).unwrap_or_default();
        }
        Ok(claims)
    }

    /// The open flags on an article, its words or its claims, in the order they
    /// were raised; without those on claims that were dismissed and on words that
    /// were cut. What is on words of a cut claim that still stand is on the article.
    fn open_flags(&self, article: ArticleId) -> Result<Vec<OpenFlag>> {
        let sql = seen(&format!(
            "SELECT f.id, iif(l.outcome = 'cut', NULL, f.claim_id) AS claim_id, f.severity, f.message,
                    f.code IS NOT NULL AS by_rule
             FROM flags f LEFT JOIN claims c ON c.id = f.claim_id
             LEFT JOIN anchors l ON l.id = (SELECT max(id) FROM anchors WHERE claim_id = c.id)
             WHERE (f.article_id = :article
                    OR f.claim_id IN (SELECT id FROM claims WHERE article_id = :article))
                 AND f.state = 'open' AND c.state IS NOT 'dismissed' AND f.outcome <> 'cut'
                 AND (l.outcome IS NOT 'cut' OR (f.quote IS NOT NULL AND f.outcome <> 'gone'))
                 AND {SEEN}
             ORDER BY f.id"
        ));
        let mut query = self.connection.prepare_cached(&sql)?;
        let values = named_params! { ":article": article.0, ":viewer": self.sight.viewer() };
        let flags = query.query_map(values, |row| {
            Ok(OpenFlag {
                flag: FlagId(row.get("id")?),
                claim: row.get::<_, Option<i64>>("claim_id")?.map(ClaimId),
                severity: parsed(row, "severity")?,
                message: row.get("message")?,
                by_rule: row.get("by_rule")?,
                article: Some(article),
            })
        })?;
        Ok(flags.collect::<rusqlite::Result<_>>()?)
    }

    /// The sources that evidence on an article's claims is taken from.
    fn cited_sources(&self, article: ArticleId) -> Result<BTreeMap<SourceId, SourceFacts>> {
        let mut query = self.connection.prepare_cached(
            "SELECT s.id, coalesce(s.title, s.url, s.identity) AS name, s.kind, s.publisher, s.url,
                    EXISTS (SELECT 1 FROM snapshots n WHERE n.source_id = s.id) AS snapshot
             FROM sources s
             WHERE s.id IN (SELECT source_id FROM evidence
                            WHERE claim_id IN (SELECT id FROM claims WHERE article_id = :article))",
        )?;
        let sources = query.query_map(named_params! { ":article": article.0 }, |row| {
            let facts = SourceFacts {
                name: row.get("name")?,
                kind: parsed_option(row, "kind")?,
                publisher: row.get("publisher")?,
                url: row.get("url")?,
                snapshot: row.get("snapshot")?,
            };
            Ok((SourceId(row.get("id")?), facts))
        })?;
        Ok(sources.collect::<rusqlite::Result<_>>()?)
    }
}

/// The sources that evidence is taken from, each once for each claim.
fn by_claim<'e>(evidence: impl Iterator<Item = &'e Evidence>) -> HashMap<ClaimId, Vec<SourceId>> {
    let mut cited: HashMap<ClaimId, Vec<SourceId>> = HashMap::new();
    for piece in evidence {
        let sources = cited.entry(piece.claim).or_default();
        if !sources.contains(&piece.source) {
            sources.push(piece.source);
        }
    }
    cited
}
