//! The value of an attribute: in words, and as the control that sets it.

use crate::core::shapes::kinds::{AttributeDef, AttributeKind, Choice};
use crate::desk::Now;
use crate::desk::field::Field;
use crate::i18n;
use crate::i18n::desk::{checked, shapes::Say};
use serde_json::Value;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// How many values stand beside one another; more are a list to open.
const BESIDE: usize = 6;

/// A value in words. What does not fit its attribute is shown as the file has it.
#[must_use]
pub fn shown(now: &Now, def: Option<&AttributeDef>, value: &Value) -> String {
    let choice = |id: &str| {
        let found = def.and_then(|def| def.values.iter().find(|choice| choice.id == id));
        found.map_or_else(|| id.to_owned(), |choice| i18n::name(now.lang, &choice.name))
    };
    match value {
        Value::Bool(true) => now.said(Say::Yes).to_owned(),
        Value::Bool(false) => now.said(Say::No).to_owned(),
        Value::String(text) => choice(text),
        Value::Array(all) if all.iter().all(Value::is_string) => {
            all.iter().filter_map(Value::as_str).map(choice).collect::<Vec<_>>().join(checked::comma(now.lang))
        }
        other => other.to_string(),
    }
}

/// The control of an attribute. `put` sets a value, or none; `typed` takes what was typed.
pub fn control(
    now: &Now,
    def: &Rc<AttributeDef>,
    value: Option<&Value>,
    put: &Callback<Option<Value>>,
    typed: &Callback<String>,
) -> Html {
    let name = i18n::name(now.lang, &def.name);
    let about = Some(i18n::name(now.lang, &def.description)).filter(|about| !about.is_empty());
    let named = if def.required && value.is_none() { format!("{name} ({})", now.said(Say::Required)) } else { name.clone() };
    let inside = match &def.kind {
        AttributeKind::Flag => buttons(now, &named, &flags(now, value, put)),
        AttributeKind::Choice if def.values.len() <= BESIDE => buttons(now, &named, &choices(now, def, value, put, false)),
        AttributeKind::Choice => select(now, def, value, &named, put),
        AttributeKind::Choices => buttons(now, &named, &choices(now, def, value, put, true)),
        AttributeKind::Text | AttributeKind::Number | AttributeKind::Date | AttributeKind::Other(_) => {
            let text = value.map(|value| shown(now, None, value)).unwrap_or_default();
            let hint = match def.kind {
                AttributeKind::Date => now.said(Say::DateHint),
                AttributeKind::Number => now.said(Say::NumberHint),
                _ => "",
            };
            html! { <Field name={named} field="attribute" value={text} {hint} onkeep={typed.clone()} /> }
        }
    };
    html! { <div key={def.id.clone()} class="attribute-field" data-attribute={def.id.clone()} data-required={def.required.then_some("")} title={about}>{ inside }</div> }
}

/// A button of a control: what it is called, whether it is pressed, and what pressing it sets.
struct Press {
    id: String,
    name: String,
    on: bool,
    does: Callback<MouseEvent>,
}

fn flags(now: &Now, value: Option<&Value>, put: &Callback<Option<Value>>) -> Vec<Press> {
    let press = |flag: bool| {
        let on = value == Some(&Value::Bool(flag));
        let put = put.clone();
        Press {
            id: flag.to_string(),
            name: now.said(if flag { Say::Yes } else { Say::No }).to_owned(),
            on,
            // Pressed again it has no value.
            does: Callback::from(move |_: MouseEvent| put.emit((!on).then_some(Value::Bool(flag)))),
        }
    };
    vec![press(true), press(false)]
}

fn choices(now: &Now, def: &Rc<AttributeDef>, value: Option<&Value>, put: &Callback<Option<Value>>, several: bool) -> Vec<Press> {
    let chosen: Vec<String> = match value {
        Some(Value::String(id)) => vec![id.clone()],
        Some(Value::Array(all)) => all.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    };
    let offered = |choice: &&Choice| !choice.retired || chosen.contains(&choice.id);
    let press = |choice: &Choice| {
        let (on, put, id) = (chosen.contains(&choice.id), put.clone(), choice.id.clone());
        let (def, chosen) = (def.clone(), chosen.clone());
        let does = Callback::from(move |_: MouseEvent| {
            if !several {
                put.emit((!on).then(|| Value::String(id.clone())));
                return;
            }
            // In the order of the definition, and after them what it does not know.
            let wanted = |other: &str| if other == id { !on } else { chosen.iter().any(|known| known == other) };
            let mut all: Vec<Value> =
                def.values.iter().filter(|choice| wanted(&choice.id)).map(|choice| Value::String(choice.id.clone())).collect();
            all.extend(
                chosen.iter().filter(|known| def.values.iter().all(|choice| choice.id != **known)).cloned().map(Value::String),
            );
            put.emit((!all.is_empty()).then_some(Value::Array(all)));
        });
        Press { id: choice.id.clone(), name: i18n::name(now.lang, &choice.name), on, does }
    };
    def.values.iter().filter(offered).map(press).collect()
}

fn buttons(_now: &Now, name: &str, all: &[Press]) -> Html {
    let button = |press: &Press| {
        html! {
            <button key={press.id.clone()} type="button" class="choice" data-value={press.id.clone()} aria-pressed={if press.on { "true" } else { "false" }}
                onclick={press.does.clone()}>{ press.name.clone() }</button>
        }
    };
    html! {
        <div class="desk-named">
            <span key="name" class="small" aria-hidden="true">{ name.to_owned() }</span>
            <div key="choices" class="choices" role="group" aria-label={name.to_owned()}>{ for all.iter().map(button) }</div>
        </div>
    }
}

fn select(now: &Now, def: &Rc<AttributeDef>, value: Option<&Value>, name: &str, put: &Callback<Option<Value>>) -> Html {
    let chosen = value.and_then(Value::as_str);
    let onchange = {
        let put = put.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) else { return };
            put.emit(Some(select.value()).filter(|id| !id.is_empty()).map(Value::String));
        })
    };
    let option = |choice: &Choice| {
        html! {
            <option key={choice.id.clone()} value={choice.id.clone()} selected={chosen == Some(&choice.id)}>{ i18n::name(now.lang, &choice.name) }</option>
        }
    };
    let offered = def.values.iter().filter(|choice| !choice.retired || chosen == Some(&choice.id));
    html! {
        <label class="desk-named">
            <span key="name" class="small">{ name.to_owned() }</span>
            <select key="choice" class="desk-field" data-field="attribute" aria-required={def.required.then_some("true")} {onchange}>
                <option key="" value="" selected={chosen.is_none()}>{ now.said(Say::NoValue) }</option>
                { for offered.map(option) }
            </select>
        </label>
    }
}
