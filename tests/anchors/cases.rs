//! Cases of the kind that annotation and patching programs are held to: a
//! quote with its surroundings, look-alikes, words that were torn apart.

use claimdesk::model::text::Span;
use claimdesk::text::anchor::{Again, Reanchorer};

/// What became of the words marked by brackets in `old`, as a kind and words.
fn became(old: &str, new: &str) -> (&'static str, String) {
    let start = old.find('[').unwrap();
    let end = old.find(']').unwrap() - 1;
    let old = old.replace(['[', ']'], "");
    match Reanchorer::new(&old, new).find(Span::new(start, end)) {
        Again::Unmoved(quote) => ("unmoved", in_place(new, &quote.exact, quote.span)),
        Again::Moved(quote) => ("moved", in_place(new, &quote.exact, quote.span)),
        Again::Changed(found) => (
            "changed",
            in_place(new, &found.quote.exact, found.quote.span),
        ),
        Again::Ambiguous(places) => ("ambiguous", places.len().to_string()),
        Again::Gone => ("gone", String::new()),
    }
}

/// The words with a little of what follows, to tell one place from another.
fn in_place(text: &str, words: &str, span: Span) -> String {
    let after: String = text[span.end..].chars().take(6).collect();
    format!("{words}|{after}")
}

fn assert_became(old: &str, new: &str, kind: &str, words: &str) {
    assert_eq!(became(old, new), (kind, words.to_owned()), "{old} → {new}");
}

#[test]
fn words_stay_when_text_is_put_in_before_them() {
    assert_became(
        "The tram opened. [It cost four million crowns in all.] Nobody rode it.",
        "After years of talk, and two strikes, the tram opened. It cost four million crowns in all. Nobody rode it.",
        "unmoved",
        "It cost four million crowns in all.| Nobod",
    );
}

#[test]
fn a_part_of_a_word_is_found_within_it() {
    assert_became(
        "They re[built] the harbour bridge in 1931 and again later.",
        "Then they rebuilt the harbour bridge in 1931 and again later.",
        "unmoved",
        "built| the h",
    );
}

#[test]
fn other_line_breaks_are_no_change() {
    assert_became(
        "The tram\nopened. [It cost four\nmillion crowns.] Nobody rode it.",
        "The tram opened. It cost\nfour million crowns. Nobody rode it.",
        "unmoved",
        "It cost\nfour million crowns.| Nobod",
    );
}

#[test]
fn of_two_places_with_the_same_words_the_surroundings_tell_which() {
    assert_became(
        "The mayor said [the price was fair]. The judge said the price was fair, and left.",
        "The judge said the price was fair, and left. The mayor said the price was fair.",
        "moved",
        "the price was fair|.",
    );
    assert_became(
        "The mayor said the price was fair. The judge said [the price was fair], and left.",
        "A word first. The mayor said the price was fair. The judge said the price was fair, and left.",
        "unmoved",
        "the price was fair|, and ",
    );
}

#[test]
fn a_look_alike_that_was_there_before_is_not_taken_for_words_that_are_gone() {
    assert_became(
        "In 1931 the tram cost four million. It rained. [In 1932 the tram cost five million.] It snowed.",
        "In 1931 the tram cost four million. It rained. It snowed.",
        "gone",
        "",
    );
}

#[test]
fn a_copy_beside_the_words_is_for_a_person_to_tell_apart() {
    assert_became(
        "It rained all day. [The tram cost four million.] It snowed all night.",
        "It rained all day. The tram cost four million. The tram cost four million. It snowed all night.",
        "ambiguous",
        "2",
    );
}

#[test]
fn a_copy_is_for_a_person_even_where_the_words_were_edited_around() {
    let around = |before: &str| {
        format!(
            "The mayor spoke for {before} in the rain. The tram cost four million. Nobody cheered."
        )
    };
    let copied = format!("{}\n\n{}", around("two hours"), around("an hour"));
    assert_became(
        "Ferries leave at noon.\n\nThe mayor spoke for an hour in the rain. [The tram cost four million.] Nobody cheered.\n\nIt snowed.",
        &format!("Ferries leave at noon.\n\n{copied}\n\nIt snowed."),
        "ambiguous",
        "2",
    );
}

#[test]
fn a_sentence_with_none_of_the_old_figures_is_for_a_person() {
    assert_became(
        "The tram opened. [In 1931 the council paid 4 million for the line.] Nobody rode it.",
        "The tram opened. In 1958 the council paid 9 million for the line. Nobody rode it.",
        "ambiguous",
        "1",
    );
    assert_became(
        "The tram opened. [In 1931 the council paid 4 million for the line.] Nobody rode it.",
        "The tram opened. In 1931 the council paid 9 million for the line. Nobody rode it.",
        "changed",
        "In 1931 the council paid 9 million for the line.| Nobod",
    );
}

