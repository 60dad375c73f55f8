//! The project's one history: every entry ever made, and which of them undo and redo would touch.
//!
//! Undo is itself an entry, so that the history survives a reload by being replayed.

use super::ids::Writer;
use super::transaction::Transaction;
use std::rc::Rc;

/// The name of an entry: who wrote it, and its number with them, from 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    /// Who wrote it.
    pub writer: Writer,
    /// Its number.
    pub number: u32,
}

/// What an entry is to the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A change made for the first time.
    Do,
    /// Takes that entry back.
    Undo(EntryKey),
    /// Makes that entry again.
    Redo(EntryKey),
}

/// A transaction as it was made: by whom, when, and in what order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub key: EntryKey,
    /// Lamport clock: greater than that of every entry its writer had seen. Replay orders by (clock, writer, number).
    pub clock: u64,
    /// When it was made: RFC 3339, UTC.
    pub at: String,
    /// What it is to the history.
    pub act: Act,
    /// What it does.
    pub transaction: Transaction,
}

impl Entry {
    /// The order of replay.
    #[must_use]
    pub fn order(&self) -> (u64, &Writer, u32) {
        (self.clock, &self.key.writer, self.key.number)
    }
}

/// Which entries stand, and which were taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    done: Rc<Vec<Rc<Entry>>>,
    undone: Rc<Vec<Rc<Entry>>>,
    clock: u64,
}

impl History {
    /// The history with one entry more, which has just been applied.
    #[must_use]
    pub fn with(self, entry: Rc<Entry>) -> Self {
        let mut next = self;
        next.clock = next.clock.max(entry.clock);
        match &entry.act {
            Act::Do => {
                Rc::make_mut(&mut next.done).push(entry);
                next.undone = Rc::default();
            }
            Act::Undo(key) => shift(&mut next.done, &mut next.undone, key),
            Act::Redo(key) => shift(&mut next.undone, &mut next.done, key),
        }
        next
    }

    /// The entry that undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Rc<Entry>> {
        self.done.last()
    }

    /// The entry that redo would make again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Rc<Entry>> {
        self.undone.last()
    }

    /// The clock of the next entry.
    #[must_use]
    pub const fn next_clock(&self) -> u64 {
        // A clock at its end, which nobody comes to by working, stays there.
        self.clock.saturating_add(1)
    }

    /// The history of someone who has seen entries up to that clock, some of which may have no part in it.
    #[must_use]
    pub fn having_seen(mut self, clock: u64) -> Self {
        self.clock = self.clock.max(clock);
        self
    }

    /// How many entries stand.
    #[must_use]
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether no entry stands.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }
}

fn shift(from: &mut Rc<Vec<Rc<Entry>>>, to: &mut Rc<Vec<Rc<Entry>>>, key: &EntryKey) {
    if let Some(place) = from.iter().rposition(|entry| entry.key == *key) {
        let entry = Rc::make_mut(from).remove(place);
        Rc::make_mut(to).push(entry);
    }
}
