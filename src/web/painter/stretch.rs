//! Of a very long block only the part near the viewport is painted: a book may come as one paragraph.

use super::Painter;
use super::measure::Measure;
use crate::core::keyed::Keyed;
use crate::core::range::TextRange;
use crate::core::snap;
use crate::core::units::Offset;

/// Code points above which a block is painted in part.
const LONG: u32 = 8_000;

impl Painter {
    /// The part of a block that is near: within a port's height of the port, where the block is very long.
    pub(super) fn near_part(&self, index: usize) -> Option<TextRange> {
        let block = self.surface.block(index)?.range;
        let state = self.state.borrow();
        if block.len() <= LONG || state.on_paper {
            return Some(block);
        }
        if let Some(known) = state.stretches.get(&index) {
            return Some(*known);
        }
        drop(state);
        let (top, height) = self.port();
        let mut measure = self.measure(index)?;
        let mut at = |y: f64| self.first_below(block, &mut measure, y);
        let part = TextRange::new(at(top - height), at(top + 2.0 * height));
        self.state.borrow_mut().stretches.insert(index, part);
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

    /// Forgets which parts were near, after the port has moved, and paints those that are now.
    pub(super) fn moved(&self) {
        let mut state = self.state.borrow_mut();
        if state.stretches.as_slice().is_empty() {
            return;
        }
        let long = state.stretches.as_slice().iter().map(|(index, _)| *index).collect();
        state.stretches = Keyed::default();
        drop(state);
        self.renew(long);
    }
}
