//! Events with their roles.

use serde_json::{Value, json};

use super::relations::travels;
use crate::corpus::{Corpus, FT};
use crate::page::Page;

/// A type of events with three roles, one of which takes one span only.
fn talks() -> Value {
    json!({ "event_types": [{
        "id": "talks", "name": { "ar": "محادثات", "en": "talks" }, "trigger_labels": ["EVENT"],
        "roles": [
            { "id": "delegate", "name": { "ar": "مندوب", "en": "delegate" }, "labels": ["PERS"] },
            { "id": "place", "name": { "ar": "مكان", "en": "place" }, "labels": ["GPE", "LOC"], "max": 1 },
            { "id": "date", "name": { "ar": "زمن", "en": "date" }, "labels": ["DATE"] },
        ],
    }] })
}

fn roles(event: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    event["roles"].as_array().into_iter().flatten().map(|role| (text(&role["role"]), text(&role["span"]))).collect()
}

pub fn event_with_three_roles(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.open_kinds(&talks());
    let trigger_at = corpus.find("محادثات سرية", 0);
    let others = [("بريت ماكغورك", 0, "delegate"), ("سلطنة عُمان", 4, "place"), ("يناير", 8, "date")];
    let trigger = page.tag(&corpus, trigger_at, &page.label(7));
    let spans = others.map(|(words, label, _)| page.tag(&corpus, corpus.find(words, 0), &page.label(label)));
    page.open_card(&corpus, &trigger, trigger_at);
    page.keys(&["Shift", "g"]);
    page.waits_for("[data-menu=\"event\"] [data-offer=\"event:talks\"]");
    page.keys(&["Enter"]);
    page.waits_for("[data-bar=\"linking\"]");
    // Joining goes on from the event until it is left.
    for (words, _, role) in others {
        page.choose_second(&corpus, corpus.find(words, 0));
        page.pick(&format!("role:{role}"));
        page.waits_without("[data-menu]");
    }
    page.keys(&["Escape"]);
    page.waits_without("[data-bar=\"linking\"]");
    let file = page.download();
    let events = file.records(FT, "events");
    assert_eq!((&events[0]["type"], &events[0]["trigger"]), (&json!("talks"), &json!(trigger)));
    let expected: Vec<_> = others.iter().zip(&spans).map(|((_, _, role), span)| ((*role).to_owned(), span.clone())).collect();
    assert_eq!(roles(&events[0]), expected);
    // Each is a step of its own.
    for left in (0..3).rev() {
        page.undo();
        assert_eq!(roles(&page.download().records(FT, "events")[0]).len(), left);
    }
    page.undo();
    assert!(page.download().records(FT, "events").is_empty());
    for _ in 0..4 {
        page.redo();
    }
    page.saved();
    page.reload();
    page.open_card(&corpus, &trigger, trigger_at);
    let row = "[data-card] [data-event]";
    page.waits_for(&format!("{row} [data-role=\"date\"]"));
    page.press_action(&format!("{row} [data-role=\"date\"] [data-action=\"remove-role\"]"));
    page.waits_without(&format!("{row} [data-role=\"date\"]"));
    assert_eq!(roles(&page.download().records(FT, "events")[0]).len(), 2);
    page.undo();
    // A role that is full says so.
    page.waits_for(&format!("{row} [data-role=\"date\"]"));
    page.press_action(&format!("{row} [data-action=\"add-role\"]"));
    page.choose_second(&corpus, corpus.find(others[0].0, 0));
    page.press_action("[data-menu=\"role\"] summary");
    assert!(page.words_of("[data-refused=\"role:place\"]").contains("مكان"));
    page.keys(&["Escape"]);
    page.keys(&["Escape"]);
    page.waits_without("[data-bar=\"linking\"]");
    let file = page.download();
    travels(page, &file, |file| file.records(FT, "events"));
}
