//! What the tagset's editor does, with the laws of every change, through the journal and the native file.

use super::native::{Choice, read, write};
use super::shape::{self, Shape};
use crate::core::command::Context;
use crate::core::edit_tagset::{Spans, Usage, add, add_on, edit, place, remove, retire, shift, tree, usage};
use crate::core::fixture::{NOW, ids, spans, world};
use crate::core::ids::LabelId;
use crate::core::new_label::proposed;
use crate::core::presets::{PRESETS, Preset};
use crate::core::project::Role;
use crate::core::range::TextRange;
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::core::tagset::{Bilingual, Label};
use crate::core::take_tagset::{Take, take_preset};
use crate::core::transaction::Transaction;
use std::rc::Rc;

const TEXT: &str = "زار [PERS:محمود [OCC:عباس]] [GPE:القاهرة]";

fn context() -> Context {
    Context { now: "2026-02-03T00:00:00.000Z".into(), ids: ids(), annotator: None }
}

/// Proves every law of a change on one, and that what comes of it can be written and read. Gives what comes of it.
fn lawful(state: &State, transaction: &Transaction) -> State {
    let after = transaction.apply(state).expect("the transaction applies");
    let back = transaction.inverse().apply(&after).expect("the inverse applies");
    assert_eq!(back, *state);
    assert_eq!(transaction.apply(&back).as_ref(), Ok(&after));
    let json = serde_json::from_str(&shape::text(transaction)).expect("JSON");
    assert_eq!(Transaction::get(&json).as_ref(), Some(transaction));
    let file = write(&after, NOW, &Choice::default()).expect("it can be written");
    assert_eq!(read(&file).expect("it can be read").state.tagset, after.tagset);
    after
}

fn done(state: &State, transaction: Result<Transaction, Refusal>) -> State {
    lawful(state, &transaction.expect("it is not refused"))
}

fn order(state: &State) -> Vec<&str> {
    state.tagset.labels.iter().map(|label| label.id.as_str()).collect()
}

fn get(state: &State, id: &str) -> Label {
    Label::clone(state.tagset.get(&id.into()).expect("the label"))
}

#[test]
fn a_label_is_made_and_given_in_one_change() {
    let start = world("زار محمود القاهرة");
    let label = proposed(&start.tagset, Bilingual::new(" زائر ", "Visitor"), Some(&"PERS".into()));
    let after = done(&start, add_on(&start, &mut context(), &label, &"doc".into(), TextRange::of(4, 9)));
    assert_eq!((spans(&after), get(&after, "VISITOR").name.ar.as_str()), (vec!["VISITOR:محمود".to_owned()], "زائر"));
    assert_eq!(add(&after, &label), Err(Refusal::NoChange));
    let lost = Label { id: "X".into(), parent: Some("NONE".into()), ..label.clone() };
    assert_eq!(add(&start, &lost), Err(Refusal::Gone));
    assert_eq!(add(&start, &Label { id: "لا".into(), parent: None, ..label }), Err(Refusal::NoChange));
}

#[test]
fn editing_keeps_the_id_and_a_key_moves() {
    let start = world(TEXT);
    let renamed = Label { name: Bilingual::new("إنسان", "Human"), shortcut: Some("4".into()), ..get(&start, "PERS") };
    let after = done(&start, edit(&start, &renamed));
    assert_eq!((get(&after, "ORG").shortcut, get(&after, "PERS")), (None, renamed.clone()));
    assert_eq!(spans(&after), spans(&start));
    assert_eq!(edit(&after, &renamed), Err(Refusal::NoChange));
    for key in ["m", "Ctrl+z", " ", ""] {
        assert_eq!(edit(&start, &Label { shortcut: Some(key.into()), ..get(&start, "PERS") }), Err(Refusal::KeyTaken), "{key:?}");
    }
    let mut under = edit(&start, &Label { parent: Some("PERS".into()), ..get(&start, "OCC") });
    let one = done(&start, under);
    under = edit(&one, &Label { parent: Some("OCC".into()), ..get(&one, "PERS") });
    assert_eq!(under, Err(Refusal::LabelCycle));
    assert_eq!(edit(&start, &Label { parent: Some("PERS".into()), ..get(&start, "PERS") }), Err(Refusal::LabelCycle));
    assert_eq!(edit(&start, &Label { id: "NONE".into(), ..renamed }), Err(Refusal::Gone));
}

#[test]
fn labels_move_with_what_stands_under_them() {
    let start = world(TEXT);
    let id = LabelId::from;
    let mut state = done(&start, place(&start, &id("ORG"), Some(&id("PERS")), None));
    state = done(&state, place(&state, &id("NORP"), Some(&id("PERS")), Some(&id("ORG"))));
    state = done(&state, place(&state, &id("LAW"), Some(&id("ORG")), None));
    assert_eq!(order(&state)[..6], ["PERS", "NORP", "ORG", "LAW", "OCC", "GPE"]);
    let depths = tree(&state.tagset).iter().map(|row| row.0).take(5).collect::<Vec<_>>();
    assert_eq!(depths, [0, 1, 1, 2, 0]);
    state = done(&state, shift(&state, &id("PERS"), true));
    assert_eq!(order(&state)[..6], ["OCC", "PERS", "NORP", "ORG", "LAW", "GPE"]);
    state = done(&state, shift(&state, &id("ORG"), false));
    assert_eq!(order(&state)[..6], ["OCC", "PERS", "ORG", "LAW", "NORP", "GPE"]);
    state = done(&state, shift(&state, &id("MONEY"), true));
    assert_eq!(order(&state)[19..], ["CURR", "MONEY"]);
    assert_eq!(shift(&state, &id("MONEY"), true), Err(Refusal::NoChange));
    assert_eq!(shift(&state, &id("OCC"), false), Err(Refusal::NoChange));
    assert_eq!(place(&state, &id("PERS"), Some(&id("LAW")), None), Err(Refusal::LabelCycle));
    assert_eq!(place(&state, &id("OCC"), None, Some(&id("PERS"))), Err(Refusal::NoChange));
    state = done(&state, place(&state, &id("ORG"), None, Some(&id("OCC"))));
    assert_eq!(order(&state)[..4], ["ORG", "LAW", "OCC", "PERS"]);
    // What stands under a label that is removed comes to stand where that stood.
    state = done(&state, place(&state, &id("ORG"), Some(&id("OCC")), None));
    let gone = done(&state, remove(&state, &context(), &id("ORG"), None));
    assert_eq!(get(&gone, "LAW").parent, Some(id("OCC")));
}

