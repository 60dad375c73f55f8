//! The gold set: what was settled of some sets.

use crate::core::command::Context;
use crate::core::ids::SetId;
use crate::core::op::{Carried, Change, Item, Op};
use crate::core::project::{AnnotationSet, Role};
use crate::core::record::Extra;
use crate::core::state::State;
use serde_json::{Value, json};

/// The field of a gold set that names sets which were settled too after it was made.
pub const LATER: &str = "also_from";

/// The sets that can be settled: all but those that were.
pub fn candidates(state: &State) -> impl Iterator<Item = &AnnotationSet> {
    state.sets.iter().filter(|set| set.role != Role::Gold)
}

/// The gold set that is made from these sets: of several the one that is made from most of them, and of these the first.
/// `None` where none is made from any of them.
#[must_use]
pub fn gold_of<'a>(state: &'a State, sets: &[SetId]) -> Option<&'a AnnotationSet> {
    let mut best: Option<(usize, &AnnotationSet)> = None;
    for gold in state.sets.iter().filter(|set| set.role == Role::Gold) {
        let shared = sets.iter().filter(|set| origins(gold).any(|origin| origin == set.as_str())).count();
        if shared > best.map_or(0, |(most, _)| most) {
            best = Some((shared, gold));
        }
    }
    best.map(|(_, gold)| gold)
}

/// The ids of the sets that a gold set is made from.
pub fn origins(gold: &AnnotationSet) -> impl Iterator<Item = &str> {
    let later = gold.extra.get(LATER).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    gold.derived_from.iter().map(SetId::as_str).chain(later.iter().filter_map(Value::as_str))
}

/// The gold set that decisions about these sets go to, with the ops that make it or tell it of sets that are new to it.
pub(super) fn prepare(state: &State, context: &mut Context, sets: &[SetId], by: Option<&str>, ops: &mut Vec<Op>) -> SetId {
    let Some(gold) = gold_of(state, sets) else {
        let id = SetId::new(context.ids.next_id());
        ops.push(Op::Add(Item::Set(AnnotationSet {
            id: id.clone(),
            annotator: by.map(str::to_owned),
            role: Role::Gold,
            derived_from: sets.to_vec(),
            extra: Extra::default(),
        })));
        return id;
    };
    let new = sets.iter().filter(|set| !origins(gold).any(|origin| origin == set.as_str()));
    let new = new.map(|set| Value::from(set.as_str())).collect::<Vec<_>>();
    if !new.is_empty() {
        let mut later = gold.extra.get(LATER).and_then(Value::as_array).cloned().unwrap_or_default();
        later.extend(new);
        let extra = gold.extra.with(LATER, Some(json!(later)));
        let (before, after) = (Carried::Set(gold.id.clone(), gold.extra.clone()), Carried::Set(gold.id.clone(), extra));
        ops.push(Op::Change(Change::Carried { before, after }));
    }
    gold.id.clone()
}
