//! What the open card of a span shows beyond its label, note and limits: its pieces, attributes, relations, events, links
//! and the entity. Drawn into the card through an element of the desk's own.

mod attributes;
mod entity;
mod event;
mod link;
mod pieces;
mod relation;
mod row;
mod tools;
mod value;

pub use event::EventRow;
pub use link::LinkRow;
pub use relation::RelationRow;
pub use row::{arrow, end_words, kind_word, span_words};

use super::home::use_home;
use super::parts::{PageProps, say_refusal};
use super::{Desk, Now};
use crate::core::ids::SpanId;
use crate::core::keymap::ShapeAct;
use crate::core::shapes::Standing;
use crate::core::span::Span;
use crate::i18n::desk::shapes::Say;
use std::rc::Rc;
use yew::prelude::*;

/// What the host of the card of several spans is called.
const MANY: &str = "many";

/// The part.
#[component]
pub fn Details(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let (home, of) = use_home("margin", "data-details", "details-in");
    let form = use_state(|| None::<(SpanId, Option<String>)>);
    let several = of.as_ref().is_some_and(|of| of.as_str() == MANY);
    let span = of.and_then(|of| now.state.span(&now.open, &SpanId::new(of.as_str())).cloned());
    {
        let (form, active) = (form.setter(), now.active().map(|span| span.id.clone()));
        use_effect_with(now.act, move |act| {
            if let (Some((ShapeAct::Attributes, _)), Some(active)) = (act, active) {
                form.set(Some((active, None)));
            }
        });
    }
    let Some(home) = home else { return Html::default() };
    if several {
        return create_portal(tools::of_several(now, desk), home);
    }
    let Some(span) = span else { return Html::default() };
    let onform = {
        let (form, id) = (form.setter(), span.id.clone());
        // Which attribute takes the focus: the first one where none is named.
        Callback::from(move |open: Option<Option<String>>| form.set(open.map(|first| (id.clone(), first))))
    };
    let open = (*form).clone().filter(|(id, _)| *id == span.id).map(|(_, first)| first);
    create_portal(body(now, desk, &span, open, &onform), home)
}

fn body(
    now: &Now,
    desk: &Desk,
    span: &Rc<Span>,
    form: Option<Option<String>>,
    onform: &Callback<Option<Option<String>>>,
) -> Html {
    let own = now.state.is_own(span);
    let standing = now.shapes.on_span(&span.id);
    // While the sheet is open or something is being joined, it is said there.
    let said = now.page.is_none() && now.under.is_none();
    html! {
        <>
            { pieces::pieces(now, desk, span, own) }
            <attributes::Attributes key={format!("attributes-{}", span.id)} now={now.clone()} desk={desk.clone()} span={span.clone()} form={form.clone()} onform={onform.clone()} />
            { rows(now, desk, span, &standing) }
            if own {
                { tools::tools(now, desk, span, form.is_some(), onform) }
            }
            if said {
                { say_refusal(now) }
            }
        </>
    }
}

/// What the span is joined with.
fn rows(now: &Now, desk: &Desk, span: &Rc<Span>, standing: &Standing) -> Html {
    let Standing { relations, events, entities, links } = standing;
    if relations.is_empty() && events.is_empty() && entities.is_empty() && links.is_empty() {
        return Html::default();
    }
    let here = Some(span.id.clone());
    html! {
        <ul key="rows" class="detail-rows" aria-label={now.said(Say::Relations)}>
            { for entities.iter().map(|entity| html! { <entity::EntityRow key={format!("entity-{}", entity.id)} now={now.clone()} desk={desk.clone()} entity={entity.clone()} span={span.id.clone()} /> }) }
            { for events.iter().map(|event| html! { <EventRow key={format!("event-{}", event.id)} now={now.clone()} desk={desk.clone()} event={event.clone()} here={here.clone()} /> }) }
            { for relations.iter().map(|relation| html! { <RelationRow key={format!("relation-{}", relation.id)} now={now.clone()} desk={desk.clone()} relation={relation.clone()} here={here.clone()} /> }) }
            { for links.iter().map(|link| html! { <LinkRow key={format!("link-{}", link.id)} now={now.clone()} desk={desk.clone()} link={link.clone()} here={here.clone()} /> }) }
        </ul>
    }
}
