//! Attributes of every kind, and labels of the document as a whole.

use serde_json::{Value, json};

use super::relations::travels;
use crate::corpus::{Corpus, FT};
use crate::page::Page;

fn kinds() -> Value {
    let named = |ar: &str, en: &str| json!({ "ar": ar, "en": en });
    let value = |id: &str, ar: &str| json!({ "id": id, "name": named(ar, id) });
    json!({ "attributes": [
        { "id": "mention", "name": named("التسمية", "mention"), "type": "choice", "labels": ["PERS"], "required": true,
          "values": [value("name", "اسم"), value("pronoun", "ضمير")] },
        { "id": "manner", "name": named("الهيئة", "manner"), "type": "choices", "values": [value("open", "علنًا"), value("secret", "سرًّا")] },
        { "id": "sure", "name": named("مؤكد", "sure"), "type": "flag" },
        { "id": "figure", "name": named("الرقم", "figure"), "type": "number" },
        { "id": "date", "name": named("التاريخ", "date"), "type": "date" },
        { "id": "about", "name": named("وصف", "about"), "type": "text" },
        { "id": "place_only", "name": named("للأماكن", "place only"), "type": "flag", "labels": ["LOC"] },
    ] })
}

/// Types into an attribute's field and leaves it by Enter.
fn type_value(page: &Page, id: &str, words: &str) {
    let field = format!("[data-attributes] [data-attribute=\"{id}\"] input");
    page.press_action(&field);
    page.keys(&["Control", "a"]);
    let element = page.browser.element("return document.querySelector(arguments[0]);", vec![json!(field)]);
    page.browser.type_into(&element, words);
    page.keys(&["Enter"]);
}

pub fn attributes_of_every_kind(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.open_kinds(&kinds());
    let name = corpus.find("بريت ماكغورك", 0);
    let span = page.tag(&corpus, name, &page.label(0));
    page.open_card(&corpus, &span, name);
    // What has to be said is asked for, and nothing else is in the way.
    page.waits_for("[data-card] [data-attribute=\"mention\"]");
    assert!(page.words_of("[data-card] [data-attribute=\"mention\"]").contains("مطلوب"));
    page.keys(&["Shift", "m"]);
    page.waits_for("[data-attributes]");
    assert!(page.words_of("[data-attribute=\"place_only\"]").is_empty(), "it is not for this label");
    for press in [("mention", "name"), ("manner", "secret"), ("manner", "open"), ("sure", "false")] {
        page.press_action(&format!("[data-attributes] [data-attribute=\"{}\"] [data-value=\"{}\"]", press.0, press.1));
        page.waits_for(&format!("[data-attribute=\"{}\"] [data-value=\"{}\"][aria-pressed=\"true\"]", press.0, press.1));
    }
    type_value(page, "figure", "٩٩");
    type_value(page, "date", "2024-01");
    type_value(page, "about", "المبعوث");
    let expected = json!({
        "mention": "name", "manner": ["open", "secret"], "sure": false, "figure": 99, "date": "2024-01", "about": "المبعوث",
    });
    assert_eq!(page.download().span(FT, &span)["attributes"], expected);
    type_value(page, "date", "2024-13");
    page.waits_for("[data-card] [role=\"alert\"]");
    assert_eq!(page.download().span(FT, &span)["attributes"], expected, "what is no date is not taken");
    page.press_action("[data-action=\"attributes-done\"]");
    page.waits_without("[data-attributes]");
    assert!(page.words_of("[data-card] [data-attribute=\"figure\"]").contains("99"));
    page.saved();
    page.reload();
    page.open_card(&corpus, &span, name);
    page.waits_for("[data-card] [data-attribute=\"about\"]");
    let file = page.download();
    assert_eq!(file.span(FT, &span)["attributes"], expected);
    page.undo();
    assert!(page.download().span(FT, &span)["attributes"].get("about").is_none(), "each value is a step of its own");
    travels(page, &file, |file| vec![file.spans(FT)[0]["attributes"].clone()]);
}

pub fn labels_of_the_document(page: &mut Page) {
    page.open_document(FT);
    page.keys(&["Shift", "d"]);
    let field = "[data-menu=\"document-labels\"] [data-field=\"new-document-label\"]";
    page.waits_for(field);
    let element = page.browser.element("return document.querySelector(arguments[0]);", vec![json!(field)]);
    page.browser.type_into(&element, "دبلوماسية");
    page.keys(&["Enter"]);
    page.waits_for(".doc-label");
    let file = page.download();
    let labels = file.records(FT, "labels");
    let id = labels[0]["label"].as_str().expect("a label").to_owned();
    assert_eq!(page.words_of(&format!(".doc-label[data-document-label=\"{id}\"]")), "دبلوماسية");
    // Whoever goes elsewhere closes it.
    page.waits_without("[data-menu=\"document-labels\"]");
    page.press_action("[data-action=\"document-labels\"]");
    page.waits_for(&format!("input[data-document-label=\"{id}\"]"));
    page.press_action(&format!("input[data-document-label=\"{id}\"]"));
    page.waits_without(".doc-label");
    assert!(page.download().records(FT, "labels").is_empty());
    page.keys(&["Escape"]);
    page.undo();
    page.waits_for(".doc-label");
    page.saved();
    page.reload();
    page.keys(&["Shift", "d"]);
    page.waits_for(".doc-label");
    travels(page, &file, |file| file.records(FT, "labels"));
}
