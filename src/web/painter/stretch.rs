//! Of a very long block only the part near the viewport is painted: a book may come as one paragraph.

use super::Painter;
use super::measure::Measure;
use crate::core::range::TextRange;
use crate::core::snap;
use crate::core::units::Offset;
use crate::web::dom;

/// Code points above which a block is painted in part.
const LONG: u32 = 8_000;

/// The part of a very long block that was near.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    part: TextRange,
    /// How far the article was scrolled then, in CSS pixels.
    scrolled: f64,
}

impl Painter {
    /// Whether the block at an offset is so long that only a part of it is painted.
    #[must_use]
    pub fn is_in_long(&self, offset: Offset) -> bool {
        let block = self.surface.point(offset).and_then(|(index, _)| self.surface.block(index));
        block.is_some_and(|block| block.range.len() > LONG)
    }

    /// The part of a block that is near: within a port's height of the port, where the block is very long.
    pub(super) fn near_part(&self, index: usize) -> Option<TextRange> {
        let block = self.surface.block(index)?.range;
        let state = self.state.borrow();
        if block.len() <= LONG || state.on_paper {
            return Some(block);
        }
        if let Some(known) = state.stretches.get(&index) {
            return Some(known.part);
        }
        drop(state);
        let (top, height) = self.port();
        let mut measure = self.measure(index)?;
        let mut at = |y: f64| self.first_below(block, &mut measure, y);
        let part = TextRange::new(at(top - height), at(top + 2.0 * height));
        let scrolled = self.scrolled();
        self.state.borrow_mut().stretches.insert(index, Stretch { part, scrolled });
        Some(part)
    }

    /// The first place of a block that stands below a height of the viewport; its end, where there is none.
    fn first_below(&self, block: TextRange, measure: &mut Measure, y: f64) -> Offset {
        let y = y - measure.layer.top;
        let (mut low, mut high) = (block.start().0, block.end().0);
        while low < high {
            let middle = u32::midpoint(low, high);
            if measure.top_of(Offset(middle)).is_some_and(|top| top < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        snap::grapheme_start(self.surface.text(), Offset(low)).max(block.start())
    }

    /// Paints the parts that are near now, where the port has moved by half its height since they were found.
    pub(super) fn moved(&self) {
        // Most articles have no such block: where they stand would be asked in vain with each frame of scrolling.
        if self.state.borrow().stretches.as_slice().is_empty() {
            return;
        }
        let (scrolled, (_, height)) = (self.scrolled(), self.port());
        let mut state = self.state.borrow_mut();
        let far = |(_, known): &&(usize, Stretch)| (known.scrolled - scrolled).abs() > height / 2.0;
        let left = state.stretches.as_slice().iter().filter(far).map(|(index, _)| *index).collect::<Vec<_>>();
        for index in &left {
            state.stretches.remove(index);
        }
        drop(state);
        self.renew(left);
    }

    /// How far the article is scrolled in its port, in CSS pixels.
    fn scrolled(&self) -> f64 {
        self.port().0 - dom::rect_of(self.surface.article()).top
    }
}
