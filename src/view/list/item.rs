//! A span of the list.

use crate::core::document::Document;
use crate::core::span::Span;
use crate::core::tagset::Tagset;
use crate::draw;
use crate::i18n::{self, Lang, Word};
use crate::session::Action;
use crate::view::icon::Icon;
use crate::view::margin::{CardProps, SpanCard};
use crate::view::now::{Now, on, the_shell};
use crate::view::part::part;
use crate::view::parts::{Tool, chip, label_class, quote, unseen};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Characters of a quote or note that an item shows.
const QUOTE: usize = 60;

/// What an item is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct ItemProps {
    /// The span.
    pub span: Rc<Span>,
    /// Its document.
    pub document: Option<Rc<Document>>,
    /// The labels.
    pub tagset: Rc<Tagset>,
    /// The language of the interface.
    pub lang: Lang,
    /// Whether it may be edited.
    pub own: bool,
    /// Whether it is one of the chosen.
    pub chosen: bool,
    /// The session, where this is the active span: its card is open here.
    pub open: Option<Now>,
}

/// A span of the list.
#[component]
#[inline(never)]
pub fn Item(props: &ItemProps) -> Html {
    let shell = the_shell();
    let (span, word) = (&props.span, |word| i18n::word(props.lang, word));
    let text = props.document.as_ref().map_or_else(String::new, |document| span.words(&document.text));
    let direction = props.document.as_ref().map_or("auto", |document| document.direction.name());
    let words = i18n::quoted(&i18n::shortened(&text, QUOTE));
    let name = |what: Word| format!("{}: {} {words}", word(what), i18n::label_name(props.lang, &span.label, &props.tagset));
    let onchange = {
        let (shell, id) = (shell.clone(), span.id.clone());
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                let mut chosen = shell.session().chosen.clone();
                chosen.retain(|other| *other != id);
                chosen.extend(field.checked().then(|| id.clone()));
                shell.dispatch(Action::ChooseAll(chosen));
            }
        })
    };
    let then = |action: Action| {
        let (shell, id) = (shell.clone(), span.id.clone());
        Callback::from(move |_: MouseEvent| {
            shell.dispatch(Action::Choose(id.clone(), false));
            shell.dispatch(action.clone());
        })
    };
    let away = if props.own { "" } else { "away" };
    draw! {
        <li role="listitem" class=["item", label_class(&props.tagset, &span.label), props.open.is_some().then_some("active")]>
            <div key="row" class="item-row">
                <label key="mark" class="mark"><input type="checkbox" checked={props.chosen} aria-label={name(Word::Choose)} {onchange} /></label>
                <button key="go" type="button" class="go" aria-current={props.open.is_some().then_some("true")} data-of={span.id.as_str().to_owned()}
                    onclick={on(&shell, Action::Choose(span.id.clone(), false))}>
                    { chip(&props.tagset, &span.label) }
                    { quote(&text, QUOTE, direction) }
                    if !span.note.is_empty() {
                        <bdi class="note-line">{ i18n::shortened(&span.note, QUOTE) }</bdi>
                    }
                    { unseen(i18n::label_name(props.lang, &span.label, &props.tagset)) }
                </button>
                { Tool::new(Icon::Note, name(Word::EditNote), then(Action::OpenNote)).class(away).action("edit").draw() }
                { Tool::new(Icon::Delete, name(Word::Delete), then(Action::Delete)).class(away).action("delete").draw() }
            </div>
            if let Some(now) = props.open.clone() {
                { part::<SpanCard>("card", CardProps { now, id: span.id.clone(), beside: Rc::default() }) }
            }
        </li>
    }
}
