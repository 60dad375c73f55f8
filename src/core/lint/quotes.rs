//! Spans that hold one of a pair of quotation marks or brackets, but not the other.

use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::core::units::Offset;

/// The pairs, each its opening and its closing mark. The straight mark is both.
const PAIRS: [(char, char); 5] = [('“', '”'), ('«', '»'), ('(', ')'), ('[', ']'), ('{', '}')];

/// Words of a span that is still taken for a name: it loses a mark at its edge, where a longer one gets the other mark.
const NAME: usize = 3;

/// A mark without its other half, and whether it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    at: Offset,
    opens: bool,
    other: char,
}

/// Whether a range holds a mark without its other half.
#[must_use]
pub fn is_unbalanced(text: &Text, range: TextRange) -> bool {
    !lonely(text, range).is_empty()
}

/// The range with one of its lonely marks cut off at the edge, or joined by the other half that stands right outside.
/// `None` where neither can be.
#[must_use]
pub fn mended(text: &Text, range: TextRange) -> Option<TextRange> {
    let name = text.slice(range).split_whitespace().nth(NAME).is_none();
    lonely(text, range).into_iter().find_map(|mark| {
        let at_edge = if mark.opens { mark.at == range.start() } else { mark.at.plus(1) == range.end() };
        // A straight mark says nothing of its side.
        let at_start = mark.at == range.start();
        let at_end = mark.at.plus(1) == range.end();
        let next = if mark.opens { text.char_at(range.end()) } else { crate::core::numbers::before(text, range.start()) };
        let joined = next == Some(mark.other);
        match (joined, mark.opens) {
            (true, true) if !(name && at_edge) => Some(TextRange::new(range.start(), range.end().plus(1))),
            (true, false) if !(name && at_edge) => Some(TextRange::new(Offset(range.start().0 - 1), range.end())),
            _ if at_start => Some(TextRange::new(range.start().plus(1), range.end())),
            _ if at_end => Some(TextRange::new(range.start(), Offset(range.end().0 - 1))),
            _ => None,
        }
    })
}

fn lonely(text: &Text, range: TextRange) -> Vec<Mark> {
    let (mut open, mut lonely): (Vec<Mark>, Vec<Mark>) = (Vec::new(), Vec::new());
    let mut straight = Vec::new();
    for (index, character) in text.slice(range).chars().enumerate() {
        let at = range.start().plus(index as u32);
        if character == '"' {
            straight.push(at);
        } else if let Some((_, other)) = PAIRS.iter().find(|pair| pair.0 == character) {
            open.push(Mark { at, opens: true, other: *other });
        } else if let Some((other, _)) = PAIRS.iter().find(|pair| pair.1 == character) {
            match open.iter().rposition(|mark| mark.other == character) {
                // What was opened in between was never closed.
                Some(place) => lonely.extend(open.drain(place..).skip(1)),
                None => lonely.push(Mark { at, opens: false, other: *other }),
            }
        }
    }
    lonely.append(&mut open);
    if straight.len() % 2 == 1 {
        // Inside a quotation that began before, the first mark closes it; else the last one is left over.
        let paragraph = text.block_at(range.start()).map_or(range.start(), |block| text.blocks()[block].range.start());
        let before = text.slice(TextRange::new(paragraph, range.start())).matches('"').count();
        let opens = before.is_multiple_of(2);
        let at = if opens { straight.last() } else { straight.first() };
        lonely.extend(at.map(|at| Mark { at: *at, opens, other: '"' }));
    }
    lonely
}
