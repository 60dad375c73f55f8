//! The menu of what fits: numbered, and below it, closed, what does not and why.

use super::focus;
use super::kinds::NewKind;
use super::mode::Under;
use super::offers::{Asked, offers};
use super::place;
use crate::core::desk::DeskPage;
use crate::desk::parts::say_refusal;
use crate::desk::{Desk, Now};
use crate::i18n::desk::shapes::Say;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// How many of what is offered have a digit.
const DIGITS: usize = 9;

/// What the menu is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct MenuProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// What is under way.
    pub under: Under,
}

/// The menu.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let MenuProps { now, desk, under } = props;
    let root = use_node_ref();
    let making = use_state(|| false);
    let Asked { name, ask, picks, refused, makes, nothing, names } = offers(now, desk, under);
    {
        let (root, at) = (root.clone(), under.at().cloned());
        use_effect(move || {
            if let Some((menu, at)) = root.cast::<HtmlElement>().zip(at) {
                place::beside(&menu, &at);
            }
        });
    }
    {
        let (root, making) = (root.clone(), making.setter());
        use_effect_with(under.clone(), move |_| {
            making.set(false);
            let first =
                root.cast::<HtmlElement>().and_then(|menu| menu.query_selector("[data-pick], input, button").ok().flatten());
            if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
                focus::give(&first);
            }
        });
    }
    let empty = picks.is_empty();
    let item = |(place, pick): (usize, super::offers::Pick)| {
        let digit = (place < DIGITS).then(|| (place + 1).to_string());
        html! {
            <button key={pick.key.clone()} type="button" class="link-pick" role="menuitem" data-pick="" data-offer={pick.key} tabindex={if place == 0 { "0" } else { "-1" }}
                aria-keyshortcuts={digit.clone()} onclick={pick.does.reform(|_: MouseEvent| ())}>
                <kbd key="digit" aria-hidden="true">{ digit.unwrap_or_default() }</kbd>
                <span key="name" class="name">{ pick.line }</span>
            </button>
        }
    };
    let why = |(key, name, why): (String, String, String)| html! { <li key={key.clone()} data-refused={key}><b>{ name }</b>{ " " }<span class="small">{ why }</span></li> };
    let another = {
        let making = making.setter();
        Callback::from(move |_: MouseEvent| making.set(true))
    };
    let types = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            focus::leave(&desk);
            desk.show(Some(DeskPage::Tagset));
        })
    };
    html! {
        <div ref={root} class="link-menu" data-menu={name}>
            <p key="ask" class="small link-ask" id="link-ask">{ ask }</p>
            if empty {
                <p key="nothing" class="link-nothing">{ nothing }</p>
            } else {
                <div key="picks" role="menu" aria-labelledby="link-ask">{ for picks.into_iter().enumerate().map(item) }</div>
            }
            { say_refusal(now) }
            if !refused.is_empty() {
                <details key="refused" class="link-refused"><summary>{ now.said(Say::NotOffered) }</summary><ul>{ for refused.into_iter().map(why) }</ul></details>
            }
            if let Some(makes) = makes {
                <div key="makes" class="link-foot">
                    if empty || *making {
                        <NewKind key="new" now={now.clone()} desk={desk.clone()} {makes} {names} />
                    } else {
                        <button key="another" type="button" class="tool text" data-action="kind-new" onclick={another}>{ now.said(Say::NewTypeOther) }</button>
                    }
                    <button key="types" type="button" class="tool text" data-action="edit-types" onclick={types}>{ now.said(Say::EditTypes) }</button>
                </div>
            }
        </div>
    }
}
