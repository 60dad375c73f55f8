//! Unknown fields put back where they came from.
//!
//! Fields of an object that the model has no object of its own for (`length`, a label's `name`,
//! a fragment) are kept with the object around it, under the same name. So one rule puts all
//! back: what is not there is added; what is there on both sides is filled in the same way.

use crate::core::record::Extra;
use serde_json::{Map, Value};

/// How two lists are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lists {
    /// The first object with the first, the second with the second.
    ByPlace,
    /// Objects with the same `id` together, those with an unknown one added.
    ById,
}

/// Puts the kept fields back into the object they were kept for.
pub(super) fn put_back(object: &mut Map<String, Value>, extra: &Extra) {
    if let Some(fields) = extra.fields() {
        fill_object(object, fields, Lists::ByPlace);
    }
}

/// Our fields, and of theirs those that we lack.
pub(super) fn union(ours: &Extra, theirs: &Extra) -> Extra {
    let Some(more) = theirs.fields() else { return ours.clone() };
    let mut fields = ours.fields().cloned().unwrap_or_default();
    fill_object(&mut fields, more, Lists::ById);
    Extra::new(fields)
}

/// Gives a value what another has and it lacks.
pub(super) fn fill(value: &mut Value, more: &Value, lists: Lists) {
    match (value, more) {
        (Value::Object(fields), Value::Object(more)) => fill_object(fields, more, lists),
        (Value::Array(items), Value::Array(more)) if lists == Lists::ByPlace => {
            items.iter_mut().zip(more).for_each(|(item, more)| fill(item, more, lists));
        }
        (Value::Array(items), Value::Array(more)) if more.iter().all(|item| id(item).is_some()) => {
            for item in more {
                match items.iter_mut().find(|known| id(known) == id(item)) {
                    Some(known) => fill(known, item, lists),
                    None => items.push(item.clone()),
                }
            }
        }
        _ => {}
    }
}

fn fill_object(object: &mut Map<String, Value>, more: &Map<String, Value>, lists: Lists) {
    for (name, field) in more {
        match object.get_mut(name) {
            Some(known) => fill(known, field, lists),
            None => {
                object.insert(name.clone(), field.clone());
            }
        }
    }
}

fn id(value: &Value) -> Option<&str> {
    value.get("id")?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn extra(value: Value) -> Extra {
        Extra::new(value.as_object().cloned().unwrap_or_default())
    }

    #[test]
    fn kept_fields_go_back_to_their_objects() {
        let mut object = json!({"name": {"ar": "شخص"}, "fragments": [{"start": 1}, {"start": 4}]});
        put_back(
            object.as_object_mut().unwrap(),
            &extra(json!({"name": {"fr": "personne", "ar": "x"}, "fragments": [{}, {"k": 1}], "new": [1]})),
        );
        assert_eq!(
            object,
            json!({"name": {"ar": "شخص", "fr": "personne"}, "fragments": [{"start": 1}, {"start": 4, "k": 1}], "new": [1]})
        );
    }

    #[test]
    fn of_two_ours_stand_and_lists_of_objects_meet_by_id() {
        let ours = extra(json!({"a": 1, "types": [{"id": "x", "n": 1}], "plain": [1]}));
        let theirs = extra(json!({"a": 2, "b": 3, "types": [{"id": "y"}, {"id": "x", "n": 2, "m": 3}], "plain": [2, 3]}));
        let both = extra(json!({"a": 1, "types": [{"id": "x", "n": 1, "m": 3}, {"id": "y"}], "plain": [1], "b": 3}));
        assert_eq!(union(&ours, &theirs), both);
        assert_eq!(union(&both, &theirs), both);
    }
}
