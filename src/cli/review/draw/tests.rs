//! Pictures of a review, as text.

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;

use super::{Laid, Look, screen};
use crate::cli::review::sample::Sample;

/// The screen at some size.
fn drawn(sample: &mut Sample, (width, height): (u16, u16), look: Look) -> Buffer {
    sample.size = Rect::new(0, 0, width, height);
    let laid = Laid::new(&sample.state, sample.size, look);
    sample.state.settle(laid.panes);
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal
        .draw(|frame| screen(frame, &sample.state, &laid))
        .unwrap();
    terminal.backend().buffer().clone()
}

/// The screen as text.
fn picture(sample: &mut Sample, size: (u16, u16)) -> String {
    let buffer = drawn(sample, size, Look { color: true });
    let mut text = String::new();
    for row in buffer.content().chunks(usize::from(size.0)) {
        let mut covered = 0;
        let mut line = String::new();
        for cell in row {
            if covered == 0 {
                line += cell.symbol();
                covered = cell.symbol().width();
            }
            covered = covered.saturating_sub(1);
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn judged() -> Sample {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('1'));
    sample.types("The plaque says 1932.");
    sample.press(KeyCode::Tab);
    sample.types("opened on 3 May 1932");
    sample.press(KeyCode::Tab);
    sample.types("https://example.org/plaque");
    sample.press(KeyCode::Tab);
    sample.press(KeyCode::Tab);
    sample.types("p. 4");
    sample.press(KeyCode::Enter);
    sample
}

#[test]
fn a_fresh_review() {
    let mut sample = Sample::new();
    insta::assert_snapshot!("fresh-80x24", picture(&mut sample, (80, 24)));
    insta::assert_snapshot!("fresh-120x40", picture(&mut sample, (120, 40)));
}

#[test]
fn a_claim_with_a_verdict_a_flag_and_a_remark() {
    let mut sample = judged();
    sample.press(KeyCode::Char('k'));
    sample.press(KeyCode::Char('f'));
    sample.types("Which bridge?");
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Char('c'));
    sample.types("I have asked the town.");
    sample.press(KeyCode::Enter);
    insta::assert_snapshot!("judged-80x24", picture(&mut sample, (80, 24)));
    insta::assert_snapshot!("judged-120x40", picture(&mut sample, (120, 40)));
}

#[test]
fn a_form_and_why_it_was_refused() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('3'));
    sample.types("The plaque at the eastern end of the bridge says 1932, and so does the chronicle of the town.");
    sample.press(KeyCode::Enter);
    insta::assert_snapshot!("form-80x24", picture(&mut sample, (80, 24)));
    insta::assert_snapshot!("form-50x14", picture(&mut sample, (50, 14)));
}

/// The screen in the guide: the sample article, at the claim that was judged there.
#[test]
fn the_readme_shows_a_review() {
    let mut sample = Sample::of(include_str!("../../../../data/sample/article.txt"));
    sample.press(KeyCode::Char('/'));
    sample.types("Taiwan to China");
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Char('3'));
    sample.types("The order of events is wrong: the recall came seven months later.");
    sample.press(KeyCode::Tab);
    sample.press(KeyCode::Tab);
    sample.types("https://example.org/statement");
    sample.press(KeyCode::Tab);
    sample.press(KeyCode::Tab);
    sample.types("p. 2");
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Char('k'));
    let picture = picture(&mut sample, (80, 24));
    insta::assert_snapshot!("sample-article", picture);
    let guide = include_str!("../../../../docs/how-to/review.md");
    assert!(
        guide.contains(&picture),
        "the guide shows another screen:\n{picture}"
    );
}

#[test]
fn a_narrow_screen() {
    let mut sample = judged();
    sample.size.width = 50;
    sample.press(KeyCode::Char('k'));
    insta::assert_snapshot!("narrow-text", picture(&mut sample, (50, 16)));
    sample.press(KeyCode::Char('o'));
    insta::assert_snapshot!("narrow-claim", picture(&mut sample, (50, 16)));
    insta::assert_snapshot!("too-small", picture(&mut sample, (30, 6)));
}

#[test]
fn the_help_has_all_keys() {
    let mut sample = Sample::new();
    sample.press(KeyCode::Char('?'));
    insta::assert_snapshot!("help", picture(&mut sample, (80, 60)));
}

#[test]
fn what_a_search_of_the_desk_found() {
    let mut sample = judged();
    sample.press(KeyCode::Char('s'));
    sample.types("bridge");
    sample.press(KeyCode::Enter);
    sample.press(KeyCode::Char('j'));
    insta::assert_snapshot!("hits", picture(&mut sample, (80, 16)));
}

#[test]
fn an_article_without_claims() {
    let mut sample = Sample::of("Nothing.\n");
    insta::assert_snapshot!("no-claims", picture(&mut sample, (80, 12)));
}

#[test]
fn nothing_in_a_text_acts_on_the_terminal() {
    let mut sample = Sample::new();
    sample.press(KeyCode::End);
    let picture = picture(&mut sample, (120, 40));
    assert!(!picture.contains('\x1b'));
    assert!(picture.contains("\\u{1b}[31m"), "{picture}");
    assert!(picture.contains("台湾と中国"), "{picture}");
}

#[test]
fn without_colours_there_are_none() {
    let mut sample = judged();
    for cell in drawn(&mut sample, (80, 24), Look { color: false }).content() {
        assert_eq!(cell.fg, Color::Reset, "{cell:?}");
        assert_eq!(cell.bg, Color::Reset, "{cell:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn any_size_and_any_keys_can_be_drawn(
        (width, height) in (1_u16..150, 1_u16..50),
        keys in proptest::collection::vec(any::<char>(), 0..20),
        common in proptest::collection::vec(0_usize..17, 0..40),
    ) {
        let mut sample = Sample::new();
        sample.size = Rect::new(0, 0, width, height);
        let known = "jkJKgGtoadefcs1/?".chars().collect::<Vec<_>>();
        for c in common.into_iter().map(|at| known[at]).chain(keys) {
            sample.press(KeyCode::Char(c));
            picture(&mut sample, (width, height));
            if c == 'k' {
                sample.press(KeyCode::Enter);
                sample.press(KeyCode::Esc);
            }
        }
    }
}
