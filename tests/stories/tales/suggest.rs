//! What was tagged before and appears again: outlined, accepted and refused by a key.

use serde_json::json;

use crate::corpus::{Corpus, FT};
use crate::page::Page;

pub fn all_suggestions_at_once(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open("?lang=ar");
    page.shows(FT);
    let (label, other) = (page.label(0), page.label(1));
    page.tag(&corpus, corpus.find("طهران", 0), &label);
    page.tag(&corpus, corpus.find("واشنطن", 0), &other);
    page.keys(&["c"]);
    page.press_action(".desk [data-action=\"accept-all\"]");
    page.browser.wait("none left", "!document.querySelector('.desk [data-list=\"suggestions\"] [data-row]')", vec![]);
    let accepted = page.download().spans(FT).len();
    assert!(accepted > 3, "{accepted}");
    let undo = page.browser.script("return document.querySelector('[data-action=\"undo\"]').title;", vec![]);
    assert!(undo.as_str().is_some_and(|name| name.contains("قبول اقتراحات")), "{undo}");
    page.undo();
    assert_eq!(page.download().spans(FT).len(), 2, "one undo takes all back");
}

pub fn suggestions_by_key(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    page.tag(&corpus, corpus.find("طهران", 0), &label);
    page.browser.wait("an outline", "document.querySelector('.ghost')", vec![]);
    page.keys(&["+"]);
    page.browser.wait("the next one to be selected", "getSelection().toString() === 'طهران'", vec![]);
    let second = page.new_span(|page| page.keys(&["+"]));
    let place = corpus.find("طهران", 1);
    page.show(&corpus, place);
    page.pieces_fit(&corpus, &second, place);
    let before = page.download().spans(FT).len();
    assert_eq!(before, 2);
    page.keys(&["-"]);
    page.browser.wait("no outline of what was refused", "!document.querySelector('.ghost')", vec![]);
    let file = page.download();
    assert_eq!(file.spans(FT).len(), before, "a refusal tags nothing");
    assert_eq!(file.0["refusals"].as_array().map(Vec::len), Some(1), "and is kept");
    page.undo();
    page.browser.wait("the outline again", "document.querySelector('.ghost')", vec![]);
    assert_eq!(page.download().0["refusals"], json!([]));
}

pub fn suggestions_by_mouse(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    page.tag(&corpus, corpus.find("طهران", 0), &label);
    page.browser.wait("an outline", "document.querySelector('.ghost')", vec![]);
    let place = corpus.find("طهران", 1);
    page.show(&corpus, place);
    let point = page.aim(&corpus, corpus.utf16(place.start + 2), false);
    page.click_at(point, 1);
    page.browser.wait("its words to be selected", "getSelection().toString() === 'طهران'", vec![]);
    let span = page.new_span(|page| page.press_label(&label));
    page.pieces_fit(&corpus, &span, place);
    page.download().holds(&corpus, &span, place, &label.id);
}

pub fn suggestions_after_a_reload(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    page.tag(&corpus, corpus.find("طهران", 0), &label);
    page.saved();
    page.reload();
    // At once, before the second program has come.
    page.keys(&["+"]);
    page.browser.wait("the next one to be selected", "getSelection().toString() === 'طهران'", vec![]);
    page.reload();
    page.browser.wait("outlines though nothing was asked", "document.querySelector('.ghost')", vec![]);
}

pub fn suggestions_come_while_words_are_selected(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    page.tag(&corpus, corpus.find("طهران", 0), &label);
    let words = corpus.find("محادثات سرية", 0);
    page.select(&corpus, words);
    page.browser.wait("an outline", "document.querySelector('.ghost')", vec![]);
    assert_eq!(page.selected(&corpus), Some(words), "and the words stay selected");
}
