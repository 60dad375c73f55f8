//! How the desk changes the project: it works a change out over its copy, and the first program makes it.

use super::Desk;
use crate::core::command::Context;
use crate::core::history::{Act, Entry, EntryKey};
use crate::core::ids::IdMaker;
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::core::transaction::Transaction;
use crate::format::entry;
use crate::web::page;

impl Desk {
    /// Makes a change, or says why it is not made. One entry of the journal, one step to undo.
    pub fn change(&self, make: impl FnOnce(&State, &mut Context) -> Result<Transaction, Refusal>) -> bool {
        let Some(entry) = self.prepare(make) else { return false };
        self.hand_over(&entry);
        self.catch_up();
        true
    }

    /// Works a change out, to be handed over: a sealed entry. Says why where it is not to be made.
    pub(in crate::desk) fn prepare(
        &self,
        make: impl FnOnce(&State, &mut Context) -> Result<Transaction, Refusal>,
    ) -> Option<String> {
        match self.work_out(make) {
            Ok(entry) => Some(entry),
            Err(refusal) => {
                self.set(|moment| moment.refusal = Some(refusal));
                None
            }
        }
    }

    /// As [`Self::prepare`], and gives why not instead of saying it.
    pub(super) fn work_out(
        &self,
        make: impl FnOnce(&State, &mut Context) -> Result<Transaction, Refusal>,
    ) -> Result<String, Refusal> {
        self.catch_up();
        let number = self.0.number.replace(self.0.number.get() + 1);
        let mut context = Context { now: page::now(), ids: IdMaker::new(&self.0.writer, number), annotator: None };
        let transaction = make(&self.now().state, &mut context)?;
        let key = EntryKey { writer: self.0.writer.clone(), number };
        Ok(entry::encode(&Entry { key, clock: 0, at: context.now, act: Act::Do, transaction }))
    }

    /// Has a change made that was worked out. The desk's copy has it after [`Self::catch_up`].
    pub(in crate::desk) fn hand_over(&self, entry: &str) {
        self.0.link.act("change", entry);
    }
}
