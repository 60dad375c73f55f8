//! What the twins are sought of, and the twins themselves.

use crate::core::aliases;
use crate::core::ids::{DocumentId, LabelId, SpanId};
use crate::core::range::TextRange;
use crate::core::state::State;
use crate::core::twins::{Asked, Tagged, twins};
use crate::desk::now::Now;
use crate::desk::search::place::{Group, Listing, Place};
use crate::desk::search::with_shelf;
use std::rc::Rc;

/// What the twins are sought of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The document it stands in.
    pub document: DocumentId,
    /// Where it stands.
    pub range: TextRange,
    /// The span, with its label; `None` where words are only selected.
    pub span: Option<(SpanId, LabelId)>,
}

impl Subject {
    /// The active span, else what is selected.
    #[must_use]
    pub fn of(now: &Now) -> Option<Self> {
        let document = now.open.clone();
        if let Some(span) = now.active().filter(|span| span.fragments.is_empty()) {
            return Some(Self { document, range: span.range, span: Some((span.id.clone(), span.label.clone())) });
        }
        let range = now.selection.filter(|range| !range.is_empty())?;
        Some(Self { document, range, span: None })
    }

    /// Its words.
    #[must_use]
    pub fn words(&self, state: &State) -> String {
        state.document(&self.document).map_or_else(String::new, |found| found.document.text.slice(self.range).to_owned())
    }

    /// What tells it from another.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.span {
            Some((span, _)) => span.to_string(),
            None => format!("{} {} {}", self.document, self.range.start().0, self.range.end().0),
        }
    }
}

/// The twins of a subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Twins {
    /// The places by written form, the most frequent form first.
    pub listing: Rc<Listing>,
    /// How many stand in the leftovers of websites, listed or not.
    pub leftovers: usize,
}

/// The places that say what `subject` says, itself among them. Those with a span of `label` of one's own are settled.
#[must_use]
pub fn find(state: &State, subject: &Subject, label: Option<&LabelId>, with_leftovers: bool) -> Twins {
    let classes = aliases::classes(state);
    // Words that are only selected have no label yet: one that nothing has.
    let label = label.cloned().unwrap_or_else(|| LabelId::new(""));
    let asked =
        Asked { document: &subject.document, range: subject.range, label: &label, aliases: classes.groups(), regions: true };
    let mut found = Twins::default();
    let mut listing = Listing::default();
    for form in with_shelf(state, |shelf| twins(state, shelf, &asked)) {
        let start = listing.places.len();
        for twin in form.twins {
            let Some(document) = state.documents.get(twin.document).map(|found| &found.document) else { continue };
            // What one points at is never passed over.
            let itself = document.id == subject.document && twin.range.overlaps(subject.range);
            if !itself && document.regions.iter().any(|region| region.range.overlaps(twin.range)) {
                found.leftovers += 1;
                if !with_leftovers {
                    continue;
                }
            }
            let settled = matches!(twin.tagged, Tagged::Same(_) | Tagged::Limits(_));
            listing.places.push(Place { document: twin.document, range: twin.range, outer: twin.outer, settled });
        }
        let total = listing.places.len() - start;
        if total > 0 {
            listing.groups.push(Group { title: form.words, quoted: true, total, rows: start..start + total });
        }
    }
    found.listing = Rc::new(listing);
    found
}
