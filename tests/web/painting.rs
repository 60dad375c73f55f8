//! What is painted, and where.

use crate::page::{MIXED, Page, place, tagset};
use hashiya::core::geometry::Rect;
use hashiya::core::range::TextRange;
use hashiya::core::units::Offset;
use hashiya::web::painter::Edge;
use hashiya::web::{dom, labels_css};
use wasm_bindgen_test::wasm_bindgen_test;

fn extents(page: &Page, id: &str) -> Vec<(f64, f64)> {
    page.painter.rects_of(&id.into()).iter().map(|rect| (rect.left, rect.right())).collect()
}

fn close(one: &[(f64, f64)], other: &[(f64, f64)]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| (a.0 - b.0).abs() < 1.0 && (a.1 - b.1).abs() < 1.0)
}

#[wasm_bindgen_test]
async fn pieces_stand_on_the_ranges_rectangles() {
    for words in ["عُمان", "إيران ومكتب", "9 هجومًا", "هجومًا على لإيران ومكتب FBI", "BI أمس", "\u{1EE00}"]
    {
        let (start, end) = place(MIXED, words);
        let page = Page::open(MIXED, &[("a", start, end)]).await;
        let mut asked = page.asked(start, end);
        let mut painted = extents(&page, "a");
        asked.sort_by(|a, b| a.partial_cmp(b).unwrap());
        painted.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert!(close(&asked, &painted), "{words}: {asked:?} {painted:?}");
        // The elements stand where the painter says, inside the lines of the text.
        let shown = page.marks(0, "[data-span=a]").iter().map(|mark| dom::rect_of(mark)).collect::<Vec<_>>();
        let text = page.painter.range_rects(TextRange::of(start, end));
        for (rect, line) in shown.iter().zip(&text) {
            assert!(rect.top >= line.top - 1.0 && rect.bottom() <= line.bottom() + 1.0 && rect.height > line.height / 2.0);
        }
        let shown = shown.iter().map(|rect| (rect.left, rect.right())).collect::<Vec<_>>();
        assert!(close(&shown, &extents(&page, "a")), "{words}");
    }
}

#[wasm_bindgen_test]
async fn the_digit_and_the_word_are_two_pieces_the_ligature_is_divided() {
    let (_, end) = place(MIXED, "99 هجومًا");
    let (lam, ligature_end) = place(MIXED, "لإ");
    let page =
        Page::open(MIXED, &[("split", place(MIXED, "9 هجومًا").0, end), ("lam", lam, lam + 1), ("alef", lam + 1, ligature_end)])
            .await;
    let split = extents(&page, "split");
    assert_eq!(split.len(), 2);
    assert!(split[0].0 > split[1].1 + 5.0, "the right one first, with the other 9 between them");
    let (lam, alef) = (extents(&page, "lam")[0], extents(&page, "alef")[0]);
    assert!((lam.0 - alef.1).abs() < 1.0 && lam.1 - lam.0 > 3.0 && alef.1 - alef.0 > 3.0, "{lam:?} {alef:?}");
}

#[wasm_bindgen_test]
async fn painting_touches_no_text() {
    let page = Page::open(MIXED, &[]).await;
    let nodes = (0..3).map(|index| page.surface.node(index).unwrap().clone()).collect::<Vec<_>>();
    let before = (dom::rect_of(page.surface.article()), page.surface.article().text_content());
    page.spans.borrow_mut().extend([crate::page::span("a", 0, 20), crate::page::span("b", 3, 8), crate::page::span("c", 14, 40)]);
    page.active.replace(Some("b".into()));
    page.painter.refresh();
    page.painter.show_caret(Some(Offset(5)));
    assert!(page.marks(0, ".piece").len() >= 3);
    assert_eq!((dom::rect_of(page.surface.article()), page.surface.article().text_content()), before);
    for (index, node) in nodes.iter().enumerate() {
        let element = page.surface.element(index).unwrap();
        assert!(element.first_child().unwrap().is_same_node(Some(node)) && element.child_nodes().length() == 1);
    }
}

