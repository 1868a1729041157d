//! Filters as conditions on the things that hits stand for. A filter that a
//! kind of thing can't answer leaves that kind out, also where it is negated.

use rusqlite::ToSql;

use super::DATE;
use crate::model::search::Holding;
use crate::search::{Filter, Test};
use crate::store::sight::Sight;

/// The facets `n` within the latest place of a claim `c`.
const FACETS: &str = "FROM latest_places l JOIN facets n ON n.revision_id = l.revision_id
        AND n.start_byte >= l.start_byte AND n.start_byte < l.end_byte AND n.end_byte <= l.end_byte
    WHERE l.claim_id = c.id";

/// That who looks may see a flag `x`.
const FLAG_SEEN: &str =
    "(x.about IS NULL OR EXISTS (SELECT 1 FROM claims c WHERE c.id = x.claim_id AND {visible}))";

/// That who looks may see each hit: as `source list` and `flag list` have it.
const HIT_SEEN: &str = "(f.id IS NULL OR f.about IS NULL
        OR EXISTS (SELECT 1 FROM claims c WHERE c.id = f.claim_id AND {visible}))
    AND (s.id IS NULL OR NOT EXISTS (SELECT 1 FROM evidence e WHERE e.source_id = s.id)
        OR EXISTS (SELECT 1 FROM evidence e JOIN claims c ON c.id = e.claim_id
                   WHERE e.source_id = s.id AND (e.verdict_id IS NULL OR {visible})))";

/// Conditions that all must hold, and the values of their parameters.
pub(super) struct Narrowing {
    conditions: Vec<String>,
    values: Vec<(String, Box<dyn ToSql>)>,
}

impl Narrowing {
    /// The conditions of filters, for who looks.
    pub(super) fn new(filters: &[Filter], sight: Sight) -> Self {
        let mut all = Self {
            conditions: Vec::new(),
            values: Vec::new(),
        };
        if sight != Sight::All {
            all.conditions.push(HIT_SEEN.to_owned());
        }
        let mut on_flags = Vec::new();
        for filter in filters {
            if let (Test::Flag(words), false) = (&filter.test, filter.negated) {
                on_flags.push(all.of_flag(words));
                continue;
            }
            let (kinds, condition) = all.test(&filter.test);
            let condition = if filter.negated {
                format!("NOT coalesce({condition}, false)")
            } else {
                condition
            };
            all.conditions.push(format!("({kinds}) AND ({condition})"));
        }
        // All that is asked of flags is asked of one and the same.
        if !on_flags.is_empty() {
            let condition = flagged(&on_flags.join(" AND "));
            all.conditions.push(condition);
        }
        if all
            .conditions
            .iter()
            .any(|condition| condition.contains("{visible}"))
        {
            all.value(":viewer", sight.viewer());
        }
        all
    }

    /// Whether the conditions look at the things themselves.
    pub(super) fn asks(&self) -> bool {
        !self.conditions.is_empty()
    }

    /// The conditions as one.
    pub(super) fn condition(&self) -> String {
        if self.conditions.is_empty() {
            "true".to_owned()
        } else {
            self.conditions.join(" AND ")
        }
    }

    /// Adds a value.
    pub(super) fn value(&mut self, name: &str, value: impl ToSql + 'static) {
        self.values.push((name.to_owned(), Box::new(value)));
    }

    /// The values by name.
    pub(super) fn values(&self) -> impl Iterator<Item = (&str, &dyn ToSql)> {
        self.values
            .iter()
            .map(|(name, value)| (name.as_str(), &**value))
    }

    /// A list of values as a parameter, and as a table of them.
    fn list<T: ToString>(&mut self, values: &[T]) -> String {
        let name = format!(":f{}", self.values.len());
        let words: Vec<String> = values.iter().map(ToString::to_string).collect();
        self.value(&name, serde_json::json!(words).to_string());
        format!("(SELECT value FROM json_each({name}))")
    }

