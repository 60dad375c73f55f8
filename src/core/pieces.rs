//! The pieces of a discontinuous span: in order, and with something between any two of them.

use super::range::TextRange;
use super::span::Span;
use super::units::Offset;

/// The pieces in order, with those joined that touch or overlap.
#[must_use]
pub fn joined(pieces: &[TextRange]) -> Vec<TextRange> {
    let mut joined: Vec<TextRange> = Vec::new();
    for piece in pieces {
        let place = joined.partition_point(|other| other.end() < piece.start());
        let mut whole = *piece;
        while let Some(other) = joined.get(place).filter(|other| other.start() <= whole.end()) {
            whole = TextRange::new(other.start().min(whole.start()), other.end().max(whole.end()));
            joined.remove(place);
        }
        joined.insert(place, whole);
    }
    joined
}

/// The number of the piece that holds an offset or begins last before it; the first where it lies before all.
#[must_use]
pub fn piece_at(span: &Span, offset: Offset) -> usize {
    span.pieces().take_while(|piece| piece.start() <= offset).count().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::bare_span;

    #[test]
    fn pieces_that_touch_or_overlap_are_one_in_whatever_order_they_come() {
        let ranges = |pairs: &[(u32, u32)]| pairs.iter().map(|(start, end)| TextRange::of(*start, *end)).collect::<Vec<_>>();
        for (given, expected) in [
            (&[(5, 7), (0, 2)][..], &[(0, 2), (5, 7)][..]),
            (&[(0, 2), (2, 4)], &[(0, 4)]),
            (&[(0, 2), (6, 8), (1, 7)], &[(0, 8)]),
            (&[(3, 9), (4, 5)], &[(3, 9)]),
            (&[(0, 1), (2, 3), (4, 5), (1, 2)], &[(0, 3), (4, 5)]),
        ] {
            assert_eq!(joined(&ranges(given)), ranges(expected));
            let mut turned = ranges(given);
            turned.reverse();
            assert_eq!(joined(&turned), ranges(expected));
        }
    }

    #[test]
    fn a_caret_in_a_gap_means_the_piece_before_it() {
        let mut span = bare_span("s", "ORG", 2, 12);
        span.set_pieces(&[TextRange::of(2, 4), TextRange::of(6, 8), TextRange::of(10, 12)]).expect("pieces");
        let at = |offset| piece_at(&span, Offset(offset));
        assert_eq!([at(0), at(3), at(4), at(5), at(6), at(9), at(30)], [0, 0, 0, 0, 1, 1, 2]);
        assert!(span.set_pieces(&[TextRange::of(2, 4), TextRange::of(4, 8)]).is_none());
        assert!(span.set_pieces(&[]).is_none());
        span.set_pieces(&[TextRange::of(6, 8)]).expect("one piece");
        assert_eq!(span, bare_span("s", "ORG", 6, 8));
    }
}