#[wasm_bindgen_test]
async fn a_hit_finds_the_innermost_first() {
    let page = Page::open(MIXED, &[("outer", 0, 30), ("inner", 3, 8), ("same", 3, 8), ("beside", 14, 16)]).await;
    let middle = |rect: &Rect| (f64::midpoint(rect.left, rect.right()), f64::midpoint(rect.top, rect.bottom()));
    let hit = |(x, y)| page.painter.hit(x, y).iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
    let inner = page.painter.rects_of(&"inner".into())[0];
    assert_eq!(hit(middle(&inner)), ["same", "inner", "outer"]);
    assert_eq!(hit(middle(&page.painter.rects_of(&"beside".into())[0])), ["beside", "outer"]);
    // Of two that cross, the shorter, whichever begins first.
    let page = Page::open(MIXED, &[("short", 2, 7), ("long", 5, 16)]).await;
    let shared = page.painter.range_rects(TextRange::of(5, 7))[0];
    let under = page.painter.hit(middle(&shared).0, middle(&shared).1);
    assert_eq!(under.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["short", "long"]);
    assert_eq!(page.painter.hit(inner.right() + 1e4, middle(&inner).1), []);
}

#[wasm_bindgen_test]
async fn edges_grips_and_hidden_spans_are_marked() {
    let (start, end) = place(MIXED, "99");
    let page = Page::open(MIXED, &[("a", 0, 30), ("b", 0, 29), ("c", 0, 28), ("d", 0, 27), ("n", start, end)]).await;
    let more = page.marks(0, ".more").iter().map(|mark| mark.get_attribute("data-more").unwrap()).collect::<Vec<_>>();
    assert_eq!(more, ["1", "1"], "d and n have no lane");
    page.spans.borrow_mut().truncate(1);
    page.spans.borrow_mut().push(crate::page::span("n", start, end));
    page.active.replace(Some("n".into()));
    page.painter.refresh();
    assert!(page.marks(0, ".piece.first.last.active").len() == 1 && page.marks(0, ".handle").len() == 2);
    // Digits run from the left: the number begins at its left edge, also between Arabic words.
    let number = page.painter.rects_of(&"n".into())[0];
    let y = f64::midpoint(number.top, number.bottom());
    let at = |x| page.painter.handle_at(x, y, 3.0).map(|(_, edge, _)| edge);
    assert_eq!(
        (at(number.left), at(number.right()), at(number.left + number.width / 2.0)),
        (Some(Edge::Start), Some(Edge::End), None)
    );
}

#[wasm_bindgen_test]
async fn the_caret_stands_between_letters_and_goes_down_the_lines() {
    let page = Page::open(MIXED, &[]).await;
    let (start, end) = place(MIXED, "شنت");
    let word = page.asked(start, end)[0];
    page.painter.show_caret(Some(Offset(end)));
    let caret = dom::rect_of(&page.marks(0, ".caret")[0]);
    assert!((caret.left - word.0).abs() < 1.0 && caret.width < 0.1, "at the left edge, where the word ends");
    page.painter.show_caret(None);
    assert!(page.marks(0, ".caret").is_empty());
    let wide = Page::open(&"كلمات كثيرة تملأ أكثر من سطر واحد في عمود ضيق على هذه الصفحة".repeat(3), &[]).await;
    let (from, to) = (Offset(20), wide.painter.line_from(Offset(20), true).unwrap());
    let (from, to) = (wide.painter.caret_rect(from).unwrap(), wide.painter.caret_rect(to).unwrap());
    assert!((from.left - to.left).abs() < 12.0, "below, at most half a letter aside");
    // Down through every line to the last, then up again to the first.
    let mut lines = vec![Offset(start)];
    while let Some(next) = page.painter.line_from(lines[lines.len() - 1], true) {
        let (from, to) = (page.painter.caret_rect(lines[lines.len() - 1]).unwrap(), page.painter.caret_rect(next).unwrap());
        assert!(to.top > from.top + 20.0);
        lines.push(next);
    }
    assert!(lines.len() >= 4 && page.surface.text().block_at(lines[lines.len() - 1]) == Some(2));
    let mut up = 1;
    let mut place = lines[lines.len() - 1];
    while let Some(next) = page.painter.line_from(place, false) {
        place = next;
        up += 1;
    }
    assert_eq!(up, lines.len());
    assert_eq!(page.surface.text().block_at(place), Some(0));
}

