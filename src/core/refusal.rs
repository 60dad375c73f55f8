//! Why a command is not carried out, in data; `i18n` says it in both languages with what to do next.

use super::ids::LabelId;

/// Why a command is not carried out. The state is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is selected that could be tagged.
    NothingSelected,
    /// No span is chosen.
    NoSpan,
    /// No span was chosen before words were selected, so that there is none to add them to.
    NoBase,
    /// The set holds this label on these words already.
    AlreadyTagged(LabelId, String),
    /// The span is somebody else's.
    ReadOnly,
    /// The edge can go no further.
    EdgeBlocked,
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
    /// Something about relations, events, entities, links or attributes.
    Shape(ShapeRefusal),
}

/// Why nothing is joined, named or given a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeRefusal {
    /// Both ends are one span.
    SameSpan,
    /// Both ends of a link are in one document.
    SameDocument,
    /// The ends of a relation are in two documents.
    OtherDocument,
    /// It is there already.
    AlreadyThere,
    /// The rules of a type do not allow a label: the type's id, the label, and whether it is the `from` end.
    NotAllowed(String, LabelId, bool),
    /// An event type does not allow a label as its trigger.
    TriggerNotAllowed(String, LabelId),
    /// A role of an event has as many spans as it may.
    RoleFull(String),
    /// What is typed is no number.
    BadNumber,
    /// What is typed is no date.
    BadDate,
    /// What is typed is no outside id.
    BadOutsideId,
    /// So many records are of that type, and it was not said what becomes of them.
    KindInUse(u32),
    /// The tagset has no such types yet.
    NoKinds,
    /// A title would have no letter.
    NoTitle,
    /// What is typed is no tag of a language.
    BadLanguage,
    /// No document would remain.
    LastDocument,
}
