//! Which actions lead into the rest of the program, which comes a moment after the page takes input. Tagging, undo
//! of a few things, notes and whatever keeps them do not.

use super::action::Action;
use super::model::Panel;
use crate::core::history::{Entry, History};
use crate::core::keymap::KeyAction;
use crate::format::entry::LONG;
use std::rc::Rc;

impl Action {
    /// Whether it is carried out, or what it opens is drawn, by the rest of the program.
    #[must_use]
    pub fn needs_rest(&self, history: &History) -> bool {
        let is_long = |entry: Option<&Rc<Entry>>| entry.is_some_and(|entry| entry.transaction.ops.len() >= LONG);
        match self {
            Self::Key(KeyAction::Undo) => is_long(history.undoable()),
            Self::Key(KeyAction::Redo) => is_long(history.redoable()),
            Self::Key(key) => matches!(
                key,
                KeyAction::List
                    | KeyAction::Palette
                    | KeyAction::Download
                    | KeyAction::Delete
                    | KeyAction::Hold(_)
                    | KeyAction::Fragment
            ),
            Self::Delete | Self::Nudge(..) | Self::DragEdge(..) | Self::AddFragment | Self::RemoveFragment(_) => true,
            Self::Panel(panel) => *panel == Panel::List,
            Self::Dialog(dialog) => dialog.is_some(),
            Self::Download => true,
            _ => false,
        }
    }
}