#[wasm_bindgen_test]
async fn labels_colour_and_name_their_pieces_and_no_name_breaks_out() {
    let page = Page::open(MIXED, &[("a", 3, 8)]).await;
    let name = "\";}} .piece{display:none} /* شخص \\";
    labels_css::set(&tagset(name));
    let piece = &page.marks(0, ".piece")[0];
    let style = dom::window().get_computed_style(piece).unwrap().unwrap();
    assert_eq!(style.get_property_value("--hue").unwrap(), "255");
    assert_eq!(style.get_property_value("border-block-end-style").unwrap(), "double");
    assert_eq!(style.get_property_value("display").unwrap(), "block");
    assert!(style.get_property_value("background-color").unwrap().starts_with("oklch("));
    dom::root().unwrap().set_attribute("data-names", "always").unwrap();
    let above = dom::window().get_computed_style_with_pseudo_elt(piece, "::before").unwrap().unwrap();
    let content = above.get_property_value("content").unwrap();
    dom::root().unwrap().remove_attribute("data-names").unwrap();
    assert!(content.contains("شخص") && content.contains("display:none"), "{content}");
}

#[wasm_bindgen_test]
async fn every_piece_has_its_grips_and_the_gap_none() {
    let page = Page::open(MIXED, &[("a", 0, 30)]).await;
    let (first, last) = (place(MIXED, "عُمان"), place(MIXED, "على"));
    {
        let mut spans = page.spans.borrow_mut();
        spans[0].range = TextRange::of(first.0, last.1);
        spans[0].fragments = vec![TextRange::of(first.0, first.1), TextRange::of(last.0, last.1)];
    }
    page.active.replace(Some("a".into()));
    page.painter.refresh();
    let rects = page.painter.rects_of(&"a".into());
    assert_eq!((rects.len(), page.marks(0, "[data-span=a].first.last").len(), page.marks(0, ".handle").len()), (2, 2, 4));
    for (number, rect) in rects.iter().enumerate() {
        let y = f64::midpoint(rect.top, rect.bottom());
        let grip = |x| page.painter.handle_at(x, y, 3.0).map(|(_, edge, piece)| (edge, piece));
        assert_eq!((grip(rect.right()), grip(rect.left)), (Some((Edge::Start, number)), Some((Edge::End, number))));
    }
    let gap = page.painter.range_rects(TextRange::of(place(MIXED, "شنت").0, place(MIXED, "شنت").1))[0];
    assert_eq!(page.painter.hit(gap.left + gap.width / 2.0, f64::midpoint(gap.top, gap.bottom())), []);
}

#[wasm_bindgen_test]
async fn what_is_pointed_at_and_what_is_lit_with_it_is_marked() {
    let page = Page::open(MIXED, &[("a", 3, 8), ("b", 14, 16)]).await;
    let lit = || page.marks(0, ".hovered").iter().map(|mark| mark.get_attribute("data-span").unwrap()).collect::<Vec<_>>();
    assert!(page.painter.show_pointed(Some("a".into())) && lit() == ["a"]);
    page.painter.show_lit(&["a".into(), "b".into()]);
    assert!(!page.painter.show_pointed(Some("a".into())), "the same as before");
    assert_eq!(lit(), ["a", "b"]);
    page.painter.relayout();
    assert_eq!(lit(), ["a", "b"], "also when painted anew");
    assert!(page.painter.show_pointed(None) && lit().is_empty());
}
