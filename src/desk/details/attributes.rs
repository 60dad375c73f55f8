//! The attributes of a span: shown in a line each, and as a form once one of them is asked for.

use super::value::{control, shown};
use crate::core::refusal::Refusal;
use crate::core::shapes::attribute;
use crate::core::shapes::kinds::{AttributeDef, allows};
use crate::core::span::Span;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::shapes::Say};
use crate::view::{Icon, Tool};
use serde_json::Value;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What the attributes are drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct AttributesProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The span.
    pub span: Rc<Span>,
    /// Whether the form is open, and which attribute the focus was asked for.
    pub form: Option<Option<String>>,
    /// Opens the form at an attribute, or closes it.
    pub onform: Callback<Option<Option<String>>>,
}

/// The attributes.
#[component]
pub fn Attributes(props: &AttributesProps) -> Html {
    let AttributesProps { now, desk, span, form, onform } = props;
    let root = use_node_ref();
    {
        let root = root.clone();
        use_effect_with((form.clone(), now.act), move |(form, _)| {
            if let Some(first) = form {
                focus(&root, first.as_deref());
            }
        });
    }
    let own = now.state.is_own(span);
    let offered: Vec<Rc<AttributeDef>> = now.shapes.kinds().attributes_of(&span.label).cloned().collect();
    if form.is_some() && own {
        return self::form(props, &root, &offered);
    }
    let set = offered.iter().filter_map(|def| {
        let value = span.attributes.get(&def.id);
        (value.is_some() || (def.required && own)).then(|| line(props, def, value, own))
    });
    let lines: Vec<Html> = set.chain(unfit(now, desk, span, own)).collect();
    if lines.is_empty() {
        return html! { <i ref={root} hidden=true></i> };
    }
    let _ = onform;
    html! { <ul ref={root} class="detail-attributes" aria-label={now.said(Say::Attributes)}>{ for lines }</ul> }
}

/// An attribute and its value on a line, which opens the form.
fn line(props: &AttributesProps, def: &Rc<AttributeDef>, value: Option<&Value>, own: bool) -> Html {
    let now = &props.now;
    let name = i18n::name(now.lang, &def.name);
    let said = match value {
        Some(value) => html! { <bdi class="value">{ shown(now, Some(def), value) }</bdi> },
        None => html! { <span class="missing">{ now.said(Say::Required) }</span> },
    };
    let inside = html! { <><span class="small">{ name }</span>{ said }</> };
    if !own {
        return html! { <li key={def.id.clone()} data-attribute={def.id.clone()}><span class="attribute-line">{ inside }</span></li> };
    }
    let onclick = {
        let (onform, id) = (props.onform.clone(), def.id.clone());
        Callback::from(move |_: MouseEvent| onform.emit(Some(Some(id.clone()))))
    };
    html! {
        <li key={def.id.clone()} data-attribute={def.id.clone()}><button type="button" class="attribute-line" {onclick}>{ inside }</button></li>
    }
}

/// Values of attributes that the label does not have: kept, shown as they are, and taken away only when told.
fn unfit<'a>(now: &'a Now, desk: &'a Desk, span: &'a Rc<Span>, own: bool) -> impl Iterator<Item = Html> + 'a {
    let kinds = now.shapes.kinds();
    let fits = |def: &AttributeDef| !def.retired && allows(def.labels.as_deref(), &span.label);
    span.attributes.iter().filter(move |(id, _)| !kinds.attribute(id).is_some_and(|def| fits(def))).map(move |(id, value)| {
        let def = kinds.attribute(id);
        let name = def.map_or_else(|| id.clone(), |def| i18n::name(now.lang, &def.name));
        let clear = {
            let (desk, at, id) = (desk.clone(), (now.open.clone(), span.id.clone()), id.clone());
            Callback::from(move |_: MouseEvent| {
                desk.change(|state, context| attribute::set(state, context, &at, &id, None));
            })
        };
        html! {
            <li key={id.clone()} class="unfit" data-attribute={id.clone()}>
                <span class="attribute-line" title={now.said(Say::Unfit)}>
                    <span class="small">{ name.clone() }</span><bdi class="value">{ shown(now, def.map(|def| &**def), value) }</bdi>
                    <span class="unseen">{ now.said(Say::Unfit) }</span>
                </span>
                if own {
                    { Tool::new(Icon::Close, format!("{}: {name}", now.said(Say::Clear)), clear).action("attribute-clear").class("small-tool").draw() }
                }
            </li>
        }
    })
}

/// The form: each field is a change of its own. Esc closes it.
fn form(props: &AttributesProps, root: &NodeRef, offered: &[Rc<AttributeDef>]) -> Html {
    let AttributesProps { now, desk, span, onform, .. } = props;
    let field = |def: &Rc<AttributeDef>| {
        let put = {
            let (desk, at, id) = (desk.clone(), (now.open.clone(), span.id.clone()), def.id.clone());
            Callback::from(move |value: Option<Value>| {
                desk.change(|state, context| attribute::set(state, context, &at, &id, value));
            })
        };
        let typed = {
            let (desk, at, def) = (desk.clone(), (now.open.clone(), span.id.clone()), def.clone());
            Callback::from(move |text: String| {
                desk.change(|state, context| {
                    let value = attribute::parse(&def, &text).map_err(Refusal::Shape)?;
                    attribute::set(state, context, &at, &def.id, value)
                });
            })
        };
        control(now, def, span.attributes.get(&def.id), &put, &typed)
    };
    let close = {
        let onform = onform.clone();
        Callback::from(move |_: MouseEvent| onform.emit(None))
    };
    let onkeydown = {
        let onform = onform.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                let card = event.target_dyn_into::<Element>().and_then(|target| target.closest("[data-card]").ok().flatten());
                if let Some(card) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
                    let _ = card.focus();
                }
                onform.emit(None);
            }
        })
    };
    html! {
        <fieldset ref={root.clone()} class="detail-form" data-attributes="" {onkeydown}>
            <legend class="unseen">{ now.said(Say::Attributes) }</legend>
            { for offered.iter().map(field) }
            <button key="done" type="button" class="button small-button" data-action="attributes-done" onclick={close}>{ now.said(Say::AttributesDone) }</button>
        </fieldset>
    }
}

/// Gives the focus to an attribute's control, else to the first one.
fn focus(root: &NodeRef, id: Option<&str>) {
    let Some(root) = root.cast::<Element>() else { return };
    let named = id.and_then(|id| {
        let found = root.query_selector_all("[data-attribute]").ok()?;
        let mut all = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<Element>().ok());
        all.find(|element| element.get_attribute("data-attribute").as_deref() == Some(id))
    });
    let within = named.unwrap_or(root);
    let first = within.query_selector("input, select, textarea, [aria-pressed=\"true\"]").ok().flatten();
    let first = first.or_else(|| within.query_selector("button").ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}
