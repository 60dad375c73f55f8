//! What a type of relations is besides its name: with or without direction, and which labels it may join.

use super::chips::labels;
use super::fields::{change_list, set, tick};
use crate::core::op::KindList;
use crate::core::shapes::kinds::RelationType;
use crate::desk::{Desk, Now};
use crate::i18n::desk::shapes::Say;
use crate::view::{Icon, Tool};
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

const LIST: KindList = KindList::RelationTypes;

/// A word or two on what it joins.
pub fn hint(now: &Now, kind: &RelationType) -> String {
    if kind.symmetric { now.said(Say::KindSymmetric).to_owned() } else { String::new() }
}

/// Its fields.
pub fn fields(now: &Now, desk: &Desk, kind: &Rc<RelationType>) -> Html {
    let symmetric = {
        let (desk, id) = (desk.clone(), kind.id.clone());
        Callback::from(move |on: bool| set(&desk, LIST, &id, "symmetric", on.then_some(Value::Bool(true))))
    };
    let rule = |place: usize| {
        let rule = &kind.rules[place];
        let put = |end: &'static str| {
            let (desk, id) = (desk.clone(), kind.id.clone());
            Callback::from(move |labels: Option<Value>| {
                change_list(&desk, LIST, &id, "rules", |rules| put_field(rules, place, end, labels));
            })
        };
        let remove = {
            let (desk, id) = (desk.clone(), kind.id.clone());
            Callback::from(move |_: MouseEvent| {
                change_list(&desk, LIST, &id, "rules", |rules| {
                    if place < rules.len() {
                        rules.remove(place);
                    }
                });
            })
        };
        html! {
            <li key={place} class="kind-rule" data-rule={place.to_string()}>
                { labels(now, now.said(Say::KindFrom), "rule-from", rule.from.as_deref(), put("from")) }
                { labels(now, now.said(Say::KindTo), "rule-to", rule.to.as_deref(), put("to")) }
                { Tool::new(Icon::Close, now.said(Say::KindRuleRemove), remove).action("rule-remove").class("small-tool").draw() }
            </li>
        }
    };
    let add = {
        let (desk, id) = (desk.clone(), kind.id.clone());
        Callback::from(move |_: MouseEvent| change_list(&desk, LIST, &id, "rules", |rules| rules.push(json!({}))))
    };
    html! {
        <>
            { tick(now.said(Say::KindSymmetric), "symmetric", kind.symmetric, symmetric) }
            <div key="rules" class="desk-named" role="group" aria-label={now.said(Say::KindRules)}>
                <span key="name" class="small">{ now.said(Say::KindRules) }</span>
                if kind.rules.is_empty() {
                    <p key="none" class="small">{ now.said(Say::KindRulesNone) }</p>
                }
                <ul key="list">{ for (0..kind.rules.len()).map(rule) }</ul>
                <div key="add"><button type="button" class="button small-button" data-action="rule-add" onclick={add}>{ now.said(Say::KindRuleAdd) }</button></div>
            </div>
        </>
    }
}

/// Sets a field of the member of a list at a place, or takes it out.
pub fn put_field(list: &mut [Value], place: usize, field: &str, value: Option<Value>) {
    if let Some(Value::Object(fields)) = list.get_mut(place) {
        match value {
            Some(value) => fields.insert(field.to_owned(), value),
            None => fields.shift_remove(field),
        };
    }
}
