//! A review as it is played: keys in, what is shown and what is on the desk out.

use ratatui::crossterm::event::{
    Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{Mode, Side, Wish};
use crate::cli::review::sample::{Sample, act};
use crate::model::claim::{ClaimRef, ClaimState};
use crate::model::ids::{ArticleId, ClaimId};

fn state_of(sample: &Sample, id: i64) -> ClaimState {
    let claim = sample.desk.claim(&ClaimRef::Number(ClaimId(id)));
    claim.unwrap().claim.state
}

/// Fills in a verdict and saves it.
fn rate(sample: &mut Sample, rating: char) {
    sample.press(KeyCode::Char(rating));
    sample.types("The plaque says 1932.");
    for _ in 0..2 {
        sample.press(KeyCode::Tab);
    }
    sample.types("https://example.org/plaque");
    for _ in 0..2 {
        sample.press(KeyCode::Tab);
    }
    sample.types("p. 4");
    sample.press(KeyCode::Enter);
}

#[test]
fn a_review_begins_at_what_is_left_to_do() {
    let mut sample = Sample::new();
    assert_eq!(sample.current(), 1);
    sample
        .desk
        .dismiss_claims(&act(), &[ClaimRef::Number(ClaimId(1))], "an opinion")
        .unwrap();
    let walk = sample.desk.walk_through(&act(), ArticleId(1)).unwrap();
    let state = super::State::new(walk.clone(), None, true);
    assert_eq!(state.current, Some(ClaimId(2)));
    let state = super::State::new(walk.clone(), Some(ClaimId(3)), true);
    assert_eq!(state.current, Some(ClaimId(3)));
    let state = super::State::new(walk, Some(ClaimId(99)), true);
    assert_eq!(state.current, Some(ClaimId(2)));
}

#[test]
fn keys_go_from_claim_to_claim_and_stop_at_the_ends() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('j'));
    assert_eq!(sample.current(), 2);
    sample.press(KeyCode::Up);
    sample.press(KeyCode::Up);
    assert_eq!(sample.current(), 1);
    assert_eq!(sample.said(), "this is the first claim");
    sample.press(KeyCode::End);
    let last = sample.state.walk.claims.last().map(|claim| claim.id);
    assert_eq!(sample.state.current, last);
    sample.press(KeyCode::Tab);
    assert_eq!(sample.current(), 1);
}

#[test]
fn a_verdict_is_saved_with_its_source_and_the_next_claim_comes_up() {
    let mut sample = Sample::new();
    rate(&mut sample, '1');
    assert_eq!(sample.said(), "claim 1 is rated ✗ False");
    assert_eq!(sample.current(), 2);
    let claim = sample.desk.claim(&ClaimRef::Number(ClaimId(1))).unwrap();
    let verdict = &claim.verdicts[0];
    assert_eq!(verdict.rating, "false");
    assert_eq!(verdict.rationale, "The plaque says 1932.");
    assert_eq!(verdict.evidence[0].locator.as_deref(), Some("p. 4"));
    assert_eq!(verdict.evidence[0].stance.as_str(), "refutes");
    assert_eq!(sample.state.progress().0, 1);
}

#[test]
fn what_the_desk_refuses_is_told_and_nothing_typed_is_lost() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('1'));
    sample.press(KeyCode::Enter);
    assert_eq!(sample.said(), "say why");
    sample.types("The plaque says 1932.");
    sample.press(KeyCode::Enter);
    assert!(
        sample.said().contains("rests on no source with a locator"),
        "{}",
        sample.said()
    );
    assert!(!sample.said().contains("--"), "{}", sample.said());
    assert_eq!(state_of(&sample, 1), ClaimState::Extracted);
    sample.press(KeyCode::Tab);
    sample.press(KeyCode::Tab);
    sample.types("no address");
    sample.press(KeyCode::Enter);
    assert!(
        sample.said().contains("can't be a source"),
        "{}",
        sample.said()
    );
    let Mode::Form(form) = &sample.state.mode else {
        panic!("the form is closed");
    };
    let why = form.text(crate::cli::review::form::Name::Why);
    assert_eq!(why.as_deref(), Some("The plaque says 1932."));
}

