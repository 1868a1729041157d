//! The desk's own reference facts.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::rows::{parsed, parsed_option, time};
use super::{Reader, Result, Writer};
use crate::model::edtf::Edtf;
use crate::model::ids::{ClaimId, SourceId};
use crate::model::reference::{Event, Fact, FactKind, FactSource, Facts, Organisation, Term};

/// What a source that is not public is called in a fact, which reports show.
const MASKED: &str = "a source that is not public";

/// Names of one role, in their order.
type Names = HashMap<(i64, String), Vec<String>>;

impl Reader<'_> {
    /// The desk's own facts, in the order they were added.
    pub fn own_facts(&self) -> Result<Facts> {
        let mut facts = Facts::default();
        let mut names = self.fact_names()?;
        let mut sources = self.fact_sources()?;
        let mut query = self.connection.prepare_cached(
            "SELECT id, slug, kind, statement, person, country, from_date, to_date, is_stretch, date_matters, place, note
             FROM reference_facts ORDER BY id",
        )?;
        let found = query.query_map([], |row| {
            let id: i64 = row.get("id")?;
            fact(row, id, &mut names, sources.remove(&id).unwrap_or_default())
        })?;
        for fact in found {
            facts.push(fact?);
        }
        Ok(facts)
    }

    fn fact_names(&self) -> Result<Names> {
        let mut query = self.connection.prepare_cached(
            "SELECT fact_id, role, name FROM reference_names ORDER BY fact_id, role, position",
        )?;
        let mut names = Names::new();
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let of = (row.get(0)?, row.get(1)?);
            names.entry(of).or_default().push(row.get(2)?);
        }
        Ok(names)
    }

    fn fact_sources(&self) -> Result<HashMap<i64, Vec<FactSource>>> {
        let mut query = self.connection.prepare_cached(
            "SELECT f.fact_id, coalesce(s.title, s.url, s.identity) AS title, s.publisher, s.url, s.published, s.kind,
                    s.confidentiality = 'public' AS public
             FROM reference_sources f JOIN sources s ON s.id = f.source_id
             ORDER BY f.fact_id, f.source_id",
        )?;
        let mut sources: HashMap<i64, Vec<FactSource>> = HashMap::new();
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            sources
                .entry(row.get(0)?)
                .or_default()
                .push(fact_source(row)?);
        }
        Ok(sources)
    }
}

fn fact_source(row: &Row<'_>) -> rusqlite::Result<FactSource> {
    if !row.get::<_, bool>("public")? {
        return Ok(FactSource {
            title: MASKED.to_owned(),
            publisher: None,
            url: None,
            published: None,
            kind: parsed_option(row, "kind")?,
        });
    }
    Ok(FactSource {
        title: row.get("title")?,
        publisher: row.get("publisher")?,
        url: row.get("url")?,
        published: parsed_option(row, "published")?,
        kind: parsed_option(row, "kind")?,
    })
}

fn fact(
    row: &Row<'_>,
    id: i64,
    names: &mut Names,
    sources: Vec<FactSource>,
) -> rusqlite::Result<Fact> {
    let mut of_role = |role: &str| names.remove(&(id, role.to_owned())).unwrap_or_default();
    let slug: String = row.get("slug")?;
    let statement: String = row.get("statement")?;
    let note: Option<String> = row.get("note")?;
    Ok(match parsed(row, "kind")? {
        FactKind::Event => Fact::Event(Event {
            id: slug,
            date: parsed(row, "from_date")?,
            is_stretch: row.get("is_stretch")?,
            date_matters: row.get("date_matters")?,
            also: of_role("also")
                .iter()
                .filter_map(|date| date.parse().ok())
                .collect(),
            statement,
            note,
            place: row.get("place")?,
            country: row.get("country")?,
            words: of_role("word"),
            near: of_role("near"),
            not: of_role("not"),
            sources,
        }),
        FactKind::Office => Fact::Office(Term {
            id: slug,
            person: row.get("person")?,
            names: of_role("name"),
            office: statement,
            titles: of_role("title"),
            country: row.get("country")?,
            demonyms: of_role("demonym"),
            from: parsed(row, "from_date")?,
            to: parsed_option(row, "to_date")?,
            note,
            sources,
        }),
        FactKind::Organisation => Fact::Organisation(Organisation {
            id: slug,
            name: statement,
            names: of_role("name"),
            founded: parsed(row, "from_date")?,
            dissolved: parsed_option(row, "to_date")?,
            note,
            sources,
        }),
    })
}

