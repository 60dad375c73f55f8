//! Fast hands: parts of words, the armed label, the label used last, the caret's longer steps.

use serde_json::json;

use crate::corpus::{Corpus, FT, NYT, Stretch};
use crate::harness::browser::{HEIGHT, WIDTH};
use crate::page::Page;

/// Begins tagging by keys with the caret at the very start.
fn begin(page: &Page, document: &str) {
    page.browser.script("T.article(arguments[0]).focus();", vec![json!(document)]);
    page.keys(&["Enter"]);
    page.keys(&["Control", "Home"]);
}

/// Waits until the browser has selected just this.
fn is_selected(page: &Page, corpus: &Corpus, stretch: Stretch) {
    let limits = vec![json!(corpus.id), json!(corpus.utf16(stretch.start)), json!(corpus.utf16(stretch.end))];
    let test = "(([start, end]) => start === arguments[1] && end === arguments[2])(T.selection(arguments[0]) ?? [])";
    page.browser.wait(&format!("«{}» to be selected", corpus.slice(stretch)), test, limits);
}

/// Clicks twice on the middle of a word and waits until it is selected.
fn double_click(page: &Page, corpus: &Corpus, word: Stretch) {
    page.show(corpus, word);
    let middle = page.aim(corpus, corpus.utf16((word.start + word.end) / 2), false);
    page.click_at(middle, 2);
}

fn is_armed(page: &Page, armed: bool) {
    let test = "!!document.querySelector('[data-action=\"disarm\"]') === arguments[0]";
    page.browser.wait("the armed label to be shown, or gone", test, vec![json!(armed)]);
}

pub fn word_key_goes_through_parts(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let (houthis, without_lam) = (corpus.find("للحوثيين", 0), corpus.find_in("للحوثيين", 0, "لحوثيين"));
    double_click(page, &corpus, houthis);
    is_selected(page, &corpus, houthis);
    page.keys(&["s"]);
    is_selected(page, &corpus, without_lam);
    let span = page.new_span(|page| page.press_label(&label));
    page.pieces_fit(&corpus, &span, without_lam);
    // The same key changes the limits of a span; one undo takes that back.
    let (outer, iran) = (corpus.find("وإيران ", 0), corpus.find_in("وإيران ", 0, "إيران"));
    let whole = Stretch { end: outer.end - 1, ..outer };
    double_click(page, &corpus, whole);
    is_selected(page, &corpus, whole);
    let other = page.new_span(|page| page.press_label(&label));
    page.download().holds(&corpus, &other, whole, &label.id);
    page.keys(&["s"]);
    page.pieces_fit(&corpus, &other, iran);
    let file = page.download();
    file.holds(&corpus, &span, without_lam, &label.id);
    file.holds(&corpus, &other, iran, &label.id);
    page.undo();
    page.download().holds(&corpus, &other, whole, &label.id);
}

pub fn armed_label_by_mouse(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(1);
    page.keys(&["Shift", &label.keys[0].to_lowercase()]);
    is_armed(page, true);
    let name = corpus.find("بريت ماكغورك", 0);
    page.show(&corpus, name);
    let ends = [page.aim(&corpus, corpus.utf16(name.start), false), page.aim(&corpus, corpus.utf16(name.end), true)];
    let first = page.new_span(|page| page.pull(ends[0], ends[1]));
    page.pieces_fit(&corpus, &first, name);
    let word = corpus.find("واشنطن", 0);
    let second = page.new_span(|page| double_click(page, &corpus, word));
    page.keys(&["Escape"]);
    is_armed(page, false);
    let file = page.download();
    file.holds(&corpus, &first, name, &label.id);
    file.holds(&corpus, &second, word, &label.id);
    double_click(page, &corpus, corpus.find("بغداد", 0));
    is_selected(page, &corpus, corpus.find("بغداد", 0));
    assert_eq!(page.download().spans(FT).len(), 2, "nothing is tagged any more by selecting");
}

pub fn three_clicks_tag_once(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(1);
    page.keys(&["Shift", &label.keys[0].to_lowercase()]);
    is_armed(page, true);
    let word = corpus.find("أمريكيين", 0);
    let block = corpus.blocks().into_iter().find(|block| block.start <= word.start && word.start < block.end).expect("its block");
    page.show(&corpus, word);
    let middle = page.aim(&corpus, corpus.utf16((word.start + word.end) / 2), false);
    let span = page.new_span(|page| page.click_at(middle, 3));
    let whole = "T.pieces(document.querySelector('[data-span]').dataset.span).length > 1";
    page.browser.wait("the whole paragraph to be tagged", whole, vec![]);
    let file = page.download();
    let spans = file.spans(FT);
    assert_eq!(spans.len(), 1, "not the word and then the paragraph: {spans:?}, first {span}");
    let id = spans[0]["id"].as_str().unwrap_or_default();
    file.holds(&corpus, id, block, &label.id);
    page.undo();
    assert!(page.download().spans(FT).is_empty(), "one gesture is one step");
    // One click more, later, tags nothing and takes nothing back.
    page.redo();
    page.click_at(middle, 1);
    page.download().holds(&corpus, id, block, &label.id);
}

