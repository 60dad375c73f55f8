//! Where the focus goes when a menu is done with: back to the article, if the menu had it.

use crate::desk::Desk;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

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
