//! D104: “former”, of somebody who is in office.

use chrono::NaiveDate;

use super::people::{Holder, named};
use super::since;
use crate::lint::article::Line;
use crate::lint::rule::{Check, Days, rule};
use crate::lint::{Article, Found};

rule! {
    /// Somebody is called a former office-holder who is in office at publication
    ///
    /// ## What it does
    /// Looks for “former”, “ex-” or “one-time” before the title and name of a person who, by the reference facts, holds that office
    /// on the day of publication. A sentence that speaks of a time when the person was out of office is let pass, and so are
    /// quotations.
    ///
    /// ## Why this matters
    /// It is a plain mistake, and often a sign that older text was used again.
    ///
    /// ## Example
    /// “Former President Donald Trump met Bukele at the White House”, published on 15 April 2025.
    ///
    /// ## What to do instead
    /// “President Donald Trump met Bukele at the White House.”
    "D104", "former-in-office", Reference, Medium, Check::Dated(check)
}

fn check(article: &Article<'_>, days: Days) -> Vec<Found> {
    named(article)
        .filter(|(line, holder)| {
            holder.holds_on(days) && !speaks_of_other_days(line, holder, days.0)
        })
        .filter_map(|(line, holder)| former(article, line, holder, days.0))
        .collect()
}

fn former(
    article: &Article<'_>,
    line: &Line<'_>,
    holder: &Holder<'_>,
    published: NaiveDate,
) -> Option<Found> {
    let title = holder.title(line)?;
    let mut at = holder.before_title(line, title.start)?;
    if line.reading.word(at) == "-" {
        at = at.checked_sub(1)?;
    }
    if !matches!(
        line.reading.lower(at),
        "former" | "ex" | "onetime" | "erstwhile"
    ) {
        return None;
    }
    let span = line.span_of(at..holder.tokens.end)?;
    if line.is_quoted(span) {
        return None;
    }
    let term = holder.latest_by(published)?;
    let title = article.words(line.span_of(title.start..holder.tokens.end)?);
    let message = format!(
        "{} has been {} {}",
        term.person,
        term.office_of(),
        since(&term.from)
    );
    Some(
        Found::on_words(span, message)
            .against(term.contrary())
            .instead(title.to_owned()),
    )
}

/// Whether a date of the sentence is one on which the person was not in office,
/// though once before.
fn speaks_of_other_days(line: &Line<'_>, holder: &Holder<'_>, published: NaiveDate) -> bool {
    let dates = line.facets.dates.iter();
    let days = dates.filter_map(|date| date.value.as_ref()?.bounds());
    days.filter(|(_, last)| *last < published)
        .any(|days| !holder.holds_on(days))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::cases;

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "‹Former President Donald Trump› met the president of El Salvador at the White House.",
                "It was ‹former President Trump› who said so.",
                "‹Ex-President Trump› has signed the order.",
                "The order was signed by ‹former U.S. President Donald Trump›.",
                "The ‹former Salvadoran President Nayib Bukele› was there, too.",
                "On 14 April 2025, ‹former President Donald J. Trump› welcomed his guest.",
            ],
            &[
                "President Donald Trump met the president of El Salvador at the White House.",
                "Former President Joe Biden was not there.",
                "In 2022, former President Donald Trump announced that he would run again.",
                "He called him “former President Donald Trump” all evening.",
                "Then-President Donald Trump signed it in 2019.",
                "The former aide of President Donald Trump met Bukele.",
                "A former president, Barack Obama, spoke after President Trump.",
                "Donald Trump, a former television host, is president.",
                "Former President Salvador Sánchez Cerén lives in Nicaragua.",
            ],
        );
        cases::check_on(
            Some("2023-05-01"),
            &RULE,
            &[],
            &["Former President Donald Trump spoke in Ohio."],
        );
        cases::check_on(
            None,
            &RULE,
            &[],
            &["Former President Donald Trump spoke in Ohio."],
        );
    }
}
