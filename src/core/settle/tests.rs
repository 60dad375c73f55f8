//! The laws of settling.

use super::gold::{candidates, gold_of};
use super::provenance::{How, Provenance};
use super::*;
use crate::core::command::{Context, SpanRef};
use crate::core::fixture::{NOW, ids, world};
use crate::core::ids::{IdMaker, SetId, Writer};
use crate::core::op::{Item, Op};
use crate::core::project::{AnnotationSet, Role};
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::refusal::Refusal;
use crate::core::span::Span;
use crate::core::state::State;
use serde_json::json;
use std::rc::Rc;

/// One document as several annotators marked it: sets `a`, `b`…, their spans `a-s1`, `a-s2`…
pub fn hands(marked: &[&str]) -> State {
    let mut state = world(marked[0]);
    let own = state.documents[0].spans.iter().cloned().collect::<Vec<_>>();
    for span in own {
        state = state.apply(&Op::Remove(Item::Span("doc".into(), span))).expect("it is there");
    }
    for (set, marked) in ["a", "b", "c", "d"].into_iter().zip(marked) {
        let theirs = world(marked);
        assert_eq!(theirs.documents[0].document.text, state.documents[0].document.text, "one text");
        state = state
            .apply(&Op::Add(Item::Set(AnnotationSet {
                id: set.into(),
                annotator: Some(set.into()),
                role: Role::Received,
                derived_from: Vec::new(),
                extra: Extra::default(),
            })))
            .expect("a set");
        for span in theirs.documents[0].spans.iter() {
            let id = [set, "-", span.id.as_str()].concat();
            let span = Span { id: id.as_str().into(), set: set.into(), ..Span::clone(span) };
            state = state.apply(&Op::Add(Item::Span("doc".into(), Rc::new(span)))).expect("a span");
        }
    }
    state
}

pub fn wish(sets: &[&str]) -> Wish {
    Wish { sets: sets.iter().map(|set| SetId::from(*set)).collect(), by: Some("هند".into()) }
}

fn of(state: &State, sets: &[&str]) -> Settling {
    Settling::of(state, &"doc".into(), &wish(sets).sets).expect("the document")
}

/// The groups, each as what is said and by whom: `GPE:إيران ab | GPE:لإيران c`.
fn told(state: &State, sets: &[&str]) -> Vec<String> {
    let settling = of(state, sets);
    let text = &state.documents[0].document.text;
    let form = |form: &Form| {
        let words = form.pieces.iter().map(|piece| text.slice(*piece)).collect::<Vec<_>>().join("…");
        let who = form.said.iter().map(|(hand, _)| settling.groups.hands[*hand].as_str()).collect::<String>();
        format!("{}:{words} {who}", form.label)
    };
    settling.groups.all.iter().map(|group| group.forms.iter().map(form).collect::<Vec<_>>().join(" | ")).collect()
}

/// The gold spans as `LABEL:words`.
fn gold(state: &State) -> Vec<String> {
    let text = &state.documents[0].document.text;
    let own = state.documents[0].spans.iter().filter(|span| state.set(&span.set).is_some_and(|set| set.role == Role::Gold));
    own.map(|span| format!("{}:{}", span.label, span.words(text))).collect()
}

/// Decides, and proves what holds of every decision: undo gives back the start, nothing of an annotator changes, and every gold
/// span tells where it comes from.
pub fn decide(state: &State, number: u32, wish: &Wish, decisions: &[(SpanRef, Take)]) -> Result<State, Refusal> {
    let mut context = Context { now: NOW.into(), ids: IdMaker::new(&Writer::new("w"), number), annotator: None };
    let transaction = settle(state, &mut context, wish, decisions)?;
    let after = transaction.apply(state).expect("it applies");
    assert_eq!(transaction.inverse().apply(&after).as_ref(), Ok(state));
    let theirs = |state: &State| {
        let sets = candidates(state).cloned().collect::<Vec<_>>();
        let mut spans = Vec::new();
        for document in &state.documents {
            spans.extend(document.spans.iter().filter(|span| sets.iter().any(|set| set.id == span.set)).cloned());
        }
        (sets, spans)
    };
    assert_eq!(theirs(&after), theirs(state));
    for document in &after.documents {
        for span in document.spans.iter().filter(|span| after.set(&span.set).is_some_and(|set| set.role == Role::Gold)) {
            let decision = Provenance::of(span).expect("it tells where it comes from");
            assert!(!decision.from.is_empty());
            assert!(decision.sources().all(|source| document.spans.get(&source.span).is_some_and(|span| span.set == source.set)));
        }
    }
    Ok(after)
}

