//! Cases for the attributions: who says what, and what only looks so.

use proptest::prelude::*;

use super::{attributions, is_vague_source};
use crate::text::reading::Reading;

/// The attributions of a text as `source / verb / said`, "-" for nothing,
/// parted by " | ".
fn told(text: &str) -> String {
    let reading = Reading::new(text);
    let found: Vec<String> = attributions(&reading)
        .iter()
        .map(|one| {
            let source = one.source.and_then(|span| span.slice(text)).unwrap_or("-");
            let said = one.said.and_then(|span| span.slice(text)).unwrap_or("-");
            format!("{source} / {} / {said}", one.verb.slice(text).unwrap())
        })
        .collect();
    found.join(" | ")
}

fn check(cases: &[(&str, &str)]) {
    for (text, attributions) in cases {
        assert_eq!(told(text), *attributions, "{text}");
    }
}

#[test]
fn a_source_says_that_something_is_so() {
    check(&[
        (
            "Critics argue that it failed.",
            "Critics / argue / it failed",
        ),
        (
            "Critics argue that 40 jobs were lost.",
            "Critics / argue / 40 jobs were lost",
        ),
        (
            "Vega says that $4 million is missing.",
            "Vega / says / $4 million is missing",
        ),
        (
            "The ministry said prices rose.",
            "The ministry / said / prices rose",
        ),
        (
            "He claims the vote was stolen.",
            "He / claims / the vote was stolen",
        ),
        (
            "Vega told reporters that it failed.",
            "Vega / told / it failed",
        ),
        (
            "Vega told the court he had paid.",
            "Vega / told / he had paid",
        ),
        ("Studies show that it works.", "Studies / show / it works"),
        (
            "Roth has repeatedly claimed that he won.",
            "Roth / claimed / he won",
        ),
        (
            "Critics of the plan pointed out that it failed.",
            "Critics of the plan / pointed out / it failed",
        ),
        (
            "In a statement, the firm said it would appeal.",
            "the firm / said / it would appeal",
        ),
        (
            "In a statement on Monday the firm said it would appeal.",
            "the firm / said / it would appeal",
        ),
        (
            "The firm said on Monday it would appeal.",
            "The firm / said / it would appeal",
        ),
        (
            "The firm said in a letter on Monday that it would appeal.",
            "The firm / said / it would appeal",
        ),
        (
            "Sen. Vega warned that more would follow.",
            "Sen. Vega / warned / more would follow",
        ),
        (
            "Ana Vega, the mayor of Lindenau, said that taxes fell.",
            "Ana Vega / said / taxes fell",
        ),
        (
            "Carl Roth, 34, said he was there.",
            "Carl Roth / said / he was there",
        ),
        (
            "It alarmed nurses, who argued that it was unsafe.",
            "nurses / argued / it was unsafe",
        ),
        (
            "Analysts at the bank estimate that growth will slow.",
            "Analysts at the bank / estimate / growth will slow",
        ),
        (
            "Police say the man was armed.",
            "Police / say / the man was armed",
        ),
        (
            "Vega and Roth said they would pay.",
            "Vega and Roth / said / they would pay",
        ),
        (
            "I think Roth said the road was closed.",
            "Roth / said / the road was closed",
        ),
    ]);
}

#[test]
fn two_sources_share_a_sentence() {
    check(&[
        (
            "Critics say it failed, but experts say it worked.",
            "Critics / say / it failed | experts / say / it worked",
        ),
        (
            "Sales fell, the bank announced, warning that more would follow.",
            "the bank / announced / Sales fell | the bank / warning / more would follow",
        ),
        (
            "He said experts believe that it works.",
            "He / said / experts believe that it works | experts / believe / it works",
        ),
    ]);
}

