//! A caret and a selection of our own: native keyboard selection differs in every engine (ARABIC.md 1.7).

use super::range::TextRange;
use super::snap;
use super::text::Text;
use super::units::Offset;

/// What the user has marked: from `anchor`, where it was begun, to `head`, which moves. Equal for a bare caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// Where it was begun.
    pub anchor: Offset,
    /// The end that moves.
    pub head: Offset,
}

impl Selection {
    /// A caret without extent.
    #[must_use]
    pub const fn caret(at: Offset) -> Self {
        Self { anchor: at, head: at }
    }

    /// A selection of a range, its head at the end.
    #[must_use]
    pub fn of(range: TextRange) -> Self {
        Self { anchor: range.start(), head: range.end() }
    }

    /// What it covers.
    #[must_use]
    pub fn range(self) -> TextRange {
        TextRange::new(self.anchor, self.head)
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_caret(self) -> bool {
        self.anchor == self.head
    }
}

/// A step of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// One grapheme cluster.
    Grapheme,
    /// To the end or start of a word.
    Word,
    /// To the end or start of the block.
    Block,
    /// To the end or start of the document.
    Document,
}

/// Where the caret comes to from `from`, by one `unit` forward in the text or back.
#[must_use]
pub fn step(text: &Text, from: Offset, unit: Unit, forward: bool) -> Offset {
    match (unit, forward) {
        (Unit::Grapheme, true) => snap::next_grapheme(text, from),
        (Unit::Grapheme, false) => snap::previous_grapheme(text, from),
        (Unit::Word, true) => snap::next_word(text, from),
        (Unit::Word, false) => snap::previous_word(text, from),
        (Unit::Block, _) => {
            let range = text.block_at(from).map_or(TextRange::new(from, from), |index| text.blocks()[index].range);
            if forward { range.end() } else { range.start() }
        }
        (Unit::Document, true) => text.len(),
        (Unit::Document, false) => Offset(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_by_what_a_reader_sees() {
        let text = Text::new("في عُمان.\n99 هجومًا");
        let walk = |unit| {
            let mut stops = vec![0];
            let mut at = Offset(0);
            while at < text.len() {
                at = step(&text, at, unit, true);
                stops.push(at.0);
            }
            stops
        };
        assert_eq!(walk(Unit::Grapheme), [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19]);
        assert_eq!(walk(Unit::Word), [0, 2, 8, 9, 10, 12, 19]);
        assert_eq!(step(&text, Offset(5), Unit::Block, false), Offset(0));
        assert_eq!(step(&text, Offset(12), Unit::Block, true), Offset(19));
    }
}
