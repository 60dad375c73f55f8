//! Where the focus goes when a menu is done with: back to the article, if the menu had it; and where the eye begins.

use crate::core::ids::SpanId;
use crate::desk::Desk;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Leaves off what is under way.
pub fn leave(desk: &Desk) {
    back();
    desk.begin(None);
}

/// Gives the focus back to the article, if it is in a menu or the bar.
pub fn back() {
    let document = gloo::utils::document();
    let inside = document.active_element().is_some_and(|element| matches!(element.closest(".linking"), Ok(Some(_))));
    if !inside {
        return;
    }
    let article = document.query_selector("#reading article:not([hidden])").ok().flatten();
    if let Some(article) = article.and_then(|article| article.dyn_into::<HtmlElement>().ok()) {
        give(&article);
    }
}

/// Gives an element the focus without scrolling to it.
pub fn give(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Scrolls as far as is needed for a span to stand clear of what lies over the window's edges.
pub fn bring(span: &SpanId) {
    let piece = gloo::utils::document().query_selector(&format!("#reading [data-span=\"{span}\"]")).ok().flatten();
    if let Some(piece) = piece {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        piece.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
