//! The fields that all kinds have: names, descriptions, order, retiring.

use super::super::Refocus;
use super::super::new_kinds;
use crate::core::op::KindList;
use crate::core::shapes::edit_kinds;
use crate::core::tagset::Bilingual;
use crate::desk::field::Field;
use crate::desk::{Desk, Now};
use crate::i18n::desk::shapes::Say;
use serde_json::{Value, json};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Sets a field of one of them, or takes it out.
pub fn set(desk: &Desk, list: KindList, id: &str, field: &str, value: Option<Value>) {
    desk.change(|state, _| edit_kinds::set(state, list, id, field, value));
}

/// Changes a list in a field of one of them, such as its rules.
pub fn change_list(desk: &Desk, list: KindList, id: &str, field: &str, change: impl FnOnce(&mut Vec<Value>)) {
    let now = desk.now();
    let mut all = new_kinds::field(&now.state, list, id, field).and_then(|value| value.as_array().cloned()).unwrap_or_default();
    change(&mut all);
    set(desk, list, id, field, Some(Value::Array(all)));
}

/// Names and descriptions in both languages.
pub fn texts(now: &Now, desk: &Desk, list: KindList, id: &str, name: &Bilingual, about: &Bilingual) -> Html {
    let put = |field: &'static str, lang: &'static str| {
        let (desk, id) = (desk.clone(), id.to_owned());
        Callback::from(move |text: String| {
            let now = desk.now();
            let mut both = new_kinds::field(&now.state, list, &id, field).filter(Value::is_object).unwrap_or_else(|| json!({}));
            both[lang] = text.trim().into();
            set(&desk, list, &id, field, Some(both));
        })
    };
    html! {
        <>
            <div key="names" class="desk-pair">
                <Field key="ar" name={now.said(Say::KindNameAr)} field="name-ar" value={name.ar.clone()} onkeep={put("name", "ar")} />
                <Field key="en" name={now.said(Say::KindNameEn)} field="name-en" value={name.en.clone()} onkeep={put("name", "en")} />
            </div>
            <div key="about" class="desk-pair">
                <Field key="ar" name={now.said(Say::KindAboutAr)} field="about-ar" value={about.ar.clone()} onkeep={put("description", "ar")} />
                <Field key="en" name={now.said(Say::KindAboutEn)} field="about-en" value={about.en.clone()} onkeep={put("description", "en")} />
            </div>
        </>
    }
}

/// Up, down, out of use and back.
pub fn order(now: &Now, desk: &Desk, list: KindList, id: &str, retired: bool, refocus: &Refocus) -> Html {
    let shift = |down: bool, action: &'static str| {
        let (desk, id, refocus) = (desk.clone(), id.to_owned(), refocus.clone());
        Callback::from(move |_: MouseEvent| {
            refocus.replace(Some(format!("[data-action=\"{action}\"]")));
            desk.change(|state, _| edit_kinds::shift(state, list, &id, down));
        })
    };
    let retire = {
        let (desk, id) = (desk.clone(), id.to_owned());
        Callback::from(move |_: MouseEvent| {
            desk.change(|state, _| edit_kinds::retire(state, list, &id, !retired));
        })
    };
    html! {
        <div key="order" class="desk-row">
            <button key="up" type="button" class="button" data-action="kind-up" onclick={shift(false, "kind-up")}>{ now.said(Say::KindUp) }</button>
            <button key="down" type="button" class="button" data-action="kind-down" onclick={shift(true, "kind-down")}>{ now.said(Say::KindDown) }</button>
            <button key="retire" type="button" class="button" data-action="kind-retire" onclick={retire}>{ now.said(if retired { Say::KindBack } else { Say::KindRetire }) }</button>
        </div>
    }
}

/// A box to tick.
pub fn tick(name: &'static str, field: &'static str, on: bool, put: Callback<bool>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            put.emit(field.checked());
        }
    });
    html! {
        <label key={field} class="doc-choice"><input type="checkbox" data-field={field} checked={on} {onchange} /><span>{ name }</span></label>
    }
}
