//! Events: a trigger, and spans of its document in the roles of its type.

use super::kinds::{EventType, Kinds, allows};
use super::make::{self, done, own, quoted};
use super::relate::Offer;
use crate::core::command::{self, Context, SpanRef};
use crate::core::ids::{LabelId, SpanId};
use crate::core::record::{Collection, Record};
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::state::State;
use crate::core::transaction::{ShapeChange, Transaction};
use serde_json::{Value, json};
use std::rc::Rc;

/// The types that a span could be the trigger of: first those that allow its label, then those that do not, and why.
#[must_use]
pub fn types_for(state: &State, trigger: &SpanRef) -> Vec<Offer> {
    let Some(span) = state.span(&trigger.0, &trigger.1) else { return Vec::new() };
    let kinds = Kinds::of(&state.tagset);
    let offer =
        |kind: &Rc<EventType>| Offer { kind: kind.id.clone(), reversed: false, why_not: triggers(kind, &span.label).err() };
    let mut offers = kinds.events.iter().filter(|kind| !kind.retired).map(offer).collect::<Vec<_>>();
    offers.sort_by_key(|offer| offer.why_not.is_some());
    offers
}

/// Makes an event with a span as its trigger.
///
/// # Errors
/// When the span or the type is gone, the span is somebody else's, the type does not allow its label, or it is the trigger
/// of such an event already.
pub fn add(state: &State, context: &mut Context, kind: &str, trigger: &SpanRef) -> Result<Transaction, Refusal> {
    let (_, span) = command::find(state, trigger)?;
    triggers(&*type_of(state, kind)?, &span.label).map_err(Refusal::Shape)?;
    let said = state.records.iter().any(|record| {
        record.collection == Collection::Events
            && record.text("trigger") == Some(trigger.1.as_str())
            && record.text("type") == Some(kind)
    });
    if said {
        return Err(Refusal::Shape(ShapeRefusal::AlreadyThere));
    }
    let fields = json!({
        "id": context.ids.next_id(), "set": span.set.as_str(), "type": kind, "trigger": trigger.1.as_str(), "roles": [],
    });
    let Value::Object(fields) = fields else { return Err(Refusal::NoChange) };
    let op = make::add(Some(&trigger.0), Collection::Events, fields, context);
    done(ShapeChange::EventAdd, quoted(state, trigger), Some(&trigger.0), vec![op])
}

/// The roles of an event that a span could have: first those that it can, then those that it cannot, and why.
#[must_use]
pub fn roles_for(state: &State, event: &str, span: &SpanRef) -> Vec<Offer> {
    let Ok(record) = own(state, &make::name(Collection::Events, event)) else { return Vec::new() };
    let Ok(kind) = type_of(state, record.text("type").unwrap_or_default()) else { return Vec::new() };
    let offer = |role: &str| {
        let why_not = match takes(state, record, &kind, role, span) {
            Ok(()) => None,
            Err(Refusal::Shape(why)) => Some(why),
            Err(_) => Some(ShapeRefusal::OtherDocument),
        };
        Offer { kind: role.to_owned(), reversed: false, why_not }
    };
    let mut offers = kind.roles.iter().map(|role| offer(&role.id)).collect::<Vec<_>>();
    offers.sort_by_key(|offer| offer.why_not.is_some());
    offers
}

/// Gives a span a role in an event.
///
/// # Errors
/// When the event, its type, the role or the span is gone or somebody else's, the role does not allow the label or is full,
/// or the span has it already.
pub fn add_role(state: &State, context: &Context, event: &str, role: &str, span: &SpanRef) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Events, event))?;
    let kind = type_of(state, record.text("type").unwrap_or_default())?;
    takes(state, record, &kind, role, span)?;
    let ops = make::put_in(record, "roles", json!({"role": role, "span": span.1.as_str()}), context);
    done(ShapeChange::RoleAdd, quoted(state, span), record.document.as_ref(), ops)
}