pub fn armed_and_repeated_by_keys(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    begin(page, FT);
    page.keys(&["Shift", &label.keys[0].to_lowercase()]);
    is_armed(page, true);
    page.keys(&["s"]);
    let word = corpus.find("الكشف", 0);
    is_selected(page, &corpus, word);
    let first = page.new_span(|page| page.keys(&["Enter"]));
    page.keys(&["Escape"]);
    is_armed(page, false);
    // The label used last, at the caret's word.
    let third = corpus.find("محادثات", 0);
    page.keys(&["Control", "ArrowLeft"]);
    page.keys(&["Control", "ArrowLeft"]);
    let second = page.new_span(|page| page.keys(&["g"]));
    let file = page.download();
    file.holds(&corpus, &first, word, &label.id);
    file.holds(&corpus, &second, third, &label.id);
    // From name to name.
    page.keys(&["x"]);
    page.new_span(|page| page.keys(&["g"]));
    assert_eq!(page.download().spans(FT).len(), 3);
}

pub fn caret_by_part_sentence_and_paragraph(page: &mut Page) {
    let corpus = Corpus::read(NYT);
    page.open_document(NYT);
    begin(page, NYT);
    let blocks = corpus.blocks();
    page.keys(&["Control", "Shift", "ArrowDown"]);
    is_selected(page, &corpus, blocks[0]);
    // To the end of the second paragraph, and back to its start.
    for chord in [&["ArrowLeft"][..], &["Control", "ArrowDown"], &["Control", "ArrowUp"], &["Shift", "End"]] {
        page.keys(chord);
    }
    is_selected(page, &corpus, blocks[1]);
    // A paragraph of two sentences.
    let stop = corpus.find("في فبراير. ", 0);
    let sentence = Stretch { start: blocks[4].start, end: stop.end - 1 };
    page.show(&corpus, sentence);
    page.click_at(page.aim(&corpus, corpus.utf16(sentence.start), false), 1);
    page.keys(&["Shift", "j"]);
    is_selected(page, &corpus, sentence);
    // By parts: `,` is the left one of two keys, hence forward here.
    let (word, core) = (corpus.find("والولايات", 0), corpus.find_in("والولايات", 0, "الولايات"));
    page.show(&corpus, word);
    page.click_at(page.aim(&corpus, corpus.utf16(word.start), false), 1);
    page.keys(&[","]);
    page.keys(&["Control", "Shift", "ArrowLeft"]);
    is_selected(page, &corpus, core);
}

pub fn parts_by_touch(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.browser.resize(500, 800);
    page.be_touched();
    page.open_document(FT);
    let (word, iran) = (Stretch { start: 3255, end: 3261 }, Stretch { start: 3256, end: 3261 });
    page.show(&corpus, word);
    page.tap(page.aim(&corpus, corpus.utf16(word.start + 4), false));
    page.browser.wait("chips", "document.querySelector('[data-part=\"1\"]')?.getClientRects().length", vec![]);
    let middle = |page: &Page, selector: &str| {
        let point = page.browser.script(
            "const r = document.querySelector(arguments[0]).getBoundingClientRect();
             return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)];",
            vec![json!(selector)],
        );
        [0, 1].map(|at| point[at].as_i64().expect("a place on the screen"))
    };
    page.tap(middle(page, "[data-part=\"1\"]"));
    is_selected(page, &corpus, iran);
    let pressed = page.browser.script("return document.querySelector('[data-part=\"1\"]').ariaPressed;", vec![]);
    assert_eq!(pressed, "true");
    let pick = page.browser.script("return document.querySelector('[data-bar=\"selection\"] [data-pick]').dataset.pick;", vec![]);
    let at = middle(page, "[data-bar=\"selection\"] [data-pick]");
    let span = page.new_span(|page| page.tap(at));
    page.download().holds(&corpus, &span, iran, pick.as_str().unwrap_or_default());
    // The label used last can be kept for all that follows.
    let next = corpus.find("واشنطن", 0);
    page.show(&corpus, next);
    page.tap(page.aim(&corpus, corpus.utf16(next.start + 3), false));
    page.browser.wait("the pin", "document.querySelector('[data-action=\"arm\"]')?.getClientRects().length", vec![]);
    page.tap(middle(page, "[data-action=\"arm\"]"));
    page.browser.wait(
        "the armed label",
        "document.querySelector('[data-action=\"tag-armed\"]')?.getClientRects().length",
        vec![],
    );
    let at = middle(page, "[data-action=\"tag-armed\"]");
    let span = page.new_span(|page| page.tap(at));
    page.download().holds(&corpus, &span, next, pick.as_str().unwrap_or_default());
    page.be_untouched();
    page.browser.resize(WIDTH, HEIGHT);
}
