//! Keys while something is being joined. They are taken before the first program sees them, since digits and letters
//! would give labels there.

use super::focus;
use super::mode::Under;
use crate::desk::Desk;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Marks what can be picked in a menu, in order.
pub const PICK: &str = ".linking [data-pick]";

/// Listens while something is under way: Esc goes a step back, and in a menu arrows move and digits pick.
#[hook]
pub fn use_escape(desk: &Desk, on: bool) {
    let desk = desk.clone();
    use_effect_with(on, move |on| {
        let listener = on.then(|| {
            let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
            EventListener::new_with_options(&gloo::utils::window(), "keydown", options, move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                    && !event.is_composing()
                    && key(&desk, event)
                {
                    event.prevent_default();
                    event.stop_propagation();
                }
            })
        });
        move || drop(listener)
    });
}

/// Acts on a key. Returns whether it was taken.
fn key(desk: &Desk, event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within = |selector: &str| target.as_ref().is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))));
    if within("dialog, .desk") {
        return false;
    }
    let Some(under) = desk.now().under.clone() else { return false };
    let name = event.key();
    if name == "Escape" {
        // A field elsewhere has its own.
        if within("input, textarea") && !within(".linking") {
            return false;
        }
        match under {
            Under::Offered(first, _) => {
                focus::back();
                desk.begin(Some(Under::Choosing(first)));
            }
            Under::Choosing(_) | Under::EventType(_) | Under::Entity(_) => focus::leave(desk),
        }
        return true;
    }
    if !matches!(under, Under::Offered(..) | Under::EventType(_)) || within("input, textarea, select") {
        return false;
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let picks = picks();
    let at = picks.iter().position(|pick| gloo::utils::document().active_element().is_some_and(|active| active == **pick));
    match name.as_str() {
        "ArrowDown" => move_to(&picks, at.map_or(0, |at| (at + 1) % picks.len().max(1))),
        "ArrowUp" => move_to(
            &picks,
            at.map_or(picks.len().saturating_sub(1), |at| at.checked_sub(1).unwrap_or(picks.len().saturating_sub(1))),
        ),
        "Home" => move_to(&picks, 0),
        "End" => move_to(&picks, picks.len().saturating_sub(1)),
        // On a button of the menu Enter presses it, here and now; elsewhere it takes the first of what is offered.
        "Enter" | " " if within(".linking summary") => return false,
        "Enter" | " " if within(".linking button") => {
            let button = target.as_ref().and_then(|target| target.closest("button").ok().flatten());
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                button.click();
            }
        }
        "Enter" => press(&picks, 0),
        // The next and the previous span, and another act, are the page's.
        _ if event.shift_key() || matches!(event.code().as_str(), "KeyN" | "KeyB") || name.chars().count() > 1 => return false,
        _ => {
            if let Some(place) = digit(&name).and_then(|digit| digit.checked_sub(1)) {
                press(&picks, place);
            }
        }
    }
    true
}

fn picks() -> Vec<HtmlElement> {
    let Ok(found) = gloo::utils::document().query_selector_all(PICK) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

fn move_to(picks: &[HtmlElement], place: usize) {
    if let Some(pick) = picks.get(place) {
        focus::give(pick);
    }
}

fn press(picks: &[HtmlElement], place: usize) {
    if let Some(pick) = picks.get(place) {
        pick.click();
    }
}

/// The digit of a key, Arabic-Indic ones too.
fn digit(name: &str) -> Option<usize> {
    let mut chars = name.chars();
    let (Some(only), None) = (chars.next(), chars.next()) else { return None };
    match only {
        '0'..='9' => Some(only as usize - '0' as usize),
        '\u{660}'..='\u{669}' => Some(only as usize - 0x660),
        '\u{6F0}'..='\u{6F9}' => Some(only as usize - 0x6F0),
        _ => None,
    }
}
