//! The project's one history: every entry ever made, and which of them undo and redo would touch.
//!
//! Undo is itself an entry, so that the history survives a reload by being replayed.

use super::ids::Writer;
use super::transaction::Transaction;
use std::fmt;
use std::rc::Rc;

/// The name of an entry: who wrote it, and its number with them, from 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    /// Who wrote it.
    pub writer: Writer,
    /// Its number.
    pub number: u32,
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.writer, self.number)
    }
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

/// An entry, and the latest that made it, took it back or made it again.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Held {
    entry: Rc<Entry>,
    by: Rc<Entry>,
}

/// Which entries stand, and which were taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    done: Rc<Vec<Held>>,
    undone: Rc<Vec<Held>>,
    clock: u64,
    /// Those who write in other open tabs: what they have just done is not for this tab to undo or redo.
    others: Rc<Vec<Writer>>,
}

impl History {
    /// The history with one entry more, which has just been applied.
    #[must_use]
    pub fn with(self, entry: Rc<Entry>) -> Self {
        let mut next = self;
        next.clock = next.clock.max(entry.clock);
        match entry.act.clone() {
            Act::Do => Rc::make_mut(&mut next.done).push(Held { by: entry.clone(), entry }),
            Act::Undo(key) => shift(&mut next.done, &mut next.undone, &key, entry),
            Act::Redo(key) => shift(&mut next.undone, &mut next.done, &key, entry),
        }
        next
    }

    /// The history as a tab has it beside others in which these write.
    #[must_use]
    pub fn beside(mut self, others: Rc<Vec<Writer>>) -> Self {
        self.others = others;
        self
    }

    /// Those who write in other open tabs.
    #[must_use]
    pub const fn others(&self) -> &Rc<Vec<Writer>> {
        &self.others
    }

    /// The entry that undo would take back: the latest that no other open tab has made, or made again.
    #[must_use]
    pub fn undoable(&self) -> Option<&Rc<Entry>> {
        self.done.iter().rfind(|held| self.is_ours(&held.by)).map(|held| &held.entry)
    }

    /// The entry that redo would make again: the latest that no other open tab has taken back, unless something was done
    /// here since.
    #[must_use]
    pub fn redoable(&self) -> Option<&Rc<Entry>> {
        let held = self.undone.iter().rfind(|held| self.is_ours(&held.by))?;
        let since = |other: &Held| other.entry.clock > held.by.clock && self.is_ours(&other.entry);
        let stale = self.done.iter().chain(self.undone.iter()).any(since);
        (!stale).then_some(&held.entry)
    }

    /// What other open tabs have done since an entry was first made, and stands.
    pub fn over<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a Transaction> {
        let over = |held: &&Held| !self.is_ours(&held.by) && held.by.order() > entry.order();
        self.done.iter().filter(over).map(|held| &held.entry.transaction)
    }

    fn is_ours(&self, entry: &Entry) -> bool {
        !self.others.contains(&entry.key.writer)
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

fn shift(from: &mut Rc<Vec<Held>>, to: &mut Rc<Vec<Held>>, key: &EntryKey, by: Rc<Entry>) {
    if let Some(place) = from.iter().rposition(|held| held.entry.key == *key) {
        let held = Rc::make_mut(from).remove(place);
        Rc::make_mut(to).push(Held { by, ..held });
    }
}
