//! What an entity is to another one: the same, or one that it contradicts, supports, updates or quotes.

use crate::core::shapes::{End, Entity, LinkKind, link};
use crate::desk::details::LinkRow;
use crate::desk::{Desk, Now};
use crate::i18n::desk::shapes::{self, Say};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the links are drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct LinksProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The entity.
    pub entity: Rc<Entity>,
}

/// The links it is an end of, and a way to another one.
#[component]
pub fn Links(props: &LinksProps) -> Html {
    let LinksProps { now, desk, entity } = props;
    let (kind, other) = (use_node_ref(), use_node_ref());
    let own = End::Entity(entity.id.clone());
    let here = now.shapes.links().iter().filter(|link| link.from == own || link.to == own);
    let rows = here
        .map(|link| html! { <LinkRow key={link.id.to_string()} now={now.clone()} desk={desk.clone()} link={link.clone()} /> });
    let add = {
        let (desk, own, kind, other) = (desk.clone(), own.clone(), kind.clone(), other.clone());
        Callback::from(move |_: MouseEvent| {
            let chosen = |choice: &NodeRef| choice.cast::<HtmlSelectElement>().map(|choice| choice.value());
            if let Some((kind, other)) = chosen(&kind).zip(chosen(&other)) {
                let (kind, other) = (LinkKind::named(&kind), End::Entity(other.as_str().into()));
                desk.change(|state, context| link::add(state, context, &kind, &own, &other, ""));
            }
        })
    };
    let kinds = LinkKind::ALL.into_iter().map(|kind| {
        html! { <option key={kind.name().to_owned()} value={kind.name().to_owned()}>{ shapes::link_kind(now.lang, &kind) }</option> }
    });
    let others = now.shapes.entities().iter().filter(|it| it.id != entity.id).map(|it| {
        html! { <option key={it.id.to_string()} value={it.id.to_string()}>{ it.name.clone() }</option> }
    });
    let alone = now.shapes.entities().len() < 2;
    html! {
        <div class="entity-links">
            <ul key="links" class="detail-rows" aria-label={now.said(Say::Links)}>{ for rows }</ul>
            if !alone {
                <div key="add" class="desk-row entity-merge">
                    <select key="kind" ref={kind} class="desk-field" data-field="entity-link-kind" aria-label={now.said(Say::EntityRelated)}>{ for kinds }</select>
                    <select key="other" ref={other} class="desk-field" data-field="entity-link-other" aria-label={now.said(Say::EntityOther)}>{ for others }</select>
                    <button key="do" type="button" class="button" data-action="entity-link" onclick={add}>{ now.said(Say::EntityLinkDo) }</button>
                </div>
            }
        </div>
    }
}
