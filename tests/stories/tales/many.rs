//! Many spans: under one point, chosen together, hidden by label, listed.

use serde_json::json;

use crate::corpus::{Corpus, FT, Stretch};
use crate::page::Page;

/// Three spans, one inside the other, of three labels; the widest first.
fn nested(page: &mut Page, corpus: &Corpus) -> Vec<(String, Stretch)> {
    let speaker = "متحدث باسم وزارة الخارجية الأمريكية";
    let stretches =
        [corpus.find(speaker, 0), corpus.find_in(speaker, 0, "وزارة الخارجية الأمريكية"), corpus.find_in(speaker, 0, "الخارجية")];
    let mut made = Vec::new();
    for (nth, stretch) in stretches.into_iter().enumerate() {
        let label = page.label(nth);
        made.push((page.tag(corpus, stretch, &label), stretch));
    }
    page.keys(&["Escape"]);
    made
}

pub fn spans_under_one_point(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let made = nested(page, &corpus);
    page.open_card(&corpus, &made[2].0, made[2].1);
    // From the open card of the innermost span each of the others can be reached.
    for (span, _) in [&made[0], &made[1], &made[2]] {
        page.press_action(&format!("[data-card] [data-of=\"{span}\"]"));
        page.browser.wait(
            "its card",
            "document.querySelector(`[data-card=\"${arguments[0]}\"] [data-action=\"delete\"]`)?.getClientRects().length",
            vec![json!(span)],
        );
    }
}

pub fn several_spans_at_once(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let names = ["بريت ماكغورك", "أبرام بالي", "علي باقري كاني"].map(|name| corpus.find(name, 0));
    let made = names.map(|name| page.tag(&corpus, name, &label));
    page.keys(&["Escape"]);
    page.choose_together(&corpus, &names[..2]);
    let other = page.label(3);
    page.press_action(&format!("[data-card=\"many\"] [data-pick=\"{}\"]", other.id));
    let file = page.download();
    let labels = made.each_ref().map(|span| file.span(FT, span)["label"].clone());
    assert_eq!(labels, [json!(other.id), json!(other.id), json!(label.id)]);
    page.undo();
    let file = page.download();
    assert!(file.spans(FT).iter().all(|span| span["label"] == label.id), "one step back for both");
    page.keys(&["Escape"]);
    page.choose_together(&corpus, &names[1..]);
    page.press_action("[data-card=\"many\"] [data-action=\"delete\"]");
    page.browser.wait("two spans to go", "T.paintedIds().length === 1", vec![]);
    page.undo();
    page.browser.wait("both to be back", "T.paintedIds().length === 3", vec![]);
}

pub fn hidden_labels(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let made = nested(page, &corpus);
    let label = page.label(1);
    let eye = format!("li:has(> [data-label=\"{}\"]) .eye", label.id);
    page.press_action(&eye);
    page.browser.wait("the label's spans to hide", "T.pieces(arguments[0]).length === 0", vec![json!(made[1].0)]);
    page.painted(&made[0].0);
    assert_eq!(page.download().spans(FT).len(), 3, "what is hidden is still there");
    page.press_action(&eye);
    page.painted(&made[1].0);
}

pub fn list_goes_and_deletes(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let made = nested(page, &corpus);
    let far = corpus.find("كوريا الجنوبية", 0);
    let label = page.label(4);
    let last = page.tag(&corpus, far, &label);
    page.keys(&["Escape"]);
    page.show(&corpus, corpus.blocks()[0]);
    page.keys(&["l"]);
    page.browser.wait("four items", "document.querySelectorAll('[data-list=\"spans\"] [role=listitem]').length === 4", vec![]);
    page.press_action(&format!("[data-list=\"spans\"] [data-of=\"{last}\"]"));
    page.browser.wait("the span to come into view", "T.visiblePieces(arguments[0]).length > 0", vec![json!(last)]);
    let top = page.browser.script("return document.querySelector('[data-list=\"spans\"]').getBoundingClientRect().top;", vec![]);
    assert!((0.0..600.0).contains(&top.as_f64().unwrap()), "the list stays in view when the text goes to a far span: {top}");
    page.press_action(&format!(
        "[data-list=\"spans\"] [role=listitem]:has([data-of=\"{}\"]) [data-action=\"delete\"]",
        made[0].0
    ));
    page.browser.wait("three items", "document.querySelectorAll('[data-list=\"spans\"] [role=listitem]').length === 3", vec![]);
    let file = page.download();
    assert!(file.spans(FT).iter().all(|span| span["id"] != made[0].0.as_str()));
    assert_eq!(file.spans(FT).len(), 3);
}
