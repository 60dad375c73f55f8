//! What an entry that does not fit is waiting for, and what an entry that fits brings.

use super::ids::{DocumentId, LabelId, SetId, SpanId};
use super::op::{Carried, Change, Item, KindList, Op, SpanField};
use super::record::{Collection, Record};

/// A thing that ops name and that can be there or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    /// A document.
    Document(DocumentId),
    /// A label.
    Label(LabelId),
    /// An annotation set.
    Set(SetId),
    /// A span.
    Span(SpanId),
    /// A record: its list and its id; blank where it has none.
    Record(Collection, String),
    /// An object of one of the tagset's lists: the list, and its id.
    Kind(KindList, String),
}

impl Thing {
    /// A name that no other thing has.
    #[must_use]
    pub fn name(&self) -> String {
        let (kind, id) = match self {
            Self::Document(id) => ("document", id.as_str()),
            Self::Label(id) => ("label", id.as_str()),
            Self::Set(id) => ("set", id.as_str()),
            Self::Span(id) => ("span", id.as_str()),
            Self::Record(collection, id) => (collection.field(), id.as_str()),
            Self::Kind(list, id) => (list.field(), id.as_str()),
        };
        [kind, "/", id].concat()
    }
}

/// The thing that an op puts in or takes out.
///
/// A change of a field brings nothing: an older entry that was waiting would otherwise be applied
/// after it and win, though the later change has to.
#[must_use]
pub fn brought(op: &Op) -> Option<Thing> {
    match op {
        Op::Add(item) | Op::Remove(item) => Some(own(item)),
        Op::Change(Change::Kind { list, before, after, .. }) if before.is_none() != after.is_none() => {
            before.as_ref().or(after.as_ref()).map(|kind| kind_of(*list, kind))
        }
        Op::Change(_) => None,
    }
}

/// The things whose coming or going could make an op fit.
#[must_use]
pub fn needed(op: &Op) -> Vec<Thing> {
    match op {
        Op::Add(item) => {
            let mut things = vec![own(item)];
            match item {
                Item::Span(document, span) => {
                    things.extend([
                        Thing::Document(document.clone()),
                        Thing::Label(span.label.clone()),
                        Thing::Set(span.set.clone()),
                    ]);
                }
                Item::Record(record) => things.extend(record.document.clone().map(Thing::Document)),
                Item::Document(_) | Item::Label(_) | Item::Set(_) => {}
            }
            things
        }
        Op::Remove(item) => match item {
            Item::Span(document, _) => vec![own(item), Thing::Document(document.clone())],
            _ => vec![own(item)],
        },
        Op::Change(Change::Span { document, span, after, .. }) => {
            let mut things = vec![Thing::Span(span.clone()), Thing::Document(document.clone())];
            match after {
                SpanField::Label(label) => things.push(Thing::Label(label.clone())),
                SpanField::Whole(whole) => {
                    things.extend([Thing::Label(whole.label.clone()), Thing::Set(whole.set.clone())]);
                }
                SpanField::Range(_) | SpanField::Note(_) | SpanField::Pieces(_) | SpanField::Attribute(..) => {}
            }
            things
        }
        Op::Change(Change::Status { document, .. }) => vec![Thing::Document(document.clone())],
        Op::Change(Change::Annotator { set, .. }) => vec![Thing::Set(set.clone())],
        Op::Change(Change::Label { after, .. }) => vec![Thing::Label(after.id.clone())],
        Op::Change(Change::LabelOrder { .. }) => Vec::new(),
        Op::Change(Change::Carried { after, .. }) => match after {
            Carried::Top(_) | Carried::Project(_) | Carried::Tagset(_) => Vec::new(),
            Carried::Label(label, _) => vec![Thing::Label(label.clone())],
            Carried::Set(set, _) => vec![Thing::Set(set.clone())],
            Carried::Document(document, _) | Carried::Regions(document, _) | Carried::Field { document, .. } => {
                vec![Thing::Document(document.clone())]
            }
            Carried::Record(record) => vec![record_of(record)],
        },
        Op::Change(Change::Record { record, .. } | Change::Member { record, .. }) => {
            vec![Thing::Record(record.collection, record.id.clone())]
        }
        Op::Change(Change::Kind { list, before, after, .. }) => {
            before.as_ref().or(after.as_ref()).map(|kind| kind_of(*list, kind)).into_iter().collect()
        }
    }
}

fn own(item: &Item) -> Thing {
    match item {
        Item::Document(document) => Thing::Document(document.id.clone()),
        Item::Label(label) => Thing::Label(label.id.clone()),
        Item::Set(set) => Thing::Set(set.id.clone()),
        Item::Span(_, span) => Thing::Span(span.id.clone()),
        Item::Record(record) => record_of(record),
    }
}

fn record_of(record: &Record) -> Thing {
    Thing::Record(record.collection, record.id().unwrap_or_default().to_owned())
}

fn kind_of(list: KindList, kind: &serde_json::Value) -> Thing {
    Thing::Kind(list, kind["id"].as_str().unwrap_or_default().to_owned())
}
