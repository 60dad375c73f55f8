//! The desk's own copy of the project, kept in step by the journal's entries.

use super::link::Link;
use crate::core::state::State;
use crate::format::{entry, handover};
use crate::web::dom;
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
        let mut state = handover::begun(&link.base()?)?;
        while let Some(piece) = link.more() {
            handover::take(&mut state, &piece)?;
        }
        Some(Self { state: Rc::new(state), clock: 0 })
    }

    /// As [`Self::of`], with time for keys and frames between the pieces. Entries that are made meanwhile are told later.
    pub async fn gathered(link: &Link) -> Option<Self> {
        let mut state = handover::begun(&link.base()?)?;
        while let Some(piece) = link.more() {
            handover::take(&mut state, &piece)?;
            dom::rest().await;
        }
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
