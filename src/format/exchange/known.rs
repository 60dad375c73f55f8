//! The spans that a file has told so far, found at once however many there are: a file may name a span by its id, or by its limits.

use super::model::{Mark, Sheet};
use crate::core::range::TextRange;
use std::collections::HashMap;

/// Where each span stands in its sheet.
#[derive(Debug, Default)]
pub struct Known {
    ids: HashMap<String, usize>,
    said: HashMap<(TextRange, String), usize>,
    first: HashMap<TextRange, usize>,
}

impl Known {
    /// Adds a span of one piece to its sheet. Of spans that are alike the first is found.
    pub fn push(&mut self, sheet: &mut Sheet, mark: Mark) {
        let (place, hull) = (sheet.spans.len(), mark.hull());
        self.ids.entry(mark.id.clone()).or_insert(place);
        self.said.entry((hull, mark.label.clone())).or_insert(place);
        self.first.entry(hull).or_insert(place);
        sheet.spans.push(mark);
    }

    /// The span of that id.
    #[must_use]
    pub fn id(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The span with these limits and this label.
    #[must_use]
    pub fn said(&self, range: TextRange, label: &str) -> Option<usize> {
        self.said.get(&(range, label.to_owned())).copied()
    }

    /// The first span with these limits.
    #[must_use]
    pub fn at(&self, range: TextRange) -> Option<usize> {
        self.first.get(&range).copied()
    }
}
