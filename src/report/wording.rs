//! The words that every document shares: dates, counts, and characters that
//! would not be seen.

use std::fmt::Write;

use chrono::{DateTime, NaiveDate, Utc};

use super::content::{ArticleReport, ClaimReport};
use crate::model::claim::{Claim, ClaimState, Doubt};
use crate::model::coverage::{Coverage, CoverageKind, Covered, Uncovered};
use crate::model::edtf::EdtfDate;
use crate::model::flag::Flag;
use crate::model::revision::Outcome;
use crate::model::ruling::{PublicCorrection, Ruling, RulingOutcome};
use crate::model::source::Stance;
use crate::model::verdict::Verdict;
use crate::model::work::Reply;

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

/// A text of at most so many characters, cut between words.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let head = &text[..end];
    let words = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{} …", words.trim_end())
}

/// How much has been looked at, in one sentence.
pub(super) fn coverage(coverage: &Coverage) -> String {
    let Covered { sentences, facts } = Covered::of(&coverage.totals);
    format!(
        "Checked: {} of {} sentences above the threshold, {} of {} figures, dates, names and quotations",
        sentences.covered, sentences.all, facts.covered, facts.all
    )
}

/// That no claim of the report has a verdict.
pub(super) fn nothing_judged(report: &ArticleReport) -> &'static str {
    match report.selection {
        None => "No claim of this article has a verdict yet.",
        Some(_) => "No claim of this part has a verdict.",
    }
}

/// That nothing in the report has to be looked at.
pub(super) fn nothing_wanting(report: &ArticleReport) -> &'static str {
    match report.selection {
        None => "No claim was found wanting, and no flag of weight is open.",
        Some(_) => "In this part, no claim was found wanting, and no flag of weight is open.",
    }
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

/// Where a claim stands in the desk's work.
pub(super) fn state(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Extracted => "Offered",
        ClaimState::ToCheck => "To check",
        ClaimState::InReview => "In review",
        ClaimState::Decided => "Decided",
        ClaimState::Published => "Published",
        ClaimState::Dismissed => "Dismissed",
    }
}

/// What a reviewer holds who does not hold what the desk rules.
pub(super) fn dissent(verdict: &Verdict) -> String {
    let Verdict {
        reviewer_name,
        reviewer,
        rating_label,
        ..
    } = verdict;
    format!("{reviewer_name} ({reviewer}) rates it {rating_label}")
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

/// What has changed since a claim was judged.
pub(super) fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Words => "The words have changed since this was judged.",
        Doubt::Scale => "What the rating means has changed since this was judged.",
        Doubt::Gone => "A source is no longer there.",
        Doubt::Snapshot => "A source has changed since this was judged.",
        Doubt::Earlier => "The earlier check that this takes over finds otherwise by now.",
        Doubt::Verdict => "The reviewer has given another verdict since the ruling.",
    }
}

/// What an editor did, by whom, when and why.
pub(super) fn ruling(ruling: &Ruling) -> String {
    let done = match ruling.outcome {
        RulingOutcome::SignedOff => format!("Signed off as {}", ruling.rating_label),
        RulingOutcome::Returned => format!("Verdict {} returned", ruling.verdict),
        RulingOutcome::Reopened => "Taken up again".to_owned(),
        RulingOutcome::Published => format!("Published as {}", ruling.rating_label),
        RulingOutcome::Corrected => format!("Corrected in public to {}", ruling.rating_label),
        RulingOutcome::Undone => "The act before was taken back".to_owned(),
    };
    let because = ruling
        .because
        .as_ref()
        .map(|because| format!(": {because}"));
    format!(
        "{done} by {} ({}), {}{}",
        ruling.editor_name,
        ruling.editor,
        time(ruling.created_at),
        because.unwrap_or_default()
    )
}

/// A public correction: when, from what to what, and why.
pub(super) fn correction(correction: &PublicCorrection) -> String {
    let PublicCorrection {
        at,
        from,
        to,
        because,
        ..
    } = correction;
    let day = at.format("%-d %B %Y");
    if from == to {
        format!("{day}: {because} The rating stays {to}.")
    } else {
        format!("{day}: {because} The rating was {from} and is {to}.")
    }
}

/// What another reviewer's verdict is to the one that leads.
pub(super) fn role(report: &ClaimReport, verdict: &Verdict) -> &'static str {
    if report.dissents(verdict) {
        "Dissent"
    } else {
        "Another reviewer"
    }
}

/// Who was asked, and what came of it.
pub(super) fn reply(reply: &Reply) -> String {
    let asked = format!("{} was asked on {}", reply.asked_of, date(&reply.asked));
    let via = reply
        .channel
        .as_ref()
        .map(|channel| format!(" ({channel})"));
    let answer = match (&reply.answered, &reply.answer) {
        (None, _) => "no answer yet".to_owned(),
        (Some(on), None) => format!("answered on {}", date(on)),
        (Some(on), Some(answer)) => format!("answered on {}: “{answer}”", date(on)),
    };
    format!("{asked}{}; {answer}", via.unwrap_or_default())
}

/// The document with every control character, and every character that would
/// turn the reading direction of what follows, shown instead of obeyed.
pub(super) fn with_controls_shown(document: String) -> String {
    with_shown(document, is_hidden_control)
}

/// The text with some characters shown by their number.
fn with_shown(text: String, is_hidden: impl Fn(char) -> bool) -> String {
    if !text.chars().any(&is_hidden) {
        return text;
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hidden(c) {
            // Writing to a string can't fail.
            let _ = write!(shown, "[U+{:04X}]", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Words on one line, for plain text: with what [`with_controls_shown`] shows,
/// and with embeddings and isolates shown too, since nothing in plain text ends
/// them but the end of the line.
pub(super) fn on_one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    with_shown(line, |c| {
        is_hidden_control(c) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// Controls besides tab and line ends, and directional overrides, which no
/// prose needs (Unicode Technical Report 36, section 2.4).
fn is_hidden_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{202d}' | '\u{202e}')
}

/// That a claim's words have no settled place in the text, if they have none.
pub(super) fn lost(claim: &Claim) -> Option<&'static str> {
    match claim.outcome {
        Some(Outcome::Gone | Outcome::Cut) => Some("These words are not in the article any more."),
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
