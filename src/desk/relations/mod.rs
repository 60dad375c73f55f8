//! The relations, events and links of the open document, as text: to be found, gone to, changed and removed.

use super::Now;
use super::details::{EventRow, LinkRow, RelationRow, end_words, kind_word};
use super::field::text_of;
use super::parts::PageProps;
use super::roving::{ROW, rove};
use crate::core::fold::fold;
use crate::core::shapes::{End, Event as EventShape, Link, Relation};
use crate::i18n::desk::shapes::{self, Say};
use std::rc::Rc;
use web_sys::{Element, HtmlElement, HtmlSelectElement};
use yew::prelude::*;

/// One of them.
#[derive(Clone, PartialEq)]
enum Shape {
    Relation(Rc<Relation>),
    Event(Rc<EventShape>),
    Link(Rc<Link>),
}

impl Shape {
    /// What tells its type from the others, and the type's name.
    fn kind(&self, now: &Now) -> (String, String) {
        let kinds = now.shapes.kinds();
        match self {
            Self::Relation(it) => {
                (format!("relation:{}", it.kind), kind_word(now, kinds.relation(&it.kind).map(|kind| &kind.name), &it.kind))
            }
            Self::Event(it) => {
                (format!("event:{}", it.kind), kind_word(now, kinds.event(&it.kind).map(|kind| &kind.name), &it.kind))
            }
            Self::Link(it) => (format!("link:{}", it.kind.name()), shapes::link_kind(now.lang, &it.kind)),
        }
    }

    /// All its words, to be searched.
    fn words(&self, now: &Now) -> String {
        let (_, kind) = self.kind(now);
        let (ends, note): (Vec<End>, &str) = match self {
            Self::Relation(it) => {
                ([&it.from, &it.to].map(|span| End::Span((it.document.clone(), span.clone()))).to_vec(), &it.note)
            }
            Self::Event(it) => {
                let roles = it.roles.iter().map(|(_, span)| End::Span((it.document.clone(), span.clone())));
                ([End::Event(it.id.clone())].into_iter().chain(roles).collect(), &it.note)
            }
            Self::Link(it) => (vec![it.from.clone(), it.to.clone()], &it.note),
        };
        let said = ends.iter().map(|end| end_words(now, end)).collect::<Vec<_>>().join(" ");
        fold(&format!("{kind} {said} {note}"))
    }

    /// Where it stands in the text.
    fn place(&self, now: &Now) -> u32 {
        let start =
            |span: &crate::core::command::SpanRef| now.state.span(&span.0, &span.1).map_or(u32::MAX, |span| span.range.start().0);
        match self {
            Self::Relation(it) => start(&(it.document.clone(), it.from.clone())),
            Self::Event(it) => it
                .trigger
                .as_ref()
                .or(it.roles.first().map(|(_, span)| span))
                .map_or(u32::MAX, |span| start(&(it.document.clone(), span.clone()))),
            Self::Link(it) => {
                let spans = [&it.from, &it.to].into_iter().flat_map(|end| now.shapes.spans_of(end));
                spans.filter(|span| span.0 == now.open).map(|span| start(&span)).min().unwrap_or(u32::MAX)
            }
        }
    }
}

