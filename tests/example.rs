//! The worked example is a true native file: it reads, it is what the program would write, it keeps the rules of its
//! own tagset, and it says of the two reports what the documentation says it does.

#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

use hashiya::core::lint::{Kind, findings};
use hashiya::core::project::Role;
use hashiya::core::state::State;
use hashiya::format::{bundled::bundled, native};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const EXAMPLE: &str = include_str!("../seeds/example.hashiya.json");

fn file() -> Value {
    serde_json::from_str(EXAMPLE).expect("JSON")
}

fn state() -> State {
    native::state_from(native::read(EXAMPLE).expect("the example reads"))
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_else(|| panic!("{field} in {value}"))
}

/// The documents and all that stands in one of their lists.
fn in_documents<'a>(file: &'a Value, field: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let all = list(file, "documents").iter();
    all.flat_map(move |document| list(document, field).iter().map(|one| (text(document, "id"), one)))
}

/// Each span's document and label.
fn spans(file: &Value) -> BTreeMap<&str, (&str, &str)> {
    in_documents(file, "spans").map(|(document, span)| (text(span, "id"), (document, text(span, "label")))).collect()
}

/// The member of a list with that id.
fn named<'a>(all: &'a [Value], id: &str) -> &'a Value {
    all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Whether a rule that lists labels, or says nothing, has that one.
fn admits(rule: &Value, label: &str) -> bool {
    rule.as_array().is_none_or(|labels| labels.iter().any(|one| one == label))
}

#[test]
fn it_holds_the_two_reports_as_they_are_shipped_in_one_set_of_ones_own() {
    let (example, shipped) = (state(), bundled());
    assert_eq!(example.project.id, "oman-talks-example");
    assert_ne!(example.project.id, shipped.project.id, "never mixed into one's own work");
    let documents = |state: &State| state.documents.iter().map(|one| one.document.clone()).collect::<Vec<_>>();
    assert_eq!(documents(&example), documents(&shipped));
    assert_eq!(example.sets.iter().map(|set| set.role).collect::<Vec<_>>(), [Role::Own]);
    assert!(shipped.tagset.labels.iter().all(|label| example.tagset.get(&label.id) == Some(label)), "the labels one starts with");
}

#[test]
fn it_is_what_the_program_would_write() {
    let at = file()["exported_at"].as_str().expect("a time").to_owned();
    let written = native::write(&state(), &at, &native::Choice::default()).expect("it is written");
    let without_maker = |text: &str| {
        let mut file: Value = serde_json::from_str(text).expect("JSON");
        file.as_object_mut().expect("an object").remove("generator");
        file
    };
    assert_eq!(without_maker(&written), without_maker(EXAMPLE));
    let lines = |text: &str| text.lines().filter(|line| !line.contains("\"version\": \"")).map(str::to_owned).collect::<Vec<_>>();
    assert!(lines(&written) == lines(EXAMPLE), "written in another order or shape");
}

