//! Whose work is in a project: each annotation set in figures, and sets taken out. Used by the desk alone.

use super::cascade;
use super::command::{Context, SpanRef};
use super::ids::{DocumentId, SetId};
use super::op::{Item, Op};
use super::project::Role;
use super::refusal::Refusal;
use super::state::State;
use super::transaction::{ChangeName, Transaction};
use std::collections::HashMap;

/// A set in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The set.
    pub set: SetId,
    /// Its spans.
    pub spans: usize,
    /// How many of them stand on which document; only where there are any, in the order of the documents.
    pub documents: Vec<(DocumentId, usize)>,
    /// When one of its spans was last changed: RFC 3339, UTC; `None` without spans.
    pub last: Option<String>,
}

/// Every set in figures, in their order. `is_later` compares two times.
#[must_use]
pub fn shares(state: &State, is_later: fn(&str, &str) -> bool) -> Vec<Share> {
    let empty = |set: &SetId| Share { set: set.clone(), spans: 0, documents: Vec::new(), last: None };
    let mut shares = state.sets.iter().map(|set| empty(&set.id)).collect::<Vec<_>>();
    let places = state.sets.iter().enumerate().map(|(place, set)| (&set.id, place)).collect::<HashMap<_, _>>();
    for document in &state.documents {
        let mut counts = vec![0; shares.len()];
        for span in document.spans.iter() {
            let Some(&place) = places.get(&span.set) else { continue };
            counts[place] += 1;
            let last = &mut shares[place].last;
            if last.as_deref().is_none_or(|last| is_later(&span.updated_at, last)) {
                *last = Some(span.updated_at.clone());
            }
        }
        for (share, count) in shares.iter_mut().zip(counts).filter(|(_, count)| *count > 0) {
            share.spans += count;
            share.documents.push((document.document.id.clone(), count));
        }
    }
    shares
}

/// Takes a set of somebody else out, with all that is in it, as one step.
///
/// # Errors
/// When the set is gone, or is one's own.
pub fn remove(state: &State, context: &Context, id: &SetId) -> Result<Transaction, Refusal> {
    let set = state.set(id).ok_or(Refusal::Gone)?;
    if set.role == Role::Own {
        return Err(Refusal::ReadOnly);
    }
    let (mut ops, mut after) = (Vec::new(), state.clone());
    let mut put = |op: Op, after: &mut State| {
        after.make(&op).map_err(|_| Refusal::Gone)?;
        ops.push(op);
        Ok::<(), Refusal>(())
    };
    for record in state.records.iter().filter(|record| record.text("set") == Some(id.as_str())) {
        for op in record.name().map(|name| cascade::before_removing_record(&after, &name)).unwrap_or_default() {
            put(op, &mut after)?;
        }
        put(Op::Remove(Item::Record(record.clone())), &mut after)?;
    }
    let spans = state.documents.iter().flat_map(|one| {
        let own = one.spans.iter().filter(|span| span.set == *id);
        own.map(|span| (one.document.id.clone(), span.clone()))
    });
    let spans = spans.collect::<Vec<_>>();
    let named = spans.iter().map(|(document, span)| (document.clone(), span.id.clone())).collect::<Vec<SpanRef>>();
    for op in cascade::before_removing(&after, &named, &context.now) {
        put(op, &mut after)?;
    }
    let count = spans.len() as u32;
    for (document, span) in spans {
        put(Op::Remove(Item::Span(document, span)), &mut after)?;
    }
    put(Op::Remove(Item::Set(set.clone())), &mut after)?;
    Ok(Transaction { name: ChangeName::DeleteMany(count), document: None, ops })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::{bare_span, ids, world};
    use crate::core::project::AnnotationSet;
    use std::rc::Rc;

    fn context() -> Context {
        Context { now: "2026-03-01T00:00:00Z".to_owned(), ids: ids(), annotator: None }
    }

    fn two() -> State {
        let mut state = world("زار [PERS:محمود عباس] القاهرة");
        let own = state.sets[0].clone();
        Rc::make_mut(&mut state.sets).push(AnnotationSet { id: "hers".into(), role: Role::Received, ..own });
        let span = |id: &str, start, end| {
            Item::Span("doc".into(), Rc::new(crate::core::span::Span { set: "hers".into(), ..bare_span(id, "GPE", start, end) }))
        };
        let state = state.apply(&Op::Add(span("h-1", 0, 3))).expect("it fits");
        state.apply(&Op::Add(span("h-2", 4, 9))).expect("it fits")
    }

    #[test]
    fn sets_are_counted_and_taken_out_as_one_step() {
        let state = two();
        let found = shares(&state, |one, other| one > other);
        assert_eq!(found.iter().map(|share| share.spans).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(found[1].documents, [("doc".into(), 2)]);
        let transaction = remove(&state, &context(), &"hers".into()).expect("it is taken out");
        let after = transaction.apply(&state).expect("it fits");
        assert_eq!((after.sets.len(), shares(&after, |_, _| false)[0].spans), (1, 1));
        assert_eq!(transaction.inverse().apply(&after).expect("it is undone"), state);
    }

    #[test]
    fn one_s_own_set_stays() {
        assert_eq!(remove(&two(), &context(), &"me".into()), Err(Refusal::ReadOnly));
        assert_eq!(remove(&two(), &context(), &"nobody".into()), Err(Refusal::Gone));
    }
}
