//! Which actions lead into the rest of the program, which comes a moment after the page takes input. Tagging, undo, notes
//! and whatever keeps them do not.

use super::action::Action;
use super::model::Panel;
use crate::core::keymap::KeyAction;

impl Action {
    /// Whether it is carried out, or what it opens is drawn, by the rest of the program.
    #[must_use]
    pub fn needs_rest(&self) -> bool {
        match self {
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