#[test]
fn the_schema_knows_all_of_it() {
    let schema: Value = serde_json::from_str(native::SCHEMA).expect("JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("the schema can be used");
    let file = file();
    let faults = validator.iter_errors(&file).map(|fault| format!("{}: {fault}", fault.instance_path())).collect::<Vec<_>>();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_checks_find_only_what_is_left_untagged_on_purpose() {
    let found = findings(&state()).into_iter().filter(|finding| finding.kind != Kind::UntaggedTwin).collect::<Vec<_>>();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn relations_and_events_keep_the_rules_of_their_types() {
    let file = file();
    let (spans, tagset) = (spans(&file), &file["tagset"]);
    for (document, relation) in in_documents(&file, "relations") {
        let rules = list(named(list(tagset, "relation_types"), text(relation, "type")), "rules");
        let (from, to) = (spans[text(relation, "from")], spans[text(relation, "to")]);
        assert!(rules.iter().any(|rule| admits(&rule["from"], from.1) && admits(&rule["to"], to.1)), "{relation}");
        assert_eq!((from.0, to.0), (document, document), "{relation}");
    }
    for (document, event) in in_documents(&file, "events") {
        let kind = named(list(tagset, "event_types"), text(event, "type"));
        let trigger = spans[text(event, "trigger")];
        assert!(trigger.0 == document && admits(&kind["trigger_labels"], trigger.1), "{event}");
        let mut filled = BTreeMap::<_, u64>::new();
        for role in list(event, "roles") {
            let span = spans[text(role, "span")];
            assert!(
                span.0 == document && admits(&named(list(kind, "roles"), text(role, "role"))["labels"], span.1),
                "{event}: {role}"
            );
            *filled.entry(text(role, "role")).or_default() += 1;
        }
        for role in list(kind, "roles") {
            let count = filled.get(text(role, "id")).copied().unwrap_or_default();
            let (min, max) = (role["min"].as_u64().unwrap_or_default(), role["max"].as_u64().unwrap_or(u64::MAX));
            assert!((min..=max).contains(&count), "{event}: {role}");
        }
    }
}

#[test]
fn attributes_fit_their_kinds_and_none_that_is_required_is_missing() {
    let file = file();
    let kinds = list(&file["tagset"], "attributes");
    let one_of = |kind: &Value, value: &Value| list(kind, "values").iter().any(|one| one["id"] == *value);
    let mut used = BTreeSet::new();
    for (_, span) in in_documents(&file, "spans") {
        let (label, values) = (text(span, "label"), span["attributes"].as_object().expect("an object"));
        for (id, value) in values {
            let kind = named(kinds, id);
            assert!(admits(&kind["labels"], label), "{span}");
            let fits = match text(kind, "type") {
                "flag" => value.is_boolean(),
                "choice" => one_of(kind, value),
                "choices" => value.as_array().is_some_and(|all| all.iter().all(|value| one_of(kind, value))),
                "number" => value.is_number(),
                "text" => value.is_string(),
                "date" => value.as_str().is_some_and(is_date),
                other => panic!("{other}"),
            };
            assert!(fits, "{id}: {span}");
            used.insert(text(kind, "type"));
        }
        let missing = kinds
            .iter()
            .find(|kind| kind["required"] == true && admits(&kind["labels"], label) && !values.contains_key(text(kind, "id")));
        assert_eq!(missing, None, "{span}");
    }
    assert_eq!(Vec::from_iter(used), ["choice", "choices", "date", "flag", "number", "text"], "one of each kind");
    for (_, span) in in_documents(&file, "spans").filter(|(_, span)| span["attributes"].get("date").is_some()) {
        assert!(!text(span, "note").is_empty(), "the year is not in the text, which a note must say: {span}");
    }
}

/// `2024`, `2024-01` or `2024-01-31`.
fn is_date(text: &str) -> bool {
    let parts = text.split('-').collect::<Vec<_>>();
    let numbers = parts.iter().map_while(|part| part.parse::<u32>().ok()).collect::<Vec<_>>();
    let lengths = parts.iter().map(|part| part.len()).eq([4, 2, 2].into_iter().take(parts.len()));
    lengths
        && match numbers[..] {
            [_] => parts.len() == 1,
            [_, month] => parts.len() == 2 && (1..=12).contains(&month),
            [_, month, day] => (1..=12).contains(&month) && (1..=31).contains(&day),
            _ => false,
        }
}

#[test]
fn entities_and_links_name_what_is_there_and_links_join_the_two_reports() {
    let file = file();
    let spans = spans(&file);
    let events = in_documents(&file, "events").map(|(document, event)| (text(event, "id"), document)).collect::<BTreeMap<_, _>>();
    for entity in list(&file, "entities") {
        assert!(
            list(entity, "mentions").iter().all(|mention| spans[text(mention, "span")].0 == text(mention, "document")),
            "{entity}"
        );
        let link = entity["link"].as_str().unwrap_or("Q1");
        assert!(link.strip_prefix('Q').is_some_and(|number| number.parse::<u32>().is_ok()), "{entity}");
    }
    let document = |end: &Value| match end["event"].as_str() {
        Some(event) => events[event],
        None => spans[text(end, "span")].0,
    };
    for link in list(&file, "links") {
        assert!(["same", "contradicts", "supports", "updates", "quotes"].contains(&text(link, "type")), "{link}");
        assert_ne!(document(&link["from"]), document(&link["to"]), "{link}");
        assert!(!text(link, "note").is_empty(), "{link}");
    }
}

#[test]
fn it_links_the_talks_their_delegates_the_figures_and_a_quotation() {
    let file = file();
    let link = |id: &str| {
        let link = named(list(&file, "links"), id);
        let end = |end: &Value| end["event"].as_str().or(end["span"].as_str()).expect("an end").to_owned();
        (text(link, "type").to_owned(), end(&link["from"]), end(&link["to"]))
    };
    let is = |kind: &str, from: &str, to: &str| (kind.to_owned(), from.to_owned(), to.to_owned());
    assert_eq!(link("l-talks"), is("same", "e-a-talks", "e-b-talks"));
    assert_eq!(link("l-mcgurk-post"), is("same", "a-mcgurk-post", "b-mcgurk-post"));
    assert_eq!(link("l-99-102"), is("contradicts", "a-99", "b-102"));
    assert_eq!(link("l-quote"), is("supports", "b-karimi-quote", "a-influence"));
    let envoy = named(list(&file, "entities"), "n-mcgurk");
    let reports = list(envoy, "mentions").iter().map(|mention| text(mention, "document")).collect::<BTreeSet<_>>();
    assert_eq!(reports.len(), 2, "the envoy is named in both");
}

#[test]
fn it_has_every_shape() {
    let file = file();
    let count = |field: &str| list(&file, "documents").iter().map(|document| list(document, field).len()).collect::<Vec<_>>();
    for field in ["spans", "relations", "events", "labels"] {
        assert!(count(field).iter().all(|&count| count > 0), "{field} in both reports");
    }
    let state = state();
    let spans = || state.documents.iter().flat_map(|one| one.spans.iter());
    assert!(spans().any(|span| span.fragments.len() > 1), "a span in pieces");
    assert!(spans().any(|span| !span.note.is_empty()), "a note");
    let pairs = |test: fn(&hashiya::core::span::Span, &hashiya::core::span::Span) -> bool| {
        state.documents.iter().any(|one| one.spans.iter().any(|a| one.spans.iter().any(|b| a.id != b.id && test(a, b))))
    };
    assert!(pairs(|a, b| a.range == b.range && a.label != b.label), "two labels on the same words");
    assert!(pairs(|a, b| a.range.start() < b.range.start() && b.range.end() < a.range.end()), "one inside another");
}
