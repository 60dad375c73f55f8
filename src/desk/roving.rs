//! One stop of the Tab key for a whole list: arrows go from row to row, Home and End to its ends.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What marks the element of a row that takes the focus.
pub const ROW: &str = "[data-row]";

/// A handler of keys for a list. Put `data-row` on what takes the focus in each row.
pub fn rove() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let Some(row) = event.target_dyn_into::<Element>().filter(|target| target.matches(ROW).unwrap_or(false)) else { return };
        let across = row.closest("[data-rove=\"grid\"]").ok().flatten().is_some();
        let Some(list) = row.closest("[data-rove]").ok().flatten() else { return };
        let rows = rows(&list);
        let Some(at) = rows.iter().position(|other| **other == row) else { return };
        let to = match event.key().as_str() {
            "Home" => Some(0),
            "End" => rows.len().checked_sub(1),
            "ArrowDown" if !across => Some(at + 1),
            "ArrowUp" if !across => at.checked_sub(1),
            key @ ("ArrowLeft" | "ArrowRight" | "ArrowDown" | "ArrowUp") if across => beside(&list, at, key),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(next) = to.and_then(|to| rows.get(to)) {
            let _ = next.focus();
        }
    })
}

/// The place in a grid that an arrow leads to. `data-columns` says how wide the grid is.
fn beside(list: &Element, at: usize, key: &str) -> Option<usize> {
    let columns = list.get_attribute("data-columns").and_then(|columns| columns.parse().ok()).unwrap_or(1);
    let rtl = list.closest("[dir]").ok().flatten().and_then(|holder| holder.get_attribute("dir")).as_deref() == Some("rtl");
    match key {
        "ArrowDown" => Some(at + columns),
        "ArrowUp" => at.checked_sub(columns),
        "ArrowLeft" if rtl => Some(at + 1),
        "ArrowRight" if !rtl => Some(at + 1),
        _ => at.checked_sub(1),
    }
}

/// The elements of a list that take the focus, in order.
pub fn rows(list: &Element) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all(ROW) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The `tabindex` of a row: only the current one is a stop of the Tab key.
pub fn stop(current: bool) -> &'static str {
    if current { "0" } else { "-1" }
}
