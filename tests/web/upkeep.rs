//! When the painter paints, and what it leaves alone.

use crate::page::{MIXED, Page, frame, span, until};
use hashiya::core::range::TextRange;
use hashiya::web::dom;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn long() -> String {
    "فقرة فيها كلمات كثيرة تملأ أكثر من سطر واحد في عمود ضيق على هذه الصفحة\n".repeat(240)
}

#[wasm_bindgen_test]
async fn a_tag_costs_its_own_block_only() {
    let page = Page::open(MIXED, &[("a", 3, 8), ("b", 56, 60)]).await;
    let other = page.marks(1, ".piece");
    assert_eq!(other.len(), 1);
    page.spans.borrow_mut().push(span("c", 10, 16));
    page.painter.refresh();
    assert_eq!(page.marks(0, ".piece").len(), 2);
    assert!(page.marks(1, ".piece")[0].is_same_node(Some(&other[0])), "the other block's elements are the same");
    page.spans.borrow_mut().clear();
    page.painter.refresh();
    assert!(page.marks(0, "*").is_empty() && page.marks(1, "*").is_empty());
}

#[wasm_bindgen_test]
async fn only_what_is_near_is_painted_and_what_comes_near_is() {
    let second = hashiya::core::outline::FIRST_SHEET;
    let page = Page::open(
        &long(),
        &[("first", 0, 4), ("next", second as u32 * 71, second as u32 * 71 + 4), ("last", 239 * 71, 239 * 71 + 9)],
    )
    .await;
    let last = page.surface.len() - 1;
    assert!(
        page.marks(0, ".piece").len() == 1 && page.marks(second, ".piece").is_empty() && page.marks(last, ".piece").is_empty()
    );
    // Before the browser has laid the section out, its height is an estimate.
    frame().await;
    frame().await;
    let end = dom::rect_of(&page.surface.sheets()[0].0).bottom();
    dom::window().scroll_to_with_x_and_y(0.0, end - dom::viewport_height() * 1.5);
    until("the second section joins the first", || page.marks(0, ".piece").len() == 1 && page.marks(second, ".piece").len() == 1)
        .await;
    page.painter.scroll_to(TextRange::of(239 * 71, 239 * 71 + 9));
    until("the last block is painted and the first is not", || {
        !page.marks(last, ".piece").is_empty() && page.marks(0, ".piece").is_empty()
    })
    .await;
    let height = dom::viewport_height();
    until("it is in view", || {
        let rect = page.painter.range_rects(TextRange::of(239 * 71, 239 * 71 + 9))[0];
        rect.top > 0.0 && rect.bottom() < height
    })
    .await;
    dom::window().scroll_to_with_x_and_y(0.0, 0.0);
    until("the first is painted again", || page.marks(0, ".piece").len() == 1).await;
}

#[wasm_bindgen_test]
async fn all_of_a_short_article_stays_painted() {
    let block = "فقرة طويلة من كلمات كثيرة تملأ سطورًا عدة، ".repeat(20);
    let length = block.chars().count() as u32 + 1;
    let text = format!("{block}\n").repeat(30);
    let page = Page::open(&text, &[("first", 0, 4), ("last", 29 * length, 29 * length + 4)]).await;
    let painted = || [0, 29].map(|index| page.marks(index, ".piece").len());
    until("both ends are painted", || painted() == [1, 1]).await;
    let first = page.marks(0, ".piece");
    page.painter.scroll_to(TextRange::of(29 * length, 29 * length + 4));
    until("the first section is far away", || dom::rect_of(&page.surface.sheets()[0].0).bottom() < -dom::viewport_height()).await;
    for _ in 0..3 {
        frame().await;
    }
    assert!(painted() == [1, 1] && page.marks(0, ".piece")[0].is_same_node(Some(&first[0])), "nothing is painted anew");
}

