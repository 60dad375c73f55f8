//! Two documents side by side: each with its own scroll, what belongs together lit in both.

use serde_json::{Value, json};

use crate::corpus::{Corpus, FT, NYT, Stretch};
use crate::page::Page;
use crate::page::native::Native;
use crate::page::related::span_like;

/// Opens both articles with an entity that is mentioned in each, and gives where.
fn mentions(page: &mut Page) -> [Stretch; 2] {
    let (one, other) = (Corpus::read(FT), Corpus::read(NYT));
    let here = one.find("بريت ماكغورك", 0);
    let there = other.find("مكجورك", 0);
    let label = page.label(0);
    page.tag(&one, here, &label);
    let mut file = page.download().0;
    let documents = file["documents"].as_array_mut().unwrap();
    let model = documents.iter().find(|document| document["id"] == FT).unwrap()["spans"][0].clone();
    let span = span_like(&other, &model, "mention-there", there, &label.id);
    documents.iter_mut().find(|document| document["id"] == NYT).unwrap()["spans"] = json!([span]);
    let mention = |document: &str, span: &Value| json!({ "document": document, "span": span });
    file["entities"] = json!([{
        "id": "entity", "name": "بريت ماكغورك", "type": null, "link": null,
        "mentions": [mention(FT, &model["id"]), mention(NYT, &json!("mention-there"))],
    }]);
    page.open_native("mentions.json", &Native(file));
    // The file brings more to the other document, which is shown then.
    page.shows(NYT);
    page.browser.script("location.hash = arguments[0];", vec![json!(format!("#/{FT}"))]);
    page.shows(FT);
    page.browser.wait("the second program", "document.querySelector('#desk').link", vec![]);
    [here, there]
}

fn beside(page: &Page, what: &str) -> String {
    page.browser
        .script(&format!("return String(document.querySelector('#beside')?.{what});"), vec![])
        .as_str()
        .unwrap()
        .to_owned()
}

pub fn two_documents_side_by_side(page: &mut Page) {
    page.open_document(FT);
    let [here, there] = mentions(page);
    let (one, other) = (Corpus::read(FT), Corpus::read(NYT));
    page.keys(&["Escape"]);
    page.keys(&["Shift", "b"]);
    page.browser.wait(
        "the other document",
        "document.querySelector('#beside article[data-document=\"nyt-report\"]')?.getClientRects().length",
        vec![],
    );
    // Each scrolls by itself.
    page.browser.script("document.querySelector('.beside-port').scrollTop = 400; scrollTo(0, 0);", vec![]);
    page.browser.frames();
    let tops = page.browser.script("return [document.querySelector('.beside-port').scrollTop > 300, scrollY];", vec![]);
    assert_eq!(tops, json!([true, 0]));
    // The key of the counterpart brings it into view there, from the span that is chosen here.
    let middle = |page: &Page, corpus: &Corpus, place: Stretch| page.aim(corpus, corpus.utf16(place.start + 2), false);
    page.show(&one, here);
    page.click_at(middle(page, &one, here), 1);
    page.browser.wait("the counterpart to be lit", "document.querySelector('#beside .piece.hovered, #beside .sheet')", vec![]);
    page.keys(&["Shift", "s"]);
    let seen = "(() => { const port = document.querySelector('.beside-port').getBoundingClientRect();
        const box = document.querySelector('#beside [data-span=\"mention-there\"]')?.getBoundingClientRect();
        return box && box.top > port.top && box.bottom < port.bottom; })()";
    page.browser.wait("the counterpart to be in view", seen, vec![]);
    page.browser.wait("it to be lit", "document.querySelector('#beside .piece.hovered')", vec![]);
    assert_eq!(page.browser.script("return document.querySelector('#reading article').dataset.document;", vec![]), json!(FT));
    // Pointing there lights it here.
    page.keys(&["Escape"]);
    page.rest_mouse();
    page.browser.wait("no light", "!document.querySelector('.piece.hovered')", vec![]);
    page.move_mouse(middle(page, &other, there));
    page.browser.wait(
        "light in both",
        "document.querySelector('#reading .piece.hovered') && document.querySelector('#beside .piece.hovered')",
        vec![],
    );
    // And a click there chooses its counterpart here.
    page.click_at(middle(page, &other, there), 1);
    page.browser.wait(
        "the counterpart's card",
        "document.querySelector('[data-card] .quote-line')?.getClientRects().length",
        vec![],
    );
    assert_eq!(page.browser.console_errors(), Vec::<String>::new());
    page.keys(&["Escape"]);
    page.keys(&["Shift", "b"]);
    page.browser.wait("one document again", "!document.querySelector('#beside article')", vec![]);
    assert_eq!(beside(page, "hidden"), "true");
}

pub fn side_by_side_is_stacked_on_a_phone(page: &mut Page) {
    page.open_document(FT);
    mentions(page);
    let before = page.browser.script("return [innerWidth, innerHeight];", vec![]);
    page.browser.resized(600, 800);
    page.keys(&["Escape"]);
    page.keys(&["Shift", "b"]);
    page.browser.wait("the other document", "document.querySelector('#beside article')?.getClientRects().length", vec![]);
    let stacked = "(() => { const box = document.querySelector('#beside').getBoundingClientRect();
        return box.top > innerHeight / 2 && box.width > innerWidth - 20 && document.documentElement.scrollWidth <= innerWidth; })()";
    page.browser.wait("one above the other", stacked, vec![]);
    let close = page.browser.element("return document.querySelector('[data-action=close-beside]');", vec![]);
    page.browser.click(&close);
    page.browser.wait("one document again", "!document.querySelector('#beside article')", vec![]);
    page.browser.resize(before[0].as_i64().unwrap(), before[1].as_i64().unwrap());
}
