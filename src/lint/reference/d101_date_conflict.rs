//! D101: another date than that of a known event.

use super::{events, on};
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// A known event is given another date than it had
    ///
    /// ## What it does
    /// Looks for sentences that speak of an event among the reference facts, and compares their dates with its own, as exactly
    /// as both are given. Dates that the sentence only counts from, or that belong to something else in it, are let pass; so
    /// is a day more or less where an evening here was the next morning there.
    ///
    /// ## Why this matters
    /// A wrong year puts an event before its cause, or under another government.
    ///
    /// ## Example
    /// “In 2017, El Salvador moved its diplomatic recognition from Taiwan to China.”
    ///
    /// ## What to do instead
    /// “In August 2018, El Salvador moved its diplomatic recognition from Taiwan to China.” `claimdesk reference show` gives the
    /// fact with its sources.
    "D101", "date-conflict", Reference, High, Check::Text(check)
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let told = events::told(article);
    let conflict = |told: &events::Told<'_>| {
        let dates = &told.line.facets.dates;
        if dates
            .iter()
            .any(|date| date.value.is_some() && told.agrees(date))
        {
            return None;
        }
        let wrong = *told.dates().first()?;
        let event = told.event;
        let right = on(&event.date);
        let said = article.words(wrong.span);
        let what = event.statement.trim_end_matches('.');
        let found = Found::on_words(
            wrong.span,
            format!("the text says “{said}”, and it was {right}: {what}"),
        );
        Some(
            found
                .against(event.contrary())
                .instead(right)
                .sure(Certainty::Likely),
        )
    };
    told.iter().filter_map(conflict).collect()
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
                "In ‹2017›, El Salvador moved its diplomatic recognition from Taiwan to China.",
                "El Salvador cut ties with Taiwan in favour of China in ‹August 2019›.",
                "The Salvadoran government broke off relations with Taipei on ‹21 July 2018› and turned to Beijing.",
                "San Salvador is far away. El Salvador's shift of recognition from Taiwan to China came in ‹2021›.",
                "It was a blow to Taiwan when El Salvador established diplomatic relations with China in ‹the spring of 2018›.",
                "El Salvador ended its ties with Taiwan and recognised China ‹last year›.",
                "El Salvador’s switch of diplomatic recognition from Taiwan to China (‹2016›) worried Washington.",
                "In ‹March 2003› Salvadorans were granted Temporary Protected Status after the earthquakes.",
                "In ‹the 1990s› El Salvador dropped Taiwan and opened diplomatic relations with China.",
            ],
            &[
                "In August 2018, El Salvador moved its diplomatic recognition from Taiwan to China.",
                "El Salvador cut ties with Taiwan in favour of China on 20 August 2018.",
                "On 21 August 2018, in Beijing, El Salvador and China established diplomatic relations, to the anger of Taiwan.",
                "El Salvador’s decision to shift diplomatic recognition from Taiwan to China in 2018 was significant.",
                "In 2023, five years after El Salvador moved its recognition from Taiwan to China, trade had grown.",
                "Since 2019 El Salvador, which had moved its recognition from Taiwan to China, has sold sugar there.",
                "Panama moved its recognition from Taiwan to China in 2017, and El Salvador followed.",
                "Until 2017 El Salvador had recognised Taiwan, and not China.",
                "Nicaragua cut ties with Taiwan and recognised China in December 2021.",
                "El Salvador moved its diplomatic recognition from Taiwan to China before Bukele took office in 2019.",
                "Trade between El Salvador and China grew in 2022, while Taiwan kept no diplomatic office there.",
                "El Salvador recognised China over Taiwan between 2017 and 2019.",
                "On 2 March 2001 Salvadorans were granted Temporary Protected Status after the earthquakes.",
            ],
        );
    }

    #[test]
    fn it_says_when_it_was() {
        assert_eq!(
            cases::says(
                &RULE,
                "In 2017, El Salvador moved its diplomatic recognition from Taiwan to China."
            ),
            "the text says “2017”, and it was on 20 or 21 August 2018: El Salvador broke off diplomatic relations with \
             Taiwan and took them up with the People’s Republic of China"
        );
    }
}
