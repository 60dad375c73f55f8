//! What a type of events is besides its name: what its trigger may be, and its roles.

use super::chips::labels;
use super::fields::{change_list, set};
use super::relation::put_field;
use crate::core::op::KindList;
use crate::core::shapes::attribute::latin_digits;
use crate::core::shapes::kinds::{EventType, RoleDef};
use crate::desk::field::Field;
use crate::desk::tagset::new_kinds;
use crate::desk::{Desk, Now};
use crate::i18n::{self, Lang, desk::checked, desk::shapes::Say};
use crate::view::{Icon, Tool};
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

const LIST: KindList = KindList::EventTypes;

/// Its roles in a line.
pub fn hint(now: &Now, kind: &EventType) -> String {
    kind.roles.iter().map(|role| i18n::name(now.lang, &role.name)).collect::<Vec<_>>().join(checked::comma(now.lang))
}

/// Its fields.
pub fn fields(now: &Now, desk: &Desk, kind: &Rc<EventType>) -> Html {
    let trigger = {
        let (desk, id) = (desk.clone(), kind.id.clone());
        Callback::from(move |labels: Option<Value>| set(&desk, LIST, &id, "trigger_labels", labels))
    };
    let new = {
        let (desk, id) = (desk.clone(), kind.id.clone());
        Callback::from(move |name: String| {
            if !name.trim().is_empty() {
                new_kinds::make_role(&desk, &id, name.trim());
            }
        })
    };
    html! {
        <>
            { labels(now, now.said(Say::KindTrigger), "trigger-labels", kind.trigger_labels.as_deref(), trigger) }
            <div key="roles" class="desk-named" role="group" aria-label={now.said(Say::KindRoles)}>
                <span key="name" class="small">{ now.said(Say::KindRoles) }</span>
                <ul key="list">{ for kind.roles.iter().enumerate().map(|(place, def)| role(now, desk, kind, place, def)) }</ul>
                <Field key={format!("new-{}", kind.roles.len())} name={now.said(Say::KindRoleNew)} field="new-role" value="" onkeep={new} />
            </div>
        </>
    }
}

fn role(now: &Now, desk: &Desk, kind: &Rc<EventType>, place: usize, role: &RoleDef) -> Html {
    let put = |field: &'static str| {
        let (desk, id) = (desk.clone(), kind.id.clone());
        move |value: Option<Value>| change_list(&desk, LIST, &id, "roles", |roles| put_field(roles, place, field, value))
    };
    let name = {
        let put = put("name");
        let (lang, old) = (now.lang, role.name.clone());
        Callback::from(move |text: String| {
            let (ar, en) = if lang == Lang::Ar { (text.trim(), old.en.as_str()) } else { (old.ar.as_str(), text.trim()) };
            put(Some(json!({ "ar": ar, "en": en })));
        })
    };
    let count = |field: &'static str| {
        let put = put(field);
        Callback::from(move |text: String| {
            let number = latin_digits(text.trim()).parse::<u32>().ok();
            put(number.filter(|number| *number > 0).map(Value::from));
        })
    };
    let remove = {
        let (desk, id) = (desk.clone(), kind.id.clone());
        Callback::from(move |_: MouseEvent| {
            change_list(&desk, LIST, &id, "roles", |roles| {
                if place < roles.len() {
                    roles.remove(place);
                }
            });
        })
    };
    let number = |count: Option<u32>| count.filter(|count| *count > 0).map(|count| count.to_string()).unwrap_or_default();
    html! {
        <li key={role.id.clone()} class="kind-role" data-role={role.id.clone()}>
            <Field key="name" name={now.said(Say::EntityName)} field="role-name" value={i18n::name_as_written(now.lang, &role.name).to_owned()} onkeep={name} />
            <Field key="min" name={now.said(Say::KindMin)} field="role-min" hint="0" value={number(Some(role.min))} onkeep={count("min")} />
            <Field key="max" name={now.said(Say::KindMax)} field="role-max" hint={now.said(Say::KindNoMax)} value={number(role.max)} onkeep={count("max")} />
            { Tool::new(Icon::Close, format!("{}: {}", now.said(Say::KindRoleRemove), i18n::name(now.lang, &role.name)), remove).action("role-remove").class("small-tool").draw() }
            { labels(now, now.said(Say::KindForLabels), "role-labels", role.labels.as_deref(), Callback::from(put("labels"))) }
        </li>
    }
}
