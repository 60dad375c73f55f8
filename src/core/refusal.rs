//! Why a command is not carried out, in data; `i18n` says it in both languages with what to do next.

use super::ids::LabelId;

/// Why a command is not carried out. The state is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is selected that could be tagged.
    NothingSelected,
    /// No span is chosen.
    NoSpan,
    /// The set holds this label on these words already.
    AlreadyTagged(LabelId, String),
    /// The span is somebody else's.
    ReadOnly,
    /// The edge can go no further.
    EdgeBlocked,
    /// The span is in several parts, whose edges this version does not move.
    Discontinuous,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// Another change stands on the one to be undone or redone.
    Depended,
    /// The command would change nothing.
    NoChange,
    /// What the command names is not there any more.
    Gone,
    /// So many spans have the label, and it was not said what becomes of them.
    LabelInUse(u32),
    /// A label would stand under itself.
    LabelCycle,
    /// The page itself uses the key.
    KeyTaken,
}