#[test]
fn a_form_that_is_left_comes_back_as_it_was() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('1'));
    sample.types("The plaque");
    sample.press(KeyCode::Esc);
    assert!(sample.said().starts_with("not saved"));
    assert!(sample.press(KeyCode::Char('q')).is_none());
    assert!(
        sample.said().contains("on claim 1 is not saved"),
        "{}",
        sample.said()
    );
    // The doubt ends with another key.
    sample.press(KeyCode::Char('j'));
    assert!(sample.press(KeyCode::Char('q')).is_none());
    sample.press(KeyCode::Char('k'));
    sample.press(KeyCode::Char('3'));
    sample.types(" says 1932.");
    sample.press(KeyCode::Tab);
    sample.press(KeyCode::BackTab);
    let Mode::Form(form) = &sample.state.mode else {
        panic!("the form is closed");
    };
    let why = form.text(crate::cli::review::form::Name::Why);
    assert_eq!(why.as_deref(), Some("The plaque says 1932."));
    assert_eq!(
        form.text(crate::cli::review::form::Name::Rating).as_deref(),
        Some("~ Misleading")
    );
}

#[test]
fn breaking_off_leaves_unless_that_would_lose_what_was_typed() {
    let ctrl_c = (KeyModifiers::CONTROL, KeyCode::Char('c'));
    let mut sample = Sample::new();
    assert!(matches!(
        sample.press_with(ctrl_c.0, ctrl_c.1),
        Some(Wish::Leave)
    ));
    sample.press(KeyCode::Char('c'));
    sample.types("I have asked.");
    assert!(sample.press_with(ctrl_c.0, ctrl_c.1).is_none());
    assert!(matches!(
        sample.press_with(ctrl_c.0, ctrl_c.1),
        Some(Wish::Leave)
    ));
}

#[test]
fn accepting_dismissing_and_taking_back() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('a'));
    assert_eq!(
        (state_of(&sample, 1), sample.current()),
        (ClaimState::ToCheck, 2)
    );
    sample.press(KeyCode::Char('d'));
    sample.types("an opinion");
    sample.press(KeyCode::Enter);
    assert_eq!(state_of(&sample, 2), ClaimState::Dismissed);
    assert_ne!(sample.current(), 2);
    sample.press(KeyCode::Char('u'));
    assert_eq!(
        (state_of(&sample, 2), sample.current()),
        (ClaimState::Extracted, 2)
    );
    assert!(
        sample.said().starts_with("taken back:"),
        "{}",
        sample.said()
    );
    sample.press(KeyCode::Char('u'));
    assert_eq!(
        (state_of(&sample, 1), sample.current()),
        (ClaimState::Extracted, 1)
    );
}

#[test]
fn what_was_done_before_the_review_is_taken_back_only_when_asked_twice() {
    let mut sample = Sample::new();
    sample
        .desk
        .accept_claims(&act(), &[ClaimRef::Number(ClaimId(1))])
        .unwrap();
    sample.reload();
    sample.press(KeyCode::Char('u'));
    assert_eq!(state_of(&sample, 1), ClaimState::ToCheck);
    sample.press(KeyCode::Char('u'));
    assert_eq!(state_of(&sample, 1), ClaimState::Extracted);
}

#[test]
fn a_dismissed_claim_is_taken_up_again() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('d'));
    sample.types("an opinion");
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Char('t'));
    sample.press(KeyCode::Left);
    sample.press(KeyCode::Enter);
    assert_eq!(sample.current(), 1);
    assert_eq!(sample.said(), "dismissed: 1");
    sample.press(KeyCode::Char('a'));
    assert_eq!(state_of(&sample, 1), ClaimState::ToCheck);
}

