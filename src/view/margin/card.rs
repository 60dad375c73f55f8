//! The open card of the active span: label, words, note, edges, what else stands here.

use super::edges::edges;
use super::note::{NoteField, NoteProps};
use super::relabel::label_choice;
use crate::core::ids::SpanId;
use crate::core::keymap::KeyAction;
use crate::core::span::Span;
use crate::core::state::DocumentState;
use crate::draw;
use crate::i18n::{self, Word};
use crate::session::Action;
use crate::view::icon::Icon;
use crate::view::now::{Now, direction, on, the_shell};
use crate::view::part::part;
use crate::view::parts::{Tool, chip, label_class, quote, unseen};
use crate::web::shell::Shell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

/// Characters of the quote on an open card.
const QUOTE: usize = 160;
/// Spans at the same place that are offered.
const BESIDE: usize = 8;

/// What a card is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct CardProps {
    /// The session of this moment.
    pub now: Now,
    /// The span.
    pub id: SpanId,
    /// The other spans of its line.
    pub beside: Rc<Vec<SpanId>>,
}

/// The open card of a span.
#[component]
pub fn SpanCard(props: &CardProps) -> Html {
    let (now, shell, root) = (&props.now, the_shell(), use_node_ref());
    let relabelling = use_state(|| None::<SpanId>);
    {
        // A card that grows or shrinks by itself makes the rows below it yield anew, before anybody points at what is new in it.
        let root = root.clone();
        use_effect(move || {
            if let Some(cards) = root.cast::<HtmlElement>().and_then(|card| card.closest(".cards").ok().flatten()) {
                super::place::settle(&cards);
            }
        });
    }
    {
        // What the desk draws into it makes it grow without a word to us.
        let root = root.clone();
        use_effect_with((), move |()| {
            let card = root.cast::<HtmlElement>();
            let cards = card.as_ref().and_then(|card| card.closest(".cards").ok().flatten());
            let settle = Closure::<dyn Fn()>::new(move || cards.iter().for_each(super::place::settle));
            let observer = ResizeObserver::new(settle.as_ref().unchecked_ref()).ok();
            if let Some((card, observer)) = card.as_ref().zip(observer.as_ref()) {
                observer.observe(card);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(settle);
            }
        });
    }
    {
        // A card opened from a folded one takes over its focus, which would be lost with it. It has been
        // given its place above: before that it is not shown and cannot be focused.
        let root = root.clone();
        use_effect_with(props.id.clone(), move |_| {
            let document = gloo::utils::document();
            let lost = document.active_element().is_none_or(|element| element.tag_name() == "BODY");
            if let Some(card) = root.cast::<HtmlElement>().filter(|_| lost) {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = card.focus_with_options(&options);
            }
        });
    }
    let found = now.document().and_then(|state| Some((state, state.spans.get(&props.id)?)));
    let Some((state, span)) = found else { return draw! { <div ref={root} hidden=true></div> } };
    let open = relabelling.as_ref() == Some(&props.id);
    let toggle = {
        let (relabelling, id) = (relabelling.setter(), props.id.clone());
        Callback::from(move |_: MouseEvent| relabelling.set((!open).then(|| id.clone())))
    };
    let chosen = {
        let relabelling = relabelling.setter();
        Callback::from(move |()| relabelling.set(None))
    };
    let own = now.state.is_own(span);
    let name = format!("{} {}", now.word(Word::Card), i18n::quoted(&i18n::shortened(&span.words(&state.document.text), 40)));
    draw! {
        <section ref={root} class=["card", label_class(&now.state.tagset, &span.label)] data-card={props.id.as_str().to_owned()}
            data-of={props.id.as_str().to_owned()} tabindex="-1" aria-label={name}>
            { head(now, &shell, span, own, open, toggle) }
            if open {
                { label_choice(now, &shell, Some(&span.label), &chosen) }
            }
            <p key="quote" class="quote-line">{ quote(&span.words(&state.document.text), QUOTE, direction(&state.document)) }</p>
            { part::<NoteField>(format!("note-{}", props.id), NoteProps { now: now.clone(), id: props.id.clone(), readonly: !own }) }
            if own {
                { edges(now, &shell) }
            }
            // The desk draws into it: attributes, relations, events, the entity.
            <div key="details" class="details" data-details={props.id.as_str().to_owned()}></div>
            { foot(now, state, span, &props.beside, &shell) }
        </section>
    }
}

fn head(now: &Now, shell: &Shell, span: &Span, own: bool, open: bool, toggle: Callback<MouseEvent>) -> Html {
    let label = i18n::label_name(now.lang(), &span.label, &now.state.tagset);
    draw! {
        <header key="head" class="card-head">
            <button key="label" type="button" class="card-label" disabled={!own} aria-expanded={if open { "true" } else { "false" }} title={now.word(Word::Relabel)}
                data-action="relabel" onclick={toggle}>
                { chip(&now.state.tagset, &span.label) }<span class="name">{ label }</span>
            </button>
            <span key="tools" class="group">
                if own {
                    { Tool::new(Icon::Delete, now.word(Word::Delete), on(shell, Action::Delete)).key(now.word(Word::Delete), KeyAction::Delete).action("delete").draw() }
                }
                { Tool::new(Icon::Close, now.word(Word::Close), on(shell, Action::ChooseAll(Vec::new()))).action("close").draw() }
            </span>
        </header>
    }
}

fn foot(now: &Now, state: &DocumentState, span: &Span, beside: &[SpanId], shell: &Shell) -> Html {
    let mut here: Vec<&Rc<Span>> =
        state.spans.overlapping(span.range).filter(|other| !other.is_hidden(&now.hidden)).take(BESIDE).collect();
    for other in beside.iter().chain(&now.under).filter_map(|id| state.spans.get(id)) {
        if here.len() < BESIDE && here.iter().all(|known| known.id != other.id) {
            here.push(other);
        }
    }
    let chips = here.iter().map(|other| {
        let title = format!("{} {}", i18n::label_name(now.lang(), &other.label, &now.state.tagset), i18n::quoted(&i18n::shortened(&other.words(&state.document.text), 40)));
        let current = (other.id == span.id).then_some("true");
        draw! {
            <button key={other.id.as_str()} type="button" class="chip-button" data-of={other.id.as_str().to_owned()} title={title.clone()} aria-current={current}
                onclick={on(shell, Action::Choose(other.id.clone(), false))}>{ chip(&now.state.tagset, &other.label) }{ unseen(title) }</button>
        }
    });
    let whose = now.state.set(&span.set).and_then(|set| set.annotator.clone()).filter(|_| !now.state.is_own(span));
    draw! {
        <footer key="foot" class="card-foot">
            <span key="here" class="here" hidden={here.len() < 2}>
                <span class="small">{ now.word(Word::AlsoHere) }</span>{ for chips }
            </span>
            if !now.state.is_own(span) {
                <span key="whose" class="small">{ now.word(Word::Received) }{ whose.map(|name| format!(": {}", i18n::isolated(&name))) }</span>
            }
            <bdi key="offsets" class="offsets" dir="ltr" title={now.word(Word::Offsets)}>{ format!("{}\u{2013}{}", span.range.start().0, span.range.end().0) }</bdi>
        </footer>
    }
}
