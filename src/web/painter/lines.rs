//! The line above and the line below a caret, as they are laid out.

use super::Painter;
use super::measure::Measure;
use crate::core::geometry::Rect;
use crate::core::snap;
use crate::core::units::Offset;

impl Painter {
    /// The place in the next line down, or up, that stands nearest below or above a caret at `from`.
    /// `None` in the last line of the document, or the first.
    #[must_use]
    pub fn line_from(&self, from: Offset, down: bool) -> Option<Offset> {
        let (index, unit) = self.surface.point(from)?;
        let mut measure = self.measure(index)?;
        let here = measure.caret(unit)?;
        let x = here.left + measure.layer.left;
        let in_block = self.lines(index, &mut measure);
        let own = in_block.iter().position(|line| line.same_line(&here))?;
        let next = if down { own + 1 } else { own.wrapping_sub(1) };
        if let Some(line) = in_block.get(next) {
            return self.nearest(index, &mut measure, *line, x);
        }
        let index = if down { index + 1 } else { index.checked_sub(1)? };
        let mut measure = self.measure(index)?;
        let lines = self.lines(index, &mut measure);
        let line = if down { lines.first() } else { lines.last() }?;
        self.nearest(index, &mut measure, *line, x)
    }

    /// One box for each line of a block, from the top.
    fn lines(&self, index: usize, measure: &mut Measure) -> Vec<Rect> {
        let length = self.surface.node(index).map_or(0, |node| node.length());
        let mut lines: Vec<Rect> = Vec::new();
        for piece in measure.text(0, length).iter() {
            match lines.last_mut().filter(|line| line.same_line(piece)) {
                Some(line) => *line = line.joined(*piece),
                None => lines.push(*piece),
            }
        }
        lines
    }

    /// The place in one line of a block nearest to `x`, which counts from the viewport's left edge. Places go
    /// down the lines as they go on in the text, so the line's first is found by halving.
    fn nearest(&self, index: usize, measure: &mut Measure, line: Rect, x: f64) -> Option<Offset> {
        let (text, block) = (self.surface.text(), self.surface.block(index)?.range);
        let x = x - measure.layer.left;
        let unit = |offset| text.utf16(offset).0 - text.utf16(block.start()).0;
        let (mut low, mut high) = (block.start().0, block.end().0);
        while low < high {
            let middle = u32::midpoint(low, high);
            let place = snap::grapheme_start(text, Offset(middle)).max(block.start());
            let above = measure.caret(unit(place)).is_some_and(|caret| !caret.same_line(&line) && caret.top < line.top);
            if above {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let mut best: Option<(f64, Offset)> = None;
        let mut place = snap::grapheme_start(text, Offset(low));
        loop {
            let caret = measure.caret(unit(place))?;
            if caret.same_line(&line) {
                let distance = (caret.left - x).abs();
                if best.is_none_or(|(least, _)| distance < least) {
                    best = Some((distance, place));
                }
            } else if caret.top > line.top {
                break;
            }
            let next = snap::next_grapheme(text, place);
            if next <= place || next > block.end() {
                break;
            }
            place = next;
        }
        best.map(|(_, place)| place)
    }
}
