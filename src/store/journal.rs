//! The journal of an open project: all its entries, and the project that they make.
//!
//! Entries come from this tab and from others, in any order. What they make is the same as if they were replayed from
//! the start in the order of (clock, writer, number): one that is later than all others is applied to what is there, and
//! for any other the whole is replayed.

use super::base::Seen;
use super::machine::Machine;
use crate::core::history::{Entry, EntryKey, History};
use crate::core::names::Names;
use crate::core::order;
use crate::core::state::{Misfit, State};
use std::rc::Rc;

/// How many entries lie between two marks.
const APART: usize = 200;

/// The journal of an open project.
#[derive(Debug, Clone)]
pub struct Journal {
    base: State,
    seen: Seen,
    /// The names of all entries.
    known: Names,
    /// The greatest clock that was seen.
    clock: u64,
    machine: Machine,
    /// The machine as it stood after some entry, at two places: two tabs that write at the same time differ about the
    /// latest entries only, and the rest need not be replayed each time.
    marks: Vec<Machine>,
}

/// What entries have made of the project.
#[derive(Debug, Clone)]
pub struct Merged {
    /// The project.
    pub state: State,
    /// What can be undone and redone.
    pub history: History,
    /// The entries that lead to it from what was there before, one after the other; `None` where it was made from the start.
    pub steps: Option<Vec<Rc<Entry>>>,
}

impl Journal {
    /// The journal of these entries over a base that holds those that were `seen`. `clock` is the greatest that was read.
    #[must_use]
    pub fn new(base: State, seen: Seen, mut entries: Vec<Rc<Entry>>, clock: u64) -> Self {
        let mut known = Names::default();
        entries.retain(|entry| known.add(&entry.key.to_string()));
        let machine = replayed(Machine::new(base.clone()), entries);
        Self { base, seen, known, clock, machine, marks: Vec::new() }
    }

    /// The project as it stands.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.machine.state
    }

    /// What can be undone and redone.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.machine.history
    }

    /// All entries, in their order.
    #[must_use]
    pub fn entries(&self) -> &[Rc<Entry>] {
        self.machine.entries()
    }

    /// The entries that do not fit, each with why.
    pub fn waiting(&self) -> impl Iterator<Item = (&Rc<Entry>, Misfit)> {
        self.machine.waiting()
    }

    /// Whether an entry is one of them, or in the base.
    #[must_use]
    pub fn knows(&self, key: &EntryKey) -> bool {
        key.number < self.seen.of(&key.writer) || self.known.has(&key.to_string())
    }

    /// Takes entries that this tab has just made; `state` and `history` are what it made of them. Gives what has become of
    /// the project, where that is something else: an entry that was waiting may have got what it needs.
    pub fn made(&mut self, entries: &[Rc<Entry>], state: &State, history: &History) -> Option<Merged> {
        for entry in entries {
            self.known.add(&entry.key.to_string());
            self.clock = self.clock.max(entry.clock);
        }
        if self.machine.is_plain() {
            entries.iter().for_each(|entry| self.machine.follow(entry, state, history));
            self.mark();
            return None;
        }
        entries.iter().for_each(|entry| self.machine.take(entry.clone()));
        let applied = std::mem::take(&mut self.machine.applied);
        let same = applied.len() == entries.len() && applied.iter().zip(entries).all(|(one, other)| Rc::ptr_eq(one, other));
        (!same).then(|| self.merged(None))
    }

    /// Takes entries that others have made. `None` where all of them are known.
    pub fn take(&mut self, mut entries: Vec<Rc<Entry>>) -> Option<Merged> {
        entries.retain(|entry| !self.knows(&entry.key) && self.known.add(&entry.key.to_string()));
        order::sort(&mut entries, |one, other| one.order().cmp(&other.order()));
        let first = entries.first()?.order();
        self.clock = entries.iter().fold(self.clock, |clock, entry| clock.max(last_clock(entry)));
        let is_before = |machine: &Machine| machine.entries().last().is_none_or(|last| last.order() < first);
        if is_before(&self.machine) {
            entries.into_iter().for_each(|entry| self.machine.take(entry));
            let steps = std::mem::take(&mut self.machine.applied);
            self.mark();
            return Some(self.merged(Some(steps)));
        }
        let stand = self.marks.iter().filter(|mark| is_before(mark)).count();
        self.marks.truncate(stand);
        let from = self.marks.last().cloned().unwrap_or_else(|| Machine::new(self.base.clone()));
        entries.extend(self.machine.entries()[from.entries().len()..].iter().cloned());
        self.machine = replayed(from, entries);
        self.mark();
        Some(self.merged(None))
    }

    fn mark(&mut self) {
        let last = self.marks.last().map_or(0, |mark| mark.entries().len());
        if self.machine.entries().len() >= last + APART {
            if self.marks.len() > 1 {
                self.marks.remove(0);
            }
            self.marks.push(self.machine.clone());
        }
    }

    fn merged(&self, steps: Option<Vec<Rc<Entry>>>) -> Merged {
        let history = self.machine.history.clone().having_seen(self.clock);
        Merged { state: self.machine.state.clone(), history, steps }
    }
}

/// The clock of an entry. One at the very end would leave no room for the next.
#[must_use]
pub fn last_clock(entry: &Entry) -> u64 {
    entry.clock.min(u64::MAX - 1)
}

/// A machine after more entries, all of them later than those that it has.
fn replayed(mut machine: Machine, mut entries: Vec<Rc<Entry>>) -> Machine {
    order::sort(&mut entries, |one, other| one.order().cmp(&other.order()));
    entries.into_iter().for_each(|entry| machine.take(entry));
    machine.applied = Vec::new();
    machine
}

#[cfg(test)]
mod tests;
