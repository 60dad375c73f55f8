//! Spans that say the same twice: in one set, which only a file can bring, or in two sets of one's own.

use super::{Finding, Fix, Kind, adds_nothing, spans};
use crate::core::span::Span;
use crate::core::state::State;
use std::rc::Rc;

/// The doubles of a document: one finding for each span beyond the first.
pub fn find(state: &State, document: usize, found: &mut Vec<(usize, Finding)>) {
    let first = state.own_set().map(|set| &set.id);
    let all = spans(state, document).collect::<Vec<_>>();
    // Spans are in order of their limits, so doubles are near one another.
    for group in all.chunk_by(|one, other| one.range == other.range) {
        let mut kept: Vec<&Rc<Span>> = Vec::new();
        let mut group = group.to_vec();
        // What is said most, and in the set that edits go to, stays.
        group.sort_by_key(|span| (Some(&span.set) != first, span.note.is_empty(), span.attributes.is_empty()));
        for span in group {
            let Some(twin) = kept.iter().find(|twin| is_double(state, span, twin)) else {
                kept.push(span);
                continue;
            };
            let fix = (state.is_own(span) && adds_nothing(span, twin)).then_some(Fix::Delete);
            let home = state.documents[document].document.id.clone();
            let spans = vec![span.id.clone(), twin.id.clone()];
            found.push((document, Finding { kind: Kind::Duplicate, document: home, spans, range: span.range, fix }));
        }
    }
}

fn is_double(state: &State, one: &Span, other: &Span) -> bool {
    let one_hand = one.set == other.set || (state.is_own(one) && state.is_own(other));
    one_hand && one.label == other.label && one.fragments == other.fragments
}

#[cfg(test)]
mod tests {
    use crate::core::fixture::{bare_span, world};
    use crate::core::lint::fixture::{obey, set};
    use crate::core::lint::{Fix, Kind, findings};
    use crate::core::op::{Item, Op};
    use crate::core::project::Role;
    use crate::core::span::Span;
    use std::rc::Rc;

    #[test]
    fn doubles_across_own_sets_go_and_those_of_others_are_only_shown() {
        let mut state = world("زار [PERS:محمود] القاهرة");
        for (id, role) in [("mine", Role::Own), ("gold", Role::Gold)] {
            state = state.apply(&Op::Add(Item::Set(set(id, role)))).expect("a set");
            let span = Span { set: id.into(), ..bare_span(&format!("{id}1"), "PERS", 4, 9) };
            state = state.apply(&Op::Add(Item::Span("doc".into(), Rc::new(span)))).expect("a span");
        }
        let found = obey(&state);
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((finding.kind, &finding.fix), (Kind::Duplicate, &Some(Fix::Delete)));
        assert_eq!(finding.spans, ["mine1".into(), "s1".into()]);
        // One that says more is not taken away.
        let (mut state, noted) = (
            state.clone(),
            Span { note: "حاشية".into(), ..Span::clone(state.span(&"doc".into(), &"mine1".into()).expect("it")) },
        );
        let old = state.documents[0].spans.get(&"mine1".into()).cloned().expect("it");
        for op in [Op::Remove(Item::Span("doc".into(), old)), Op::Add(Item::Span("doc".into(), Rc::new(noted)))] {
            state = state.apply(&op).expect("it fits");
        }
        assert_eq!(findings(&state)[0].fix, None);
    }

    #[test]
    fn a_fix_that_would_repeat_another_span_deletes() {
        let mut state = world("زار [PERS:محمود] القاهرة");
        let span = bare_span("t1", "PERS", 3, 9);
        state = state.apply(&Op::Add(Item::Span("doc".into(), Rc::new(span)))).expect("a span");
        let found = obey(&state);
        assert_eq!(found.iter().map(|finding| finding.fix.clone()).collect::<Vec<_>>(), [Some(Fix::Delete)]);
    }
}
