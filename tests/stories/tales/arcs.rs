//! The lines of relations: never over letters, where their ends are, and telling what is pointed at.

use serde_json::{Value, json};

use crate::corpus::{Corpus, FT};
use crate::page::Page;

/// What is wrong with the lines that are drawn. The ink of a line of text is measured from the engine's own boxes of its
/// letters, by the heights of the bundled face in em; painted spans are asked for as they stand.
const FAULTS: &str = "
    const host = document.querySelector('#arcs').getBoundingClientRect();
    const ink = [];
    for (const block of T.blocks(arguments[0])) {
      if (!block.getClientRects().length) continue;
      const range = document.createRange();
      range.selectNodeContents(block);
      for (const rect of range.getClientRects()) {
        const em = rect.height / 1.703;
        if (rect.width > 0) ink.push([rect.left, rect.top + (1.069 - 0.95) * em, rect.right, rect.top + (1.069 + 0.44) * em]);
      }
    }
    const pieces = [...document.querySelectorAll('#reading [data-span]')].map((piece) => piece.getBoundingClientRect());
    const faults = [];
    const near = (y) => -innerHeight < y && y < 2 * innerHeight;
    let looked = 0;
    for (const path of document.querySelectorAll('#arcs path[data-relation]')) {
      const length = path.getTotalLength();
      if (!length) { faults.push(['empty', path.dataset.relation]); continue; }
      const at = (far) => { const p = path.getPointAtLength(far); return [p.x + host.left, p.y + host.top]; };
      for (let far = 0; far <= length; far += 6) {
        const [x, y] = at(far);
        if (!near(y)) continue;
        looked += 1;
        const inside = ([left, top, right, bottom]) => left + 0.5 < x && x < right - 0.5 && top + 1.5 < y && y < bottom - 0.5;
        if (ink.some(inside)) faults.push(['over letters', path.dataset.relation, x, y]);
      }
      for (const [x, y] of [at(0), at(length)]) {
        if (!near(y) || y < 0 || y > innerHeight) continue;
        const gutter = ink.every(([left, , right]) => x < left || x > right);
        const stands = pieces.some((box) => box.left - 1 <= x && x <= box.right + 1 && Math.abs(box.top - y) < 1.5);
        if (!stands && !gutter) faults.push(['ends nowhere', path.dataset.relation, x, y]);
      }
    }
    return looked < 50 ? [['too few', looked]] : faults.slice(0, 5);";

/// Waits until the lines are as they should be, and fails with what is wrong if that never comes.
fn fits(page: &Page, when: &str) {
    let mut faults = Value::Null;
    for _ in 0..40 {
        page.browser.frames();
        faults = page.browser.script(FAULTS, vec![json!(FT)]);
        if faults == json!([]) {
            return;
        }
    }
    panic!("{when}: {faults}");
}

pub fn lines_never_cross_letters(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.open_related(&corpus, 120, 60);
    page.show_lines();
    page.keys(&["Escape"]);
    page.browser.script("scrollTo(0, 300);", vec![]);
    fits(page, "at first");
    let words = page.browser.script("return T.article(arguments[0]).textContent.length;", vec![json!(FT)]);
    let blocks: u64 = corpus.blocks().iter().map(|block| (corpus.utf16(block.end) - corpus.utf16(block.start)) as u64).sum();
    assert_eq!(words.as_u64(), Some(blocks), "lines bring no text into the article");
    page.browser.resize(1100, 700);
    fits(page, "in a narrower window");
    page.browser.script("document.documentElement.dataset.size = '4';", vec![]);
    fits(page, "with larger letters");
    page.browser.script("document.documentElement.dataset.spacing = '0';", vec![]);
    fits(page, "with lines close together");
    page.browser.resize(1280, 800);
    fits(page, "in the wider window again");
}

pub fn lines_tell_what_is_pointed_at(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.open_related(&corpus, 120, 60);
    page.show_lines();
    page.keys(&["Escape"]);
    // The first word of the text is an end of the relation `relation-0`, and of others.
    let word = crate::page::related::words(&corpus)[1];
    page.show(&corpus, word);
    page.rest_mouse();
    let strong = "[...document.querySelectorAll('#arcs path.strong[data-relation]')].map((path) => path.dataset.relation)";
    page.browser.wait("nothing to stand out", &format!("{strong}.length === 0"), vec![]);
    page.move_mouse(page.aim(&corpus, corpus.utf16(word.start + 1), false));
    let told = page.browser.wait("lines to stand out", &format!("{strong}.includes('relation-0') && {strong}"), vec![]);
    let told = told.as_array().unwrap().len();
    let all = page.browser.script("return document.querySelectorAll('#arcs path[data-relation]').length;", vec![]);
    assert!((told as u64) < all.as_u64().unwrap(), "the others are there, and fade");
    page.browser.wait(
        "the others to fade",
        "Number(getComputedStyle(document.querySelector('#arcs path[data-relation]:not(.strong)')).opacity) < 0.2",
        vec![],
    );
    let name = page.browser.wait("a name", "document.querySelector('.arc-names > i')?.dataset.name", vec![]);
    assert!(["تابع لـ", "مع"].contains(&name.as_str().unwrap()), "{name}");
    // None at all, and again.
    for _ in 0..2 {
        page.keys(&["Shift", "v"]);
    }
    page.rest_mouse();
    page.browser.wait("no lines", "document.querySelectorAll('#arcs path[data-relation]').length === 0", vec![]);
    page.keys(&["Shift", "v"]);
    page.browser.wait("all lines", "document.querySelectorAll('#arcs path[data-relation]').length > 5", vec![]);
}

pub fn two_hundred_lines_move_no_letter(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    page.browser.script("scrollTo(0, 300);", vec![]);
    page.browser.frames();
    let place = page.scroll();
    page.veil();
    let before = page.article_picture(FT);
    assert!(before.colours() > 8, "the picture shows text");
    page.unveil();
    page.open_related(&corpus, 1_000, 200);
    page.show_lines();
    page.keys(&["Escape"]);
    page.scroll_to(place);
    let shown = page.article_picture(FT);
    assert!(before.difference(&shown).is_some(), "the lines can be seen");
    page.veil();
    page.veiled();
    let after = page.article_picture(FT);
    assert_eq!(before.difference(&after), None, "with what is behind it transparent, the text looks as before");
}
