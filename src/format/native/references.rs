//! What a record refers to: checked when a file is read, followed when ids change, and asked when
//! a download is narrowed.

use super::at::At;
use super::fault::{ReadFault, Stop};
use crate::core::ids;
use crate::core::record::{Collection, Record};
use serde_json::Value;

/// A kind of thing with ids of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Set,
    Document,
    Span,
    Record(Collection),
}

impl Target {
    /// The records of a list.
    pub const fn of(collection: Collection) -> Self {
        Self::Record(collection)
    }

    /// A name that nothing else has: no id has a space.
    pub fn name(self, id: &str) -> String {
        let kind = match self {
            Self::Set => "set",
            Self::Document => "document",
            Self::Span => "span",
            Self::Record(collection) => collection.field(),
        };
        [kind, " ", id].concat()
    }
}

/// An id that stands somewhere and names something.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    /// Where it stands, as a JSON pointer from where the search began.
    pub path: String,
    /// What it names.
    pub target: Target,
    /// The id.
    pub id: String,
    /// The document that a span must stand in.
    pub document: Option<String>,
}

/// References in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct References(pub Vec<Reference>);

impl References {
    /// Those of one record, with paths from the record.
    pub fn of(record: &Record) -> Self {
        let mut found = Self::default();
        let document = record.document.as_ref().map(|id| id.as_str());
        // A record in a state was read or made well-formed; of one that is not, what was found so far counts.
        let _ = found.collect(&At::top(&record.value), record.collection, document);
        found
    }

    /// Collects what a record refers to, and checks that it has the fields its list asks for.
    pub fn collect(&mut self, at: &At, collection: Collection, home: Option<&str>) -> Result<(), Stop> {
        match collection {
            Collection::Relations => {
                self.set(at)?;
                at.need("type")?.text()?;
                self.span(&at.need("from")?, home)?;
                self.span(&at.need("to")?, home)?;
            }
            Collection::Events => {
                self.set(at)?;
                at.need("type")?.text()?;
                if let Some(trigger) = at.get("trigger") {
                    self.span(&trigger, home)?;
                }
                if let Some(roles) = at.get("roles") {
                    for at in roles.items()? {
                        at.need("role")?.text()?;
                        self.span(&at.need("span")?, home)?;
                    }
                }
            }
            Collection::Labels => {
                self.set(at)?;
                at.need("label")?.text()?;
            }
            Collection::Entities => {
                at.need("name")?.text()?;
                if let Some(link) = at.get("link") {
                    link.word(|link| ids::is_outside(link).then_some(()))?;
                }
                if let Some(mentions) = at.get("mentions") {
                    for at in mentions.items()? {
                        self.span_of_document(&at)?;
                    }
                }
            }
            Collection::Links => {
                at.need("type")?.text()?;
                self.end(&at.need("from")?)?;
                self.end(&at.need("to")?)?;
            }
            Collection::Aliases => {}
            Collection::Refusals => {
                if let Some(document) = at.get("document") {
                    self.push(&document, Target::Document, document.document_id()?, None);
                }
            }
        }
        Ok(())
    }

    /// Fails at the first that names nothing.
    pub fn check(&self, holds: impl Fn(Target, &str, Option<&str>) -> bool) -> Result<(), Stop> {
        let lost = self.0.iter().find(|reference| !holds(reference.target, &reference.id, reference.document.as_deref()));
        lost.map_or(Ok(()), |lost| Err(Box::new(ReadFault::UnknownReference { path: lost.path.clone(), id: lost.id.clone() })))
    }

    /// One end of a link: a span of a document, an event or an entity.
    fn end(&mut self, at: &At) -> Result<(), Stop> {
        at.object()?;
        for (field, collection) in [("event", Collection::Events), ("entity", Collection::Entities)] {
            if let Some(at) = at.get(field) {
                self.push(&at, Target::of(collection), at.id()?, None);
                return Ok(());
            }
        }
        self.span_of_document(at)
    }

    fn span_of_document(&mut self, at: &At) -> Result<(), Stop> {
        let document = at.need("document")?;
        let home = document.document_id()?;
        self.push(&document, Target::Document, home, None);
        self.span(&at.need("span")?, Some(home))
    }

    fn set(&mut self, at: &At) -> Result<(), Stop> {
        let set = at.need("set")?;
        self.push(&set, Target::Set, set.id()?, None);
        Ok(())
    }

    fn span(&mut self, at: &At, home: Option<&str>) -> Result<(), Stop> {
        self.push(at, Target::Span, at.id()?, home);
        Ok(())
    }

    fn push(&mut self, at: &At, target: Target, id: &str, document: Option<&str>) {
        self.0.push(Reference { path: at.path(), target, id: id.into(), document: document.map(str::to_owned) });
    }
}

/// The record's value with some of its references renamed.
pub(super) fn renamed(record: &Record, name: impl Fn(&Reference) -> Option<String>) -> Value {
    let mut value = Value::clone(&record.value);
    for reference in References::of(record).0 {
        if let (Some(new), Some(place)) = (name(&reference), value.pointer_mut(&reference.path)) {
            *place = Value::String(new);
        }
    }
    value
}
