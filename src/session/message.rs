//! What the page says, in data. `i18n` puts it into words, with what to do next.

use crate::core::refusal::Refusal;
use crate::core::transaction::ChangeName;

/// How a notice is shown and announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Said in passing.
    Info,
    /// Something is wrong: an alert.
    Error,
}

/// Something the page says until it is dismissed or replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How.
    pub tone: Tone,
    /// What, one message a line.
    pub messages: Vec<Message>,
}

/// What can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A command was not carried out.
    Refused(Refusal),
    /// A change was made.
    Done(ChangeName),
    /// A change was taken back.
    Undone(ChangeName),
    /// A change was made again.
    Redone(ChangeName),
    /// These words are selected.
    Selected(String),
    /// A span was reached: its label and words, and which of how many it is.
    Reached(crate::core::ids::LabelId, String, u32, u32),
    /// A label is armed, or none any more.
    Armed(Option<crate::core::ids::LabelId>),
    /// No label was used yet that could be given again.
    NoLabelYet,
    /// No word looks like an untagged name.
    NoName,
    /// Tagging by keys has begun.
    TaggingBegun,
    /// Tagging by keys was left.
    TaggingLeft,
    /// What the desk says, in Arabic and in English.
    Told([String; 2]),
    /// A file was made: its name.
    Downloaded(String),
    /// The check of the offsets before the download failed; a raw back-up was made instead.
    BackedUp(String),
    /// A part of the program that is loaded only when it is wanted could not be.
    NotLoaded,
    /// Nothing can be written: work goes on in memory.
    NoStore,
    /// Local storage alone works: the last seconds before a crash may be lost.
    LocalOnly,
    /// Local storage cannot be written; its mirror keeps the work.
    MirrorOnly,
    /// This many entries could not be read at start and were kept aside.
    SetAside(u32),
    /// A later version of the page has written what this one cannot read.
    OlderPage,
    /// The browser may clear what the page keeps; said at the first tag.
    MayBeCleared,
}