    fn of_flag(&mut self, words: &[String]) -> String {
        let list = self.list(words);
        format!(
            "EXISTS (SELECT 1 FROM {list} w
                     WHERE w.value IN (x.state, x.severity, x.category, lower(x.code), lower(x.name)))"
        )
    }

    /// The kinds of things that can answer, and what they must answer.
    fn test(&mut self, test: &Test) -> (&'static str, String) {
        const CLAIMS: &str = "c.id IS NOT NULL";
        match test {
            Test::Rating(slugs) => {
                let list = self.list(slugs);
                let rated = "c.rating_id IN (SELECT g.id FROM ratings g WHERE g.slug IN";
                (CLAIMS, format!("({rated} {list}) AND {{visible}})"))
            }
            Test::State(states) => (CLAIMS, format!("c.state IN {}", self.list(states))),
            Test::Reviewer(handles) => {
                let list = self.list(handles);
                let condition = format!(
                    "(EXISTS (SELECT 1 FROM standing_verdicts v JOIN reviewers p ON p.id = v.reviewer_id
                              WHERE v.claim_id = c.id AND p.handle IN {list}) AND {{visible}})"
                );
                (CLAIMS, condition)
            }
            Test::Article(ids) => {
                let list = self.list(ids);
                let article = "coalesce(c.article_id, t.id, f.article_id)";
                ("s.id IS NULL", format!("CAST({article} AS TEXT) IN {list}"))
            }
            Test::Since(day) => ("true", self.latest_from(day)),
            Test::Before(day) => ("true", self.earliest_before(day)),
            Test::Has(holdings) => {
                let any: Vec<String> = holdings.iter().map(|one| holding(*one)).collect();
                (CLAIMS, format!("({})", any.join(" OR ")))
            }
            Test::Mentions(names) => {
                let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
                let list = self.list(&names);
                let condition = format!(
                    "EXISTS (SELECT 1 {FACETS} AND EXISTS (SELECT 1 FROM {list} w WHERE instr(n.name, w.value) > 0))"
                );
                (CLAIMS, condition)
            }
            Test::Flag(words) => {
                let condition = flagged(&self.of_flag(words));
                ("s.id IS NULL", condition)
            }
            Test::Claimant(names) => {
                let list = self.list(names);
                let condition = format!(
                    "c.claimant_id IN (SELECT p.id FROM claimants p WHERE p.name IN {list})"
                );
                (CLAIMS, condition)
            }
            Test::Topic(names) => {
                let list = self.list(names);
                let condition = format!(
                    "EXISTS (SELECT 1 FROM claim_topics o JOIN topics p ON p.id = o.topic_id
                             WHERE o.claim_id = c.id AND p.name IN {list})"
                );
                (CLAIMS, condition)
            }
            Test::Kind(kinds) => {
                let list = self.list(kinds);
                let kind = "CASE h.id & 3 WHEN 0 THEN 'claim' WHEN 1 THEN 'article' WHEN 2 THEN 'source' ELSE 'flag' END";
                ("true", format!("{kind} IN {list}"))
            }
        }
    }

    /// The last day that a date can mean is this one or later: what it leaves open
    /// is filled up.
    fn latest_from(&mut self, day: &str) -> String {
        let name = format!(":f{}", self.values.len());
        self.value(&name, day.to_owned());
        let last = format!("substr({DATE}, instr({DATE}, '/') + 1)");
        let known = format!("replace(rtrim(substr({last}, 1, 10), '~?%.'), 'X', '9')");
        format!("{known} || substr('9999-12-31', length({known}) + 1) >= {name}")
    }

    /// The first day that a date can mean is an earlier one.
    fn earliest_before(&mut self, day: &str) -> String {
        let name = format!(":f{}", self.values.len());
        self.value(&name, day.to_owned());
        let first = format!("substr({DATE}, 1, instr({DATE} || '/', '/') - 1)");
        let known = format!("replace(rtrim(substr({first}, 1, 10), '~?%.'), 'X', '0')");
        format!("{known} || substr('0000-01-01', length({known}) + 1) < {name}")
    }
}

/// That a claim has something.
fn holding(holding: Holding) -> String {
    let facet = |kind: &str| format!("EXISTS (SELECT 1 {FACETS} AND n.kind = '{kind}')");
    match holding {
        Holding::Figure => facet("quantity"),
        Holding::Date => facet("date"),
        Holding::Name => facet("name"),
        Holding::Quotation => facet("quotation"),
        Holding::Attribution => facet("attribution"),
        Holding::Verdict => "(EXISTS (SELECT 1 FROM kept_verdicts v WHERE v.claim_id = c.id) AND {visible})".to_owned(),
        Holding::Ruling => "(c.decided_at IS NOT NULL AND {visible})".to_owned(),
        Holding::Correction => "(EXISTS (SELECT 1 FROM standing_verdicts v
                                         WHERE v.claim_id = c.id AND v.correction IS NOT NULL) AND {visible})".to_owned(),
        Holding::Evidence => "EXISTS (SELECT 1 FROM evidence e WHERE e.claim_id = c.id
                                      AND (e.verdict_id IS NULL OR {visible}))".to_owned(),
        Holding::Comment => "EXISTS (SELECT 1 FROM comments m WHERE m.claim_id = c.id)".to_owned(),
        Holding::Flag => format!("EXISTS (SELECT 1 FROM flags x WHERE x.claim_id = c.id AND {FLAG_SEEN})"),
    }
}

/// That a thing is a flag `x` of which something holds, or has one.
fn flagged(condition: &str) -> String {
    let exists = |on: &str| {
        format!("EXISTS (SELECT 1 FROM flags x WHERE {on} AND {condition} AND {FLAG_SEEN})")
    };
    format!(
        "CASE h.id & 3 WHEN 0 THEN {} WHEN 1 THEN {} WHEN 3 THEN {} END",
        exists("x.claim_id = c.id"),
        exists("x.article_id = t.id"),
        exists("x.id = f.id")
    )
}
