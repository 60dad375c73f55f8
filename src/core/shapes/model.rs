//! What the records say, typed.

use crate::core::command::SpanRef;
use crate::core::ids::{DocumentId, SetId, SpanId};
use crate::core::record::Record;
use std::rc::Rc;

/// Two spans of one document, joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Its id.
    pub id: Rc<str>,
    /// Its document.
    pub document: DocumentId,
    /// Whose it is.
    pub set: SetId,
    /// The id of its type.
    pub kind: String,
    /// Where it begins.
    pub from: SpanId,
    /// Where it ends.
    pub to: SpanId,
    /// What the annotator wrote about it.
    pub note: String,
    /// The record it stands in.
    pub record: Rc<Record>,
}

/// An event: a trigger, and spans in roles.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its id.
    pub id: Rc<str>,
    /// Its document.
    pub document: DocumentId,
    /// Whose it is.
    pub set: SetId,
    /// The id of its type.
    pub kind: String,
    /// The span whose words tell of it.
    pub trigger: Option<SpanId>,
    /// Each role's id and span, in order.
    pub roles: Vec<(String, SpanId)>,
    /// What the annotator wrote about it.
    pub note: String,
    /// The record it stands in.
    pub record: Rc<Record>,
}

/// A label of a whole document.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentLabel {
    /// Its id.
    pub id: Rc<str>,
    /// Its document.
    pub document: DocumentId,
    /// Whose it is.
    pub set: SetId,
    /// Which label.
    pub label: String,
    /// What the annotator wrote about it.
    pub note: String,
    /// The record it stands in.
    pub record: Rc<Record>,
}

/// A referent and its mentions in all documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its id.
    pub id: Rc<str>,
    /// Its name.
    pub name: String,
    /// Its type: the id of a label, where it has one.
    pub kind: Option<String>,
    /// Its id elsewhere: of Wikidata, or an address.
    pub link: Option<String>,
    /// The spans that mention it.
    pub mentions: Vec<SpanRef>,
    /// What the annotator wrote about it.
    pub note: String,
    /// The record it stands in.
    pub record: Rc<Record>,
}

/// An end of a link.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum End {
    /// A span of a document.
    Span(SpanRef),
    /// An event.
    Event(Rc<str>),
    /// An entity.
    Entity(Rc<str>),
}

/// What a link says of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkKind {
    /// They are the same.
    Same,
    /// One contradicts the other.
    Contradicts,
    /// One supports the other.
    Supports,
    /// One updates the other.
    Updates,
    /// One quotes the other.
    Quotes,
    /// What this version does not know.
    Other(String),
}

impl LinkKind {
    /// The kinds that can be made.
    pub const ALL: [Self; 5] = [Self::Same, Self::Supports, Self::Contradicts, Self::Updates, Self::Quotes];

    /// Its name in the file.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Same => "same",
            Self::Contradicts => "contradicts",
            Self::Supports => "supports",
            Self::Updates => "updates",
            Self::Quotes => "quotes",
            Self::Other(name) => name,
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or_else(|| Self::Other(name.to_owned()))
    }
}

/// Two things of different documents, joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its id.
    pub id: Rc<str>,
    /// What it says.
    pub kind: LinkKind,
    /// Where it begins.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// What the annotator wrote about it.
    pub note: String,
    /// The record it stands in.
    pub record: Rc<Record>,
}
