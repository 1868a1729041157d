//! The words that every document shares: dates, counts, and characters that
//! would not be seen.

use std::fmt::Write;

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::claim::Claim;
use crate::model::coverage::{Coverage, CoverageKind, Covered, Uncovered};
use crate::model::edtf::EdtfDate;
use crate::model::event::Action;
use crate::model::flag::Flag;
use crate::model::revision::Outcome;
use crate::model::source::Stance;

/// A time, such as `24 November 2026, 03:43 UTC`.
pub(super) fn time(at: DateTime<Utc>) -> String {
    at.format("%-d %B %Y, %H:%M UTC").to_string()
}

/// A time as it stands in the history, such as `2026-11-24T03:43:19.123Z`, in
/// the words of [`time`].
pub(super) fn stored_time(at: &str) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), |at| time(at.to_utc()))
}

/// A date that can be partial: `20 August 2018`, `August 2018`, `2018`.
pub(super) fn date(date: &EdtfDate) -> String {
    let written = date.as_str();
    let full = |text: &str, format: &str| {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        Some(day.format(format).to_string())
    };
    full(written, "%-d %B %Y")
        .or_else(|| full(&format!("{written}-01"), "%B %Y"))
        .unwrap_or_else(|| written.to_owned())
}

/// A number with its noun: `1 claim`, `2 claims`.
pub(super) fn count(number: usize, one: &str, several: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {several}"),
    }
}

/// How much has been looked at, in one sentence.
pub(super) fn coverage(coverage: &Coverage) -> String {
    let Covered { sentences, facts } = Covered::of(&coverage.totals);
    format!(
        "Checked: {} of {} sentences above the threshold, {} of {} figures, dates, names and quotations",
        sentences.covered, sentences.all, facts.covered, facts.all
    )
}

/// What a thing is that nobody has looked at, and where it stands.
pub(super) fn uncovered(one: &Uncovered) -> String {
    let kind = match one.kind {
        CoverageKind::Sentence => return format!("sentence {}", one.sentence),
        CoverageKind::Quantity => "figure",
        kind => kind.as_str(),
    };
    format!("{kind} in sentence {}", one.sentence)
}

/// What a piece of evidence does to the claim.
pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "Supports",
        Stance::Refutes => "Refutes",
        Stance::Context => "Context",
    }
}

/// How a flag was settled, or `None` while it is open.
pub(super) fn settled(flag: &Flag) -> Option<String> {
    let by = flag.resolved_by.as_deref().unwrap_or("nobody named");
    let at = flag.resolved_at.map(time)?;
    let because = flag.resolution.as_deref().unwrap_or("no reason given");
    Some(format!("by {by}, {at}: {because}"))
}

/// What was done, for people.
pub(super) fn action(word: &str) -> &str {
    match word.parse() {
        Ok(Action::ClaimAdd) => "added the claim",
        Ok(Action::ClaimEdit) => "edited the claim",
        Ok(Action::ClaimDismiss) => "dismissed the claim",
        Ok(Action::ClaimSplit) => "split the claim",
        Ok(Action::ClaimAnchor) => "placed the claim in a new revision",
        Ok(Action::VerdictReaffirm) => "reaffirmed a verdict",
        Ok(Action::FlagAnchor) => "placed a flag in a new revision",
        Ok(Action::VerdictAdd) => "gave a verdict",
        Ok(Action::EvidenceAdd) => "added evidence",
        Ok(Action::FlagAdd) => "raised a flag",
        Ok(Action::FlagResolve) => "settled a flag",
        _ => word,
    }
}

/// The document with every control character, and every character that would
/// turn the reading direction of what follows, shown instead of obeyed.
pub(super) fn with_controls_shown(document: String) -> String {
    if !document.chars().any(is_hidden_control) {
        return document;
    }
    let mut shown = String::with_capacity(document.len() + 16);
    for c in document.chars() {
        if is_hidden_control(c) {
            // Writing to a string can't fail.
            let _ = write!(shown, "[U+{:04X}]", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Controls besides tab and line ends, and directional overrides, which no
/// prose needs (Unicode Technical Report 36, section 2.4).
fn is_hidden_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{202d}' | '\u{202e}')
}

/// That a claim's words have no settled place in the text, if they have none.
pub(super) fn lost(claim: &Claim) -> Option<&'static str> {
    match claim.outcome {
        Some(Outcome::Gone) => Some("These words are not in the article any more."),
        Some(Outcome::Ambiguous) => {
            Some("Where these words stand in the latest revision is not settled.")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_are_said_as_far_as_they_are_known() {
        let say = |written: &str| date(&written.parse().unwrap());
        assert_eq!(say("2018-08-20"), "20 August 2018");
        assert_eq!(say("2018-08"), "August 2018");
        assert_eq!(say("2018"), "2018");
    }

    #[test]
    fn stored_times_are_said_like_others() {
        assert_eq!(
            stored_time("2018-08-20T21:05:00.250Z"),
            "20 August 2018, 21:05 UTC"
        );
        assert_eq!(stored_time("long ago"), "long ago");
    }

    #[test]
    fn what_would_not_be_seen_is_shown() {
        let shown = with_controls_shown("a\u{7}b\u{202e}c\td\n".to_owned());
        assert_eq!(shown, "a[U+0007]b[U+202E]c\td\n");
    }
}
