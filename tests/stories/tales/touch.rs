//! A finger on a narrow screen.

use crate::corpus::{Corpus, FT};
use crate::harness::browser::{HEIGHT, WIDTH};
use crate::page::Page;

pub fn tap_and_tag(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.browser.resize(500, 800);
    page.be_touched();
    page.open_document(FT);
    let word = corpus.find("واشنطن", 0);
    page.show(&corpus, word);
    let middle = page.aim(&corpus, corpus.utf16(word.start + 3), false);
    page.tap(middle);
    page.browser.wait("the selection bar", "document.querySelector('[data-bar=\"selection\"]')?.getClientRects().length", vec![]);
    let button = page.browser.script(
        "const b = document.querySelector('[data-bar=\"selection\"] [data-pick]'); const r = b.getBoundingClientRect();
         return [b.dataset.pick, Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)];",
        vec![],
    );
    let point = [1, 2].map(|at| button[at].as_i64().expect("a place on the screen"));
    let span = page.new_span(|page| page.tap(point));
    page.download().holds(&corpus, &span, word, button[0].as_str().unwrap_or_default());
    page.be_untouched();
    page.browser.resize(WIDTH, HEIGHT);
}
