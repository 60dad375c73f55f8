//! What the twins are sought of.

use crate::core::ids::{DocumentId, LabelId, SpanId};
use crate::core::range::TextRange;
use crate::core::state::State;
use crate::desk::now::Now;

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
