//! What was handed out to an annotator: the mark of such a project, and the suggestions in it.

use super::ids::{DocumentId, LabelId};
use super::range::TextRange;
use super::state::State;
use serde_json::Value;

/// The field at the top of a file that tells that it is a package, or was begun from one.
pub const PACKAGE: &str = "package";

/// The field of it that holds suggestions: `document`, `label`, `start`, `end` (code points).
pub const SUGGESTIONS: &str = "suggestions";

/// A stretch that whoever handed the work out would tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its limits.
    pub range: TextRange,
    /// The label.
    pub label: LabelId,
}

/// What is suggested on a document and lies in its text. What one's own sets have marked with the same limits, by whatever
/// label, is settled.
#[must_use]
pub fn offered(state: &State, id: &DocumentId) -> Vec<Offered> {
    let list = state.project.top.get(PACKAGE).and_then(|package| package.get(SUGGESTIONS)).and_then(Value::as_array);
    let (Some(list), Some(document)) = (list, state.document(id)) else { return Vec::new() };
    let number = |one: &Value, field: &str| one.get(field)?.as_u64().and_then(|number| u32::try_from(number).ok());
    let one = |one: &Value| {
        let (start, end) = (number(one, "start")?, number(one, "end")?);
        let label = LabelId::new(one.get("label")?.as_str()?);
        let here = one.get("document")?.as_str() == Some(id.as_str());
        let fits = here && start < end && end <= document.document.text.len().0 && state.tagset.get(&label).is_some();
        fits.then(|| Offered { range: TextRange::of(start, end), label })
    };
    let settled = |range: TextRange| document.spans.overlapping(range).any(|span| span.range == range && state.is_own(span));
    list.iter().filter_map(one).filter(|offered| !settled(offered.range)).collect()
}
