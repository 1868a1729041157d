//! What a thing needs before it can be written: all that it refers to, words that
//! stand where it says, a number.

use serde_json::Value;

use super::super::{DeskError, Result};
use super::merge::Merge;
use super::take::refused;
use crate::store::StoreError;
use crate::store::archive::{Fields, Kind, Missing, Resolved, Target, kind_called, said};

/// The numbers of a kind: up to which they were given when the merge began, and
/// the last one that it gave.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    given: i64,
    last: i64,
}

impl Merge<'_> {
    /// Finds what a thing refers to; none where that is gone, so that the thing goes
    /// with it.
    pub(super) fn resolve(
        &self,
        line: u64,
        kind: &Kind,
        fields: &mut Fields,
    ) -> Result<Option<Resolved>> {
        loop {
            let missing = match self.writer.resolved(kind, fields)? {
                Ok(resolved) => return Ok(Some(resolved)),
                Err(missing) => missing,
            };
            let Missing {
                field,
                target,
                name,
            } = &missing;
            let is_gone = self.writer.is_removed(target.word(), name)?
                || self.writer.is_left_out(target.word(), name)?
                || self.writer.is_removed_there(target.word(), name)?;
            if !is_gone {
                return Err(refused(
                    line,
                    format!(
                        "{}: {field} names the {} “{name}”, which is neither in the archive nor on this desk",
                        kind.word,
                        target.word()
                    ),
                ));
            }
            let is_of_row = kind.columns.iter().all(|column| column.field != *field);
            if is_of_row {
                drop_rows(kind, fields, field, name);
            } else if kind.word == "fact" && *target == Target::Claim {
                fields.insert((*field).to_owned(), Value::Null);
            } else {
                return Ok(None);
            }
        }
    }

    /// Refuses what hangs together otherwise than anything on a desk does.
    pub(super) fn check_company(&self, line: u64, kind: &Kind, fields: &Fields) -> Result<()> {
        match self.writer.of_another(kind, fields)? {
            Some(what) => Err(refused(
                line,
                format!("{}: {what} belongs to something else", kind.word),
            )),
            None => Ok(()),
        }
    }

    /// Refuses words that do not stand where they are said to.
    pub(super) fn check_words(&mut self, line: u64, kind: &Kind, fields: &Fields) -> Result<()> {
        let rows: Vec<Value> = match kind.word {
            "claim" => fields["anchors"].as_array().cloned().unwrap_or_default(),
            "flag" => vec![Value::Object(fields.clone())],
            _ => return Ok(()),
        };
        for row in &rows {
            let (Some(quote), Some(revision)) = (row["quote"].as_str(), row["revision"].as_str())
            else {
                continue;
            };
            if self
                .read
                .as_ref()
                .is_none_or(|(known, _)| known != revision)
            {
                let text = self.writer.text_of_revision(revision)?.unwrap_or_default();
                self.read = Some((revision.to_owned(), text));
            }
            let text = self.read.as_ref().map_or("", |(_, text)| text);
            if !stands_there(text, row, quote) {
                let why = format!("{}: its words do not stand there in the text", kind.word);
                return Err(refused(line, why));
            }
        }
        Ok(())
    }

    /// The number that a thing gets: its own where that was never given here, else
    /// the next that is free on both desks.
    pub(super) fn number(&mut self, kind: &'static Kind, fields: &Fields) -> Result<Option<i64>> {
        if !kind.numbered {
            return Ok(None);
        }
        let numbers = match self.numbers.get(kind.word) {
            Some(numbers) => *numbers,
            None => Numbers {
                given: self.writer.greatest_number_here(kind)?,
                last: self.writer.greatest_number(kind)?,
            },
        };
        let wanted = fields
            .get("number")
            .and_then(Value::as_i64)
            .unwrap_or_default();
        let is_free = wanted > numbers.given && !self.writer.has_number(kind, wanted)?;
        let (number, numbers) = if is_free {
            (wanted, numbers)
        } else {
            let last = numbers.last + 1;
            (last, Numbers { last, ..numbers })
        };
        self.numbers.insert(kind.word, numbers);
        Ok(Some(number))
    }

    /// Notes the claim that something came in about.
    pub(super) fn touch(&self, kind: &Kind, fields: &Fields) -> Result<()> {
        let writer = self.writer;
        match kind.word {
            "claim" => writer.touch_claim(said(fields, "uuid"))?,
            "withdrawal" => {
                let verdict = said(fields, "verdict");
                if let Some(kind) = kind_called("verdict")
                    && let Some(verdict) = writer.thing(kind, &[verdict])?
                {
                    writer.touch_claim(said(&verdict, "claim"))?;
                }
            }
            _ => writer.touch_claim(said(fields, "claim"))?,
        }
        Ok(())
    }
}

/// Refuses a source that is not recognised by what it is called.
pub(super) fn check_identity(line: u64, kind: &Kind, fields: &Fields) -> Result<()> {
    let identities = fields.get("identities").and_then(Value::as_array);
    let is_one = |identity: &Value| identities.is_some_and(|all| all.contains(identity));
    if kind.word == "source" && !fields.get("identity").is_some_and(is_one) {
        let why = "source: its identity is none of its identities".to_owned();
        return Err(refused(line, why));
    }
    Ok(())
}

/// Whether words stand in a text at the place that a row names in bytes and in
/// characters.
fn stands_there(text: &str, row: &Value, quote: &str) -> bool {
    let place = |name: &str| {
        row[name]
            .as_u64()
            .and_then(|place| usize::try_from(place).ok())
    };
    let (Some(start), Some(end)) = (place("start_byte"), place("end_byte")) else {
        return false;
    };
    let before = text.get(..start).map(|before| before.chars().count());
    text.get(start..end) == Some(quote)
        && before == place("start_char")
        && before.map(|before| before + quote.chars().count()) == place("end_char")
}

/// Leaves out the rows that refer to something that is gone.
fn drop_rows(kind: &Kind, fields: &mut Fields, field: &str, name: &str) {
    for rows in kind.rows {
        let Some(at) = rows.columns.iter().position(|column| column.field == field) else {
            continue;
        };
        if let Some(Value::Array(found)) = fields.get_mut(rows.field) {
            found.retain(|row| {
                let value = if rows.as_array { &row[at] } else { &row[field] };
                value.as_str() != Some(name)
            });
        }
    }
}

/// What the tables refuse, as the line that it comes from.
pub(super) fn misfit(line: u64, kind: &Kind, error: StoreError) -> DeskError {
    match error.refusal() {
        Some(why) => refused(line, format!("{}: {why}", kind.word)),
        None => error.into(),
    }
}
