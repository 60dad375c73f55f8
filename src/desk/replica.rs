//! The desk's own copy of the project, kept in step by the journal's entries.

use super::link::Link;
use crate::core::state::State;
use crate::format::{entry, native};
use std::rc::Rc;

/// The copy. Cheap to clone.
#[derive(Clone)]
pub struct Replica {
    /// The project as it stands.
    pub state: Rc<State>,
    /// The clock of the latest entry that was applied; 0 where none was.
    pub clock: u64,
}

impl Replica {
    /// The project as the first program has it now. `None` where it could not be written or read.
    pub fn of(link: &Link) -> Option<Self> {
        let state = native::read(&link.base()?).ok().map(native::state_from)?;
        Some(Self { state: Rc::new(state), clock: 0 })
    }

    /// The copy after an entry of the journal, sealed as the journal has it. `None` where it does not fit: the copy has to
    /// be made anew then.
    pub fn after(&self, value: &str) -> Option<Self> {
        let entry = entry::decode(value).ok()?;
        let state = entry.transaction.apply(&self.state).ok()?;
        Some(Self { state: Rc::new(state), clock: entry.clock.max(self.clock) })
    }
}
