//! A search that takes long never keeps whoever types waiting.

use serde_json::json;

use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;
use crate::page::large::texts;

/// Code points of the project.
const POINTS: usize = 300_000;

/// Expressions at which any engine is slow, the second one begun while the first one is sought.
const SLOW: [&str; 2] = ["(.{1,150}){1,4}x", "y"];

fn field(page: &Page) -> String {
    page.browser.script("return document.activeElement?.value ?? '';", vec![]).as_str().unwrap_or_default().to_owned()
}

pub fn typing_goes_on_while_a_slow_expression_is_sought(page: &mut Page) {
    page.open("");
    page.open_large(POINTS);
    page.keys(&["f"]);
    page.browser.wait("the field of the search to have the focus", "document.activeElement?.dataset.field === 'search'", vec![]);
    page.press_action("[data-how=\"pattern\"]");
    let element = page.browser.element("return document.querySelector('[data-field=\"search\"]');", vec![]);
    page.browser.type_into(&element, SLOW[0]);
    page.browser.wait("progress", "document.querySelector('.desk progress[aria-label]')?.value > 0", vec![]);
    let busy = "document.querySelector('.desk .search').ariaBusy === 'true'";
    page.browser.wait("the search to say that it is under way", busy, vec![]);
    // What is typed is there although the search goes on, which begins anew with it.
    page.browser.type_into(&element, SLOW[1]);
    assert_eq!(field(page), SLOW.concat());
    page.browser.wait(
        "the search to go on with what is typed",
        "document.querySelector('.desk .search').dataset.asked === arguments[0]",
        vec![json!(SLOW.concat())],
    );
    page.browser.wait("progress", "document.querySelector('.desk progress')", vec![]);
    // Neither of them ever comes to its end, and neither says what the third one finds.
    page.keys(&["Control", "a"]);
    page.browser.type_into(&element, "إيران");
    // The bundled articles are still there.
    let all = texts(POINTS).into_iter().chain([FT, NYT].map(|id| Corpus::read(id).text));
    let hits = all.map(|text| text.matches("إيران").count()).sum::<usize>();
    page.browser.wait(
        "all hits of the last one",
        "document.querySelector('.desk [data-hits]')?.dataset.hits === arguments[0]",
        vec![json!(hits.to_string())],
    );
    assert_eq!(field(page), "إيران");
    page.browser.wait(
        "a page of them, now that nobody types",
        "document.querySelectorAll('.desk [data-row]').length > 40",
        vec![],
    );
    let state = page.browser.script(
        "return [document.querySelectorAll('.desk progress').length, document.querySelector('.desk .search').ariaBusy,
                 document.querySelectorAll('.desk [data-row]').length];",
        vec![],
    );
    assert_eq!((&state[0], &state[1]), (&json!(0), &json!(null)));
    let rows = state[2].as_u64().unwrap_or_default();
    assert!(0 < rows && rows < 100, "of {hits} hits some are drawn: {rows}");
    page.press_action("[data-action=\"more-hits\"]");
    page.browser.wait("more of them", "document.querySelectorAll('.desk [data-row]').length > arguments[0]", vec![json!(rows)]);
}
