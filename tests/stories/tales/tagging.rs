//! Text selected by mouse, tagged by key or button.

use crate::corpus::{Corpus, FT, NYT};
use crate::page::Page;
use crate::page::surface::From;

pub fn mouse_and_digit_key(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let name = corpus.find("بريت ماكغورك", 0);
    assert_eq!(page.drag(&corpus, name, From::Start), name, "the mouse reaches the limits of words");
    let label = page.label_of_key("1");
    let span = page.new_span(|page| page.keys(&["1"]));
    page.pieces_fit(&corpus, &span, name);
    page.download().holds(&corpus, &span, name, &label.id);
}

pub fn label_button(page: &mut Page) {
    let corpus = Corpus::read(NYT);
    page.open_document(NYT);
    let newspaper = corpus.find("صحيفة نيويورك تايمز", 0);
    page.select(&corpus, newspaper);
    let label = page.label(3);
    let span = page.new_span(|page| page.click_label(&label.id));
    page.pieces_fit(&corpus, &span, newspaper);
    page.download().holds(&corpus, &span, newspaper, &label.id);
}

pub fn arabic_digit_key(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let label = page.label_of_key("2");
    let place = corpus.find("سلطنة عُمان", 0);
    page.select(&corpus, place);
    let span = page.new_span(|page| page.arabic_key("٢", "Digit2", 50));
    page.pieces_fit(&corpus, &span, place);
    page.download().holds(&corpus, &span, place, &label.id);
}

pub fn drag_from_either_side(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let place = corpus.find("الشرق الأوسط", 0);
    let (first, second) = (page.label(0), page.label(1));
    page.drag(&corpus, place, From::Start);
    let forward = page.new_span(|page| page.press_label(&first));
    page.drag(&corpus, place, From::End);
    let backward = page.new_span(|page| page.press_label(&second));
    let file = page.download();
    file.holds(&corpus, &forward, place, &first.id);
    file.holds(&corpus, &backward, place, &second.id);
}

pub fn triple_click_stays_in_its_block(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let block = corpus.blocks()[3];
    page.show(&corpus, block);
    let middle = corpus.utf16(corpus.find("أمريكيين وإيرانيين", 0).start);
    let inside = corpus.blocks().into_iter().find(|block| block.start <= middle && middle < block.end).unwrap();
    let point = page.aim(&corpus, middle, false);
    page.click_at(point, 3);
    let label = page.label(0);
    let span = page.new_span(|page| page.press_label(&label));
    page.download().holds(&corpus, &span, inside, &label.id);
}

pub fn in_one_long_paragraph(page: &mut Page) {
    page.open_document(FT);
    let line = Corpus::read(FT).text.split_whitespace().collect::<Vec<_>>().join(" ") + " ";
    let corpus = Corpus { id: "one-line", text: line.repeat(4) };
    page.open_text(&corpus);
    let name = corpus.find("بريت ماكغورك", 1);
    let (first, second) = (page.label_of_key("1"), page.label_of_key("2"));
    let span = page.tag(&corpus, name, &first);
    page.pieces_fit(&corpus, &span, name);
    // The browser's own selection goes a frame later there, and only that which was tagged.
    page.browser.wait("nothing to be selected", "getSelection().isCollapsed", vec![]);
    assert_eq!(page.drag(&corpus, name, From::Start), name);
    let other = page.new_span(|page| page.keys(&["2"]));
    let file = page.download();
    file.holds(&corpus, &span, name, &first.id);
    file.holds(&corpus, &other, name, &second.id);
}
