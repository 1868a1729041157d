//! Claims as records, with the verdict that speaks for each and its sources.

use rusqlite::{OptionalExtension, Row, ToSql, named_params};
use uuid::Uuid;

use crate::model::claim::ClaimFilter;
use crate::model::ids::{ArticleId, ClaimId, RevisionId};
use crate::model::publication::{Appearance, ImportOf, Publication};
use crate::model::record::{ClaimRecord, RecordSource};
use crate::model::scale::AS_PUBLISHED;
use crate::model::text::Span;
use crate::store::narrow::Narrowing;
use crate::store::rows::{json_option, parsed, parsed_option};
use crate::store::sight::seen;
use crate::store::{Reader, Result, StoreError};

/// Claims, each with where it was made, the page that its check was published
/// on, and the verdict that its ruling rests on, else the latest, where that may
/// be seen. Lists are gathered only where there is something to gather: most claims
/// of a large desk have neither topics nor sources.
const RECORDS: &str = "
    SELECT c.id, c.uuid, c.statement, c.claim_date, c.extra, m.name AS claimant,
           coalesce(a.quote, w.quote) AS quote, coalesce(a.start_char, w.start_char) AS start_char,
           coalesce(a.end_char, w.end_char) AS end_char,
           coalesce(w.url, t.url) AS article_url, coalesce(w.title, t.title) AS article_title,
           coalesce(c.language, t.language) AS language,
           CASE WHEN EXISTS (SELECT 1 FROM claim_topics ct WHERE ct.claim_id = c.id) THEN
               (SELECT json_group_array(n.name ORDER BY n.name)
                FROM claim_topics ct JOIN topics n ON n.id = ct.topic_id WHERE ct.claim_id = c.id) END AS topics,
           CASE WHEN EXISTS (SELECT 1 FROM appearances o WHERE o.claim_id = c.id AND o.number > 1) THEN
               (SELECT json_group_array(o.url ORDER BY o.number)
                FROM appearances o WHERE o.claim_id = c.id AND o.number > 1) END AS appearances,
           b.url AS check_url, b.title AS check_title, b.published AS check_published, b.publisher, b.publisher_url,
           b.rating_label,
           s.slug AS scale, g.slug AS rating, g.label, v.rationale, v.correction, p.handle AS reviewer,
           v.created_at AS reviewed_at, EXISTS (SELECT 1 FROM evidence e WHERE e.claim_id = c.id) AS cites
    FROM claims c
    LEFT JOIN latest_places a ON a.claim_id = c.id
    LEFT JOIN articles t ON t.id = c.article_id
    LEFT JOIN appearances w ON w.claim_id = c.id AND w.number = 1
    LEFT JOIN claimants m ON m.id = c.claimant_id
    LEFT JOIN publications b ON b.claim_id = c.id
    LEFT JOIN verdicts v ON {visible} AND v.id = iif(c.rating_id IS NULL, NULL, coalesce(
        (SELECT r.ruled_verdict_id FROM rulings r WHERE r.claim_id = c.id ORDER BY r.uuid DESC LIMIT 1),
        (SELECT k.id FROM kept_verdicts k WHERE k.claim_id = c.id ORDER BY k.uuid DESC LIMIT 1)))
    LEFT JOIN reviewers p ON p.id = v.reviewer_id
    LEFT JOIN ratings g ON g.id = c.rating_id AND v.id IS NOT NULL
    LEFT JOIN scales s ON s.id = g.scale_id";

/// What a claim's verdicts rest on, and what was added besides.
const SOURCES: &str = "
    SELECT s.url, s.doi, s.isbn, s.title, s.author, s.publisher, s.published, s.accessed, s.archived_url,
           s.kind, e.stance, e.quote, e.locator
    FROM evidence e
    JOIN claims c ON c.id = e.claim_id
    JOIN sources s ON s.id = e.source_id
    WHERE e.claim_id = :claim AND (e.verdict_id IS NULL OR {visible})
        AND (s.confidentiality = 'public' OR NOT :public)
    ORDER BY e.id";

