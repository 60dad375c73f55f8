//! Files that come back from annotators: what each of them calls their own becomes a set of theirs here, read-only, as one
//! step over all files.
//!
//! It is narrower than opening: of a file with work of its own that work alone is taken, so that what was handed out does
//! not come back; a document with a known id and another text is refused and named; the project's own settings and the
//! status of its documents stay. A set that was returned before becomes what the later file says.

mod gone;
mod theirs;

use super::merge::{Report, open};
use super::opening::FileFault;
use super::read::{Incoming, read};
use super::{ReadFault, time};
use crate::core::document::Status;
use crate::core::ids::{DocumentId, IdMaker, SetId};
use crate::core::op::{Carried, Change, Op};
use crate::core::project::AnnotationSet;
use crate::core::record::Extra;
use crate::core::state::State;
use crate::core::transaction::{ChangeName, Transaction};
use serde_json::{Map, Value};
use theirs::Theirs;

/// The field of a set that tells of its return: from which file, when that was written, and how far each document was.
const RETURNED: &str = "returned";

/// What a set is to the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It was not here.
    New,
    /// It was returned before, and becomes what the file says.
    Updated,
    /// It was returned before, and says the same.
    Same,
    /// It was returned before, in a file written later than this one; it stays.
    Older,
    /// It is one's own set, not somebody else's; it stays.
    Ours,
}

/// A set of a returned file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Its id here.
    pub set: SetId,
    /// Whose it is: the name in the file, else the file's own.
    pub annotator: String,
    /// What it is to the project.
    pub how: How,
    /// Spans of it that were taken.
    pub spans: usize,
}

/// A document of a returned file that has another text here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherText {
    /// Its title in the file.
    pub title: String,
    /// Spans on it that were not taken.
    pub spans: usize,
}

/// What a returned file brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The file's name.
    pub file: String,
    /// Its sets.
    pub sets: Vec<Brought>,
    /// What was done, as opening tells it.
    pub report: Report,
    /// Spans and records that the later file has no more.
    pub removed: usize,
    /// Documents that were refused.
    pub other_texts: Vec<OtherText>,
    /// Sets of others beside one's own in the file, which were left out.
    pub left_out: usize,
}

/// What came of a returned file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// It could not be read: its name, and why.
    Unreadable(String, FileFault),
    /// It is no project: its name, and why.
    Refused(String, Box<ReadFault>),
    /// It was read.
    Taken(Taken),
}

impl Came {
    /// Whether something of it was not taken that should have been, which is told as a fault.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        match self {
            Self::Taken(taken) => !taken.other_texts.is_empty() || taken.sets.is_empty(),
            _ => true,
        }
    }
}

/// What returned files are to a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// What brings them in, as one step; `None` where they have nothing new. It fits the state.
    pub transaction: Option<Transaction>,
    /// What came of each file, in their order.
    pub files: Vec<Came>,
}

/// Taking files that come back from annotators, one after the other, over a project as it stood.
pub struct Returning {
    state: State,
    ops: Vec<Op>,
    document: Option<DocumentId>,
    names: Vec<String>,
    files: Vec<Came>,
}

impl Returning {
    /// Begins over a project.
    #[must_use]
    pub fn over(state: &State) -> Self {
        Self { state: state.clone(), ops: Vec::new(), document: None, names: Vec::new(), files: Vec::new() }
    }

    /// Takes a file, given as its name and text. What cannot be read changes nothing and is named. `now` is RFC 3339, UTC;
    /// `ids` makes the ids of spans whose own are taken here.
    pub fn take(&mut self, name: String, text: Result<&str, FileFault>, now: &str, ids: &mut IdMaker) {
        let came = match text.map(read) {
            Err(fault) => Came::Unreadable(name, fault),
            Ok(Err(fault)) => Came::Refused(name, Box::new(fault)),
            Ok(Ok(incoming)) => {
                let (transaction, taken) = one(&self.state, &incoming, name, now, ids);
                if !transaction.ops.is_empty()
                    && let Ok(next) = transaction.apply(&self.state)
                {
                    self.state = next;
                    self.ops.extend(transaction.ops);
                    self.document = self.document.take().or(transaction.document);
                    self.names.push(taken.file.clone());
                }
                Came::Taken(taken)
            }
        };
        self.files.push(came);
    }

