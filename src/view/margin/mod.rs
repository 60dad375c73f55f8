//! The margin: beside each line a card for what has been said about it.
//!
//! One row for each line that has spans; the active span's card stands open beside its line, and the
//! other rows yield round it. Rows exist only for what is painted, which is what is near.

mod card;
mod edges;
mod endnotes;
mod hairline;
mod many;
mod near;
mod note;
mod place;
mod relabel;
mod row;

pub use card::{CardProps, SpanCard};
pub use edges::edges;

use super::list::SpanList;
use super::now::{Now, NowProps, the_shell};
use super::part::part;
use super::welcome::welcome;
use crate::core::ids::SpanId;
use crate::draw;
use crate::i18n::Word;
use crate::session::Panel;
use crate::web::shell::Shell;
use endnotes::Endnotes;
use near::{Near, use_near, use_said};
use place::Line;
use row::{Row, RowProps, Said};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The margin: the cards, or the list of all spans.
#[component]
pub fn Margin(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, the_shell());
    let (host, path) = (use_node_ref(), use_node_ref());
    let near = use_near(&host, &now.state);
    let (lines, fresh) = (&near.lines, near.is_of(&now.state));
    let opened = use_state(|| None::<SpanId>);
    let said = use_said(now.document().cloned(), lines, opened.as_ref());
    let hovered = use_state(|| None::<Element>);
    {
        let (host, path, hovered) = (host.clone(), path.clone(), hovered.clone());
        let active = now.chosen.last().filter(|_| now.panel == Panel::Margin).cloned();
        use_effect(move || {
            // Measuring rows while the article is being painted would hold the paint back: they are measured after it.
            if let Some(host) = host.cast::<Element>().filter(|_| fresh) {
                place::settle(&host);
            }
            if let Some(path) = path.cast::<Element>() {
                hairline::draw(&path, hovered.as_ref(), active.as_ref());
            }
        });
    }
    let onopen = {
        let opened = opened.setter();
        use_callback((), move |span: Option<SpanId>, ()| opened.set(span))
    };
    let point = {
        let hovered = hovered.clone();
        move |target: Option<web_sys::EventTarget>| {
            let card = hairline::card_of(target);
            if *hovered != card {
                hovered.set(card);
            }
        }
    };
    let (over, left, focus, gone) = (point.clone(), point.clone(), point.clone(), point);
    let listing = now.panel == Panel::List;
    draw! {
        <div class=["margin", listing.then_some("listing")]
            onmouseover={Callback::from(move |event: MouseEvent| over(event.target()))} onmouseleave={Callback::from(move |_: MouseEvent| left(None))}
            onfocusin={Callback::from(move |event: FocusEvent| focus(event.target()))} onfocusout={Callback::from(move |_: FocusEvent| gone(None))}>
            { welcome(now) }
            <div key="cards" class="cards" ref={host} hidden={listing} role="group" aria-label={now.word(Word::Margin)}>
                { rows(now, &shell, &near, &said, &opened, &onopen) }
            </div>
            <svg key="hairline" class="hairline" aria-hidden="true" focusable="false"><path ref={path} /></svg>
            { part::<Endnotes>("endnotes", NowProps { now: now.clone() }) }
            <div key="list" class="listed">{ if listing { part::<SpanList>("spans", NowProps { now: now.clone() }) } else { draw! { <i key="none" /> } } }</div>
        </div>
    }
}

/// A row for each line, the active card in the place of its line's row. The card is there even
/// when its line is not: a sheet from below shows it on a narrow screen. That of a span just made comes after its paint.
fn rows(
    now: &Now,
    shell: &Shell,
    near: &Near,
    said: &[Rc<Vec<Said>>],
    opened: &Option<SpanId>,
    onopen: &Callback<Option<SpanId>>,
) -> Html {
    let active = now.active().map(|span| span.id.clone());
    let many = now.chosen.len() > 1;
    let mut found = false;
    let mut list = Vec::with_capacity(near.lines.len() + 1);
    for (line, said) in near.lines.iter().zip(said) {
        if let Some(id) = active.as_ref().filter(|id| line.spans.contains(id)) {
            found = true;
            list.push(open_card(now, shell, id, many, Some(line)));
        } else if let Some(first) = line.spans.first() {
            let open = opened.as_ref().is_some_and(|id| line.spans.contains(id));
            let (tagset, dir, onopen) = (now.state.tagset.clone(), direction(now), onopen.clone());
            let (spans, count) = (said.clone(), line.spans.len());
            let props = RowProps { tagset, spans, count, lang: now.lang(), dir, top: line.top, open, onopen };
            list.push(part::<Row>(first.as_str(), props));
        }
    }
    if let Some(id) = active.filter(|_| !found && near.is_of(&now.state)) {
        list.push(open_card(now, shell, &id, many, None));
    }
    draw! { <>{ for list }</> }
}

fn open_card(now: &Now, shell: &Shell, id: &SpanId, many: bool, line: Option<&Line>) -> Html {
    let beside = line.map(|line| Rc::new(line.spans.clone())).unwrap_or_default();
    let top = line.map(|line| line.top.to_string());
    draw! {
        <div key={format!("open-{id}")} class=["place", "open", line.is_none().then_some("away")] data-top={top}>
            if many {
                { many::many(now, shell) }
            } else {
                { part::<SpanCard>("one", CardProps { now: now.clone(), id: id.clone(), beside }) }
            }
        </div>
    }
}

fn direction(now: &Now) -> &'static str {
    now.document().map_or("auto", |state| state.document.direction.name())
}
