//! What other open tabs do to the project, as it is seen here: the project changes, and what is open, selected and typed
//! stays.

use super::effect::Effect;
use super::update::Turn;
use crate::core::history::{Act, History};
use crate::core::state::State;
use std::rc::Rc;

impl Turn {
    /// Takes over what the project has become.
    pub(super) fn merge(&mut self, state: &State, history: &History) {
        let others = self.session.history.others().clone();
        let gone = |state: &State| self.session.note.clone().filter(|note| state.span(&note.document, &note.span).is_none());
        if let Some(note) = gone(state)
            && let Ok(transaction) = self.note_change(&note)
        {
            // What was being typed is kept with the span that another tab has deleted, and is there again when it is.
            let entry = self.entry_after(history, Act::Do, transaction);
            self.moment.number += 1;
            self.effects.push(Effect::Wait(entry));
        }
        self.session.history = history.clone().beside(others);
        self.become_state(Rc::new(state.clone()));
    }

    /// The project is that now. Where the open document is gone, the one that stands in its place opens, else the first.
    pub(super) fn become_state(&mut self, state: Rc<State>) {
        let before = std::mem::replace(&mut self.session.state, state);
        if self.session.document().is_none() {
            let place = before.documents.iter().position(|state| state.document.id == self.session.open).unwrap_or_default();
            let documents = &self.session.state.documents;
            if let Some(next) = documents.get(place).or(documents.first()).cloned() {
                self.open(&next.document.id, None);
            }
        }
        self.forget_missing();
        self.draft();
    }
}
