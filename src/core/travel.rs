//! Undo and redo: what they do to a project, beside others who work on it at the same time.

use super::cascade;
use super::history::{Act, Entry, History};
use super::need::{Thing, brought, needed};
use super::op::{Carried, Change, Item, Op, SpanField};
use super::refusal::Refusal;
use super::state::{Misfit, State};
use super::transaction::Transaction;

/// The transaction that takes back the latest change of this tab, with what it is to the history.
///
/// # Errors
/// When there is nothing to undo, or another change stands on it.
pub fn undo(state: &State, history: &History) -> Result<(Act, Transaction), Refusal> {
    let entry = history.undoable().ok_or(Refusal::NothingToUndo)?;
    let mut inverse = entry.transaction.inverse();
    if history.over(entry).next().is_some() && inverse.ops.len() > 1 {
        // What another tab has tagged since is work on the document too.
        inverse.ops.retain(|op| !matches!(op, Op::Change(Change::Status { .. })));
    }
    if matches!(inverse.apply(state), Err(Misfit::InUse)) {
        // The first tag has made the set as well, and another tab has tagged in it.
        inverse.ops.retain(|op| !matches!(op, Op::Remove(Item::Set(_))));
    }
    stands(state, history, entry, &inverse)?;
    Ok((Act::Undo(entry.key.clone()), inverse))
}

/// The transaction that makes again what this tab has taken back last.
///
/// # Errors
/// When there is nothing to redo, or it does not fit any more.
pub fn redo(state: &State, history: &History) -> Result<(Act, Transaction), Refusal> {
    let entry = history.redoable().ok_or(Refusal::NothingToRedo)?;
    let mut again = entry.transaction.clone();
    again.ops.retain(|op| !matches!(op, Op::Add(Item::Set(set)) if state.set(&set.id).is_some()));
    stands(state, history, entry, &again)?;
    Ok((Act::Redo(entry.key.clone()), again))
}

/// Whether a transaction fits, takes nothing away that a record stands on, and goes over nothing that another tab has
/// done since the entry that it is about was made.
fn stands(state: &State, history: &History, entry: &Entry, transaction: &Transaction) -> Result<(), Refusal> {
    let after = transaction.apply(state).map_err(|_| Refusal::Depended)?;
    let touched = |later: &Op| entry.transaction.ops.iter().any(|op| touches(later, op));
    let mut over = history.over(entry).flat_map(|transaction| &transaction.ops);
    if cascade::is_stood_on(&after, transaction) || over.any(touched) { Err(Refusal::Depended) } else { Ok(()) }
}

/// Whether a later op works on the very thing that an op has put in or taken out, or on the same field.
fn touches(later: &Op, op: &Op) -> bool {
    match (op, later) {
        (Op::Change(one), Op::Change(other)) if brought(op).is_none() => {
            needed(op).first() == needed(later).first() && one_field(one, other)
        }
        _ => brought(op).is_some_and(|thing| !matches!(thing, Thing::Set(_)) && needed(later).contains(&thing)),
    }
}

/// Whether two changes of one thing are of one field of it.
fn one_field(one: &Change, other: &Change) -> bool {
    match (one, other) {
        (Change::Span { after: one, .. }, Change::Span { after: other, .. }) => match (one, other) {
            (SpanField::Whole(_), _) | (_, SpanField::Whole(_)) => true,
            (SpanField::Attribute(one, _), SpanField::Attribute(other, _)) => one == other,
            (SpanField::Range(_) | SpanField::Pieces(_), SpanField::Range(_) | SpanField::Pieces(_)) => true,
            _ => std::mem::discriminant(one) == std::mem::discriminant(other),
        },
        (Change::Record { field: one, .. }, Change::Record { field: other, .. }) => one == other,
        (
            Change::Carried { after: Carried::Field { field: one, .. }, .. },
            Change::Carried { after: Carried::Field { field: other, .. }, .. },
        ) => one == other,
        // Members of a list go by what they are: where one is not there any more, the change does not fit.
        (Change::Member { .. }, Change::Member { .. }) => false,
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}
