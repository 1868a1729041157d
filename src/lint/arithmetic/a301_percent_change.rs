//! A301: a change in percent that doesn't follow from its two figures.

use super::changes::{Change, changes, is_change_of_a_number};
use super::figures::{Ends, Figure, figures};
use super::hedges::is_doubted;
use super::rounding::{round_to, shown};
use super::words::{Way, goes_on, is_adjusted, is_change, tells_when, way};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// A change in percent doesn't follow from its two figures
    ///
    /// ## What it does
    /// Works out the change from “from 100 to 150” and compares it with the percentage that the sentence gives for it. What
    /// rounding of the figures as printed may hide is let pass. Of figures that are percentages themselves, the change may
    /// be meant in points.
    ///
    /// ## Why this matters
    /// One of three figures is wrong, or the change was taken from the wrong base: half as much again is 50 percent more,
    /// and back again a third less.
    ///
    /// ## Example
    /// “Thefts rose 20 percent from 100 to 150.” From 100 to 150 is a rise of 50 percent.
    ///
    /// ## What to do instead
    /// Find the two figures at their source and work the change out anew: the difference, divided by the earlier figure.
    "A301", "percent-change", Arithmetic, High, Check::Text(check)
}

/// Verbs whose object may stand before the percentage.
const TRANSITIVE: &[&str] = &[
    "cut",
    "hiked",
    "increased",
    "lowered",
    "raised",
    "reduced",
    "slashed",
    "upped",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for line in article.prose() {
        if is_doubted(line) || is_adjusted(line) {
            continue;
        }
        let figures = figures(article, line);
        let changes = changes(line, &figures);
        for change in &changes {
            let others = changes
                .iter()
                .filter(|other| other.overlaps(change))
                .count();
            if others == 1
                && let Some((share, way)) = share_of(line, &figures, change)
            {
                found.extend(compare(article, line, change, &share, way));
            }
        }
        let upshots = figures.windows(3).filter_map(|three| upshot(line, three));
        found.extend(upshots.filter_map(|(change, share, way)| {
            let turned = (change.printed() > 1.0) == (way == Way::Up);
            turned.then(|| compare(article, line, &change, &share, way))?
        }));
    }
    found
}

/// The percentage that is told of a change, and which way that went.
fn share_of<'t>(
    line: &Line<'_>,
    figures: &[Ends<'t>],
    change: &Change<'t>,
) -> Option<(Figure<'t>, Way)> {
    let mut shares = figures.iter().filter_map(|ends| {
        let share = ends.single()?;
        if share.unit != Some("percent") || line.reading.lower(share.tokens.end) == "of" {
            return None;
        }
        let way = if share.tokens.end <= change.tokens.start {
            before(line, figures, share, change)
        } else if share.tokens.start >= change.tokens.end {
            behind(line, share, change)
        } else {
            None
        };
        way.map(|way| (share.clone(), way))
    });
    let share = shares.next()?;
    // Two shares of one change: which of them is its own can't be told.
    shares.next().is_none().then_some(share)
}

