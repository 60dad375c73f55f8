//! The state of a project: one immutable value. Every heavy part is shared, so that a clone is cheap.

mod documents;
mod records;

use super::document::{Document, Status};
use super::ids::{DocumentId, SetId, SpanId};
use super::op::{Carried, Change, Item, Op, SpanField};
use super::project::{AnnotationSet, Project, Role};
use super::record::Record;
use super::span::Span;
use super::span_set::SpanSet;
use super::tagset::Tagset;
use std::rc::Rc;

/// A document with the work on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentState {
    /// The document, which never changes.
    pub document: Rc<Document>,
    /// How far the work has come.
    pub status: Status,
    /// Its spans, of every set.
    pub spans: SpanSet,
}

/// A project as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The project itself.
    pub project: Rc<Project>,
    /// The labels.
    pub tagset: Rc<Tagset>,
    /// The annotation sets.
    pub sets: Rc<Vec<AnnotationSet>>,
    /// The documents in order.
    pub documents: Vec<Rc<DocumentState>>,
    /// Relations, events, entities and all else that stays as the file has it.
    pub records: Rc<Vec<Rc<Record>>>,
}

/// Why an op does not fit the state: what it names is missing, or is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// What it names is not there.
    Missing,
    /// What it adds is there already.
    Present,
    /// Something still stands on what it removes.
    InUse,
    /// It reaches beyond the document's text.
    Outside,
}

impl State {
    /// An empty project with a tagset.
    #[must_use]
    pub fn new(project: Project, tagset: Tagset) -> Self {
        let (project, tagset) = (Rc::new(project), Rc::new(tagset));
        Self { project, tagset, sets: Rc::default(), documents: Vec::new(), records: Rc::default() }
    }

