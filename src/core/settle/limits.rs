//! Limits of one's own, moved letter by letter.

use crate::core::command::{Edge, nudged};
use crate::core::range::TextRange;
use crate::core::snap;
use crate::core::text::Text;

/// The pieces with the first one's start or the last one's end moved by a grapheme cluster, forward in the text or back; over white space
/// in one go. `None` where nothing of that piece would be left, or it would touch the next, or the text ends.
#[must_use]
pub fn moved(text: &Text, pieces: &[TextRange], edge: Edge, forward: bool) -> Option<Vec<TextRange>> {
    let mut pieces = pieces.to_vec();
    let piece = if edge == Edge::Start { pieces.first_mut() } else { pieces.last_mut() }?;
    let to = nudged(text, *piece, edge, forward);
    let (start, end) = if edge == Edge::Start { (to, piece.end()) } else { (piece.start(), to) };
    if start >= end || TextRange::new(start, end) == *piece {
        return None;
    }
    *piece = snap::trimmed(text, TextRange::new(start, end))?;
    pieces.windows(2).all(|pair| pair[0].end() < pair[1].start()).then_some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_move_by_letter_and_stop_where_nothing_would_remain() {
        let text = Text::new("في عُمان اليوم");
        let one = |edge, forward, start, end| moved(&text, &[TextRange::of(start, end)], edge, forward);
        let is = |start, end| Some(vec![TextRange::of(start, end)]);
        assert_eq!(one(Edge::Start, true, 3, 8), is(5, 8), "a letter with its vowel");
        assert_eq!(one(Edge::Start, false, 3, 8), is(1, 8), "over the space");
        assert_eq!(one(Edge::End, false, 3, 8), is(3, 7));
        assert_eq!(one(Edge::End, true, 9, 14), None);
        assert_eq!(one(Edge::Start, true, 7, 8), None);
        let two = [TextRange::of(0, 2), TextRange::of(3, 8)];
        assert_eq!(moved(&text, &two, Edge::End, false), Some(vec![two[0], TextRange::of(3, 7)]));
        assert_eq!(moved(&text, &[], Edge::End, false), None);
    }
}
