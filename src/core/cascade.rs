//! What becomes of the records that name a span, when the span goes.
//!
//! A relation and a link cannot stand on one end: they go too. An event and an entity let go of the span and stay, except
//! an event that has nothing left. So no command leaves a record that names what is not there. (Where two writers meet,
//! one may: it waits in the state, is not shown or written to a file, and counts again when the span comes back.)

use super::command::SpanRef;
use super::names::Names;
use super::op::{Change, Item, Op};
use super::record::{Collection, Record, RecordRef};
use super::state::State;
use super::transaction::Transaction;
use serde_json::Value;
use std::rc::Rc;

/// The ops that come before the removal of these spans. `now` is RFC 3339, UTC.
#[must_use]
pub fn before_removing(state: &State, spans: &[SpanRef], now: &str) -> Vec<Op> {
    let mut gone = Names::default();
    for (_, span) in spans {
        gone.add(span.as_str());
    }
    let names = |id: &Value| id.as_str().is_some_and(|id| gone.has(id));
    let mut ops = Vec::new();
    let mut ended = Names::default();
    for record in state.records.iter().filter(|record| record.spans().any(|span| gone.has(span))) {
        let Some(name) = record.name() else { continue };
        match record.collection {
            Collection::Events => {
                let untold = record.value.get("trigger").is_none_or(|trigger| trigger.is_null() || names(trigger));
                if untold && record.list("roles").all(|role| role.get("span").is_some_and(names)) {
                    ended.add(&name.id);
                    ops.push(Op::Remove(Item::Record(record.clone())));
                    continue;
                }
                leave(record, &name, "roles", &names, now, &mut ops);
                if let Some(trigger) = record.value.get("trigger").filter(|trigger| names(trigger)) {
                    let at = (record.updated_at().to_owned(), now.to_owned());
                    let (before, after) = (Some(trigger.clone()), None);
                    ops.push(Op::Change(Change::Record { record: name, field: "trigger".to_owned(), before, after, at }));
                }
            }
            Collection::Entities => leave(record, &name, "mentions", &names, now, &mut ops),
            _ => ops.push(Op::Remove(Item::Record(record.clone()))),
        }
    }
    ops.extend(links_to(state, "event", &ended).filter(|link| !link.spans().any(|span| gone.has(span))).map(removed));
    ops
}

/// The ops that come before the removal of a record: the links on it go.
#[must_use]
pub fn before_removing_record(state: &State, record: &RecordRef) -> Vec<Op> {
    let mut gone = Names::default();
    gone.add(&record.id);
    match record.collection {
        Collection::Events => links_to(state, "event", &gone).map(removed).collect(),
        Collection::Entities => links_to(state, "entity", &gone).map(removed).collect(),
        _ => Vec::new(),
    }
}

/// Whether a record that stays names a span that a transaction takes out; `after` is the state after it.
#[must_use]
pub fn is_stood_on(after: &State, transaction: &Transaction) -> bool {
    let mut gone = Names::default();
    for op in &transaction.ops {
        if let Op::Remove(Item::Span(_, span)) = op {
            gone.add(span.id.as_str());
        }
    }
    after.records.iter().any(|record| record.spans().any(|span| gone.has(span)))
}

/// Takes the members of a list that name such a span out of it: the last first, so that each place is right both ways.
fn leave(record: &Record, name: &RecordRef, field: &str, goes: &impl Fn(&Value) -> bool, now: &str, ops: &mut Vec<Op>) {
    for (place, member) in record.list(field).enumerate().rev() {
        if member.get("span").is_some_and(goes) {
            ops.push(Op::Change(Change::Member {
                record: name.clone(),
                field: field.to_owned(),
                place: place as u32,
                before: Some(member.clone()),
                after: None,
                at: (record.updated_at().to_owned(), now.to_owned()),
            }));
        }
    }
}

fn links_to<'a>(state: &'a State, kind: &'static str, gone: &'a Names) -> impl Iterator<Item = &'a Rc<Record>> {
    let named = move |end: &Value| end.get(kind).and_then(Value::as_str).is_some_and(|id| gone.has(id));
    state.records.iter().filter(move |record| {
        record.collection == Collection::Links && ["from", "to"].iter().any(|end| record.value.get(end).is_some_and(named))
    })
}

fn removed(record: &Rc<Record>) -> Op {
    Op::Remove(Item::Record(record.clone()))
}
