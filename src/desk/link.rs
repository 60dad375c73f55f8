//! The desk's end of the link: an object with functions that the first program hangs on the desk's host.

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The link to the first program.
#[derive(Clone, PartialEq)]
pub struct Link(JsValue);

impl Link {
    /// The desk's host and the link on it.
    pub fn find() -> Option<(Element, Self)> {
        let host = gloo::utils::document().get_element_by_id("desk")?;
        let link = Reflect::get(&host, &"link".into()).ok().filter(JsValue::is_object)?;
        Some((host, Self(link)))
    }

    /// The first piece of the project as it stands now. `None` where it could not be written.
    pub fn base(&self) -> Option<String> {
        self.function("base")?.call0(&self.0).ok()?.as_string()
    }

    /// The next piece of the project as it stood at the last [`Self::base`]; `None` after the last one.
    pub fn more(&self) -> Option<String> {
        self.function("more")?.call0(&self.0).ok()?.as_string()
    }

    /// Asks the first program to do something: what kind of thing, and which.
    pub fn act(&self, kind: &str, what: &str) {
        if let Some(act) = self.function("act") {
            let _ = act.call2(&self.0, &kind.into(), &what.into());
        }
    }

    /// Says that the desk is there, and hears what it is told from then on: the kind of news, and the news.
    pub fn listen(&self, ear: impl Fn(String, JsValue) + 'static) {
        let ear = Closure::<dyn Fn(String, JsValue)>::new(ear).into_js_value();
        if let Some(ready) = self.function("ready") {
            let _ = ready.call1(&self.0, &ear);
        }
    }

    /// Says that the desk cannot work.
    pub fn gone(&self) {
        if let Some(ready) = self.function("ready") {
            let _ = ready.call1(&self.0, &JsValue::NULL);
        }
    }

    fn function(&self, name: &str) -> Option<Function> {
        Reflect::get(&self.0, &name.into()).ok()?.dyn_into().ok()
    }
}