#[test]
fn a_pasted_address_begins_evidence() {
    let mut sample = Sample::new();
    sample.on(&Event::Paste("https://example.org/plaque\n".to_owned()));
    sample.types("p. 4");
    sample.press(KeyCode::Enter);
    let claim = sample.desk.claim(&ClaimRef::Number(ClaimId(1))).unwrap();
    assert_eq!(claim.evidence[0].locator.as_deref(), Some("p. 4"));
    assert_eq!(sample.current(), 1);
    sample.on(&Event::Paste("two words".to_owned()));
    assert!(sample.said().contains("no address"), "{}", sample.said());
}

#[test]
fn flags_remarks_and_people() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('f'));
    sample.types("Which bridge?");
    sample.press(KeyCode::Tab);
    sample.press(KeyCode::Char('h'));
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Char('c'));
    sample.types("I have asked.");
    sample.press_with(KeyModifiers::ALT, KeyCode::Enter);
    sample.types("Twice.");
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Char('w'));
    sample.press(KeyCode::Char('b'));
    sample.press(KeyCode::Tab);
    sample.types("2026-12-01");
    sample.press(KeyCode::Enter);
    let claim = sample.desk.claim(&ClaimRef::Number(ClaimId(1))).unwrap();
    let flag = claim
        .flags
        .iter()
        .find(|flag| flag.message == "Which bridge?")
        .unwrap();
    assert_eq!(flag.severity.as_str(), "high");
    assert_eq!(claim.comments[0].body, "I have asked.\nTwice.");
    assert_eq!(claim.claim.assigned[0].reviewer, "ben");
    assert!(claim.claim.assigned[0].due.is_some());
    sample.press(KeyCode::Char('w'));
    sample.press(KeyCode::Char('n'));
    sample.press(KeyCode::Enter);
    assert_eq!(sample.said(), "nobody has claim 1 any more");
}

#[test]
fn words_are_found_in_the_text_and_their_claim_comes_up() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('/'));
    sample.types("TRAFFIC");
    sample.press(KeyCode::Enter);
    let claim = sample.state.claim().unwrap();
    assert!(
        claim.words().starts_with("Traffic rose"),
        "{}",
        claim.words()
    );
    sample.press(KeyCode::Char('/'));
    sample.types("bridge");
    sample.press(KeyCode::Enter);
    let said = sample.said().to_owned();
    sample.press(KeyCode::Char('n'));
    assert_ne!(sample.said(), said);
    sample.press(KeyCode::Char('N'));
    assert_eq!(sample.said(), said);
    sample.press(KeyCode::Char('/'));
    sample.types("nowhere");
    sample.press(KeyCode::Enter);
    assert!(
        sample.said().contains("stands neither"),
        "{}",
        sample.said()
    );
}

#[test]
fn a_statement_is_found_that_the_text_words_otherwise() {
    let mut sample = Sample::new();
    let edit = crate::model::claim::ClaimEdit {
        statement: Some("The crossing was inaugurated in 1931".to_owned()),
        ..Default::default()
    };
    sample
        .desk
        .edit_claim(&act(), &ClaimRef::Number(ClaimId(1)), &edit)
        .unwrap();
    sample.reload();
    sample.press(KeyCode::Char('j'));
    sample.press(KeyCode::Char('/'));
    sample.types("inaugurated");
    sample.press(KeyCode::Enter);
    assert_eq!(sample.current(), 1);
}

#[test]
fn a_click_brings_up_the_claim_under_it() {
    let mut sample = Sample::new();
    let pane = sample.state.panes.text.unwrap();
    let mut clicked = Vec::new();
    for y in pane.top()..pane.bottom() {
        let mouse = MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: pane.x + 4,
            row: y,
            modifiers: KeyModifiers::NONE,
        };
        sample.on(&Event::Mouse(mouse));
        clicked.push(sample.current());
    }
    clicked.dedup();
    let all: Vec<i64> = sample
        .state
        .walk
        .claims
        .iter()
        .map(|claim| claim.id.0)
        .collect();
    assert_eq!(clicked, all);
}