/// A decision about the group of a span.
fn about(span: &str, take: Take) -> Vec<(SpanRef, Take)> {
    vec![(("doc".into(), span.into()), take)]
}

const THREE: [&str; 3] = [
    "زار [PERS:محمود عباس] [GPE:عُمان] ولقي [OCC:وزير الخارجية] [PERS:باقري] في [GPE:مسقط] و[GPE:إيران]",
    "زار [PERS:محمود] [PERS:عباس] [GPE:عُمان] ولقي [OCC:وزير الخارجية باقري] في مسقط [GPE:وإيران]",
    "زار [PERS:محمود عباس] [GPE:عُمان] ولقي وزير الخارجية [PERS:باقري] في مسقط و[ORG:إيران]",
];

#[test]
fn spans_that_stand_for_the_same_are_one_group() {
    assert_eq!(
        told(&hands(&THREE), &["a", "b", "c"]),
        [
            "PERS:محمود عباس ac | PERS:محمود b | PERS:عباس b",
            "GPE:عُمان abc",
            "OCC:وزير الخارجية باقري b | OCC:وزير الخارجية a",
            "PERS:باقري ac",
            "GPE:مسقط a",
            "GPE:وإيران b | GPE:إيران a | ORG:إيران c",
        ]
    );
    // Nested spans of one hand are two things, and agreement on the outer one is no matter of the inner.
    let nested = ["[ORG:جامعة [GPE:عُمان]]", "[ORG:جامعة عُمان]"];
    assert_eq!(told(&hands(&nested), &["a", "b"]), ["ORG:جامعة عُمان ab", "GPE:عُمان a"]);
    // Who marked nothing does not count; nor do sets that are not asked for.
    let state = hands(&["[GPE:عُمان]", "[GPE:عُمان]", "عُمان"]);
    let settling = of(&state, &["a", "b", "c"]);
    assert_eq!((settling.groups.hands.len(), settling.standing(0)), (2, Standing::Agreed));
    assert_eq!(of(&state, &["a", "c"]).standing(0), Standing::Differs, "one alone agrees with nobody");
}

#[test]
fn pieces_are_compared_and_not_their_hulls() {
    let mut state = hands(&["وزيرا [OCC:الخارجية] والدفاع و[OCC:المالية]", "وزيرا [OCC:الخارجية] والدفاع والمالية"]);
    let whole = |state: &State, id: &str| state.documents[0].spans.get(&id.into()).cloned().expect("a span");
    let (one, two) = (whole(&state, "a-s1"), whole(&state, "a-s2"));
    for span in [&one, &two] {
        state = state.apply(&Op::Remove(Item::Span("doc".into(), span.clone()))).expect("there");
    }
    let parts = vec![one.range, two.range];
    let hull = TextRange::new(one.range.start(), two.range.end());
    let apart = Span { range: hull, fragments: parts.clone(), ..Span::clone(&one) };
    state = state.apply(&Op::Add(Item::Span("doc".into(), Rc::new(apart)))).expect("free");
    let settling = of(&state, &["a", "b"]);
    assert_eq!((settling.groups.all.len(), settling.groups.all[0].forms.len()), (1, 2));
    let after = decide(&state, 1, &wish(&["a", "b"]), &about("b-s1", Take::One("a".into()))).expect("it is new");
    let made = after.documents[0].spans.iter().find(|span| span.set.as_str().starts_with('w')).expect("gold");
    assert_eq!((made.fragments.clone(), made.range), (parts, hull));
}

