//! Attributes, types of relations and events, and labels of documents: a list of each kind, edited in place.

mod attribute;
mod chips;
mod event;
mod fields;
mod relation;
mod remove;

use super::Refocus;
use super::new_kinds;
use crate::core::op::KindList;
use crate::core::shapes::edit_kinds;
use crate::core::tagset::Bilingual;
use crate::desk::field::{on_enter, text_of};
use crate::desk::roving::{rove, stop};
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::shapes::Say};
use yew::prelude::*;

/// What a list is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct KindsProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// Which list.
    pub list: ListOf,
}

/// A list of the tagset; comparable, as properties have to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListOf(pub KindList);

/// What every list shows of its members.
struct Member {
    id: String,
    name: Bilingual,
    about: Bilingual,
    retired: bool,
    /// A word or two on what it holds.
    hint: String,
}

/// The list, and a field for a new one.
#[component]
pub fn Kinds(props: &KindsProps) -> Html {
    let KindsProps { now, desk, list: ListOf(list) } = props;
    let list = *list;
    let (open, current, typed) = (use_state(|| None::<String>), use_state(|| None::<String>), use_state(String::new));
    let refocus: Refocus = use_mut_ref(|| None::<String>);
    {
        let refocus = refocus.clone();
        use_effect_with(now.clone(), move |_| super::give_focus(&refocus));
    }
    let all = members(now, list);
    let stopped = current
        .as_ref()
        .filter(|id| all.iter().any(|member| member.id == **id))
        .cloned()
        .or_else(|| all.first().map(|member| member.id.clone()));
    let make = {
        let (desk, open, typed) = (desk.clone(), open.setter(), typed.clone());
        Callback::from(move |name: String| {
            if let Some(id) =
                Some(name.trim()).filter(|name| !name.is_empty()).and_then(|name| new_kinds::make(&desk, list, name))
            {
                typed.set(String::new());
                open.set(Some(id));
            }
        })
    };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(text_of(event.target_dyn_into())))
    };
    let onkeydown = on_enter(make.clone());
    let press = {
        let (make, typed) = (make.clone(), (*typed).clone());
        Callback::from(move |_: MouseEvent| make.emit(typed.clone()))
    };
    let item = |member: &Member| {
        let shown = open.as_ref() == Some(&member.id);
        let onclick = {
            let (open, id) = (open.setter(), member.id.clone());
            Callback::from(move |_: MouseEvent| open.set((!shown).then(|| id.clone())))
        };
        let onfocus = {
            let (current, id) = (current.setter(), member.id.clone());
            Callback::from(move |_: FocusEvent| current.set(Some(id.clone())))
        };
        let used = edit_kinds::usage(&now.state, list, &member.id) as usize;
        html! {
            <li key={member.id.clone()} class={classes!("desk-label", member.retired.then_some("retired"))} data-kind={member.id.clone()}>
                <button key="row" type="button" class="desk-item kind-row" data-row="" data-edit={member.id.clone()} tabindex={stop(stopped.as_ref() == Some(&member.id))}
                    aria-expanded={if shown { "true" } else { "false" }} {onclick} {onfocus}>
                    <span key="name" class="name">{ i18n::name(now.lang, &member.name) }</span>
                    <span key="hint" class="small">{ if member.retired { now.said(Say::KindRetired).to_owned() } else { member.hint.clone() } }</span>
                    <span key="count" class="count" aria-hidden="true">{ used.to_string() }</span>
                    <span key="uses" class="unseen">{ i18n::desk::shapes::uses(now.lang, used) }</span>
                </button>
                if shown {
                    <div key="editor" class="desk-editor" role="group" aria-label={i18n::name(now.lang, &member.name)}>
                        { fields::texts(now, desk, list, &member.id, &member.name, &member.about) }
                        { own_fields(now, desk, list, &member.id) }
                        { fields::order(now, desk, list, &member.id, member.retired, &refocus) }
                        <remove::Remove key="remove" now={now.clone()} desk={desk.clone()} list={ListOf(list)} id={member.id.clone()} />
                    </div>
                }
            </li>
        }
    };
    let (title, new) = titles(list);
    html! {
        <div class="desk-kinds" data-kinds={list.field()}>
            <div key="make" class="desk-row kind-make">
                <input key="field" class="desk-field" type="text" data-first="" data-field="new-kind" autocomplete="off" aria-label={now.said(new)} placeholder={now.said(new)}
                    dir={(!typed.is_empty()).then_some("auto")} value={(*typed).clone()} {oninput} {onkeydown} />
                <button key="do" type="button" class="button" data-action="kind-make" onclick={press}>{ now.said(Say::KindMake) }</button>
            </div>
            if all.is_empty() {
                <p key="none" class="desk-empty">{ now.said(Say::KindsEmpty) }</p>
            } else {
                <ul key="list" class="desk-labels" data-rove="list" aria-label={now.said(title)} onkeydown={rove()}>{ for all.iter().map(item) }</ul>
            }
        </div>
    }
}

const fn titles(list: KindList) -> (Say, Say) {
    match list {
        KindList::Attributes => (Say::KindsAttributes, Say::KindNewAttribute),
        KindList::RelationTypes => (Say::KindsRelations, Say::KindNewRelation),
        KindList::EventTypes => (Say::KindsEvents, Say::KindNewEvent),
        KindList::DocumentLabels => (Say::KindsDocuments, Say::KindNewDocument),
    }
}

fn members(now: &Now, list: KindList) -> Vec<Member> {
    let kinds = now.shapes.kinds();
    let member = |id: &String, name: &Bilingual, about: &Bilingual, retired: bool, hint: String| Member {
        id: id.clone(),
        name: name.clone(),
        about: about.clone(),
        retired,
        hint,
    };
    match list {
        KindList::Attributes => kinds
            .attributes
            .iter()
            .map(|it| {
                member(&it.id, &it.name, &it.description, it.retired, i18n::desk::shapes::attribute_kind(now.lang, &it.kind))
            })
            .collect(),
        KindList::RelationTypes => kinds
            .relations
            .iter()
            .map(|it| member(&it.id, &it.name, &it.description, it.retired, relation::hint(now, it)))
            .collect(),
        KindList::EventTypes => {
            kinds.events.iter().map(|it| member(&it.id, &it.name, &it.description, it.retired, event::hint(now, it))).collect()
        }
        KindList::DocumentLabels => {
            kinds.document_labels.iter().map(|it| member(&it.id, &it.name, &it.description, it.retired, String::new())).collect()
        }
    }
}

fn own_fields(now: &Now, desk: &Desk, list: KindList, id: &str) -> Html {
    let kinds = now.shapes.kinds();
    match list {
        KindList::Attributes => kinds.attribute(id).map_or_else(Html::default, |kind| attribute::fields(now, desk, kind)),
        KindList::RelationTypes => kinds.relation(id).map_or_else(Html::default, |kind| relation::fields(now, desk, kind)),
        KindList::EventTypes => kinds.event(id).map_or_else(Html::default, |kind| event::fields(now, desk, kind)),
        KindList::DocumentLabels => Html::default(),
    }
}
