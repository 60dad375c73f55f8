//! The list of all spans of the open document: filter, go to, edit, delete, one or many.

mod bulk;
mod filter;
mod item;

use super::now::{Now, NowProps, on, use_shell};
use crate::core::ids::SpanId;
use crate::core::span::Span;
use crate::i18n::{self, Noun, Word};
use crate::session::{Action, Filter};
use bulk::Bulk;
use filter::FilterFields;
use item::Item;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Items that are shown at first, and added with each press of "more".
const PAGE: usize = 200;

/// The list.
#[component]
pub fn SpanList(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, use_shell());
    let shown = use_state(|| PAGE);
    let marked = use_state(Rc::<BTreeSet<SpanId>>::default);
    {
        let (shown, marked) = (shown.setter(), marked.setter());
        use_effect_with((now.open.clone(), now.filter.clone()), move |_| {
            shown.set(PAGE);
            marked.set(Rc::default());
        });
    }
    let Some(state) = now.document() else { return html! { <div /> } };
    let listed: Vec<Rc<Span>> = state.spans.iter().filter(|span| now.listed(state, span)).cloned().collect();
    let all: BTreeSet<SpanId> = listed.iter().map(|span| span.id.clone()).collect();
    let chosen: Rc<Vec<SpanId>> = Rc::new(marked.iter().filter(|id| all.contains(*id)).cloned().collect());
    let onmark = {
        let marked = marked.clone();
        Callback::from(move |(id, on): (SpanId, bool)| {
            let mut next = BTreeSet::clone(&marked);
            if on { next.insert(id) } else { next.remove(&id) };
            marked.set(Rc::new(next));
        })
    };
    let onall = { let marked = marked.setter(); Callback::from(move |on: bool| marked.set(Rc::new(if on { all.clone() } else { BTreeSet::new() }))) };
    let more = { let (shown, next) = (shown.setter(), *shown + PAGE); Callback::from(move |_: MouseEvent| shown.set(next)) };
    html! {
        <section class="list" aria-label={now.word(Word::List)}>
            { title(now, listed.len(), state.spans.len()) }
            <FilterFields key="filter" now={now.clone()} />
            <Bulk key="bulk" now={now.clone()} chosen={chosen.clone()} of={listed.len()} {onall} />
            <ul key="spans" class="spans" role="list" data-list="spans">
                { for listed.iter().take(*shown).map(|span| item(now, span, chosen.contains(&span.id), &onmark)) }
            </ul>
            <button key="more" type="button" class="button show-more" hidden={listed.len() <= *shown} onclick={more}>{ now.word(Word::More) }</button>
            <div key="nothing" class="nothing" hidden={!listed.is_empty()}>{ nothing(now, state.spans.is_empty(), on(&shell, Action::Filter(Filter::default()))) }</div>
        </section>
    }
}

fn title(now: &Now, listed: usize, all: usize) -> Html {
    let count = i18n::counted(now.lang(), Noun::Span, all);
    let said = if listed == all { count } else { format!("{listed} / {count}") };
    html! {
        <header key="title" class="list-head"><h2>{ now.word(Word::List) }</h2><span class="small" role="status">{ said }</span></header>
    }
}

fn item(now: &Now, span: &Rc<Span>, marked: bool, onmark: &Callback<(SpanId, bool)>) -> Html {
    let active = now.chosen.last() == Some(&span.id);
    // Only the active item is drawn from the whole session: the others stay as they are.
    let open = active.then(|| now.clone());
    let document = now.document().map(|state| state.document.clone());
    html! {
        <Item key={span.id.as_str()} span={span.clone()} {document} tagset={now.state.tagset.clone()} lang={now.lang()} own={now.state.is_own(span)}
            {marked} {open} onmark={onmark.clone()} />
    }
}

fn nothing(now: &Now, empty: bool, clear: Callback<MouseEvent>) -> Html {
    if empty {
        html! { <><p key="what">{ now.word(Word::NoSpans) }</p><p key="how" class="small">{ now.word(Word::NoSpansHint) }</p></> }
    } else {
        html! {
            <>
                <p key="what">{ now.word(Word::NothingFound) }</p>
                <button key="clear" type="button" class="button" onclick={clear}>{ now.word(Word::ClearFilter) }</button>
            </>
        }
    }
}