#[test]
fn the_same_words_that_stood_elsewhere_are_not_taken_for_those_that_went() {
    assert_became(
        "Ana said: [he never paid.] That was in May. Ben said: he never paid. That was in June.",
        "Ben said: he never paid. That was in June.",
        "gone",
        "",
    );
    assert_became(
        "It rained. [The bridge cost 12 million.] Ana left. It snowed. The bridge cost 12 million. Ben left.",
        "It rained. The bridge cost 13 million. Ana left. It snowed. The bridge cost 12 million. Ben left.",
        "changed",
        "The bridge cost 13 million.| Ana l",
    );
}

#[test]
fn a_changed_sentence_is_found_to_its_end() {
    let before = "The rest is known. A survey was held. ";
    let behind = "\n\nIn the town, where the vote was held, it was 4 percent.\n\n";
    let said = "It asked 1,204 residents of the town in 2022, and 57 percent were";
    let old = format!("{before}[{said} against it.]{behind}The rest is known.");
    let new = format!("{before}{said} in favour of it.\n\nThe rest is known.{behind}");
    let changed = format!("{said} in favour of it.|\n\nThe ");
    assert_became(&old, &new, "changed", &changed);
}

#[test]
fn what_joins_two_sentences_now_belongs_to_neither() {
    assert_became(
        "[They never fitted into the society that had once sent them away.] This often meant that the young men joined a gang.",
        "They never fitted into the society that had once sent them away, which often meant that the young men joined a gang.",
        "changed",
        "They never fitted into the society that had once sent them away|, whic",
    );
}

#[test]
fn edited_words_are_changed_where_their_surroundings_stayed() {
    assert_became(
        "The tram opened. [It cost four million crowns in all.] Nobody rode it.",
        "The tram opened. It cost nearly five million crowns in all. Nobody rode it.",
        "changed",
        "It cost nearly five million crowns in all.| Nobod",
    );
    assert_became(
        "[Four million crowns were paid for it.] Nobody rode it.",
        "Five million crowns were paid for it. Nobody rode it.",
        "changed",
        "Five million crowns were paid for it.| Nobod",
    );
}

#[test]
fn a_not_put_in_is_a_change() {
    assert_became(
        "The tram opened. [The mayor had paid for it himself.] Nobody rode it.",
        "The tram opened. The mayor had not paid for it himself. Nobody rode it.",
        "changed",
        "The mayor had not paid for it himself.| Nobod",
    );
}

#[test]
fn words_put_before_a_sentence_change_it() {
    assert_became(
        "The tram opened. [Ana Ruiz paid for all of it.] Nobody rode it.",
        "The tram opened. It is not true that Ana Ruiz paid for all of it. Nobody rode it.",
        "changed",
        "It is not true that Ana Ruiz paid for all of it.| Nobod",
    );
    assert_became(
        "The tram opened. [It cost four million]. Nobody rode it.",
        "The tram opened. It cost four million less than the ferry. Nobody rode it.",
        "changed",
        "It cost four million less than the ferry|. Nobo",
    );
}

#[test]
fn another_quotation_mark_is_a_change_of_words_on_record() {
    assert_became(
        "The tram opened. [\"We paid,\" the mayor told the council.] Nobody rode it.",
        "The tram opened. “We paid,” the mayor told the council. Nobody rode it.",
        "changed",
        "“We paid,” the mayor told the council.| Nobod",
    );
}

#[test]
fn a_short_piece_is_not_followed_to_a_place_that_only_shares_it() {
    assert_became(
        "The tram opened in May. It cost [2 million] by the end of that year. Nobody rode it.",
        "The tram opened in May. Nobody rode it. The ferry, a gift, would have brought in 2 million a year.",
        "ambiguous",
        "1",
    );
}

#[test]
fn a_rewritten_text_has_none_of_the_words() {
    assert_became(
        "The tram opened. [It cost four million crowns in all.] Nobody rode it.",
        "Ferries leave at noon from the old quay, weather permitting.",
        "gone",
        "",
    );
}

#[test]
fn edges_of_the_text_are_places_like_others() {
    assert_became(
        "[The tram opened in 1931.]",
        "The tram opened in 1931.",
        "unmoved",
        "The tram opened in 1931.|",
    );
    assert_became("[Opened.]", "", "gone", "");
}
