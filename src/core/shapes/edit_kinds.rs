//! Attributes and types of relations, events and document labels: made, changed, moved, retired, removed.

use super::make::done;
use crate::core::cascade;
use crate::core::command::Context;
use crate::core::op::{Change, Item, KindList, Op, SpanField};
use crate::core::record::{Collection, Record};
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::state::State;
use crate::core::transaction::{ShapeChange, Transaction};
use serde_json::Value;
use std::rc::Rc;

/// What becomes of the records of a type that is removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leftovers {
    /// They get this type.
    Retype(String),
    /// They go with it.
    Delete,
}

/// Puts an object into a list of the tagset: in place of the one with its id, else at the end.
///
/// # Errors
/// When it has no id, or is there as it is.
pub fn put(state: &State, list: KindList, kind: Value) -> Result<Transaction, Refusal> {
    let id = id_of(&kind).ok_or(Refusal::Gone)?;
    let members = members(state, list);
    let old = members.iter().position(|other| id_of(other) == Some(id));
    let before = old.map(|place| Rc::new(members[place].clone()));
    if before.as_deref() == Some(&kind) {
        return Err(Refusal::NoChange);
    }
    let change = if before.is_some() { ShapeChange::KindEdit } else { ShapeChange::KindAdd };
    let (name, place) = (named(&kind), old.unwrap_or(members.len()) as u32);
    let op = Op::Change(Change::Kind { list, place, before, after: Some(Rc::new(kind)) });
    done(change, name, None, vec![op])
}

/// Sets or takes out one field of an object.
///
/// # Errors
/// When it is gone, or is so already.
pub fn set(state: &State, list: KindList, id: &str, field: &str, value: Option<Value>) -> Result<Transaction, Refusal> {
    let mut kind = find(state, list, id)?.1;
    let Value::Object(fields) = &mut kind else { return Err(Refusal::Gone) };
    match value {
        Some(value) => fields.insert(field.to_owned(), value),
        None => fields.shift_remove(field),
    };
    put(state, list, kind)
}

/// Retires an object: it is offered no more, and what has it stays. Or brings it back.
///
/// # Errors
/// When it is gone, or is so already.
pub fn retire(state: &State, list: KindList, id: &str, retired: bool) -> Result<Transaction, Refusal> {
    let now = find(state, list, id)?.1.get("retired").and_then(Value::as_bool).unwrap_or_default();
    if now == retired {
        return Err(Refusal::NoChange);
    }
    set(state, list, id, "retired", retired.then_some(Value::Bool(true)))
}

/// Moves an object by one in its list: down, or up.
///
/// # Errors
/// When it is gone, or is the last or the first already.
pub fn shift(state: &State, list: KindList, id: &str, down: bool) -> Result<Transaction, Refusal> {
    let (place, kind) = find(state, list, id)?;
    let other = if down { place + 1 } else { place.checked_sub(1).ok_or(Refusal::NoChange)? };
    if other >= members(state, list).len() {
        return Err(Refusal::NoChange);
    }
    let (name, kind) = (named(&kind), Rc::new(kind));
    let out = Op::Change(Change::Kind { list, place: place as u32, before: Some(kind.clone()), after: None });
    let back = Op::Change(Change::Kind { list, place: other as u32, before: None, after: Some(kind) });
    done(ShapeChange::KindEdit, name, None, vec![out, back])
}

/// How many spans or records of one's own and of others have it.
#[must_use]
pub fn usage(state: &State, list: KindList, id: &str) -> u32 {
    if list == KindList::Attributes {
        let of = |home: &Rc<crate::core::state::DocumentState>| {
            home.spans.iter().filter(|span| span.attributes.get(id).is_some()).count()
        };
        return state.documents.iter().map(of).sum::<usize>() as u32;
    }
    using(state, list, id).count() as u32
}

/// Removes an object.
///
/// # Errors
/// When it is gone; when it is in use and `leftovers` does not say what becomes of what has it
/// ([`ShapeRefusal::KindInUse`]); when records of others have it ([`Refusal::ReadOnly`]).
pub fn remove(
    state: &State,
    context: &Context,
    list: KindList,
    id: &str,
    leftovers: Option<&Leftovers>,
) -> Result<Transaction, Refusal> {
    let (place, kind) = find(state, list, id)?;
    let used = usage(state, list, id);
    if used > 0 && leftovers.is_none() {
        return Err(Refusal::Shape(ShapeRefusal::KindInUse(used)));
    }
    let mut ops = Vec::new();
    if list == KindList::Attributes {
        for home in &state.documents {
            for span in home.spans.iter() {
                let Some(value) = span.attributes.get(id) else { continue };
                if !state.is_own(span) {
                    return Err(Refusal::ReadOnly);
                }
                ops.push(Op::Change(Change::Span {
                    document: home.document.id.clone(),
                    span: span.id.clone(),
                    before: SpanField::Attribute(id.to_owned(), Some(value.clone())),
                    after: SpanField::Attribute(id.to_owned(), None),
                    at: (span.updated_at.clone(), context.now.clone()),
                }));
            }
        }
    } else {
        for record in using(state, list, id) {
            let name = record.name().ok_or(Refusal::Gone)?;
            super::make::own(state, &name)?;
            match leftovers {
                Some(Leftovers::Retype(to)) => {
                    find(state, list, to)?;
                    ops.extend(super::make::set(record, field(list), Some(to.as_str().into()), context));
                }
                _ => {
                    // A link between two of them goes once.
                    let links = cascade::before_removing_record(state, &name).into_iter();
                    ops.extend(links.filter(|op| !ops.contains(op)).collect::<Vec<_>>());
                    ops.push(Op::Remove(Item::Record(record.clone())));
                }
            }
        }
    }
    let name = named(&kind);
    ops.push(Op::Change(Change::Kind { list, place: place as u32, before: Some(Rc::new(kind)), after: None }));
    done(ShapeChange::KindRemove, name, None, ops)
}

/// The field of a record that names its type.
const fn field(list: KindList) -> &'static str {
    if matches!(list, KindList::DocumentLabels) { "label" } else { "type" }
}

fn using<'a>(state: &'a State, list: KindList, id: &'a str) -> impl Iterator<Item = &'a Rc<Record>> {
    let collection = match list {
        KindList::RelationTypes => Some(Collection::Relations),
        KindList::EventTypes => Some(Collection::Events),
        KindList::DocumentLabels => Some(Collection::Labels),
        KindList::Attributes => None,
    };
    state.records.iter().filter(move |record| Some(record.collection) == collection && record.text(field(list)) == Some(id))
}

fn members(state: &State, list: KindList) -> &[Value] {
    state.tagset.extra.get(list.field()).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn find(state: &State, list: KindList, id: &str) -> Result<(usize, Value), Refusal> {
    let members = members(state, list);
    let place = members.iter().position(|kind| id_of(kind) == Some(id)).ok_or(Refusal::Gone)?;
    Ok((place, members[place].clone()))
}

fn id_of(kind: &Value) -> Option<&str> {
    kind.get("id")?.as_str()
}

/// Its name in Arabic, else in English, else its id.
fn named(kind: &Value) -> String {
    let name = |lang: &str| kind.get("name").and_then(|name| name.get(lang)).and_then(Value::as_str);
    [name("ar"), name("en"), id_of(kind)].into_iter().flatten().find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}