impl Writer<'_> {
    /// Adds a fact of the desk's own, with the sources that it rests on. One of the
    /// same name gives way to it.
    pub fn insert_fact(
        &self,
        fact: &Fact,
        sources: &[SourceId],
        claim: Option<ClaimId>,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.delete_fact(fact.id())?;
        let (kind, statement, from, to) = match fact {
            Fact::Event(event) => (FactKind::Event, &event.statement, &event.date, None),
            Fact::Office(term) => (FactKind::Office, &term.office, &term.from, term.to.as_ref()),
            Fact::Organisation(one) => (
                FactKind::Organisation,
                &one.name,
                &one.founded,
                one.dissolved.as_ref(),
            ),
        };
        let (event, term) = match fact {
            Fact::Event(event) => (Some(event), None),
            Fact::Office(term) => (None, Some(term)),
            Fact::Organisation(_) => (None, None),
        };
        let note = match fact {
            Fact::Event(event) => &event.note,
            Fact::Office(term) => &term.note,
            Fact::Organisation(organisation) => &organisation.note,
        };
        let country = term
            .map(|term| &term.country)
            .or(event.and_then(|event| event.country.as_ref()));
        let id: i64 = self.connection.query_one(
            "INSERT INTO reference_facts (uuid, slug, kind, statement, person, country, from_date, to_date, is_stretch, date_matters,
                                          place, note, claim_id, created_at)
             VALUES (:uuid, :slug, :kind, :statement, :person, :country, :from, :to, :is_stretch, :date_matters, :place, :note, :claim, :at)
             RETURNING id",
            named_params! {
                ":uuid": uuid.to_string(),
                ":slug": fact.id(),
                ":kind": kind.as_str(),
                ":statement": statement,
                ":person": term.map(|term| &term.person),
                ":country": country,
                ":from": from.as_str(),
                ":to": to.map(Edtf::as_str),
                ":is_stretch": event.is_some_and(|event| event.is_stretch),
                ":date_matters": event.is_some_and(|event| event.date_matters),
                ":place": event.and_then(|event| event.place.as_ref()),
                ":note": note,
                ":claim": claim.map(|claim| claim.0),
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        self.insert_fact_names(id, fact)?;
        let mut insert = self.connection.prepare_cached(
            "INSERT OR IGNORE INTO reference_sources (fact_id, source_id) VALUES (:fact, :source)",
        )?;
        for source in sources {
            insert.execute(named_params! { ":fact": id, ":source": source.0 })?;
        }
        Ok(())
    }

    fn insert_fact_names(&self, id: i64, fact: &Fact) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO reference_names (fact_id, role, position, name) VALUES (:fact, :role, :position, :name)",
        )?;
        let mut add = |role: &str, names: &[String]| {
            for (position, name) in names.iter().enumerate() {
                insert.execute(named_params! { ":fact": id, ":role": role, ":position": position, ":name": name })?;
            }
            Ok::<_, rusqlite::Error>(())
        };
        match fact {
            Fact::Event(event) => {
                let also: Vec<String> = event
                    .also
                    .iter()
                    .map(|date| date.as_str().to_owned())
                    .collect();
                add("word", &event.words)?;
                add("near", &event.near)?;
                add("not", &event.not)?;
                add("also", &also)?;
            }
            Fact::Office(term) => {
                add("name", &term.names)?;
                add("title", &term.titles)?;
                add("demonym", &term.demonyms)?;
            }
            Fact::Organisation(organisation) => add("name", &organisation.names)?,
        }
        Ok(())
    }

    /// Takes a fact of the desk's own away; whether there was one.
    pub fn delete_fact(&self, slug: &str) -> Result<bool> {
        let gone = self
            .connection
            .prepare_cached("DELETE FROM reference_facts WHERE slug = :slug")?
            .execute(named_params! { ":slug": slug })?;
        Ok(gone > 0)
    }
}
