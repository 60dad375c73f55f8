//! What the rows of findings and suggestions share: words in their context, and the focus, which stays in its list
//! when the row that had it is done with.

use super::look::Found;
use crate::core::ids::DocumentId;
use crate::core::range::TextRange;
use crate::core::surroundings::around;
use crate::desk::Now;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The list that had the focus when something was done in it, and the number of the row.
pub type Kept = Rc<RefCell<Option<(String, usize)>>>;

/// Keeps a place for the focus, and gives it back once what is found has changed.
#[hook]
pub fn use_kept(found: Option<Rc<Found>>) -> Kept {
    // To begin with the focus goes to the first row there is.
    let kept = use_mut_ref(|| Some((String::from("suggestions"), 0)));
    {
        let kept = kept.clone();
        use_effect_with(found, move |found| {
            if found.is_some() {
                give_back(&kept);
            }
        });
    }
    kept
}

/// Remembers the list and the row that an event came from.
pub fn remember(kept: &Kept, target: Option<Element>) {
    let place = target.and_then(|target| {
        let row = target.closest("li").ok().flatten()?;
        let list = row.closest("[data-list]").ok().flatten()?;
        let before = std::iter::successors(row.previous_element_sibling(), Element::previous_element_sibling).count();
        Some((list.get_attribute("data-list")?, before))
    });
    kept.replace(place);
}

fn give_back(kept: &Kept) {
    let Some((name, row)) = kept.take() else { return };
    let document = gloo::utils::document();
    let lost =
        document.active_element().is_none_or(|element| element.tag_name() == "BODY" || element.matches(".desk").unwrap_or(false));
    let Some(desk) = document.query_selector(".desk").ok().flatten().filter(|_| lost) else { return };
    let list = desk.query_selector(&format!("[data-list=\"{name}\"]")).ok().flatten();
    let rows = list.map(|list| crate::desk::roving::rows(&list)).unwrap_or_default();
    let next = rows.get(row).or_else(|| rows.last()).cloned();
    let other = || desk.query_selector("[data-row]").ok().flatten()?.dyn_into::<HtmlElement>().ok();
    if let Some(next) = next.or_else(other).or_else(|| desk.dyn_ref::<HtmlElement>().cloned()) {
        let _ = next.focus();
    }
}

/// Words of a document with what stands round them.
pub fn in_context(now: &Now, id: &DocumentId, range: TextRange) -> Html {
    let Some(state) = now.state.document(id) else { return html! { <bdi class="quote"></bdi> } };
    let text = &state.document.text;
    let (before, after) = around(text, range);
    let words = crate::i18n::shown(text.slice(range));
    html! {
        <bdi key="quote" class="quote in-context" dir={state.document.direction.name()}>
            <span key="before">{ crate::i18n::shown(&before) }</span><mark key="words">{ words }</mark><span key="after">{ crate::i18n::shown(&after) }</span>
        </bdi>
    }
}
