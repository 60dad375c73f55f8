//! What opening a file does to a project that has work in it.

use hashiya::core::document::Status;
use hashiya::core::project::Role;
use hashiya::core::span::Span;
use hashiya::core::span_set::SpanSet;
use hashiya::core::state::{DocumentState, State};
use hashiya::format::bundled::bundled;
use hashiya::format::native::{Incoming, Report, open, read};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::worlds::{differences, fixture, ids, incoming, opened, set, span, tagged, through, world, written};

const LATER: &str = "2027-01-01T00:00:00Z";

fn report(state: &State, incoming: &Incoming) -> Report {
    open(state, incoming, "file.json", &mut ids()).1
}

/// A file's JSON with changes made by hand.
fn edited(name: &str, edit: impl FnOnce(&mut Value)) -> Incoming {
    let mut value = serde_json::from_str(&fixture(name)).expect("JSON");
    edit(&mut value);
    read(&value.to_string()).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// Every span as `set label start-end note`, in order.
fn said(state: &State) -> Vec<String> {
    let spans = state.documents.iter().flat_map(|one| one.spans.iter().map(|span| (one.document.id.clone(), span)));
    let mut said = spans
        .map(|(id, s)| format!("{id} {} {} {}-{} {}", s.set, s.label, s.range.start().0, s.range.end().0, s.note))
        .collect::<Vec<_>>();
    said.sort();
    said
}

#[test]
fn one_s_own_download_adds_nothing_and_restores_everything() {
    let state = tagged(set("me", None), vec![span("s-1", "GPE", 3256, 3261), span("s-2", "GPE", 10, 20)]);
    let (transaction, found) = open(&state, &through(&state), "mine.json", &mut ids());
    assert!(transaction.ops.is_empty());
    assert_eq!(found, Report { spans_passed: 2, ..Report::default() });
    assert_eq!(opened(&bundled(), &through(&state)), state);
    let complete = incoming("complete").state;
    let (transaction, found) = open(&complete, &through(&complete), "mine.json", &mut ids());
    assert!(transaction.ops.is_empty(), "{transaction:?}");
    assert_eq!((found.spans_passed, found.records_passed), (11, 11));
}

#[test]
fn every_shape_and_every_unknown_field_comes_into_another_project() {
    let file: Value = serde_json::from_str(&written(&opened(&bundled(), &incoming("complete")))).expect("JSON");
    let was: Value = serde_json::from_str(&fixture("complete")).expect("JSON");
    for field in ["x_top", "guidelines", "aliases", "refusals", "entities", "links", "annotation_sets"] {
        assert_eq!(file[field], was[field], "{field}");
    }
    assert_eq!((&file["project"]["x_project"], &file["project"]["id"]), (&json!([]), &json!("oman-talks")));
    assert_eq!(
        (&file["generator"]["x_generator"], &file["tagset"]["attributes"]),
        (&json!("kept"), &was["tagset"]["attributes"])
    );
    for (place, document) in was["documents"].as_array().expect("documents").iter().enumerate() {
        assert_eq!(differences(&file["documents"][place + 2], document), [] as [String; 0]);
    }
    let label = &file["tagset"]["labels"][0];
    assert_eq!((&label["x_label"], &label["name"]["x_fr"], &label["colour"]), (&json!(0), &json!("Personne"), &json!("blue-2")));
}

#[test]
fn unknown_fields_come_to_documents_regions_and_sets_that_are_known() {
    let state = incoming("complete").state;
    let file = edited("complete", |file| {
        file["documents"][0]["y_document"] = json!(1);
        file["documents"][0]["length"]["y_length"] = json!(2);
        file["documents"][0]["regions"][0]["y_region"] = json!(3);
        file["annotation_sets"][1]["y_set"] = json!(4);
        file["documents"][0]["spans"][0]["y_span"] = json!(5);
        file["entities"][0]["mentions"][0] = json!({"document": "second", "span": "t-2"});
        file["documents"][0]["title"] = json!("another");
    });
    let after: Value = serde_json::from_str(&written(&opened(&state, &file))).expect("JSON");
    let document = &after["documents"][0];
    assert_eq!(
        (&document["y_document"], &document["x_document"], &document["length"]["y_length"]),
        (&json!(1), &json!(true), &json!(2))
    );
    assert_eq!((&document["regions"][0]["y_region"], &after["annotation_sets"][1]["y_set"]), (&json!(3), &json!(4)));
    assert_eq!((&document["spans"][0]["y_span"], &document["title"]), (&json!(5), &json!("زيارة")));
    assert_eq!(after["entities"][0]["mentions"].as_array().map(Vec::len), Some(2));
}

#[test]
fn the_later_change_wins_within_a_set() {
    let at = |time: &str, note: &str| Span { updated_at: time.into(), note: note.into(), ..span("s-1", "GPE", 3256, 3261) };
    let ours = tagged(set("me", None), vec![at("2026-05-05T00:00:00.5Z", "ours")]);
    for (time, stands) in [("2026-05-05T00:00:00.4Z", "ours"), ("2026-05-05T00:00:00.50Z", "ours"), (LATER, "theirs")] {
        let file = through(&tagged(set("me", None), vec![at(time, "theirs")]));
        let after = opened(&ours, &file);
        assert_eq!(after.documents[0].spans.iter().map(|span| span.note.as_str()).collect::<Vec<_>>(), [stands], "{time}");
        assert_eq!(report(&ours, &file).spans_changed, u32::from(stands == "theirs"));
    }
}

#[test]
fn spans_that_take_each_other_s_place_find_it() {
    let later = |id, start, end| Span { updated_at: LATER.into(), ..span(id, "GPE", start, end) };
    let ours = tagged(set("me", None), vec![span("s-1", "GPE", 0, 5), span("s-2", "GPE", 5, 9)]);
    let file = through(&tagged(set("me", None), vec![later("s-1", 5, 9), later("s-2", 9, 12)]));
    assert_eq!(said(&opened(&ours, &file)), said(&file.state));
    assert_eq!(report(&ours, &file), Report { spans_changed: 2, ..Report::default() });
}

#[test]
fn between_annotators_both_stay_and_what_was_deleted_comes_back() {
    let ours = tagged(set("me", Some("ليلى")), vec![span("s-1", "GPE", 3256, 3261)]);
    let theirs = tagged(set("you", Some("آدم")), vec![span("s-1", "PERS", 3256, 3261), span("s-2", "ORG", 0, 4)]);
    let after = opened(&ours, &through(&theirs));
    assert_eq!(report(&ours, &through(&theirs)), Report { spans_added: 2, renamed: 1, sets_added: 1, ..Report::default() });
    assert_eq!(said(&after), ["ft-report me GPE 3256-3261 ", "ft-report you ORG 0-4 ", "ft-report you PERS 3256-3261 "]);
    assert_eq!(after.sets.iter().map(|set| set.role).collect::<Vec<_>>(), [Role::Own, Role::Received]);

    let emptied = tagged(set("me", Some("ليلى")), Vec::new());
    assert_eq!(opened(&emptied, &through(&ours)), ours);
}

#[test]
fn whose_a_set_is_here() {
    let role = |here: Option<&str>, theirs: Option<&str>| {
        let state = tagged(set("me", here), Vec::new());
        opened(&state, &through(&tagged(set("you", theirs), Vec::new()))).sets[1].role
    };
    assert_eq!(role(Some("ليلى"), Some("ليلى")), Role::Own);
    assert_eq!(role(Some("ليلى"), None), Role::Own);
    assert_eq!(role(Some("ليلى"), Some("آدم")), Role::Received);
    assert_eq!(role(None, Some("آدم")), Role::Received);
    let fresh = opened(&bundled(), &through(&tagged(set("you", Some("آدم")), Vec::new())));
    assert_eq!(fresh.sets[0].role, Role::Own);
    assert_eq!(
        opened(&bundled(), &incoming("complete")).sets.iter().map(|set| set.role).collect::<Vec<_>>(),
        [Role::Own, Role::Received, Role::Gold]
    );
}

#[test]
fn a_document_is_its_text_and_a_taken_id_gives_way() {
    let first = incoming("complete").state;
    // The same id with another text, with everything that refers to it.
    let file = edited("complete", |file| {
        let text = format!("{}.", file["documents"][0]["text"].as_str().expect("a text"));
        file["documents"][0]["sha256"] = json!(hashiya::core::document::Document::hash(&text));
        file["documents"][0]["text"] = json!(text);
        file["documents"][0]["length"] = json!({});
        file["documents"][0]["spans"][0]["suffix"] = json!("");
        for span in file["documents"][0]["spans"].as_array_mut().expect("spans") {
            span["suffix"] = json!("");
        }
        file["entities"][0]["id"] = json!("en-9");
        file["links"] = json!([]);
    });
    let after = opened(&first, &file);
    let found = report(&first, &file);
    assert_eq!((found.documents_added, found.renamed, found.spans_added, found.spans_passed), (1, 10, 9, 2));
    let new = &after.documents[3];
    assert_eq!(new.document.id.as_str(), &new.document.sha256[..16]);
    let entity = after.records.iter().find(|record| record.id() == Some("en-9")).expect("the entity");
    assert_eq!(entity.value["mentions"][0]["document"], json!(new.document.id.as_str()));
    let mention = entity.value["mentions"][0]["span"].as_str().expect("a span");
    assert_eq!(new.spans.get(&mention.into()).map(|span| span.label.as_str()), Some("X-GPE"));
}

#[test]
fn what_a_set_says_already_is_passed_over_and_its_relations_find_the_twin() {
    let ours = edited("small", |_| {}).state;
    let file = edited("small", |file| {
        file["documents"][0]["spans"][0]["id"] = json!("other-id");
        file["documents"][0]["relations"] = json!([{"id": "r", "set": "me", "type": "t", "from": "other-id", "to": "s2"}]);
    });
    let after = opened(&ours, &file);
    assert_eq!(report(&ours, &file), Report { spans_passed: 2, records_added: 1, ..Report::default() });
    assert_eq!(after.records[0].value["from"], "s1");
}

#[test]
fn known_labels_stay_new_ones_come_without_a_taken_key_and_status_only_begins() {
    let file = edited("complete", |file| {
        file["tagset"]["labels"][0]["name"]["ar"] = json!("إنسان");
        file["tagset"]["labels"][2]["shortcut"] = json!("w");
        file["tagset"]["labels"][3]["id"] = json!("LOC2");
        file["tagset"]["labels"][2]["parent"] = json!("LOC2");
    });
    let after = opened(&bundled(), &file);
    assert_eq!(report(&bundled(), &file).labels_added, 2);
    let label = |id: &str| after.tagset.get(&id.into()).cloned().expect("a label");
    assert_eq!(
        (label("PERS").name.ar.as_str(), label("X-GPE").shortcut.clone(), label("LOC2").shortcut.clone()),
        ("شخص", None, None)
    );
    let begun = edited("complete", |file| {
        file["documents"][0]["status"] = json!("done");
        file["documents"][2]["status"] = json!("done");
    });
    let statuses = opened(&incoming("complete").state, &begun).documents.iter().map(|one| one.status).collect::<Vec<_>>();
    assert_eq!(statuses, [Status::Working, Status::Done, Status::Done]);
}

/// Another version of a project: some spans gone, some relabelled earlier or later, some in the other set.
fn revised(state: &State, acts: &[u8]) -> State {
    let mut next = state.clone();
    let mut acts = acts.iter().copied().cycle();
    for one in &mut next.documents {
        let mut kept = SpanSet::default();
        for span in one.spans.iter() {
            let act = acts.next().unwrap_or_default();
            let mut span = Span::clone(span);
            match act {
                0 => continue,
                1 => span.label = "PERS".into(),
                2 => (span.label, span.updated_at) = ("PERS".into(), LATER.into()),
                3 => (span.note, span.updated_at) = ("لاحقة".into(), LATER.into()),
                4 => span.set = if span.set.as_str() == "me" { "other".into() } else { "me".into() },
                5 => span.id = format!("{}-b", span.id).as_str().into(),
                _ => {}
            }
            if kept.repeated(&span).is_none() {
                kept.insert(Rc::new(span));
            }
        }
        *one = Rc::new(DocumentState { spans: kept, ..DocumentState::clone(one) });
    }
    next.records = Rc::default();
    next
}

fn all_ids(state: &State) -> BTreeSet<String> {
    state.documents.iter().flat_map(|one| one.spans.iter().map(|span| span.id.to_string())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strangers_meet(ours in world(), theirs in world()) {
        let after = opened(&ours, &through(&theirs));
        prop_assert!(all_ids(&after).is_superset(&all_ids(&ours)));
        prop_assert!(after.documents.iter().map(|one| one.spans.len()).sum::<usize>() >= theirs.documents.iter().map(|one| one.spans.len()).max().unwrap_or(0));
    }

    #[test]
    fn two_versions_meet(ours in world(), acts in prop::collection::vec(0..8_u8, 1..20)) {
        let theirs = revised(&ours, &acts);
        let after = opened(&ours, &through(&theirs));
        prop_assert!(all_ids(&after).is_superset(&all_ids(&ours)));
        let back = opened(&theirs, &through(&ours));
        prop_assert!(all_ids(&back).is_superset(&all_ids(&theirs)));
    }

    #[test]
    fn the_order_of_two_annotators_files_does_not_matter(one in prop::collection::vec((0..5000_u32, 1..90_u32, 0..21_usize), 0..12), other in prop::collection::vec((0..5000_u32, 1..90_u32, 0..21_usize), 0..12)) {
        let file = |id: &str, name: &str, spans: &[(u32, u32, usize)]| {
            let labels = bundled().tagset.labels.clone();
            let spans = spans.iter().enumerate().map(|(n, &(start, length, label))| span(&format!("s-{n}"), labels[label].id.as_str(), start, start + length));
            let mut seen = BTreeSet::new();
            let spans = spans.filter(|span| seen.insert((span.label.clone(), span.range))).collect();
            through(&tagged(set(id, Some(name)), spans))
        };
        let (a, b) = (file("a", "ليلى", &one), file("b", "آدم", &other));
        let mine = tagged(set("me", Some("أنا")), Vec::new());
        let (ab, ba) = (opened(&opened(&mine, &a), &b), opened(&opened(&mine, &b), &a));
        prop_assert_eq!(said(&ab), said(&ba));
        prop_assert_eq!(said(&ab).len(), said(&a.state).len() + said(&b.state).len());
    }
}
