//! Dates: as EDTF (ISO 8601-2), and as the date variables of CSL-JSON.
//!
//! CSL-JSON says a year, a month or a day, an interval of two of them, a
//! season, and that all of it is approximate. EDTF says more; that is handed
//! on under `raw`, and what is no date at all, such as "in press", under
//! `literal`.

use serde_json::{Map, Value, json};

use super::names::one_line;
use crate::model::edtf::{Edtf, EdtfDate};

/// When something was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Date {
    /// A date or an interval.
    Edtf(Edtf),
    /// Words.
    Words(String),
}

impl Date {
    /// What a text says: a date where it is one, else words.
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = one_line(text)?;
        // Uncertain and approximate are one for CSL and for the desk.
        let marked = text.replace(['?', '%'], "~");
        // An open interval may leave its open side empty, as in EDTF of before 2019.
        let open = match marked.split_once('/') {
            Some((start, "")) => format!("{start}/.."),
            Some(("", end)) => format!("../{end}"),
            _ => marked,
        };
        Some(open.parse().map_or(Self::Words(text), Self::Edtf))
    }

    /// The date that the desk can store: the first, where there are two.
    pub(super) fn first(&self) -> Option<EdtfDate> {
        match self {
            Self::Edtf(date) => date.start().trim_end_matches('~').parse().ok(),
            Self::Words(_) => None,
        }
    }

    /// The date as it is written in formats that read EDTF.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Edtf(date) => date.as_str(),
            Self::Words(words) => words,
        }
    }

    /// Reads a date variable: an object, or a text in EDTF.
    pub(super) fn from_csl(value: &Value) -> Result<Option<Self>, String> {
        match value {
            Value::String(text) => Ok(Self::of(text)),
            Value::Object(fields) => Self::from_fields(fields),
            _ => Err("a date is neither an object nor a text".to_owned()),
        }
    }

    fn from_fields(fields: &Map<String, Value>) -> Result<Option<Self>, String> {
        let text = |name: &str| fields.get(name).and_then(Value::as_str);
        let Some(parts) = fields.get("date-parts") else {
            return Ok(text("raw").or_else(|| text("literal")).and_then(Self::of));
        };
        let wrong = || format!("{parts} are no parts of a date");
        let sides = parts.as_array().ok_or_else(wrong)?;
        let mut sides = sides.iter().map(|side| side_of(side).ok_or_else(wrong));
        let Some(start) = sides.next().transpose()? else {
            return Ok(text("literal").and_then(Self::of));
        };
        let season = fields.get("season").and_then(number);
        let start = match season {
            Some(season @ 1..=4) if start.len() == 4 => format!("{start}-{}", season + 20),
            _ => start,
        };
        let written = match sides.next().transpose()? {
            Some(end) => format!("{start}/{end}"),
            None => start,
        };
        if sides.next().is_some() {
            return Err(wrong());
        }
        let date: Edtf = written.parse().map_err(|_| wrong())?;
        let circa = fields.get("circa").is_some_and(says_yes);
        Ok(Some(Self::Edtf(if circa {
            date.approximately()
        } else {
            date
        })))
    }

    /// The date as a date variable.
    pub(super) fn to_csl(&self) -> Value {
        let date = match self {
            Self::Words(words) => return json!({ "literal": words }),
            Self::Edtf(date) => date,
        };
        Self::parts_of(date).unwrap_or_else(|| json!({ "raw": date.as_str() }))
    }

    /// The parts of a date that CSL-JSON can say.
    fn parts_of(date: &Edtf) -> Option<Value> {
        let plain: Edtf = date.as_str().replace('~', "").parse().ok()?;
        let circa = date.is_approximate();
        if circa && plain.approximately() != *date {
            return None;
        }
        let mut fields = Map::new();
        if let Some((year, season @ ("21" | "22" | "23" | "24"))) = plain.as_str().split_once('-') {
            fields.insert("date-parts".to_owned(), json!([[numbers(year)?.first()?]]));
            let season: i64 = season.parse().ok()?;
            fields.insert("season".to_owned(), json!(season - 20));
        } else {
            let mut sides = vec![numbers(plain.start())?];
            if plain.is_interval() {
                sides.push(numbers(plain.end())?);
            }
            fields.insert("date-parts".to_owned(), json!(sides));
        }
        if circa {
            fields.insert("circa".to_owned(), json!(true));
        }
        Some(Value::Object(fields))
    }
}

