//! Marks over a text: claims and flags that can overlap, cut into segments
//! that don't.

use crate::model::text::{Block, Span};

/// A stretch of a block over which the same marks lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment<'t> {
    /// Its words.
    pub(super) text: &'t str,
    /// The marks that lie over it, in the order they were given.
    pub(super) under: Vec<usize>,
    /// The marks that begin with it.
    pub(super) begins: Vec<usize>,
    /// The marks that end with it.
    pub(super) ends: Vec<usize>,
}

/// The segments of every block. A mark begins and ends once, in the first
/// and last block that it touches; one that touches no block is nowhere.
pub(super) fn cut<'t>(text: &'t str, blocks: &[Block], marks: &[Span]) -> Vec<Vec<Segment<'t>>> {
    let touched = touched(blocks, marks);
    let mut last_block = vec![None; marks.len()];
    let mut first_block = vec![None; marks.len()];
    for (block, touching) in touched.iter().enumerate() {
        for mark in touching {
            first_block[*mark].get_or_insert(block);
            last_block[*mark] = Some(block);
        }
    }
    blocks
        .iter()
        .zip(&touched)
        .enumerate()
        .map(|(index, (block, touching))| {
            let clipped: Vec<Clipped> = touching
                .iter()
                .map(|&mark| Clipped {
                    mark,
                    span: Span::new(
                        marks[mark].start.max(block.span.start),
                        marks[mark].end.min(block.span.end),
                    ),
                    begins: first_block[mark] == Some(index),
                    ends: last_block[mark] == Some(index),
                })
                .collect();
            segments(text, block.span, &clipped)
        })
        .collect()
}

/// The part of a mark that lies in one block.
struct Clipped {
    mark: usize,
    span: Span,
    begins: bool,
    ends: bool,
}

/// For each block the marks that touch it, found in one walk along the text.
fn touched(blocks: &[Block], marks: &[Span]) -> Vec<Vec<usize>> {
    let mut by_start: Vec<usize> = (0..marks.len()).collect();
    by_start.sort_by_key(|&mark| marks[mark].start);
    let mut coming = by_start.into_iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    blocks
        .iter()
        .map(|block| {
            open.retain(|&mark| marks[mark].end > block.span.start);
            while let Some(mark) = coming.next_if(|&mark| marks[mark].start < block.span.end) {
                open.push(mark);
            }
            let mut touching: Vec<usize> = open
                .iter()
                .copied()
                .filter(|&mark| marks[mark].overlaps(block.span))
                .collect();
            touching.sort_unstable();
            touching
        })
        .collect()
}

fn segments<'t>(text: &'t str, block: Span, clipped: &[Clipped]) -> Vec<Segment<'t>> {
    let mut cuts: Vec<usize> = clipped
        .iter()
        .flat_map(|part| [part.span.start, part.span.end])
        .chain([block.start, block.end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let picked = |holds: &dyn Fn(&Clipped) -> bool| {
        clipped
            .iter()
            .filter(|part| holds(part))
            .map(|part| part.mark)
            .collect()
    };
    cuts.windows(2)
        .filter_map(|edges| {
            let here = Span::new(edges[0], edges[1]);
            Some(Segment {
                text: here.slice(text)?,
                under: picked(&|part| part.span.contains(here)),
                begins: picked(&|part| part.begins && part.span.start == here.start),
                ends: picked(&|part| part.ends && part.span.end == here.end),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::text::BlockKind;

    fn body(start: usize, end: usize) -> Block {
        Block::new(BlockKind::Body, Span::new(start, end))
    }

    #[test]
    fn overlapping_marks_are_cut_where_either_begins_or_ends() {
        let text = "Bukele moved recognition.";
        let cuts = cut(text, &[body(0, 25)], &[Span::new(0, 12), Span::new(7, 24)]);
        let seen: Vec<(&str, &[usize])> = cuts[0]
            .iter()
            .map(|segment| (segment.text, segment.under.as_slice()))
            .collect();
        assert_eq!(
            seen,
            [
                ("Bukele ", &[0][..]),
                ("moved", &[0, 1]),
                (" recognition", &[1]),
                (".", &[])
            ]
        );
        assert_eq!(cuts[0][1].begins, [1]);
        assert_eq!(cuts[0][1].ends, [0]);
    }

    #[test]
    fn a_mark_over_two_blocks_begins_in_one_and_ends_in_the_other() {
        let cuts = cut(
            "One.\n\nTwo.",
            &[body(0, 4), body(6, 10)],
            &[Span::new(0, 10)],
        );
        assert_eq!(
            (&cuts[0][0].begins[..], &cuts[0][0].ends[..]),
            (&[0][..], &[][..])
        );
        assert_eq!(
            (&cuts[1][0].begins[..], &cuts[1][0].ends[..]),
            (&[][..], &[0][..])
        );
    }

    /// Blocks with a gap of one byte between them, over a text of `z`.
    fn blocks_of(lengths: &[usize]) -> (String, Vec<Block>) {
        let mut blocks = Vec::new();
        let mut at = 0;
        for length in lengths {
            blocks.push(body(at, at + length));
            at += length + 1;
        }
        ("z".repeat(at), blocks)
    }

    proptest! {
        #[test]
        fn segments_are_the_text_and_marks_begin_and_end_once(
            lengths in prop::collection::vec(1usize..12, 1..6),
            raw in prop::collection::vec((0usize..60, 1usize..30), 0..10),
        ) {
            let (text, blocks) = blocks_of(&lengths);
            let marks: Vec<Span> = raw
                .iter()
                .map(|&(start, length)| Span::new(start.min(text.len() - 1), (start + length).min(text.len())))
                .filter(|mark| mark.start < mark.end)
                .collect();
            let cuts = cut(&text, &blocks, &marks);
            for (block, segments) in blocks.iter().zip(&cuts) {
                let joined: String = segments.iter().map(|segment| segment.text).collect();
                prop_assert_eq!(Some(joined.as_str()), block.span.slice(&text));
                let mut at = block.span.start;
                for segment in segments {
                    let here = Span::new(at, at + segment.text.len());
                    let expected: Vec<usize> =
                        (0..marks.len()).filter(|&mark| marks[mark].overlaps(here)).collect();
                    prop_assert_eq!(&segment.under, &expected);
                    at = here.end;
                }
            }
            let all: Vec<&Segment<'_>> = cuts.iter().flatten().collect();
            for (mark, span) in marks.iter().enumerate() {
                let touches = blocks.iter().any(|block| block.span.overlaps(*span));
                let begun = all.iter().filter(|segment| segment.begins.contains(&mark)).count();
                let ended = all.iter().filter(|segment| segment.ends.contains(&mark)).count();
                prop_assert_eq!((begun, ended), (usize::from(touches), usize::from(touches)));
            }
        }
    }
}
