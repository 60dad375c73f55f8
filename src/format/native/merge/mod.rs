//! Opening a file into a project: one transaction, and a count of what it does.
//!
//! The same text is the same document; what is unknown here is added; of what is known the later
//! change of a span wins, and so does a later one of a record; of labels and sets ours stands. Nothing here is ever removed.

mod spans;

use super::fill;
use super::read::Incoming;
use super::references::{Target, renamed};
use crate::core::document::{Document, Region, Status};
use crate::core::handed::PACKAGE;
use crate::core::ids::{DocumentId, IdMaker, SpanId};
use crate::core::names::{Index, Names};
use crate::core::op::{Carried, Change, Item, Op};
use crate::core::project::{AnnotationSet, Project, Role};
use crate::core::record::{Extra, Record};
use crate::core::state::{DocumentState, State};
use crate::core::tagset::{Label, Tagset};
use crate::core::transaction::{ChangeName, Transaction};
use serde_json::{Map, Value};
use std::rc::Rc;

/// Hex digits of a text's SHA-256 that name a document whose own id is taken.
const HASH_ID: usize = 16;

/// What opening a file did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Documents that were not here.
    pub documents_added: u32,
    /// Spans that were not here.
    pub spans_added: u32,
    /// Spans that the file had in a later version.
    pub spans_changed: u32,
    /// Spans that were here already, or said the same as one here.
    pub spans_passed: u32,
    /// Documents and spans that were added under a new id, since theirs means something else here.
    pub renamed: u32,
    /// Labels that were not here.
    pub labels_added: u32,
    /// Annotation sets that were not here.
    pub sets_added: u32,
    /// Relations, events, entities and the like that were not here.
    pub records_added: u32,
    /// Those that were here; what they say here stands.
    pub records_passed: u32,
}

/// The transaction that brings a file into a project, and what it does. It fits the state; it has no ops if the
/// file has nothing new. `ids` makes the ids of spans whose own are taken here.
#[must_use]
pub fn open(state: &State, incoming: &Incoming, file_name: &str, ids: &mut IdMaker) -> (Transaction, Report) {
    let mut merge = Merge {
        state,
        file: &incoming.state,
        ops: Vec::new(),
        report: Report::default(),
        documents: Index::default(),
        spans: Index::default(),
        about: None,
    };
    merge.project();
    merge.tagset();
    merge.sets();
    merge.documents();
    merge.spans(ids);
    merge.records();
    let name = ChangeName::Open(file_name.to_owned());
    (Transaction { name, document: merge.about, ops: merge.ops }, merge.report)
}

struct Merge<'a> {
    state: &'a State,
    file: &'a State,
    ops: Vec<Op>,
    report: Report,
    /// What each document and span of the file is called here.
    documents: Index<DocumentId>,
    spans: Index<SpanId>,
    /// The first document that something happens to.
    about: Option<DocumentId>,
}

