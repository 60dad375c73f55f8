//! The hairline from a card to its span: of the card under the pointer or with the focus, else of the active one.

use super::place::{Line, rect};
use crate::core::ids::SpanId;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

/// What the hairline is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct HairlineProps {
    /// The card under the pointer or with the focus.
    pub to: Option<Element>,
    /// The active span.
    pub active: Option<SpanId>,
    /// The painted lines; where they change, so may the line.
    pub lines: Rc<Vec<Line>>,
}

/// The card that an event's target lies in.
pub fn row_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest("[data-of]").ok().flatten()
}

/// The hairline.
#[component]
pub fn Hairline(props: &HairlineProps) -> Html {
    let path = use_node_ref();
    {
        let (path, props) = (path.clone(), props.clone());
        use_effect(move || {
            let Some(path) = path.cast::<Element>() else { return };
            let drawn = drawn(&props, &path).unwrap_or_default();
            let _ = path.set_attribute("d", &drawn);
        });
    }
    html! { <svg class="hairline" aria-hidden="true" focusable="false"><path ref={path} /></svg> }
}

/// From the card's inner edge through the gutter to the near end of the span's first line, in the picture's own coordinates.
fn drawn(props: &HairlineProps, path: &Element) -> Option<String> {
    let document = gloo::utils::document();
    let from = match props.to.clone().filter(|card| card.is_connected()) {
        Some(card) => card,
        None => document.query_selector(&format!(".cards [data-of=\"{}\"]", props.active.as_ref()?)).ok()??,
    };
    let span = from.get_attribute("data-of")?;
    let piece = document.query_selector(&format!("article [data-span=\"{span}\"]")).ok()??;
    let origin = path.parent_element()?.get_bounding_client_rect();
    let (left, top) = (-origin.left(), -origin.top());
    let (card, piece) = (rect(&from).moved(left, top), rect(&piece).moved(left, top));
    if card.width == 0.0 || piece.width == 0.0 {
        return None;
    }
    let after = card.left > piece.left;
    let (edge, near) = if after { (card.left, piece.right()) } else { (card.right(), piece.left) };
    let turn = if after { edge - 10.0 } else { edge + 10.0 };
    let (y, below) = (card.top + 16.0_f64.min(card.height / 2.0), piece.bottom() + 1.5);
    Some(format!("M{edge:.1} {y:.1}H{turn:.1}V{below:.1}H{near:.1}"))
}