/// The columns of a row one after the other: to look for each by its name takes a
/// third of the time of an export.
#[derive(Default)]
struct InOrder(usize);

impl InOrder {
    fn next(&mut self) -> usize {
        self.0 += 1;
        self.0 - 1
    }
}

/// A claim, and whether it cites a source.
fn record(row: &Row<'_>) -> rusqlite::Result<(ClaimId, ClaimRecord, bool)> {
    let mut at = InOrder::default();
    let id = ClaimId(row.get(at.next())?);
    let mut record = ClaimRecord {
        id: Some(parsed(row, at.next())?),
        claim: row.get(at.next())?,
        claim_date: parsed_option(row, at.next())?,
        extra: json_option(row, at.next())?.unwrap_or_default(),
        claimant: row.get(at.next())?,
        quote: row.get(at.next())?,
        start: row.get(at.next())?,
        end: row.get(at.next())?,
        article_url: row.get(at.next())?,
        article_title: row.get(at.next())?,
        language: row.get(at.next())?,
        topics: json_option(row, at.next())?.unwrap_or_default(),
        appearances: json_option(row, at.next())?.unwrap_or_default(),
        check_url: row.get(at.next())?,
        check_title: row.get(at.next())?,
        check_published: parsed_option(row, at.next())?,
        publisher: row.get(at.next())?,
        publisher_url: row.get(at.next())?,
        rating_label: row.get(at.next())?,
        scale: row.get(at.next())?,
        rating: row.get(at.next())?,
        ..ClaimRecord::default()
    };
    let label: Option<String> = row.get(at.next())?;
    let rationale: Option<String> = row.get(at.next())?;
    record.rationale = rationale.filter(|text| !text.is_empty());
    record.correction = row.get(at.next())?;
    record.reviewer = row.get(at.next())?;
    record.reviewed_at = parsed_option(row, at.next())?;
    if record.scale.as_deref() == Some(AS_PUBLISHED) {
        record.rating_label = record.rating_label.or(label);
        record.scale = None;
        record.rating = None;
    }
    Ok((id, record, row.get(at.next())?))
}

fn source(row: &Row<'_>) -> rusqlite::Result<RecordSource> {
    let mut at = InOrder::default();
    Ok(RecordSource {
        url: row.get(at.next())?,
        doi: row.get(at.next())?,
        isbn: row.get(at.next())?,
        title: row.get(at.next())?,
        author: row.get(at.next())?,
        publisher: row.get(at.next())?,
        published: parsed_option(row, at.next())?,
        accessed: parsed_option(row, at.next())?,
        archived_url: row.get(at.next())?,
        kind: parsed_option(row, at.next())?,
        stance: parsed_option(row, at.next())?,
        quote: row.get(at.next())?,
        locator: row.get(at.next())?,
    })
}

