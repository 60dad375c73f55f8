//! New attributes, types of relations and events, roles, and labels of documents: a name is all that they need.

use crate::core::op::KindList;
use crate::core::refusal::Refusal;
use crate::core::shapes::edit_kinds;
use crate::core::state::State;
use crate::desk::Desk;
use serde_json::{Value, json};

/// The longest id that is made of a name, in characters.
const ID_MAX: usize = 32;

/// Makes one of that name at the end of its list; gives its id where it was made.
pub fn make(desk: &Desk, list: KindList, name: &str) -> Option<String> {
    let id = free(name, list, &ids(&desk.now().state, list));
    let mut kind = json!({ "id": id, "name": named(name) });
    match list {
        KindList::Attributes => kind["type"] = "text".into(),
        KindList::RelationTypes => kind["rules"] = json!([]),
        KindList::EventTypes => kind["roles"] = json!([]),
        KindList::DocumentLabels => {}
    }
    desk.change(|state, _| edit_kinds::put(state, list, kind)).then_some(id)
}

/// Gives a type of events another role; gives its id where it was made.
pub fn make_role(desk: &Desk, kind: &str, name: &str) -> Option<String> {
    let now = desk.now();
    let found = now.shapes.kinds().event(kind)?;
    let taken: Vec<String> = found.roles.iter().map(|role| role.id.clone()).collect();
    let id = free_id(name, "role", &taken);
    let role = json!({ "id": id, "name": named(name) });
    let made = desk.change(|state, _| {
        let mut roles = field(state, KindList::EventTypes, kind, "roles").unwrap_or_else(|| json!([]));
        roles.as_array_mut().ok_or(Refusal::Gone)?.push(role);
        edit_kinds::set(state, KindList::EventTypes, kind, "roles", Some(roles))
    });
    made.then_some(id)
}

/// A field of one of them, as the file has it.
pub fn field(state: &State, list: KindList, id: &str, name: &str) -> Option<Value> {
    member(state, list, id)?.get(name).cloned()
}

/// One of them, as the file has it.
pub fn member<'a>(state: &'a State, list: KindList, id: &str) -> Option<&'a Value> {
    members(state, list).iter().find(|kind| kind.get("id").and_then(Value::as_str) == Some(id))
}

/// A name in the language that it is written in.
pub fn named(name: &str) -> Value {
    let arabic = name.chars().any(|c| ('\u{600}'..='\u{6FF}').contains(&c));
    if arabic { json!({ "ar": name, "en": "" }) } else { json!({ "ar": "", "en": name }) }
}

/// An id that none of `taken` is: of the name's Latin letters, else numbered.
pub fn free_id(name: &str, stem: &str, taken: &[String]) -> String {
    let mut code = String::new();
    for c in name.chars().take(ID_MAX) {
        if c.is_ascii_alphanumeric() {
            code.push(c.to_ascii_lowercase());
        } else if !code.is_empty() && !code.ends_with('_') {
            code.push('_');
        }
    }
    let code = code.trim_end_matches('_');
    let free = |id: &String| !taken.contains(id);
    let stem = if code.is_empty() { stem } else { code };
    let own = Some(code.to_owned()).filter(|code| !code.is_empty()).filter(free);
    own.or_else(|| (1..).map(|number| format!("{stem}_{number}")).find(free)).unwrap_or_default()
}

fn free(name: &str, list: KindList, taken: &[String]) -> String {
    let stem = match list {
        KindList::Attributes => "attribute",
        KindList::RelationTypes => "relation",
        KindList::EventTypes => "event",
        KindList::DocumentLabels => "document",
    };
    free_id(name, stem, taken)
}

fn ids(state: &State, list: KindList) -> Vec<String> {
    members(state, list).iter().filter_map(|kind| Some(kind.get("id")?.as_str()?.to_owned())).collect()
}

fn members(state: &State, list: KindList) -> &[Value] {
    state.tagset.extra.get(list.field()).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
