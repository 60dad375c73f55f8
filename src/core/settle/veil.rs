//! Which spans stand behind others in the article while it is settled what holds.

use super::standing::{Settling, Standing};
use crate::core::ids::{SetId, SpanId};
use crate::core::state::DocumentState;
use std::collections::HashSet;

/// The spans of a document that are not to be shown, in order of their ids. What several say is shown once, what was decided as the gold
/// set has it; who has no part in it is not shown.
#[must_use]
pub fn veiled(document: &DocumentState, settling: &Settling, gold: Option<&SetId>) -> Vec<SpanId> {
    let mut shown = HashSet::new();
    for (_, found) in settling.each().filter(|(group, _)| settling.standing(*group) != Standing::Decided) {
        shown.extend(found.forms.iter().filter_map(|form| form.said.first()).map(|(_, span)| span));
    }
    let stays = |span: &&SpanId, set: &SetId| shown.contains(*span) || Some(set) == gold;
    let hidden = document.spans.iter().filter(|span| !stays(&&span.id, &span.set)).map(|span| span.id.clone());
    let mut hidden = hidden.collect::<Vec<_>>();
    hidden.sort();
    hidden
}
