//! Places in documents as the pages list them: where they are, their surroundings, what is said of them.

use crate::core::ids::LabelId;
use crate::core::range::TextRange;
use crate::core::span::Span;
use crate::core::state::{DocumentState, State};
use std::ops::Range;
use std::rc::Rc;

/// A place in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which document, by its number in the project.
    pub document: usize,
    /// What would be tagged.
    pub range: TextRange,
    /// The written word or words it stands in.
    pub outer: TextRange,
    /// Whether it is not offered, since it is tagged already.
    pub settled: bool,
}

/// Places under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading; words of a text where it is `quoted`.
    pub title: String,
    /// Whether the heading is words of a text.
    pub quoted: bool,
    /// How many places there are, listed or not.
    pub total: usize,
    /// Those that are listed.
    pub rows: Range<usize>,
}

/// A list of places in groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The places, group after group.
    pub places: Vec<Place>,
    /// The groups in order.
    pub groups: Vec<Group>,
}

impl Listing {
    /// How many places there are, listed or not.
    #[must_use]
    pub fn total(&self) -> usize {
        self.groups.iter().map(|group| group.total).sum()
    }

    /// Whether all places are listed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.total() == self.places.len()
    }
}

impl Place {
    /// The document with the work on it.
    #[must_use]
    pub fn state<'a>(&self, state: &'a State) -> Option<&'a Rc<DocumentState>> {
        state.documents.get(self.document)
    }

    /// The spans that say something of just this: not of less than the place, nor of more than its written words.
    pub fn spans<'a>(&self, state: &'a State) -> impl Iterator<Item = &'a Rc<Span>> + 'a {
        let Self { range, outer, .. } = *self;
        let here = self.state(state).into_iter().flat_map(move |document| document.spans.overlapping(range));
        here.filter(move |span| span.fragments.is_empty() && span.range.covers(range) && outer.covers(span.range))
    }

    /// The labels of those spans, each once.
    #[must_use]
    pub fn labels(&self, state: &State) -> Vec<LabelId> {
        let mut labels: Vec<LabelId> = Vec::new();
        for span in self.spans(state) {
            if !labels.contains(&span.label) {
                labels.push(span.label.clone());
            }
        }
        labels
    }
}
