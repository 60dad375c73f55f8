//! A span: a label on a stretch of a document.

use super::ids::{LabelId, SetId, SpanId};
use super::range::TextRange;
use super::record::Extra;

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

    /// Whether another span says the same of the same text in the same set (PRODUCT.md: no set holds two such).
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        self.set == other.set && self.label == other.label && self.range == other.range && self.fragments == other.fragments
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