/// Takes a span out of a role.
///
/// # Errors
/// When the event is gone or somebody else's, or the span does not have the role.
pub fn remove_role(state: &State, context: &Context, event: &str, role: &str, span: &SpanId) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Events, event))?;
    let is = |member: &&Value| {
        let field = |name: &str| member.get(name).and_then(Value::as_str);
        field("role") == Some(role) && field("span") == Some(span.as_str())
    };
    let member = record.list("roles").find(is).ok_or(Refusal::Gone)?;
    let ops = make::take_out(record, "roles", member, context).into_iter().collect();
    let document = record.document.clone().ok_or(Refusal::Gone)?;
    done(ShapeChange::RoleRemove, quoted(state, &(document.clone(), span.clone())), Some(&document), ops)
}

/// Gives an event another trigger.
///
/// # Errors
/// When something is gone or somebody else's, or the type does not allow the label.
pub fn set_trigger(state: &State, context: &Context, event: &str, trigger: &SpanRef) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Events, event))?;
    let (_, span) = command::find(state, trigger)?;
    if record.document.as_ref() != Some(&trigger.0) {
        return Err(Refusal::Shape(ShapeRefusal::OtherDocument));
    }
    triggers(&*type_of(state, record.text("type").unwrap_or_default())?, &span.label).map_err(Refusal::Shape)?;
    let ops = make::set(record, "trigger", Some(trigger.1.as_str().into()), context).into_iter().collect();
    done(ShapeChange::EventEdit, quoted(state, trigger), Some(&trigger.0), ops)
}

/// Gives an event another type. Roles that the new type does not have stay, and checks name them.
///
/// # Errors
/// When something is gone or somebody else's, or the type does not allow the trigger's label.
pub fn change_kind(state: &State, context: &Context, event: &str, kind: &str) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Events, event))?;
    let found = type_of(state, kind)?;
    let trigger = record.document.as_ref().zip(record.text("trigger"));
    if let Some(span) = trigger.and_then(|(document, id)| state.span(document, &id.into())) {
        triggers(&found, &span.label).map_err(Refusal::Shape)?;
    }
    let ops = make::set(record, "type", Some(kind.into()), context).into_iter().collect();
    done(ShapeChange::EventEdit, make::described(state, record), record.document.as_ref(), ops)
}

/// Whether a type allows a label as its trigger.
///
/// # Errors
/// Says that it does not.
pub fn triggers(kind: &EventType, label: &LabelId) -> Result<(), ShapeRefusal> {
    let fits = allows(kind.trigger_labels.as_deref(), label);
    if fits { Ok(()) } else { Err(ShapeRefusal::TriggerNotAllowed(kind.id.clone(), label.clone())) }
}

fn type_of(state: &State, kind: &str) -> Result<Rc<EventType>, Refusal> {
    Kinds::of(&state.tagset).event(kind).cloned().ok_or(Refusal::Gone)
}

fn takes(state: &State, record: &Record, kind: &EventType, role: &str, span: &SpanRef) -> Result<(), Refusal> {
    let refuse = |why| Err(Refusal::Shape(why));
    let role = kind.role(role).ok_or(Refusal::Gone)?;
    let (_, found) = command::find(state, span)?;
    if record.document.as_ref() != Some(&span.0) {
        return refuse(ShapeRefusal::OtherDocument);
    }
    if record.text("trigger") == Some(span.1.as_str()) {
        return refuse(ShapeRefusal::SameSpan);
    }
    if record.text("set") != Some(found.set.as_str()) {
        return Err(Refusal::ReadOnly);
    }
    if !allows(role.labels.as_deref(), &found.label) {
        return refuse(ShapeRefusal::NotAllowed(role.id.clone(), found.label.clone(), false));
    }
    let of_role = |member: &&Value| member.get("role").and_then(Value::as_str) == Some(&role.id);
    let has = |member: &Value| member.get("span").and_then(Value::as_str) == Some(span.1.as_str());
    if record.list("roles").filter(of_role).any(has) {
        return refuse(ShapeRefusal::AlreadyThere);
    }
    let full = role.max.is_some_and(|max| record.list("roles").filter(of_role).count() >= max as usize);
    if full { refuse(ShapeRefusal::RoleFull(role.id.clone())) } else { Ok(()) }
}
