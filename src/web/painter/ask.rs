//! Where painted things stand, in the viewport. Only reads.

use super::marks::{Kind, Painted};
use super::measure::{Edge, Known, Measure};
use super::{Painter, State};
use crate::core::geometry::Rect;
use crate::core::ids::SpanId;
use crate::core::order;
use crate::core::range::TextRange;
use crate::core::units::Offset;
use crate::web::dom;

impl Painter {
    /// The boxes of a painted span's pieces in the viewport, in reading order; empty where none is near.
    #[must_use]
    pub fn rects_of(&self, span: &SpanId) -> Vec<Rect> {
        let mut rects = Vec::new();
        for (index, painted) in self.state.borrow().painted.as_slice() {
            let mut own =
                painted.drawn.marks.iter().filter(|mark| matches!(&mark.kind, Kind::Piece(id, _) if id == span)).peekable();
            if own.peek().is_some() {
                let layer = self.surface.layer(*index).map(|layer| dom::rect_of(layer)).unwrap_or_default();
                rects.extend(own.map(|mark| mark.rect.moved(layer.left, layer.top)));
            }
        }
        rects
    }

    /// The first piece of each painted span, in the viewport, block by block in the order of spans.
    #[must_use]
    pub fn first_pieces(&self) -> Vec<(SpanId, Rect)> {
        let mut found: Vec<(SpanId, Rect)> = Vec::new();
        for (index, painted) in self.state.borrow().painted.as_slice() {
            let layer = self.surface.layer(*index).map(|layer| dom::rect_of(layer)).unwrap_or_default();
            for mark in &painted.drawn.marks {
                let Kind::Piece(id, _) = &mark.kind else { continue };
                // Most pieces are the first of their span: only the others may be there already, not far back.
                if mark.begins || !found.iter().rev().any(|(known, _)| known == id) {
                    found.push((id.clone(), mark.rect.moved(layer.left, layer.top)));
                }
            }
        }
        found
    }

    /// The text of the blocks that are kept painted, from the first to the last.
    #[must_use]
    pub fn near(&self) -> TextRange {
        let near = self.near_blocks();
        let ends = near.first().zip(near.last());
        let blocks = ends.and_then(|(first, last)| Some((self.surface.block(*first)?, self.surface.block(*last)?)));
        blocks.map(|(first, last)| TextRange::new(first.range.start(), last.range.end())).unwrap_or_default()
    }

    /// The spans painted under a point of the viewport, the shortest first.
    #[must_use]
    pub fn hit(&self, x: f64, y: f64) -> Vec<SpanId> {
        let mut under: Vec<(u32, SpanId)> = Vec::new();
        let state = self.state.borrow();
        if let Some((painted, layer)) = self.block_at(&state, y) {
            // The inner of two spans comes later: from the back, it wins among equals.
            for mark in painted.drawn.marks.iter().rev() {
                let Kind::Piece(id, length) = &mark.kind else { continue };
                if mark.rect.holds(x - layer.left, y - layer.top) && under.iter().all(|(_, other)| other != id) {
                    under.push((*length, id.clone()));
                }
            }
        }
        order::sort_few(&mut under, |a, b| a.0.cmp(&b.0));
        under.into_iter().map(|(_, id)| id).collect()
    }

    /// The suggestion that is outlined at an offset.
    #[must_use]
    pub fn ghost_at(&self, offset: Offset) -> Option<TextRange> {
        self.state.borrow().ghosts.iter().map(|(range, _)| *range).find(|range| range.holds(offset))
    }

    /// The grip of a chosen span within `reach` CSS pixels of a point of the viewport, and of which piece it is.
    #[must_use]
    pub fn handle_at(&self, x: f64, y: f64, reach: f64) -> Option<(SpanId, Edge, usize)> {
        let state = self.state.borrow();
        let (painted, layer) = self.block_at(&state, y)?;
        let (x, y) = (x - layer.left, y - layer.top);
        let near = |rect: &Rect| rect.top - reach <= y && y <= rect.bottom() + reach && (rect.left - x).abs() <= reach;
        let grips = painted.drawn.marks.iter().filter(|mark| near(&mark.rect)).filter_map(|mark| match &mark.kind {
            Kind::Handle(id, edge, piece) => Some(((mark.rect.left - x).abs(), (id.clone(), *edge, *piece))),
            _ => None,
        });
        grips.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, grip)| grip)
    }

    /// The painted block at a height of the viewport, with its layer's box. Blocks stand in order, so few are asked.
    fn block_at<'a>(&self, state: &'a State, y: f64) -> Option<(&'a Painted, Rect)> {
        let painted = state.painted.as_slice();
        let box_of = |index: usize| self.surface.layer(index).map(|layer| dom::rect_of(layer)).unwrap_or_default();
        let at = painted.partition_point(|(index, _)| box_of(*index).bottom() < y);
        let (index, block) = painted.get(at)?;
        let layer = box_of(*index);
        (layer.top <= y).then_some((block, layer))
    }

    /// The text boxes of any range in the viewport, in reading order, as far as its blocks are near.
    #[must_use]
    pub fn range_rects(&self, range: TextRange) -> Vec<Rect> {
        let blocks = self.surface.text().blocks_of(range);
        let near = self.near_blocks();
        near.into_iter().filter(|index| blocks.contains(index)).flat_map(|index| self.measured(index, range)).collect()
    }

    /// The text boxes of the part of a range in a block, in the viewport.
    pub(super) fn measured(&self, index: usize, range: TextRange) -> Vec<Rect> {
        let (Some(mut measure), Some((start, end))) = (self.measure(index), self.local(index, range)) else { return Vec::new() };
        let rects = measure.text(start, end);
        rects.iter().map(|text| text.moved(measure.layer.left, measure.layer.top)).collect()
    }

    /// Where a caret at `offset` stands in the viewport: a box without width.
    #[must_use]
    pub fn caret_rect(&self, offset: Offset) -> Option<Rect> {
        let (index, unit) = self.surface.point(offset)?;
        let mut measure = self.measure(index)?;
        let caret = measure.caret(unit)?;
        Some(caret.moved(measure.layer.left, measure.layer.top))
    }

    /// Begins to measure in a block.
    pub(super) fn measure(&self, index: usize) -> Option<Measure<'_>> {
        Measure::new(&self.surface, self.range.as_ref()?, index, Known::default())
    }
}
