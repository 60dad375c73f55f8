//! The labels, attributes and types that a file names, here: those that are known, and new ones.

use super::super::model::Sheet;
use super::super::slug::slug;
use crate::core::ids::{LabelId, is_id};
use crate::core::new_label::proposed;
use crate::core::op::KindList;
use crate::core::shapes::kinds::Kinds;
use crate::core::tagset::{Bilingual, Label, Tagset};
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// The tagset with what is new in it, and what each name of the file is called there.
#[derive(Debug, Default)]
pub struct Names {
    /// The tagset here with the new labels.
    pub tagset: Tagset,
    kinds: Kinds,
    labels: HashMap<String, LabelId>,
    others: HashMap<(&'static str, String), String>,
    fresh: Vec<(KindList, Value)>,
}

impl Names {
    /// Begins with the tagset here, and what the file says of its own labels.
    pub fn new(ours: &Tagset) -> Self {
        Self { tagset: ours.clone(), kinds: Kinds::of(ours), ..Self::default() }
    }

    /// The label of that name: by id, by id in other letters, by one of its names; else a new one. `theirs` is what the file says of it.
    pub fn label(&mut self, name: &str, theirs: Option<&Label>) -> LabelId {
        if let Some(known) = self.labels.get(name) {
            return known.clone();
        }
        let id = match known(&self.tagset, name) {
            Some(label) => label.id.clone(),
            None => self.new_label(name, theirs),
        };
        self.labels.insert(name.to_owned(), id.clone());
        id
    }

    fn new_label(&mut self, name: &str, theirs: Option<&Label>) -> LabelId {
        let called = theirs.map_or_else(|| Bilingual::new(name, name), |label| label.name.clone());
        let mut label = proposed(&self.tagset, called, None);
        if is_id(name) {
            label.id = name.into();
        }
        if let Some(theirs) = theirs {
            label.description = theirs.description.clone();
            label.colour = theirs.colour;
        }
        let id = label.id.clone();
        self.tagset.labels.push(Rc::new(label));
        id
    }

    /// The attribute of that name, which is made where it is new: its kind follows from the value.
    pub fn attribute(&mut self, name: &str, value: &Value) -> String {
        let kind = match value {
            Value::Bool(_) => "flag",
            Value::Number(_) => "number",
            Value::Array(_) => "choices",
            _ => "text",
        };
        let known = self.kinds.attribute(name).is_some();
        let id = self.other(KindList::Attributes, name, known, || json!({ "type": kind }));
        if let (false, Value::Array(items)) = (known, value) {
            self.offer(&id, items);
        }
        id
    }

    /// Puts values that a new attribute has somewhere among those that it can have.
    fn offer(&mut self, id: &str, items: &[Value]) {
        let fresh = self.fresh.iter_mut().find(|(list, kind)| *list == KindList::Attributes && kind["id"] == id);
        let Some(Value::Object(kind)) = fresh.map(|(_, kind)| kind) else { return };
        let Value::Array(values) = kind.entry("values").or_insert_with(|| Value::Array(Vec::new())) else { return };
        for item in items.iter().filter_map(Value::as_str) {
            if !values.iter().any(|value| value["id"] == item) {
                values.push(json!({ "id": item, "name": { "ar": item, "en": item } }));
            }
        }
    }

    /// The type of relations of that name.
    pub fn relation(&mut self, name: &str) -> String {
        let known = self.kinds.relation(name).is_some();
        self.other(KindList::RelationTypes, name, known, || json!({}))
    }

    /// The type of events of that name, and its roles.
    pub fn event(&mut self, name: &str, roles: &[(String, String)]) -> String {
        let known = self.kinds.event(name).is_some();
        let mut seen = BTreeSet::new();
        let fresh = roles.iter().filter(|(role, _)| seen.insert(role.clone()));
        let roles: Vec<Value> = fresh.map(|(role, _)| json!({ "id": role, "name": { "ar": role, "en": role } })).collect();
        self.other(KindList::EventTypes, name, known, || json!({ "roles": roles }))
    }

    /// The label of documents of that name.
    pub fn document_label(&mut self, name: &str) -> String {
        let known = self.kinds.document_label(name).is_some();
        self.other(KindList::DocumentLabels, name, known, || json!({}))
    }

    fn other(&mut self, list: KindList, name: &str, known: bool, more: impl Fn() -> Value) -> String {
        if known {
            return name.to_owned();
        }
        let key = (list.field(), name.to_owned());
        if let Some(id) = self.others.get(&key) {
            return id.clone();
        }
        let mut taken: BTreeSet<String> = self.others.values().cloned().collect();
        let id = if is_id(name) { name.to_owned() } else { slug(&name.chars().take(32).collect::<String>(), &mut taken) };
        let mut kind =
            Map::from_iter([("id".to_owned(), Value::from(id.as_str())), ("name".to_owned(), json!({ "ar": name, "en": name }))]);
        if let Value::Object(more) = more() {
            kind.extend(more);
        }
        self.fresh.push((list, Value::Object(kind)));
        self.others.insert(key, id.clone());
        id
    }

    /// The tagset as the file would have it: only what is new beside ours is of account.
    pub fn done(mut self) -> Tagset {
        for (list, kind) in std::mem::take(&mut self.fresh) {
            let mut members = self.tagset.extra.get(list.field()).and_then(Value::as_array).cloned().unwrap_or_default();
            members.push(kind);
            self.tagset.extra = self.tagset.extra.with(list.field(), Some(Value::Array(members)));
        }
        self.tagset
    }
}

/// All labels that spans of a document name, as a help for those who show them.
#[must_use]
pub fn named(sheet: &Sheet) -> BTreeSet<&str> {
    sheet.spans.iter().map(|span| span.label.as_str()).collect()
}

/// The label that a file's name means here: by id, by id in other letters, by one of its names.
#[must_use]
pub fn known<'a>(tagset: &'a Tagset, name: &str) -> Option<&'a Rc<Label>> {
    let exact = tagset.labels.iter().find(|label| label.id.as_str() == name);
    let lower = name.to_lowercase();
    let same = |label: &&Rc<Label>| {
        [label.id.as_str(), &label.name.ar, &label.name.en].into_iter().any(|one| !one.is_empty() && one.to_lowercase() == lower)
    };
    exact.or_else(|| tagset.labels.iter().find(same))
}