impl Merge<'_> {
    fn project(&mut self) {
        let (ours, theirs): (&Project, &Project) = (&self.state.project, &self.file.project);
        // Work that was handed out is so in its own project alone.
        self.carry(&ours.top, &theirs.top.with(PACKAGE, None), Carried::Top);
        self.carry(&ours.extra, &theirs.extra, Carried::Project);
    }

    fn tagset(&mut self) {
        let (ours, theirs): (&Tagset, &Tagset) = (&self.state.tagset, &self.file.tagset);
        self.carry(&ours.extra, &theirs.extra, Carried::Tagset);
        for label in &theirs.labels {
            if let Some(known) = ours.get(&label.id) {
                self.carry(&known.extra, &label.extra, |extra| Carried::Label(label.id.clone(), extra));
                continue;
            }
            let mut label = Label::clone(label);
            label.shortcut = label.shortcut.filter(|key| ours.by_shortcut(key).is_none());
            self.ops.push(Op::Add(Item::Label(Rc::new(label))));
            self.report.labels_added += 1;
        }
    }

    fn sets(&mut self) {
        for set in self.file.sets.iter() {
            if let Some(known) = self.state.set(&set.id) {
                self.carry(&known.extra, &set.extra, |extra| Carried::Set(set.id.clone(), extra));
                continue;
            }
            let role = self.role(set);
            self.ops.push(Op::Add(Item::Set(AnnotationSet { role, ..set.clone() })));
            self.report.sets_added += 1;
        }
    }

    /// Whose a set is here: what somebody else calls their own is received.
    fn role(&self, set: &AnnotationSet) -> Role {
        let ours = self.state.own_set();
        let foreign = ours.is_some_and(|own| set.annotator.is_some() && set.annotator != own.annotator);
        if set.role == Role::Own && foreign { Role::Received } else { set.role }
    }

    fn documents(&mut self) {
        let (mut known, mut taken) = (Names::default(), Names::default());
        for one in &self.state.documents {
            known.add(&one.document.sha256);
        }
        for one in self.state.documents.iter().chain(&self.file.documents) {
            taken.add(one.document.id.as_str());
        }
        for theirs in &self.file.documents {
            let ours = known.get(&theirs.document.sha256).map(|place| &self.state.documents[place]);
            let id = if let Some(ours) = ours {
                self.known_document(ours, theirs);
                ours.document.id.clone()
            } else {
                self.new_document(theirs, &mut taken)
            };
            self.documents.set(theirs.document.id.as_str(), id);
        }
    }

    fn known_document(&mut self, ours: &DocumentState, theirs: &DocumentState) {
        let id = &ours.document.id;
        if ours.status == Status::New && theirs.status != Status::New {
            self.touch(id);
            self.ops.push(Op::Change(Change::Status { document: id.clone(), before: Status::New, after: theirs.status }));
        }
        self.carry(&ours.document.extra, &theirs.document.extra, |extra| Carried::Document(id.clone(), extra));
        let regions = regions(&ours.document.regions, &theirs.document.regions);
        if regions != ours.document.regions {
            let before = Carried::Regions(id.clone(), ours.document.regions.clone());
            self.ops.push(Op::Change(Change::Carried { before, after: Carried::Regions(id.clone(), regions) }));
        }
    }

    /// Adds a document and tells what it is called here.
    fn new_document(&mut self, theirs: &DocumentState, taken: &mut Names) -> DocumentId {
        let mut document = Rc::clone(&theirs.document);
        if self.state.document(&document.id).is_some() {
            let id = free_id(&document.sha256, taken);
            document = Rc::new(Document { id, ..Document::clone(&document) });
            self.report.renamed += 1;
        }
        let id = document.id.clone();
        self.touch(&id);
        self.ops.push(Op::Add(Item::Document(document)));
        if theirs.status != Status::New {
            self.ops.push(Op::Change(Change::Status { document: id.clone(), before: Status::New, after: theirs.status }));
        }
        self.report.documents_added += 1;
        id
    }

    fn records(&mut self) {
        let key = |record: &Record| Some(Target::of(record.collection).name(record.id()?));
        let mut known = Names::default();
        for (place, record) in self.state.records.iter().enumerate() {
            if let Some(key) = key(record) {
                known.set(&key, place);
            }
        }
        for theirs in self.file.records.iter() {
            let value = renamed(theirs, |reference| match reference.target {
                Target::Document => self.documents.get(&reference.id).map(ToString::to_string),
                Target::Span => self.spans.get(&reference.id).map(ToString::to_string),
                Target::Set | Target::Record(_) => None,
            });
            let document = theirs.document.as_ref().map(|id| self.documents.get(id.as_str()).unwrap_or(id).clone());
            let record = Rc::new(Record { document, collection: theirs.collection, value: Rc::new(value) });
            let Some(ours) = key(&record).and_then(|key| self.state.records.get(known.get(&key)?)) else {
                self.ops.push(Op::Add(Item::Record(record)));
                self.report.records_added += 1;
                continue;
            };
            self.report.records_passed += 1;
            let later = record.updated_at() > ours.updated_at();
            let both = Rc::new(if later { joined(&record, ours) } else { joined(ours, &record) });
            if both != *ours {
                self.ops
                    .push(Op::Change(Change::Carried { before: Carried::Record(ours.clone()), after: Carried::Record(both) }));
            }
        }
    }

    /// Adds fields that a file has at a known object and we lack.
    fn carry(&mut self, ours: &Extra, theirs: &Extra, at: impl Fn(Extra) -> Carried) {
        let both = fill::union(ours, theirs);
        if both != *ours {
            self.ops.push(Op::Change(Change::Carried { before: at(ours.clone()), after: at(both) }));
        }
    }

    fn touch(&mut self, document: &DocumentId) {
        self.about.get_or_insert_with(|| document.clone());
    }
}

/// An id made of a text's hash that nothing else has, which is then taken.
fn free_id(sha256: &str, taken: &mut Names) -> DocumentId {
    let hash = sha256.get(..HASH_ID).unwrap_or(sha256);
    let mut candidates = std::iter::once(hash.to_owned()).chain((2_u32..).map(|n| format!("{hash}-{n}")));
    let free = candidates.find(|id| taken.add(id));
    free.map_or_else(|| hash.into(), DocumentId::new)
}

/// Our regions with the fields that theirs have more, then those that we lack.
fn regions(ours: &[Region], theirs: &[Region]) -> Vec<Region> {
    let mut all = ours.to_vec();
    for region in theirs {
        match all.iter_mut().find(|known| known.kind == region.kind && known.range == region.range) {
            Some(known) => known.extra = fill::union(&known.extra, &region.extra),
            None => all.push(region.clone()),
        }
    }
    all
}

/// A record with the fields that it lacks, and with the mentions and spellings that the other has more.
fn joined(ours: &Record, theirs: &Record) -> Record {
    let mut value = Value::clone(&ours.value);
    let empty = Map::new();
    for (name, more) in theirs.value.as_object().unwrap_or(&empty) {
        match (value.get_mut(name), more) {
            (Some(Value::Array(items)), Value::Array(more)) if matches!(name.as_str(), "mentions" | "forms") => {
                let new = more.iter().filter(|item| !items.contains(item)).cloned().collect::<Vec<_>>();
                items.extend(new);
            }
            (Some(_), _) => {}
            (None, more) => value[name.as_str()] = more.clone(),
        }
    }
    Record { value: Rc::new(value), ..ours.clone() }
}
