//! A journal becomes a project again.
//!
//! Entries are applied in the order of (clock, writer, number). One that does not fit waits until a
//! later one brings what it needs: an edit to a span that another tab had deleted is there again
//! when the deletion is undone. What is damaged or never fits is kept in the store and reported;
//! everything else stands.

use super::base::{Base, Seen};
use super::key::Key;
use super::need::{Thing, brought, needed};
use super::values::Values;
use crate::core::history::{Act, Entry, EntryKey, History};
use crate::core::names::Names;
use crate::core::order;
use crate::core::state::{Misfit, State};
use crate::format::entry::{EntryFault, decode};
use std::rc::Rc;

/// Why a value of the store has no part in the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It cannot be read.
    Fault(EntryFault),
    /// It stands under another entry's name.
    Misplaced,
    /// What it changes is not there, or what it adds is there already.
    Unfit(Misfit),
}

/// A value that has no part in the project. It is still in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its name.
    pub key: String,
    /// The value as it stands.
    pub value: String,
    /// Why it has no part.
    pub why: Why,
}

/// What a journal came to.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// The project.
    pub state: State,
    /// What can be undone and redone. What a snapshot holds is not in it.
    pub history: History,
    /// What had to be left out, snapshots first, then what cannot be read, then what does not fit.
    pub set_aside: Vec<SetAside>,
    /// Greater than the clock of every entry that can be read, also of those that were left out.
    pub next_clock: u64,
    /// What was being typed when the page went away: the entries that leaving the field would have
    /// made. Where the writer is another tab that is still open, it is being typed yet.
    pub drafts: Vec<Rc<Entry>>,
    /// Names of drafts that have become entries since: to be removed.
    pub spent: Vec<String>,
}

/// Replays the journal of `project` that stands in `values` over `base`. Values of other projects
/// are passed over, and so are names of a shape that this version does not know.
#[must_use]
pub fn replay(project: &str, base: Base, values: &Values) -> Replayed {
    let mut found = Found { clock: base.clock, made: base.seen.clone(), ..Found::default() };
    for (name, value) in values {
        if let Ok(key) = name.parse::<Key>()
            && key.project() == Some(project)
            && let Err(why) = found.take(&base, key, value)
        {
            found.set_aside.push(SetAside { key: name.clone(), value: value.clone(), why });
        }
    }
    order::sort(&mut found.entries, |a, b| a.order().cmp(&b.order()));
    let mut machine = Machine::new(base.state, found.entries);
    (0..machine.entries.len()).for_each(|place| machine.offer(place));
    let mut set_aside = base.set_aside;
    set_aside.append(&mut found.set_aside);
    set_aside.extend(machine.entries.iter().zip(&machine.waiting).filter_map(|(entry, misfit)| {
        let (key, value) = values.pair(&Key::Entry(project.into(), entry.key.clone()).to_string())?;
        Some(SetAside { key: key.clone(), value: value.clone(), why: Why::Unfit((*misfit)?) })
    }));
    // A draft has the number of its writer's next entry. It can outlive what it became, since local
    // storage may forget the last seconds, the removal of a draft among them.
    let became = |draft: &Rc<Entry>| draft.key.number < found.made.of(&draft.key.writer);
    let (spent, drafts) = found.drafts.into_iter().partition::<Vec<_>, _>(became);
    let spent = spent.into_iter().map(|draft| Key::Draft(project.into(), draft.key.writer.clone()).to_string()).collect();
    Replayed { state: machine.state, history: machine.history, set_aside, next_clock: found.clock + 1, drafts, spent }
}

/// What the values of a project are, before any is applied.
#[derive(Default)]
struct Found {
    entries: Vec<Rc<Entry>>,
    drafts: Vec<Rc<Entry>>,
    set_aside: Vec<SetAside>,
    clock: u64,
    /// Of each writer, the number after the last entry that can be read.
    made: Seen,
}

impl Found {
    fn take(&mut self, base: &Base, key: Key, value: &str) -> Result<(), Why> {
        match key {
            Key::Entry(_, key) if !base.holds(&key) => {
                let entry = self.read(value, |entry| entry.key == key)?;
                self.made.raise(&key.writer, key.number.saturating_add(1));
                self.entries.push(entry);
            }
            Key::Draft(_, writer) => {
                let draft = self.read(value, |draft| draft.key.writer == writer)?;
                self.drafts.push(draft);
            }
            Key::Entry(..) | Key::Snapshot(..) | Key::Settings | Key::Current => {}
        }
        Ok(())
    }

    fn read(&mut self, value: &str, named: impl FnOnce(&Entry) -> bool) -> Result<Rc<Entry>, Why> {
        let entry = decode(value).map_err(Why::Fault)?;
        if !named(&entry) {
            return Err(Why::Misplaced);
        }
        // A clock at the very end would leave no room for the next one.
        self.clock = self.clock.max(entry.clock.min(u64::MAX - 1));
        Ok(Rc::new(entry))
    }
}

/// Lists of entries, each under a name. An entry is its place in the order of replay.
#[derive(Default)]
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
struct Machine {
    state: State,
    history: History,
    /// All entries in order.
    entries: Vec<Rc<Entry>>,
    /// Of each entry that waits, why it does not fit.
    waiting: Vec<Option<Misfit>>,
    /// Of each thing, what waits for it.
    needed: Lists,
    /// Of each first-made entry, what waits of it, its undoing and its redoing, oldest first.
    about: Lists,
    /// First-made entries that were undone before they ever fitted.
    never_made: Names,
}

impl Machine {
    fn new(state: State, entries: Vec<Rc<Entry>>) -> Self {
        let (waiting, history) = (vec![None; entries.len()], History::default());
        Self { state, history, entries, waiting, needed: Lists::default(), about: Lists::default(), never_made: Names::default() }
    }

    /// Takes the next entry in order.
    ///
    /// Undoing what has had no effect has none either: the two cancel, or else the undoing would
    /// make a change of its own, and the undone entry a second one once it fits.
    fn offer(&mut self, place: usize) {
        if let Act::Undo(key) | Act::Redo(key) = &self.entries[place].act {
            let name = name(key);
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
                        self.about.of(&name(subject(&entry))).retain(|other| *other != place);
                    }
                    for thing in entry.transaction.ops.iter().filter_map(brought) {
                        for waiting in std::mem::take(self.needed.of(&thing.name())) {
                            if self.waiting[waiting].is_some() {
                                enlist(&mut queue, waiting);
                            }
                        }
                    }
                    self.history = std::mem::take(&mut self.history).with(entry);
                }
                Err((misfit, things)) => {
                    for thing in things {
                        enlist(self.needed.of(&thing.name()), place);
                    }
                    if self.waiting[place].replace(misfit).is_none() {
                        self.about.of(&name(subject(&entry))).push(place);
                    }
                }
            }
        }
    }

    /// The state after an entry; where it does not fit, why, and what its first unfit op needs.
    fn fit(&self, entry: &Entry) -> Result<State, (Misfit, Vec<Thing>)> {
        let mut state = self.state.clone();
        for op in &entry.transaction.ops {
            state = state.apply(op).map_err(|misfit| (misfit, needed(op)))?;
        }
        Ok(state)
    }
}

fn name(key: &EntryKey) -> String {
    format!("{}/{}", key.writer, key.number)
}

/// The entry that an entry is or is about.
fn subject(entry: &Entry) -> &EntryKey {
    match &entry.act {
        Act::Do => &entry.key,
        Act::Undo(key) | Act::Redo(key) => key,
    }
}

#[cfg(test)]
mod tests;