#[test]
fn the_source_may_come_behind_or_between() {
    check(&[
        (
            "The plan failed, Vega said.",
            "Vega / said / The plan failed",
        ),
        (
            "The plan failed, said Ana Vega, the mayor.",
            "Ana Vega / said / The plan failed",
        ),
        (
            "The plan failed, Vega told reporters on Monday.",
            "Vega / told / The plan failed",
        ),
        ("“It failed,” Vega said.", "Vega / said / “It failed,”"),
        (
            "“It failed,” said the mayor.",
            "the mayor / said / “It failed,”",
        ),
        ("Vega said: “It failed.”", "Vega / said / “It failed.”"),
        (
            "As the mayor said, the road is closed.",
            "the mayor / said / the road is closed",
        ),
        (
            "The road, Vega said, is closed.",
            "Vega / said / The road, Vega said, is closed",
        ),
    ]);
}

#[test]
fn phrases_give_a_source_too() {
    check(&[
        (
            "According to the police, he fled.",
            "the police / According to / he fled",
        ),
        (
            "He fled, according to the police.",
            "the police / according to / He fled",
        ),
        (
            "He, according to Ana Vega, fled.",
            "Ana Vega / according to / He, according to Ana Vega, fled",
        ),
        (
            "He was quoted as saying the plan was dead.",
            "He / was quoted as saying / the plan was dead",
        ),
        (
            "Vega called the plan “a gift to fools”.",
            "Vega / called / the plan “a gift to fools”",
        ),
    ]);
}

#[test]
fn some_things_are_said_by_nobody() {
    check(&[
        ("It is claimed that he fled.", "- / is claimed / he fled"),
        (
            "It has been widely reported that he fled.",
            "- / has been widely reported / he fled",
        ),
        ("He reportedly fled.", "- / reportedly / He reportedly fled"),
        ("Allegedly, he fled.", "- / Allegedly / Allegedly, he fled"),
        (
            "He is said to have fled.",
            "- / is said to / He is said to have fled",
        ),
    ]);
}

#[test]
fn what_only_looks_like_an_attribution_is_none() {
    for text in [
        "The report that he fled was false.",
        "The claim that taxes fell is wrong.",
        "That said, the plan is good.",
        "He did not say that it was good.",
        "She wanted to say that it was good.",
        "In Spain, the party promised to pay.",
        "I think that it was good.",
        "We believe the plan is good.",
        "The claims were false.",
        "It went according to plan.",
        "He was told to leave.",
        "Vega told him to leave.",
        "It was easier said than done.",
        "She told the story of her life.",
        "The group claimed responsibility.",
        "They called the police.",
        "He said it.",
        "He found the keys.",
        "The film shows a bridge.",
        "What he said was wrong.",
        "As I’ve said that before, it is late.",
        "",
    ] {
        assert_eq!(told(text), "", "{text}");
    }
}

#[test]
fn a_vague_source_names_nobody() {
    for words in [
        "critics",
        "Experts",
        "some",
        "many observers",
        "senior government officials",
        "sources close to the mayor",
        "Critics of the plan",
        "studies",
        "some human rights advocates",
        "people familiar with the matter",
        "they",
    ] {
        assert!(is_vague_source(words), "{words}");
    }
    for words in [
        "Vega",
        "the ministry",
        "the police",
        "officials Vega and Roth",
        "Lindenau officials",
        "the bank",
        "",
    ] {
        assert!(!is_vague_source(words), "{words}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_attributions_in_order(
        text in "(?s)((said|Vega|who|that|according to|it is|claimed|told|,|“|”|the|reportedly|warning|’|é|.)[ ]?){0,40}"
    ) {
        let reading = Reading::new(&text);
        let mut floor = 0;
        for one in attributions(&reading) {
            prop_assert!(one.span.start >= floor);
            for span in [Some(one.span), Some(one.verb), one.source, one.said].into_iter().flatten() {
                prop_assert!(span.slice(&text).is_some_and(|words| !words.is_empty()));
            }
            floor = one.span.end;
        }
    }

    #[test]
    fn any_words_can_be_asked_about(words in "(?s).{0,40}") {
        is_vague_source(&words);
    }
}
