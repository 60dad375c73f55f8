//! Asks the engine where ranges of a block stand. Only reads; results are relative to the block's layer,
//! so that scrolling changes none of them.

use crate::core::geometry::{self, Half, Rect};
use crate::core::keyed::Keyed;
use crate::core::range::TextRange;
use crate::core::snap;
use crate::core::units::Offset;
use crate::web::dom;
use crate::web::surface::Surface;
use std::rc::Rc;
use web_sys::Range;

/// Rectangles of ranges in UTF-16 units of a block, valid until the block is laid out anew.
pub type Known = Keyed<(u32, u32), Rc<[Rect]>>;

pub use crate::core::command::Edge;

/// Measures in one block.
pub struct Measure<'a> {
    surface: &'a Surface,
    range: &'a Range,
    block: usize,
    rtl: bool,
    /// The layer's box in the viewport.
    pub layer: Rect,
    known: Known,
    used: Known,
}

impl<'a> Measure<'a> {
    /// Begins to measure in a block. `known` is what was found before in the same layout.
    /// `range` is one that is used again and again: each new one would live on until it is collected.
    pub fn new(surface: &'a Surface, range: &'a Range, block: usize, known: Known) -> Option<Self> {
        let layer = dom::rect_of(surface.layer(block)?);
        Some(Self { surface, range, block, rtl: surface.is_block_rtl(block), layer, known, used: Known::default() })
    }

    /// What was asked for, for the next time.
    pub fn used(self) -> Known {
        self.used
    }

    /// The text rectangles of a range in UTF-16 units of the block: merged, in reading order, inside the layer's
    /// width (a space at the end of a line hangs out of it), with each limit inside a lam-alef dividing it.
    pub fn text(&mut self, start: u32, end: u32) -> Rc<[Rect]> {
        let key = (start, end);
        let found = self.used.get(&key).cloned().or_else(|| self.known.remove(&key));
        let rects = found.unwrap_or_else(|| {
            let width = self.layer.width;
            self.whole(start, end).into_iter().map(|rect| rect.cut(0.0, width)).collect()
        });
        self.used.insert(key, Rc::clone(&rects));
        rects
    }

    /// Where a caret at an edge of the text at `unit` stands: a rectangle without width, as high as the text.
    /// `Start` is the edge of the character that begins there, `End` that of the one that ends there.
    pub fn edge(&mut self, unit: u32, edge: Edge) -> Option<Rect> {
        let text = self.surface.text();
        let block = self.surface.block(self.block)?.range;
        let offset = self.surface.offset(self.block, unit)?;
        let (from, to) = match edge {
            Edge::Start => (offset, snap::next_grapheme(text, offset)),
            Edge::End => (snap::previous_grapheme(text, offset), offset),
        };
        let cluster = TextRange::new(from, to);
        if cluster.is_empty() || !block.covers(cluster) {
            return None;
        }
        let rects = self.text(self.unit(from), self.unit(to));
        let rect = if edge == Edge::Start { rects.first() } else { rects.last() }?;
        let at_right = self.runs_rtl(from) == (edge == Edge::Start);
        Some(Rect { left: if at_right { rect.right() } else { rect.left }, width: 0.0, ..*rect })
    }

    /// Where the caret stands before the character at `unit`: after the one before it, but at the start of
    /// the next line where that one is the space that ended a line.
    pub fn caret(&mut self, unit: u32) -> Option<Rect> {
        let (before, after) = (self.edge(unit, Edge::End), self.edge(unit, Edge::Start));
        match (before, after) {
            (Some(before), Some(after)) if before.same_line(&after) => Some(before),
            (before, after) => after.or(before),
        }
    }

    /// Where the line begins, from above, that holds the character at `offset` or, where that has no box, one soon after it.
    pub fn top_of(&self, offset: Offset) -> Option<f64> {
        let unit = self.unit(offset);
        (unit..unit + 8).find_map(|unit| self.raw(unit, unit + 1).first().map(|rect| rect.top))
    }

    fn unit(&self, offset: Offset) -> u32 {
        let start = self.surface.block(self.block).map_or(0, |block| block.start_utf16.0);
        self.surface.text().utf16(offset).0 - start
    }

    /// Whether the run that holds the character at `offset` goes from right to left. A character without
    /// direction goes with its neighbours where they agree, else with the block.
    fn runs_rtl(&self, offset: Offset) -> bool {
        let text = self.surface.text();
        let Some(block) = self.surface.block(self.block).map(|block| block.range) else { return self.rtl };
        let after = text.slice(TextRange::new(offset, block.end()));
        if let Some(rtl) = after.chars().next().and_then(geometry::runs_rtl) {
            return rtl;
        }
        let before = text.slice(TextRange::new(block.start(), offset)).chars().rev().find_map(geometry::runs_rtl);
        let after = after.chars().find_map(geometry::runs_rtl);
        if before == after { before.unwrap_or(self.rtl) } else { self.rtl }
    }

    fn whole(&self, start: u32, end: u32) -> Vec<Rect> {
        let mut rects = self.raw(start, end);
        for (unit, half) in [(start, Half::Alef), (end, Half::Lam)] {
            if let Some(pair) = self.undivided(unit) {
                rects = geometry::divided(rects, pair, half);
            }
        }
        let rects = geometry::merged(rects, self.rtl);
        if rects.iter().all(|rect| rect.width == 0.0) { self.widened(start, end).unwrap_or(rects) } else { rects }
    }

    /// What the engine says, relative to the layer.
    fn raw(&self, start: u32, end: u32) -> Vec<Rect> {
        let Some(node) = self.surface.node(self.block) else { return Vec::new() };
        if self.range.set_start(node, start).and_then(|()| self.range.set_end(node, end)).is_err() {
            return Vec::new();
        }
        let Some(list) = self.range.get_client_rects() else { return Vec::new() };
        let rects = (0..list.length()).filter_map(|index| list.get(index));
        rects.map(|rect| dom::rect(&rect).moved(-self.layer.left, -self.layer.top)).collect()
    }

    /// The box of the lam-alef that `unit` stands in, if the engine doesn't divide it usefully there.
    fn undivided(&self, unit: u32) -> Option<Rect> {
        let offset = self.surface.offset(self.block, unit)?;
        let pair = geometry::lam_alef_at(self.surface.text(), offset)?;
        let (start, end) = (self.unit(pair.start()), self.unit(pair.end()));
        let width = |from, to| self.raw(from, to).iter().map(|rect| rect.width).sum::<f64>();
        if geometry::divides(width(start, unit), width(unit, end)) {
            return None;
        }
        geometry::merged(self.raw(start, end), true).into_iter().next()
    }

    /// For a range without any width: half of its cluster's box, the cluster being what it is drawn together
    /// with, before or after it.
    fn widened(&self, start: u32, end: u32) -> Option<Vec<Rect>> {
        let text = self.surface.text();
        let block = self.surface.block(self.block)?.range;
        let (from, to) = (self.surface.offset(self.block, start)?, self.surface.offset(self.block, end)?);
        let rtl = self.runs_rtl(from);
        let before = self.unit(snap::previous_grapheme(text, from).max(block.start()));
        let after = self.unit(snap::next_grapheme(text, to).min(block.end()));
        let tries = [(before, end, rtl), (start, after, !rtl)];
        tries.into_iter().find_map(|(from, to, at_left)| {
            let cluster = geometry::merged(self.raw(from, to), rtl).into_iter().find(|rect| rect.width > 0.0)?;
            Some(vec![geometry::end_half(cluster, at_left)])
        })
    }
}
