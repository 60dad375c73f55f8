//! Another document beside the open one, with a scroll of its own. What is pointed at in either lights up in both.

mod counterpart;
mod pane;

use super::now::Now;
use super::parts::{PageProps, document_name};
use crate::core::ids::DocumentId;
use crate::core::keymap::ShapeAct;
use crate::i18n::desk::beside::{self, BesideWord};
use crate::view::{Icon, Tool};
use crate::web::dom;
use pane::Pane;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

/// The part; nothing while it is off.
#[component]
pub fn Beside(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let on = use_state(|| false);
    let asked = use_state(|| None::<DocumentId>);
    let before = use_mut_ref(|| now.open.clone());
    let pane = use_mut_ref(|| None::<Pane>);
    let port = use_node_ref();
    let shown = other(now, asked.as_ref()).filter(|_| *on);
    {
        // Where the document that stands beside is opened, the one that was open takes its place.
        let (asked, shown) = (asked.clone(), shown.clone());
        use_effect_with(now.open.clone(), move |open| {
            let old = std::mem::replace(&mut *before.borrow_mut(), open.clone());
            if shown.is_some() && old != *open && asked.as_ref().is_none_or(|asked| asked == open) {
                asked.set(Some(old));
            }
        });
    }
    {
        let (now, desk, on, pane, shown) = (now.clone(), desk.clone(), on.clone(), pane.clone(), shown.clone());
        use_effect_with(now.act, move |act| match act {
            Some((ShapeAct::Beside, _)) => {
                if !*on && other(&now, None).is_none() {
                    desk.say(beside::word(now.lang, BesideWord::Alone));
                }
                on.set(!*on);
            }
            Some((ShapeAct::Counterpart, _)) => counterpart::go(&now, &desk, pane.borrow().as_ref().filter(|_| shown.is_some())),
            _ => {}
        });
    }
    {
        let pane = pane.clone();
        let desk = desk.clone();
        use_effect_with((), move |()| {
            desk.on_news("lit", move |spans| {
                if let Some(pane) = pane.borrow().as_ref() {
                    pane.light(spans);
                }
            });
        });
    }
    use_effect_with(shown.is_some(), |shown| reflect(*shown));
    {
        let (desk, pane, port, now) = (desk.clone(), pane.clone(), port.clone(), now.clone());
        // Anew where it gets another direction, language or title.
        let document = shown.as_ref().and_then(|id| now.state.document(id)).map(|state| state.document.clone());
        use_effect_with(document, move |document| {
            let port = port.cast::<HtmlElement>();
            pane.take();
            *pane.borrow_mut() = document.as_ref().zip(port).map(|(document, port)| Pane::open(&desk, &now, document, &port));
        });
    }
    {
        let pane = pane.clone();
        use_effect_with(now.clone(), move |now| {
            if let Some(pane) = pane.borrow().as_ref() {
                pane.follow(now);
            }
        });
    }
    let (Some(shown), Some(host)) = (shown, dom::document().get_element_by_id("beside")) else { return Html::default() };
    let close = {
        let on = on.clone();
        Callback::from(move |_: MouseEvent| on.set(false))
    };
    let word = |word| beside::word(now.lang, word);
    let inside = html! {
        <>
            <header key="head" class="beside-head">
                { choice(now, &shown, &asked) }
                { Tool::new(Icon::Close, word(BesideWord::Close), close).action("close-beside").draw() }
            </header>
            <div key={format!("port {shown}")} ref={port} class="beside-port"></div>
        </>
    };
    create_portal(inside, host)
}

/// The document beside: the one asked for, while it is another than the open one; else the next one.
fn other(now: &Now, asked: Option<&DocumentId>) -> Option<DocumentId> {
    let all = now.state.documents.iter().map(|state| &state.document.id).filter(|id| **id != now.open).collect::<Vec<_>>();
    all.iter().find(|id| Some(**id) == asked).or(all.first()).map(|id| (*id).clone())
}

/// The name of the document beside; where there are more, a choice of them.
fn choice(now: &Now, shown: &DocumentId, asked: &UseStateHandle<Option<DocumentId>>) -> Html {
    let others = now.state.documents.iter().map(|state| &state.document.id).filter(|id| **id != now.open).collect::<Vec<_>>();
    if others.len() < 2 {
        return html! { <h2 key="name" class="beside-name"><bdi>{ document_name(now, &now.state, shown) }</bdi></h2> };
    }
    let onchange = {
        let asked = asked.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                asked.set(Some(DocumentId::new(select.value())));
            }
        })
    };
    let option = |id: &&DocumentId| {
        html! { <option key={id.as_str()} value={id.as_str().to_owned()} selected={*id == shown}>{ document_name(now, &now.state, id) }</option> }
    };
    html! {
        <select key="name" class="beside-name" aria-label={beside::word(now.lang, BesideWord::Choose)} {onchange}>{ for others.iter().map(option) }</select>
    }
}

/// Makes room on the page, or takes it back.
fn reflect(shown: bool) {
    if let Some(host) =
        dom::document().get_element_by_id("beside").and_then(|host| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(host).ok())
    {
        host.set_hidden(!shown);
    }
    if let Some(root) = dom::root() {
        let _ = root.toggle_attribute_with_force("data-beside", shown);
    }
}
