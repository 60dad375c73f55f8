//! What a preset brings beside labels: attributes, relations, events, labels of whole documents. Tables, and the objects
//! of the native file that they stand for.

use serde_json::{Map, Value};

/// A value that one chooses: id, names (Arabic, English).
pub(super) type Choice = (&'static str, &'static str, &'static str);

/// An attribute of spans. Labels stand in one text, with spaces between; nothing: any label.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) id: &'static str,
    pub(super) kind: &'static str,
    pub(super) ar: &'static str,
    pub(super) en: &'static str,
    pub(super) labels: &'static str,
    pub(super) required: bool,
    pub(super) values: &'static [Choice],
}

/// A type of relations: id, names (Arabic, English), the labels it goes out from, and those it goes to.
pub(super) type Relation = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// A role in an event: id, names (Arabic, English), labels, how many at least, how many at most (0: any number).
pub(super) type Role = (&'static str, &'static str, &'static str, &'static str, u32, u32);

/// A type of events: id, names (Arabic, English), the labels of its trigger, its roles.
pub(super) type Event = (&'static str, &'static str, &'static str, &'static str, &'static [Role]);

/// What a preset brings beside labels.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) attributes: &'static [&'static Attribute],
    pub(super) relations: &'static [Relation],
    pub(super) events: &'static [Event],
    /// Roles that an event type for each label has that none stands under; none: no such types.
    pub(super) roles_of_leaves: &'static [Role],
    /// Whether its labels can be taken as labels of whole documents.
    pub(super) for_documents: bool,
}

impl Table {
    /// Nothing but labels.
    pub(super) const NOTHING: Self =
        Self { attributes: &[], relations: &[], events: &[], roles_of_leaves: &[], for_documents: false };
}

/// How an attribute stands in a file.
pub(super) fn attribute(row: &Attribute) -> Value {
    let mut fields = named(row.id, row.ar, row.en);
    fields.insert("type".into(), row.kind.into());
    if !row.values.is_empty() {
        let values = row.values.iter().map(|&(id, ar, en)| Value::Object(named(id, ar, en)));
        fields.insert("values".into(), values.collect());
    }
    put_labels(&mut fields, "labels", row.labels);
    if row.required {
        fields.insert("required".into(), true.into());
    }
    Value::Object(fields)
}

/// How a type of relations stands in a file.
pub(super) fn relation(&(id, ar, en, from, to): &Relation) -> Value {
    let mut rule = Map::new();
    put_labels(&mut rule, "from", from);
    put_labels(&mut rule, "to", to);
    let mut fields = named(id, ar, en);
    fields.insert("rules".into(), vec![Value::Object(rule)].into());
    Value::Object(fields)
}

/// How a type of events stands in a file.
pub(super) fn event(&(id, ar, en, trigger, roles): &Event) -> Value {
    let mut fields = named(id, ar, en);
    put_labels(&mut fields, "trigger_labels", trigger);
    fields.insert("roles".into(), roles.iter().map(role).collect());
    Value::Object(fields)
}

fn role(&(id, ar, en, labels, min, max): &Role) -> Value {
    let mut fields = named(id, ar, en);
    put_labels(&mut fields, "labels", labels);
    fields.insert("min".into(), min.into());
    fields.insert("max".into(), if max == 0 { Value::Null } else { max.into() });
    Value::Object(fields)
}

/// How a label of whole documents stands in a file: its id, names and descriptions (Arabic, English).
pub(super) fn document_label(id: &str, name: (&str, &str), about: (&str, &str)) -> Value {
    let mut fields = named(id, name.0, name.1);
    fields.insert("description".into(), both(about.0, about.1));
    Value::Object(fields)
}

/// An object with an id and a name in both languages.
fn named(id: &str, ar: &str, en: &str) -> Map<String, Value> {
    Map::from_iter([("id".to_owned(), id.into()), ("name".to_owned(), both(ar, en))])
}

/// A text in both languages.
fn both(ar: &str, en: &str) -> Value {
    Value::from_iter([("ar", ar), ("en", en)])
}

fn put_labels(fields: &mut Map<String, Value>, field: &str, labels: &str) {
    if !labels.is_empty() {
        fields.insert(field.to_owned(), labels.split(' ').collect());
    }
}
