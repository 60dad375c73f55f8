//! What an attribute is besides its name: what its value is, the values to choose from, the labels it belongs to.

use super::chips::labels;
use super::fields::{change_list, set, tick};
use super::relation::put_field;
use crate::core::op::KindList;
use crate::core::shapes::kinds::{AttributeDef, AttributeKind, Choice};
use crate::desk::field::Field;
use crate::desk::tagset::new_kinds::{free_id, named};
use crate::desk::{Desk, Now};
use crate::i18n::{
    self, Lang,
    desk::shapes::{self, Say},
};
use crate::view::{Icon, Tool};
use serde_json::{Value, json};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const LIST: KindList = KindList::Attributes;

/// Its fields.
pub fn fields(now: &Now, desk: &Desk, kind: &Rc<AttributeDef>) -> Html {
    let onchange = {
        let (desk, id) = (desk.clone(), kind.id.clone());
        Callback::from(move |event: Event| {
            if let Some(choice) = event.target_dyn_into::<HtmlSelectElement>() {
                set(&desk, LIST, &id, "type", Some(choice.value().into()));
            }
        })
    };
    let mut types = AttributeKind::ALL.to_vec();
    if !types.contains(&kind.kind) {
        types.push(kind.kind.clone());
    }
    let option = |other: &AttributeKind| {
        html! {
            <option key={other.name().to_owned()} value={other.name().to_owned()} selected={*other == kind.kind}>{ shapes::attribute_kind(now.lang, other) }</option>
        }
    };
    let belongs = {
        let (desk, id) = (desk.clone(), kind.id.clone());
        Callback::from(move |labels: Option<Value>| set(&desk, LIST, &id, "labels", labels))
    };
    let required = {
        let (desk, id) = (desk.clone(), kind.id.clone());
        Callback::from(move |on: bool| set(&desk, LIST, &id, "required", on.then_some(Value::Bool(true))))
    };
    let chooses = matches!(kind.kind, AttributeKind::Choice | AttributeKind::Choices);
    html! {
        <>
            <label key="type" class="desk-named">
                <span key="name" class="small">{ now.said(Say::KindsWhat) }</span>
                <select key="choice" class="desk-field" data-field="attribute-type" {onchange}>{ for types.iter().map(option) }</select>
            </label>
            if chooses {
                { values(now, desk, kind) }
            }
            { labels(now, now.said(Say::KindForLabels), "attribute-labels", kind.labels.as_deref(), belongs) }
            { tick(now.said(Say::KindRequired), "required", kind.required, required) }
        </>
    }
}

fn values(now: &Now, desk: &Desk, kind: &Rc<AttributeDef>) -> Html {
    let new = {
        let (desk, kind) = (desk.clone(), kind.clone());
        Callback::from(move |name: String| {
            if !name.trim().is_empty() {
                let taken: Vec<String> = kind.values.iter().map(|value| value.id.clone()).collect();
                let id = free_id(name.trim(), "value", &taken);
                change_list(&desk, LIST, &kind.id, "values", |values| {
                    values.push(json!({ "id": id, "name": named(name.trim()) }))
                });
            }
        })
    };
    let row = |(place, value): (usize, &Choice)| {
        let rename = {
            let (desk, id, lang, old) = (desk.clone(), kind.id.clone(), now.lang, value.name.clone());
            Callback::from(move |text: String| {
                let (ar, en) = if lang == Lang::Ar { (text.trim(), old.en.as_str()) } else { (old.ar.as_str(), text.trim()) };
                let name = json!({ "ar": ar, "en": en });
                change_list(&desk, LIST, &id, "values", |values| put_field(values, place, "name", Some(name)));
            })
        };
        // A value that spans have is not taken away: it is offered no more.
        let retire = {
            let (desk, id, retired) = (desk.clone(), kind.id.clone(), value.retired);
            Callback::from(move |_: MouseEvent| {
                change_list(&desk, LIST, &id, "values", |values| {
                    put_field(values, place, "retired", (!retired).then_some(Value::Bool(true)))
                });
            })
        };
        let word = now.said(if value.retired { Say::KindValueBack } else { Say::KindValueRetire });
        let name = i18n::name(now.lang, &value.name);
        html! {
            <li key={value.id.clone()} class={classes!("kind-value", value.retired.then_some("retired"))} data-value={value.id.clone()}>
                <Field key="name" name={now.said(Say::EntityName)} field="value-name" value={name.clone()} onkeep={rename} />
                { Tool::new(if value.retired { Icon::Shown } else { Icon::Hidden }, format!("{word}: {name}"), retire).action("value-retire").class("small-tool").draw() }
            </li>
        }
    };
    html! {
        <div key="values" class="desk-named" role="group" aria-label={now.said(Say::KindValues)}>
            <span key="name" class="small">{ now.said(Say::KindValues) }</span>
            <ul key="list">{ for kind.values.iter().enumerate().map(row) }</ul>
            <Field key={format!("new-{}", kind.values.len())} name={now.said(Say::KindValueNew)} field="new-value" value="" onkeep={new} />
        </div>
    }
}