/// Year, month and day as numbers; none for what has other parts.
fn numbers(written: &str) -> Option<Vec<i64>> {
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, written),
    };
    let mut numbers = Vec::new();
    for (place, part) in digits.split('-').enumerate() {
        let number: i64 = part.parse().ok()?;
        if place == 1 && !(1..=12).contains(&number) {
            return None;
        }
        numbers.push(if place == 0 { sign * number } else { number });
    }
    Some(numbers)
}

/// One side of an interval as EDTF.
fn side_of(side: &Value) -> Option<String> {
    let mut parts = side.as_array()?.iter().filter(|part| *part != "");
    let year = number(parts.next()?)?;
    let mut written = if year < 0 {
        format!("-{:04}", year.unsigned_abs())
    } else {
        format!("{year:04}")
    };
    for part in parts {
        written = format!("{written}-{:02}", number(part)?);
    }
    Some(written)
}

/// A number, which CSL-JSON may also write as a text.
fn number(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_i64(),
    }
}

/// `circa` may be a boolean, a number or a text.
fn says_yes(value: &Value) -> bool {
    match value {
        Value::Bool(yes) => *yes,
        Value::String(text) => !matches!(text.as_str(), "" | "0" | "false"),
        other => other.as_f64().is_some_and(|number| number != 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_csl_can_say_is_said_in_parts() {
        for (written, csl) in [
            ("2018", json!({ "date-parts": [[2018]] })),
            ("2018-08-20", json!({ "date-parts": [[2018, 8, 20]] })),
            ("-0043", json!({ "date-parts": [[-43]] })),
            ("2018/2019-02", json!({ "date-parts": [[2018], [2019, 2]] })),
            ("1931~", json!({ "date-parts": [[1931]], "circa": true })),
            ("2018-22", json!({ "date-parts": [[2018]], "season": 2 })),
            ("199X", json!({ "raw": "199X" })),
            ("2018/..", json!({ "raw": "2018/.." })),
            ("1990~/1993", json!({ "raw": "1990~/1993" })),
            ("in press", json!({ "literal": "in press" })),
        ] {
            let date = Date::of(written).unwrap();
            assert_eq!(date.to_csl(), csl, "{written}");
            assert_eq!(Date::from_csl(&csl), Ok(Some(date)), "{written}");
        }
    }

    #[test]
    fn other_programs_spellings_are_understood() {
        for (csl, written) in [
            (json!({ "date-parts": [["2018", "8", ""]] }), "2018-08"),
            (json!({ "date-parts": [[1931]], "circa": "1" }), "1931~"),
            (json!({ "raw": "2018-08-20" }), "2018-08-20"),
            (json!("2018?"), "2018~"),
            (json!("2018/"), "2018/.."),
        ] {
            let date = Date::from_csl(&csl).unwrap().unwrap();
            assert_eq!(date.text(), written);
        }
        assert_eq!(Date::from_csl(&json!({ "date-parts": [] })), Ok(None));
        for wrong in [
            json!({ "date-parts": [[2018, 13]] }),
            json!({ "date-parts": [["soon"]] }),
            json!({ "date-parts": [[2018], [2019], [2020]] }),
            json!({ "date-parts": 2018 }),
            json!(2018),
        ] {
            assert!(Date::from_csl(&wrong).is_err(), "{wrong}");
        }
    }
}
