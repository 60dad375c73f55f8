//! What a set had in an earlier file and has no more in a later one.

use crate::core::cascade;
use crate::core::command::SpanRef;
use crate::core::ids::SetId;
use crate::core::names::Names;
use crate::core::op::{Item, Op};
use crate::core::record::Record;
use crate::core::state::State;

/// The ops that take out of these sets what a file lacks, on the documents that it has. `state` has taken in all else of it.
pub(super) fn ops(state: &State, file: &State, sets: &[SetId], now: &str) -> Vec<Op> {
    if sets.is_empty() {
        return Vec::new();
    }
    let (mut ids, mut said, mut records) = (Names::default(), Names::default(), Names::default());
    for document in &file.documents {
        for span in document.spans.iter() {
            ids.add(span.id.as_str());
            said.add(&[document.document.sha256.as_str(), " ", &span.saying()].concat());
        }
    }
    let named = |record: &Record| [record.collection.field(), " ", record.id().unwrap_or_default()].concat();
    for record in file.records.iter() {
        records.add(&named(record));
    }
    let has = |set: &str| sets.iter().any(|one| one.as_str() == set);
    let (mut ops, mut spans): (Vec<Op>, Vec<SpanRef>) = (Vec::new(), Vec::new());
    let mut after = state.clone();
    let mut put = |op: Op, after: &mut State| {
        if let Ok(next) = after.apply(&op) {
            *after = next;
            ops.push(op);
        }
    };
    let read = |sha256: &str| file.documents.iter().any(|one| one.document.sha256 == sha256);
    let homes = state.documents.iter().filter(|one| read(&one.document.sha256)).collect::<Vec<_>>();
    for record in state.records.iter().filter(|record| record.text("set").is_some_and(has) && !records.has(&named(record))) {
        let here = |id| homes.iter().any(|one| one.document.id == id);
        if !record.document.clone().is_none_or(here) {
            continue;
        }
        for op in record.name().map(|name| cascade::before_removing_record(&after, &name)).unwrap_or_default() {
            put(op, &mut after);
        }
        put(Op::Remove(Item::Record(record.clone())), &mut after);
    }
    for home in &homes {
        for span in home.spans.iter().filter(|span| sets.contains(&span.set)) {
            let saying = [home.document.sha256.as_str(), " ", &span.saying()].concat();
            if !ids.has(span.id.as_str()) && !said.has(&saying) {
                spans.push((home.document.id.clone(), span.id.clone()));
            }
        }
    }
    for op in cascade::before_removing(&after, &spans, now) {
        put(op, &mut after);
    }
    for (document, id) in spans {
        if let Some(span) = after.span(&document, &id).cloned() {
            put(Op::Remove(Item::Span(document, span)), &mut after);
        }
    }
    ops
}