/// Each source once: a verdict that replaces another may cite what that cites.
fn once(
    cited: impl Iterator<Item = rusqlite::Result<RecordSource>>,
) -> rusqlite::Result<Vec<RecordSource>> {
    let mut sources = Vec::new();
    for source in cited {
        let source = source?;
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    Ok(sources)
}

impl Reader<'_> {
    /// The claims that a filter lets through as records, in the order of their
    /// numbers; with `public`, without the sources that are not for everybody.
    pub(crate) fn records<E: From<StoreError>>(
        &self,
        filter: &ClaimFilter,
        public: bool,
        mut each: impl FnMut(ClaimId, ClaimRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let narrowing = Narrowing::new(filter, self.sight())?;
        let sql = format!(
            "{} WHERE {} ORDER BY c.id LIMIT :limit",
            seen(RECORDS),
            narrowing.condition()
        );
        let lost = |error| E::from(StoreError::Sqlite(error));
        let mut query = self.connection.prepare_cached(&sql).map_err(lost)?;
        let mut sources = self
            .connection
            .prepare_cached(&seen(SOURCES))
            .map_err(lost)?;
        let viewer = self.sight().viewer();
        let mut rows = query.query(&*narrowing.values()).map_err(lost)?;
        while let Some(row) = rows.next().map_err(lost)? {
            let (claim, mut one, has_sources) = record(row).map_err(lost)?;
            if has_sources {
                let of_claim =
                    named_params! { ":claim": claim.0, ":public": public, ":viewer": viewer };
                let cited = sources.query_map(of_claim, source).map_err(lost)?;
                one.sources = once(cited).map_err(lost)?;
            }
            each(claim, one)?;
        }
        Ok(())
    }

    /// One claim as a record, with all its sources.
    pub(crate) fn record_of(&self, claim: ClaimId) -> Result<Option<ClaimRecord>> {
        let viewer = self.sight().viewer();
        let mut query = self
            .connection
            .prepare_cached(&format!("{} WHERE c.id = :id", seen(RECORDS)))?;
        let values: [(&str, &dyn ToSql); 2] = [(":id", &claim.0), (":viewer", &viewer)];
        let found = query.query_one(&values, record).optional()?;
        let Some((_, mut found, _)) = found else {
            return Ok(None);
        };
        let mut sources = self.connection.prepare_cached(&seen(SOURCES))?;
        let of_claim = named_params! { ":claim": claim.0, ":public": false, ":viewer": viewer };
        let cited = sources.query_map(of_claim, source)?;
        found.sources = once(cited)?;
        Ok(Some(found))
    }

    /// The claim with that identity across desks.
    pub(crate) fn claim_with_uuid(&self, uuid: Uuid) -> Result<Option<ClaimId>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT id FROM claims WHERE uuid = :uuid")?;
        let id = query
            .query_one(named_params! { ":uuid": uuid.to_string() }, |row| {
                row.get(0)
            })
            .optional()?;
        Ok(id.map(ClaimId))
    }

    /// The claim that has exactly these words of a revision, with what it says.
    pub(crate) fn claim_at(
        &self,
        revision: RevisionId,
        words: Span,
    ) -> Result<Option<(Uuid, String)>> {
        let mut query = self.connection.prepare_cached(
            "SELECT c.uuid, c.statement FROM anchors a JOIN claims c ON c.id = a.claim_id
             WHERE a.revision_id = :revision AND a.start_byte = :start AND a.end_byte = :end
             ORDER BY c.id LIMIT 1",
        )?;
        let values =
            named_params! { ":revision": revision.0, ":start": words.start, ":end": words.end };
        let found = query.query_one(values, |row| {
            Ok((parsed(row, "uuid")?, row.get("statement")?))
        });
        Ok(found.optional()?)
    }

    /// Whether a verdict, a piece of evidence, a flag or a comment has that identity
    /// across desks.
    pub(crate) fn knows_annotation(&self, uuid: Uuid) -> Result<bool> {
        let mut query = self.connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM verdicts WHERE uuid = :uuid)
                 OR EXISTS (SELECT 1 FROM evidence WHERE uuid = :uuid)
                 OR EXISTS (SELECT 1 FROM flags WHERE uuid = :uuid)
                 OR EXISTS (SELECT 1 FROM comments WHERE uuid = :uuid)",
        )?;
        let values = named_params! { ":uuid": uuid.to_string() };
        Ok(query.query_one(values, |row| row.get(0))?)
    }

    /// The article with a revision out of the file with that SHA-256, in
    /// hexadecimal.
    pub(crate) fn article_with_bytes(&self, sha256: &str) -> Result<Option<ArticleId>> {
        let mut query = self.connection.prepare_cached(
            "SELECT r.article_id FROM blobs b JOIN revisions r ON r.blob_id = b.id
             WHERE b.sha256 = :sha256 ORDER BY r.id DESC LIMIT 1",
        )?;
        let values = named_params! { ":sha256": sha256 };
        let id = query.query_one(values, |row| row.get(0)).optional()?;
        Ok(id.map(ArticleId))
    }

    /// The page that the check of a claim was published on, if one is known.
    pub(crate) fn publication(&self, claim: ClaimId) -> Result<Option<Publication>> {
        let mut query = self.connection.prepare_cached(
            "SELECT url, title, published, publisher, publisher_url, rating_label FROM publications
             WHERE claim_id = :claim",
        )?;
        let publication = |row: &Row<'_>| {
            Ok(Publication {
                url: row.get("url")?,
                title: row.get("title")?,
                published: parsed_option(row, "published")?,
                publisher: row.get("publisher")?,
                publisher_url: row.get("publisher_url")?,
                rating_label: row.get("rating_label")?,
            })
        };
        let claim = named_params! { ":claim": claim.0 };
        Ok(query.query_one(claim, publication).optional()?)
    }

    /// Where an imported claim was made, as its record says.
    pub(crate) fn appearances(&self, claim: ClaimId) -> Result<Vec<Appearance>> {
        let mut query = self.connection.prepare_cached(
            "SELECT url, title, quote, start_char, end_char FROM appearances WHERE claim_id = :claim ORDER BY number",
        )?;
        let rows = query.query_map(named_params! { ":claim": claim.0 }, |row| {
            Ok(Appearance {
                url: row.get("url")?,
                title: row.get("title")?,
                quote: row.get("quote")?,
                start: row.get("start_char")?,
                end: row.get("end_char")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The files that a claim came from, oldest first.
    pub(crate) fn imports_of(&self, claim: ClaimId) -> Result<Vec<ImportOf>> {
        let mut query = self.connection.prepare_cached(
            "SELECT i.id, i.file_name, i.format, i.sha256, i.created_at, p.handle, r.record, r.outcome
             FROM imported_claims r JOIN imports i ON i.id = r.import_id JOIN reviewers p ON p.id = i.reviewer_id
             WHERE r.claim_id = :claim ORDER BY i.id",
        )?;
        let rows = query.query_map(named_params! { ":claim": claim.0 }, |row| {
            Ok(ImportOf {
                import: row.get("id")?,
                file_name: row.get("file_name")?,
                format: row.get("format")?,
                sha256: row.get("sha256")?,
                record: row.get("record")?,
                outcome: parsed(row, "outcome")?,
                reviewer: row.get("handle")?,
                at: parsed(row, "created_at")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// The columns of [`RECORDS`], as [`record`] reads them.
    const RECORD_COLUMNS: [&str; 28] = [
        "id",
        "uuid",
        "statement",
        "claim_date",
        "extra",
        "claimant",
        "quote",
        "start_char",
        "end_char",
        "article_url",
        "article_title",
        "language",
        "topics",
        "appearances",
        "check_url",
        "check_title",
        "check_published",
        "publisher",
        "publisher_url",
        "rating_label",
        "scale",
        "rating",
        "label",
        "rationale",
        "correction",
        "reviewer",
        "reviewed_at",
        "cites",
    ];

    /// The columns of [`SOURCES`], as [`source`] reads them.
    const SOURCE_COLUMNS: [&str; 13] = [
        "url",
        "doi",
        "isbn",
        "title",
        "author",
        "publisher",
        "published",
        "accessed",
        "archived_url",
        "kind",
        "stance",
        "quote",
        "locator",
    ];

    #[test]
    fn columns_are_read_in_the_order_of_the_queries() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        let store = Store::create(&path, |_| Ok::<_, StoreError>(())).unwrap();
        let columns = |sql: &str| {
            let read = store.read(|reader| {
                let query = reader.connection.prepare(&seen(sql))?;
                let names = query.column_names();
                Ok::<_, StoreError>(names.into_iter().map(str::to_owned).collect::<Vec<_>>())
            });
            read.unwrap()
        };
        assert_eq!(columns(RECORDS), RECORD_COLUMNS);
        assert_eq!(columns(SOURCES), SOURCE_COLUMNS);
    }
}
