//! The atoms of change. Each can be inverted and written as JSON.
//!
//! Adding and removing name a whole object, so that either can undo the other. A change names one
//! field with what it was and what it becomes, so that edits of different fields merge.

use super::document::{Document, Region, Status};
use super::ids::{DocumentId, LabelId, SetId, SpanId};
use super::project::AnnotationSet;
use super::range::TextRange;
use super::record::{Extra, Record, RecordRef};
use super::span::Span;
use super::tagset::Label;
use serde_json::Value;
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
    /// A relation, an event, a document label, an entity, a link: an object of one of the file's lists.
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
    /// Its fragments, two or more, in order and with gaps between them; or its one range. The hull follows.
    Pieces(Vec<TextRange>),
    /// The value of an attribute, by the attribute's id; before and after name the same one. `None` where it has none.
    Attribute(String, Option<Value>),
    /// All of it but its id: what opening a file with a later version brings.
    Whole(Rc<Span>),
}

/// One field of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentField {
    /// Its title.
    Title,
    /// `true` where the title is no line of the text.
    TitleIsOurs,
    /// The BCP 47 tag of its language.
    Language,
    /// The name of its direction.
    Direction,
    /// Its place among the documents, from 0; past the last it is the last.
    Place,
}

impl DocumentField {
    /// All.
    pub const ALL: [Self; 5] = [Self::Title, Self::TitleIsOurs, Self::Language, Self::Direction, Self::Place];

    /// Its name in the journal.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::TitleIsOurs => "title_is_ours",
            Self::Language => "language",
            Self::Direction => "direction",
            Self::Place => "place",
        }
    }

    /// The field of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// What a file said of an object, as a whole, with the object it stands at.
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
    /// A field of a document, as text.
    Field {
        /// The document.
        document: DocumentId,
        /// The field.
        field: DocumentField,
        /// What stands in it.
        value: String,
    },
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
    /// What is set as a whole; before and after name the same object, and the same field of it.
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
    /// A field of a record. Never `null` where there is none: that is `None`.
    Record {
        /// The record.
        record: RecordRef,
        /// The field's name.
        field: String,
        /// What it was.
        before: Option<Value>,
        /// What it becomes.
        after: Option<Value>,
        /// When the record was last changed, before and after; blank where it does not say.
        at: (String, String),
    },
    /// A member of a list of a record, such as a mention of an entity: put in, taken out, or replaced, so that two who add
    /// to one list both do.
    Member {
        /// The record.
        record: RecordRef,
        /// The field that holds the list.
        field: String,
        /// Its place in the list, where it stands or is put in.
        place: u32,
        /// What it was.
        before: Option<Value>,
        /// What it becomes.
        after: Option<Value>,
        /// When the record was last changed, before and after; blank where it does not say.
        at: (String, String),
    },
    /// A member of one of the tagset's other lists: put in, taken out, or replaced, by the id in it.
    Kind {
        /// The list.
        list: KindList,
        /// Its place in the list, where it stands or is put in.
        place: u32,
        /// What it was.
        before: Option<Rc<Value>>,
        /// What it becomes.
        after: Option<Rc<Value>>,
    },
}

/// A list of the tagset beside that of the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindList {
    /// `attributes[]`
    Attributes,
    /// `relation_types[]`
    RelationTypes,
    /// `event_types[]`
    EventTypes,
    /// `document_labels[]`
    DocumentLabels,
}

impl KindList {
    /// All, in the order of the file.
    pub const ALL: [Self; 4] = [Self::Attributes, Self::RelationTypes, Self::EventTypes, Self::DocumentLabels];

    /// The field of the file's `tagset` that holds it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Attributes => "attributes",
            Self::RelationTypes => "relation_types",
            Self::EventTypes => "event_types",
            Self::DocumentLabels => "document_labels",
        }
    }

    /// The list that a field holds.
    #[must_use]
    pub fn named(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.field() == field)
    }
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
            Self::Change(Change::Record { record, field, before, after, at }) => {
                Self::Change(Change::Record { record, field, before: after, after: before, at: (at.1, at.0) })
            }
            Self::Change(Change::Member { record, field, place, before, after, at }) => {
                Self::Change(Change::Member { record, field, place, before: after, after: before, at: (at.1, at.0) })
            }
            Self::Change(Change::Kind { list, place, before, after }) => {
                Self::Change(Change::Kind { list, place, before: after, after: before })
            }
        }
    }
}
