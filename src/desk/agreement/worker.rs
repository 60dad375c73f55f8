//! What the desk is in a worker: it is given the spans once, then one errand after another, and tells how far it is. It is
//! ended from without, so that it never has to look up.

use crate::core::agreement::errands::{Doing, Errand, News};
use crate::core::agreement::flat::{flat, read};
use crate::core::agreement::gather::Gathered;
use gloo::events::EventListener;
use js_sys::{Date, Float64Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// How often it tells how far it is, in milliseconds.
const TELL: f64 = 100.0;

/// Says that it is there, and listens from then on.
pub fn start() {
    let scope = js_sys::global().unchecked_into::<DedicatedWorkerGlobalScope>();
    let mut gathered = None;
    let own = scope.clone();
    let heard = EventListener::new(&scope, "message", move |event| {
        let data = Reflect::get(event, &"data".into()).unwrap_or_default();
        let numbers = Float64Array::new(&data).to_vec();
        let understood = match &gathered {
            None => {
                gathered = read::<Gathered>(&numbers);
                gathered.is_some()
            }
            Some(gathered) => read::<Errand>(&numbers).map(|errand| go(&own, gathered, errand)).is_some(),
        };
        // Empty words, which nobody expects, are a failure.
        if !understood {
            let _ = own.post_message(&JsValue::NULL);
        }
    });
    heard.forget();
    let _ = scope.post_message(&JsValue::NULL);
}

/// Does an errand to its end.
fn go(scope: &DedicatedWorkerGlobalScope, gathered: &Gathered, errand: Errand) {
    let mut doing = Doing::new(gathered, errand);
    let mut told = Date::now();
    loop {
        let over = doing.step(gathered);
        if over || Date::now() > told + TELL {
            tell(scope, &doing.news());
            told = Date::now();
        }
        if over {
            return;
        }
    }
}

fn tell(scope: &DedicatedWorkerGlobalScope, news: &News) {
    let _ = scope.post_message(&Float64Array::from(&flat(news)[..]));
}
