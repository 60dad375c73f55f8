//! The mentions of an entity, by document: gone to, taken out, or moved to an entity of their own.

use crate::core::command::SpanRef;
use crate::core::shapes::{Entity, entity};
use crate::desk::details::span_words;
use crate::desk::parts::document_name;
use crate::desk::{Desk, Now};
use crate::i18n::{self, desk::shapes::Say};
use crate::view::{Icon, Tool};
use std::rc::Rc;
use yew::prelude::*;

/// What the list is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct MentionsProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The entity.
    pub entity: Rc<Entity>,
}

/// The list.
#[component]
pub fn Mentions(props: &MentionsProps) -> Html {
    let MentionsProps { now, desk, entity } = props;
    let ticked = use_state(Vec::<SpanRef>::new);
    let start = |span: &SpanRef| now.state.span(&span.0, &span.1).map_or(u32::MAX, |span| span.range.start().0);
    let row = |span: &SpanRef| {
        let words = span_words(now, span);
        let go = {
            let (desk, span) = (desk.clone(), span.clone());
            Callback::from(move |_: MouseEvent| desk.go_to_span(&span.0, &span.1))
        };
        let tick = {
            let (setter, span, known) = (ticked.setter(), span.clone(), (*ticked).clone());
            Callback::from(move |_: Event| {
                let mut next = known.clone();
                match next.iter().position(|other| *other == span) {
                    Some(place) => drop(next.remove(place)),
                    None => next.push(span.clone()),
                }
                setter.set(next);
            })
        };
        let forget = {
            let (desk, id, span) = (desk.clone(), entity.id.clone(), span.clone());
            Callback::from(move |_: MouseEvent| {
                desk.change(|state, context| entity::forget(state, context, &id, &span));
            })
        };
        html! {
            <li key={span.1.as_str()} class="detail-line" data-mention={span.1.as_str().to_owned()}>
                <input key="tick" type="checkbox" aria-label={i18n::quoted(&words)} checked={ticked.contains(span)} onchange={tick} />
                <button key="go" type="button" class="detail-go" onclick={go}><bdi class="quote">{ format!("«{}»", i18n::shown(&words)) }</bdi></button>
                { Tool::new(Icon::Close, format!("{} {}", now.said(Say::EntityForget), i18n::quoted(&words)), forget).action("forget").class("small-tool").draw() }
            </li>
        }
    };
    let document = |id: &crate::core::ids::DocumentId| {
        let mut here: Vec<&SpanRef> = entity.mentions.iter().filter(|(document, _)| document == id).collect();
        here.sort_by_key(|span| start(span));
        (!here.is_empty()).then(|| {
            html! {
                <section key={id.as_str()}>
                    <h3>{ document_name(now, &now.state, id) }</h3>
                    <ul>{ for here.into_iter().map(row) }</ul>
                </section>
            }
        })
    };
    let chosen: Vec<SpanRef> = ticked.iter().filter(|span| entity.mentions.contains(span)).cloned().collect();
    let some = !chosen.is_empty() && chosen.len() < entity.mentions.len();
    let split = {
        let (desk, id, setter) = (desk.clone(), entity.id.clone(), ticked.setter());
        let name = chosen.first().map(|span| span_words(now, span)).unwrap_or_default();
        Callback::from(move |_: MouseEvent| {
            if desk.change(|state, context| entity::split(state, context, &id, &chosen, &name)) {
                setter.set(Vec::new());
            }
        })
    };
    html! {
        <div class="entity-mentions" role="group" aria-label={now.said(Say::EntityMentions)}>
            { for now.state.documents.iter().filter_map(|state| document(&state.document.id)) }
            if some {
                <button key="split" type="button" class="button small-button" data-action="entity-split" onclick={split}>{ now.said(Say::EntitySplit) }</button>
            }
        </div>
    }
}
