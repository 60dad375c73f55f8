//! The page of the labels: make, name, describe, colour, order, retire and remove them; presets and files of labels.

mod edit;
mod editor;
mod files;
mod key;
mod look;
mod make;
mod presets;
mod remove;
mod row;

use super::parts::PageProps;
use super::roving::rove;
use crate::core::edit_tagset;
use crate::core::ids::LabelId;
use crate::i18n::{self, Noun, desk::Word};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is to have the focus once the page is drawn anew, where what had it is gone or has been moved.
pub type Refocus = Rc<RefCell<Option<String>>>;

/// The page.
#[component]
pub fn TagsetPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let open = use_state(|| None::<LabelId>);
    let current = use_state(|| None::<LabelId>);
    let refocus = use_mut_ref(|| None::<String>);
    {
        let refocus = refocus.clone();
        use_effect_with(now.clone(), move |_| give_focus(&refocus));
    }
    let onopen = {
        let (open, shown) = (open.setter(), (*open).clone());
        Callback::from(move |id: LabelId| open.set(Some(id).filter(|id| shown.as_ref() != Some(id))))
    };
    let onmade = {
        let (open, current) = (open.setter(), current.setter());
        Callback::from(move |id: LabelId| {
            current.set(Some(id.clone()));
            open.set(Some(id));
        })
    };
    let oncurrent = {
        let current = current.setter();
        Callback::from(move |id: LabelId| current.set(Some(id)))
    };
    let rows = edit_tagset::tree(&now.state.tagset);
    let here = current.as_ref().filter(|id| now.state.tagset.get(id).is_some());
    let stop = here.or_else(|| rows.first().map(|(_, label)| &label.id)).cloned();
    let list = rows.into_iter().map(|(depth, label)| {
        html! {
            <row::Row key={label.id.as_str()} now={now.clone()} desk={desk.clone()} id={label.id.clone()} {depth} open={open.as_ref() == Some(&label.id)}
                stop={stop.as_ref() == Some(&label.id)} onopen={onopen.clone()} oncurrent={oncurrent.clone()} refocus={refocus.clone()} />
        }
    });
    html! {
        <div class="desk-tagset">
            <h2 key="title" class="desk-title">{ now.word(Word::TabTagset) }<span class="small">{ i18n::counted(now.lang, Noun::Label, now.state.tagset.labels.len()) }</span></h2>
            <make::Make key="make" now={now.clone()} desk={desk.clone()} {onmade} />
            <ul key="labels" class="desk-labels" data-rove="list" aria-label={now.word(Word::TabTagset)} onkeydown={rove()}>{ for list }</ul>
            <presets::Presets key="presets" now={now.clone()} desk={desk.clone()} />
            <files::Files key="files" now={now.clone()} desk={desk.clone()} />
        </div>
    }
}

/// Gives the focus where it was asked to go, if it has been lost.
fn give_focus(refocus: &Refocus) {
    let Some(selector) = refocus.take() else { return };
    let document = gloo::utils::document();
    let lost = document.active_element().is_none_or(|element| element.tag_name() == "BODY");
    let found = document.query_selector(&format!(".desk {selector}")).ok().flatten().filter(|_| lost);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
