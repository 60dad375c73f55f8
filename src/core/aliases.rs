//! Spellings taught to be the same, which no folding joins: ماكغورك and مكجورك. They stand in `aliases[]` of the file.

use super::command::Context;
use super::fold::fold;
use super::op::{Carried, Change, Item, Op};
use super::record::{Collection, Record};
use super::refusal::Refusal;
use super::state::State;
use super::transaction::{ChangeName, Transaction};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Groups of folded forms that were taught to be the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Classes {
    groups: Vec<Vec<String>>,
    places: HashMap<String, usize>,
}

impl Classes {
    /// The groups, each of at least two folded forms, in the order in which they were taught.
    #[must_use]
    pub fn groups(&self) -> &[Vec<String>] {
        &self.groups
    }

    /// The group of a folded form.
    #[must_use]
    pub fn of(&self, folded: &str) -> Option<&[String]> {
        self.places.get(folded).map(|place| self.groups[*place].as_slice())
    }

    /// The form that stands for all of its group: the first; a form without a group stands for itself.
    #[must_use]
    pub fn key<'a>(&'a self, folded: &'a str) -> &'a str {
        self.of(folded).and_then(|group| group.first()).map_or(folded, String::as_str)
    }

    /// Joins forms, with all groups that one of them is in.
    fn join(&mut self, forms: Vec<String>) {
        let mut joined: Vec<String> = Vec::new();
        let mut rest = Vec::new();
        for group in std::mem::take(&mut self.groups) {
            if group.iter().any(|form| forms.contains(form)) { joined.extend(group) } else { rest.push(group) }
        }
        for form in forms {
            if !form.is_empty() && !joined.contains(&form) {
                joined.push(form);
            }
        }
        if joined.len() > 1 {
            rest.push(joined);
        }
        self.groups = rest;
    }
}

/// A spelling as it is compared: folded, with white space counted once.
#[must_use]
pub fn folded(spelling: &str) -> String {
    fold(&tidy(spelling))
}

/// The groups of spellings that a project was taught.
#[must_use]
pub fn classes(state: &State) -> Classes {
    let mut classes = Classes::default();
    for record in records(state) {
        classes.join(forms(record).iter().map(|form| folded(form)).collect());
    }
    let places = classes.groups.iter().enumerate();
    classes.places = places.flat_map(|(place, group)| group.iter().map(move |form| (form.clone(), place))).collect();
    classes
}

/// Teaches that two spellings are the same. What either was the same as before is the same as both.
///
/// # Errors
/// When one of them has no letter, or both are the same already.
pub fn teach(state: &State, context: &mut Context, one: &str, other: &str) -> Result<Transaction, Refusal> {
    let (one, other) = (tidy(one), tidy(other));
    let (folded_one, folded_other) = (folded(&one), folded(&other));
    if ![&folded_one, &folded_other].into_iter().all(|form| form.chars().any(char::is_alphanumeric)) {
        return Err(Refusal::NothingSelected);
    }
    let classes = classes(state);
    if classes.key(&folded_one) == classes.key(&folded_other) {
        return Err(Refusal::NoChange);
    }
    let known = |form: &str| records(state).find(|record| forms(record).iter().any(|known| folded(known) == form));
    let op = match (known(&folded_one), known(&folded_other)) {
        (None, None) => {
            let value = json!({ "id": context.ids.next_id(), "forms": [one, other], "created_at": context.now });
            Op::Add(Item::Record(Rc::new(Record { document: None, collection: Collection::Aliases, value: Rc::new(value) })))
        }
        // Lists that share a spelling are one group, so that joining two takes one spelling in both.
        (Some(record), _) => with_form(record, &other),
        (None, Some(record)) => with_form(record, &one),
    };
    Ok(Transaction { name: ChangeName::Spelling(format!("{one} = {other}")), document: None, ops: vec![op] })
}

/// Forgets a spelling: it is the same as no other any more.
///
/// # Errors
/// When it was taught nothing.
pub fn forget(state: &State, spelling: &str) -> Result<Transaction, Refusal> {
    let form = folded(spelling);
    let (mut now, mut all) = (state.clone(), Vec::new());
    for record in records(state) {
        let old = forms(record);
        let kept = old.iter().filter(|known| folded(known) != form).cloned().collect::<Vec<_>>();
        if kept.len() == old.len() {
            continue;
        }
        let distinct = kept.iter().map(|form| folded(form)).collect::<HashSet<_>>().len();
        let ops = if distinct < 2 { removal(&now, record).ok_or(Refusal::Gone)? } else { vec![changed(record, &kept)] };
        for op in ops {
            now = now.apply(&op).map_err(|_| Refusal::Gone)?;
            all.push(op);
        }
    }
    if all.is_empty() {
        return Err(Refusal::NoChange);
    }
    Ok(Transaction { name: ChangeName::Spelling(tidy(spelling)), document: None, ops: all })
}

