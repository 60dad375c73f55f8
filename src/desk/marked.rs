//! What the style sheet asks of the page as a whole is said by attributes of `html`. Asking it whether some element is
//! there (`:has`) would have the engine look through the whole article with each change.

use crate::web::dom;
use yew::prelude::*;

/// Has an attribute of `html` hold a value as long as the component says so.
#[hook]
pub fn use_mark(name: &'static str, value: Option<&'static str>) {
    use_effect_with(value, move |value| {
        let marked = dom::root().zip(*value);
        if let Some((root, value)) = &marked {
            dom::set(root, name, value);
        }
        move || {
            if let Some((root, _)) = marked {
                let _ = root.remove_attribute(name);
            }
        }
    });
}