#[test]
fn one_both_and_neither_are_taken_and_taken_anew() {
    let (state, all) = (hands(&THREE), wish(&["a", "b", "c"]));
    let step = |state: &State, number, span: &str, take| decide(state, number, &all, &about(span, take)).expect("it changes");
    let one = step(&state, 1, "b-s1", Take::One("b".into()));
    assert_eq!(gold(&one), ["PERS:محمود", "PERS:عباس"]);
    let set = gold_of(&one, &all.sets).expect("a gold set").clone();
    assert_eq!((set.role, &set.derived_from, set.annotator.as_deref()), (Role::Gold, &all.sets, Some("هند")));
    let settled = of(&one, &["a", "b", "c"]);
    assert_eq!((settled.standing(0), settled.how(0), settled.taken(0)), (Standing::Decided, Some(How::One), vec![1, 2]));
    let decision = settled.settled[0].decision().expect("one");
    assert_eq!((decision.by.as_deref(), decision.at.as_str(), decision.whose), (Some("هند"), NOW, Some("b".into())));
    assert_eq!((decision.from.len(), decision.over.len()), (1, 2));

    let other = step(&one, 2, "a-s1", Take::One("a".into()));
    assert_eq!(gold(&other), ["PERS:محمود عباس"]);
    let both = step(&other, 3, "a-s1", Take::Both);
    assert_eq!(gold(&both), ["PERS:محمود عباس", "PERS:محمود", "PERS:عباس"]);
    let neither = step(&both, 4, "a-s1", Take::Neither);
    assert_eq!((gold(&neither).len(), neither.records.len()), (0, 1));
    assert_eq!(of(&neither, &["a", "b", "c"]).how(0), Some(How::Neither));
    assert_eq!(crate::core::suggest::refused(&neither).len(), 0, "no suggestion was refused");
    // Nothing said is a version too.
    let silent = step(&neither, 5, "a-s5", Take::One("c".into()));
    let settled = of(&silent, &["a", "b", "c"]);
    assert_eq!((settled.standing(4), settled.how(4), gold(&silent).len()), (Standing::Decided, Some(How::One), 0));
    let again = step(&silent, 6, "a-s1", Take::Pick(("PERS".into(), vec![TextRange::of(4, 9)])));
    assert_eq!((gold(&again), again.records.len()), (vec!["PERS:محمود".to_owned()], 1));
    let none = step(&again, 7, "a-s1", Take::Pick(("PERS".into(), vec![TextRange::of(4, 9)])));
    assert_eq!((gold(&none).len(), none.records.len()), (0, 2));
    assert_eq!(decide(&one, 8, &all, &about("b-s1", Take::One("b".into()))), Err(Refusal::NoChange));
    assert_eq!(decide(&one, 8, &all, &about("x-s1", Take::Both)), Err(Refusal::Gone));
    assert_eq!(decide(&one, 8, &wish(&["a"]), &about("a-s1", Take::Both)), Err(Refusal::NothingSelected));
}

/// All that a rule decides.
pub fn ruled(state: &State, sets: &[&str], rule: &Rule) -> Vec<(SpanRef, Take)> {
    rule.decisions(&of(state, sets), |_| true).collect()
}

