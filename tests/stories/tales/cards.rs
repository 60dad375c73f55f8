//! The card of a span in the margin.

use crate::corpus::{Corpus, FT, Stretch};
use crate::page::Page;
use serde_json::json;

pub fn card_edits_a_span(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let (first, second) = (page.label(0), page.label(1));
    let name = corpus.find("بريت ماكغورك", 0);
    let span = page.tag(&corpus, name, &first);
    page.open_card(&corpus, &span, name);
    let note = "المبعوث، U.S. envoy";
    page.write_note(&span, note);
    let file = page.download();
    file.holds(&corpus, &span, name, &first.id);
    assert_eq!(file.span(FT, &span)["note"], note);
    page.open_card(&corpus, &span, name);
    page.relabel(&span, &second);
    page.download().holds(&corpus, &span, name, &second.id);
    page.open_card(&corpus, &span, name);
    page.card_action(&span, "delete");
    page.browser.wait("the span to go", "T.pieces(arguments[0]).length === 0", vec![span.into()]);
    assert!(page.download().spans(FT).is_empty());
}

pub fn edges_move_by_grapheme(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    // Its first letter carries a damma: one grapheme, two code points.
    let place = corpus.find("عُمان", 0);
    let span = page.tag(&corpus, place, &label);
    page.open_card(&corpus, &span, place);
    let steps: [(&str, i64, i64); 4] =
        [("start-forward", 2, 0), ("start-back", -2, 0), ("end-back", 0, -1), ("end-forward", 0, 1)];
    let mut now = place;
    for (action, start, end) in steps {
        page.card_action(&span, action);
        let moved = |limit: usize, by: i64| (limit as i64 + by) as usize;
        now = Stretch { start: moved(now.start, start), end: moved(now.end, end) };
        page.download().holds(&corpus, &span, now, &label.id);
        page.pieces_fit(&corpus, &span, now);
    }
    assert_eq!(now, place);
}

pub fn edge_arrows_point_where_the_edge_goes(page: &mut Page) {
    // Towards the left or the right, as each is drawn.
    let turned = "return ['start-back', 'start-forward', 'end-back', 'end-forward'].map((name) => {
        const icon = document.querySelector(`[data-card] [data-action=\"${name}\"] svg`);
        const drawn = icon.querySelector('path').getAttribute('d').startsWith('m12') ? -1 : 1;
        return drawn * (new DOMMatrix(getComputedStyle(icon).transform).a < 0 ? -1 : 1);
    });";
    let corpus = Corpus::read(FT);
    for language in ["ar", "en"] {
        page.open(&format!("?lang={language}#/{FT}"));
        page.shows(FT);
        page.tag(&corpus, corpus.find(if language == "ar" { "طهران" } else { "واشنطن" }, 0), &page.label(0));
        page.waits_for("[data-card] [data-action=\"end-forward\"]");
        assert_eq!(page.browser.script(turned, vec![]), json!([1, -1, 1, -1]), "{language}: the article runs from right to left");
    }
}

pub fn a_card_at_the_windows_foot_stays_as_its_details_come(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let place = corpus.find("طهران", 3);
    page.show_above_foot(&corpus, place, 60);
    page.browser.script(
        "window.tops = new Set();
        new MutationObserver(() => document.querySelectorAll('[data-at]:has([data-card])').forEach((row) => tops.add(row.dataset.at)))
            .observe(document.querySelector('#margin'), { subtree: true, childList: true, attributes: true });",
        vec![],
    );
    page.click_at(page.aim(&corpus, corpus.utf16(place.start + 2), false), 2);
    page.browser.wait("a selection", "T.selection(arguments[0]) !== null", vec![json!(FT)]);
    let label = page.label(0);
    let span = page.new_span(|page| page.press_label(&label));
    page.waits_for(&format!("[data-card=\"{span}\"] .detail-hint"));
    page.browser.frames();
    let tops = page.browser.script("return [...tops];", vec![]);
    assert_eq!(tops.as_array().map(Vec::len), Some(1), "where the card stood, from first to last: {tops}");
}

pub fn a_card_that_offers_labels_has_room_for_them_alone(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let place = corpus.find("بريت ماكغورك", 0);
    let span = page.tag(&corpus, place, &page.label(0));
    page.open_card(&corpus, &span, place);
    let hint = format!("[data-card=\"{span}\"] .detail-hint");
    page.waits_for(&hint);
    page.card_action(&span, "relabel");
    page.waits_for(&format!("[data-card=\"{span}\"] [data-pick]"));
    // Details that come now would move the labels.
    page.waits_without(&hint);
    page.card_action(&span, "relabel");
    page.waits_for(&hint);
}

pub fn an_edge_moved_at_the_windows_foot_moves_no_page(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let place = corpus.find("طهران", 3);
    let label = page.label(0);
    let span = page.tag(&corpus, place, &label);
    page.keys(&["Escape"]);
    let piece = "document.querySelector(`#reading [data-span=\"${arguments[0]}\"]`).getBoundingClientRect()";
    let at_foot = format!("scrollBy({{ top: {piece}.bottom - innerHeight + 20, behavior: 'instant' }});");
    page.browser.script(&at_foot, vec![json!(span)]);
    page.browser.frames();
    page.click_at(page.aim(&corpus, corpus.utf16(place.start + 2), false), 1);
    page.waits_for(&format!("[data-card=\"{span}\"] [data-action=\"link\"]"));
    let before = page.browser.script("return scrollY;", vec![]);
    page.card_action(&span, "end-back");
    page.download().holds(&corpus, &span, Stretch { end: place.end - 1, ..place }, &label.id);
    assert_eq!(page.browser.script("return scrollY;", vec![]), before, "the button stays under the pointer");
}

pub fn edges_by_grips(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label(0);
    let before = corpus.find("الرئيس الأمريكي جو بايدن", 0);
    let after = corpus.find("الأمريكي جو بايدن", 0);
    let span = page.tag(&corpus, before, &label);
    page.keys(&["Escape"]);
    page.open_card(&corpus, &span, before);
    let grip = page.aim(&corpus, corpus.utf16(before.start), false);
    let target = page.aim(&corpus, corpus.utf16(after.start), false);
    page.pull(grip, target);
    page.pieces_fit(&corpus, &span, after);
    page.download().holds(&corpus, &span, after, &label.id);
    page.undo();
    page.pieces_fit(&corpus, &span, before);
}
