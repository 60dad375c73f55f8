//! Where the open document must be painted anew after an action, so that what an edit costs does not grow with the text.

use super::Session;
use crate::core::ids::SpanId;
use crate::core::range::TextRange;
use std::rc::Rc;

/// Above so many chosen spans it costs less to look everywhere than to compare them.
const MANY: usize = 64;

/// The stretches of the open document that may look otherwise now, where the same document is open in both sessions.
/// `None` where all of it may: labels were changed or hidden, spans were veiled, or very many spans are chosen.
#[must_use]
pub fn repaint(old: &Session, new: &Session) -> Option<Vec<TextRange>> {
    let (Some(before), Some(after)) = (old.document(), new.document()) else { return None };
    let same_labels = Rc::ptr_eq(&old.state.tagset, &new.state.tagset) || old.state.tagset == new.state.tagset;
    if before.document.id != after.document.id || !same_labels || old.hidden != new.hidden || old.veiled != new.veiled {
        return None;
    }
    let mut stretches = Vec::new();
    if !Rc::ptr_eq(before, after) {
        let (gone, come) = before.spans.difference(&after.spans);
        stretches.extend(gone.into_iter().chain(come).map(|span| span.range));
    }
    if old.chosen != new.chosen {
        if old.chosen.len().max(new.chosen.len()) > MANY {
            return None;
        }
        let only =
            |these: &[SpanId], those: &[SpanId]| these.iter().filter(|id| !those.contains(id)).cloned().collect::<Vec<_>>();
        let turned = only(&old.chosen, &new.chosen).into_iter().chain(only(&new.chosen, &old.chosen));
        stretches.extend(turned.filter_map(|id| after.spans.get(&id).map(|span| span.range)));
    }
    Some(stretches)
}
