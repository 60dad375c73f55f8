//! What an action asks of the browser beyond showing the new session.

use super::message::Message;
use crate::core::desk::DeskPage;
use crate::core::history::Entry;
use crate::core::ids::SpanId;
use crate::core::keymap::{Arrow, ShapeAct};
use crate::core::range::TextRange;
use crate::core::units::Offset;
use std::rc::Rc;

/// Where the focus goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Focus {
    /// The reading surface.
    Surface,
    /// The note field of the active card.
    Note,
    /// The card of a span.
    Card(SpanId),
}

/// Something the browser is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Write an entry to the journal, in this task.
    Journal(Rc<Entry>),
    /// Write an entry that does not fit now to the journal, where it waits for what it needs.
    Wait(Rc<Entry>),
    /// Write the draft of a note, as the entry that leaving the field would make, or remove it.
    Draft(Option<Rc<Entry>>),
    /// Keep the settings.
    KeepSettings,
    /// Say something to a screen reader.
    Announce(Message),
    /// Bring a range of the open document into view.
    Reveal(TextRange),
    /// Bring an edge that was moved into view. It stays where it is as long as it can be seen: the pointer may be on what
    /// moved it.
    Follow(Offset),
    /// Move the caret to the line above or below; the flag extends the selection.
    Line(Arrow, bool),
    /// Offer a file: its name and its text.
    Offer(String, String),
    /// Have the desk do something.
    Shape(ShapeAct),
    /// Open a page of the desk.
    Desk(DeskPage),
    /// Have the desk go to a suggestion or accept it (`true`), or refuse it.
    Suggest(bool),
    /// Move the focus.
    Focus(Focus),
}
