//! Objects that stay as the file has them, so that nothing is lost on the way through: relations, events, document labels,
//! entities, links, spellings, refusals. `core::shapes` reads them.

use super::ids::DocumentId;
use serde_json::{Map, Value};
use std::rc::Rc;

/// Fields that a file's object had and this version does not know. Kept in order. Cheap to clone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extra(Option<Rc<Map<String, Value>>>);

// JSON from a file has no NaN, so equality of values is an equivalence.
impl Eq for Extra {}

impl Extra {
    /// Keeps these fields.
    #[must_use]
    pub fn new(fields: Map<String, Value>) -> Self {
        Self((!fields.is_empty()).then(|| Rc::new(fields)))
    }

    /// The fields themselves, where there are any.
    #[must_use]
    pub fn fields(&self) -> Option<&Map<String, Value>> {
        self.0.as_deref()
    }

    /// The fields in order.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().flat_map(|fields| fields.iter())
    }

    /// One field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.get(name)
    }

    /// The fields with one of them set in its place, or at the end; taken out where the value is `None`.
    #[must_use]
    pub fn with(&self, name: &str, value: Option<Value>) -> Self {
        let mut fields = self.fields().cloned().unwrap_or_default();
        match value {
            Some(value) => fields.insert(name.to_owned(), value),
            None => fields.shift_remove(name),
        };
        Self::new(fields)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

/// The lists of the native file whose objects are records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Collection {
    /// `documents[].relations[]`
    Relations,
    /// `documents[].events[]`
    Events,
    /// `documents[].labels[]`
    Labels,
    /// `entities[]`
    Entities,
    /// `links[]`
    Links,
    /// `aliases[]`
    Aliases,
    /// `refusals[]`
    Refusals,
}

impl Collection {
    /// Those that stand in each document.
    pub const OF_DOCUMENT: [Self; 3] = [Self::Relations, Self::Events, Self::Labels];
    /// Those that stand at the top of the file.
    pub const OF_PROJECT: [Self; 4] = [Self::Entities, Self::Links, Self::Aliases, Self::Refusals];

    /// The list that a field of the native file holds.
    #[must_use]
    pub fn named(field: &str) -> Option<Self> {
        Self::OF_DOCUMENT.into_iter().chain(Self::OF_PROJECT).find(|collection| collection.field() == field)
    }

    /// The field of the native file that holds it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Relations => "relations",
            Self::Events => "events",
            Self::Labels => "labels",
            Self::Entities => "entities",
            Self::Links => "links",
            Self::Aliases => "aliases",
            Self::Refusals => "refusals",
        }
    }
}

/// One object of such a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The document it stands in; `None` at the top of the file.
    pub document: Option<DocumentId>,
    /// Its list.
    pub collection: Collection,
    /// The object, as the file had it.
    pub value: Rc<Value>,
}

impl Eq for Record {}

/// A record by name: ids are unique within a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRef {
    /// Its list.
    pub collection: Collection,
    /// Its id.
    pub id: String,
}

impl RecordRef {
    /// Whether a record has that name.
    #[must_use]
    pub fn is(&self, record: &Record) -> bool {
        record.collection == self.collection && record.id() == Some(self.id.as_str())
    }
}

impl Record {
    /// Its name, where it has an id.
    #[must_use]
    pub fn name(&self) -> Option<RecordRef> {
        Some(RecordRef { collection: self.collection, id: self.id()?.into() })
    }

    /// A field that is a text.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.value.get(field)?.as_str()
    }

    /// The members of a field that is a list.
    pub fn list(&self, field: &str) -> impl DoubleEndedIterator<Item = &Value> + ExactSizeIterator {
        self.value.get(field).and_then(Value::as_array).map_or(&[][..], Vec::as_slice).iter()
    }

    /// When it was last changed; blank where it does not say.
    #[must_use]
    pub fn updated_at(&self) -> &str {
        self.text("updated_at").unwrap_or_default()
    }

    /// The ids of the spans it names, whether they are there or not.
    pub fn spans(&self) -> impl Iterator<Item = &str> {
        let (fields, list, ends): (&[&str], &str, &[&str]) = match self.collection {
            Collection::Relations => (&["from", "to"], "", &[]),
            Collection::Events => (&["trigger"], "roles", &[]),
            Collection::Entities => (&[], "mentions", &[]),
            Collection::Links => (&[], "", &["from", "to"]),
            Collection::Labels | Collection::Aliases | Collection::Refusals => (&[], "", &[]),
        };
        let ends = ends.iter().filter_map(|end| self.value.get(end));
        let inside = self.list(list).chain(ends).filter_map(|part| part.get("span")?.as_str());
        fields.iter().filter_map(|field| self.text(field)).chain(inside)
    }

    /// Its id, where it has one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.value.get("id")?.as_str()
    }
}
