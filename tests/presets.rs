//! Presets bring attributes, relations and events beside labels, and bring them once.
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

use hashiya::core::op::KindList;
use hashiya::core::presets::{PRESETS, Preset};
use hashiya::core::refusal::Refusal;
use hashiya::core::state::State;
use hashiya::core::take_tagset::{Take, take_for_documents, take_preset};
use hashiya::core::transaction::Transaction;
use hashiya::format::{bundled::bundled, native};
use serde_json::Value;

fn members(state: &State, list: KindList) -> Vec<Value> {
    state.tagset.extra.get(list.field()).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn done(state: &State, made: Result<Transaction, Refusal>) -> State {
    let made = made.expect("it changes something");
    let after = made.apply(state).expect("it fits");
    assert_eq!(&made.inverse().apply(&after).expect("undo fits"), state);
    after
}

fn ids(state: &State, list: KindList) -> Vec<String> {
    members(state, list).iter().map(|kind| kind["id"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn what_a_preset_brings_is_taken_once() {
    let start = bundled();
    for preset in PRESETS.into_iter().filter(|preset| preset.id != "wojood21") {
        let after = done(&start, take_preset(&start, &preset, Take::Add));
        assert_eq!(
            preset.kinds().iter().filter(|(list, kind)| !members(&after, *list).contains(kind)).count(),
            0,
            "{}",
            preset.id
        );
        for how in [Take::Add, Take::Replace] {
            let again = take_preset(&after, &preset, how).map(|again| again.apply(&after));
            let same =
                again.is_err() || again.is_ok_and(|again| again.is_ok_and(|again| again.tagset.extra == after.tagset.extra));
            assert!(same, "{}", preset.id);
        }
    }
    let frames = Preset::named("frames14").expect("a preset");
    let after = done(&start, take_for_documents(&start, &frames));
    assert_eq!((ids(&after, KindList::DocumentLabels).len(), &after.tagset.labels), (14, &start.tagset.labels));
    assert_eq!(take_for_documents(&after, &frames), Err(Refusal::NoChange));
}

#[test]
fn an_attribute_of_two_presets_belongs_to_the_labels_of_both() {
    let [names, claims] = ["wojood21-relations", "claims"].map(|id| Preset::named(id).expect("a preset"));
    let state = done(&bundled(), take_preset(&bundled(), &names, Take::Add));
    let state = done(&state, take_preset(&state, &claims, Take::Add));
    let figure = members(&state, KindList::Attributes).into_iter().find(|kind| kind["id"] == "figure").expect("it is there");
    assert_eq!(figure["labels"], serde_json::json!(["CARDINAL", "CLAIM_NUM"]));
    assert_eq!(take_preset(&state, &claims, Take::Add), Err(Refusal::NoChange));
}

#[test]
fn replacing_removes_what_nothing_uses_and_keeps_the_rest() {
    let example = native::state_from(native::read(include_str!("../seeds/example.hashiya.json")).expect("it reads"));
    let claims = Preset::named("claims").expect("a preset");
    let after = done(&example, take_preset(&example, &claims, Take::Replace));
    assert_eq!(ids(&after, KindList::RelationTypes), ["post", "represents", "located_in", "supports", "hedges", "rebuts"]);
    assert_eq!(ids(&after, KindList::EventTypes), ids(&example, KindList::EventTypes));
    let wojood = Preset::named("wojood21").expect("a preset");
    let start = bundled();
    let after = done(&start, take_preset(&start, &claims, Take::Add));
    let back = done(&after, take_preset(&after, &wojood, Take::Replace));
    assert_eq!(back.tagset, start.tagset);
}
