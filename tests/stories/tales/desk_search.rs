//! Searching in all documents, and tagging what was found at once.

use serde_json::json;

use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;

/// Opens the search by its key and waits for its field.
fn open_search(page: &Page) {
    page.keys(&["f"]);
    page.browser.wait("the field of the search to have the focus", "document.activeElement?.dataset.field === 'search'", vec![]);
}

/// Types into the field of the search, over what is there.
fn search(page: &Page, words: &str) {
    let field = page.browser.element("return document.querySelector('[data-field=\"search\"]');", vec![]);
    page.browser.click(&field);
    page.keys(&["Control", "a"]);
    page.browser.type_into(&field, words);
}

/// Waits until so many hits are told of.
fn finds(page: &Page, hits: usize) {
    page.browser.wait(
        &format!("{hits} hits"),
        "document.querySelector('.desk [data-hits]')?.dataset.hits === arguments[0]",
        vec![json!(hits.to_string())],
    );
}

/// Waits until what is done by one press is done to so many places.
fn tags_with_enter(page: &Page) {
    page.browser.wait(
        "the button that tags all",
        "document.activeElement?.dataset.action === 'tag-twins' && !document.activeElement.ariaDisabled",
        vec![],
    );
    page.keys(&["Enter"]);
}

/// Waits until all is tagged, and gives the words of all spans.
fn all_tagged(page: &Page) -> Vec<String> {
    page.browser.wait("all to be tagged", "document.querySelector('.desk [data-untagged]')?.dataset.untagged === '0'", vec![]);
    words(page)
}

fn words(page: &Page) -> Vec<String> {
    let file = page.download();
    let spans = [FT, NYT].map(|id| file.spans(id).into_iter().cloned().collect::<Vec<_>>()).concat();
    spans.iter().map(|span| span["text"].as_str().unwrap_or_default().to_owned()).collect()
}

pub fn search_as_one_types(page: &mut Page) {
    page.open_document(FT);
    open_search(page);
    search(page, "إيران");
    finds(page, 35);
    search(page, "ایران");
    finds(page, 35);
    page.press_action("[data-how=\"folded\"]");
    search(page, "عمان");
    finds(page, 6);
    page.press_action("[data-how=\"exact\"]");
    finds(page, 1);
    page.press_action("[data-how=\"pattern\"]");
    search(page, "(");
    page.browser.wait("why the pattern is not read", "document.getElementById('find-fault')?.textContent.length > 10", vec![]);
    search(page, "\\d+ هجوم");
    page.browser.wait("hits of the pattern", "Number(document.querySelector('.desk [data-hits]')?.dataset.hits) > 0", vec![]);
    page.keys(&["Escape"]);
    page.browser.wait("the desk to close", "!document.querySelector('.desk')", vec![]);
}

pub fn hits_are_what_is_selected(page: &mut Page) {
    page.open_document(FT);
    open_search(page);
    search(page, "للحوثيين");
    page.browser.wait("hits", "document.querySelectorAll('.desk [data-row]').length > 0", vec![]);
    let shown = page.browser.script("return document.querySelector('.desk [data-row] mark').textContent;", vec![]);
    let label = page.label(0);
    page.keys(&["ArrowDown"]);
    page.keys(&["Enter"]);
    page.new_span(|page| page.press_label(&label));
    assert_eq!(words(page), [shown.as_str().unwrap_or_default()]);
}

pub fn every_mention_by_keyboard_alone(page: &mut Page) {
    page.open_document(FT);
    let label = page.label(0);
    open_search(page);
    for letter in "إيران".chars() {
        page.keys(&[&letter.to_string()]);
    }
    finds(page, 35);
    // From the first hit on: to it, select it, tag it, ask for its twins, tag them.
    page.keys(&["ArrowDown"]);
    page.keys(&["Enter"]);
    page.new_span(|page| page.press_label(&label));
    page.keys(&["d"]);
    tags_with_enter(page);
    assert_eq!(all_tagged(page), vec!["إيران"; 35], "every mention, and no clitic");
    page.undo();
    assert_eq!(words(page), ["إيران"], "one undo takes all back");
}

pub fn twins_by_mouse(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let (label, other) = (page.label(0), page.label(3));
    page.tag(&corpus, corpus.find("ماكغورك", 1), &label);
    page.keys(&["d"]);
    page.browser.wait("the twins", "document.querySelector('.desk [data-untagged]')", vec![]);
    let offered =
        page.browser.script("return Number(document.querySelector('.desk [data-untagged]')?.dataset.untagged);", vec![]);
    // Another spelling, which no folding joins, is taught once.
    let field = page.browser.element("return document.querySelector('[data-field=\"alias\"]');", vec![]);
    page.browser.type_into(&field, "مكجورك");
    page.press_action("[data-action=\"teach-alias\"]");
    page.browser.wait(
        "more twins than before",
        "Number(document.querySelector('.desk [data-untagged]')?.dataset.untagged) > arguments[0]",
        vec![offered],
    );
    page.press_action("[data-action=\"tag-twins\"]");
    let tagged = all_tagged(page);
    assert!(tagged.iter().any(|words| words == "مكجورك") && tagged.iter().any(|words| words == "ماكغورك"), "{tagged:?}");
    page.browser.script(
        "const choice = document.querySelector('[data-field=\"relabel-twins\"]');
         choice.value = arguments[0];
         choice.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(other.id)],
    );
    page.browser.wait(
        "all to be relabelled",
        "document.querySelector('.desk .twins-of .chip')?.textContent === arguments[0]",
        vec![json!(other.id)],
    );
    let file = page.download();
    let labels = [FT, NYT].map(|id| file.spans(id).iter().map(|span| span["label"].clone()).collect::<Vec<_>>()).concat();
    assert_eq!(labels, vec![json!(other.id); tagged.len()]);
    page.press_action("[data-action=\"delete-twins\"]");
    page.browser.wait("word of it", "document.querySelector('.desk .found-done:not([hidden])')", vec![]);
    assert!(words(page).is_empty());
}
