//! What is to be painted in a block: which spans, in which lane, and how many did not get one.
//!
//! A lane is an underline's height. Spans that overlap never share one. At most [`LANES`] are drawn;
//! a stretch with more says how many are hidden.

use super::ids::SpanId;
use super::range::TextRange;
use super::span_set::SpanSet;
use super::text::{Block, Text};
use crate::core::span::Span;

/// The underline lanes that are drawn.
pub const LANES: u8 = 3;
/// How many tints hide what is under them: each lets two thirds through, so less than a tenth is left after six.
const HIDING: u8 = 6;

/// One span's part in a block, ready to be measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaintSpan {
    /// The span.
    pub id: SpanId,
    /// The place of its label in the tagset: the number in the class `label-<n>`.
    pub label: usize,
    /// Its parts in this block, in UTF-16 units from the block's start.
    pub pieces: Vec<(u32, u32)>,
    /// Which of the span's pieces the first of them belongs to.
    pub number: usize,
    /// Its lane, 0 nearest the letters. [`LANES`] and above are tinted but get no line.
    pub lane: u8,
    /// Whether it is chosen.
    pub active: bool,
    /// Whether so many inner ones lie over all of it that its tint could not be seen.
    pub buried: bool,
    /// Whether the first of these parts begins, and whether the last of them ends, in this block.
    pub edges: (bool, bool),
}

/// All that is painted in a block. Equal values need no new painting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BlockPaint {
    /// The spans, outer before inner.
    pub spans: Vec<PaintSpan>,
    /// Where spans are without a lane: the end in UTF-16 units from the block's start, and how many.
    pub hidden: Vec<(u32, u32)>,
}

/// What is to be painted in `part` of `block`, of the spans that `shown` lets through. The part is all of the block, unless
/// the block is very long. `shown` gives the label's place in the tagset and whether the span is chosen.
pub fn paint(
    text: &Text,
    spans: &SpanSet,
    block: &Block,
    part: TextRange,
    shown: impl Fn(&Span) -> Option<(usize, bool)>,
) -> BlockPaint {
    let local = |range: TextRange| {
        let unit = |offset| text.utf16(offset).0 - block.start_utf16.0;
        (unit(range.start()), unit(range.end()))
    };
    let mut lanes: Vec<TextRange> = Vec::new();
    let mut paint = BlockPaint::default();
    for span in spans.overlapping(part) {
        let Some((label, active)) = shown(span) else { continue };
        let (mut pieces, mut number, mut edges) = (Vec::new(), 0, (true, true));
        for (place, piece) in span.pieces().enumerate() {
            let Some(here) = piece.intersection(part) else { continue };
            if pieces.is_empty() {
                (number, edges.0) = (place, here.start() == piece.start());
            }
            edges.1 = here.end() == piece.end();
            pieces.push(local(here));
        }
        if pieces.is_empty() {
            continue;
        }
        let free = lanes.iter().position(|last| last.end() <= span.range.start());
        let lane = free.unwrap_or(lanes.len());
        match free {
            Some(lane) => lanes[lane] = span.range,
            None => lanes.push(span.range),
        }
        if lane >= usize::from(LANES) {
            let end = pieces.last().map_or(0, |piece| piece.1);
            match paint.hidden.iter_mut().find(|(at, _)| *at == end) {
                Some((_, count)) => *count += 1,
                None => paint.hidden.push((end, 1)),
            }
        }
        let lane = lane.min(255) as u8;
        paint.spans.push(PaintSpan { id: span.id.clone(), label, pieces, number, lane, active, buried: false, edges });
    }
    // Outer spans are met first and took the low lanes; a line nearer the letters belongs to the inner one.
    let deepest = lanes.len().min(usize::from(LANES)) as u8;
    if deepest > 1 {
        flip(&mut paint.spans);
    }
    if lanes.len() > usize::from(HIDING) {
        bury(&mut paint.spans, local(part).1);
    }
    paint
}

/// Finds out whose tint could not be seen in a block of `length` UTF-16 units. Spans with a line have a higher box than
/// those without, so some of theirs is.
fn bury(spans: &mut [PaintSpan], length: u32) {
    // How many tints lie over each unit.
    let mut over = vec![0_u8; length as usize];
    for span in spans.iter_mut().rev() {
        let mut seen = span.active || span.lane < LANES;
        for &(start, end) in &span.pieces {
            for above in over.get_mut(start as usize..end as usize).into_iter().flatten() {
                seen |= *above < HIDING;
                *above = above.saturating_add(1);
            }
        }
        span.buried = !seen;
    }
}

/// Within each group of spans that overlap, puts the inner ones nearest the letters.
fn flip(spans: &mut [PaintSpan]) {
    let hull = |span: &PaintSpan| (span.pieces.first().map_or(0, |p| p.0), span.pieces.last().map_or(0, |p| p.1));
    let mut start = 0;
    while start < spans.len() {
        let mut reach = hull(&spans[start]).1;
        let mut end = start + 1;
        while end < spans.len() && hull(&spans[end]).0 < reach {
            reach = reach.max(hull(&spans[end]).1);
            end += 1;
        }
        let top = spans[start..end].iter().map(|span| span.lane).filter(|lane| *lane < LANES).max().unwrap_or(0);
        for span in &mut spans[start..end] {
            if span.lane < LANES {
                span.lane = top - span.lane;
            }
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::bare_span;
    use std::rc::Rc;

    fn painted(spans: &[(u32, u32)]) -> BlockPaint {
        let text = Text::new("🙂 قال محمود عباس في رام الله اليوم");
        let spans = spans.iter().enumerate().map(|(i, &(a, b))| Rc::new(bare_span(&format!("s{i}"), "PERS", a, b)));
        let set = SpanSet::from_spans(spans.collect());
        paint(&text, &set, &text.blocks()[0], text.blocks()[0].range, |_| Some((0, false)))
    }

    #[test]
    fn spans_that_overlap_never_share_a_lane_and_inner_ones_are_nearest() {
        let paint = painted(&[(2, 20), (6, 16), (6, 11), (17, 20)]);
        let lanes = paint.spans.iter().map(|s| (s.id.as_str(), s.lane)).collect::<Vec<_>>();
        assert_eq!(lanes, [("s0", 2), ("s1", 1), ("s2", 0), ("s3", 1)]);
        assert_eq!(paint.spans[0].pieces, [(3, 21)], "UTF-16 units: the emoji counts two");
    }

    #[test]
    fn what_has_no_lane_is_counted() {
        let paint = painted(&[(0, 20), (0, 19), (0, 18), (0, 17), (0, 16)]);
        assert_eq!(paint.hidden, [(18, 1), (17, 1)]);
        assert!(paint.spans.iter().filter(|s| s.lane < LANES).count() == 3);
    }

    #[test]
    fn what_six_tints_lie_over_everywhere_has_none() {
        let nested: Vec<(u32, u32)> = (0..12).map(|at| (0, 32 - at)).collect();
        let buried = |spans: &[(u32, u32)]| painted(spans).spans.iter().map(|span| span.buried).collect::<Vec<_>>();
        assert_eq!(buried(&nested[..10]), [false; 10], "the outer ones show at their ends");
        let equal = buried(&[(3, 9); 12]);
        assert_eq!(equal, [[false; 3], [true; 3], [false; 3], [false; 3]].concat(), "three have a line, the last six lie on top");
        let staggered: Vec<(u32, u32)> = (0..12).map(|at| (at, at + 20)).collect();
        assert_eq!(buried(&staggered), [false; 12], "each is on top where it begins");
    }
}
