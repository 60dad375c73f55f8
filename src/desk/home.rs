//! Where the desk draws outside its sheet: an element of its own, which moves into whichever host the first program has
//! drawn. A host comes and goes with its card; what stands in the element stays as it is.

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};
use yew::prelude::*;

/// An element to draw into through a portal, and the value of `attribute` at the host that it stands in; no value while
/// there is no host. The hosts are looked for within the element of that id.
#[hook]
pub fn use_home(within: &'static str, attribute: &'static str, class: &'static str) -> (Option<Element>, Option<AttrValue>) {
    let home = use_memo((), |()| {
        let home = gloo::utils::document().create_element("div").ok()?;
        home.set_class_name(class);
        Some(home)
    });
    let of = use_state(|| None::<AttrValue>);
    {
        let (home, setter) = (home.clone(), of.setter());
        use_effect_with((), move |()| {
            let within = gloo::utils::document().get_element_by_id(within);
            let watching = (*home).clone().zip(within).and_then(|(home, within)| watch(&within, home, attribute, setter));
            move || {
                if let Some((observer, _closure)) = watching {
                    observer.disconnect();
                }
            }
        });
    }
    ((*home).clone(), (*of).clone())
}

type Watching = (MutationObserver, Closure<dyn Fn()>);

fn watch(
    within: &Element,
    home: Element,
    attribute: &'static str,
    setter: UseStateSetter<Option<AttrValue>>,
) -> Option<Watching> {
    let known: RefCell<Option<String>> = RefCell::default();
    let place = {
        let within = within.clone();
        move || {
            let host = host(&within, attribute);
            if let Some(host) = host.as_ref().filter(|host| home.parent_element().as_ref() != Some(*host)) {
                let _ = host.append_child(&home);
            }
            let of = host.and_then(|host| host.get_attribute(attribute));
            if *known.borrow() != of {
                known.replace(of.clone());
                setter.set(of.map(AttrValue::from));
            }
        }
    };
    place();
    let place = Closure::<dyn Fn()>::new(place);
    let observer = MutationObserver::new(place.as_ref().unchecked_ref()).ok()?;
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    what.set_attribute_filter(&js_sys::Array::of1(&attribute.into()));
    observer.observe_with_options(within, &what).ok()?;
    Some((observer, place))
}

/// The last host that is shown; else the last one.
fn host(within: &Element, attribute: &str) -> Option<Element> {
    let found = within.query_selector_all(&format!("[{attribute}]")).ok()?;
    // Where there is one, whether it is shown need not be asked, which would have the page laid out.
    if found.length() < 2 {
        return found.item(0)?.dyn_into().ok();
    }
    let hosts = || (0..found.length()).rev().filter_map(|index| found.item(index)?.dyn_into::<Element>().ok());
    let shown = |host: &Element| host.dyn_ref::<HtmlElement>().is_some_and(|host| host.offset_parent().is_some());
    hosts().find(shown).or_else(|| hosts().next())
}
