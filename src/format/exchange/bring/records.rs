//! Relations, events, document labels, entities and links that a file brings. What is here already is not brought twice.

use super::super::model::{CrossLink, Referent, Sheet};
use super::labels::Names;
use super::take::{Places, end};
use crate::core::ids::{DocumentId, IdMaker, SetId, SpanId, is_outside};
use crate::core::record::{Collection, Record};
use crate::core::shapes::Shapes;
use crate::core::state::State;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::rc::Rc;

/// The records of a file as they are brought.
pub(super) struct Records<'a> {
    state: &'a State,
    shapes: Shapes,
    now: String,
    all: Vec<Rc<Record>>,
    /// Entities of the file, by what makes them the same: their id here and their mentions.
    entities: HashMap<String, usize>,
    gathered: Vec<(String, Referent, Vec<Value>)>,
}

impl<'a> Records<'a> {
    pub fn new(state: &'a State, now: String) -> Self {
        Self { state, shapes: Shapes::of(state), now, all: Vec::new(), entities: HashMap::new(), gathered: Vec::new() }
    }

    /// What stands on the spans of a sheet.
    pub fn of_sheet(&mut self, sheet: &Sheet, set: &SetId, places: &mut Places, names: &mut Names, ids: &mut IdMaker) {
        let Some(document) = places.documents.get(&sheet.name).cloned() else { return };
        let at = |id: &String, places: &Places| places.spans.get(&(sheet.name.clone(), id.clone())).map(|(_, span)| span.clone());
        for tie in &sheet.relations {
            let (Some(from), Some(to)) = (at(&tie.from, places), at(&tie.to, places)) else { continue };
            let kind = names.relation(&tie.kind);
            let known =
                self.shapes.on_span(&from).relations.iter().any(|one| one.from == from && one.to == to && one.kind == kind);
            if !known && from != to {
                let fields = json!({ "type": kind, "from": from.as_str(), "to": to.as_str() });
                self.add(Collection::Relations, Some(&document), ids.next_id(), Some(set), fields, &tie.note);
            }
        }
        for event in &sheet.events {
            let kind = names.event(&event.kind, &event.roles);
            let trigger = event.trigger.as_ref().and_then(|id| at(id, places));
            let roles: Vec<(String, SpanId)> =
                event.roles.iter().filter_map(|(role, id)| Some((role.clone(), at(id, places)?))).collect();
            if trigger.is_none() && roles.is_empty() {
                continue;
            }
            let on = trigger
                .as_ref()
                .or(roles.first().map(|(_, span)| span))
                .map(|span| self.shapes.on_span(span))
                .unwrap_or_default();
            let twin = on.events.iter().find(|one| one.kind == kind && one.trigger == trigger && one.roles == roles);
            let id = twin.map_or_else(|| ids.next_id(), |twin| twin.id.to_string());
            places.events.insert((sheet.name.clone(), event.id.clone()), id.clone());
            if twin.is_none() {
                let roles: Vec<Value> = roles.iter().map(|(role, span)| json!({ "role": role, "span": span.as_str() })).collect();
                let fields = json!({ "type": kind, "trigger": trigger.as_ref().map(SpanId::as_str), "roles": roles });
                self.add(Collection::Events, Some(&document), id, Some(set), fields, &event.note);
            }
        }
        for label in &sheet.labels {
            let label = names.document_label(label);
            let known =
                self.shapes.document_labels().iter().any(|one| one.document == document && one.label == label && one.set == *set);
            if !known {
                self.add(Collection::Labels, Some(&document), ids.next_id(), Some(set), json!({ "label": label }), "");
            }
        }
        for span in &sheet.spans {
            let Some(here) = at(&span.id, places) else { continue };
            for referent in &span.referents {
                self.mention(referent, &document, &here, ids);
            }
        }
    }

    /// A mention of an entity: of the one here with its outside id, or with its id and name; else of a new one.
    fn mention(&mut self, referent: &Referent, document: &DocumentId, span: &SpanId, ids: &mut IdMaker) {
        let link = referent.link.clone().filter(|link| is_outside(link));
        let name = if referent.name.trim().is_empty() { link.clone().unwrap_or_default() } else { referent.name.clone() };
        if name.is_empty() {
            return;
        }
        let key = link.clone().map_or_else(|| format!("name {} {name}", referent.id), |link| format!("link {link}"));
        let ours = self.shapes.entities().iter().find(|entity| match &link {
            Some(link) => entity.link.as_ref() == Some(link),
            None => *entity.id == *referent.id && entity.name == name,
        });
        let known = ours.map(|entity| (entity.id.to_string(), entity.name.clone(), entity.mentions.clone()));
        let mention = json!({ "document": document.as_str(), "span": span.as_str() });
        let place = *self.entities.entry(key).or_insert_with(|| {
            let id = known.as_ref().map_or_else(|| ids.next_id(), |(id, ..)| id.clone());
            let name = known.as_ref().map_or(name, |(_, name, _)| name.clone());
            self.gathered.push((id, Referent { id: referent.id.clone(), name, link }, Vec::new()));
            self.gathered.len() - 1
        });
        let there = known.is_some_and(|(.., mentions)| mentions.iter().any(|(one, other)| one == document && other == span));
        let mentions = &mut self.gathered[place].2;
        if !there && !mentions.contains(&mention) {
            mentions.push(mention);
        }
    }

    /// A link across documents.
    pub fn link(&mut self, link: &CrossLink, places: &Places, ids: &mut IdMaker) {
        let entity = |theirs: &str| {
            let gathered = self.gathered.iter().find(|(_, referent, _)| referent.id == theirs).map(|(id, ..)| id.clone());
            gathered.or_else(|| self.shapes.entity(theirs).map(|entity| entity.id.to_string()))
        };
        let (Some(from), Some(to)) = (end(&link.from, places, entity), end(&link.to, places, entity)) else { return };
        let same = |record: &Rc<Record>| {
            record.collection == Collection::Links
                && record.text("type") == Some(&link.kind)
                && record.value.get("from") == Some(&from)
                && record.value.get("to") == Some(&to)
        };
        if self.state.records.iter().any(same) {
            return;
        }
        let fields = json!({ "type": link.kind, "from": from, "to": to });
        self.add(Collection::Links, None, ids.next_id(), None, fields, &link.note);
    }

    fn add(
        &mut self,
        collection: Collection,
        document: Option<&DocumentId>,
        id: String,
        set: Option<&SetId>,
        fields: Value,
        note: &str,
    ) {
        let mut value = Map::from_iter([("id".to_owned(), Value::from(id))]);
        if let Some(set) = set {
            value.insert("set".to_owned(), Value::from(set.as_str()));
        }
        if let Value::Object(fields) = fields {
            value.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
        }
        if !note.is_empty() {
            value.insert("note".to_owned(), Value::from(note));
        }
        for field in ["created_at", "updated_at"] {
            value.insert(field.to_owned(), Value::from(self.now.as_str()));
        }
        self.all.push(Rc::new(Record { document: document.cloned(), collection, value: Rc::new(Value::Object(value)) }));
    }

    /// All of them, entities before links.
    pub fn done(mut self) -> Vec<Rc<Record>> {
        let links: Vec<Rc<Record>> = self.all.extract_if(.., |record| record.collection == Collection::Links).collect();
        for (id, referent, mentions) in std::mem::take(&mut self.gathered) {
            if mentions.is_empty() {
                continue;
            }
            let fields = json!({ "name": referent.name, "link": referent.link, "mentions": mentions });
            self.add(Collection::Entities, None, id, None, fields, "");
        }
        self.all.extend(links);
        self.all
    }
}
