//! Twins: what is written like the chosen span, in all documents, and what is done to it at once.

mod alias;
mod reverse;
mod subject;

use super::now::{Desk, Now};
use super::parts::PageProps;
use super::search::hits::{Hits, focus_row};
use super::search::place::Place;
use super::search::{Done, Picks, Said, bulk};
use crate::core::ids::LabelId;
use crate::core::many;
use crate::core::memory::is_retired;
use crate::i18n;
use crate::i18n::desk::{Word, found};
use crate::view::chip;
use alias::Aliases;
use std::rc::Rc;
use subject::{Subject, Twins};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The page.
#[component]
pub fn TwinsPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let done = use_state(|| None::<Done>);
    let subject = Subject::of(now);
    {
        // What was done to one subject is not said of another; a subject that went with its spans leaves it standing.
        let done = done.setter();
        use_effect_with(subject.as_ref().map(Subject::key), move |key| {
            if key.is_some() {
                done.set(None);
            }
        });
    }
    let ondone = {
        let (done, desk) = (done.setter(), desk.clone());
        Callback::from(move |words: String| done.set(Some(Done::just(&desk, words))))
    };
    let said = done.as_ref().and_then(|done| done.words(now)).unwrap_or_default().to_owned();
    html! {
        <div class="twins">
            <Said key="said" words={said.clone()} />
            if let Some((key, subject)) = subject.map(|subject| (subject.key(), subject)) {
                <TwinsOf {key} now={now.clone()} desk={desk.clone()} {subject} done={said} {ondone} />
            } else {
                <div key="none">
                    <p key="done" class="found-done" hidden={said.is_empty()}>{ said }{ " " }{ now.word(Word::TwinsUndo) }</p>
                    <p key="hint" class="desk-empty" data-first="" tabindex="-1">{ now.word(Word::TwinsNone) }</p>
                </div>
            }
        </div>
    }
}

/// What the page of a subject is drawn from.
#[derive(Properties, Clone, PartialEq)]
struct OfProps {
    now: Now,
    desk: Desk,
    subject: Subject,
    /// What was done last.
    done: String,
    ondone: Callback<String>,
}

#[component]
fn TwinsOf(props: &OfProps) -> Html {
    let OfProps { now, desk, subject, .. } = props;
    let chosen = use_state(|| None::<LabelId>);
    let turned = use_state(Picks::default);
    let leftovers = use_state(|| false);
    let label = subject.span.as_ref().map(|(_, label)| label.clone()).or_else(|| Option::clone(&chosen));
    let deps = (now.state.clone(), subject.clone(), label.clone(), *leftovers);
    let outcome = use_memo(deps, |(state, subject, label, leftovers)| subject::find(state, subject, label.as_ref(), *leftovers));
    let Twins { listing, leftovers: passed_over } = Twins::clone(&outcome);
    // Untagged places are picked until they are turned off; others until they are turned on.
    let begins = |place: &Place| !place.settled && place.labels(&now.state).is_empty();
    let picked = listing.places.iter().map(|place| !place.settled && begins(place) != turned.has(place)).collect::<Vec<_>>();
    let places = listing.places.iter().zip(&picked).filter(|(_, picked)| **picked).map(|(place, _)| *place).collect::<Vec<_>>();
    let settled = listing.places.iter().filter(|place| place.settled).copied().collect::<Vec<_>>();
    let onpick = {
        let (turned, now) = (turned.clone(), now.clone());
        Callback::from(move |(places, on): (Vec<Place>, bool)| {
            let open = places.into_iter().filter(|place| !place.settled);
            let turn = |place: &Place| place.labels(&now.state).is_empty() != on;
            let (off, back): (Vec<Place>, Vec<Place>) = open.partition(turn);
            turned.set(turned.with(&off, true).with(&back, false));
        })
    };
    let words = subject.words(&now.state);
    let untagged = listing.places.len() - settled.len();
    html! {
        <div class="twins-found" data-untagged={untagged.to_string()} data-tagged={settled.len().to_string()}>
            <h2 key="of" class="twins-of">
                <span key="what" class="small">{ now.word(Word::TwinsOf) }</span>
                <bdi key="words" class="quote" dir="auto">{ i18n::shortened(&words, 80) }</bdi>
                if let Some(label) = &label {
                    <span key="chip">{ chip(&now.state.tagset, label) }</span>
                }
            </h2>
            if subject.span.is_none() {
                { label_buttons(now, label.as_ref(), &chosen.setter()) }
            }
            { tag_button(props, label.clone(), places) }
            { state_line(props, untagged, settled.len()) }
            { leftovers_switch(now, *leftovers, passed_over, &leftovers.setter()) }
            { reverse::reverse(now, desk, &settled, label.as_ref(), &props.ondone) }
            <Aliases key="aliases" now={now.clone()} desk={desk.clone()} words={words} />
            <Hits key="hits" now={now.clone()} desk={desk.clone()} {listing} picked={Rc::new(picked)} {onpick} />
        </div>
    }
}

