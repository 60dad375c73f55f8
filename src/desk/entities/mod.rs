//! The entities: who or what is meant, under which name and type, which id elsewhere, and where each document mentions it.

mod editor;
mod links;
mod mentions;

use super::field::text_of;
use super::parts::PageProps;
use super::roving::{rove, stop};
use super::{Desk, Now};
use crate::core::fold::fold;
use crate::core::ids::LabelId;
use crate::core::shapes::Entity;
use crate::i18n::desk::shapes::{self, Say};
use crate::view::chip;
use editor::Editor;
use std::rc::Rc;
use yew::prelude::*;

/// The page.
#[component]
pub fn EntitiesPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let (sought, open, current) = (use_state(String::new), use_state(|| None::<Rc<str>>), use_state(|| None::<Rc<str>>));
    {
        // The entity of the span that is chosen stands open.
        let (open, now) = (open.setter(), now.clone());
        use_effect_with(now.chosen.clone(), move |chosen| {
            if let Some(entity) = chosen.last().and_then(|span| now.shapes.on_span(span).entities.into_iter().next()) {
                open.set(Some(entity.id.clone()));
            }
        });
    }
    let all = now.shapes.entities();
    let folded = fold(sought.trim());
    let matches = |entity: &&Rc<Entity>| {
        let words = format!("{} {}", entity.name, entity.link.as_deref().unwrap_or_default());
        folded.is_empty() || fold(&words).contains(&folded)
    };
    let mut found: Vec<&Rc<Entity>> = all.iter().filter(matches).collect();
    found.sort_by_cached_key(|entity| fold(&entity.name));
    let stopped = current
        .as_ref()
        .filter(|id| found.iter().any(|entity| entity.id == **id))
        .cloned()
        .or_else(|| found.first().map(|entity| entity.id.clone()));
    let oninput = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| sought.set(text_of(event.target_dyn_into())))
    };
    let item = |entity: &&Rc<Entity>| {
        let shown = open.as_ref() == Some(&entity.id);
        let onclick = {
            let (open, id) = (open.setter(), entity.id.clone());
            Callback::from(move |_: MouseEvent| open.set((!shown).then(|| id.clone())))
        };
        let onfocus = {
            let (current, id) = (current.setter(), entity.id.clone());
            Callback::from(move |_: FocusEvent| current.set(Some(id.clone())))
        };
        row(now, desk, entity, shown, stopped.as_ref() == Some(&entity.id), onclick, onfocus)
    };
    html! {
        <div class="desk-entities">
            <h2 key="title" class="desk-title">{ now.said(Say::Entities) }<span class="small">{ all.len().to_string() }</span></h2>
            if all.is_empty() {
                <p key="none" class="desk-empty">{ now.said(Say::EntitiesEmpty) }</p>
            } else {
                <input key="filter" class="desk-field" type="search" data-first="" data-field="entities-filter" aria-label={now.said(Say::EntitiesFilter)} placeholder={now.said(Say::EntitiesFilter)} {oninput} />
                <ul key="list" class="entity-list" data-rove="list" aria-label={now.said(Say::Entities)} onkeydown={rove()}>{ for found.iter().map(item) }</ul>
                if found.is_empty() {
                    <p key="nothing" class="desk-empty">{ now.said(Say::FilterNothing) }</p>
                }
            }
        </div>
    }
}

fn row(
    now: &Now,
    desk: &Desk,
    entity: &Rc<Entity>,
    open: bool,
    stopped: bool,
    onclick: Callback<MouseEvent>,
    onfocus: Callback<FocusEvent>,
) -> Html {
    let kind = entity.kind.as_ref().map(|kind| LabelId::new(kind.as_str()));
    html! {
        <li key={entity.id.to_string()} class="entity" data-entity={entity.id.to_string()}>
            <button key="row" type="button" class="desk-item entity-row" data-row="" tabindex={stop(stopped)} aria-expanded={if open { "true" } else { "false" }} {onclick} {onfocus}>
                <bdi key="name" class="name">{ crate::i18n::shown(&entity.name) }</bdi>
                { for kind.map(|kind| chip(&now.state.tagset, &kind)) }
                { for entity.link.as_ref().map(|link| html! { <bdi key="link" class="small outside" dir="ltr">{ link.clone() }</bdi> }) }
                <span key="count" class="small count">{ shapes::mentions(now.lang, entity.mentions.len()) }</span>
            </button>
            if open {
                <Editor key="editor" now={now.clone()} desk={desk.clone()} entity={entity.clone()} />
            }
        </li>
    }
}
