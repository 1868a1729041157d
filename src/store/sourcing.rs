//! What claims rest on, as rules look at it: the facts of one article or claim,
//! in a fixed number of queries.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Row, named_params};

use super::rows::parsed_option;
use super::{Reader, Result, Scope};
use crate::model::ids::{ArticleId, ClaimId, EvidenceId, SourceId};
use crate::model::source::Evidence;
use crate::model::sourcing::{Circular, CitedSource, ClaimSourcing};

/// The sources that the claims of a scope cite. One is the article itself when it
/// has its address or the bytes of one of its revisions, and cites it when its
/// latest snapshot gives that address.
const CITED: &str = "
    SELECT s.id, s.kind, s.type, s.publisher, s.published, s.url, s.archived_url IS NOT NULL AS archived,
           EXISTS (SELECT 1 FROM snapshots n WHERE n.source_id = s.id) AS snapshot,
           (SELECT iif(k.outcome = 'gone', k.checked_at, NULL) FROM source_checks k
            WHERE k.source_id = s.id ORDER BY k.checked_at DESC, k.uuid DESC LIMIT 1) AS gone_since,
           EXISTS (SELECT 1 FROM source_identities i
                   WHERE i.source_id = s.id
                       AND (i.identity = 'url:' || :address
                            OR i.identity IN (SELECT 'file:' || b.sha256 FROM revisions r JOIN blobs b ON b.id = r.blob_id
                                              WHERE r.article_id = :article))) AS is_article,
           EXISTS (SELECT 1 FROM json_each((SELECT n.links FROM snapshots n WHERE n.source_id = s.id
                                            ORDER BY n.taken_at DESC, n.uuid DESC LIMIT 1))
                   WHERE value = :address) AS cites_article
    FROM sources s
    WHERE s.id IN (SELECT e.source_id FROM evidence e JOIN claims c ON c.id = e.claim_id WHERE {scope})";

fn cited(row: &Row<'_>) -> rusqlite::Result<(SourceId, CitedSource)> {
    let circular = match (row.get("is_article")?, row.get("cites_article")?) {
        (true, _) => Some(Circular::Itself),
        (false, true) => Some(Circular::CitesIt),
        (false, false) => None,
    };
    let source = CitedSource {
        kind: parsed_option(row, "kind")?,
        source_type: parsed_option(row, "type")?,
        publisher: row.get("publisher")?,
        published: parsed_option(row, "published")?,
        url: row.get("url")?,
        archived: row.get("archived")?,
        snapshot: row.get("snapshot")?,
        gone_since: parsed_option(row, "gone_since")?,
        circular,
    };
    Ok((SourceId(row.get("id")?), source))
}

fn of_scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Claim(_) => "c.id = :id",
        Scope::Article(_) => "c.article_id = :id",
    }
}

impl Reader<'_> {
    /// What the claims of a scope rest on that are not dismissed, in the order of
    /// the text.
    pub fn sourcing(&self, scope: Scope) -> Result<Vec<ClaimSourcing>> {
        let (verdicts, outside) = self.verdicts(scope)?;
        let mut of_claim: HashMap<ClaimId, (bool, Vec<Evidence>)> = HashMap::new();
        for verdict in verdicts
            .into_iter()
            .filter(crate::model::verdict::Verdict::stands)
        {
            let (says_why_none, evidence) = of_claim.entry(verdict.claim).or_default();
            *says_why_none |= verdict.no_source.is_some();
            evidence.extend(verdict.evidence);
        }
        for piece in outside {
            of_claim.entry(piece.claim).or_default().1.push(piece);
        }
        let sql = format!(
            "SELECT c.id, c.statement, g.position IS NOT NULL AS is_rated
             FROM claims c LEFT JOIN ratings g ON g.id = c.rating_id
             WHERE {} AND c.state <> 'dismissed'
             ORDER BY c.place, c.id",
            of_scope(scope)
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let claims = query.query_map(named_params! { ":id": scope.id() }, |row| {
            let claim = ClaimId(row.get("id")?);
            let (says_why_none, evidence) = of_claim.remove(&claim).unwrap_or_default();
            Ok(ClaimSourcing {
                claim,
                statement: row.get("statement")?,
                is_rated: row.get("is_rated")?,
                says_why_none,
                evidence,
            })
        })?;
        Ok(claims.collect::<rusqlite::Result<_>>()?)
    }

    /// The evidence on the claims of a scope whose quote stands in some snapshot of
    /// its source.
    pub fn stood_once(&self, scope: Scope) -> Result<BTreeSet<EvidenceId>> {
        let sql = format!(
            "SELECT e.id FROM findings f
             JOIN evidence e ON e.id = f.evidence_id
             JOIN claims c ON c.id = e.claim_id
             WHERE {} AND f.finding = 'found'",
            of_scope(scope)
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let found = query.query_map(named_params! { ":id": scope.id() }, |row| {
            Ok(EvidenceId(row.get(0)?))
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The sources that the claims of a scope cite, held against the article that
    /// the claims are from and its address, as sources are recognised by it.
    pub fn cited_by(
        &self,
        scope: Scope,
        article: Option<ArticleId>,
        address: Option<&str>,
    ) -> Result<BTreeMap<SourceId, CitedSource>> {
        let sql = CITED.replace("{scope}", of_scope(scope));
        let mut query = self.connection.prepare_cached(&sql)?;
        let values = named_params! { ":id": scope.id(), ":article": article.map(|id| id.0), ":address": address };
        let sources = query.query_map(values, cited)?;
        Ok(sources.collect::<rusqlite::Result<_>>()?)
    }
}
