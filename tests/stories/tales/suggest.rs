//! What was tagged before and appears again: outlined, accepted and refused by a key.

use serde_json::json;

use crate::corpus::{Corpus, FT};
use crate::page::Page;

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
