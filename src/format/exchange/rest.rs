//! What a tool carries along without looking at it: notes, attributes, relations and the like as fields of their own, which name spans by
//! their number. So a project goes through spaCy whole, and scripts find there what spaCy has no place for.

use super::fault::RemarkKind;
use super::loss::{Loss, LossKind};
use super::model::{Happening, Referent, Sheet, Tie};
use super::records::{members, text, whole};
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

/// Puts into an object what stands on spans and between them. `number` tells which one a span is among those written, `None` if it
/// is none. Gives what was lost with spans that are not there.
#[must_use]
pub fn put_rest(sheet: &Sheet, number: &dyn Fn(&str) -> Option<usize>, object: &mut Map<String, Value>) -> Vec<Loss> {
    let mut losses = Vec::new();
    let mut lists: [(&str, Vec<Value>); 6] =
        ["notes", "attributes", "mentions", "authors", "relations", "events"].map(|name| (name, Vec::new()));
    let [notes, attributes, mentions, authors, relations, events] = &mut lists;
    for span in &sheet.spans {
        let Some(at) = number(&span.id) else { continue };
        if !span.note.is_empty() {
            notes.1.push(json!({"span": at, "note": span.note}));
        }
        attributes.1.extend(span.attributes.iter().map(|(name, value)| json!({"span": at, "name": name, "value": value})));
        let mention = |one: &Referent| json!({"span": at, "entity": one.id, "name": one.name, "link": one.link.clone().unwrap_or_default()});
        mentions.1.extend(span.referents.iter().map(mention));
        if span.annotator.is_some() || !span.created_at.is_empty() {
            let annotator = span.annotator.clone().unwrap_or_default();
            authors.1.push(json!({"span": at, "annotator": annotator, "created_at": span.created_at}));
        }
    }
    for tie in &sheet.relations {
        match number(&tie.from).zip(number(&tie.to)) {
            Some((from, to)) => relations.1.push(json!({"type": tie.kind, "from": from, "to": to, "note": tie.note})),
            None => losses.push(Loss::new(LossKind::Relation, &sheet.name, words(sheet, &tie.from), &tie.kind)),
        }
    }
    for event in &sheet.events {
        let trigger = event.trigger.as_deref().and_then(number);
        let roles: Vec<Value> =
            event.roles.iter().filter_map(|(role, span)| Some(json!({"role": role, "span": number(span)?}))).collect();
        if roles.len() < event.roles.len() || (trigger.is_none() && event.trigger.is_some()) {
            let told = event.trigger.as_deref().map(|id| words(sheet, id)).unwrap_or_default();
            losses.push(Loss::new(LossKind::EventPart, &sheet.name, told, &event.kind));
        }
        events.1.push(json!({"type": event.kind, "trigger": trigger, "roles": roles, "note": event.note}));
    }
    for (name, list) in lists {
        if !list.is_empty() {
            object.insert(name.to_owned(), list.into());
        }
    }
    losses
}

fn words(sheet: &Sheet, id: &str) -> String {
    sheet.span(id).map(|span| sheet.words(span)).unwrap_or_default()
}

/// Takes out of an object what [`put_rest`] put there, onto the spans with these ids, in the order of their numbers. Gives what does not
/// fit, as it stands there. Fields of these names that hold something else stay.
#[must_use]
pub fn take_rest(sheet: &mut Sheet, ids: &[String], object: &mut Map<String, Value>) -> Vec<(RemarkKind, String)> {
    let mut odd = Vec::new();
    // Where the spans of these ids stand.
    let places: HashMap<String, usize> = sheet.spans.iter().enumerate().map(|(place, span)| (span.id.clone(), place)).collect();
    for (name, kind) in [("notes", "note"), ("attributes", "name"), ("mentions", "entity"), ("authors", "annotator")] {
        let mut named: HashSet<usize> = HashSet::new();
        for item in taken(object, name, kind) {
            let at = item.get("span").and_then(whole).map(|at| at as usize);
            let Some((at, span)) = at.and_then(|at| Some((at, sheet.spans.get_mut(*places.get(ids.get(at)?)?)?))) else {
                odd.push((RemarkKind::Dangling, item.to_string()));
                continue;
            };
            match name {
                "notes" => span.note = text(item.get("note")),
                "attributes" => span.attributes.push((text(item.get("name")), item["value"].clone())),
                "mentions" => {
                    // What the tool's own field said of the span is among these.
                    if named.insert(at) {
                        span.referents.clear();
                    }
                    let link = Some(text(item.get("link"))).filter(|link| !link.is_empty());
                    span.referents.push(Referent { id: text(item.get("entity")), name: text(item.get("name")), link });
                }
                _ => {
                    span.annotator = Some(text(item.get("annotator"))).filter(|one| !one.is_empty());
                    span.created_at = text(item.get("created_at"));
                }
            }
        }
    }
    let id = |value: &Value| ids.get(whole(value)? as usize).filter(|id| !id.is_empty()).cloned();
    for item in taken(object, "relations", "from") {
        let (from, to) = (item.get("from").and_then(id), item.get("to").and_then(id));
        match from.zip(to) {
            Some((from, to)) => {
                let (number, kind, note) = (sheet.relations.len() + 1, text(item.get("type")), text(item.get("note")));
                sheet.relations.push(Tie { id: format!("r{number}"), kind, from, to, note });
            }
            None => odd.push((RemarkKind::Dangling, item.to_string())),
        }
    }
    for item in taken(object, "events", "roles") {
        let roles =
            members(item.get("roles")).filter_map(|role| Some((text(role.get("role")), id(role.get("span")?)?))).collect();
        let (number, kind, note) = (sheet.events.len() + 1, text(item.get("type")), text(item.get("note")));
        let trigger = item.get("trigger").and_then(id);
        sheet.events.push(Happening { id: format!("v{number}"), kind, trigger, roles, note });
    }
    odd
}

/// A list of objects that all have a field, taken out.
fn taken(object: &mut Map<String, Value>, name: &str, field: &str) -> Vec<Value> {
    let is_ours = object.get(name).and_then(Value::as_array).is_some_and(|all| all.iter().all(|item| item.get(field).is_some()));
    match is_ours.then(|| object.shift_remove(name)).flatten() {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}
