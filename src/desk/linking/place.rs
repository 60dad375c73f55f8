//! Where a menu stands: at the span it is about, in the page's own coordinates, so that it scrolls along. On a narrow or
//! touched screen the style sheet keeps it at the lower edge.

use crate::core::command::SpanRef;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Between a span and its menu, in CSS pixels.
const GAP: f64 = 8.0;
/// Between a menu and the window's edge, in CSS pixels.
const EDGE: f64 = 8.0;

/// Puts a menu at a span: below it, or above it where the window ends.
pub fn beside(menu: &HtmlElement, (document, span): &SpanRef) {
    let page = gloo::utils::document();
    let Some(root) = page.document_element() else { return };
    let (wide, high) = (f64::from(root.client_width()), f64::from(root.client_height()));
    let (width, height) = (f64::from(menu.offset_width()), f64::from(menu.offset_height()));
    let selector = format!("article[data-document=\"{document}\"] [data-span=\"{span}\"]");
    let pieces = page.query_selector_all(&selector).ok();
    let last = pieces.and_then(|pieces| pieces.item(pieces.length().checked_sub(1)?)?.dyn_into::<Element>().ok());
    let (left, top) = match last.map(|piece| piece.get_bounding_client_rect()).filter(|rect| rect.width() > 0.0) {
        Some(rect) => {
            let below = rect.bottom() + GAP;
            let above = rect.top() - GAP - height;
            (
                rect.left() + rect.width() / 2.0 - width / 2.0,
                if below + height > high - EDGE && above > EDGE { above } else { below },
            )
        }
        None => ((wide - width) / 2.0, high / 3.0),
    };
    let window = gloo::utils::window();
    let scrolled = |value: Result<f64, wasm_bindgen::JsValue>| value.unwrap_or(0.0);
    let left = left.min(wide - width - EDGE).max(EDGE) + scrolled(window.scroll_x());
    let top = top.max(EDGE) + scrolled(window.scroll_y());
    let _ = menu.style().set_property("transform", &format!("translate({}px,{}px)", left.round(), top.round()));
}
