//! The project as shipped, kept beside the first entries, so that a later release replays over the same.

use super::page;
use crate::core::state::State;
use crate::format::native;
use crate::store::{Key, Seen, Snapshot};

/// The snapshot of a project without any entry: its key and its value. `None` where it cannot be written.
#[inline(never)]
pub fn shipped(project: &str, state: &State) -> Option<(String, String)> {
    let file = native::write_whole(state, &page::now()).ok()?;
    let value = Snapshot { seen: Seen::default(), apart: Vec::new(), project: file }.encode();
    Some((Key::Snapshot(project.to_owned(), 0).to_string(), value))
}
