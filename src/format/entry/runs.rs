//! The ops of a transaction, of which a run of plain spans stands as one.
//!
//! Tagging everything alike makes thousands of spans that differ in their limits alone, and a file brings as many with a
//! handful of labels. Each on its own is some 250 characters of a store that holds five million; in a run it is some
//! twenty, and as much quicker to write and read.

mod write;

use crate::core::ids::{DocumentId, SpanId};
use crate::core::op::{Item, Op};
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::span::Span;
use crate::format::json;
use crate::format::shape::{Shape, variant};
use serde_json::Value;
use std::rc::Rc;
use write::Run;

/// Fewer spans than this stand each on its own, as the first release wrote them. Whoever writes an entry with as many ops
/// or more needs the rest of the program, which writes runs.
pub const LEAST: usize = 8;

/// The longest text that a run says once for all of its spans: what is kept for each of them must not make a small value a
/// large one. Files hold no longer times and ids.
const LONGEST: usize = 64;

/// The field that a run stands under, where another op has its own name.
const RUN: &str = "run";

/// What a span of a run has as text. A run has of each field the one text, or a list of texts; then each span has a number
/// that says which. `updated` is left out where it is `at`. `ids` is the beginning of an id, up to its last hyphen.
const FIELDS: [&str; 5] = ["set", "label", "at", "ids", "updated"];

/// Where among them it stands when a span was made.
const AT: usize = 2;

/// Where among them it stands when it was last changed.
const UPDATED: usize = 4;

/// The numbers of each span besides: what follows the last hyphen of its id, its start and its end.
const NUMBERS: usize = 3;

/// How ops are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// Each on its own.
    Single,
    /// With a run of spans that differ in their ids and limits alone.
    Alike,
    /// With a run of spans that differ in more.
    Unlike,
}

/// How these ops are written: earlier versions of the envelope know less.
#[must_use]
pub fn held(ops: &[Op]) -> Held {
    let (mut rest, mut held) = (ops, Held::Single);
    while rest.len() >= LEAST {
        let run = run(rest);
        rest = &rest[run.as_ref().map_or(1, Run::len)..];
        held = held.max(run.map_or(Held::Single, |run| if run.is_unlike() { Held::Unlike } else { Held::Alike }));
    }
    held
}

/// Appends the ops as JSON.
pub fn put(ops: &[Op], out: &mut String) {
    out.push('[');
    let mut rest = ops;
    while let Some((op, after)) = rest.split_first() {
        json::next(out);
        if let Some(run) = run(rest) {
            write::put_run(&run, out);
            rest = &rest[run.len()..];
        } else {
            op.put(out);
            rest = after;
        }
    }
    out.push(']');
}

/// The run that begins with the first op, if there is one. What cannot begin one does not ask the rest of the program, which
/// may not have come.
fn run(ops: &[Op]) -> Option<Run<'_>> {
    let may = matches!(ops.first()?, Op::Add(Item::Span(..)) | Op::Remove(Item::Span(..)));
    if may && ops.len() >= LEAST { write::run(ops) } else { None }
}

/// The ops out of JSON.
#[must_use]
pub fn get(value: &Value) -> Option<Vec<Op>> {
    let mut ops = Vec::new();
    value.as_array()?.iter().try_for_each(|value| take(value, &mut ops))?;
    Some(ops)
}

/// One op, or the run of them that stands as one, out of JSON.
#[must_use]
pub fn take(value: &Value, ops: &mut Vec<Op>) -> Option<()> {
    match variant(value)? {
        (RUN, run) => get_run(run, ops)?,
        _ => ops.push(Op::get(value)?),
    }
    Some(())
}

fn get_run(run: &Value, ops: &mut Vec<Op>) -> Option<()> {
    let adds = run["adds"].as_bool()?;
    let document = DocumentId::get(&run["document"])?;
    let texts = FIELDS.map(|name| &run[name]);
    let width = NUMBERS + texts.iter().filter(|texts| texts.is_array()).count();
    let numbers = Vec::<u32>::get(&run["spans"])?;
    if numbers.len() % width != 0 {
        return None;
    }
    for span in numbers.chunks_exact(width) {
        let mut which = span[NUMBERS..].iter();
        let mut said = [""; FIELDS.len()];
        for (field, texts) in texts.iter().enumerate() {
            let text = match texts {
                Value::Array(several) => several.get(*which.next()? as usize)?.as_str(),
                Value::Null if field == UPDATED => Some(said[AT]),
                one => one.as_str(),
            };
            said[field] = text.filter(|text| text.len() <= LONGEST)?;
        }
        let [set, label, at, ids, updated] = said;
        let span = Span {
            id: SpanId::new(format!("{ids}-{}", span[0])),
            set: set.into(),
            label: label.into(),
            range: TextRange::of(span[1], span[2]),
            fragments: Vec::new(),
            note: String::new(),
            attributes: Extra::default(),
            created_at: at.to_owned(),
            updated_at: updated.to_owned(),
            extra: Extra::default(),
        };
        let item = Item::Span(document.clone(), Rc::new(span));
        ops.push(if adds { Op::Add(item) } else { Op::Remove(item) });
    }
    Some(())
}

#[cfg(test)]
mod tests;
