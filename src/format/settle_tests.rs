//! The laws of settling on random work; here, since they are proved through the file too.

use super::native::{Choice, read, state_from, write};
use super::shape::{self, Shape};
use crate::core::command::{Context, SpanRef};
use crate::core::fixture::NOW;
use crate::core::ids::{IdMaker, Writer};
use crate::core::op::{Item, Op};
use crate::core::project::Role;
use crate::core::range::TextRange;
use crate::core::settle::gold::gold_of;
use crate::core::settle::tests::{decide, hands, wish};
use crate::core::settle::{Rule, Settling, Standing, Take, settle};
use crate::core::span::Span;
use crate::core::state::State;
use crate::core::transaction::Transaction;
use proptest::prelude::*;
use serde_json::Value;
use std::rc::Rc;

const SETS: [&str; 4] = ["a", "b", "c", "d"];
const LABELS: [&str; 3] = ["PERS", "GPE", "ORG"];
const TEXT: &str = "زار محمود عباس عُمان ولقي وزير الخارجية علي باقري في مسقط وإيران قبل المحادثات";

/// A span: whose, where from, how long, which label, and a gap in it, where it has one.
type Drawn = (usize, u32, u32, usize, u32);

fn world(drawn: &[Drawn]) -> State {
    let mut state = hands(&[TEXT; 4]);
    let end = state.documents[0].document.text.len().0;
    for (place, (set, start, length, label, gap)) in drawn.iter().enumerate() {
        let range = TextRange::of(start % (end - 12), start % (end - 12) + length);
        let fragments = if *gap > 0 && *length > 2 {
            let (one, two) = (range.start().0 + 1, range.start().0 + 1 + gap.min(&(length - 2)));
            vec![TextRange::of(range.start().0, one), TextRange::of(two, range.end().0)]
        } else {
            Vec::new()
        };
        let span = Span {
            set: SETS[*set].into(),
            fragments,
            ..crate::core::fixture::bare_span(&format!("{}{place}", SETS[*set]), LABELS[*label], range.start().0, range.end().0)
        };
        // One that repeats another is left out.
        state = state.apply(&Op::Add(Item::Span("doc".into(), Rc::new(span)))).unwrap_or(state);
    }
    state
}

fn take(kind: usize, which: usize, settling: &Settling, group: usize) -> Take {
    let form = &settling.groups.all[group].forms[which % settling.groups.all[group].forms.len()];
    let said = (form.label.clone(), form.pieces.clone());
    let set = settling.groups.hands[which % settling.groups.hands.len()].clone();
    match kind {
        0 => Take::One(set),
        1 => Take::Whole(set),
        2 => Take::Both,
        3 => Take::Neither,
        4 => Take::Pick(said),
        5 => Take::Agreement,
        6 => Take::Majority,
        _ => Take::Edit { of: Some(said.clone()), to: ("ORG".into(), vec![form.hull()]) },
    }
}

/// A project through its file and back.
fn through(state: &State) -> State {
    state_from(read(&write(state, NOW, &Choice::default()).expect("it writes")).expect("it reads"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn whatever_is_decided_can_be_undone_and_stays_in_the_file(
        drawn in prop::collection::vec((0..4_usize, 0..70_u32, 1..12_u32, 0..3_usize, 0..4_u32), 4..40),
        decisions in prop::collection::vec((0..8_usize, 0..6_usize, 0..40_usize), 1..12),
    ) {
        let start = world(&drawn);
        let all = wish(&SETS);
        let mut state = start.clone();
        let mut number = 0;
        for part in decisions.chunks(3) {
            let settling = Settling::of(&state, &"doc".into(), &all.sets).expect("a document");
            let spot = |group: usize| -> SpanRef {
                ("doc".into(), settling.groups.all[group].spans().next().expect("a span").clone())
            };
            let place = |which: usize| which % settling.groups.all.len();
            let list = part.iter().map(|(kind, which, group)| {
                (spot(place(*group)), take(*kind, *which, &settling, place(*group)))
            });
            number += 1;
            let Ok(after) = decide(&state, number, &all, &list.collect::<Vec<_>>()) else { continue };
            let standing = Settling::of(&after, &"doc".into(), &all.sets).expect("a document");
            for (kind, _, group) in part.iter().take(1).filter(|(kind, ..)| !matches!(kind, 5 | 6)) {
                prop_assert_eq!(standing.standing(place(*group)), Standing::Decided, "{}", kind);
            }
            prop_assert_eq!(through(&after), after.clone());
            state = after;
        }
        // Every group holds each span of every annotator once, and nobody says two things that are meant for the same.
        let settling = Settling::of(&state, &"doc".into(), &all.sets).expect("a document");
        let spans = settling.groups.all.iter().flat_map(|group| group.spans()).count();
        prop_assert_eq!(spans, start.documents[0].spans.len());
        prop_assert_eq!(settling.groups.places().len(), spans);
        // One annotator followed everywhere: what was not decided becomes what they say.
        let rule = Rule::Whole(settling.groups.hands[0].clone());
        let rest = rule.decisions(&settling, |_| true).collect::<Vec<_>>();
        if let Ok(after) = decide(&state, 99, &all, &rest) {
            let settling = Settling::of(&after, &"doc".into(), &all.sets).expect("a document");
            prop_assert!((0..settling.groups.all.len()).all(|group| settling.standing(group) == Standing::Decided));
            prop_assert_eq!(through(&after), after);
        }
    }
}

#[test]
fn a_decision_is_written_in_the_journal_and_told_by_the_gold_set_alone() {
    let state = hands(&["زار [PERS:محمود] [GPE:عُمان]", "زار [PERS:محمود] [ORG:عُمان]", "زار محمود عُمان"]);
    let all = wish(&["a", "b"]);
    let decisions = [(("doc".into(), "a-s1".into()), Take::Agreement), (("doc".into(), "a-s2".into()), Take::Neither)]
        as [(SpanRef, Take); 2];
    let mut context = Context { now: NOW.into(), ids: IdMaker::new(&Writer::new("w"), 1), annotator: None };
    let made = settle(&state, &mut context, &all, &decisions).expect("both are new");
    let json = serde_json::from_str(&shape::text(&made)).expect("JSON");
    assert_eq!(Transaction::get(&json).as_ref(), Some(&made));
    let after = made.apply(&state).expect("it applies");
    let later =
        decide(&after, 2, &wish(&["a", "b", "c"]), &[(("doc".into(), "a-s2".into()), Take::Both)]).expect("it is another");
    // The gold set alone is a file that tells where each span comes from.
    let gold = gold_of(&later, &all.sets).expect("a gold set").id.clone();
    let only = Choice { sets: Some(vec![gold]), ..Choice::default() };
    let file: Value = serde_json::from_str(&write(&later, NOW, &only).expect("it writes")).expect("JSON");
    assert_eq!(file["annotation_sets"].as_array().map(Vec::len), Some(1));
    assert_eq!(file["annotation_sets"][0]["derived_from"], serde_json::json!(["a", "b"]));
    let spans = file["documents"][0]["spans"].as_array().expect("spans");
    assert_eq!(spans.len(), 3);
    for span in spans {
        assert_eq!(span["provenance"]["by"], "هند");
        assert!(!span["provenance"]["from"].as_array().expect("sources").is_empty());
    }
    let again = state_from(read(&file.to_string()).expect("it reads"));
    assert!(again.sets.iter().all(|set| set.role == Role::Gold));
}
