//! What the list of the documents does: each function is one transaction or a reason why not. Used by the desk alone.

use super::cascade;
use super::command::{Context, SpanRef, short};
use super::document::{Direction, Document, Status};
use super::ids::DocumentId;
use super::op::{Carried, Change, DocumentField, Item, Op};
use super::refusal::{Refusal, ShapeRefusal};
use super::state::{DocumentState, State};
use super::transaction::{ChangeName, ShapeChange, Transaction};
use std::rc::Rc;

/// The longest title, in code points; what is longer is cut.
pub const TITLE_MAX: usize = 500;

/// The longest tag of a language, in characters.
const LANGUAGE_MAX: usize = 35;

/// Gives a document another title, on one line and without white space round it. A title that is not the first line of
/// the text is from then on shown above it.
///
/// # Errors
/// When the document is gone, the title has no letter, or is the same.
pub fn rename(state: &State, id: &DocumentId, title: &str) -> Result<Transaction, Refusal> {
    let document = find(state, id)?;
    let words = title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let title = words.trim().chars().take(TITLE_MAX).collect::<String>();
    if !title.chars().any(char::is_alphanumeric) {
        return Err(Refusal::Shape(ShapeRefusal::NoTitle));
    }
    let first = document.text.blocks().first().map(|block| document.text.slice(block.range).trim());
    let ours = first != Some(title.as_str());
    let said = title.clone();
    let ops = [
        set(id, DocumentField::Title, document.title.clone(), title),
        set(id, DocumentField::TitleIsOurs, document.title_is_ours.to_string(), ours.to_string()),
    ];
    edited(id, &said, ops.into_iter().flatten().collect())
}

/// Has a document run the other way, or each block by its first letter.
///
/// # Errors
/// When the document is gone, or runs that way.
pub fn direct(state: &State, id: &DocumentId, direction: Direction) -> Result<Transaction, Refusal> {
    let document = find(state, id)?;
    let op = set(id, DocumentField::Direction, document.direction.name().to_owned(), direction.name().to_owned());
    edited(id, &document.title, op.into_iter().collect())
}

/// Says in which language a document is: a BCP 47 tag, such as `ar` or `ar-EG`; blank where it is not known.
///
/// # Errors
/// When the document is gone, the tag is none, or is the same.
pub fn speak(state: &State, id: &DocumentId, language: &str) -> Result<Transaction, Refusal> {
    let document = find(state, id)?;
    let tag = Some(language.trim()).filter(|tag| !tag.is_empty()).unwrap_or("und");
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = |part: &str| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    if tag.len() > LANGUAGE_MAX || !tag.split('-').all(part) || !tag.split('-').next().is_some_and(first) {
        return Err(Refusal::Shape(ShapeRefusal::BadLanguage));
    }
    let op = set(id, DocumentField::Language, document.language.clone(), tag.to_owned());
    edited(id, &document.title, op.into_iter().collect())
}

/// Puts a document at another place, from 0; past the last it becomes the last.
///
/// # Errors
/// When the document is gone, or stands there.
pub fn place(state: &State, id: &DocumentId, to: usize) -> Result<Transaction, Refusal> {
    let document = find(state, id)?;
    let from = position(state, id)?;
    let to = to.min(state.documents.len() - 1);
    let op = set(id, DocumentField::Place, from.to_string(), to.to_string());
    edited(id, &document.title, op.into_iter().collect())
}

/// Removes documents, with their spans, of every set, and all that stands on these: relations, events, labels of the document,
/// links. Entities lose their mentions there and stay.
///
/// # Errors
/// When none is named, one is gone, or none would remain.
pub fn remove(state: &State, context: &Context, ids: &[DocumentId]) -> Result<Transaction, Refusal> {
    let mut going: Vec<&Rc<DocumentState>> = Vec::new();
    for id in ids {
        let document = state.document(id).ok_or(Refusal::Gone)?;
        if !going.iter().any(|other| Rc::ptr_eq(other, document)) {
            going.push(document);
        }
    }
    let first = *going.first().ok_or(Refusal::NoChange)?;
    if going.len() == state.documents.len() {
        return Err(Refusal::Shape(ShapeRefusal::LastDocument));
    }
    let spans: Vec<SpanRef> =
        going.iter().flat_map(|state| state.spans.iter().map(|span| (state.document.id.clone(), span.id.clone()))).collect();
    let mut making = Making { state: state.clone(), ops: Vec::new() };
    cascade::before_removing(state, &spans, &context.now).into_iter().try_for_each(|op| making.put(op))?;
    // What stands on a document and names no span of it.
    let of = |document: Option<&DocumentId>| document.is_some_and(|id| going.iter().any(|state| state.document.id == *id));
    let left = making.state.records.iter().filter(|record| of(record.document.as_ref())).cloned().collect::<Vec<_>>();
    for record in left {
        if let Some(name) = record.name() {
            cascade::before_removing_record(&making.state, &name).into_iter().try_for_each(|op| making.put(op))?;
        }
        making.put(Op::Remove(Item::Record(record)))?;
    }
    for document in &going {
        let id = &document.document.id;
        for span in document.spans.iter() {
            making.put(Op::Remove(Item::Span(id.clone(), span.clone())))?;
        }
        // A document is added as new and as the last one, so that is what it is made before it goes.
        if document.status != Status::New {
            making.put(Op::Change(Change::Status { document: id.clone(), before: document.status, after: Status::New }))?;
        }
        let (from, last) = (position(&making.state, id)?, making.state.documents.len() - 1);
        set(id, DocumentField::Place, from.to_string(), last.to_string()).into_iter().try_for_each(|op| making.put(op))?;
        making.put(Op::Remove(Item::Document(document.document.clone())))?;
    }
    let titles = going.iter().map(|state| state.document.title.as_str()).collect::<Vec<_>>().join("، ");
    let name = ChangeName::Shape(ShapeChange::DocumentRemove, short(&titles));
    Ok(Transaction { name, document: Some(first.document.id.clone()), ops: making.ops })
}

/// Ops so far, and the state after them, changed in place: there may be tens of thousands.
struct Making {
    state: State,
    ops: Vec<Op>,
}

impl Making {
    fn put(&mut self, op: Op) -> Result<(), Refusal> {
        self.state.make(&op).map_err(|_| Refusal::Gone)?;
        self.ops.push(op);
        Ok(())
    }
}

fn find<'a>(state: &'a State, id: &DocumentId) -> Result<&'a Document, Refusal> {
    state.document(id).map(|state| &*state.document).ok_or(Refusal::Gone)
}

fn position(state: &State, id: &DocumentId) -> Result<usize, Refusal> {
    state.documents.iter().position(|state| state.document.id == *id).ok_or(Refusal::Gone)
}

/// The op that sets a field; none where it stands so already.
fn set(id: &DocumentId, field: DocumentField, before: String, after: String) -> Option<Op> {
    let carried = |value| Carried::Field { document: id.clone(), field, value };
    (before != after).then(|| Op::Change(Change::Carried { before: carried(before), after: carried(after) }))
}

fn edited(id: &DocumentId, title: &str, ops: Vec<Op>) -> Result<Transaction, Refusal> {
    if ops.is_empty() {
        return Err(Refusal::NoChange);
    }
    let name = ChangeName::Shape(ShapeChange::DocumentEdit, short(title));
    Ok(Transaction { name, document: Some(id.clone()), ops })
}
