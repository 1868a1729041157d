//! A303: "doubled", "a third of" and the like, beside figures that say
//! otherwise.

use super::changes::changes;
use super::figures::{Ends, figures};
use super::hedges::is_doubted;
use super::multiples::multiple_of;
use super::parts_of::part_of;
use super::rounding::shown;
use super::times_as_many::times_as_many;
use super::words::is_adjusted;
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// “Doubled”, “a third of” or the like doesn't fit the figures beside it
    ///
    /// ## What it does
    /// Compares “doubled from 10 to 25”, “a tenfold rise”, “120, twice as many as the 90 of last year” and “50 of the 200
    /// members, or a third” with the figures given. Such words are taken loosely: 19 is called the double of 10, “more than
    /// doubled” may mean any more, and “nearly doubled” a good deal less.
    ///
    /// ## Why this matters
    /// A reader keeps the word and not the figures.
    ///
    /// ## Example
    /// “The number of wolves doubled from 10 to 25.” It is two and a half times as many.
    ///
    /// ## What to do instead
    /// Check both figures, then say what they say: “more than doubled”.
    "A303", "multiple-mismatch", Arithmetic, Medium, Check::Text(check)
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for line in article.prose().filter(|line| !is_doubted(line)) {
        let figures = figures(article, line);
        let three = || figures.windows(3);
        if !is_adjusted(line) {
            found.extend(changed(article, line, &figures));
            found.extend(three().filter_map(|three| multiplied(article, line, three)));
        }
        found.extend(three().filter_map(|three| shared(article, line, three)));
    }
    found
}

/// "doubled from 10 to 25"
fn changed(article: &Article<'_>, line: &Line<'_>, figures: &[Ends<'_>]) -> Option<Found> {
    let changes = changes(line, figures);
    let [change] = changes.as_slice() else {
        return None;
    };
    let multiple = multiple_of(line, figures, change)?;
    if multiple.allows(change.ratio()) {
        return None;
    }
    let figures = change.span(line)?;
    let times = shown(change.printed());
    let words = article.words(multiple.span);
    let told = article.words(figures);
    let message = format!("“{told}” is {times} times as much, not “{words}”");
    let (to, from) = (shown(change.to.value), shown(change.from.value));
    Some(
        Found::on_words(multiple.span, message)
            .because(format!("{to} / {from} = {times}"))
            .against(article.contrary(figures))
            .instead(format!("{times} times as much, if both figures are right"))
            .sure(Certainty::Likely),
    )
}

/// "150 people, twice as many as the 110 of last year"
fn multiplied(article: &Article<'_>, line: &Line<'_>, three: &[Ends<'_>]) -> Option<Found> {
    let told = times_as_many(line, three)?;
    if told.latitude.allows(told.factor, told.ratio()) {
        return None;
    }
    let (number, base) = (told.number, told.base);
    let times = shown(number.value / base.value);
    let (one, other) = (shown(number.value), shown(base.value));
    let words = article.words(told.span);
    let message = format!("“{}” is {times} times {other}, not “{words}”", number.words);
    Some(
        Found::on_words(told.span, message)
            .because(format!("{one} / {other} = {times}"))
            .against(article.contrary(number.span))
            .against(article.contrary(base.span))
            .instead(format!("{times} times, if both figures are right"))
            .sure(Certainty::Likely),
    )
}

/// "50 of the 200 members, or a third"
fn shared(article: &Article<'_>, line: &Line<'_>, three: &[Ends<'_>]) -> Option<Found> {
    let told = part_of(line, three)?;
    if told.fits() {
        return None;
    }
    let (part, whole) = (told.part, told.whole);
    let share = part.value / whole.value;
    let percent = format!("{} percent", shown(share * 100.0));
    let figures = line.span_of(part.tokens.start..whole.tokens.end)?;
    let words = article.words(figures);
    let message = format!("“{words}” is {percent}, not “{}”", told.share.words);
    let (part, whole) = (shown(part.value), shown(whole.value));
    Some(
        Found::on_words(told.share.span, message)
            .because(format!("{part} / {whole} = {}: {percent}", shown(share)))
            .against(article.contrary(figures))
            .instead(format!("{percent}, if both figures are right"))
            .sure(Certainty::Likely),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::cases;

    #[test]
    fn it_says_how_many_times_as_much() {
        assert_eq!(
            cases::says(&RULE, "The number of wolves doubled from 10 to 25."),
            "“from 10 to 25” is 2.5 times as much, not “doubled”"
        );
    }

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "The number of wolves ‹doubled› from 10 to 25.",
                "The bank ‹halved› its staff from 600 to 450.",
                "The budget ‹tripled› from $20 million in 2010 to $95 million in 2020.",
                "Rents ‹more than doubled› from 500 to 700 euros.",
                "Arrests ‹nearly doubled› to 240 last year from 90.",
                "Output rose from 40 tons to 90 tons, a ‹tenfold› increase.",
                "The state will ‹double› its grant from $2 million to $7 million.",
                "Cases rose ‹tenfold› from 30 to 120.",
                "Fifty of the 300 members, or ‹a third›, stayed away.",
                "In all, 30 of the 120 pupils (‹40 percent›) fell ill.",
                "The club sold 150 tickets, ‹twice› as many as the 110 of last year.",
                "He won 900 votes, ‹three times› the 450 of his rival.",
            ],
            &[
                "The number of wolves doubled from 10 to 20.",
                "The number of wolves doubled from 10 to 19.",
                "The number more than doubled from 10 to 45.",
                "The price nearly doubled from $11 to $20.",
                "The bank almost halved its staff from 600 to 330.",
                "The price doubled in 15 cities from 2010 to 2020.",
                "Exports doubled, and imports rose from 10 to 12 tons.",
                "The number did not double, but rose from 10 to 15.",
                "Prices doubled every year, from 10 cents to 80 cents.",
                "A threefold rise, from 10 to 40, was recorded.",
                "50 of the 150 members, or a third, stayed away.",
                "Half of the 200 members, or 100, came.",
                "60 of the 200 members, or almost a third, came.",
                "30 of the 120 pupils, 40 percent of them girls, fell ill.",
                "He doubled down and cut the staff from 100 to 60.",
                "The club sold 150 tickets, more than twice as many as the 60 of last year.",
                "The debt more than halved from 100 million to 30 million.",
                "The rate doubled from 5 percent to 10 percent.",
                "Two double rooms rose from 80 euros to 90 euros.",
                "He raised the fee from 10 to 15 and doubled the fines.",
            ],
        );
    }
}