#[test]
fn rules_take_agreement_the_majority_and_one_annotator() {
    let (state, sets) = (hands(&THREE), ["a", "b", "c"]);
    let all = wish(&sets);
    let agreed = decide(&state, 1, &all, &ruled(&state, &sets, &Rule::Agreement)).expect("one");
    assert_eq!(gold(&agreed), ["GPE:عُمان"]);
    let most = ruled(&agreed, &sets, &Rule::Majority);
    assert_eq!(most.len(), 3, "two of three say two things, and one alone says a third");
    let most = decide(&agreed, 2, &all, &most).expect("three");
    assert_eq!(gold(&most), ["PERS:محمود عباس", "GPE:عُمان", "PERS:باقري"]);
    let whole = decide(&most, 3, &all, &ruled(&most, &sets, &Rule::Whole("c".into()))).expect("the rest");
    assert_eq!(gold(&whole), ["PERS:محمود عباس", "GPE:عُمان", "PERS:باقري", "ORG:إيران"]);
    let settling = of(&whole, &sets);
    assert!((0..settling.groups.all.len()).all(|group| settling.standing(group) == Standing::Decided));
    assert!(ruled(&whole, &sets, &Rule::Whole("a".into())).is_empty(), "what is decided stays");

    // Of sets that say the same all is agreed, and the gold set says it too.
    let same = hands(&[THREE[0], THREE[0], THREE[0]]);
    let after = decide(&same, 1, &all, &ruled(&same, &sets, &Rule::Agreement)).expect("all");
    let own = |set: &str| {
        let theirs = after.documents[0].spans.iter().filter(|span| span.set.as_str() == set);
        theirs.map(|span| (span.label.clone(), span.range)).collect::<Vec<_>>()
    };
    let made = gold_of(&after, &all.sets).expect("gold").id.clone();
    assert_eq!(own(made.as_str()), own("a"));
    assert_eq!(own("a").len(), 6);
}

#[test]
fn limits_and_labels_are_edited_and_what_is_there_already_is_shared() {
    let (state, all) = (hands(&THREE), wish(&["a", "b", "c"]));
    let to = |label: &str, start, end| (label.into(), vec![TextRange::of(start, end)]);
    let edit = |of, to| Take::Edit { of, to };
    // Only عباس, of what one says.
    let first = decide(&state, 1, &all, &about("a-s1", edit(Some(to("PERS", 4, 14)), to("PERS", 10, 14)))).expect("new");
    assert_eq!(gold(&first), ["PERS:عباس"]);
    assert_eq!(of(&first, &["a", "b", "c"]).settled[0].decision().expect("one").from.len(), 2, "of the two who said it");
    let again = decide(&first, 2, &all, &about("a-s1", edit(Some(to("PERS", 10, 14)), to("OCC", 10, 14)))).expect("new");
    assert_eq!(gold(&again), ["OCC:عباس"]);
    let wide = edit(None, to("OCC", 10, 10));
    assert_eq!(decide(&again, 3, &all, &about("a-s1", wide)), Err(Refusal::EdgeBlocked));
    // An edit of other words to what stands there: one gold span for both, until one is decided otherwise.
    let shared = decide(&again, 4, &all, &about("a-s2", edit(None, to("OCC", 10, 14)))).expect("it says so of both");
    assert_eq!(gold(&shared), ["OCC:عباس"]);
    let settling = of(&shared, &["a", "b", "c"]);
    assert_eq!((settling.standing(0), settling.standing(1)), (Standing::Decided, Standing::Decided));
    let apart = decide(&shared, 5, &all, &about("a-s2", Take::Both)).expect("it changes");
    assert_eq!(gold(&apart), ["OCC:عباس", "GPE:عُمان"]);
    assert_eq!(of(&apart, &["a", "b", "c"]).standing(0), Standing::Decided);
}

