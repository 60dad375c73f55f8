//! A journal becomes a project again.
//!
//! Entries are applied in the order of (clock, writer, number). One that does not fit waits until a
//! later one brings what it needs: an edit to a span that another tab had deleted is there again
//! when the deletion is undone. What is damaged or never fits is kept in the store and reported;
//! everything else stands.

use super::base::{Base, Seen};
use super::journal::{Journal, last_clock};
use super::key::Key;
use super::values::Values;
use crate::core::history::{Entry, History};
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
    /// The journal itself, to go on from here.
    pub journal: Journal,
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
    let mut set_aside = base.set_aside;
    let journal = Journal::new(base.state, base.seen, found.entries, found.clock);
    set_aside.append(&mut found.set_aside);
    set_aside.extend(journal.waiting().filter_map(|(entry, misfit)| {
        let (key, value) = values.pair(&Key::Entry(project.into(), entry.key.clone()).to_string())?;
        Some(SetAside { key: key.clone(), value: value.clone(), why: Why::Unfit(misfit) })
    }));
    // A draft has the number of its writer's next entry. It can outlive what it became, since local
    // storage may forget the last seconds, the removal of a draft among them.
    let became = |draft: &Rc<Entry>| draft.key.number < found.made.of(&draft.key.writer);
    let (spent, drafts) = found.drafts.into_iter().partition::<Vec<_>, _>(became);
    let spent = spent.into_iter().map(|draft| Key::Draft(project.into(), draft.key.writer.clone()).to_string()).collect();
    let (state, history) = (journal.state().clone(), journal.history().clone());
    Replayed { state, history, set_aside, next_clock: found.clock + 1, drafts, spent, journal }
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
        self.clock = self.clock.max(last_clock(&entry));
        Ok(Rc::new(entry))
    }
}

#[cfg(test)]
mod tests;
