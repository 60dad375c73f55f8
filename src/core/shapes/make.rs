//! What all commands on records are made of.

use crate::core::cascade;
use crate::core::command::{self, Context, SpanRef};
use crate::core::ids::DocumentId;
use crate::core::op::{Change, Item, Op};
use crate::core::record::{Collection, Record, RecordRef};
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::core::transaction::{ChangeName, ShapeChange, Transaction};
use serde_json::{Map, Value};
use std::rc::Rc;

/// The record of that name.
///
/// # Errors
/// When it is gone, or is of a set that is not one's own.
pub fn own<'a>(state: &'a State, record: &RecordRef) -> Result<&'a Rc<Record>, Refusal> {
    let found = state.records.iter().find(|other| record.is(other)).ok_or(Refusal::Gone)?;
    let set = found.text("set").and_then(|id| state.set(&id.into()));
    match set {
        Some(set) if set.role != crate::core::project::Role::Own => Err(Refusal::ReadOnly),
        _ => Ok(found),
    }
}

/// The name of a record.
#[must_use]
pub fn name(collection: Collection, id: &str) -> RecordRef {
    RecordRef { collection, id: id.to_owned() }
}

/// Puts a record in. Times are added.
pub fn add(document: Option<&DocumentId>, collection: Collection, mut fields: Map<String, Value>, context: &Context) -> Op {
    for field in ["created_at", "updated_at"] {
        fields.insert(field.to_owned(), Value::String(context.now.clone()));
    }
    let value = Rc::new(Value::Object(fields));
    Op::Add(Item::Record(Rc::new(Record { document: document.cloned(), collection, value })))
}

/// Sets a field of a record; `None` takes it out. Nothing where it is so already.
pub fn set(record: &Record, field: &str, after: Option<Value>, context: &Context) -> Option<Op> {
    // `null` says the same as nothing.
    let before = record.value.get(field).filter(|value| !value.is_null()).cloned();
    (before != after).then(|| {
        let at = (record.updated_at().to_owned(), context.now.clone());
        let (record, field) = (name(record.collection, record.id().unwrap_or_default()), field.to_owned());
        Op::Change(Change::Record { record, field, before, after, at })
    })
}

/// Sets a text of a record; a blank one is taken out.
pub fn set_text(record: &Record, field: &str, text: &str, context: &Context) -> Option<Op> {
    set(record, field, Some(text.trim()).filter(|text| !text.is_empty()).map(Value::from), context)
}

/// Puts a member at the end of a list of a record.
pub fn put_in(record: &Record, field: &str, member: Value, context: &Context) -> Vec<Op> {
    // A list that is not there would be left behind, empty, when the member is taken out again.
    let list = record.value.get(field).is_none().then(|| set(record, field, Some(Value::Array(Vec::new())), context));
    let op = self::member(record, field, record.list(field).len() as u32, (None, Some(member)), context);
    list.flatten().into_iter().chain([op]).collect()
}

/// Takes a member out of a list of a record; `None` where it is not in it.
pub fn take_out(record: &Record, field: &str, member: &Value, context: &Context) -> Option<Op> {
    let place = record.list(field).position(|other| other == member)?;
    Some(self::member(record, field, place as u32, (Some(member.clone()), None), context))
}

fn member(record: &Record, field: &str, place: u32, (before, after): (Option<Value>, Option<Value>), context: &Context) -> Op {
    Op::Change(Change::Member {
        record: name(record.collection, record.id().unwrap_or_default()),
        field: field.to_owned(),
        place,
        before,
        after,
        at: (record.updated_at().to_owned(), context.now.clone()),
    })
}

/// The transaction.
///
/// # Errors
/// When nothing is changed.
pub fn done(change: ShapeChange, words: String, document: Option<&DocumentId>, ops: Vec<Op>) -> Result<Transaction, Refusal> {
    if ops.is_empty() {
        return Err(Refusal::NoChange);
    }
    Ok(Transaction { name: ChangeName::Shape(change, words), document: document.cloned(), ops })
}

/// The words of a span, for the name of a change.
#[must_use]
pub fn quoted(state: &State, (document, span): &SpanRef) -> String {
    let found = state.document(document).and_then(|home| Some((home, home.spans.get(span)?)));
    found.map_or_else(String::new, |(home, span)| command::quote_span(home, span))
}

/// What a record is about, for the name of a change.
#[must_use]
pub fn described(state: &State, record: &Record) -> String {
    let span = |id: Option<&str>| {
        let (document, id) = (record.document.clone()?, id?);
        Some(quoted(state, &(document, id.into()))).filter(|words| !words.is_empty())
    };
    let field = |field: &str| record.text(field).unwrap_or_default().to_owned();
    match record.collection {
        Collection::Relations => {
            let ends = [span(record.text("from")), span(record.text("to"))];
            ends.into_iter().flatten().collect::<Vec<_>>().join(" ← ")
        }
        Collection::Events => span(record.text("trigger")).unwrap_or_else(|| field("type")),
        Collection::Entities => field("name"),
        Collection::Labels => field("label"),
        _ => field("type"),
    }
}

/// Writes the note of a record; a blank one removes it.
///
/// # Errors
/// When the record is gone or somebody else's, or the note is so already.
pub fn note(state: &State, context: &Context, record: &RecordRef, text: &str) -> Result<Transaction, Refusal> {
    let found = own(state, record)?;
    let ops = set_text(found, "note", text, context).into_iter().collect();
    done(edited(record.collection), described(state, found), found.document.as_ref(), ops)
}

/// Removes a record, and the links on it.
///
/// # Errors
/// When it is gone or somebody else's.
pub fn remove(state: &State, record: &RecordRef) -> Result<Transaction, Refusal> {
    let found = own(state, record)?;
    let mut ops = cascade::before_removing_record(state, record);
    ops.push(Op::Remove(Item::Record(found.clone())));
    let change = match record.collection {
        Collection::Relations => ShapeChange::RelationRemove,
        Collection::Events => ShapeChange::EventRemove,
        Collection::Entities => ShapeChange::EntityRemove,
        Collection::Links => ShapeChange::LinkRemove,
        _ => ShapeChange::DocumentLabel,
    };
    done(change, described(state, found), found.document.as_ref(), ops)
}

/// What editing a record of a list is called.
#[must_use]
pub const fn edited(collection: Collection) -> ShapeChange {
    match collection {
        Collection::Relations => ShapeChange::RelationEdit,
        Collection::Events => ShapeChange::EventEdit,
        Collection::Entities => ShapeChange::EntityEdit,
        Collection::Links => ShapeChange::LinkEdit,
        _ => ShapeChange::DocumentLabel,
    }
}
