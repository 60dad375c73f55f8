//! The field of the search and how it is read.

use super::find::{Ask, How};
use super::hits::focus_row;
use crate::core::search::Mode;
use crate::desk::now::Now;
use crate::i18n::desk::Word;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The field with the ways of reading it. `onask` takes what is asked from now on; `onenter` is told of Enter, and
/// whether Shift was held.
pub fn ask(now: &Now, ask: &Ask, fault: Option<&str>, onask: &Callback<Ask>, onenter: &Callback<bool>) -> Html {
    let oninput = {
        let (ask, onask) = (ask.clone(), onask.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                onask.emit(Ask { typed: field.value(), ..ask.clone() });
            }
        })
    };
    let onkeydown = {
        let onenter = onenter.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => onenter.emit(event.shift_key()),
                "ArrowDown" => focus_row(event.target_dyn_into()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    // What is typed next takes the place of what was asked before.
    let onfocus = Callback::from(|event: FocusEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            field.select();
        }
    });
    // An empty field takes the direction of its hint.
    let dir = (!ask.typed.is_empty()).then_some("auto");
    html! {
        <div key="ask" class="find">
            <input key="words" type="search" class="desk-field" data-first="" data-field="search" {dir} aria-label={now.word(Word::FindWhat)} placeholder={now.word(Word::FindWhat)}
                aria-invalid={fault.is_some().then_some("true")} aria-describedby="find-fault" autocomplete="off" spellcheck="false"
                value={ask.typed.clone()} {oninput} {onkeydown} {onfocus} />
            <p key="fault" id="find-fault" class="find-fault" role="alert" hidden={fault.is_none()}>{ fault.unwrap_or_default().to_owned() }</p>
            <div key="how" class="find-how">
                <span key="modes" class="choices" role="group" aria-label={now.word(Word::FindHow)}>
                    { for How::ALL.into_iter().map(|how| choice(now, ask, how, onask)) }
                </span>
                { whole(now, ask, onask) }
            </div>
        </div>
    }
}

fn choice(now: &Now, ask: &Ask, how: How, onask: &Callback<Ask>) -> Html {
    let (name, tip) = match how {
        How::Words(Mode::Exact) => (Word::FindExact, Word::FindExactTip),
        How::Words(Mode::Folded) => (Word::FindFolded, Word::FindFoldedTip),
        How::Words(Mode::Clitics) => (Word::FindClitics, Word::FindCliticsTip),
        How::Pattern => (Word::FindPattern, Word::FindPatternTip),
    };
    let onclick = {
        let (ask, onask) = (ask.clone(), onask.clone());
        Callback::from(move |_: MouseEvent| onask.emit(Ask { how, ..ask.clone() }))
    };
    let pressed = if ask.how == how { "true" } else { "false" };
    html! {
        <button key={how.name()} type="button" class="choice" data-how={how.name()} aria-pressed={pressed} title={now.word(tip)} {onclick}>{ now.word(name) }</button>
    }
}

fn whole(now: &Now, ask: &Ask, onask: &Callback<Ask>) -> Html {
    let onchange = {
        let (ask, onask) = (ask.clone(), onask.clone());
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                onask.emit(Ask { whole: field.checked(), ..ask.clone() });
            }
        })
    };
    html! {
        <label key="whole" class="mark find-whole" hidden={!ask.has_whole()}>
            <input type="checkbox" data-action="whole-words" checked={ask.whole} {onchange} /><span>{ now.word(Word::FindWhole) }</span>
        </label>
    }
}
