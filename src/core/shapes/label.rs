//! Labels of documents as a whole.

use super::kinds::Kinds;
use super::make::{self, done};
use crate::core::command::{self, Context};
use crate::core::ids::DocumentId;
use crate::core::op::{Item, Op};
use crate::core::record::{Collection, Record};
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::core::transaction::{ShapeChange, Transaction};
use serde_json::{Value, json};
use std::rc::Rc;

/// Gives a document a label, or takes it away.
///
/// # Errors
/// When the document or the label is gone.
pub fn toggle(state: &State, context: &mut Context, document: &DocumentId, label: &str) -> Result<Transaction, Refusal> {
    state.document(document).ok_or(Refusal::Gone)?;
    let kinds = Kinds::of(&state.tagset);
    let name = |id: &str| kinds.document_label(id).map_or_else(|| id.to_owned(), |kind| kind.name.ar.clone());
    let mut ops = Vec::new();
    let set = command::own_set(state, context, &mut ops);
    let is = |record: &&Rc<Record>| {
        record.collection == Collection::Labels
            && record.document.as_ref() == Some(document)
            && record.text("set") == Some(set.as_str())
            && record.text("label") == Some(label)
    };
    if let Some(record) = state.records.iter().find(is) {
        return done(ShapeChange::DocumentLabel, name(label), Some(document), vec![Op::Remove(Item::Record(record.clone()))]);
    }
    kinds.document_label(label).ok_or(Refusal::Gone)?;
    let fields = json!({ "id": context.ids.next_id(), "set": set.as_str(), "label": label });
    let Value::Object(fields) = fields else { return Err(Refusal::NoChange) };
    ops.push(make::add(Some(document), Collection::Labels, fields, context));
    done(ShapeChange::DocumentLabel, name(label), Some(document), ops)
}
