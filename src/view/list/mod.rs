//! The list of all spans of the open document: filter, go to, edit, delete, one or many.

mod bulk;
mod filter;
mod item;

use super::now::{Now, NowProps, on, the_shell};
use super::part::part;
use crate::core::span::Span;
use crate::draw;
use crate::i18n::{self, Noun, Word};
use crate::session::{Action, Filter};
use item::{Item, ItemProps};
use std::rc::Rc;
use yew::prelude::*;

/// Items that are shown at first, and added with each press of "more".
const PAGE: usize = 200;

/// The list.
#[component]
#[inline(never)]
pub fn SpanList(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, the_shell());
    let shown = use_state(|| PAGE);
    {
        let shown = shown.setter();
        use_effect_with((now.open.clone(), now.filter.clone()), move |_| shown.set(PAGE));
    }
    let Some(state) = now.document() else { return draw! { <div /> } };
    let listed: Vec<&Rc<Span>> = state.spans.iter().filter(|span| now.listed(state, span)).collect();
    let more = {
        let (shown, next) = (shown.setter(), *shown + PAGE);
        Callback::from(move |_: MouseEvent| shown.set(next))
    };
    draw! {
        <section class="list" aria-label={now.word(Word::List)}>
            { title(now, listed.len(), state.spans.len()) }
            { filter::filter(now, &shell) }
            { bulk::bulk(now, &shell, listed.iter().map(|span| span.id.clone()).collect()) }
            <ul key="spans" class="spans" role="list" data-list="spans">
                { for listed.iter().take(*shown).map(|span| item(now, span)) }
            </ul>
            <button key="more" type="button" class="button show-more" hidden={listed.len() <= *shown} onclick={more}>{ now.word(Word::More) }</button>
            <div key="nothing" class="nothing" hidden={!listed.is_empty()}>{ nothing(now, state.spans.is_empty(), on(&shell, Action::Filter(Filter::default()))) }</div>
        </section>
    }
}

fn title(now: &Now, listed: usize, all: usize) -> Html {
    let count = i18n::counted(now.lang(), Noun::Span, all);
    let said = if listed == all { count } else { format!("{listed} {} {count}", now.word(Word::Of)) };
    draw! {
        <header key="title" class="list-head"><h2>{ now.word(Word::List) }</h2><span class="small" role="status">{ said }</span></header>
    }
}

fn item(now: &Now, span: &Rc<Span>) -> Html {
    let chosen = now.chosen.contains(&span.id);
    let active = chosen && now.chosen.len() == 1;
    // Only the active item is drawn from the whole session: the others stay as they are.
    let open = active.then(|| now.clone());
    let document = now.document().map(|state| state.document.clone());
    let (tagset, own) = (now.state.tagset.clone(), now.state.is_own(span));
    part::<Item>(span.id.as_str(), ItemProps { span: span.clone(), document, tagset, lang: now.lang(), own, chosen, open })
}

fn nothing(now: &Now, empty: bool, clear: Callback<MouseEvent>) -> Html {
    if empty {
        draw! { <><p key="what">{ now.word(Word::NoSpans) }</p><p key="how" class="small">{ now.word(Word::NoSpansHint) }</p></> }
    } else {
        draw! {
            <>
                <p key="what">{ now.word(Word::NothingFound) }</p>
                <button key="clear" type="button" class="button" onclick={clear}>{ now.word(Word::ClearFilter) }</button>
            </>
        }
    }
}
