//! How many spans each label has in the open document, kept in step with each change instead of counted anew.

use crate::core::document::Document;
use crate::core::span::Span;
use crate::core::span_set::SpanSet;
use crate::core::state::DocumentState;
use crate::core::tagset::Tagset;
use std::rc::Rc;

/// The counts, and what they were counted from.
#[derive(Default)]
pub struct Counts {
    counts: Vec<usize>,
    of: Option<(Rc<Document>, SpanSet, Rc<Tagset>)>,
}

impl Counts {
    /// Brings the counts in line with a document and its labels.
    pub fn follow(&mut self, state: Option<&Rc<DocumentState>>, tagset: &Rc<Tagset>) {
        let none = SpanSet::default();
        let now = state.map_or(&none, |state| &state.spans);
        let same = |(document, _, labels): &&(Rc<Document>, SpanSet, Rc<Tagset>)| {
            Rc::ptr_eq(labels, tagset) && state.is_some_and(|state| state.document.id == document.id)
        };
        let known = self.of.as_ref().filter(same).map(|(_, spans, _)| spans.clone());
        if known.is_none() {
            self.counts = vec![0; tagset.labels.len()];
        }
        let old = known.unwrap_or_default();
        let (gone, come) = old.difference(now);
        let mut count = |span: &Rc<Span>, more: bool| {
            if let Some(count) = tagset.position(&span.label).and_then(|place| self.counts.get_mut(place)) {
                *count = if more { *count + 1 } else { count.saturating_sub(1) };
            }
        };
        gone.into_iter().for_each(|span| count(span, false));
        come.into_iter().for_each(|span| count(span, true));
        self.of = state.map(|state| (state.document.clone(), state.spans.clone(), tagset.clone()));
    }

    /// The spans of the label at a place of the tagset.
    pub fn of(&self, place: usize) -> usize {
        self.counts.get(place).copied().unwrap_or(0)
    }
}
