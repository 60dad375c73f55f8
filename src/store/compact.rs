//! A long journal gets a newer base: a snapshot that holds its older entries, which then leave local storage.
//!
//! Nothing is dropped: the mirror keeps every entry, and whatever is cut off in between, what is there replays to the same
//! project. For the second program, when no other tab is open.

use super::base::{Base, Seen, Snapshot};
use super::journal::Journal;
use super::key::Key;
use super::replay::{Why, replay};
use super::values::Values;
use crate::core::history::Entry;
use crate::core::order;
use crate::core::state::State;
use std::rc::Rc;

/// How many entries stand above the base when it is moved.
pub const LONG: usize = 5_000;

/// How many of the latest entries stay above it, to be undone after a reload.
pub const LATEST: usize = 1_000;

/// A newer base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compaction {
    /// The name and the value of its snapshot.
    pub snapshot: (String, String),
    /// The names of the values that local storage needs no more: entries that the snapshot holds, and older snapshots.
    pub held: Vec<String>,
}

/// One thing done to a store. The next is done when it has been confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The mirror gets a value.
    Mirror(String, String),
    /// Local storage gets a value.
    Local(String, String),
    /// Local storage lets go of a name.
    Leave(String),
}

/// The newer base of a project whose journal above `base` is longer than `long` entries; the last `latest` stay above it.
/// `write` makes a native file of a project and `read` reads one. `None` where the journal is short or holds what cannot be
/// read, and where the snapshot would not replay to the very same project.
#[must_use]
pub fn compact(
    (project, base): (&str, &Base),
    values: &Values,
    (long, latest): (usize, usize),
    write: impl Fn(&State) -> Option<String>,
    read: impl Fn(&str) -> Option<State>,
) -> Option<Compaction> {
    let whole = replay(project, base.clone(), values);
    let waits = whole.set_aside.iter().all(|aside| matches!(aside.why, Why::Unfit(_)));
    let mut entries = whole.journal.entries().to_vec();
    if !waits || entries.len() <= long {
        return None;
    }
    let rest = entries.split_off(entries.len() - latest);
    let clock = entries.last()?.clock;
    let seen = numbered(&base.seen, &entries)?;
    let below = Journal::new(base.state.clone(), base.seen.clone(), entries.clone(), clock);
    let apart = below.waiting().map(|(entry, _)| entry.key.to_string()).collect::<Vec<_>>();
    let file = write(below.state())?;
    let next = Base { state: read(&file)?, seen: seen.clone(), apart: apart.clone(), clock, set_aside: Vec::new() };
    if !same(&next.state, below.state()) || !same(&replay(project, next.clone(), values).state, &whole.state) {
        return None;
    }
    debug_assert!(rest.iter().all(|entry| !next.holds(&entry.key)));
    let snapshot = Snapshot { seen, apart, project: file }.encode();
    let name = Key::Snapshot(project.to_owned(), clock).to_string();
    let held = held(project, &next, values);
    (values.get(&name).is_none()).then_some(Compaction { snapshot: (name, snapshot), held })
}

/// The names of the values that local storage needs no more beside the base of a project.
#[must_use]
pub fn held(project: &str, base: &Base, values: &Values) -> Vec<String> {
    let is_held = |name: &str| match name.parse() {
        Ok(Key::Entry(of, key)) => of == project && base.holds(&key),
        Ok(Key::Snapshot(of, clock)) => of == project && clock < base.clock,
        _ => false,
    };
    values.iter().map(|(name, _)| name).filter(|name| is_held(name)).cloned().collect()
}

/// When local storage has room for a newer base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fits {
    /// Beside everything that is there.
    Now,
    /// Once what it holds has left.
    Later,
    /// Not at all: then only the mirror has it.
    Never,
}

/// What a compaction does, in order. Local storage gets the snapshot when it `fits`.
#[must_use]
pub fn steps(compaction: Compaction, fits: Fits) -> Vec<Step> {
    let Compaction { snapshot: (name, value), held } = compaction;
    let mut steps = vec![Step::Mirror(name.clone(), value.clone())];
    let local = Step::Local(name, value);
    if fits == Fits::Now {
        steps.push(local.clone());
    }
    // The latest first: should it be cut off, the mirror be lost and local storage alone be read, the older entries stand
    // over the older base without a gap.
    steps.extend(held.into_iter().rev().map(Step::Leave));
    if fits == Fits::Later {
        steps.push(local);
    }
    steps
}

/// Of each writer, the count of entries in the base and among these. `None` where a number between is missing: it may come
/// yet, and would be taken for one that is held.
fn numbered(seen: &Seen, entries: &[Rc<Entry>]) -> Option<Seen> {
    let mut sorted = entries.to_vec();
    order::sort(&mut sorted, |one, other| (&one.key.writer, one.key.number).cmp(&(&other.key.writer, other.key.number)));
    let mut next = seen.clone();
    for entry in &sorted {
        let key = &entry.key;
        if key.number > next.of(&key.writer) {
            return None;
        }
        next.raise(&key.writer, key.number + 1);
    }
    Some(next)
}

/// Whether two states are the same project. Records of one list and document stand in one order; those of several may
/// come from a file in another order than from a journal.
fn same(one: &State, other: &State) -> bool {
    let sorted = |state: &State| {
        let mut records = state.records.to_vec();
        records.sort_by(|a, b| (a.collection, &a.document).cmp(&(b.collection, &b.document)));
        State { records: Rc::new(records), ..state.clone() }
    };
    sorted(one) == sorted(other)
}

#[cfg(test)]
mod tests;
