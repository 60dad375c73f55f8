//! A project as it is handed from the first program to the second: in pieces, none of which takes either of them long.
//!
//! The first piece is a native file of all that is small; each other one is a list of ops in the journal's shape, which
//! bring a document, some of its spans, or some records. Nothing is left out, not even records that wait for a span.

use super::entry;
use super::native::{self, WriteFault};
use crate::core::document::Status;
use crate::core::op::{Change, Item, Op};
use crate::core::state::State;
use std::rc::Rc;

/// How many spans or records go into a piece: some milliseconds of work at either end.
const MANY: usize = 500;

/// The pieces of a project as it stood when they were begun.
#[derive(Debug)]
pub struct Pieces {
    state: State,
    /// How many documents have been handed over with all of their spans.
    documents: usize,
    /// How many spans of the next document have been handed over; `None` before the document itself.
    spans: Option<usize>,
    /// How many records have been handed over.
    records: usize,
}

impl Pieces {
    /// The first piece, and the rest of them. `at` is RFC 3339, UTC.
    ///
    /// # Errors
    /// Those of [`native::write_whole`].
    pub fn begin(state: &State, at: &str) -> Result<(String, Self), WriteFault> {
        let small = State { documents: Vec::new(), records: Rc::default(), ..state.clone() };
        let first = native::write_whole(&small, at)?;
        Ok((first, Self { state: state.clone(), documents: 0, spans: None, records: 0 }))
    }

    fn ops(&mut self) -> Vec<Op> {
        while let Some(one) = self.state.documents.get(self.documents) {
            let id = &one.document.id;
            let Some(spans) = self.spans else {
                self.spans = Some(0);
                let status = Change::Status { document: id.clone(), before: Status::New, after: one.status };
                return vec![Op::Add(Item::Document(one.document.clone())), Op::Change(status)];
            };
            let next = one.spans.iter().skip(spans).take(MANY);
            let ops = next.map(|span| Op::Add(Item::Span(id.clone(), span.clone()))).collect::<Vec<_>>();
            if !ops.is_empty() {
                self.spans = Some(spans + ops.len());
                return ops;
            }
            self.documents += 1;
            self.spans = None;
        }
        let next = self.state.records.iter().skip(self.records).take(MANY);
        let ops = next.map(|record| Op::Add(Item::Record(record.clone()))).collect::<Vec<_>>();
        self.records += ops.len();
        ops
    }
}

impl Iterator for Pieces {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let ops = self.ops();
        (!ops.is_empty()).then(|| entry::ops_text(&ops))
    }
}

/// The project that the first piece begins; `None` where it cannot be read.
#[must_use]
pub fn begun(first: &str) -> Option<State> {
    native::read(first).ok().map(native::state_from)
}

/// Puts another piece to a project, in the order in which they came. `None` where it cannot be read or does not fit.
#[must_use]
pub fn take(state: &mut State, piece: &str) -> Option<()> {
    for op in &entry::ops_of(piece)? {
        match op {
            // In the order that they have, which is not always that of their making.
            Op::Add(Item::Record(record)) => Rc::make_mut(&mut state.records).push(record.clone()),
            op => state.make(op).ok()?,
        }
    }
    Some(())
}
