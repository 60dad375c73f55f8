//! No mouse at all.

use serde_json::json;

use crate::corpus::{Corpus, FT, Stretch};
use crate::page::Page;

/// Goes to the article by Tab alone and begins tagging.
fn begin(page: &Page, document: &str) {
    let there = |page: &Page| {
        page.browser.script("return document.activeElement === T.article(arguments[0]);", vec![json!(document)]) == true
    };
    for _ in 0..80 {
        if there(page) {
            break;
        }
        page.keys(&["Tab"]);
    }
    assert!(there(page), "Tab reaches the article");
    page.keys(&["Enter"]);
}

fn press(page: &Page, chord: &[&str], times: usize) {
    for _ in 0..times {
        page.keys(chord);
    }
}

pub fn keyboard_alone(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let (first, second) = (page.label(0), page.label(1));
    begin(page, FT);
    // The third word of the first line, its last two letters left out: all by arrows. ← is forward in Arabic.
    let word = corpus.find("محادثات", 0);
    press(page, &["Control", "Home"], 1);
    press(page, &["ArrowLeft"], word.start);
    press(page, &["Shift", "ArrowLeft"], 5);
    let span = page.new_span(|page| page.press_label(&first));
    let part = Stretch { start: word.start, end: word.start + 5 };
    page.pieces_fit(&corpus, &span, part);
    // By words, from the end of the line back.
    press(page, &["End"], 1);
    press(page, &["Control", "Shift", "ArrowRight"], 1);
    let last = page.new_span(|page| page.press_label(&second));
    let block = corpus.blocks()[0];
    let word = corpus.find("الإقليمية", 0);
    assert_eq!(word.end, block.end);
    let file = page.download();
    file.holds(&corpus, &span, part, &first.id);
    file.holds(&corpus, &last, word, &second.id);
}

pub fn whole_document_by_keyboard(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    begin(page, FT);
    press(page, &["Control", "a"], 1);
    let span = page.new_span(|page| page.press_label(&label));
    let whole = Stretch { start: 0, end: corpus.len() };
    page.pieces_fit(&corpus, &span, whole);
    page.download().holds(&corpus, &span, whole, &label.id);
    page.show(&corpus, corpus.blocks()[corpus.blocks().len() - 1]);
    page.pieces_fit(&corpus, &span, whole);
    press(page, &["Escape"], 3);
    let role = page.browser.script("return T.article(arguments[0]).getAttribute('role');", vec![json!(FT)]);
    assert_ne!(role, "application", "Esc leaves tagging");
}