#[wasm_bindgen_test]
async fn of_a_very_long_block_the_part_that_is_near_is_painted() {
    let words = "كلمات كثيرة في فقرة واحدة لا تنتهي إلا حيث ينتهي الكتاب نفسه، ";
    let length = words.chars().count() as u32;
    let count = 40_000 / length;
    let (middle, end) = (count / 2 * length, (count - 1) * length);
    let page =
        Page::open(&words.repeat(count as usize), &[("first", 0, 5), ("middle", middle, middle + 5), ("last", end, end + 5)])
            .await;
    let painted = |id: &str| page.marks(0, ".piece").iter().any(|piece| piece.get_attribute("data-span").as_deref() == Some(id));
    assert!(painted("first") && !painted("middle") && !painted("last"));
    // Before the browser has laid the section out, its height is an estimate.
    frame().await;
    frame().await;
    let block = dom::rect_of(page.surface.article());
    dom::window().scroll_to_with_x_and_y(0.0, block.top + block.height / 2.0 - dom::viewport_height() / 2.0);
    until("the middle is painted and the ends are not", || painted("middle") && !painted("first") && !painted("last")).await;
    dom::window().scroll_to_with_x_and_y(0.0, block.top + block.height);
    until("the end is painted and the middle is not", || painted("last") && !painted("middle")).await;
    dom::window().scroll_to_with_x_and_y(0.0, 0.0);
    until("the first is painted again", || painted("first") && !painted("last")).await;
}

#[wasm_bindgen_test]
async fn what_is_far_comes_into_view_through_sections_taller_than_guessed() {
    let block = "فقرة طويلة فيها كلمات كثيرة تملأ سطورا كثيرة في عمود ضيق. ".repeat(8) + "\n";
    let length = block.chars().count() as u32;
    let page = Page::open(&block.repeat(120), &[]).await;
    let at = 94 * length + 20;
    page.painter.scroll_to(TextRange::of(at, at + 4));
    let height = dom::viewport_height();
    until("it is in view", || {
        let rects = page.painter.range_rects(TextRange::of(at, at + 4));
        rects.first().is_some_and(|rect| rect.top > 0.0 && rect.bottom() < height)
    })
    .await;
    dom::window().scroll_to_with_x_and_y(0.0, 0.0);
}

#[wasm_bindgen_test]
async fn another_width_is_measured_anew() {
    let page = Page::open(&long(), &[("a", 30, 60)]).await;
    let before = page.painter.rects_of(&"a".into());
    page.host.style().set_property("inline-size", "310px").unwrap();
    until("the pieces stand elsewhere", || page.painter.rects_of(&"a".into()) != before).await;
    let painted = page.painter.rects_of(&"a".into());
    let text = page.painter.range_rects(TextRange::of(30, 60));
    assert_eq!(painted.len(), text.len());
    assert!(painted.iter().zip(&text).all(|(a, b)| (a.left - b.left).abs() < 1.0 && (a.right() - b.right()).abs() < 1.0));
}

#[wasm_bindgen_test]
async fn paper_gets_every_block_and_the_screen_is_restored() {
    let page = Page::open(&long(), &[("first", 0, 4), ("last", 239 * 71, 239 * 71 + 9)]).await;
    let last = page.surface.len() - 1;
    let fire = |name| dom::window().dispatch_event(&web_sys::Event::new(name).unwrap()).unwrap();
    let width = dom::rect_of(page.surface.article()).width;
    fire("beforeprint");
    assert!(page.marks(0, ".piece").len() == 1 && page.marks(last, ".piece").len() == 1);
    assert!((dom::rect_of(page.surface.article()).width - 604.7).abs() < 1.0, "160 mm");
    let text = page.painter.range_rects(TextRange::of(0, 4))[0];
    assert!((page.painter.rects_of(&"first".into())[0].right() - text.right()).abs() < 1.0);
    fire("afterprint");
    assert!(page.marks(0, ".piece").len() == 1 && page.marks(last, ".piece").is_empty());
    assert_eq!(dom::rect_of(page.surface.article()).width, width);
}

#[wasm_bindgen_test]
async fn a_dropped_painter_is_gone() {
    let page = Page::open(MIXED, &[("a", 3, 8)]).await;
    let weak = Rc::downgrade(&page.painter);
    drop(page);
    assert!(weak.upgrade().is_none());
}
