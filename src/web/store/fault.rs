//! What the browser's exceptions mean for a store.

use crate::store::StoreFault;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// The fault that an exception of a store is, by the names that the engines give it.
pub(super) fn fault(error: &JsValue) -> StoreFault {
    let Some(error) = error.dyn_ref::<DomException>() else {
        let message = || error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        return StoreFault::Other(error.as_string().or_else(message).unwrap_or_default());
    };
    match error.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreFault::Full,
        "SecurityError" | "NotAllowedError" => StoreFault::Blocked,
        name => StoreFault::Other(format!("{name}: {}", error.message())),
    }
}