/// "rose 20 percent last year from 100 to 150", "a rise of 20 percent, from
/// 100 to 150", "rose 20 percent: from 100 to 150"
fn before(
    line: &Line<'_>,
    figures: &[Ends<'_>],
    share: &Figure<'_>,
    change: &Change<'_>,
) -> Option<Way> {
    let word = |at: usize| line.reading.lower(at);
    let (end, start) = (share.tokens.end, change.tokens.start);
    let parted = start > end && matches!(word(start - 1), "," | ":" | "-" | "–" | "—");
    let between = end..start - usize::from(parted);
    let others = figures
        .iter()
        .any(|ends| between.contains(&ends.first.tokens.start));
    if others {
        return None;
    }
    if is_change(word(end)) {
        let object = between.start + 1..between.end;
        let named = object.is_empty()
            || tells_when(line, object.clone())
            || word(object.start) == "in" && goes_on(line, object, 6);
        return if named { way(word(end)) } else { None };
    }
    let told = tells_when(line, between.clone())
        || matches!(word(end), "higher" | "lower") && between.len() == 1;
    if !told {
        return None;
    }
    verb(line, share.tokens.start)
}

/// The way told by the verb or the noun before a percentage: "rose sharply by",
/// "an increase of".
fn verb(line: &Line<'_>, at: usize) -> Option<Way> {
    let word = |at: usize| line.reading.lower(at);
    let mut at = at.checked_sub(1)?;
    if matches!(word(at), "a" | "an" | "the") {
        at = at.checked_sub(1)?;
    }
    if matches!(word(at), "by" | "of") {
        at = at.checked_sub(1)?;
    }
    if word(at).ends_with("ly") || word(at) == "just" {
        at = at.checked_sub(1)?;
    }
    way(word(at)).or_else(|| {
        // "cut the fee 15 percent": its object may stand between.
        let object = (1..4).filter_map(|back| at.checked_sub(back));
        let mut verbs = object.filter(|&verb| matches!(word(verb + 1), "the" | "its" | "their"));
        let verb = verbs.next()?;
        TRANSITIVE.contains(&word(verb)).then(|| way(word(verb)))?
    })
}

/// "from 100 to 150, a rise of 20 percent", "…, up 20 percent", "… (a 20
/// percent rise)", "rose from 100 to 150, or by 20 percent"
fn behind(line: &Line<'_>, share: &Figure<'_>, change: &Change<'_>) -> Option<Way> {
    let word = |at: usize| line.reading.lower(at);
    let (end, start) = (change.tokens.end, share.tokens.start);
    let open = (end..start).find(|&at| matches!(word(at), "," | "(" | "-" | "–" | "—"))?;
    let unit = goes_on(line, end..open, 3) || tells_when(line, end..open);
    if !unit || open - end > 9 || !is_over(line, share) {
        return None;
    }
    let mut at = open + 1;
    if matches!(word(at), "or" | "representing" | "meaning" | "marking") {
        at += 1;
    }
    let article = matches!(word(at), "a" | "an");
    at += usize::from(article);
    if at == start {
        let way = way(word(share.tokens.end)).filter(|_| is_change(word(share.tokens.end)));
        return way.filter(|_| article);
    }
    if word(at) == "by" && at + 1 == start {
        return verb(line, change.tokens.start);
    }
    let way = way(word(at))?;
    let of = usize::from(matches!(word(at + 1), "of" | "by"));
    (at + 1 + of == start && (of == 1) == article).then_some(way)
}

/// "to 18 million dollars last year, up 31 percent from 13.9 million"
fn upshot<'t>(line: &Line<'_>, three: &[Ends<'t>]) -> Option<(Change<'t>, Figure<'t>, Way)> {
    let [to, share, from] = three else {
        return None;
    };
    let (to, share, from) = (to.single()?, share.single()?, from.single()?);
    let word = |at: usize| line.reading.lower(at);
    let up = share.tokens.start.checked_sub(1)?;
    let way = match word(up) {
        "up" => Way::Up,
        "down" | "off" => Way::Down,
        _ => return None,
    };
    let comma = up.checked_sub(1).filter(|&at| word(at) == ",")?;
    let near = comma >= to.tokens.end && goes_on(line, to.tokens.end..comma, 6);
    let led = share.tokens.end + 1 == from.tokens.start && word(share.tokens.end) == "from";
    if !near || !led || share.unit != Some("percent") {
        return None;
    }
    let change = Change {
        from: from.clone(),
        to: to.clone(),
        tokens: to.tokens.start..from.tokens.end,
    };
    is_change_of_a_number(line, &change).then(|| (change, share.clone(), way))
}

/// Whether nothing follows a percentage that would make it one of something
/// else: "a 20 percent rise in costs".
fn is_over(line: &Line<'_>, share: &Figure<'_>) -> bool {
    let end = share.tokens.end;
    let end = end + usize::from(is_change(line.reading.lower(end)));
    match line.reading.lower(end) {
        "" | "." | "," | ";" | ":" | ")" | "–" | "—" | "!" | "”" | "\"" | "over" | "since" => {
            true
        }
        "in" | "on" | "from" | "for" => {
            tells_when(line, end..(end + 3).min(line.reading.tokens.len()))
        }
        _ => false,
    }
}

fn compare(
    article: &Article<'_>,
    line: &Line<'_>,
    change: &Change<'_>,
    share: &Figure<'_>,
    way: Way,
) -> Option<Found> {
    if fits(change, share, way) {
        return None;
    }
    let figures = change.span(line)?;
    let percent = (change.printed() - 1.0) * 100.0;
    let turn = if percent < 0.0 { "a drop" } else { "a rise" };
    let right = format!("{} percent", shown(percent.abs()));
    let words = share.words;
    let message = format!(
        "“{}” is {turn} of {right}, not {} of “{words}”",
        article.words(figures),
        match way {
            Way::Up => "a rise",
            Way::Down => "a drop",
        },
    );
    let (to, from) = (shown(change.to.value), shown(change.from.value));
    let found = Found::on_words(share.span, message)
        .because(format!(
            "{to} / {from} = {}: {right} {}",
            shown(change.printed()),
            if percent < 0.0 { "less" } else { "more" }
        ))
        .against(article.contrary(figures))
        .instead(format!("{turn} of {right}, if the two figures are right"));
    let loose = share.loose || change.from.loose || change.to.loose;
    Some(found.sure(if loose || change.from.unit == Some("percent") {
        Certainty::Likely
    } else {
        Certainty::Certain
    }))
}

/// Whether the percentage can be that of the change, each figure as roughly as
/// it is printed.
fn fits(change: &Change<'_>, share: &Figure<'_>, way: Way) -> bool {
    let (least, most) = change.ratio();
    let turned = |least: f64, most: f64| match way {
        Way::Up => (least, most),
        Way::Down => (-most, -least),
    };
    // Percentages are cut off as often as rounded, and round ones are rough.
    let rough = (round_to(share.value) / 5.0).min(share.value * 0.05);
    let slack = share
        .place
        .max(if share.place >= 1.0 { rough } else { 0.0 });
    let meets = |(least, most): (f64, f64)| {
        share.low - slack / 2.0 <= most && least <= share.high + slack / 2.0
    };
    let points = change.from.unit == Some("percent") || change.to.unit == Some("percent");
    let (from, to) = (&change.from, &change.to);
    meets(turned((least - 1.0) * 100.0, (most - 1.0) * 100.0))
        || points && meets(turned(to.low - from.high, to.high - from.low))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::cases;

    #[test]
    fn it_says_what_the_change_is() {
        assert_eq!(
            cases::says(&RULE, "Thefts rose 20 percent from 100 to 150."),
            "“from 100 to 150” is a rise of 50 percent, not a rise of “20 percent”"
        );
        assert_eq!(
            cases::says(&RULE, "Thefts fell from 200 to 150, a drop of 40 percent."),
            "“from 200 to 150” is a drop of 25 percent, not a drop of “40 percent”"
        );
    }

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "Thefts rose ‹20 percent› from 100 to 150.",
                "Thefts fell from 200 to 150, a drop of ‹40 percent›.",
                "Net profit jumped ‹35 percent› to $150 million last year, from $100 million.",
                "Sales climbed by ‹12%› from $2.1 billion in 2019 to $3.4 billion in 2020.",
                "The number of pupils grew from 420 in 2019 to 630 in 2020, an increase of ‹33 percent›.",
                "The rent went up from €800 to €1,000, a ‹20 percent› rise.",
                "Membership is down ‹50 percent› from 90,000 to 60,000.",
                "The price fell from $12.50 to $10.00 (down ‹25 percent›).",
                "A ‹30 percent› increase in staff, from 210 to 240, was agreed.",
                "Turnout rose ‹20 percent›, from 4 percent to 6 percent.",
                "Profit surged ‹62%› to 40.21 billion yen, or 16 yen a share, from 28.36 billion yen.",
                "Net profit came to 18 million dollars last year, up ‹51 percent› from 13.9 million.",
                "Car output fell ‹36.3 percent› to 328,221 units from 445,440 a year ago.",
                "Traffic rose ‹17 percent› to 6.1 billion from 4.1 billion and bookings rose 10 percent to 3.3 million from 3 million.",
                "The council cut the fee ‹15 percent› from 60 dollars to 45 dollars.",
                "Output fell ‹40 per cent› to 3.1 million tonnes in May from 4.1 million tonnes.",
                "Traffic rose ‹30 percent› in 2024: from 1,204 to 1,505 cyclists.",
                "Traffic rose from 1,204 cyclists in 2020 to 1,505 in 2024, or by ‹30 percent›.",
            ],
            &[
                "Thefts rose 50 percent from 100 to 150.",
                "Thefts fell from 200 to 150, a drop of 25 percent.",
                "Turnout rose from 4 percent to 6 percent, a 2 percent increase.",
                "Turnout rose 50 percent, from 4 percent to 6 percent.",
                "Sales rose 20 percent from 2015 to 2019.",
                "Cases rose 20 percent among those aged from 18 to 24.",
                "The company grew 7 percent a year from 100 shops in 2010 to 200 in 2020.",
                "Profit rose 36 percent from $1.1 billion to $1.5 billion.",
                "Net profit rose 4 percent to $150 million after costs fell from $12 million to $10 million.",
                "Exports rose 20 percent year on year to $120 billion, from $118 billion in May.",
                "Thefts did not rise 20 percent from 100 to 150.",
                "Staff rose from 100 to 150, a 20 percent rise in costs.",
                "He raised his stake by 5 percent to 20 percent from 15 percent.",
                "Work was lost: a 50 percent increase from 4 million jobless to 2 million more people.",
                "Net profit came to 18 million dollars last year, up 29 percent from 13.9 million.",
                "It opened 12 shops, down 20 percent from its usual 15 million in sales.",
                "The fund has 300 members, up 4 percent from 2015.",
                "Sales and profit rose 10 and 50 percent from 100 to 110 and from 20 to 30 respectively.",
                "Adjusted for inflation, pay rose 2 percent from $100 to $120.",
                "Up to 20 percent of trains run from 10 to 15 minutes late.",
                "Shares fell 3 percent to 95p, well off a high of 140p.",
                "The gap grew from 100 to 150, and 20 percent more applied.",
                "Prices rose almost 50 percent from $13,000 to $19,000.",
                "Revenue rose 20 percent, and the number of shops from 100 to 150.",
                "Traffic rose from 1,204 to 1,505 cyclists, or by 25 percent.",
                "Revenue rose 20 percent: the shops went from 100 to 150.",
            ],
        );
    }
}
