//! Short names for what the browser's objects are asked most often.

use crate::core::geometry::Rect;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventTarget, HtmlElement};

pub use gloo::utils::{document, window};

/// The root element, `html`.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    document().document_element().and_then(|root| root.dyn_into().ok())
}

/// A new element with these classes, not yet in the page. `tag` is the name of a tag of HTML, for
/// which making an element cannot fail.
#[must_use]
pub fn element(tag: &str, classes: &str) -> HtmlElement {
    let element = document().create_element(tag).unwrap_throw();
    if !classes.is_empty() {
        element.set_class_name(classes);
    }
    element.unchecked_into()
}

/// An element with all that stands in it once more, not in the page. Copying an element cannot fail.
#[must_use]
pub fn copy(element: &HtmlElement) -> HtmlElement {
    element.clone_node_with_deep(true).unwrap_throw().unchecked_into()
}

/// Sets an attribute that says something else: each writing has the engine look at the style anew.
pub fn change(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        set(element, name, value);
    }
}

/// Sets an attribute whose name is known to be well-formed.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// An element's element children, in order.
#[must_use]
pub fn children(element: &Element) -> Vec<HtmlElement> {
    let first = element.first_element_child();
    std::iter::successors(first, Element::next_element_sibling).filter_map(|child| child.dyn_into().ok()).collect()
}

/// An element's box in the viewport.
#[must_use]
pub fn rect_of(element: &Element) -> Rect {
    rect(&element.get_bounding_client_rect())
}

/// The browser's rectangle as ours.
#[must_use]
pub fn rect(rect: &web_sys::DomRect) -> Rect {
    Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
}

/// The height of the viewport in CSS pixels.
#[must_use]
pub fn viewport_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Listens, passively, until the listener is dropped.
pub fn on(target: &EventTarget, event: &'static str, handler: impl FnMut(&Event) + 'static) -> EventListener {
    EventListener::new(target, event, handler)
}

/// The next frame of the screen.
pub async fn frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().request_animation_frame(&resolve);
    });
    let _ = JsFuture::from(promise).await;
}

/// The next turn of the event loop, before which the browser takes keys and may paint.
pub async fn rest() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    let _ = JsFuture::from(promise).await;
}

/// Milliseconds on a clock that only goes forward, where the browser has one.
#[must_use]
pub fn time() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
