//! Relations: two spans of one document and one set, joined as a type's rules allow.

use super::kinds::{Kinds, RelationType, allows};
use super::make::{self, done, own, quoted};
use crate::core::command::{self, Context, SpanRef};
use crate::core::ids::LabelId;
use crate::core::record::{Collection, Record};
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::span::Span;
use crate::core::state::State;
use crate::core::transaction::{ShapeChange, Transaction};
use serde_json::{Value, json};
use std::rc::Rc;

/// Something that could be made of two spans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The id of the type or role.
    pub kind: String,
    /// Whether it goes from the second span to the first.
    pub reversed: bool,
    /// Why it cannot be made. `None`: it can.
    pub why_not: Option<ShapeRefusal>,
}

/// What could join two spans: first what is allowed, from the first to the second, then the other way round; then what is
/// not, and why.
#[must_use]
pub fn allowed(state: &State, from: &SpanRef, to: &SpanRef) -> Vec<Offer> {
    let mut offers = Vec::new();
    for kind in Kinds::of(&state.tagset).relations.iter().filter(|kind| !kind.retired) {
        let offer = |reversed: bool| {
            let (from, to) = if reversed { (to, from) } else { (from, to) };
            let why_not = match check(state, kind, from, to, None) {
                Ok(_) => None,
                Err(Refusal::Shape(why)) => Some(why),
                Err(_) => Some(ShapeRefusal::OtherDocument),
            };
            Offer { kind: kind.id.clone(), reversed, why_not }
        };
        let (there, back) = (offer(false), offer(true));
        let back_too = !kind.symmetric && back.why_not.is_none();
        if there.why_not.is_none() || !back_too {
            offers.push(there);
        }
        offers.extend(back_too.then_some(back));
    }
    offers.sort_by_key(|offer| (offer.why_not.is_some(), offer.reversed));
    offers
}

/// Joins two spans.
///
/// # Errors
/// When a span or the type is gone, a span is somebody else's, or the rules do not allow it.
pub fn add(state: &State, context: &mut Context, kind: &str, from: &SpanRef, to: &SpanRef) -> Result<Transaction, Refusal> {
    let found = kind_of(state, kind)?;
    let (first, _) = check(state, &found, from, to, None)?;
    let fields = json!({
        "id": context.ids.next_id(), "set": first.set.as_str(), "type": kind, "from": from.1.as_str(), "to": to.1.as_str(),
    });
    let Value::Object(fields) = fields else { return Err(Refusal::NoChange) };
    let op = make::add(Some(&from.0), Collection::Relations, fields, context);
    done(ShapeChange::RelationAdd, named(state, from, to), Some(&from.0), vec![op])
}

/// Gives a relation another type.
///
/// # Errors
/// As [`add`].
pub fn change_kind(state: &State, context: &Context, id: &str, kind: &str) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Relations, id))?;
    let (from, to) = ends(record)?;
    check(state, &*kind_of(state, kind)?, &from, &to, Some(id))?;
    let ops = make::set(record, "type", Some(kind.into()), context).into_iter().collect();
    done(ShapeChange::RelationEdit, named(state, &from, &to), record.document.as_ref(), ops)
}

/// Turns a relation round.
///
/// # Errors
/// As [`add`].
pub fn reverse(state: &State, context: &Context, id: &str) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Relations, id))?;
    let (from, to) = ends(record)?;
    check(state, &*kind_of(state, record.text("type").unwrap_or_default())?, &to, &from, Some(id))?;
    let ends = [("from", &to.1), ("to", &from.1)];
    let ops = ends.into_iter().filter_map(|(field, span)| make::set(record, field, Some(span.as_str().into()), context));
    done(ShapeChange::RelationEdit, named(state, &to, &from), record.document.as_ref(), ops.collect())
}

/// Whether a type's rules allow two labels; else which end they do not.
///
/// # Errors
/// Says which label is not allowed at which end.
pub fn fits(kind: &RelationType, from: &LabelId, to: &LabelId) -> Result<(), ShapeRefusal> {
    let joins = |from: &LabelId, to: &LabelId| {
        kind.rules.is_empty()
            || kind.rules.iter().any(|rule| allows(rule.from.as_deref(), from) && allows(rule.to.as_deref(), to))
    };
    if joins(from, to) || (kind.symmetric && joins(to, from)) {
        return Ok(());
    }
    let begins = kind.rules.iter().any(|rule| allows(rule.from.as_deref(), from));
    let label = if begins { to } else { from };
    Err(ShapeRefusal::NotAllowed(kind.id.clone(), label.clone(), !begins))
}

fn kind_of(state: &State, kind: &str) -> Result<Rc<RelationType>, Refusal> {
    Kinds::of(&state.tagset).relation(kind).cloned().ok_or(Refusal::Gone)
}

fn ends(record: &Record) -> Result<(SpanRef, SpanRef), Refusal> {
    let document = record.document.clone().ok_or(Refusal::Gone)?;
    let end = |field: &str| Some((document.clone(), record.text(field)?.into()));
    end("from").zip(end("to")).ok_or(Refusal::Gone)
}

/// Both spans, where a relation of the type may join them. `but` is a relation that is to be changed.
fn check<'a>(
    state: &'a State,
    kind: &RelationType,
    from: &SpanRef,
    to: &SpanRef,
    but: Option<&str>,
) -> Result<(&'a Rc<Span>, &'a Rc<Span>), Refusal> {
    let ((_, first), (_, second)) = (command::find(state, from)?, command::find(state, to)?);
    let refuse = |why| Err(Refusal::Shape(why));
    if from.0 != to.0 {
        return refuse(ShapeRefusal::OtherDocument);
    }
    if from.1 == to.1 {
        return refuse(ShapeRefusal::SameSpan);
    }
    if first.set != second.set {
        return Err(Refusal::ReadOnly);
    }
    fits(kind, &first.label, &second.label).map_err(Refusal::Shape)?;
    let is = |record: &Record, field: &str, span: &SpanRef| record.text(field) == Some(span.1.as_str());
    let said = state.records.iter().any(|record| {
        record.collection == Collection::Relations
            && record.id() != but
            && record.text("type") == Some(&kind.id)
            && ((is(record, "from", from) && is(record, "to", to))
                || (kind.symmetric && is(record, "from", to) && is(record, "to", from)))
    });
    if said { refuse(ShapeRefusal::AlreadyThere) } else { Ok((first, second)) }
}

fn named(state: &State, from: &SpanRef, to: &SpanRef) -> String {
    [quoted(state, from), quoted(state, to)].join(" ← ")
}
