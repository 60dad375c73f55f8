//! The article's DOM and its offsets.

use crate::page::{MIXED, Page, document, until};
use hashiya::core::document::Direction;
use hashiya::core::outline::{FIRST_SHEET, SHEET};
use hashiya::core::units::{Offset, Utf16};
use hashiya::web::surface::Surface;
use hashiya::web::{dom, selection};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn copy(surface: &Surface) -> HtmlElement {
    surface.article().clone_node_with_deep(true).unwrap().unchecked_into()
}

#[wasm_bindgen_test]
fn what_is_built_holds_the_text_and_is_adopted() {
    let text = "سطر أول\n".repeat(60) + MIXED;
    let document = document(&text, Direction::Rtl);
    let built = Surface::build(&document);
    assert_eq!(built.sheets().len(), 1 + (63 - FIRST_SHEET).div_ceil(SHEET));
    let adopted = Surface::adopt(copy(&built), &document).unwrap();
    assert_eq!((adopted.len(), adopted.sheets().len()), (63, built.sheets().len()));
    for surface in [&built, &adopted] {
        for (index, block) in document.text.blocks().iter().enumerate() {
            assert_eq!(surface.element(index).unwrap().text_content().unwrap(), document.text.slice(block.range));
            assert_eq!(surface.element(index).unwrap().child_nodes().length(), 1);
            assert_eq!(surface.block_of(surface.node(index).unwrap()), Some(index));
            assert_eq!(surface.block_of(surface.layer(index).unwrap()), None);
        }
    }
    assert_eq!(built.block_of(adopted.node(0).unwrap()), None, "another article's block");
}

#[wasm_bindgen_test]
fn a_page_that_differs_is_not_adopted() {
    let document = document(MIXED, Direction::Rtl);
    let built = Surface::build(&document);
    let changed = |change: &dyn Fn(&HtmlElement)| {
        let article = copy(&built);
        change(&article);
        Surface::adopt(article, &document).is_some()
    };
    let block = |article: &HtmlElement| article.query_selector("p").unwrap().unwrap();
    assert!(changed(&|_| ()));
    assert!(!changed(&|article| block(article).set_text_content(Some("غير هذا"))));
    assert!(!changed(&|article| block(article).append_with_str_1("").unwrap()), "two text nodes");
    assert!(!changed(&|article| block(article).set_attribute("data-start", "1").unwrap()));
    assert!(!changed(&|article| article.query_selector(".row").unwrap().unwrap().remove()));
    assert!(!changed(&|article| article.query_selector(".layer").unwrap().unwrap().remove()));
}

#[wasm_bindgen_test]
fn dom_positions_and_offsets_agree_at_every_character() {
    let document = document(MIXED, Direction::Rtl);
    let surface = Surface::build(&document);
    let mut units = 0;
    for (count, character) in MIXED.chars().enumerate() {
        let offset = Offset(count as u32);
        if document.text.block_at(offset).is_some() && !"\r\n".contains(character) {
            let (index, unit) = surface.point(offset).unwrap();
            let start = surface.element(index).unwrap().get_attribute("data-start").unwrap().parse::<u32>().unwrap();
            assert_eq!(start + unit, units, "{count}");
            let data = surface.node(index).unwrap().substring_data(unit, character.len_utf16() as u32).unwrap();
            assert_eq!(data, character.to_string());
            assert_eq!(surface.offset(index, unit), Some(offset));
        }
        units += character.len_utf16() as u32;
    }
    assert_eq!(document.text.len_utf16(), Utf16(units));
    let (index, unit) = surface.point(Offset(u32::MAX)).unwrap();
    assert_eq!(surface.offset(index, unit), Some(document.text.len()), "past the end is the end");
}

#[wasm_bindgen_test]
fn automatic_direction_is_each_blocks_own() {
    let surface = Surface::build(&document("عربي\nFBI\n99", Direction::Auto));
    assert_eq!(surface.article().dir(), "rtl");
    assert_eq!([0, 1, 2].map(|index| surface.is_block_rtl(index)), [true, false, false]);
    assert_eq!(surface.element(1).unwrap().dir(), "auto");
    assert_eq!(Surface::build(&document("عربي", Direction::Rtl)).element(0).unwrap().dir(), "");
}

#[wasm_bindgen_test]
async fn a_click_on_a_letter_is_an_offset_beside_it() {
    let page = Page::open(MIXED, &[]).await;
    // A new section has no content to point at until the browser has seen that it is in view.
    until("a point finds a letter", || selection::offset_at_point(&page.surface, 380.0, 40.0).is_some_and(|found| found.0 > 0))
        .await;
    for offset in [3, 10, 14, 20] {
        let (left, right) = page.asked(offset, offset + 1)[0];
        let top = dom::rect_of(page.surface.element(0).unwrap()).top;
        let found = selection::offset_at_point(&page.surface, f64::midpoint(left, right), top + 20.0).unwrap();
        assert!((offset..=offset + 2).contains(&found.0), "{offset}: {found:?}");
    }
    assert_eq!(selection::offset_at_point(&page.surface, 1.0, 1e6), None);
}
