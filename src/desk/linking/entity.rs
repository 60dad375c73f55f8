//! Which entity spans mention: the likeliest first, a new one, and all others by typing.

use super::focus;
use super::place;
use crate::core::command::SpanRef;
use crate::core::fold::fold;
use crate::core::shapes::{Entity, entity};
use crate::desk::details::span_words;
use crate::desk::field::text_of;
use crate::desk::parts::say_refusal;
use crate::desk::{Desk, Now};
use crate::i18n::{
    self,
    desk::shapes::{self, Say},
};
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How many entities are shown at once.
const SHOWN: usize = 8;

/// What the menu is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct EntityMenuProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The spans that mention it; the menu stands at the last one.
    pub spans: Vec<SpanRef>,
}

/// What can be picked.
#[derive(Clone, PartialEq)]
enum Row {
    Known(Rc<Entity>),
    New(String),
}

/// The menu.
#[component]
pub fn EntityMenu(props: &EntityMenuProps) -> Html {
    let EntityMenuProps { now, desk, spans } = props;
    let (typed, current) = (use_state(String::new), use_state(|| 0usize));
    let (root, field) = (use_node_ref(), use_node_ref());
    {
        let (root, at) = (root.clone(), spans.last().cloned());
        use_effect(move || {
            if let Some((menu, at)) = root.cast::<HtmlElement>().zip(at) {
                place::beside(&menu, &at);
            }
        });
    }
    {
        let field = field.clone();
        use_effect_with(spans.clone(), move |_| {
            if let Some(field) = field.cast::<HtmlElement>() {
                focus::give(&field);
            }
        });
    }
    let words = spans.last().map(|span| span_words(now, span)).unwrap_or_default();
    let rows = rows(now, spans, &typed, &words);
    let pick = {
        let (desk, spans) = (desk.clone(), spans.clone());
        Callback::from(move |row: Row| {
            let done = match &row {
                Row::Known(entity) => desk.change(|state, context| entity::mention(state, context, &entity.id, &spans)),
                Row::New(name) => desk.change(|state, context| entity::add(state, context, &spans, name)),
            };
            if done {
                focus::leave(&desk);
            }
        })
    };
    let oninput = {
        let (typed, current) = (typed.setter(), current.setter());
        Callback::from(move |event: InputEvent| {
            typed.set(text_of(event.target_dyn_into::<Element>()));
            current.set(0);
        })
    };
    let onkeydown = {
        let (rows, pick, at, current) = (rows.clone(), pick.clone(), *current, current.setter());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let last = rows.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => current.set(if at >= last { 0 } else { at + 1 }),
                "ArrowUp" => current.set(at.checked_sub(1).unwrap_or(last)),
                "Enter" => {
                    if let Some(row) = rows.get(at) {
                        pick.emit(row.clone());
                    }
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let item = |(place, row): (usize, &Row)| {
        let onclick = {
            let (pick, row) = (pick.clone(), row.clone());
            Callback::from(move |_: MouseEvent| pick.emit(row.clone()))
        };
        let (key, line) = match row {
            Row::Known(entity) => (entity.id.to_string(), known(now, entity, spans)),
            Row::New(name) => (
                "new".to_owned(),
                html! { <span class="name">{ shapes::new_named(now.lang, Say::EntityNew, &i18n::shortened(name, 40)) }</span> },
            ),
        };
        html! {
            <li key={key.clone()} id={format!("entity-option-{place}")} role="option" class="link-pick" aria-selected={if place == *current { "true" } else { "false" }} data-offer={key} {onclick}>
                { line }
            </li>
        }
    };
    html! {
        <div ref={root} class="link-menu" data-menu="entity">
            <label key="find" class="desk-named">
                <span key="ask" class="small link-ask">{ now.said(Say::MenuEntity) }{ " " }{ i18n::quoted(&words) }</span>
                <input key="field" ref={field} class="desk-field" type="text" role="combobox" aria-expanded="true" aria-controls="entity-options" autocomplete="off"
                    aria-activedescendant={format!("entity-option-{}", *current)} aria-label={now.said(Say::MenuEntity)} placeholder={now.said(Say::EntityFind)} dir={(!typed.is_empty()).then_some("auto")}
                    value={(*typed).clone()} {oninput} {onkeydown} />
            </label>
            <ul key="options" id="entity-options" role="listbox" aria-label={now.said(Say::Entities)}>{ for rows.iter().enumerate().map(item) }</ul>
            { say_refusal(now) }
        </div>
    }
}

fn known(now: &Now, entity: &Rc<Entity>, spans: &[SpanRef]) -> Html {
    let mentioned = spans.iter().all(|span| entity.mentions.contains(span));
    let count = shapes::mentions(now.lang, entity.mentions.len());
    html! {
        <>
            <bdi class="name">{ crate::i18n::shown(&entity.name) }</bdi>
            <span class="small">{ if mentioned { now.said(Say::EntityIs).to_owned() } else { count } }</span>
        </>
    }
}

/// What is offered: what is likely or matches, and a new one. What is likely stands first.
fn rows(now: &Now, spans: &[SpanRef], typed: &str, words: &str) -> Vec<Row> {
    let sought = fold(typed.trim());
    let entities = now.shapes.entities();
    let likely = spans.last().map(|span| entity::likely(&now.state, &now.shapes, span)).unwrap_or_default();
    let place = |entity: &Entity| likely.iter().position(|other| other.id == entity.id);
    let mut found: Vec<&Rc<Entity>> = entities
        .iter()
        .filter(|entity| if sought.is_empty() { place(entity).is_some() } else { fold(&entity.name).contains(&sought) })
        .collect();
    found.sort_by_key(|entity| place(entity).unwrap_or(usize::MAX));
    let name =
        if typed.trim().is_empty() { words.split_whitespace().collect::<Vec<_>>().join(" ") } else { typed.trim().to_owned() };
    let mut rows: Vec<Row> = found.into_iter().take(SHOWN).cloned().map(Row::Known).collect();
    rows.push(Row::New(name));
    // What is not likely is at hand too, below.
    if sought.is_empty() {
        let rest = entities.iter().filter(|entity| place(entity).is_none()).rev();
        let room = SHOWN.saturating_sub(rows.len());
        rows.extend(rest.take(room).cloned().map(Row::Known));
    }
    rows
}
