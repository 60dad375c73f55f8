//! The schema says what is written, and forbids what it can.

use hashiya::core::colour::{HUES, Line};
use hashiya::core::command::Context;
use hashiya::core::ids::{IdMaker, Writer};
use hashiya::core::op::{Item, Op};
use hashiya::core::presets::PRESETS;
use hashiya::core::refusal::Refusal;
use hashiya::core::settle;
use hashiya::core::span::Span;
use hashiya::core::take_tagset::{Take, take_preset};
use hashiya::format::bundled::bundled;
use hashiya::format::native::SCHEMA;
use hashiya::format::native::tagset_file::write_tagset;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::worlds::{NOW, fixture, incoming, set, span, tagged, world, written};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::rc::Rc;

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    assert!(jsonschema::meta::is_valid(&schema), "the schema is a schema");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("the schema can be used")
}

fn valid(validator: &Validator, text: &str) {
    let file: Value = serde_json::from_str(text).expect("JSON");
    let faults = validator.iter_errors(&file).map(|fault| format!("{}: {fault}", fault.instance_path())).collect::<Vec<_>>();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_written_is_valid() {
    let validator = validator();
    valid(&validator, &written(&bundled()));
    valid(&validator, &written(&tagged(set("me", Some("سلمى")), vec![span("s-1", "GPE", 3256, 3261)])));
    for fixed in ["complete", "small"] {
        valid(&validator, &fixture(fixed));
        valid(&validator, &written(&incoming(fixed).state));
    }
    let mut runner = TestRunner::deterministic();
    for _ in 0..40 {
        valid(&validator, &written(&world().new_tree(&mut runner).expect("a world").current()));
    }
}

#[test]
fn what_was_settled_is_valid_and_says_by_whom() {
    let validator = validator();
    let span_of = |set: &str, id, label, start, end| Span { set: set.into(), ..span(id, label, start, end) };
    let mut state =
        tagged(set("a", Some("سلمى")), vec![span_of("a", "s-1", "GPE", 3256, 3261), span_of("a", "s-2", "ORG", 0, 4)]);
    let document = state.documents[0].document.id.clone();
    let theirs = span_of("b", "s-3", "GPE", 3255, 3261);
    for op in [Op::Add(Item::Set(set("b", None))), Op::Add(Item::Span(document.clone(), Rc::new(theirs)))] {
        state = state.apply(&op).expect("it applies");
    }
    let first =
        vec![((document.clone(), "s-1".into()), settle::Take::Both), ((document.clone(), "s-2".into()), settle::Take::Neither)];
    let second = vec![((document, "s-1".into()), settle::Take::One("a".into()))];
    let mut sets = vec!["a".into(), "b".into()];
    for (number, decisions) in [(1, first), (2, second)] {
        let wish = settle::Wish { sets: sets.clone(), by: Some("هند".into()) };
        let mut context = Context { now: NOW.into(), ids: IdMaker::new(&Writer::new("w"), number), annotator: None };
        state = settle::settle(&state, &mut context, &wish, &decisions).expect("new").apply(&state).expect("applies");
        let text = written(&state);
        valid(&validator, &text);
        let file: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(file["refusals"][0]["by"], "هند");
        let gold = file["documents"][0]["spans"].as_array().expect("spans").iter().find(|span| !span["provenance"].is_null());
        let from = &gold.expect("a gold span")["provenance"]["from"];
        assert!(from.as_array().is_some_and(|from| from.len() == 1 && from[0]["span"].is_string()), "{from}");
        // A third comes, whose set the gold set is told of.
        state = state.apply(&Op::Add(Item::Set(set(&format!("later{number}"), None)))).expect("applies");
        sets.push(format!("later{number}").as_str().into());
    }
}

#[test]
fn a_tagset_file_is_valid_and_what_it_forbids_is_forbidden() {
    let mut schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let fields = schema.as_object_mut().expect("an object");
    fields.retain(|name, _| name.starts_with('$'));
    fields.insert("$ref".into(), json!("#/$defs/tagset_file"));
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("the schema can be used");
    let state = incoming("complete").state;
    for preset in PRESETS {
        let taken = take_preset(&state, &preset, Take::Add).and_then(|taken| taken.apply(&state).map_err(|_| Refusal::Gone));
        valid(&validator, &write_tagset(taken.as_ref().unwrap_or(&state), NOW));
    }
    let examples = json!(["شخص", {"text": "Person", "language": "en", "negative": true}]);
    for (pointer, value, good) in [
        ("/tagset/labels/0", json!({"id": "X", "examples": examples, "retired": true}), true),
        ("/tagset/labels/0", json!({"id": "X", "examples": [{"negative": true}]}), false),
        ("/tagset/labels/0", json!({"id": "X", "retired": "yes"}), false),
        ("/format", json!("hashiya"), false),
        ("/version", json!(2), false),
    ] {
        let mut file: Value = serde_json::from_str(&write_tagset(&state, NOW)).expect("JSON");
        *file.pointer_mut(pointer).expect("a place") = value.clone();
        assert_eq!(validator.is_valid(&file), good, "{pointer} {value}");
    }
}

#[test]
fn colours_and_lines_are_those_of_the_program() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let label = &schema["$defs"]["label"]["properties"];
    assert_eq!(label["style"]["enum"], json!(Line::ALL.map(Line::name)));
    assert!(label["colour"]["pattern"].as_str().expect("a pattern").contains(&HUES.join("|")));
}

#[test]
fn what_a_schema_can_forbid_is_forbidden() {
    let validator = validator();
    let good: Value = serde_json::from_str(&fixture("complete")).expect("JSON");
    for (pointer, wrong) in [
        ("/format", json!("doccano")),
        ("/version", json!(2)),
        ("/offset_unit", json!("utf16")),
        ("/exported_at", json!("yesterday")),
        ("/project/id", json!("")),
        ("/tagset/labels/0/colour", json!("url(x)")),
        ("/tagset/labels/0/style", json!("wavy")),
        ("/annotation_sets/0/role", json!("mine")),
        ("/documents/0/id", json!("Report")),
        ("/documents/0/sha256", json!("00")),
        ("/documents/0/status", json!("finished")),
        ("/documents/0/spans/0/start", json!(-1)),
        ("/documents/0/spans/0/utf16", json!([1])),
        ("/documents/0/spans/0/text", json!("")),
        ("/documents/0/spans/0/fragments", json!([{"start": 0, "end": 1, "text": "x"}])),
        ("/documents/0/relations/0/from", json!(null)),
        ("/documents/0/events/0/roles/0/span", json!("a b")),
        ("/entities/0/mentions/0", json!({"span": "s-1"})),
        ("/links/0/to", json!({"nothing": "x"})),
    ] {
        let mut bad = good.clone();
        match bad.pointer_mut(pointer) {
            Some(place) => *place = wrong,
            None => bad["documents"][0]["spans"][0]["fragments"] = wrong,
        }
        assert!(!validator.is_valid(&bad), "{pointer}");
    }
}