    /// What came of it.
    #[must_use]
    pub fn done(self) -> Gathering {
        let name = ChangeName::Open(self.names.join("، "));
        let transaction = (!self.ops.is_empty()).then_some(Transaction { name, document: self.document, ops: self.ops });
        Gathering { transaction, files: self.files }
    }
}

fn one(state: &State, incoming: &Incoming, file: String, now: &str, ids: &mut IdMaker) -> (Transaction, Taken) {
    let theirs = Theirs::of(state, incoming, &file);
    let Theirs { state: narrowed, mut sets, other_texts, left_out, mirrored } = theirs;
    let narrowed = Incoming { exported_at: incoming.exported_at.clone(), state: narrowed };
    let (mut transaction, report) = open(state, &narrowed, &file, ids);
    let mut removed = 0;
    // What opening makes of a file fits; where it did not, nothing would be taken of it.
    if let Ok(after) = transaction.apply(state) {
        let gone = gone::ops(&after, &narrowed.state, &mirrored, now);
        removed = gone.iter().filter(|op| matches!(op, Op::Remove(_))).count();
        let changed =
            |set: &AnnotationSet| state.set(&set.id).is_some_and(|known| known.extra.get(RETURNED) != set.extra.get(RETURNED));
        let later = narrowed.state.sets.iter().filter(|set| changed(set));
        let later = later.filter_map(|set| Some(told(after.set(&set.id)?, set.extra.get(RETURNED).cloned())));
        let later = later.collect::<Vec<_>>();
        transaction.ops.extend(gone);
        transaction.ops.extend(later);
    }
    let changed = report.spans_added + report.spans_changed + report.records_added > 0 || removed > 0;
    for set in &mut sets {
        if set.how == How::Updated && !changed {
            set.how = How::Same;
        }
    }
    (transaction, Taken { file, sets, report, removed, other_texts, left_out })
}

/// The op that tells of a later return.
fn told(known: &AnnotationSet, returned: Option<Value>) -> Op {
    let at = |extra| Carried::Set(known.id.clone(), extra);
    let after = known.extra.with(RETURNED, returned);
    Op::Change(Change::Carried { before: at(known.extra.clone()), after: at(after) })
}

/// What a set tells of its return.
fn returned(file: &str, exported_at: Option<&str>, statuses: &[(DocumentId, Status)]) -> Value {
    let mut fields = Map::new();
    fields.insert("file".to_owned(), file.into());
    if let Some(at) = exported_at {
        fields.insert("exported_at".to_owned(), at.into());
    }
    let documents = statuses.iter().map(|(id, status)| (id.to_string(), Value::from(status.name())));
    fields.insert("documents".to_owned(), Value::Object(documents.collect()));
    Value::Object(fields)
}

/// How far the annotator of a returned set was with a document when they wrote the file. `None` where nothing says so.
#[must_use]
pub fn status_of(set: &AnnotationSet, document: &DocumentId) -> Option<Status> {
    set.extra.get(RETURNED)?.get("documents")?.get(document.as_str())?.as_str().and_then(Status::named)
}

/// When the file of a returned set was written: RFC 3339, UTC.
#[must_use]
pub fn written_at(set: &AnnotationSet) -> Option<&str> {
    set.extra.get(RETURNED)?.get("exported_at")?.as_str()
}

/// Whether a time is later than another, both RFC 3339, UTC.
#[must_use]
pub fn is_later(one: &str, other: &str) -> bool {
    time::order(one) > time::order(other)
}

/// The fields of a set with what tells of its return.
fn with_returned(extra: &Extra, value: Value) -> Extra {
    extra.with(RETURNED, Some(value))
}

#[cfg(test)]
mod tests;
