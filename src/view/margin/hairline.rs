//! The hairline from a card to its span: of the card under the pointer or with the focus, else of the active one.

use crate::core::ids::SpanId;
use crate::web::dom::rect_of;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

/// The card that an event's target lies in.
pub fn card_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest("[data-of]").ok().flatten()
}

/// Draws the line into `path`, after everything has found its place. Geometry goes into the picture's own attribute.
pub fn draw(path: &Element, hovered: Option<&Element>, active: Option<&SpanId>) {
    let _ = path.set_attribute("d", &line(path, hovered, active).unwrap_or_default());
}

/// How far a card still has to go down to where it has been put.
fn under_way(card: &Element) -> f64 {
    let row = card.closest(".place").ok().flatten();
    let way = row.and_then(|row| {
        let at: i32 = row.get_attribute("data-at")?.parse().ok()?;
        Some(rect_of(&row.parent_element()?).top + f64::from(at) - rect_of(&row).top)
    });
    way.unwrap_or(0.0)
}

/// From the card's inner edge through the gutter to the near end of the span's first line, in the picture's own coordinates.
fn line(path: &Element, hovered: Option<&Element>, active: Option<&SpanId>) -> Option<String> {
    let document = gloo::utils::document();
    let from = match hovered.filter(|card| card.is_connected()) {
        Some(card) => card.clone(),
        None => document.query_selector(&format!(".cards [data-of=\"{}\"]", active?)).ok()??,
    };
    let span = from.get_attribute("data-of")?;
    let piece = document.query_selector(&format!("article [data-span=\"{span}\"]")).ok()??;
    let origin = path.parent_element()?.get_bounding_client_rect();
    let (left, top) = (-origin.left(), -origin.top());
    let (card, piece) = (rect_of(&from).moved(left, top + under_way(&from)), rect_of(&piece).moved(left, top));
    if card.width == 0.0 || piece.width == 0.0 {
        return None;
    }
    let after = card.left > piece.left;
    let (edge, near) = if after { (card.left, piece.right()) } else { (card.right(), piece.left) };
    let turn = if after { edge - 10.0 } else { edge + 10.0 };
    let (y, below) = (card.top + 16.0_f64.min(card.height / 2.0), piece.bottom() + 1.5);
    // Half pixels, so that the line is one pixel wide and sharp.
    let [edge, y, turn, below, near] = [edge, y, turn, below, near].map(|at| at.floor() as i32);
    Some(format!("M{edge} {y}.5H{turn}.5V{below}.5H{near}"))
}