#[test]
fn notes_and_attributes_go_along_where_they_are_alike() {
    let mut state = hands(&["[GPE:عُمان] و[GPE:إيران]", "[GPE:عُمان] و[GPE:إيران]"]);
    for (id, note, sure) in [("a-s1", "معًا", "yes"), ("b-s1", "معًا", "no"), ("a-s2", "له", "yes"), ("b-s2", "", "yes")]
    {
        let old = state.documents[0].spans.get(&id.into()).cloned().expect("a span");
        let attributes = Extra::default().with("sure", Some(json!(sure))).with("in", Some(json!(id)));
        let new = Span { note: note.into(), attributes, ..Span::clone(&old) };
        state = state.apply(&Op::Remove(Item::Span("doc".into(), old))).expect("there");
        state = state.apply(&Op::Add(Item::Span("doc".into(), Rc::new(new)))).expect("free");
    }
    let (sets, all) = (["a", "b"], wish(&["a", "b"]));
    let after = decide(&state, 1, &all, &ruled(&state, &sets, &Rule::Agreement)).expect("both");
    let made = |state: &State| {
        let own = state.documents[0].spans.iter().filter(|span| span.set.as_str().starts_with('w'));
        own.map(|span| (span.note.clone(), span.attributes.clone())).collect::<Vec<_>>()
    };
    let sure = Extra::default().with("sure", Some(json!("yes")));
    assert_eq!(made(&after), [("معًا".to_owned(), Extra::default()), (String::new(), sure.clone())]);
    let one = decide(&after, 2, &all, &about("b-s2", Take::One("a".into()))).expect("it is another");
    assert_eq!(made(&one)[1], ("له".to_owned(), sure.with("in", Some(json!("a-s2")))));
}

#[test]
fn a_set_that_comes_later_is_settled_into_the_same_gold_set() {
    let state = hands(&THREE);
    let first = decide(&state, 1, &wish(&["a", "b"]), &about("a-s1", Take::Both)).expect("new");
    let later = decide(&first, 2, &wish(&["a", "b", "c"]), &about("a-s2", Take::Agreement)).expect("new");
    assert_eq!(later.sets.iter().filter(|set| set.role == Role::Gold).count(), 1);
    let set = gold_of(&later, &wish(&["c"]).sets).expect("it is told of the third");
    assert_eq!((set.derived_from.len(), set.extra.get(gold::LATER)), (2, Some(&json!(["c"]))));
    assert_eq!(gold(&later).len(), 4);
    let mut context = Context { now: NOW.into(), ids: ids(), annotator: None };
    assert!(settle(&later, &mut context, &wish(&["a", "b", "c"]), &[]).is_err());
}

#[test]
fn what_several_say_is_shown_once_and_what_is_decided_as_it_was_decided() {
    let (state, all) = (hands(&THREE), wish(&["a", "b", "c"]));
    let shown = |state: &State, sets: &[&str]| {
        let settling = of(state, sets);
        let gold = gold_of(state, &wish(sets).sets).map(|gold| gold.id.clone());
        let hidden = veiled(&state.documents[0], &settling, gold.as_ref());
        assert!(hidden.is_sorted());
        let text = &state.documents[0].document.text;
        let seen = state.documents[0].spans.iter().filter(|span| hidden.binary_search(&span.id).is_err());
        seen.map(|span| format!("{} {}", span.set.as_str().chars().next().unwrap_or_default(), span.words(text)))
            .collect::<Vec<_>>()
    };
    let before = ["a محمود عباس", "b محمود", "b عباس", "a عُمان", "b وزير الخارجية باقري", "a وزير الخارجية", "a باقري"];
    assert_eq!(shown(&state, &["a", "b", "c"])[..7], before);
    let after = decide(&state, 1, &all, &about("a-s1", Take::One("b".into()))).expect("new");
    assert_eq!(shown(&after, &["a", "b", "c"])[..3], ["w محمود", "w عباس", "a عُمان"]);
    assert_eq!(shown(&state, &["a", "b"]).len(), 10, "who has no part in it is not shown");
}

#[test]
fn versions_are_told_once_with_all_who_hold_them() {
    let groups = of(&hands(&THREE), &["a", "b", "c"]).groups;
    assert_eq!(groups.versions(&groups.all[0]), [(vec![0], vec![0, 2]), (vec![1, 2], vec![1])]);
    assert_eq!(groups.versions(&groups.all[4]), [(vec![0], vec![0]), (vec![], vec![1, 2])]);
}
