//! T405: a sentence that says again what an earlier one says.

use std::collections::HashMap;

use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::model::text::BlockKind;
use crate::text::reading::Shape;
use crate::text::repeats::repeats;

/// A sentence of fewer words than this is a formula or a refrain when it comes again.
const FEWEST_WORDS: usize = 8;

/// A message gives so many words of the earlier sentence.
const WORDS_SHOWN: usize = 6;

rule! {
    /// A sentence says again what an earlier one says
    ///
    /// ## What it does
    /// Looks for sentences of eight words and more that an earlier sentence of the article has word for word, or nearly so, with
    /// the same figures and denials. Quotations, list items and pull quotes (a sentence that stands by itself and also within a
    /// paragraph) are let pass.
    ///
    /// ## Why this matters
    /// Most often a paragraph was pasted twice, or an edit left the old sentence beside the new one. Readers take what is said
    /// twice for two statements.
    ///
    /// ## Example
    /// “The council closed both pools in May to save heating.”, and three paragraphs on: “The council closed both pools in May in
    /// order to save heating.”
    ///
    /// ## What to do instead
    /// Say it once, where it belongs.
    "T405", "repeated-claim", Text, Low, Check::Text(check)
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let lines: Vec<&Line<'_>> = article.prose().filter(|line| can_repeat(line)).collect();
    let words: Vec<&str> = lines.iter().map(|line| article.words(line.span)).collect();
    let mut in_block: HashMap<usize, usize> = HashMap::new();
    for line in article.all() {
        *in_block.entry(line.block).or_default() += 1;
    }
    let alone = |line: &Line<'_>| in_block.get(&line.block) == Some(&1);
    let mut findings = Vec::new();
    for (line, first) in lines.iter().zip(repeats(&words)) {
        let Some(first) = first.and_then(|first| lines.get(first)) else {
            continue;
        };
        if alone(line) == alone(first) && is_same_in_order(line, first) {
            findings.push(told(article, line, first));
        }
    }
    findings
}

fn told(article: &Article<'_>, line: &Line<'_>, first: &Line<'_>) -> Found {
    let beginning: Vec<&str> = article
        .words(first.span)
        .split_whitespace()
        .take(WORDS_SHOWN)
        .collect();
    let same = article.words(first.span) == article.words(line.span);
    let message = format!(
        "this says again what “{} …” has said before{}",
        beginning.join(" "),
        if same { ", word for word" } else { "" }
    );
    let sure = if same {
        Certainty::Certain
    } else {
        Certainty::Likely
    };
    Found::on_words(line.span, message)
        .against(article.contrary(first.span))
        .instead("say it once")
        .sure(sure)
}

/// Whether one sentence has the words of the other in their order, and none more
/// than small ones: “Mr Otto was barred” does not say what “Mr Roth was barred” says.
fn is_same_in_order(one: &Line<'_>, other: &Line<'_>) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let mut rest = short.iter().peekable();
    let more_is_small = long.iter().all(|word| {
        if rest
            .peek()
            .is_some_and(|next| next.to_lowercase() == word.to_lowercase())
        {
            rest.next();
            return true;
        }
        word.starts_with(char::is_lowercase)
    });
    more_is_small && rest.next().is_none()
}

/// The words of a sentence without articles, so that “A bridge” is “The bridge”.
fn words<'t>(line: &Line<'t>) -> Vec<&'t str> {
    let tokens = 0..line.reading.tokens.len();
    tokens
        .filter(|at| !line.reading.is(*at, Shape::Mark))
        .filter(|at| !matches!(line.reading.lower(*at), "a" | "an" | "the"))
        .map(|at| line.reading.word(at))
        .collect()
}

/// Whether a sentence is the writer's own and long enough to be no formula.
fn can_repeat(line: &Line<'_>) -> bool {
    let tokens = 0..line.reading.tokens.len();
    let words = tokens
        .filter(|at| line.reading.is(*at, Shape::Word))
        .count();
    let starts_quote = line.reading.word(0).starts_with(['“', '"', '«', '‘']);
    // Who speaks as “I” may say it twice; a question says nothing.
    let is_spoken = (0..line.reading.tokens.len()).any(|at| line.reading.word(at) == "I");
    let states = !line.reading.text.ends_with('?') && !is_spoken;
    line.kind == BlockKind::Body && words >= FEWEST_WORDS && !starts_quote && states
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
                "The council closed both pools in May to save heating.\n\n\
                 It rained all week.\n\n\
                 ‹The council closed both pools in May to save heating.›",
                "The bridge over the Lind was opened by Ana Vega in 1931. It is steel. \
                 ‹A bridge over the Lind was opened by Ana Vega in 1931.›",
                "Nobody in the town hall had read the report before the vote. It passed.\n\n\
                 ‹Nobody in the town hall had read the report before the vote.› So it went.",
                "The union asked for 4 percent and got half of that. Work went on. \
                 ‹The union asked for 4 percent, and got half of that.›",
                "Trams will run every ten minutes from Monday on, the town said. It was late. \
                 ‹The trams will run every ten minutes from Monday on, the town said.›",
                "The mill has stood empty since its last owner left the valley. Pigeons live there. \
                 Rain comes in. ‹The mill has stood empty since its last owner left the valley.›",
                "Both schools share one gym, which the fire destroyed in March. Pupils run outside.\n\n\
                 Parents are angry. ‹Both schools share one gym, which the fire destroyed in March.›",
                "She paid the whole bill herself and never asked for the money. Her son knows. \
                 ‹She paid the whole bill herself, and never asked for the money.›",
            ],
            &[
                "The union asked for 4 percent and got half of that. \
                 The union asked for 5 percent and got half of that.",
                "The council did close both pools in May to save heating. \
                 The council did not close both pools in May to save heating.",
                "Yes we can. It was late. Yes we can.",
                "The vote was close. Nobody left. The vote was close.",
                "“We closed both pools in May to save on the heating,” she said. He nodded. \
                 “We closed both pools in May to save on the heating,” she said.",
                "The council closed both pools in May to save heating. It rained all week.\n\n\
                 The council closed both pools in May to save heating.\n\n\
                 Nobody swam. The lake was cold.",
                "- Pool on Mill Street, open from nine to five on weekdays\n\
                 - Pool on Mill Street, open from nine to five on weekdays\n",
                "The Council Closed Both Pools in May to Save on Heating\n\n\
                 The council closed both pools in May to save on heating.",
                "The north pool was closed by the council in May to save heating. \
                 The south pool was closed by the council in June to save water.",
                "Mr. Otto was barred from all dealings with the town for five years. It rained. \
                 Mr. Roth was barred from all dealings with the town for five years.",
                "Lindau play Altdorf at home; Bergen play Seedorf away in May. It rained. \
                 Lindau play Seedorf at home; Bergen play Altdorf away in May.",
                "Unless we work to keep the peace, there will be no peace. It was late. \
                 Unless we work to keep the law, there will be no law.",
                "Why has nobody in the town hall read the report before the vote? It was late. \
                 Why has nobody in the town hall read the report before the vote?",
                "Ana Vega has paid for the roof of the school. Ben Otto has paid for its windows.",
                "We use cookies to give you the best experience on our pages.\n\n\
                 The town met on Monday.\n\n\
                 We use cookies to give you the best experience on our pages.\n",
            ],
        );
    }

    #[test]
    fn the_message_names_the_earlier_sentence() {
        assert_eq!(
            cases::says(
                &RULE,
                "Nobody in the town hall had read the report. It passed. \
                 Nobody in the town hall had read the report."
            ),
            "this says again what “Nobody in the town hall had …” has said before, word for word"
        );
    }
}
