//! The whole work by keyboard alone, from right to left: not one command of the mouse.

use serde_json::json;

use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;

pub fn whole_work_by_keyboard(page: &mut Page) {
    let corpus = Corpus::read(NYT);
    page.open("?lang=ar");
    page.shows(FT);
    let (first, second) = (page.label(0), page.label(1));
    let article = format!("article[data-document=\"{NYT}\"]");
    // The second document, by its link.
    page.walk_to(&format!("a[href$=\"#/{NYT}\"]"), &["Tab"]);
    page.keys(&["Enter"]);
    page.shows(NYT);
    // Find, and go to the hit in this document.
    page.keys(&["f"]);
    page.focus_comes_to("[data-field=\"search\"]");
    for letter in "مكجورك".chars() {
        page.keys(&[&letter.to_string()]);
    }
    page.browser.wait("hits", "Number(document.querySelector('.desk [data-hits]')?.dataset.hits) === 1", vec![]);
    page.keys(&["ArrowDown"]);
    page.focus_comes_to(".desk [data-row=\"0\"]");
    page.keys(&["Enter"]);
    page.says("مكجورك");
    // Tag it from where the focus is, and come back to the text.
    let name = corpus.find("مكجورك", 0);
    let span = page.new_span(|page| page.press_label(&first));
    page.says("مكجورك");
    page.pieces_fit(&corpus, &span, name);
    page.keys(&["Escape"]);
    page.focus_comes_to(&article);
    // Another label, and a note.
    page.press_label(&second);
    page.says(&second.id);
    page.keys(&["m"]);
    page.focus_comes_to("[data-note]");
    for letter in "مبعوث".chars() {
        page.keys(&[&letter.to_string()]);
    }
    page.keys(&["Control", "Enter"]);
    page.focus_comes_to(&article);
    // The caret: begin, walk, select, tag; what is selected is said.
    page.keys(&["Enter"]);
    page.keys(&["Control", "Home"]);
    page.keys(&["Control", "ArrowLeft"]);
    page.keys(&["Control", "Shift", "ArrowLeft"]);
    let word = corpus.find("خضم", 0);
    page.says("خضم");
    page.focus_is_seen();
    let other = page.new_span(|page| page.press_label(&first));
    // Back to the first span, which says itself; its note is taken back and made again.
    page.keys(&["n"]);
    page.says("2 من 2");
    for chord in [&["Control", "z"][..], &["Control", "z"]] {
        page.keys(chord);
    }
    page.browser.wait("the second span to go", "T.pieces(arguments[0]).length === 0", vec![json!(other)]);
    page.redo();
    page.says("كتابة حاشية");
    page.redo();
    // Out of the text, and down with the file.
    for _ in 0..4 {
        page.keys(&["Escape"]);
    }
    page.walk_to("[data-action=\"download\"]", &["Shift", "Tab"]);
    let file = page.download_by(|page| page.keys(&["Enter"]));
    file.holds(&corpus, &span, name, &second.id);
    file.holds(&corpus, &other, word, &first.id);
    assert_eq!(file.span(NYT, &span)["note"], "مبعوث");
    assert_eq!(file.spans(NYT).len(), 2);
}
