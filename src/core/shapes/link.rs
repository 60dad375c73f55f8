//! Links between spans, events and entities of different documents.

use super::make::{self, done, own};
use super::{End, LinkKind, Shapes};
use crate::core::command::Context;
use crate::core::record::Collection;
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::state::State;
use crate::core::transaction::{ShapeChange, Transaction};
use serde_json::{Value, json};

/// Whether two ends can be linked: things of two documents, or two entities, which are in none.
///
/// # Errors
/// Says why not.
pub fn fits(shapes: &Shapes, from: &End, to: &End) -> Result<(), ShapeRefusal> {
    if from == to {
        return Err(ShapeRefusal::SameSpan);
    }
    match (shapes.document_of(from), shapes.document_of(to)) {
        (Some(one), Some(other)) if one == other => Err(ShapeRefusal::SameDocument),
        (Some(_), Some(_)) | (None, None) => Ok(()),
        _ => Err(ShapeRefusal::OtherDocument),
    }
}

/// Links two ends, with a note.
///
/// # Errors
/// When an end is gone, they cannot be linked, or the same is said already.
pub fn add(
    state: &State,
    context: &mut Context,
    kind: &LinkKind,
    from: &End,
    to: &End,
    note: &str,
) -> Result<Transaction, Refusal> {
    let shapes = Shapes::of(state);
    let there = |end: &End| match end {
        End::Span((document, span)) => state.span(document, span).is_some(),
        End::Event(id) => shapes.event(id).is_some(),
        End::Entity(id) => shapes.entity(id).is_some(),
    };
    if !there(from) || !there(to) {
        return Err(Refusal::Gone);
    }
    fits(&shapes, from, to).map_err(Refusal::Shape)?;
    if shapes.links().iter().any(|link| link.kind == *kind && link.from == *from && link.to == *to) {
        return Err(Refusal::Shape(ShapeRefusal::AlreadyThere));
    }
    let mut fields = json!({ "id": context.ids.next_id(), "type": kind.name(), "from": written(from), "to": written(to) });
    if !note.trim().is_empty() {
        fields["note"] = note.trim().into();
    }
    let Value::Object(fields) = fields else { return Err(Refusal::NoChange) };
    let op = make::add(None, Collection::Links, fields, context);
    let words = [from, to].map(|end| described(state, &shapes, end)).join(" ← ");
    done(ShapeChange::LinkAdd, words, shapes.document_of(from).as_ref(), vec![op])
}

/// Gives a link another kind.
///
/// # Errors
/// When it is gone, or has it.
pub fn change_kind(state: &State, context: &Context, id: &str, kind: &LinkKind) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Links, id))?;
    let ops = make::set(record, "type", Some(kind.name().into()), context).into_iter().collect();
    done(ShapeChange::LinkEdit, kind.name().to_owned(), None, ops)
}

/// An end as the file has it.
#[must_use]
pub fn written(end: &End) -> Value {
    match end {
        End::Span((document, span)) => json!({ "document": document.as_str(), "span": span.as_str() }),
        End::Event(id) => json!({ "event": &**id }),
        End::Entity(id) => json!({ "entity": &**id }),
    }
}

fn described(state: &State, shapes: &Shapes, end: &End) -> String {
    match end {
        End::Span(span) => make::quoted(state, span),
        End::Event(id) => shapes.event(id).map_or_else(String::new, |event| make::described(state, &event.record)),
        End::Entity(id) => shapes.entity(id).map_or_else(String::new, |entity| entity.name.clone()),
    }
}
