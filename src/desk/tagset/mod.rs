//! The page of the tagset: labels are made, named, described, coloured, ordered, retired and removed; attributes and types
//! have lists of their own; presets and files.

mod edit;
mod editor;
pub mod files;
mod key;
mod kinds;
mod look;
mod make;
pub mod new_kinds;
mod presets;
mod remove;
mod row;

use super::Now;
use super::parts::PageProps;
use super::roving::rove;
use crate::core::edit_tagset;
use crate::core::ids::LabelId;
use crate::core::op::KindList;
use crate::i18n::{self, Noun, desk::Word, desk::shapes::Say};
use kinds::{Kinds, ListOf};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is to have the focus once the page is drawn anew, where what had it is gone or has been moved.
pub type Refocus = Rc<RefCell<Option<String>>>;

/// What the page shows: the labels, or one of the other lists.
type Section = Option<KindList>;

/// The page.
#[component]
pub fn TagsetPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let section = use_state(|| None::<KindList>);
    let choose = {
        let section = section.setter();
        Callback::from(move |list: Section| section.set(list))
    };
    {
        // A file of labels waits among the labels.
        let section = section.setter();
        use_effect_with(now.tagsets.len(), move |waiting| {
            if *waiting > 0 {
                section.set(None);
            }
        });
    }
    let inside = match *section {
        None => html! { <Labels key="labels" now={now.clone()} desk={desk.clone()} /> },
        Some(list) => html! { <Kinds key={list.field()} now={now.clone()} desk={desk.clone()} list={ListOf(list)} /> },
    };
    html! {
        <div class="desk-tagset">
            { sections(now, *section, &choose) }
            { inside }
        </div>
    }
}

/// The labels and the other lists, one of which is shown.
fn sections(now: &Now, shown: Section, choose: &Callback<Section>) -> Html {
    let button = |section: Section, word: Say| {
        let choose = choose.clone();
        let onclick = Callback::from(move |_: MouseEvent| choose.emit(section));
        let key = section.map_or("labels", KindList::field);
        html! {
            <button {key} type="button" class="choice" data-section={key} aria-pressed={if section == shown { "true" } else { "false" }} {onclick}>{ now.said(word) }</button>
        }
    };
    html! {
        <div key="sections" class="choices desk-sections" role="group" aria-label={now.word(Word::TabTagset)}>
            { button(None, Say::KindsLabels) }
            { button(Some(KindList::Attributes), Say::KindsAttributes) }
            { button(Some(KindList::RelationTypes), Say::KindsRelations) }
            { button(Some(KindList::EventTypes), Say::KindsEvents) }
            { button(Some(KindList::DocumentLabels), Say::KindsDocuments) }
        </div>
    }
}

/// The labels.
#[component]
fn Labels(props: &PageProps) -> Html {
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
        <div class="desk-tagset desk-labels-page">
            <h2 key="title" class="desk-title">{ now.word(Word::TabTagset) }<span class="small">{ i18n::counted(now.lang, Noun::Label, now.state.tagset.labels.len()) }</span></h2>
            { files::waiting(now, desk) }
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
