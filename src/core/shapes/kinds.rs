//! What the tagset offers beside labels: attributes, types of relations and events, labels of documents.
//!
//! They stand in the file's `tagset` as objects with ids; these are views of them. What does not read is passed over.

use crate::core::ids::LabelId;
use crate::core::op::KindList;
use crate::core::tagset::{Bilingual, Tagset};
use serde_json::Value;
use std::rc::Rc;

/// What a value of an attribute is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeKind {
    /// Yes or no.
    Flag,
    /// One of its values.
    Choice,
    /// Some of its values.
    Choices,
    /// Free text.
    Text,
    /// A number.
    Number,
    /// A year, a month or a day: `2024`, `2024-01`, `2024-01-31`.
    Date,
    /// What this version does not know: shown as it is.
    Other(String),
}

impl AttributeKind {
    /// The kinds that can be made, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Choice, Self::Choices, Self::Flag, Self::Text, Self::Number, Self::Date];

    /// Its name in the file.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Flag => "flag",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Other(name) => name,
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or_else(|| Self::Other(name.to_owned()))
    }
}

/// A value that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the file says.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// Whether it is offered no more.
    pub retired: bool,
}

/// An attribute: a property that spans of some labels can have.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeDef {
    /// The key in a span's attributes.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// What it is for.
    pub description: Bilingual,
    /// What its value is.
    pub kind: AttributeKind,
    /// What can be chosen.
    pub values: Vec<Choice>,
    /// The labels it belongs to; `None`: all.
    pub labels: Option<Vec<LabelId>>,
    /// Whether a span of these labels has to have a value.
    pub required: bool,
    /// Its value where a span says none.
    pub default: Option<Value>,
    /// Whether it is offered no more.
    pub retired: bool,
}

/// Which labels a relation may join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Labels that its `from` may have; `None`: any.
    pub from: Option<Vec<LabelId>>,
    /// Labels that its `to` may have; `None`: any.
    pub to: Option<Vec<LabelId>>,
}

/// A type of relations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationType {
    /// What a relation's `type` says.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// What it is for.
    pub description: Bilingual,
    /// Whether its ends may be exchanged.
    pub symmetric: bool,
    /// One of these has to allow it; none: any labels.
    pub rules: Vec<Rule>,
    /// Whether it is offered no more.
    pub retired: bool,
}

/// A role in events of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleDef {
    /// What the event's `roles[].role` says.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// Labels that its span may have; `None`: any.
    pub labels: Option<Vec<LabelId>>,
    /// How many spans at least.
    pub min: u32,
    /// How many at most; `None`: any number.
    pub max: Option<u32>,
}

/// A type of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventType {
    /// What an event's `type` says.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// What it is for.
    pub description: Bilingual,
    /// Labels that its trigger may have; `None`: any.
    pub trigger_labels: Option<Vec<LabelId>>,
    /// Its roles.
    pub roles: Vec<RoleDef>,
    /// Whether it is offered no more.
    pub retired: bool,
}

impl EventType {
    /// The role of that id.
    #[must_use]
    pub fn role(&self, id: &str) -> Option<&RoleDef> {
        self.roles.iter().find(|role| role.id == id)
    }
}

/// A label that a document can have as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLabelDef {
    /// What a document label's `label` says.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// What it is for.
    pub description: Bilingual,
    /// Whether it is offered no more.
    pub retired: bool,
}

/// All of a tagset.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kinds {
    /// Its attributes.
    pub attributes: Vec<Rc<AttributeDef>>,
    /// Its types of relations.
    pub relations: Vec<Rc<RelationType>>,
    /// Its types of events.
    pub events: Vec<Rc<EventType>>,
    /// Its labels of documents.
    pub document_labels: Vec<Rc<DocumentLabelDef>>,
}

impl Kinds {
    /// Those of a tagset.
    #[must_use]
    pub fn of(tagset: &Tagset) -> Self {
        fn list<T>(tagset: &Tagset, list: KindList, read: impl Fn(&Value) -> Option<T>) -> Vec<Rc<T>> {
            members(tagset.extra.get(list.field())).iter().filter_map(|member| read(member).map(Rc::new)).collect()
        }
        Self {
            attributes: list(tagset, KindList::Attributes, attribute),
            relations: list(tagset, KindList::RelationTypes, relation),
            events: list(tagset, KindList::EventTypes, event),
            document_labels: list(tagset, KindList::DocumentLabels, document_label),
        }
    }

