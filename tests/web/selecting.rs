//! The browser's selection, read and written.

use crate::page::{MIXED, Page, place};
use hashiya::core::units::Offset;
use hashiya::web::{dom, selection};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Node;

fn select(anchor: &Node, from: u32, focus: &Node, to: u32) {
    let selection = dom::window().get_selection().unwrap().unwrap();
    selection.set_base_and_extent(anchor, from, focus, to).unwrap();
}

fn read(page: &Page) -> Option<(u32, u32)> {
    selection::read(&page.surface).map(|(anchor, head)| (anchor.0, head.0))
}

#[wasm_bindgen_test]
async fn what_is_written_is_selected_and_read_back() {
    let page = Page::open(MIXED, &[]).await;
    for words in ["🙂", "عُمان", "\u{1EE00} شنت", "99 هجومًا", "سيعود", "FBI قال"] {
        let (start, end) = place(MIXED, words);
        for (anchor, head) in [(start, end), (end, start)] {
            selection::write(&page.surface, Some((Offset(anchor), Offset(head))));
            let native = dom::window().get_selection().unwrap().unwrap();
            assert_eq!(String::from(native.to_string()), words);
            assert_eq!(read(&page), Some((anchor, head)), "{words}");
        }
    }
    selection::write(&page.surface, None);
    assert_eq!(read(&page), None);
}

#[wasm_bindgen_test]
async fn limits_in_elements_and_outside_are_taken_to_the_text() {
    let page = Page::open(MIXED, &[("a", 3, 8)]).await;
    let blocks = page.surface.text().blocks().iter().map(|b| (b.range.start().0, b.range.end().0)).collect::<Vec<_>>();
    let (first, second) = (page.surface.element(0).unwrap(), page.surface.element(1).unwrap());
    let (text, article) = (page.surface.node(0).unwrap(), page.surface.article());
    // Triple click: Chromium and WebKit, then Firefox.
    select(text, 0, second, 0);
    assert_eq!(read(&page), Some(blocks[0]));
    select(first, 0, first, 1);
    assert_eq!(read(&page), Some(blocks[0]));
    select(second, 0, text, 3);
    assert_eq!(read(&page), Some((blocks[0].1, 2)), "backward, from the start of the next block; 3 units are 2 characters");
    // Rows, sections and layers hold no text.
    let row = second.parent_element().unwrap();
    select(text, 0, &row, 1);
    assert_eq!(read(&page), Some(blocks[0]));
    select(page.surface.layer(1).unwrap(), 0, &row, 2);
    assert_eq!(read(&page), Some(blocks[1]));
    select(article, 0, article, article.child_nodes().length());
    assert_eq!(read(&page), Some((0, blocks[2].1)));
    // Outside.
    let body = dom::document().body().unwrap();
    select(&body, 0, text, 3);
    assert_eq!(read(&page), Some((0, 2)));
    select(&body, 0, &body, body.child_nodes().length());
    assert_eq!(read(&page), Some((0, blocks[2].1)));
    select(&body, 0, &body, 0);
    assert_eq!(read(&page), None);
    let other = dom::element("p", "");
    other.set_text_content(Some("خارج"));
    body.append_child(&other).unwrap();
    select(&other, 0, &other, 1);
    assert_eq!(read(&page), None);
    assert_eq!(selection::offset_of(&page.surface, &other, 0), None);
    other.remove();
}

#[wasm_bindgen_test]
async fn a_selection_that_already_stands_is_not_touched() {
    let page = Page::open(MIXED, &[]).await;
    let first = page.surface.element(0).unwrap();
    select(first, 0, first, 1);
    let whole = page.surface.text().blocks()[0].range;
    selection::write(&page.surface, Some((whole.start(), whole.end())));
    let native = dom::window().get_selection().unwrap().unwrap();
    assert!(native.anchor_node().unwrap().is_same_node(Some(first)), "still the element that was selected by hand");
}
