//! The entity that a span mentions, as a line: its name, and the way to its next mention.

use super::row::Frame;
use crate::core::desk::DeskPage;
use crate::core::ids::{LabelId, SpanId};
use crate::core::shapes::{Entity, entity};
use crate::desk::{Desk, Now};
use crate::i18n::desk::shapes::{self, Say};
use crate::view::chip;
use std::rc::Rc;
use yew::prelude::*;

/// What the row is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct EntityProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// The entity.
    pub entity: Rc<Entity>,
    /// The span whose card it stands in.
    pub span: SpanId,
}

/// The row. Its line goes to the next mention.
#[component]
pub fn EntityRow(props: &EntityProps) -> Html {
    let EntityProps { now, desk, entity, span } = props;
    let count = shapes::mentions(now.lang, entity.mentions.len());
    let go = {
        let at = entity.mentions.iter().position(|(_, mention)| mention == span).unwrap_or_default();
        let next = entity.mentions.get((at + 1) % entity.mentions.len().max(1)).cloned();
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some((document, span)) = &next {
                desk.go_to_span(document, span);
            }
        })
    };
    let forget = {
        let (desk, id, at) = (desk.clone(), entity.id.clone(), (now.open.clone(), span.clone()));
        Callback::from(move |()| {
            desk.change(|state, context| entity::forget(state, context, &id, &at));
        })
    };
    let edit = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(DeskPage::Entities)))
    };
    let kind = entity.kind.as_ref().map(|kind| LabelId::new(kind.as_str()));
    let line = html! {
        <span class="joined">
            { for kind.map(|kind| chip(&now.state.tagset, &kind)) }
            <bdi class="entity-name">{ crate::i18n::shown(&entity.name) }</bdi>
            <span class="small">{ count }</span>
        </span>
    };
    let frame = Frame {
        line,
        name: String::new(),
        go,
        remove: Some((Say::RemoveMention, forget)),
        edit: Some((None, edit)),
        note: entity.note.clone(),
        below: Html::default(),
    };
    html! { <li class="detail-row" data-entity={entity.id.to_string()}>{ frame.draw(now) }</li> }
}
