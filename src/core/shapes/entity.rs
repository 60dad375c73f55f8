//! Entities: one referent, a name, an id elsewhere, and its mentions in all documents.

use super::make::{self, done, own};
use super::{Entity, Shapes};
use crate::core::aliases;
use crate::core::command::{Context, SpanRef};
use crate::core::op::{Item, Op};
use crate::core::record::{Collection, Record};
use crate::core::refusal::{Refusal, ShapeRefusal};
use crate::core::state::State;
use crate::core::transaction::{ShapeChange, Transaction};
use serde_json::{Value, json};
use std::rc::Rc;

/// Makes an entity that these spans mention. A blank name is the first span's words, a type not given its label.
///
/// # Errors
/// When no span is given, or one is gone.
pub fn add(state: &State, context: &mut Context, spans: &[SpanRef], name: &str) -> Result<Transaction, Refusal> {
    let first = spans.first().ok_or(Refusal::NoSpan)?;
    let label = state.span(&first.0, &first.1).ok_or(Refusal::Gone)?.label.clone();
    let name = if name.trim().is_empty() { make::quoted(state, first) } else { name.trim().to_owned() };
    let mut mentions = Vec::new();
    for span in spans {
        let mention = mention_of(state, span)?;
        if !mentions.contains(&mention) {
            mentions.push(mention);
        }
    }
    let fields = json!({ "id": context.ids.next_id(), "name": name, "type": label.as_str(), "mentions": mentions });
    let Value::Object(fields) = fields else { return Err(Refusal::NoChange) };
    let op = make::add(None, Collection::Entities, fields, context);
    done(ShapeChange::EntityAdd, name, Some(&first.0), vec![op])
}

/// Says that spans mention an entity; those that do already are passed over.
///
/// # Errors
/// When the entity or a span is gone, or all mention it already.
pub fn mention(state: &State, context: &Context, entity: &str, spans: &[SpanRef]) -> Result<Transaction, Refusal> {
    let mut record = Record::clone(own(state, &make::name(Collection::Entities, entity))?);
    let mut ops = Vec::new();
    for span in spans {
        let mention = mention_of(state, span)?;
        if record.list("mentions").all(|other| !same(other, &mention)) {
            ops.extend(make::put_in(&record, "mentions", mention.clone(), context));
            if let Some(Value::Array(list)) = Rc::make_mut(&mut record.value).get_mut("mentions") {
                list.push(mention);
            }
        }
    }
    done(ShapeChange::Mention, record.text("name").unwrap_or_default().to_owned(), spans.first().map(|span| &span.0), ops)
}

/// Says that a span does not mention an entity.
///
/// # Errors
/// When the entity is gone, or the span does not mention it.
pub fn forget(state: &State, context: &Context, entity: &str, span: &SpanRef) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Entities, entity))?;
    let named = written(span);
    let member = record.list("mentions").find(|other| same(other, &named)).ok_or(Refusal::Gone)?;
    let ops = make::take_out(record, "mentions", member, context).into_iter().collect();
    done(ShapeChange::Mention, record.text("name").unwrap_or_default().to_owned(), Some(&span.0), ops)
}

/// Takes mentions out of an entity and makes another entity of them.
///
/// # Errors
/// When the entity is gone, or one of the spans does not mention it.
pub fn split(state: &State, context: &mut Context, entity: &str, spans: &[SpanRef], name: &str) -> Result<Transaction, Refusal> {
    let mut made = add(state, context, spans, name)?;
    let record = own(state, &make::name(Collection::Entities, entity))?;
    let mut left = Record::clone(record);
    for span in spans {
        let named = written(span);
        let place = left.list("mentions").position(|other| same(other, &named)).ok_or(Refusal::Gone)?;
        let member = left.list("mentions").nth(place).cloned().ok_or(Refusal::Gone)?;
        made.ops.extend(make::take_out(&left, "mentions", &member, context));
        if let Some(Value::Array(list)) = Rc::make_mut(&mut left.value).get_mut("mentions") {
            list.remove(place);
        }
    }
    Ok(made)
}

/// Gives an entity another name, type and outside id. A blank type or id is none.
///
/// # Errors
/// When it is gone, the name is blank, or what is typed is no outside id.
pub fn edit(state: &State, context: &Context, entity: &str, name: &str, kind: &str, link: &str) -> Result<Transaction, Refusal> {
    let record = own(state, &make::name(Collection::Entities, entity))?;
    if name.trim().is_empty() {
        return Err(Refusal::NoChange);
    }
    let link =
        if link.trim().is_empty() { None } else { Some(outside_id(link).ok_or(Refusal::Shape(ShapeRefusal::BadOutsideId))?) };
    let kind = Some(kind.trim()).filter(|kind| !kind.is_empty()).map(Value::from);
    // `null` says the same as nothing: what the file has is left alone then.
    let differs = |field: &str, after: &Option<Value>| record.value.get(field).filter(|value| !value.is_null()) != after.as_ref();
    let after = [("name", Some(name.trim().into())), ("type", kind), ("link", link.map(Value::from))];
    let ops = after.into_iter().filter(|(field, after)| differs(field, after));
    let ops = ops.filter_map(|(field, after)| make::set(record, field, after, context)).collect();
    done(ShapeChange::EntityEdit, name.trim().to_owned(), None, ops)
}