/// The page.
#[component]
pub fn RelationsPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let (sought, only, list) = (use_state(String::new), use_state(String::new), use_node_ref());
    {
        // One stop of the Tab key for the list: the row that had the focus, else the first.
        let list = list.clone();
        use_effect(move || {
            if let Some(list) = list.cast::<Element>() {
                one_stop(&list);
            }
        });
    }
    let all = shapes_of(now);
    let mut kinds: Vec<(String, String)> = Vec::new();
    for shape in &all {
        let kind = shape.kind(now);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let folded = fold(sought.trim());
    let found: Vec<&Shape> = all
        .iter()
        .filter(|shape| only.is_empty() || shape.kind(now).0 == **only)
        .filter(|shape| folded.is_empty() || shape.words(now).contains(&folded))
        .collect();
    let row = |shape: &&Shape| match shape {
        Shape::Relation(it) => {
            html! { <RelationRow key={format!("relation-{}", it.id)} now={now.clone()} desk={desk.clone()} relation={it.clone()} /> }
        }
        Shape::Event(it) => {
            html! { <EventRow key={format!("event-{}", it.id)} now={now.clone()} desk={desk.clone()} event={it.clone()} /> }
        }
        Shape::Link(it) => {
            html! { <LinkRow key={format!("link-{}", it.id)} now={now.clone()} desk={desk.clone()} link={it.clone()} /> }
        }
    };
    let oninput = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| sought.set(text_of(event.target_dyn_into())))
    };
    let onchange = {
        let only = only.setter();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                only.set(select.value());
            }
        })
    };
    let option = |(id, name): &(String, String)| html! { <option key={id.clone()} value={id.clone()} selected={*only == *id}>{ name.clone() }</option> };
    let onfocusin = Callback::from(|event: FocusEvent| {
        let row = event.target_dyn_into::<Element>().filter(|target| target.matches(ROW).unwrap_or(false));
        if let Some((row, list)) = row.and_then(|row| Some((row.clone(), row.closest("[data-rove]").ok()??))) {
            for other in super::roving::rows(&list) {
                let _ = other.set_attribute("tabindex", if *other == row { "0" } else { "-1" });
            }
        }
    });
    html! {
        <div class="desk-relations">
            <h2 key="title" class="desk-title">{ now.said(Say::Relations) }<span class="small">{ shapes::joined(now.lang, found.len()) }</span></h2>
            if all.is_empty() {
                <p key="none" class="desk-empty">{ now.said(Say::RelationsEmpty) }</p>
            } else {
                <div key="filter" class="desk-pair">
                    <input key="words" class="desk-field" type="search" data-first="" data-field="relations-filter" aria-label={now.said(Say::RelationsFilter)} placeholder={now.said(Say::RelationsFilter)} {oninput} />
                    <select key="types" class="desk-field" data-field="relations-type" aria-label={now.said(Say::Type)} {onchange}>
                        <option key="" value="" selected={only.is_empty()}>{ now.said(Say::AllTypes) }</option>
                        { for kinds.iter().map(option) }
                    </select>
                </div>
                <p key="keys" class="small">{ now.said(Say::RelationsKeys) }</p>
                <ul key="list" ref={list} class="detail-rows relation-list" data-rove="list" aria-label={now.said(Say::Relations)} onkeydown={rove()} {onfocusin}>{ for found.iter().map(row) }</ul>
                if found.is_empty() {
                    <p key="nothing" class="desk-empty">{ now.said(Say::FilterNothing) }</p>
                }
            }
        </div>
    }
}

/// Those of the open document, in the order of the text; links where either end is in it.
fn shapes_of(now: &Now) -> Vec<Shape> {
    let here = |end: &End| now.shapes.document_of(end).is_none_or(|document| document == now.open);
    let relations = now.shapes.relations().iter().filter(|it| it.document == now.open).cloned().map(Shape::Relation);
    let events = now.shapes.events().iter().filter(|it| it.document == now.open).cloned().map(Shape::Event);
    let links = now.shapes.links().iter().filter(|it| here(&it.from) || here(&it.to)).cloned().map(Shape::Link);
    let mut all: Vec<Shape> = relations.chain(events).chain(links).collect();
    all.sort_by_cached_key(|shape| shape.place(now));
    all
}

fn one_stop(list: &Element) {
    let rows = super::roving::rows(list);
    let current =
        rows.iter().position(|row: &HtmlElement| row.get_attribute("tabindex").as_deref() == Some("0")).unwrap_or_default();
    for (place, row) in rows.iter().enumerate() {
        let _ = row.set_attribute("tabindex", if place == current { "0" } else { "-1" });
    }
}
