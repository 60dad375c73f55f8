//! Removing one of them. What is in use goes only when it has been said what becomes of its uses.

use super::ListOf;
use crate::core::op::KindList;
use crate::core::shapes::edit_kinds::{self, Leftovers};
use crate::desk::{Desk, Now};
use crate::i18n::{
    self,
    desk::shapes::{self, Say},
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the question is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct RemoveProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// Its list.
    pub list: ListOf,
    /// Its id.
    pub id: String,
}

/// The button, and the question where there is one.
#[component]
pub fn Remove(props: &RemoveProps) -> Html {
    let RemoveProps { now, desk, list: ListOf(list), id } = props;
    let list = *list;
    let (asked, choice) = (use_state(|| false), use_node_ref());
    let used = edit_kinds::usage(&now.state, list, id) as usize;
    let remove = {
        let (desk, id) = (desk.clone(), id.clone());
        move |leftovers: Option<Leftovers>| {
            desk.change(|state, context| edit_kinds::remove(state, context, list, &id, leftovers.as_ref()));
        }
    };
    if !*asked {
        let ask = {
            let (asked, remove) = (asked.setter(), remove.clone());
            Callback::from(move |_: MouseEvent| if used == 0 { remove(None) } else { asked.set(true) })
        };
        return html! {
            <div class="desk-remove"><button key="ask" type="button" class="button danger" data-action="kind-remove" onclick={ask}>{ now.said(Say::KindRemove) }</button></div>
        };
    }
    let others: Vec<(String, String)> = others(now, list).into_iter().filter(|(other, _)| other != id).collect();
    let retype = {
        let (choice, remove) = (choice.clone(), remove.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(choice) = choice.cast::<HtmlSelectElement>() {
                remove(Some(Leftovers::Retype(choice.value())));
            }
        })
    };
    let delete = Callback::from(move |_: MouseEvent| remove(Some(Leftovers::Delete)));
    let cancel = {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(false))
    };
    let some = !others.is_empty();
    html! {
        <div class="desk-remove asked" role="group" aria-label={now.said(Say::KindRemove)}>
            <p key="question">{ format!("{}. {}", shapes::uses(now.lang, used), now.said(Say::KindInUseAsk)) }</p>
            if some {
                <div key="retype" class="desk-row">
                    <select key="choice" ref={choice} class="desk-field" data-field="retype-to" aria-label={now.said(Say::KindMoveTo)}>
                        { for others.into_iter().map(|(id, name)| html! { <option key={id.clone()} value={id.clone()}>{ name }</option> }) }
                    </select>
                    <button key="do" type="button" class="button" data-action="kind-retype" onclick={retype}>{ now.said(Say::KindMoveTo) }</button>
                </div>
            }
            <div key="rest" class="desk-row">
                <button key="delete" type="button" class="button danger" data-action="kind-delete" onclick={delete}>{ now.said(Say::KindDelete) }</button>
                <button key="cancel" type="button" class="button" data-action="kind-keep" onclick={cancel}>{ now.said(Say::Cancel) }</button>
            </div>
        </div>
    }
}

/// What else its uses could be: nothing for attributes, whose values would mean something else.
fn others(now: &Now, list: KindList) -> Vec<(String, String)> {
    let kinds = now.shapes.kinds();
    let name = |name| i18n::name(now.lang, name);
    match list {
        KindList::Attributes => Vec::new(),
        KindList::RelationTypes => kinds.relations.iter().map(|kind| (kind.id.clone(), name(&kind.name))).collect(),
        KindList::EventTypes => kinds.events.iter().map(|kind| (kind.id.clone(), name(&kind.name))).collect(),
        KindList::DocumentLabels => kinds.document_labels.iter().map(|kind| (kind.id.clone(), name(&kind.name))).collect(),
    }
}