/// Ops that take a record out so that their inverse puts it back where it was: those after it go too, and come back.
#[must_use]
pub(super) fn removal(state: &State, record: &Rc<Record>) -> Option<Vec<Op>> {
    let place = state.records.iter().position(|other| other == record)?;
    let after = &state.records[place + 1..];
    let mut ops = after.iter().rev().map(|record| Op::Remove(Item::Record(record.clone()))).collect::<Vec<_>>();
    ops.push(Op::Remove(Item::Record(record.clone())));
    ops.extend(after.iter().map(|record| Op::Add(Item::Record(record.clone()))));
    Some(ops)
}

fn records(state: &State) -> impl Iterator<Item = &Rc<Record>> {
    state.records.iter().filter(|record| record.collection == Collection::Aliases)
}

/// The spellings of a record. What is no text is passed over, and kept.
fn forms(record: &Record) -> Vec<String> {
    let list = record.value.get("forms").and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn with_form(record: &Rc<Record>, form: &str) -> Op {
    let mut all = forms(record);
    all.push(form.to_owned());
    changed(record, &all)
}

fn changed(record: &Rc<Record>, forms: &[String]) -> Op {
    let mut fields = record.value.as_object().cloned().unwrap_or_default();
    fields.insert("forms".into(), json!(forms));
    let after = Record { value: Rc::new(Value::Object(fields)), ..Record::clone(record) };
    Op::Change(Change::Carried { before: Carried::Record(record.clone()), after: Carried::Record(Rc::new(after)) })
}

/// A spelling on one line, without white space around it.
fn tidy(spelling: &str) -> String {
    spelling.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::{NOW, ids, world};

    /// Does what a function says, with ids of its own, and proves that undoing gives back the start.
    fn done(state: &State, act: impl FnOnce(&State, &mut Context) -> Result<Transaction, Refusal>) -> State {
        let mut context = Context { now: NOW.into(), ids: ids(), annotator: None };
        for _ in state.records.iter() {
            context.ids.next_id();
        }
        let transaction = act(state, &mut context).expect("it can be done");
        let after = transaction.apply(state).expect("it fits");
        assert_eq!(transaction.inverse().apply(&after).as_ref(), Ok(state));
        after
    }

    fn groups(state: &State) -> Vec<Vec<String>> {
        classes(state).groups().to_vec()
    }

    #[test]
    fn spellings_are_taught_joined_and_forgotten() {
        let start = world("بريت ماكغورك");
        let one = done(&start, |state, context| teach(state, context, " ماكغورك", "مكجورك"));
        assert_eq!(groups(&one), [["ماكغورك", "مكجورك"]]);
        assert_eq!(one.records[0].value["forms"], json!(["ماكغورك", "مكجورك"]));
        let two = done(&one, |state, context| teach(state, context, "أميركية", "أمريكية"));
        let two = done(&two, |state, context| teach(state, context, "مَكجورك", "ماكجورك"));
        assert_eq!(groups(&two), [vec!["ماكغورك", "مكجورك", "ماكجورك"], vec!["اميركيه", "امريكيه"]]);
        let classes = classes(&two);
        assert_eq!((classes.key("ماكجورك"), classes.key("عمان")), ("ماكغورك", "عمان"));
        assert_eq!(classes.of("امريكيه").map(<[String]>::len), Some(2));
        // Two groups become one when a spelling of each is taught to be the same.
        let joined = done(&two, |state, context| teach(state, context, "أمريكية", "مكجورك"));
        assert_eq!(groups(&joined).len(), 1);
        let less = done(&two, |state, _| forget(state, "ماكغورك"));
        assert_eq!(groups(&less)[0], ["مكجورك", "ماكجورك"]);
        let none = done(&less, |state, _| forget(state, "مكجورك"));
        assert_eq!((groups(&none).len(), none.records.len()), (1, 1));
    }

    #[test]
    fn what_is_the_same_already_or_no_word_is_not_taught() {
        let state = world("عُمان");
        let mut context = Context { now: NOW.into(), ids: ids(), annotator: None };
        assert_eq!(teach(&state, &mut context, "عُمان", "عمان"), Err(Refusal::NoChange));
        assert_eq!(teach(&state, &mut context, "عمان", " ، "), Err(Refusal::NothingSelected));
        assert_eq!(forget(&state, "عمان"), Err(Refusal::NoChange));
        let taught = done(&state, |state, context| teach(state, context, "أمريكا", "أميركا"));
        assert_eq!(teach(&taught, &mut context, "اميركا", "أمريكا"), Err(Refusal::NoChange));
    }
}
