//! Opening several files at once: all that can be read, as one transaction, and what came of each.

use super::{ReadFault, Report, open, read};
use crate::core::ids::IdMaker;
use crate::core::state::State;
use crate::core::transaction::{ChangeName, Transaction};

/// Why a file could not be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// The browser could not read it.
    Unread,
    /// It is not UTF-8 text.
    NotUtf8,
    /// It has more bytes than [`super::BYTES_MAX`], and was not read.
    TooLarge {
        /// Its bytes.
        bytes: usize,
    },
}

/// What came of a file: its name, and what it brought or why it was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// It was opened.
    Merged(String, Report),
    /// It could not be read.
    Unreadable(String, FileFault),
    /// It is not one that can be opened.
    Refused(String, Box<ReadFault>),
}

impl Opened {
    /// Whether nothing of the file was taken, which is told as a fault.
    #[must_use]
    pub const fn is_fault(&self) -> bool {
        !matches!(self, Self::Merged(..))
    }
}

/// What files are to a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// What brings them in, as one step; `None` where they have nothing new. It fits the state.
    pub transaction: Option<Transaction>,
    /// What came of each file, in their order.
    pub files: Vec<Opened>,
}

/// Reads files, given as their names and texts, and merges what can be read into a project. What cannot be read changes
/// nothing and is named. `ids` makes the ids of spans whose own are taken here.
#[must_use]
pub fn open_files(state: &State, files: Vec<(String, Result<String, FileFault>)>, ids: &mut IdMaker) -> Opening {
    let mut state = state.clone();
    let mut whole: Option<Transaction> = None;
    let mut open_one = |name: String, text: Result<String, FileFault>| {
        let text = match text {
            Ok(text) => text,
            Err(fault) => return Opened::Unreadable(name, fault),
        };
        let incoming = match read(&text) {
            Ok(incoming) => incoming,
            Err(fault) => return Opened::Refused(name, Box::new(fault)),
        };
        let (transaction, report) = open(&state, &incoming, &name, ids);
        if let Ok(next) = transaction.apply(&state) {
            state = next;
            whole = Some(match whole.take() {
                Some(before) => joined(before, transaction, &name),
                None => transaction,
            });
        }
        Opened::Merged(name, report)
    };
    let files = files.into_iter().map(|(name, text)| open_one(name, text)).collect();
    Opening { transaction: whole.filter(|whole| !whole.ops.is_empty()), files }
}

fn joined(mut whole: Transaction, next: Transaction, name: &str) -> Transaction {
    whole.ops.extend(next.ops);
    if let ChangeName::Open(names) = &mut whole.name {
        names.push_str("، ");
        names.push_str(name);
    }
    whole.document = whole.document.or(next.document);
    whole
}
