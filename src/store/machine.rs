//! Applies entries in their order, and keeps those that do not fit yet.

use crate::core::history::{Act, Entry, EntryKey, History};
use crate::core::names::Names;
use crate::core::need::{Thing, brought, needed};
use crate::core::state::{Misfit, State};
use std::rc::Rc;

/// Lists of entries, each under a name. An entry is its place in the order of replay.
#[derive(Debug, Clone, Default)]
struct Lists {
    names: Names,
    lists: Vec<Vec<usize>>,
}

impl Lists {
    fn of(&mut self, name: &str) -> &mut Vec<usize> {
        self.names.add(name);
        let number = self.names.get(name).unwrap_or_default();
        if number >= self.lists.len() {
            self.lists.resize(number + 1, Vec::new());
        }
        &mut self.lists[number]
    }
}

/// Puts an entry where it belongs in a list in order, unless it is there.
fn enlist(list: &mut Vec<usize>, place: usize) {
    if let Err(at) = list.binary_search(&place) {
        list.insert(at, place);
    }
}

/// Applies entries one by one and keeps those that do not fit yet. An entry is tried again only
/// when something that it needs has come or gone, so that the whole takes no longer for many.
#[derive(Debug, Clone)]
pub(super) struct Machine {
    /// The project as it stands.
    pub state: State,
    /// What can be undone and redone in it.
    pub history: History,
    /// All entries in order.
    entries: Vec<Rc<Entry>>,
    /// Of each entry that waits, why it does not fit.
    waiting: Vec<Option<Misfit>>,
    /// What was applied since this was last emptied, in that order.
    pub applied: Vec<Rc<Entry>>,
    /// Of each thing, what waits for it.
    needed: Lists,
    /// Of each first-made entry, what waits of it, its undoing and its redoing, oldest first.
    about: Lists,
    /// First-made entries that were undone before they ever fitted.
    never_made: Names,
}

impl Machine {
    /// A machine that has applied nothing yet.
    pub fn new(state: State) -> Self {
        Self {
            state,
            history: History::default(),
            entries: Vec::new(),
            waiting: Vec::new(),
            applied: Vec::new(),
            needed: Lists::default(),
            about: Lists::default(),
            never_made: Names::default(),
        }
    }

    /// All entries in order.
    pub fn entries(&self) -> &[Rc<Entry>] {
        &self.entries
    }

    /// The entries that wait, each with why it does not fit.
    pub fn waiting(&self) -> impl Iterator<Item = (&Rc<Entry>, Misfit)> {
        self.entries.iter().zip(&self.waiting).filter_map(|(entry, misfit)| Some((entry, (*misfit)?)))
    }

    /// Whether every entry has been applied as it came, so that the next that fits needs no more than to be applied.
    pub fn is_plain(&self) -> bool {
        self.never_made.is_empty() && self.waiting().next().is_none()
    }

    /// Takes an entry for applied that somebody else has applied; `state` and `history` are what came of it. Right only
    /// where [`Self::is_plain`].
    pub fn follow(&mut self, entry: &Rc<Entry>, state: &State, history: &History) {
        self.entries.push(entry.clone());
        self.waiting.push(None);
        self.state = state.clone();
        self.history = history.clone();
    }

    /// Takes the next entry: one after all others in order.
    pub fn take(&mut self, entry: Rc<Entry>) {
        self.entries.push(entry);
        self.waiting.push(None);
        self.offer(self.entries.len() - 1);
    }

    /// Undoing what has had no effect has none either: the two cancel, or else the undoing would
    /// make a change of its own, and the undone entry a second one once it fits.
    fn offer(&mut self, place: usize) {
        if let Act::Undo(key) | Act::Redo(key) = &self.entries[place].act {
            let name = key.to_string();
            let before = self.about.of(&name).pop();
            if let Some(before) = before.filter(|before| self.waiting[*before].take().is_some()) {
                if self.entries[before].act == Act::Do {
                    self.never_made.set(&name, before);
                }
                return;
            }
            if let Some(first) = self.never_made.remove(&name) {
                return self.settle(first);
            }
        }
        self.settle(place);
    }

    /// Applies an entry and whatever was waiting for what it brings; keeps what does not fit.
    fn settle(&mut self, place: usize) {
        let mut queue = vec![place];
        while !queue.is_empty() {
            let place = queue.remove(0);
            let entry = self.entries[place].clone();
            match self.fit(&entry) {
                Ok(state) => {
                    self.state = state;
                    if self.waiting[place].take().is_some() {
                        self.about.of(&subject(&entry).to_string()).retain(|other| *other != place);
                    }
                    for thing in entry.transaction.ops.iter().filter_map(brought) {
                        for waiting in std::mem::take(self.needed.of(&thing.name())) {
                            if self.waiting[waiting].is_some() {
                                enlist(&mut queue, waiting);
                            }
                        }
                    }
                    self.history = std::mem::take(&mut self.history).with(entry.clone());
                    self.applied.push(entry);
                }
                Err((misfit, things)) => {
                    for thing in things {
                        enlist(self.needed.of(&thing.name()), place);
                    }
                    if self.waiting[place].replace(misfit).is_none() {
                        self.about.of(&subject(&entry).to_string()).push(place);
                    }
                }
            }
        }
    }

    /// The state after an entry; where it does not fit, why, and what its first unfit op needs.
    fn fit(&self, entry: &Entry) -> Result<State, (Misfit, Vec<Thing>)> {
        let mut state = self.state.clone();
        for op in &entry.transaction.ops {
            state.make(op).map_err(|misfit| (misfit, needed(op)))?;
        }
        Ok(state)
    }
}

/// The entry that an entry is or is about.
fn subject(entry: &Entry) -> &EntryKey {
    match &entry.act {
        Act::Do => &entry.key,
        Act::Undo(key) | Act::Redo(key) => key,
    }
}