    /// The attribute of that id.
    #[must_use]
    pub fn attribute(&self, id: &str) -> Option<&Rc<AttributeDef>> {
        self.attributes.iter().find(|kind| kind.id == id)
    }

    /// The type of relations of that id.
    #[must_use]
    pub fn relation(&self, id: &str) -> Option<&Rc<RelationType>> {
        self.relations.iter().find(|kind| kind.id == id)
    }

    /// The type of events of that id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<&Rc<EventType>> {
        self.events.iter().find(|kind| kind.id == id)
    }

    /// The label of documents of that id.
    #[must_use]
    pub fn document_label(&self, id: &str) -> Option<&Rc<DocumentLabelDef>> {
        self.document_labels.iter().find(|kind| kind.id == id)
    }

    /// The attributes that spans of a label can have, in order.
    pub fn attributes_of<'a>(&'a self, label: &'a LabelId) -> impl Iterator<Item = &'a Rc<AttributeDef>> {
        self.attributes.iter().filter(move |attribute| !attribute.retired && allows(attribute.labels.as_deref(), label))
    }
}

/// Whether a list of labels, of which none at all means any, holds a label.
#[must_use]
pub fn allows(labels: Option<&[LabelId]>, label: &LabelId) -> bool {
    labels.is_none_or(|labels| labels.contains(label))
}

fn members(list: Option<&Value>) -> &[Value] {
    list.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text(value: &Value, field: &str) -> Option<String> {
    value.get(field)?.as_str().map(str::to_owned)
}

fn flag(value: &Value, field: &str) -> bool {
    value.get(field).and_then(Value::as_bool).unwrap_or_default()
}

fn bilingual(value: &Value, field: &str) -> Bilingual {
    let part = |lang: &str| value.get(field).and_then(|names| names.get(lang)).and_then(Value::as_str).unwrap_or_default();
    Bilingual::new(part("ar"), part("en"))
}

/// A name; the id where it has none.
fn named(value: &Value, id: &str) -> Bilingual {
    let name = bilingual(value, "name");
    if name.ar.is_empty() && name.en.is_empty() { Bilingual::new(id, id) } else { name }
}

fn labels(value: &Value, field: &str) -> Option<Vec<LabelId>> {
    let list = value.get(field)?.as_array()?;
    Some(list.iter().filter_map(|id| Some(LabelId::new(id.as_str()?))).collect())
}

fn count(value: &Value, field: &str) -> Option<u32> {
    value.get(field)?.as_u64().and_then(|count| u32::try_from(count).ok())
}

fn attribute(value: &Value) -> Option<AttributeDef> {
    let id = text(value, "id")?;
    let choice = |value: &Value| {
        let id = text(value, "id")?;
        Some(Choice { name: named(value, &id), id, retired: flag(value, "retired") })
    };
    Some(AttributeDef {
        name: named(value, &id),
        id,
        description: bilingual(value, "description"),
        kind: AttributeKind::named(value.get("type")?.as_str()?),
        values: members(value.get("values")).iter().filter_map(choice).collect(),
        labels: labels(value, "labels"),
        required: flag(value, "required"),
        default: value.get("default").cloned(),
        retired: flag(value, "retired"),
    })
}

fn relation(value: &Value) -> Option<RelationType> {
    let id = text(value, "id")?;
    let rule = |value: &Value| Rule { from: labels(value, "from"), to: labels(value, "to") };
    Some(RelationType {
        name: named(value, &id),
        id,
        description: bilingual(value, "description"),
        symmetric: flag(value, "symmetric"),
        rules: members(value.get("rules")).iter().map(rule).collect(),
        retired: flag(value, "retired"),
    })
}

fn event(value: &Value) -> Option<EventType> {
    let id = text(value, "id")?;
    let role = |value: &Value| {
        let id = text(value, "id")?;
        let (min, max) = (count(value, "min").unwrap_or_default(), count(value, "max"));
        Some(RoleDef { name: named(value, &id), id, labels: labels(value, "labels"), min, max })
    };
    Some(EventType {
        name: named(value, &id),
        id,
        description: bilingual(value, "description"),
        trigger_labels: labels(value, "trigger_labels"),
        roles: members(value.get("roles")).iter().filter_map(role).collect(),
        retired: flag(value, "retired"),
    })
}

fn document_label(value: &Value) -> Option<DocumentLabelDef> {
    let id = text(value, "id")?;
    let description = bilingual(value, "description");
    Some(DocumentLabelDef { name: named(value, &id), id, description, retired: flag(value, "retired") })
}
