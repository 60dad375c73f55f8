//! Spans from a column of tags, whichever scheme they follow.

use std::ops::Range;

/// A tag taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag<'a> {
    /// No span.
    Out,
    /// A letter and a label.
    Of(u8, &'a str),
}

impl<'a> Tag<'a> {
    fn parse(cell: &'a str) -> Self {
        match cell.as_bytes() {
            b"O" | b"_" | b"-" | b"" => Self::Out,
            [letter @ (b'B' | b'I' | b'E' | b'S' | b'L' | b'U' | b'M'), b'-', _, ..] => Self::Of(*letter, &cell[2..]),
            // A bare label goes on as long as it is the same.
            _ => Self::Of(b'I', cell),
        }
    }
}

/// A span of tokens, and whether its first tag does not follow from the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// Its tokens, counted in the sentence.
    pub tokens: Range<usize>,
    /// Its label.
    pub label: &'a str,
    /// Whether it begins with a tag that should only go on.
    pub odd: bool,
}

/// The spans of one sentence. All schemes read alike: a letter that begins begins, one that ends ends, and one that goes on
/// without anything to go on from begins too.
pub fn decode<'a>(tags: impl Iterator<Item = &'a str>) -> Vec<Decoded<'a>> {
    let mut spans: Vec<Decoded> = Vec::new();
    let mut open = false;
    for (at, cell) in tags.enumerate() {
        let Tag::Of(letter, label) = Tag::parse(cell) else {
            open = false;
            continue;
        };
        let begins = matches!(letter, b'B' | b'S' | b'U');
        match spans.last_mut().filter(|last| open && !begins && last.label == label) {
            Some(last) => last.tokens.end = at + 1,
            None => spans.push(Decoded { tokens: at..at + 1, label, odd: !begins }),
        }
        open = !matches!(letter, b'E' | b'L' | b'S' | b'U');
    }
    spans
}

/// Whether tags follow the first form of IOB, or have no letters at all, where a span begins with `I-` as a rule: no `B-` stands elsewhere than
/// right after a span of its label.
pub fn begins_with_inside<'a>(sentences: impl Iterator<Item = Vec<&'a str>>) -> bool {
    for sentence in sentences {
        let mut before = Tag::Out;
        for cell in sentence {
            let tag = Tag::parse(cell);
            match (before, tag) {
                (Tag::Of(_, label), Tag::Of(b'B', other)) if label == other => {}
                (_, Tag::Of(b'B' | b'S' | b'U' | b'E' | b'L', _)) => return false,
                _ => {}
            }
            before = tag;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{begins_with_inside, decode};

    fn spans(tags: &str) -> Vec<(usize, usize, &str, bool)> {
        decode(tags.split(' ')).into_iter().map(|one| (one.tokens.start, one.tokens.end, one.label, one.odd)).collect()
    }

    #[test]
    fn all_schemes_read_alike() {
        let expected = [(0, 2, "A", false), (2, 3, "A", false), (3, 6, "B", false), (7, 8, "X-Y", false)];
        assert_eq!(spans("B-A I-A B-A B-B I-B I-B O B-X-Y"), expected);
        assert_eq!(spans("B-A E-A S-A B-B I-B E-B O S-X-Y"), expected);
        assert_eq!(spans("B-A L-A U-A B-B I-B L-B O U-X-Y"), expected);
        let odd = expected.map(|(start, end, label, _)| (start, end, label, start != 2));
        assert_eq!(spans("I-A I-A B-A I-B I-B I-B O I-X-Y"), odd);
        assert_eq!(spans("A A B B O"), [(0, 2, "A", true), (2, 4, "B", true)]);
        assert_eq!(spans("O I-A E-A I-A S-B I-B"), [(1, 3, "A", true), (3, 4, "A", true), (4, 5, "B", false), (5, 6, "B", true)]);
    }

    #[test]
    fn the_first_form_is_told_by_where_its_beginnings_stand() {
        let is = |tags: &str| begins_with_inside(tags.split('|').map(|sentence| sentence.split(' ').collect()));
        assert!(is("I-A I-A B-A O|I-B"));
        assert!(!is("I-A I-A B-A O|B-B"));
        assert!(!is("I-A B-B"));
    }
}
