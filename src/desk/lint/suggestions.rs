//! What was tagged before and stands untagged in the open document: offered, accepted, refused for good.

use super::look::Found;
use super::rows::{Kept, in_context, remember};
use crate::core::lint::{self, Finding, Fix, Kind};
use crate::core::suggest::{self, Suggestion};
use crate::core::transaction::{ChangeName, Transaction};
use crate::desk::roving::{rove, stop};
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::{Word, checked, found as counts};
use crate::view::chip;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// Suggestions that are listed at first, and added with each press of "more".
const PAGE: usize = 50;
/// The list's name.
const LIST: &str = "suggestions";

/// What the section is drawn from.
#[derive(Properties, Clone)]
pub struct SuggestionsProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// What was found.
    pub found: Rc<Found>,
    /// The place for the focus.
    pub kept: Kept,
}

impl PartialEq for SuggestionsProps {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now && Rc::ptr_eq(&self.found, &other.found)
    }
}

/// The section.
#[component]
pub fn Suggestions(props: &SuggestionsProps) -> Html {
    let SuggestionsProps { now, desk, found, kept } = props;
    let (shown, current) = (use_state(|| PAGE), use_state(|| 0_usize));
    let onchange = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            desk.want_suggestions(event.target_dyn_into::<HtmlInputElement>().is_some_and(|field| field.checked()));
        })
    };
    let all: &[Suggestion] = if now.suggest { &found.suggestions } else { &[] };
    let at = (*current).min(all.len().saturating_sub(1)).min(*shown - 1);
    let onall = {
        let (desk, found, kept) = (desk.clone(), found.clone(), kept.clone());
        Callback::from(move |_: MouseEvent| {
            kept.replace(Some((LIST.to_owned(), 0)));
            let all = found.suggestions.iter().map(as_finding).collect::<Vec<_>>();
            desk.change(|state, context| lint::fix_all(state, context, &all).map(as_accepted));
        })
    };
    let rows = all.iter().take(*shown).enumerate().map(|(place, suggestion)| {
        let setter = current.setter();
        row(props, suggestion, at == place, Callback::from(move |_: FocusEvent| setter.set(place)))
    });
    let left = all.len().saturating_sub(*shown);
    let more = {
        let (setter, next) = (shown.setter(), *shown + PAGE);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    let nothing = now.word(if now.suggest { Word::SuggestNone } else { Word::SuggestOff });
    html! {
        <section class="desk-suggestions" aria-label={now.word(Word::Suggestions)}>
            <header key="head" class="desk-row">
                <h2 key="title">{ now.word(Word::Suggestions) }</h2>
                <span key="count" class="small" role="status">{ if all.is_empty() { String::new() } else { checked::suggestions(now.lang, all.len()) } }</span>
                <label key="switch" class="mark"><input type="checkbox" role="switch" data-action="suggest-switch" checked={now.suggest} {onchange} /><span>{ now.word(Word::SuggestOn) }</span></label>
            </header>
            <p key="nothing" class="small" hidden={!all.is_empty()}>{ nothing }</p>
            <div key="about" class="desk-row" hidden={all.is_empty()}>
                <span key="keys" class="small">{ now.word(Word::SuggestKeys) }</span>
                <button key="all" type="button" class="button" data-action="accept-all" hidden={all.len() < 2} onclick={onall}>{ now.word(Word::SuggestAcceptAll) }</button>
            </div>
            <ul key="rows" data-rove="list" data-list={LIST} aria-label={now.word(Word::Suggestions)} onkeydown={rove()}>{ for rows }</ul>
            <button key="more" type="button" class="button show-more" hidden={left == 0} onclick={more}>{ counts::more(now.lang, left) }</button>
        </section>
    }
}

/// What the checks did, by the name of what was asked for.
fn as_accepted(done: Transaction) -> Transaction {
    match done.name {
        ChangeName::Fix(count) => Transaction { name: ChangeName::Accept(count), ..done },
        _ => done,
    }
}

/// A suggestion as what it is to the checks, which carry out many at once.
fn as_finding(suggestion: &Suggestion) -> Finding {
    Finding {
        kind: Kind::UntaggedTwin,
        document: suggestion.document.clone(),
        spans: Vec::new(),
        range: suggestion.range,
        fix: Some(Fix::Tag(suggestion.range, suggestion.label.clone())),
    }
}

fn row(props: &SuggestionsProps, suggestion: &Suggestion, current: bool, onfocus: Callback<FocusEvent>) -> Html {
    let SuggestionsProps { now, desk, kept, .. } = props;
    let decide = {
        let (desk, suggestion, kept) = (desk.clone(), suggestion.clone(), kept.clone());
        Callback::from(move |(accepts, target): (bool, Option<Element>)| {
            remember(&kept, target);
            desk.change(|state, context| {
                if accepts { suggest::accept(state, context, &suggestion) } else { Ok(suggest::refuse(context, &suggestion)) }
            });
        })
    };
    let onkeydown = {
        let decide = decide.clone();
        Callback::from(move |event: KeyboardEvent| {
            let accepts = match event.key().as_str() {
                "Enter" => true,
                "Delete" | "Backspace" => false,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            decide.emit((accepts, event.target_dyn_into::<Element>()));
        })
    };
    let press = |accepts: bool| decide.reform(move |event: MouseEvent| (accepts, event.target_dyn_into::<Element>()));
    let go = {
        let (desk, document, range) = (desk.clone(), suggestion.document.clone(), suggestion.range);
        Callback::from(move |_: MouseEvent| desk.go(&document, range))
    };
    let label = i18n::isolated(&i18n::label_name(now.lang, &suggestion.label, &now.state.tagset));
    let named = |word: Word| format!("{}: {} {label}", now.word(word), i18n::quoted(&suggestion.form));
    let range = suggestion.range;
    html! {
        <li key={format!("{} {} {}", range.start().0, range.end().0, suggestion.label)} class="finding suggestion">
            <button key="go" type="button" class="finding-go" data-row="" data-action="go" tabindex={stop(current)} aria-keyshortcuts="Enter Delete" title={now.word(Word::LintGo)}
                onclick={go} {onfocus} {onkeydown}>
                { in_context(now, &suggestion.document, range) }
                <span key="labels" class="chips">{ chip(&now.state.tagset, &suggestion.label) }</span>
            </button>
            <button key="accept" type="button" class="button small-button" data-action="accept" tabindex={stop(current)} aria-label={named(Word::SuggestAccept)} onclick={press(true)}>{ now.word(Word::SuggestAccept) }</button>
            <button key="refuse" type="button" class="button small-button" data-action="refuse" tabindex={stop(current)} aria-label={named(Word::SuggestRefuse)} onclick={press(false)}>{ now.word(Word::SuggestRefuse) }</button>
        </li>
    }
}