    /// The document of that id, with the work on it.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&Rc<DocumentState>> {
        self.documents.iter().find(|state| state.document.id == *id)
    }

    /// The span of that id in that document.
    #[must_use]
    pub fn span(&self, document: &DocumentId, span: &SpanId) -> Option<&Rc<Span>> {
        self.document(document)?.spans.get(span)
    }

    /// The annotation set of that id.
    #[must_use]
    pub fn set(&self, id: &SetId) -> Option<&AnnotationSet> {
        self.sets.iter().find(|set| set.id == *id)
    }

    /// The set that edits go to: the first of one's own.
    #[must_use]
    pub fn own_set(&self) -> Option<&AnnotationSet> {
        self.sets.iter().find(|set| set.role == Role::Own)
    }

    /// Whether a span may be edited: its set is one's own.
    #[must_use]
    pub fn is_own(&self, span: &Span) -> bool {
        self.set(&span.set).is_some_and(|set| set.role == Role::Own)
    }

    /// The state after one op.
    ///
    /// # Errors
    /// Says why the op does not fit; the state is left as it was.
    pub fn apply(&self, op: &Op) -> Result<Self, Misfit> {
        let mut next = self.clone();
        next.make(op)?;
        Ok(next)
    }

    /// Carries an op out on this very state. After a misfit a part of it may be done: the state is to be thrown away then.
    ///
    /// # Errors
    /// Says why the op does not fit.
    pub fn make(&mut self, op: &Op) -> Result<(), Misfit> {
        match op {
            Op::Add(item) => self.add(item),
            Op::Remove(item) => self.remove(item),
            Op::Change(change) => self.change(change),
        }
    }

    fn add(&mut self, item: &Item) -> Result<(), Misfit> {
        match item {
            Item::Document(document) => {
                absent(self.document(&document.id).is_some())?;
                let state = DocumentState { document: document.clone(), status: Status::New, spans: SpanSet::default() };
                self.documents.push(Rc::new(state));
            }
            Item::Label(label) => {
                absent(self.tagset.get(&label.id).is_some())?;
                Rc::make_mut(&mut self.tagset).labels.push(label.clone());
            }
            Item::Set(set) => {
                absent(self.set(&set.id).is_some())?;
                Rc::make_mut(&mut self.sets).push(set.clone());
            }
            Item::Span(document, span) => {
                if self.set(&span.set).is_none() || self.tagset.get(&span.label).is_none() {
                    return Err(Misfit::Missing);
                }
                let state = self.document_mut(document)?;
                absent(state.spans.get(&span.id).is_some() || state.spans.repeated(span).is_some())?;
                if span.range.end() > state.document.text.len() || span.range.is_empty() {
                    return Err(Misfit::Outside);
                }
                state.spans.insert(span.clone());
            }
            Item::Record(record) => {
                if record.document.as_ref().is_some_and(|id| self.document(id).is_none()) {
                    return Err(Misfit::Missing);
                }
                absent(self.records.contains(record))?;
                self.insert_record(record.clone());
            }
        }
        Ok(())
    }

    fn remove(&mut self, item: &Item) -> Result<(), Misfit> {
        match item {
            Item::Document(document) => {
                let state = self.document(&document.id).ok_or(Misfit::Missing)?;
                let recorded = self.records.iter().any(|record| record.document.as_ref() == Some(&document.id));
                unused(!state.spans.is_empty() || recorded)?;
                self.documents.retain(|state| state.document.id != document.id);
            }
            Item::Label(label) => {
                let place = self.tagset.position(&label.id).ok_or(Misfit::Missing)?;
                unused(self.any_span(|span| span.label == label.id))?;
                Rc::make_mut(&mut self.tagset).labels.remove(place);
            }
            Item::Set(set) => {
                let place = self.sets.iter().position(|other| other.id == set.id).ok_or(Misfit::Missing)?;
                unused(self.any_span(|span| span.set == set.id))?;
                unused(self.records.iter().any(|record| record.text("set") == Some(set.id.as_str())))?;
                Rc::make_mut(&mut self.sets).remove(place);
            }
            Item::Span(document, span) => {
                let state = self.document_mut(document)?;
                let found = state.spans.get(&span.id).ok_or(Misfit::Missing)?.clone();
                state.spans.remove(&found);
            }
            Item::Record(record) => {
                let place = self.records.iter().position(|other| other == record).ok_or(Misfit::Missing)?;
                Rc::make_mut(&mut self.records).remove(place);
            }
        }
        Ok(())
    }

    fn change(&mut self, change: &Change) -> Result<(), Misfit> {
        match change {
            Change::Span { document, span, after, at, .. } => {
                let (label, set) = match after {
                    SpanField::Label(label) => (Some(label), None),
                    SpanField::Whole(whole) => (Some(&whole.label), Some(&whole.set)),
                    _ => (None, None),
                };
                if label.is_some_and(|id| self.tagset.get(id).is_none()) || set.is_some_and(|id| self.set(id).is_none()) {
                    return Err(Misfit::Missing);
                }
                let state = self.document_mut(document)?;
                let old = state.spans.get(span).ok_or(Misfit::Missing)?.clone();
                let mut new = Span::clone(&old);
                match after {
                    SpanField::Label(label) => new.label = label.clone(),
                    SpanField::Range(range) => new.range = *range,
                    SpanField::Note(note) => new.note.clone_from(note),
                    SpanField::Pieces(pieces) => new.set_pieces(pieces).ok_or(Misfit::Outside)?,
                    SpanField::Attribute(id, value) => new.attributes = new.attributes.with(id, value.clone()),
                    SpanField::Whole(whole) => new = Span { id: new.id, ..Span::clone(whole) },
                }
                new.updated_at.clone_from(&at.1);
                if new.range.is_empty() || new.range.end() > state.document.text.len() {
                    return Err(Misfit::Outside);
                }
                absent(state.spans.repeated(&new).is_some())?;
                state.spans.remove(&old);
                state.spans.insert(Rc::new(new));
            }
            Change::Status { document, after, .. } => self.edit_document(document, |state| state.status = *after)?,
            Change::Annotator { set, after, .. } => {
                let place = self.sets.iter().position(|other| other.id == *set).ok_or(Misfit::Missing)?;
                Rc::make_mut(&mut self.sets)[place].annotator.clone_from(after);
            }
            Change::Carried { after, .. } => self.carry(after)?,
            Change::Record { record, field, after, at, .. } => self.set_field(record, field, after.as_ref(), &at.1)?,
            Change::Member { record, field, place, before, after, at } => {
                self.set_member(record, field, *place, (before.as_ref(), after.as_ref()), &at.1)?;
            }
            Change::Kind { list, place, before, after } => self.set_kind(*list, *place, before.as_ref(), after.as_ref())?,
            Change::Label { after, .. } => {
                let place = self.tagset.position(&after.id).ok_or(Misfit::Missing)?;
                Rc::make_mut(&mut self.tagset).labels[place] = after.clone();
            }
            Change::LabelOrder { after, .. } => {
                let labels = &mut Rc::make_mut(&mut self.tagset).labels;
                let mut rest = std::mem::take(labels);
                for id in after {
                    if let Some(place) = rest.iter().position(|label| label.id == *id) {
                        labels.push(rest.remove(place));
                    }
                }
                labels.append(&mut rest);
            }
        }
        Ok(())
    }

    fn carry(&mut self, carried: &Carried) -> Result<(), Misfit> {
        match carried {
            Carried::Top(extra) => Rc::make_mut(&mut self.project).top = extra.clone(),
            Carried::Project(extra) => Rc::make_mut(&mut self.project).extra = extra.clone(),
            Carried::Tagset(extra) => Rc::make_mut(&mut self.tagset).extra = extra.clone(),
            Carried::Label(id, extra) => {
                let place = self.tagset.position(id).ok_or(Misfit::Missing)?;
                Rc::make_mut(&mut Rc::make_mut(&mut self.tagset).labels[place]).extra = extra.clone();
            }
            Carried::Set(id, extra) => {
                let place = self.sets.iter().position(|set| set.id == *id).ok_or(Misfit::Missing)?;
                Rc::make_mut(&mut self.sets)[place].extra = extra.clone();
            }
            Carried::Document(id, extra) => {
                self.edit_document(id, |state| Rc::make_mut(&mut state.document).extra = extra.clone())?
            }
            Carried::Regions(id, regions) => {
                self.edit_document(id, |state| Rc::make_mut(&mut state.document).regions.clone_from(regions))?
            }
            Carried::Field { document, field, value } => self.set_document_field(document, *field, value)?,
            Carried::Record(record) => {
                let same = |other: &Rc<Record>| other.collection == record.collection && other.id() == record.id();
                let place = self.records.iter().position(same).ok_or(Misfit::Missing)?;
                Rc::make_mut(&mut self.records)[place] = record.clone();
            }
        }
        Ok(())
    }

    fn any_span(&self, test: impl Fn(&Span) -> bool) -> bool {
        self.documents.iter().any(|state| state.spans.iter().any(|span| test(span)))
    }

    fn document_mut(&mut self, id: &DocumentId) -> Result<&mut DocumentState, Misfit> {
        self.documents.iter_mut().find(|state| state.document.id == *id).map(Rc::make_mut).ok_or(Misfit::Missing)
    }

    fn edit_document(&mut self, id: &DocumentId, edit: impl FnOnce(&mut DocumentState)) -> Result<(), Misfit> {
        edit(self.document_mut(id)?);
        Ok(())
    }
}

fn absent(there: bool) -> Result<(), Misfit> {
    if there { Err(Misfit::Present) } else { Ok(()) }
}

fn unused(used: bool) -> Result<(), Misfit> {
    if used { Err(Misfit::InUse) } else { Ok(()) }
}