/// The labels that words which are only selected can be given.
fn label_buttons(now: &Now, chosen: Option<&LabelId>, set: &UseStateSetter<Option<LabelId>>) -> Html {
    let labels = now.state.tagset.labels.iter().filter(|label| !is_retired(&now.state, &label.id));
    let buttons = labels.map(|label| {
        let (set, id) = (set.clone(), label.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| set.set(Some(id.clone())));
        let name = i18n::label_name(now.lang, &label.id, &now.state.tagset);
        let pressed = if chosen == Some(&label.id) { "true" } else { "false" };
        html! {
            <button key={label.id.as_str()} type="button" class="chip-button" data-pick-label={label.id.as_str().to_owned()} aria-pressed={pressed}
                aria-label={name.clone()} title={name} {onclick}>{ chip(&now.state.tagset, &label.id) }</button>
        }
    });
    html! {
        <div key="labels" role="group" aria-label={now.word(Word::TwinsLabel)}>
            <p key="ask" class="small twins-state">{ now.word(Word::TwinsLabel) }</p>
            <div key="buttons" class="twins-pick">{ for buttons }</div>
        </div>
    }
}

/// The one press that does it all. It keeps the focus when nothing is left to do.
fn tag_button(props: &OfProps, label: Option<LabelId>, places: Vec<Place>) -> Html {
    let OfProps { now, desk, ondone, .. } = props;
    let lang = now.lang;
    let targets = label.as_ref().map(|label| bulk::untagged(&now.state, &places, label)).unwrap_or_default();
    let count = if label.is_some() { targets.len() } else { places.len() };
    let idle = label.is_none() || targets.is_empty();
    let onclick = {
        let (desk, ondone) = (desk.clone(), ondone.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(label) = label.as_ref().filter(|_| !targets.is_empty()) else { return };
            if desk.change(|state, context| many::tag(state, context, &targets, label)) {
                ondone.emit(found::was_tagged(lang, targets.len()));
            }
        })
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "ArrowDown" {
            event.prevent_default();
            focus_row(event.target_dyn_into());
        }
    });
    html! {
        <div key="do" class="twins-do">
            <button key="tag" type="button" class={classes!("button", (!idle).then_some("primary"))} data-first="" data-action="tag-twins" aria-disabled={idle.then_some("true")} {onclick} {onkeydown}>
                { found::tag(lang, count) }
            </button>
        </div>
    }
}

/// What was done, else how things stand.
fn state_line(props: &OfProps, untagged: usize, tagged: usize) -> Html {
    let now = &props.now;
    if !props.done.is_empty() {
        return html! { <p key="state" class="twins-state found-done">{ props.done.clone() }{ " " }{ now.word(Word::TwinsUndo) }</p> };
    }
    let words = match (untagged, tagged) {
        (0, 0 | 1) => now.word(Word::TwinsAlone).to_owned(),
        (0, _) => now.word(Word::TwinsDone).to_owned(),
        (_, 0) => found::places(now.lang, untagged),
        _ => format!("{}: {tagged} / {}", now.word(Word::TwinsTagged), tagged + untagged),
    };
    html! { <p key="state" class="twins-state small">{ words }</p> }
}

fn leftovers_switch(now: &Now, on: bool, count: usize, set: &UseStateSetter<bool>) -> Html {
    let onchange = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                set.set(field.checked());
            }
        })
    };
    html! {
        <label key="leftovers" class="mark twins-leftovers" hidden={count == 0}>
            <input type="checkbox" data-action="leftovers" checked={on} {onchange} />
            <span>{ now.word(Word::TwinsLeftovers) }{ format!(" ({count})") }</span>
        </label>
    }
}
