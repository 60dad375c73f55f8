//! The whole work by fingers alone, on a phone: neither keys nor mouse.

use hashiya::core::desk::DeskPage;
use serde_json::json;

use crate::corpus::{Corpus, FT, NYT, Stretch};
use crate::page::Page;

/// Waits until the browser has selected just this.
fn is_selected(page: &Page, corpus: &Corpus, stretch: Stretch) {
    let limits = vec![json!(corpus.id), json!(corpus.utf16(stretch.start)), json!(corpus.utf16(stretch.end))];
    let test = "(([start, end]) => start === arguments[1] && end === arguments[2])(T.selection(arguments[0]) ?? [])";
    page.browser.wait(&format!("«{}» to be selected", corpus.slice(stretch)), test, limits);
}

/// Taps the middle of a word, brought into sight above whatever comes from below.
fn tap_word(page: &Page, corpus: &Corpus, word: Stretch) {
    page.show(corpus, word);
    let limits = vec![json!(corpus.id), json!(corpus.utf16(word.start)), json!(corpus.utf16(word.end))];
    page.browser.script("scrollBy(0, T.rects(...arguments)[0].y - innerHeight * 0.3);", limits);
    page.browser.frames();
    let middle = page.aim(corpus, corpus.utf16((word.start + word.end) / 2), false);
    page.tap(middle);
}

pub fn whole_work_by_touch(page: &mut Page) {
    let corpus = Corpus::read(NYT);
    page.be_a_phone();
    page.open("?lang=ar");
    page.shows(FT);
    page.tap_on(&format!("a[href$=\"#/{NYT}\"]"));
    page.shows(NYT);
    // A word, a second one, a label of the bar.
    let name = corpus.find("بريت مكجورك", 0);
    tap_word(page, &corpus, Stretch { end: name.start + 4, ..name });
    is_selected(page, &corpus, Stretch { end: name.start + 4, ..name });
    tap_word(page, &corpus, Stretch { start: name.start + 5, ..name });
    is_selected(page, &corpus, name);
    let label =
        page.browser.script("return document.querySelector('[data-bar=\"selection\"] [data-pick]').dataset.pick;", vec![]);
    let label = label.as_str().unwrap_or_default().to_owned();
    let span = page.new_span(|page| page.tap_on(&format!("[data-bar=\"selection\"] [data-pick=\"{label}\"]")));
    page.pieces_fit(&corpus, &span, name);
    // Its card: another label, a note.
    let card = format!("[data-card=\"{span}\"]");
    let other = page.label(3).id;
    page.tap_on(&format!("{card} [data-action=\"relabel\"]"));
    page.tap_on(&format!("{card} [data-pick=\"{other}\"]"));
    page.tap_on(&format!("{card} textarea"));
    page.write_on_screen("مبعوث");
    page.tap_on(&format!("{card} [data-action=\"close\"]"));
    // A word without its clitics, by a chip, with the label used last kept for what follows.
    let (outer, inner) = (corpus.find("لإيران", 0), corpus.find_in("لإيران", 0, "إيران"));
    tap_word(page, &corpus, outer);
    is_selected(page, &corpus, outer);
    page.tap_on("[data-part=\"1\"]");
    is_selected(page, &corpus, inner);
    page.tap_on("[data-action=\"arm\"]");
    let second = page.new_span(|page| page.tap_on("[data-action=\"tag-armed\"]"));
    page.pieces_fit(&corpus, &second, inner);
    page.tap_on("[data-action=\"disarm\"]");
    // Gone by its card, and back.
    page.tap_on(&format!("[data-card=\"{second}\"] [data-action=\"delete\"]"));
    page.browser.wait("the span to go", "T.pieces(arguments[0]).length === 0", vec![json!(second)]);
    page.tap_on("[data-action=\"undo\"]");
    page.painted(&second);
    // Search, go to a hit in sight of its sheet, tag all hits at once.
    page.tap_on("[data-action=\"desk\"]");
    page.tap_on("[data-field=\"search\"]");
    page.write_on_screen("طهران");
    page.browser.wait("hits", "Number(document.querySelector('.desk [data-hits]')?.dataset.hits) > 3", vec![]);
    let hits = page.browser.script("return Number(document.querySelector('.desk [data-hits]').dataset.hits);", vec![]);
    let place = corpus.find("طهران", 0);
    page.tap_on(".desk [data-group]:nth-of-type(2) [data-row]");
    is_selected(page, &corpus, place);
    page.browser.frames();
    let seen =
        "T.visibleRects(...arguments).every((r) => r.bottom < document.querySelector('.desk').getBoundingClientRect().top)";
    let limits = vec![json!(NYT), json!(corpus.utf16(place.start)), json!(corpus.utf16(place.end))];
    page.browser.wait("the hit to stand above the sheet", seen, limits);
    // With the sheet open the labels under the bar tag what is selected; the rest of the hits follow in one go.
    let hit = page.new_span(|page| page.tap_on(&format!("button[data-label=\"{label}\"]")));
    page.pieces_fit(&corpus, &hit, place);
    page.tap_on("[data-action=\"pick-all\"]");
    page.tap_on("[data-action=\"tag-hits\"]");
    page.browser.wait("word of it", "document.querySelector('.desk .found-done:not([hidden])')", vec![]);
    // All that is written like the chosen span, by its own page.
    page.tap_on("[data-action=\"close-desk\"]");
    tap_word(page, &corpus, inner);
    page.browser.wait("the card", "document.querySelector(arguments[0])", vec![json!(format!("[data-card=\"{second}\"]"))]);
    page.tap_on("[data-action=\"desk\"]");
    page.tap_to(DeskPage::Twins);
    page.tap_on(".desk [data-action=\"tag-twins\"]");
    page.browser.wait("all to be tagged", "document.querySelector('.desk [data-untagged]')?.dataset.untagged === '0'", vec![]);
    page.tap_on("[data-action=\"close-desk\"]");
    let file = page.download_by(|page| page.tap_on("[data-action=\"download\"]"));
    file.holds(&corpus, &span, name, &other);
    file.holds(&corpus, &second, inner, &other);
    assert_eq!(file.span(NYT, &span)["note"], "مبعوث");
    let tagged = |words: &str| {
        let all = [FT, NYT].map(|id| file.spans(id).iter().filter(|span| span["text"] == words).count());
        all.iter().sum::<usize>()
    };
    assert_eq!(json!(tagged("طهران")), hits);
    assert_eq!(tagged("إيران"), 35, "every mention, and no clitic");
    page.be_a_desktop();
}