/// Makes two entities one: the first keeps its name, type and id where it has them, and gets the other's mentions and links.
///
/// # Errors
/// When one is gone, or they are the same.
pub fn merge(state: &State, context: &Context, into: &str, from: &str) -> Result<Transaction, Refusal> {
    let kept = own(state, &make::name(Collection::Entities, into))?;
    let gone = own(state, &make::name(Collection::Entities, from))?;
    if into == from {
        return Err(Refusal::NoChange);
    }
    let mut record = Record::clone(kept);
    let mut ops = Vec::new();
    for member in gone.list("mentions") {
        if record.list("mentions").all(|other| !same(other, member)) {
            ops.extend(make::put_in(&record, "mentions", member.clone(), context));
            if let Some(Value::Array(list)) = Rc::make_mut(&mut record.value).get_mut("mentions") {
                list.push(member.clone());
            }
        }
    }
    for field in ["type", "link", "note"] {
        let has = |record: &Record| record.value.get(field).filter(|value| !value.is_null()).cloned();
        if let (None, Some(theirs)) = (has(kept), has(gone)) {
            ops.extend(make::set(kept, field, Some(theirs), context));
        }
    }
    for link in state.records.iter().filter(|record| record.collection == Collection::Links) {
        let named = |end: &str| link.value.get(end).and_then(|end| end.get("entity")).and_then(Value::as_str);
        let ends = [named("from"), named("to")];
        if ends.contains(&Some(from)) {
            if ends.contains(&Some(into)) {
                // Between the two it would join the entity with itself.
                ops.push(Op::Remove(Item::Record(link.clone())));
                continue;
            }
            for end in ["from", "to"].into_iter().filter(|end| named(end) == Some(from)) {
                ops.extend(make::set(link, end, Some(json!({ "entity": into })), context));
            }
        }
    }
    ops.push(Op::Remove(Item::Record(gone.clone())));
    done(ShapeChange::EntityMerge, kept.text("name").unwrap_or_default().to_owned(), None, ops)
}

/// The entities that a span could mention, the likeliest first: those with a mention or a name that is written alike, then
/// those of its label.
#[must_use]
pub fn likely(state: &State, shapes: &Shapes, span: &SpanRef) -> Vec<Rc<Entity>> {
    let Some(found) = state.span(&span.0, &span.1) else { return Vec::new() };
    let classes = aliases::classes(state);
    let key = |words: &str| classes.key(&aliases::folded(words)).to_owned();
    let words = key(&make::quoted(state, span));
    let score = |entity: &Entity| {
        let alike = key(&entity.name) == words || entity.mentions.iter().any(|other| key(&make::quoted(state, other)) == words);
        let label = entity.kind.as_deref() == Some(found.label.as_str());
        u32::from(alike) * 2 + u32::from(label)
    };
    let free = shapes.entities().iter().filter(|entity| !entity.mentions.contains(span));
    let mut all = free.map(|entity| (score(entity), entity.clone())).filter(|(score, _)| *score > 0).collect::<Vec<_>>();
    all.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    all.into_iter().map(|(_, entity)| entity).collect()
}

/// An id elsewhere, from what was typed or pasted: a Wikidata id (`Q794`), alone or out of its address, or an address that
/// begins with `https:`. Arabic digits count.
#[must_use]
pub fn outside_id(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let tail = ["https://www.wikidata.org/wiki/", "https://www.wikidata.org/entity/", "http://www.wikidata.org/entity/"]
        .iter()
        .find_map(|start| typed.strip_prefix(start))
        .map(|tail| tail.split(['#', '?']).next().unwrap_or_default());
    let plain = super::attribute::latin_digits(tail.unwrap_or(typed));
    let digits = plain.strip_prefix(['Q', 'q']);
    let number =
        digits.filter(|digits| !digits.starts_with('0') && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()));
    if let Some(digits) = number {
        return Some(format!("Q{digits}"));
    }
    let address = tail.is_none() && typed.starts_with("https://") && typed.len() > "https://".len();
    (address && !typed.contains(|c: char| c.is_whitespace() || c.is_control())).then(|| typed.to_owned())
}

fn written((document, span): &SpanRef) -> Value {
    json!({ "document": document.as_str(), "span": span.as_str() })
}

fn mention_of(state: &State, span: &SpanRef) -> Result<Value, Refusal> {
    state.span(&span.0, &span.1).map(|_| written(span)).ok_or(Refusal::Gone)
}

/// Whether two mentions name the same span.
fn same(one: &Value, other: &Value) -> bool {
    one.get("span") == other.get("span") && one.get("document") == other.get("document")
}
