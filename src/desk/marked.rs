//! What the style sheet asks of the page as a whole is said by attributes of `html`. Asking it whether some element is
//! there (`:has`) would have the engine look through the whole article with each change.

use crate::web::dom;
use yew::prelude::*;

/// Has an attribute of `html` hold a value as long as the component says so.
#[hook]
pub fn use_mark(name: &'static str, value: Option<&'static str>) {
    use_effect_with(value, move |value| {
        let root = dom::root();
        match (&root, value) {
            (Some(root), Some(value)) => dom::set(root, name, value),
            (Some(root), None) => drop(root.remove_attribute(name)),
            _ => {}
        }
        move || {
            if let Some(root) = root {
                let _ = root.remove_attribute(name);
            }
        }
    });
}
