//! The atoms of change. Each can be inverted and written as JSON.
//!
//! Adding and removing name a whole object, so that either can undo the other. A change names one
//! field with what it was and what it becomes, so that edits of different fields merge.

use super::document::{Document, Region, Status};
use super::ids::{DocumentId, LabelId, SetId, SpanId};
use super::project::AnnotationSet;
use super::range::TextRange;
use super::record::{Extra, Record};
use super::span::Span;
use super::tagset::Label;
use std::rc::Rc;

/// A thing that can be added to a project and taken out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A document, at the end of the list.
    Document(Rc<Document>),
    /// A label, at the end of the tagset.
    Label(Rc<Label>),
    /// An annotation set.
    Set(AnnotationSet),
    /// A span of a document.
    Span(DocumentId, Rc<Span>),
    /// An object that this version carries but does not edit.
    Record(Rc<Record>),
}

/// One field of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpanField {
    /// Its label.
    Label(LabelId),
    /// Its limits.
    Range(TextRange),
    /// Its note.
    Note(String),
    /// All of it but its id: what opening a file with a later version brings.
    Whole(Rc<Span>),
}

/// What a file said of an object beyond what this version edits, with the object it stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// Fields at the top of the file.
    Top(Extra),
    /// Fields of its `project`.
    Project(Extra),
    /// Fields of its `tagset`.
    Tagset(Extra),
    /// Fields of a label.
    Label(LabelId, Extra),
    /// Fields of an annotation set.
    Set(SetId, Extra),
    /// Fields of a document.
    Document(DocumentId, Extra),
    /// All regions of a document.
    Regions(DocumentId, Vec<Region>),
    /// The record with the same list and id.
    Record(Rc<Record>),
}

/// A change of one field: what it was and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A field of a span; the pair `at` is its `updated_at` before and after.
    Span {
        /// The span's document.
        document: DocumentId,
        /// The span.
        span: SpanId,
        /// What the field was.
        before: SpanField,
        /// What it becomes.
        after: SpanField,
        /// When the span was last changed, before and after.
        at: (String, String),
    },
    /// How far the work on a document has come.
    Status {
        /// The document.
        document: DocumentId,
        /// What it was.
        before: Status,
        /// What it becomes.
        after: Status,
    },
    /// Who made an annotation set.
    Annotator {
        /// The set.
        set: SetId,
        /// What it was.
        before: Option<String>,
        /// What it becomes.
        after: Option<String>,
    },
    /// What is carried but not edited; before and after name the same object.
    Carried {
        /// What it was.
        before: Carried,
        /// What it becomes.
        after: Carried,
    },
    /// A label; before and after have the same id.
    Label {
        /// What it was.
        before: Rc<Label>,
        /// What it becomes.
        after: Rc<Label>,
    },
    /// The order of the labels. One that is not named keeps its place after those that are.
    LabelOrder {
        /// What it was.
        before: Vec<LabelId>,
        /// What it becomes.
        after: Vec<LabelId>,
    },
}

/// The atom of change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Puts a thing in.
    Add(Item),
    /// Takes a thing out.
    Remove(Item),
    /// Sets a field.
    Change(Change),
}

impl Op {
    /// The op that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Add(item) => Self::Remove(item),
            Self::Remove(item) => Self::Add(item),
            Self::Change(Change::Span { document, span, before, after, at }) => {
                Self::Change(Change::Span { document, span, before: after, after: before, at: (at.1, at.0) })
            }
            Self::Change(Change::Status { document, before, after }) => {
                Self::Change(Change::Status { document, before: after, after: before })
            }
            Self::Change(Change::Annotator { set, before, after }) => {
                Self::Change(Change::Annotator { set, before: after, after: before })
            }
            Self::Change(Change::Carried { before, after }) => Self::Change(Change::Carried { before: after, after: before }),
            Self::Change(Change::Label { before, after }) => Self::Change(Change::Label { before: after, after: before }),
            Self::Change(Change::LabelOrder { before, after }) => {
                Self::Change(Change::LabelOrder { before: after, after: before })
            }
        }
    }
}