#[test]
fn a_retired_label_keeps_its_spans_and_comes_back() {
    let start = world(TEXT);
    let gone = done(&start, retire(&start, &"PERS".into(), true));
    assert!(get(&gone, "PERS").is_retired() && get(&gone, "PERS").shortcut.is_none());
    assert_eq!((spans(&gone), retire(&gone, &"PERS".into(), true)), (spans(&start), Err(Refusal::NoChange)));
    let back = done(&gone, retire(&gone, &"PERS".into(), false));
    assert_eq!((get(&back, "PERS").is_retired(), get(&back, "PERS").shortcut.as_deref()), (false, Some("1")));
}

#[test]
fn a_label_in_use_is_not_removed_without_a_word_on_its_spans() {
    let start = world("[PERS:[OCC:محمود]] [PERS:عباس] [GPE:القاهرة]");
    let (pers, occ) = (LabelId::from("PERS"), LabelId::from("OCC"));
    assert_eq!(usage(&start, &pers), Usage { own: 2, others: 0 });
    assert_eq!(remove(&start, &context(), &pers, None), Err(Refusal::LabelInUse(2)));
    let into = |to: &LabelId| Some(Spans::Relabel(to.clone()));
    let other = done(&start, remove(&start, &context(), &pers, into(&occ).as_ref()));
    assert_eq!((spans(&other), order(&other)[0]), (vec!["OCC:محمود".into(), "OCC:عباس".into(), "GPE:القاهرة".into()], "NORP"));
    let none = done(&start, remove(&start, &context(), &pers, Some(&Spans::Delete)));
    assert_eq!(spans(&none), ["OCC:محمود", "GPE:القاهرة"]);
    assert_eq!(remove(&start, &context(), &pers, into(&pers).as_ref()), Err(Refusal::Gone));
    assert_eq!(remove(&none, &context(), &pers, None), Err(Refusal::Gone));
    done(&start, remove(&start, &context(), &"LAW".into(), None));
    let mut received = start;
    Rc::make_mut(&mut received.sets)[0].role = Role::Received;
    assert_eq!(remove(&received, &context(), &pers, Some(&Spans::Delete)), Err(Refusal::ReadOnly));
}

#[test]
fn every_preset_is_taken_in_one_change_over_every_other() {
    let start = world(TEXT);
    for preset in PRESETS {
        if preset.id == "wojood21" {
            assert_eq!(take_preset(&start, &preset, Take::Add), Err(Refusal::NoChange));
            continue;
        }
        let more = done(&start, take_preset(&start, &preset, Take::Add));
        assert!(preset.labels().iter().all(|label| more.tagset.get(&label.id).is_some()));
        assert_eq!((order(&more)[..21].to_vec(), get(&more, "ORG")), (order(&start), get(&start, "ORG")));
        let only = done(&start, take_preset(&start, &preset, Take::Replace));
        let expected = preset.labels().iter().map(|label| label.id.to_string()).collect::<Vec<_>>();
        assert_eq!(order(&only)[..expected.len()], expected);
        let kept = ["PERS", "OCC", "GPE"].into_iter().filter(|id| !expected.iter().any(|other| other == id));
        assert_eq!(order(&only)[expected.len()..], kept.collect::<Vec<_>>());
        for next in PRESETS.into_iter().filter(|next| *next != preset) {
            done(&only, take_preset(&only, &next, Take::Replace));
        }
    }
    let frames = Preset::named("frames14").expect("a preset");
    let none = world("نص");
    let fresh = done(&none, take_preset(&none, &frames, Take::Replace));
    assert_eq!(fresh.tagset.labels, frames.labels());
    assert_eq!(take_preset(&fresh, &frames, Take::Replace), Err(Refusal::NoChange));
}

#[test]
fn what_two_tabs_made_of_the_tagset_can_still_be_written_and_read() {
    let start = world(TEXT);
    let one = edit(&start, &Label { parent: Some("OCC".into()), shortcut: Some("ض".into()), ..get(&start, "PERS") });
    let other = edit(&start, &Label { parent: Some("PERS".into()), shortcut: Some("ض".into()), ..get(&start, "OCC") });
    let gone = remove(&start, &context(), &"LAW".into(), None);
    let under = edit(&start, &Label { parent: Some("LAW".into()), ..get(&start, "ORG") });
    let both = [under, one, other, gone].into_iter().fold(start, |state, transaction| {
        transaction.and_then(|transaction| transaction.apply(&state).map_err(|_| Refusal::Gone)).expect("it fits")
    });
    let file = write(&both, NOW, &Choice::default()).expect("it can be written");
    let again = read(&file).expect("it can be read").state;
    assert_eq!((again.documents, tree(&both.tagset).len()), (both.documents.clone(), 20));
    assert_eq!(get(&both, "ORG").parent, Some("LAW".into()));
    assert!(edit(&both, &Label { name: Bilingual::new("س", ""), ..get(&both, "ORG") }).is_ok());
}
