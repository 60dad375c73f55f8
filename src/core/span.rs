//! A span: a label on a stretch of a document.

use super::ids::{LabelId, SetId, SpanId};
use super::range::TextRange;
use super::record::Extra;
use super::text::Text;

/// One annotation. Its limits are code points of its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its id, unique in the project.
    pub id: SpanId,
    /// Whose it is.
    pub set: SetId,
    /// Its label.
    pub label: LabelId,
    /// Its limits; of a discontinuous span the hull.
    pub range: TextRange,
    /// The parts of a discontinuous span, disjoint and in order; empty for a span in one piece.
    pub fragments: Vec<TextRange>,
    /// What the annotator wrote about it.
    pub note: String,
    /// Values of the label's attributes.
    pub attributes: Extra,
    /// When it was made: RFC 3339, UTC.
    pub created_at: String,
    /// When it was last changed: RFC 3339, UTC.
    pub updated_at: String,
    /// What a file said of it beyond this.
    pub extra: Extra,
}

impl Span {
    /// Its parts in order: the fragments, or the one range.
    pub fn pieces(&self) -> impl Iterator<Item = TextRange> + '_ {
        let whole = self.fragments.is_empty().then_some(self.range);
        self.fragments.iter().copied().chain(whole)
    }

    /// Gives it these pieces: one, or several in order with gaps between them. `None`, and no change, where they are none
    /// of these.
    pub(super) fn set_pieces(&mut self, pieces: &[TextRange]) -> Option<()> {
        let (first, last) = (pieces.first()?, pieces.last()?);
        let apart = pieces.windows(2).all(|pair| pair[0].end() < pair[1].start());
        if !apart || pieces.iter().any(|piece| piece.is_empty()) {
            return None;
        }
        self.range = TextRange::new(first.start(), last.end());
        self.fragments = if pieces.len() > 1 { pieces.to_vec() } else { Vec::new() };
        Some(())
    }

    /// Its words: those of its pieces, with an ellipsis for each gap.
    #[must_use]
    pub fn words(&self, text: &Text) -> String {
        self.pieces().map(|piece| text.slice(piece)).collect::<Vec<_>>().join(" … ")
    }

    /// Whether another span says the same of the same text in the same set (PRODUCT.md: no set holds two such).
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        self.set == other.set && self.label == other.label && self.range == other.range && self.fragments == other.fragments
    }

    /// Whether it is hidden: by its label or, where the list has `:` and its id, by its set.
    #[must_use]
    pub fn is_hidden(&self, hidden: &[LabelId]) -> bool {
        hidden.iter().any(|id| *id == self.label || id.as_str().strip_prefix(':') == Some(self.set.as_str()))
    }

    /// What it says: the same as another's exactly where the two repeat each other.
    #[must_use]
    pub fn saying(&self) -> String {
        let mut saying = [self.set.as_str(), " ", self.label.as_str()].concat();
        for part in std::iter::once(&self.range).chain(&self.fragments) {
            for limit in [part.start(), part.end()] {
                saying.push(' ');
                saying.push_str(&limit.0.to_string());
            }
        }
        saying
    }

    /// The order of spans in a document: earlier start, then longer, then id.
    #[must_use]
    pub fn order(&self) -> (u32, std::cmp::Reverse<u32>, &SpanId) {
        (self.range.start().0, std::cmp::Reverse(self.range.end().0), &self.id)
    }
}
