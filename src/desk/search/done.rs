//! What was done last, said for as long as nothing else has changed: after an undo it is true no more.

use crate::core::state::State;
use crate::desk::now::{Desk, Now};
use std::rc::Rc;

/// What was done last.
#[derive(Clone)]
pub struct Done {
    words: String,
    after: Rc<State>,
}

impl PartialEq for Done {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words && Rc::ptr_eq(&self.after, &other.after)
    }
}

impl Done {
    /// What has just been done.
    #[must_use]
    pub fn just(desk: &Desk, words: String) -> Self {
        Self { words, after: desk.now().state.clone() }
    }

    /// The words, while the project stands as it stood then.
    #[must_use]
    pub fn words(&self, now: &Now) -> Option<&str> {
        Rc::ptr_eq(&self.after, &now.state).then_some(self.words.as_str())
    }
}
