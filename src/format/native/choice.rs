//! A narrower download: some documents, some labels, some annotation sets.

use super::references::{References, Target};
use crate::core::ids::{DocumentId, LabelId, SetId};
use crate::core::names::Names;
use crate::core::record::{Collection, Record};
use crate::core::span_set::SpanSet;
use crate::core::state::{DocumentState, State};
use serde_json::Value;
use std::rc::Rc;

/// What of a project is downloaded; `None` means all. The tagset always goes along whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Only these documents.
    pub documents: Option<Vec<DocumentId>>,
    /// Only spans with these labels.
    pub labels: Option<Vec<LabelId>>,
    /// Only these annotation sets and what belongs to them.
    pub sets: Option<Vec<SetId>>,
}

impl Choice {
    /// Whether nothing is left out.
    #[must_use]
    pub const fn is_all(&self) -> bool {
        self.documents.is_none() && self.labels.is_none() && self.sets.is_none()
    }

    /// The project without what is not chosen, nor what refers to that. An entity stays, with the mentions that stay; an
    /// event that names what was left out does not.
    #[must_use]
    pub fn narrowed(&self, state: &State) -> State {
        let mut next = state.clone();
        next.documents.retain(|document| chosen(self.documents.as_deref(), &document.document.id));
        Rc::make_mut(&mut next.sets).retain(|set| chosen(self.sets.as_deref(), &set.id));
        for document in &mut next.documents {
            let kept = document
                .spans
                .iter()
                .filter(|span| chosen(self.sets.as_deref(), &span.set) && chosen(self.labels.as_deref(), &span.label));
            let spans = SpanSet::from_spans(kept.cloned().collect());
            *document = Rc::new(DocumentState { spans, ..DocumentState::clone(document) });
        }
        next.records = Rc::new(records(&next, &state.records, false));
        next
    }
}

/// The project without the records that name what is not there (what another writer took away while it was being related);
/// an event stays with the roles that stay.
#[must_use]
pub fn whole(state: &State) -> State {
    State { records: Rc::new(records(state, &state.records, true)), ..state.clone() }
}

fn chosen<T: PartialEq>(chosen: Option<&[T]>, one: &T) -> bool {
    chosen.is_none_or(|list| list.contains(one))
}

/// The records all of whose references hold in what was kept; of events also those that still hold something.
fn records(state: &State, all: &[Rc<Record>], events: bool) -> Vec<Rc<Record>> {
    let mut spans = Names::default();
    for span in state.documents.iter().flat_map(|document| document.spans.iter()) {
        spans.add(span.id.as_str());
    }
    let mut named = Names::default();
    let mut kept = vec![None; all.len()];
    // Links stand on events and entities, so they come last; the order of the list is kept.
    for links in [false, true] {
        for (place, record) in all.iter().enumerate().filter(|(_, record)| (record.collection == Collection::Links) == links) {
            if record.document.as_ref().is_some_and(|id| state.document(id).is_none()) {
                continue;
            }
            let Some(record) = pruned(record, &spans, events) else { continue };
            let whole = References::of(&record).0.iter().all(|reference| match reference.target {
                Target::Set => state.set(&reference.id.as_str().into()).is_some(),
                Target::Document => state.document(&reference.id.as_str().into()).is_some(),
                Target::Span => spans.has(&reference.id),
                target @ Target::Record(_) => named.has(&target.name(&reference.id)),
            });
            if whole {
                if let Some(id) = record.id() {
                    named.add(&Target::of(record.collection).name(id));
                }
                kept[place] = Some(record);
            }
        }
    }
    kept.into_iter().flatten().collect()
}

/// An entity without the mentions that were left out, an event (where asked) without the roles and the trigger; `None` where nothing of
/// an event is left. Other records as they are.
fn pruned(record: &Rc<Record>, spans: &Names, events: bool) -> Option<Rc<Record>> {
    let list = match record.collection {
        Collection::Entities => "mentions",
        Collection::Events if events => "roles",
        _ => return Some(record.clone()),
    };
    if record.spans().all(|span| spans.has(span)) {
        return Some(record.clone());
    }
    let stays = |member: &Value| member["span"].as_str().is_some_and(|span| spans.has(span));
    let mut value = Value::clone(&record.value);
    if let Some(Value::Array(members)) = value.get_mut(list) {
        members.retain(stays);
    }
    if record.collection == Collection::Events {
        if record.text("trigger").is_some_and(|trigger| !spans.has(trigger)) {
            value["trigger"] = Value::Null;
        }
        let told = value["trigger"].is_string() || value["roles"].as_array().is_some_and(|roles| !roles.is_empty());
        if !told {
            return None;
        }
    }
    Some(Rc::new(Record { value: Rc::new(value), ..Record::clone(record) }))
}
