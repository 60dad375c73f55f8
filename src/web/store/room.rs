//! How much the browser lets the page keep, and whether it promises to keep it. Browsers have this
//! in secure contexts only, and WebKit in part: every answer is optional.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// How much of the origin's room is used, IndexedDB included. An estimate of the browser's, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What is used.
    pub used: u64,
    /// What may be used.
    pub quota: u64,
}

/// Asks the browser never to clear the store by itself, and tells what it answered. Firefox asks
/// the user: call it where they have just done something. `None` where the browser cannot be asked.
pub async fn persist() -> Option<bool> {
    JsFuture::from(manager()?.persist().ok()?).await.ok()?.as_bool()
}

/// Whether the browser has promised that already. `None` where it cannot be asked.
pub async fn persisted() -> Option<bool> {
    JsFuture::from(manager()?.persisted().ok()?).await.ok()?.as_bool()
}

/// How much room there is. `None` where the browser does not tell.
pub async fn estimate() -> Option<Room> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let bytes = |name: &str| Reflect::get(&estimate, &JsValue::from_str(name)).ok()?.as_f64().map(|bytes| bytes as u64);
    Some(Room { used: bytes("usage")?, quota: bytes("quota")? })
}

fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &"storage".into()).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}
