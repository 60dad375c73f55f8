//! Discontinuous spans: a piece added, and all taken away again.

use serde_json::json;

use super::relations::travels;
use crate::corpus::{Corpus, FT};
use crate::page::Page;

pub fn pieces_added_and_taken_away(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let (first, second) = (corpus.find("مسؤولين أمريكيين", 0), corpus.find("وإيرانيين", 0));
    let span = page.tag(&corpus, first, &page.label(1));
    page.open_card(&corpus, &span, first);
    page.select_by_script(&corpus, second);
    page.press_action("[data-bar=\"selection\"] [data-action=\"add-fragment\"]");
    page.waits_for(&format!("[data-card=\"{span}\"] [data-fragment=\"1\"]"));
    // The card lists pieces too: what it says of their look is not for those behind the text.
    let look = "[...document.querySelectorAll('.layer > [data-span]')].map((piece) => getComputedStyle(piece)).filter((look) =>
        look.position !== 'absolute' || look.display !== 'block' || look.borderTopWidth !== '0px' || look.borderBottomWidth === '0px').length";
    assert_eq!(page.browser.script(&format!("return {look};"), vec![]), json!(0), "each has its line, and no frame");
    let file = page.download();
    let saved = file.span(FT, &span);
    let limits: Vec<_> =
        saved["fragments"].as_array().into_iter().flatten().map(|piece| [piece["start"].clone(), piece["end"].clone()]).collect();
    assert_eq!(limits, [[json!(first.start), json!(first.end)], [json!(second.start), json!(second.end)]]);
    assert_eq!((&saved["start"], &saved["end"]), (&json!(first.start), &json!(second.end)));
    page.undo();
    assert!(page.download().span(FT, &span).get("fragments").is_none());
    page.redo();
    page.saved();
    page.reload();
    page.open_card(&corpus, &span, first);
    page.waits_for(&format!("[data-card=\"{span}\"] [data-fragment=\"1\"]"));
    // The second program draws into the card when it has come, and moves what is pressed next.
    page.waits_for("[data-card] [data-details] *");
    page.press_action(&format!("[data-card=\"{span}\"] [data-fragment=\"0\"] [data-action=\"remove-fragment\"]"));
    page.waits_without("[data-card] [data-fragment]");
    page.download().holds(&corpus, &span, second, &page.label(1).id);
    page.undo();
    page.waits_for(&format!("[data-card=\"{span}\"] [data-fragment=\"1\"]"));
    travels(page, &file, |file| vec![file.spans(FT)[0].clone()]);
}
