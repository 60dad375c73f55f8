//! Keyboard events → key presses of [`crate::core::keymap`].

use crate::core::keymap::KeyPress;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// The press an event tells; `None` while an input method is composing.
#[must_use]
pub fn press(event: &KeyboardEvent) -> Option<KeyPress> {
    let composing = event.is_composing() || event.get_modifier_state("AltGraph");
    (!composing).then(|| KeyPress {
        key: event.key(),
        code: event.code(),
        ctrl: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
    })
}

/// Whether an event's target is a field one types in, where only Esc and Ctrl/Cmd+Enter are ours.
#[must_use]
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(element) = target(event) else { return false };
    match element.tag_name().as_str() {
        "INPUT" => element
            .dyn_ref::<HtmlInputElement>()
            .is_none_or(|input| !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "file")),
        "TEXTAREA" | "SELECT" => true,
        _ => element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable),
    }
}

/// Whether an event comes from within an open dialog, which has its own keys.
#[must_use]
pub fn is_in_dialog(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|element| matches!(element.closest("dialog"), Ok(Some(_))))
}

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}
