//! Joining the active span with another one, making it an event, and naming its entity: the line that says what is under
//! way, and the menus of what fits.

mod entity;
mod focus;
mod keys;
mod kinds;
mod menu;
mod mode;
mod offers;
mod place;

pub use mode::{First, Under, begin, is_on, offer_second};

use super::details::{end_words, span_words};
use super::parts::{PageProps, say_refusal};
use super::{Desk, Now};
use crate::core::command::SpanRef;
use crate::core::keymap::ShapeAct;
use crate::core::refusal::Refusal;
use crate::core::shapes::End;
use crate::core::state::DocumentState;
use crate::desk::marked::use_mark;
use crate::i18n;
use crate::i18n::desk::shapes::{self, Say};
use std::rc::Rc;
use yew::prelude::*;

/// How many other documents are offered to go to.
const OTHERS: usize = 2;
/// Characters of their names.
const NAME: usize = 22;

/// The part.
#[component]
pub fn Linking(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    {
        let desk = desk.clone();
        use_effect_with(now.act, move |act| {
            if let Some((act, _)) = act {
                asked(&desk, *act);
            }
        });
    }
    {
        let desk = desk.clone();
        use_effect_with((now.open.clone(), now.chosen.clone()), move |_| chosen(&desk));
    }
    {
        let desk = desk.clone();
        use_effect_with(now.state.clone(), move |_| {
            let now = desk.now();
            if now.under.as_ref().is_some_and(|under| !under.stands(&now)) {
                desk.begin(None);
            }
        });
    }
    keys::use_escape(desk, now.under.is_some());
    use_mark(
        "data-linking",
        match &now.under {
            Some(under) => under.first().map(|_| "on"),
            None => is_refused(now).then_some("refused"),
        },
    );
    let begun = match &now.under {
        Some(Under::Choosing(First::Span((_, span)))) => Some(span.clone()),
        _ => None,
    };
    // The mark above makes room at the window's foot: the other end may stand in the same line.
    use_effect_with(begun, |span| {
        if let Some(span) = span {
            focus::bring(span);
        }
    });
    let Some(under) = &now.under else { return refused(now, desk) };
    html! {
        <div class="linking" role="region" aria-label={now.said(Say::Joining)}>
            if let Some(first) = under.first() {
                { bar(now, desk, first) }
            }
            { match under {
                Under::Choosing(_) => Html::default(),
                Under::Entity(spans) => html! { <entity::EntityMenu key="entity" now={now.clone()} desk={desk.clone()} spans={spans.clone()} /> },
                Under::Offered(..) | Under::EventType(_) => html! { <menu::Menu key="menu" now={now.clone()} desk={desk.clone()} under={under.clone()} /> },
            } }
        </div>
    }
}

/// Whether something was not begun, and neither a card nor the sheet says why.
fn is_refused(now: &Now) -> bool {
    now.refusal.is_some() && now.page.is_none() && now.active().is_none()
}

/// Why nothing was begun, where neither a card nor the sheet says it.
fn refused(now: &Now, desk: &Desk) -> Html {
    if !is_refused(now) {
        return Html::default();
    }
    let close = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.begin(None))
    };
    html! {
        <div class="linking" role="region" aria-label={now.said(Say::Joining)}>
            <div key="bar" class="linking-bar">
                { say_refusal(now) }
                <button key="close" type="button" class="button small-button" data-action="link-cancel" onclick={close}>{ now.said(Say::AttributesDone) }</button>
            </div>
        </div>
    }
}

/// What a key or a button asked for.
fn asked(desk: &Desk, act: ShapeAct) {
    if !matches!(act, ShapeAct::Link | ShapeAct::Event | ShapeAct::Entity) {
        return;
    }
    let now = desk.now();
    if act == ShapeAct::Link && is_on(&now) {
        focus::leave(desk);
        return;
    }
    let Some(active) = now.active().cloned() else {
        desk.refuse(Refusal::NoSpan);
        return;
    };
    if !now.state.is_own(&active) {
        desk.refuse(Refusal::ReadOnly);
        return;
    }
    let span: SpanRef = (now.open.clone(), active.id.clone());
    match act {
        ShapeAct::Link => {
            desk.begin(Some(Under::Choosing(First::Span(span.clone()))));
            desk.say(&shapes::choose_second(now.lang, &span_words(&now, &span)));
        }
        ShapeAct::Event => desk.begin(Some(Under::EventType(span))),
        ShapeAct::Entity => desk.begin(Some(Under::Entity(now.chosen.iter().map(|id| (now.open.clone(), id.clone())).collect()))),
        _ => {}
    }
}

/// While the other end is being chosen, the span that is chosen in the article is it.
fn chosen(desk: &Desk) {
    let now = desk.now();
    let Some(under) = now.under.clone() else { return };
    let active = now.active().map(|span| (now.open.clone(), span.id.clone()));
    match (under, active) {
        (Under::Choosing(_), None) => {}
        (Under::Choosing(first), Some(active)) if first.span(&now).as_ref() == Some(&active) => {}
        (Under::Choosing(_) | Under::Offered(..), Some(active)) => offer_second(desk, active),
        (Under::Offered(first, _), None) => desk.begin(Some(Under::Choosing(first))),
        (Under::EventType(span), active) if active.as_ref() != Some(&span) => desk.begin(None),
        (Under::Entity(spans), active) if active.as_ref() != spans.last() => desk.begin(None),
        _ => {}
    }
}

/// Ways to the documents after the open one: on a phone their names have scrolled away.
fn others(now: &Now) -> Vec<Html> {
    let all = &now.state.documents;
    let open = all.iter().position(|one| one.document.id == now.open).unwrap_or(0);
    let next = all.iter().cycle().skip(open + 1).take(all.len().saturating_sub(1).min(OTHERS));
    let way = |one: &Rc<DocumentState>| {
        let id = one.document.id.as_str();
        let said = shapes::go_to(now.lang, &i18n::shortened(&i18n::document_name(now.lang, &one.document), NAME));
        html! { <a key={id.to_owned()} class="button small-button" href={format!("#/{id}")} data-to={id.to_owned()}>{ said }</a> }
    };
    next.map(way).collect()
}

/// What is under way, and the way out of it.
fn bar(now: &Now, desk: &Desk, first: &First) -> Html {
    let said = match (first, &now.under) {
        (First::Span(span), Some(Under::Offered(_, second))) => {
            shapes::choose_kind(now.lang, &span_words(now, span), &span_words(now, second))
        }
        (First::Span(span), _) => shapes::choose_second(now.lang, &span_words(now, span)),
        (First::Event(id), _) => shapes::choose_role(now.lang, &end_words(now, &End::Event(id.clone()))),
    };
    let cancel = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| focus::leave(&desk))
    };
    html! {
        <div key="bar" class="linking-bar" data-bar="linking">
            <p key="said" role="status">{ said }</p>
            { say_refusal(now) }
            // Once the other end is chosen, what matters is the menu.
            if matches!(now.under, Some(Under::Choosing(_))) {
                { for others(now) }
            }
            <button key="cancel" type="button" class="button small-button" data-action="link-cancel" title={now.said(Say::Esc)} onclick={cancel}>{ now.said(Say::Cancel) }</button>
        </div>
    }
}
