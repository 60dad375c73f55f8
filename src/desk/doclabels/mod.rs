//! Labels of the document as a whole: chips in its head, and a menu that gives and takes them.

use super::home::use_home;
use super::parts::PageProps;
use super::tagset::new_kinds;
use super::{Desk, Now};
use crate::core::desk::DeskPage;
use crate::core::keymap::{KeyAction, ShapeAct};
use crate::core::op::KindList;
use crate::core::project::Role;
use crate::core::shapes::label;
use crate::desk::field::{on_enter, text_of};
use crate::i18n::{self, desk::shapes::Say};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, Node};
use yew::prelude::*;

/// The part.
#[component]
pub fn DocumentLabels(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let (home, of) = use_home("reading-head", "data-document-labels", "doc-labels");
    let (open, menu, button) = (use_state(|| false), use_node_ref(), use_node_ref());
    {
        let (open, shown) = (open.setter(), *open);
        use_effect_with(now.act, move |act| {
            if let Some((ShapeAct::DocumentLabels, _)) = act {
                open.set(!shown);
            }
        });
    }
    {
        let menu = menu.clone();
        use_effect_with(*open, move |open| {
            let first =
                menu.cast::<Element>().filter(|_| *open).and_then(|menu| menu.query_selector("input, button").ok().flatten());
            if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
                let _ = first.focus();
            }
        });
    }
    let (Some(home), Some(_)) = (home, of) else { return Html::default() };
    let toggle = {
        let (setter, shown) = (open.setter(), *open);
        Callback::from(move |_: MouseEvent| setter.set(!shown))
    };
    let close = {
        let (setter, button) = (open.setter(), button.clone());
        Callback::from(move |()| {
            if let Some(button) = button.cast::<HtmlElement>() {
                let _ = button.focus();
            }
            setter.set(false);
        })
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                close.emit(());
            }
        })
    };
    let onfocusout = {
        let (setter, menu, button) = (open.setter(), menu.clone(), button.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            let inside = |host: &NodeRef| host.cast::<Node>().is_some_and(|host| host.contains(to.as_ref()));
            if to.is_some() && !inside(&menu) && !inside(&button) {
                setter.set(false);
            }
        })
    };
    let own: Vec<String> = of_document(now, true);
    let others: Vec<String> = of_document(now, false).into_iter().filter(|id| !own.contains(id)).collect();
    let chip = |id: &String| html! { <span key={id.clone()} class="doc-label" data-document-label={id.clone()}>{ name(now, id) }</span> };
    let key = now.keys.key_of(KeyAction::Shape(ShapeAct::DocumentLabels));
    let title = match key {
        Some(key) => format!("{} ({})", now.said(Say::DocumentLabels), i18n::isolated(&i18n::key_cap(key, false))),
        None => now.said(Say::DocumentLabels).to_owned(),
    };
    let none = own.is_empty() && others.is_empty();
    let inside = html! {
        <>
            { for own.iter().chain(&others).map(chip) }
            <button key="open" ref={button} type="button" class="tool text" data-action="document-labels" aria-expanded={if *open { "true" } else { "false" }}
                aria-keyshortcuts={key.map(|key| i18n::aria_keys(key, false))} {title} onclick={toggle}>
                if none {
                    <span class="doc-sign" aria-hidden="true">{ "+" }</span><span class="doc-add">{ now.said(Say::DocumentLabelAdd) }</span>
                } else {
                    <span aria-hidden="true">{ "+" }</span><span class="unseen">{ now.said(Say::DocumentLabels) }</span>
                }
            </button>
            if *open {
                <div key="menu" ref={menu} class="doc-menu" role="group" data-menu="document-labels" aria-label={now.said(Say::DocumentLabels)} {onkeydown} {onfocusout}>
                    { choices(now, desk, &own) }
                    <NewLabel key="new" now={now.clone()} desk={desk.clone()} />
                    { types(now, desk, &close) }
                </div>
            }
        </>
    };
    create_portal(inside, home)
}

fn of_document(now: &Now, own: bool) -> Vec<String> {
    let mine = |set| now.state.set(set).is_some_and(|set| set.role == Role::Own);
    let here = now.shapes.document_labels().iter().filter(|label| label.document == now.open && mine(&label.set) == own);
    // Several annotators may have given the same one.
    here.fold(Vec::new(), |mut all, label| {
        if !all.contains(&label.label) {
            all.push(label.label.clone());
        }
        all
    })
}

fn name(now: &Now, id: &str) -> String {
    now.shapes.kinds().document_label(id).map_or_else(|| id.to_owned(), |kind| i18n::name(now.lang, &kind.name))
}

/// A box to tick for each label.
fn choices(now: &Now, desk: &Desk, own: &[String]) -> Html {
    let kinds = &now.shapes.kinds().document_labels;
    let mut all: Vec<(String, String)> = kinds
        .iter()
        .filter(|kind| !kind.retired || own.contains(&kind.id))
        .map(|kind| (kind.id.clone(), i18n::name(now.lang, &kind.description)))
        .collect();
    all.extend(own.iter().filter(|id| kinds.iter().all(|kind| kind.id != **id)).map(|id| (id.clone(), String::new())));
    if all.is_empty() {
        return html! { <p key="none" class="small">{ now.said(Say::DocumentLabelsNone) }</p> };
    }
    let choice = |(id, about): (String, String)| {
        let onchange = {
            let (desk, document, id) = (desk.clone(), now.open.clone(), id.clone());
            Callback::from(move |_: Event| {
                desk.change(|state, context| label::toggle(state, context, &document, &id));
            })
        };
        html! {
            <label key={id.clone()} class="doc-choice" title={Some(about).filter(|about| !about.is_empty())}>
                <input type="checkbox" data-document-label={id.clone()} checked={own.contains(&id)} {onchange} /><span>{ name(now, &id) }</span>
            </label>
        }
    };
    html! { <div key="choices">{ for all.into_iter().map(choice) }</div> }
}

fn types(now: &Now, desk: &Desk, close: &Callback<()>) -> Html {
    let onclick = {
        let (desk, close) = (desk.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            desk.show(Some(DeskPage::Tagset));
        })
    };
    html! { <button key="types" type="button" class="tool text" data-action="edit-types" {onclick}>{ now.said(Say::EditTypes) }</button> }
}

/// A label that is not there yet: made, and given at once.
#[component]
fn NewLabel(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let typed = use_state(String::new);
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(text_of(event.target_dyn_into())))
    };
    let make = {
        let (desk, document, setter) = (desk.clone(), now.open.clone(), typed.setter());
        Callback::from(move |name: String| {
            let named = Some(name.trim()).filter(|name| !name.is_empty());
            if let Some(id) = named.and_then(|name| new_kinds::make(&desk, KindList::DocumentLabels, name)) {
                desk.change(|state, context| label::toggle(state, context, &document, &id));
                setter.set(String::new());
            }
        })
    };
    let onkeydown = on_enter(make);
    html! {
        <input class="desk-field" type="text" data-field="new-document-label" autocomplete="off" aria-label={now.said(Say::DocumentLabelNew)} placeholder={now.said(Say::DocumentLabelNew)}
            dir={(!typed.is_empty()).then_some("auto")} value={(*typed).clone()} {oninput} {onkeydown} />
    }
}
