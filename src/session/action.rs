//! Everything that can happen at the page.

use super::message::{Message, Tone};
use super::model::{Dialog, Filter, Panel, Saved, StoreFacts};
use super::settings::{Language, Names, Theme};
use crate::core::caret::Selection;
use crate::core::command::Edge;
use crate::core::document::Status;
use crate::core::history::{Entry, History};
use crate::core::ids::{DocumentId, LabelId, SpanId, Writer};
use crate::core::keymap::KeyAction;
use crate::core::range::TextRange;
use crate::core::state::State;
use crate::core::transaction::Transaction;
use crate::core::units::Offset;
use std::rc::Rc;

/// Something that happens.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A key of the table was pressed.
    Key(KeyAction),
    /// The selection changed, by mouse or touch. A caret or `None` clears it.
    Select(Option<Selection>),
    /// A place in the open document is selected, said and brought into view, as one that was searched for.
    Show(TextRange),
    /// The caret goes to an offset; the flag extends the selection.
    CaretTo(Offset, bool),
    /// A click on the article met these spans, innermost first. The flag adds to the choice.
    Click(Vec<SpanId>, bool),
    /// A tap on the article, at that offset: selects the word, or extends to it.
    Tap(Offset),
    /// A span is chosen and shown. The flag adds to the choice.
    Choose(SpanId, bool),
    /// These spans of the open document are the chosen ones.
    ChooseAll(Vec<SpanId>),
    /// A label is given: to the selection, else to the chosen spans.
    Label(LabelId),
    /// That part of the selected word is selected.
    Part(usize),
    /// The latest change is taken back in passing: the same gesture goes on to another one in its place.
    Retract,
    /// A label is armed: what is selected by mouse gets it at once. `None`, or the armed one, puts it down.
    Arm(Option<LabelId>),
    /// A label is given to the chosen spans, whatever is selected.
    Relabel(LabelId),
    /// The chosen spans are deleted.
    Delete,
    /// An edge moves by one grapheme cluster, forward in the text or back: of the active span, else of the selection.
    Nudge(Edge, bool),
    /// An edge of a piece of the active span was dragged to an offset.
    DragEdge(Edge, Offset, usize),
    /// The selection becomes a piece of the span that was chosen before it.
    AddFragment,
    /// A piece of the active span is taken away.
    RemoveFragment(usize),
    /// The note of the active span is opened for typing.
    OpenNote,
    /// The note has this text now.
    TypeNote(String),
    /// The note is kept.
    KeepNote,
    /// What was typed into the note is dropped.
    DropNote,
    /// What was being typed when an earlier page ended is kept now.
    Restore(Rc<Entry>),
    /// Other tabs have changed the project, or an entry that was waiting got what it needs: this is what it is now.
    Merge(Rc<(State, History)>),
    /// These write in other open tabs.
    Beside(Rc<Vec<Writer>>),
    /// The desk made this change.
    Take(Rc<Transaction>),
    /// The desk says this, until it is dismissed.
    Told(Tone, Vec<Message>),
    /// What was asked for is in a part of the program that could not be loaded.
    NotLoaded,
    /// A document is opened; where a span is named, it is chosen and shown.
    Open(DocumentId, Option<SpanId>),
    /// A label's spans are hidden, or shown again.
    ToggleLabel(LabelId),
    /// All labels are shown.
    ShowLabels,
    /// These spans, in order of their ids, are not shown, and all others are.
    Veil(Rc<Vec<SpanId>>),
    /// A document's status is set.
    Status(DocumentId, Status),
    /// The annotator says who they are; empty for nobody.
    Annotator(String),
    /// The interface speaks this language.
    Speak(Language),
    /// The theme is set.
    Theme(Theme),
    /// The text is larger (`true`) or smaller.
    Size(bool),
    /// The lines stand further apart (`true`) or closer.
    Spacing(bool),
    /// Names of labels are shown like this.
    Names(Names),
    /// Single keys act, or not.
    SingleKeys(bool),
    /// An action has this key instead of its first, or (`None`) the table's own again.
    Rebind(KeyAction, Option<String>),
    /// All keys are the table's own again.
    ResetKeys,
    /// The margin shows this.
    Panel(Panel),
    /// The list is narrowed to this.
    Filter(Filter),
    /// A window is opened, or all are closed.
    Dialog(Option<Dialog>),
    /// The notice has been read.
    Dismiss,
    /// The project is downloaded.
    Download,
    /// The stores report.
    Saved(Saved),
    /// The stores were opened.
    Stores(StoreFacts),
}
