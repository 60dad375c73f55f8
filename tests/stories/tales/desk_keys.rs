//! Keys of one's own.

use hashiya::core::desk::DeskPage;
use serde_json::json;

use super::desk_tagset::{close_desk, open_desk};
use crate::corpus::{Corpus, FT};
use crate::page::Page;

/// Opens the page of the keys, by its tab.
fn open_keys(page: &Page) {
    open_desk(page, "f", "search");
    page.turn_to(DeskPage::Keys);
    page.browser.wait("the keys", "document.querySelector('.desk-keys')", vec![]);
    page.browser.frames();
}

/// The key that a row shows, by the table's own name of the row.
fn shown(page: &Page, row: &str) -> String {
    let value = page.browser.script("return document.querySelector(`[data-key=\"${arguments[0]}\"]`).value;", vec![json!(row)]);
    value.as_str().unwrap_or_default().to_owned()
}

/// Presses a chord in the field of a row.
fn press_in(page: &Page, row: &str, chord: &[&str]) {
    page.press_action(&format!("[data-key=\"{row}\"]"));
    page.keys(chord);
}

/// Waits until a row says why it has not taken a key; the words name what has it.
fn is_refused(page: &Page, row: &str, because: &str) {
    let why = "document.querySelector(`li:has([data-key=\"${arguments[0]}\"]) [role=alert]:not([hidden])`)?.textContent";
    page.browser.wait("the clash to be told", &format!("({why})?.includes(arguments[1])"), vec![json!(row), json!(because)]);
}

/// Whether a chord selects the word at the very start, with tagging begun.
fn selects_the_word(page: &Page, corpus: &Corpus, chord: &[&str]) -> bool {
    page.browser.script("T.article(arguments[0]).focus();", vec![json!(corpus.id)]);
    for before in [&["Enter"][..], &["Control", "Home"]] {
        page.keys(before);
    }
    page.keys(chord);
    let selected = page.selected(corpus) == Some(corpus.find("الكشف", 0));
    for _ in 0..3 {
        page.keys(&["Escape"]);
    }
    selected
}

pub fn keys_of_ones_own(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open("?lang=ar");
    page.shows(FT);
    assert!(selects_the_word(page, &corpus, &["s"]), "the table's own key selects the word");
    open_keys(page);
    // Keys that mean something else are refused: another action's, a label's.
    let before = shown(page, "s");
    press_in(page, "s", &["g"]);
    is_refused(page, "s", "آخر وسم");
    press_in(page, "s", &["1"]);
    is_refused(page, "s", "شخص");
    assert_eq!(shown(page, "s"), before, "a refused key changes nothing");
    // A free one is taken, and the old one is free.
    press_in(page, "s", &["Shift", "h"]);
    page.browser.wait(
        "the new key",
        "document.querySelector('[data-key=\"s\"]').value !== arguments[0] && !document.querySelector('li:has([data-key=\"s\"]) [role=alert]:not([hidden])')",
        vec![json!(before)],
    );
    press_in(page, "m", &["s"]);
    page.browser.wait(
        "the key that was freed",
        "document.querySelector('[data-key=\"m\"]').value === arguments[0]",
        vec![json!(before)],
    );
    close_desk(page);
    assert!(!selects_the_word(page, &corpus, &["s"]) && selects_the_word(page, &corpus, &["Shift", "h"]));
    page.reload();
    page.shows(FT);
    assert!(!selects_the_word(page, &corpus, &["s"]) && selects_the_word(page, &corpus, &["Shift", "h"]), "kept after a reload");
    // The table's own, all at once.
    open_keys(page);
    page.press_action(".desk [data-action=\"keys-reset\"]");
    page.browser.wait(
        "the table's own key",
        "document.querySelector('[data-key=\"s\"]').value === arguments[0]",
        vec![json!(before)],
    );
    page.browser.wait("nothing left to reset", "document.querySelector('[data-action=\"keys-reset\"]').hidden", vec![]);
    close_desk(page);
    assert!(selects_the_word(page, &corpus, &["s"]) && !selects_the_word(page, &corpus, &["Shift", "h"]));
}
