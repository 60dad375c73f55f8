//! Reading one record. `None` where it does not read, or names what is not there.

use super::model::{DocumentLabel, End, Entity, Event, Link, LinkKind, Relation};
use crate::core::command::SpanRef;
use crate::core::ids::{DocumentId, SetId, SpanId};
use crate::core::record::Record;
use crate::core::state::State;
use serde_json::Value;
use std::rc::Rc;

fn id(record: &Record) -> Option<Rc<str>> {
    record.id().map(Rc::from)
}

fn owned(record: &Record, field: &str) -> String {
    record.text(field).unwrap_or_default().to_owned()
}

fn set(record: &Record) -> SetId {
    SetId::new(owned(record, "set"))
}

/// A relation.
pub fn relation(state: &State, record: &Rc<Record>) -> Option<Relation> {
    let document = record.document.clone()?;
    let end = |field: &str| {
        let span = SpanId::new(record.text(field)?);
        state.span(&document, &span).map(|_| span)
    };
    let (from, to) = (end("from")?, end("to")?);
    let (kind, note) = (owned(record, "type"), owned(record, "note"));
    Some(Relation { id: id(record)?, set: set(record), kind, from, to, note, record: record.clone(), document })
}

/// An event; its trigger and roles as far as they are there.
pub fn event(state: &State, record: &Rc<Record>) -> Option<Event> {
    let document = record.document.clone()?;
    let there = |span: &str| {
        let span = SpanId::new(span);
        state.span(&document, &span).map(|_| span)
    };
    let role = |role: &Value| Some((role.get("role")?.as_str()?.to_owned(), there(role.get("span")?.as_str()?)?));
    let roles = record.list("roles").filter_map(role).collect();
    let (kind, trigger, note) = (owned(record, "type"), record.text("trigger").and_then(there), owned(record, "note"));
    Some(Event { id: id(record)?, set: set(record), kind, trigger, roles, note, record: record.clone(), document })
}

/// A label of a document.
pub fn document_label(record: &Rc<Record>) -> Option<DocumentLabel> {
    let (label, note) = (owned(record, "label"), owned(record, "note"));
    Some(DocumentLabel {
        id: id(record)?,
        document: record.document.clone()?,
        set: set(record),
        label,
        note,
        record: record.clone(),
    })
}

fn span_ref(value: &Value) -> Option<SpanRef> {
    Some((DocumentId::new(value.get("document")?.as_str()?), SpanId::new(value.get("span")?.as_str()?)))
}

/// An entity; its mentions as far as they are there.
pub fn entity(state: &State, record: &Rc<Record>) -> Option<Entity> {
    let whole = |(document, span): &SpanRef| state.span(document, span).is_some();
    Some(Entity {
        id: id(record)?,
        name: owned(record, "name"),
        kind: record.text("type").map(str::to_owned),
        link: record.text("link").map(str::to_owned),
        mentions: record.list("mentions").filter_map(span_ref).filter(whole).collect(),
        note: owned(record, "note"),
        record: record.clone(),
    })
}

/// A link, whether its ends are there or not.
pub fn link(record: &Rc<Record>) -> Option<Link> {
    let end = |field: &str| {
        let end = record.value.get(field)?;
        let named = |kind: &str| end.get(kind).and_then(Value::as_str).map(Rc::from);
        named("event").map(End::Event).or_else(|| named("entity").map(End::Entity)).or_else(|| span_ref(end).map(End::Span))
    };
    let (kind, note) = (LinkKind::named(record.text("type")?), owned(record, "note"));
    Some(Link { id: id(record)?, kind, from: end("from")?, to: end("to")?, note, record: record.clone() })
}
