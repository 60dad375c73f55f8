//! A label for many places at once: one transaction, so that one undo takes it back.

use super::command::{Context, new_span, own_set, quote};
use super::document::Status;
use super::fold::limits;
use super::ids::{DocumentId, LabelId};
use super::op::{Change, Item, Op};
use super::range::TextRange;
use super::refusal::Refusal;
use super::snap;
use super::state::State;
use super::text::Text;
use super::transaction::{ChangeName, Transaction};
use std::collections::HashSet;
use std::rc::Rc;

/// Gives places a label, each snapped and trimmed. Those that have it already are passed over.
///
/// # Errors
/// When a document or the label is gone, or no place is left.
pub fn tag(
    state: &State,
    context: &mut Context,
    places: &[(DocumentId, TextRange)],
    label: &LabelId,
) -> Result<Transaction, Refusal> {
    state.tagset.get(label).ok_or(Refusal::Gone)?;
    let (mut ops, mut count, mut begun) = (Vec::new(), 0, HashSet::new());
    let mut said = HashSet::new();
    let mut last = Err(Refusal::NothingSelected);
    let set = own_set(state, context, &mut ops);
    for (id, range) in places {
        let document = state.document(id).ok_or(Refusal::Gone)?;
        let Some(range) = snapped(&document.document.text, *range) else { continue };
        let span = new_span(context, &set, label, range);
        if document.spans.repeated(&span).is_some() || !said.insert((id, range)) {
            last = last.map_err(|_| Refusal::AlreadyTagged(label.clone(), quote(document, range)));
            continue;
        }
        ops.push(Op::Add(Item::Span(id.clone(), Rc::new(span))));
        count += 1;
        if begun.insert(id) && document.status == Status::New {
            ops.push(Op::Change(Change::Status { document: id.clone(), before: Status::New, after: Status::Working }));
        }
        last = last.or_else(|_| Ok((quote(document, range), id.clone())));
    }
    let (words, document) = last?;
    let name = if count == 1 { ChangeName::Tag(label.clone(), words) } else { ChangeName::TagMany(count, label.clone()) };
    Ok(Transaction { name, document: Some(document), ops })
}

/// As [`snap::snapped`], which walks the block; where a range begins and ends with letters its neighbours tell.
fn snapped(text: &Text, range: TextRange) -> Option<TextRange> {
    let wide = limits::widened(text, range);
    let words = text.slice(wide);
    let letters = words.starts_with(limits::is_word) && words.ends_with(limits::is_word);
    if letters { Some(wide) } else { snap::snapped(text, range) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::{NOW, document, ids, spans, world};
    use crate::core::ids::{IdMaker, Writer};
    use crate::core::project::{Project, Role};
    use crate::core::record::Extra;
    use crate::core::tagset::Tagset;

    fn context() -> Context {
        Context { now: NOW.into(), ids: ids(), annotator: Some("هند".into()) }
    }

    /// Applies a transaction, proves that one undo gives back the start, and returns what came of it.
    fn apply(state: &State, transaction: &Transaction) -> State {
        let after = transaction.apply(state).expect("it applies");
        assert_eq!(transaction.inverse().apply(&after).as_ref(), Ok(state));
        after
    }

    fn places(ranges: &[(u32, u32)]) -> Vec<(DocumentId, TextRange)> {
        ranges.iter().map(|&(start, end)| ("doc".into(), TextRange::of(start, end))).collect()
    }

    #[test]
    fn many_places_get_a_label_and_those_that_have_it_are_passed_over() {
        let state = world("[GPE:إيران] ولإيران وإيران");
        let transaction = tag(&state, &mut context(), &places(&[(0, 5), (8, 13), (15, 20), (14, 20), (15, 20)]), &"GPE".into());
        let transaction = transaction.expect("three are left");
        assert_eq!(transaction.name, ChangeName::TagMany(3, "GPE".into()));
        let after = apply(&state, &transaction);
        assert_eq!(spans(&after), ["GPE:إيران", "GPE:إيران", "GPE:وإيران", "GPE:إيران"]);
        assert_eq!(after.documents[0].status, Status::Working);
        let mut later = Context { ids: IdMaker::new(&Writer::new("w"), 1), ..context() };
        let again = tag(&after, &mut later, &places(&[(0, 5), (8, 13)]), &"GPE".into());
        assert_eq!(again, Err(Refusal::AlreadyTagged("GPE".into(), "إيران".into())));
    }

    #[test]
    fn the_first_tags_make_one_set_and_begin_each_document() {
        let project = Project { id: "test".into(), name: String::new(), extra: Extra::default(), top: Extra::default() };
        let add = |id, text| Op::Add(Item::Document(Rc::new(document(id, text))));
        let ops = [add("a", "إيران وإيران"), add("b", "لإيران"), add("c", "غيرها")];
        let state = ops.iter().try_fold(State::new(project, Tagset::wojood()), |state, op| state.apply(op)).expect("documents");
        let everywhere = [("a", 0, 5), ("a", 7, 12), ("b", 1, 6)].map(|(id, start, end)| (id.into(), TextRange::of(start, end)));
        let transaction = tag(&state, &mut context(), &everywhere, &"GPE".into()).expect("they are free");
        let after = apply(&state, &transaction);
        assert_eq!(transaction.document, Some("a".into()));
        assert_eq!((after.sets.len(), after.sets[0].role, after.sets[0].annotator.as_deref()), (1, Role::Own, Some("هند")));
        let begun = after.documents.iter().map(|document| (document.status, document.spans.len())).collect::<Vec<_>>();
        assert_eq!(begun, [(Status::Working, 2), (Status::Working, 1), (Status::New, 0)]);
        let one = tag(&state, &mut context(), &everywhere[..1], &"GPE".into()).expect("it is free");
        assert_eq!(one.name, ChangeName::Tag("GPE".into(), "إيران".into()));
    }

    #[test]
    fn what_cannot_be_tagged_says_why() {
        let state = world("إيران ");
        let run = |places: &[(DocumentId, TextRange)], label: &str| tag(&state, &mut context(), places, &label.into());
        assert_eq!(run(&[], "GPE"), Err(Refusal::NothingSelected));
        assert_eq!(run(&places(&[(5, 6)]), "GPE"), Err(Refusal::NothingSelected));
        assert_eq!(run(&places(&[(0, 5)]), "NONE"), Err(Refusal::Gone));
        assert_eq!(run(&[("none".into(), TextRange::of(0, 1))], "GPE"), Err(Refusal::Gone));
    }
}