#[test]
fn a_narrow_screen_shows_one_side_at_a_time() {
    let mut sample = Sample::new();
    sample.size.width = 50;
    sample.press(KeyCode::Char('j'));
    assert!(sample.state.panes.claim.is_none());
    sample.press(KeyCode::Char('o'));
    assert_eq!(sample.state.side, Side::Claim);
    assert!(sample.state.panes.text.is_none());
}

#[test]
fn what_others_do_is_seen_and_what_one_looks_at_stays() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('j'));
    let before = sample.desk.freshness().unwrap();
    assert_eq!(sample.desk.freshness().unwrap(), before);
    let mut other = sample.elsewhere();
    other
        .accept_claims(&act(), &[ClaimRef::Number(ClaimId(2))])
        .unwrap();
    assert_ne!(sample.desk.freshness().unwrap(), before);
    sample.press(KeyCode::Char('1'));
    sample.types("half a thou");
    sample.reload();
    assert_eq!(sample.current(), 2);
    assert_eq!(sample.state.claim().unwrap().state, ClaimState::ToCheck);
    assert!(matches!(sample.state.mode, Mode::Form(_)));
}

#[test]
fn a_rating_that_the_scale_has_not_is_told() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('9'));
    assert_eq!(sample.said(), "the scale Standard has 7 ratings");
    sample.press(KeyCode::Char('z'));
    assert!(sample.said().contains("? shows those"), "{}", sample.said());
}

#[test]
fn what_the_whole_desk_has_is_found_and_taken_up() {
    let mut sample = Sample::new();
    sample.on(&Event::Paste("https://example.org/traffic".to_owned()));
    sample.types("table 2");
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Char('s'));
    sample.types("kind:claim traffic in:statement");
    sample.press(KeyCode::Enter);
    let Mode::Hits(hits) = &sample.state.mode else {
        panic!("{}", sample.said());
    };
    assert_eq!(hits.found.len(), 1);
    sample.press(KeyCode::Enter);
    assert!(sample.state.claim().unwrap().words().starts_with("Traffic"));
    sample.press(KeyCode::Char('s'));
    sample.types("kind:source example.org");
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Enter);
    sample.types("table 3");
    sample.press(KeyCode::Enter);
    assert!(
        sample.said().contains("rests on source 1"),
        "{}",
        sample.said()
    );
    sample.press(KeyCode::Char('s'));
    sample.types("state:nowhere");
    sample.press(KeyCode::Enter);
    assert!(sample.said().contains("nowhere"), "{}", sample.said());
}

#[test]
fn what_one_has_judged_is_left_again_once_it_is_given_to_one() {
    let mut sample = Sample::new();
    rate(&mut sample, '1');
    assert_eq!(sample.state.progress(), (1, 6));
    sample.press(KeyCode::Char('k'));
    sample.press(KeyCode::Char('w'));
    sample.press(KeyCode::Char('a'));
    sample.press(KeyCode::Enter);
    assert_eq!(sample.said(), "claim 1 is with ana");
    assert_eq!(sample.state.progress(), (0, 6));
}

#[test]
fn a_message_does_not_scroll_the_text() {
    let mut sample =
        Sample::of(&"The bridge opened in 1931 and cost 2 million crowns.\n\n".repeat(40));
    sample.press(KeyCode::Char(' '));
    let top = sample.state.top;
    assert!(top > 0);
    sample.state.refused("long ".repeat(40));
    sample.reload();
    assert_eq!(sample.state.top, top);
    sample.press(KeyCode::Char('c'));
    assert_eq!(sample.state.top, 0, "the claim of the form is in sight");
}
