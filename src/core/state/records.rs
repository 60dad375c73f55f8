//! Changes of records and of the tagset's other lists, by field and by member.

use super::{Misfit, State, absent};
use crate::core::op::KindList;
use crate::core::record::{Collection, Record, RecordRef};
use serde_json::{Map, Value};
use std::rc::Rc;

type Fields = Map<String, Value>;

impl State {
    /// Sets a field of a record, or takes it out, and says when.
    pub(super) fn set_field(&mut self, record: &RecordRef, field: &str, after: Option<&Value>, at: &str) -> Result<(), Misfit> {
        self.edit_record(record, at, |fields| {
            put(fields, field, after.cloned());
            Ok(())
        })
    }

    /// Puts a member into a list of a record, takes it out, or replaces it, and says when.
    pub(super) fn set_member(
        &mut self,
        record: &RecordRef,
        field: &str,
        place: u32,
        (before, after): (Option<&Value>, Option<&Value>),
        at: &str,
    ) -> Result<(), Misfit> {
        self.edit_record(record, at, |fields| {
            let mut list = members(fields.get(field));
            let there = |member: &Value| list.iter().position(|other| other == member);
            absent(after.is_some_and(|after| there(after).is_some()))?;
            let old = before.map(|before| there(before).ok_or(Misfit::Missing)).transpose()?;
            replace(&mut list, place, old, after.cloned());
            put(fields, field, Some(Value::Array(list)));
            Ok(())
        })
    }

    /// Puts an object into one of the tagset's lists, takes it out, or replaces it, by its id.
    pub(super) fn set_kind(
        &mut self,
        kinds: KindList,
        place: u32,
        before: Option<&Rc<Value>>,
        after: Option<&Rc<Value>>,
    ) -> Result<(), Misfit> {
        let tagset = Rc::make_mut(&mut self.tagset);
        let mut list = members(tagset.extra.get(kinds.field()));
        let there = |kind: &Rc<Value>| list.iter().position(|other| other.get("id") == kind.get("id"));
        let old = before.map(|before| there(before).ok_or(Misfit::Missing)).transpose()?;
        absent(before.is_none() && after.is_some_and(|after| there(after).is_some()))?;
        replace(&mut list, place, old, after.map(|after| Value::clone(after)));
        tagset.extra = tagset.extra.with(kinds.field(), (!list.is_empty()).then_some(Value::Array(list)));
        Ok(())
    }

    /// Puts a record where it belongs by list and by when it was made, so that one that comes back stands where it stood.
    pub(super) fn insert_record(&mut self, record: Rc<Record>) {
        fn order(record: &Record) -> (Collection, Option<&str>, Option<&str>) {
            (record.collection, record.text("created_at"), record.id())
        }
        let list = Rc::make_mut(&mut self.records);
        let before = |other: &Rc<Record>| order(other) <= order(&record);
        let place = list.iter().rposition(before).map_or(0, |place| place + 1);
        list.insert(place, record);
    }

    fn edit_record(
        &mut self,
        record: &RecordRef,
        at: &str,
        edit: impl FnOnce(&mut Fields) -> Result<(), Misfit>,
    ) -> Result<(), Misfit> {
        let place = self.records.iter().position(|other| record.is(other)).ok_or(Misfit::Missing)?;
        let record = Rc::make_mut(&mut Rc::make_mut(&mut self.records)[place]);
        let Value::Object(fields) = Rc::make_mut(&mut record.value) else { return Err(Misfit::Missing) };
        edit(fields)?;
        put(fields, "updated_at", (!at.is_empty()).then(|| Value::String(at.to_owned())));
        Ok(())
    }
}

fn put(fields: &mut Fields, field: &str, value: Option<Value>) {
    match value {
        Some(value) => fields.insert(field.to_owned(), value),
        None => fields.shift_remove(field),
    };
}

fn members(list: Option<&Value>) -> Vec<Value> {
    list.and_then(Value::as_array).cloned().unwrap_or_default()
}

/// One member less, one more, or another in its place.
fn replace(list: &mut Vec<Value>, place: u32, old: Option<usize>, new: Option<Value>) {
    match (old, new) {
        (Some(old), Some(new)) => list[old] = new,
        (Some(old), None) => {
            list.remove(old);
        }
        (None, Some(new)) => list.insert((place as usize).min(list.len()), new),
        (None, None) => {}
    }
}
