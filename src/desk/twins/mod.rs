//! Twins: what is written like the chosen span, in all documents, and what is done to it at once.

mod alias;
mod reverse;
mod seek;
mod subject;

use super::large::Doing;
use super::now::{Desk, Now};
use super::parts::PageProps;
use super::search::hits::{Hits, focus_row};
use super::search::place::Place;
use super::search::{Done, Picks, Said, bulk};
use crate::core::ids::{DocumentId, LabelId};
use crate::core::many;
use crate::core::memory::is_retired;
use crate::core::range::TextRange;
use crate::desk::slices::{Progress, Slices, Work, use_slices};
use crate::i18n;
use crate::i18n::desk::{Word, found};
use crate::view::chip;
use alias::Aliases;
use seek::{Question, Search, Twins};
use std::collections::HashSet;
use std::rc::Rc;
use subject::Subject;
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
    let under_way = use_state(|| false);
    let doing = Doing { desk: desk.clone(), under_way: under_way.clone(), ondone: props.ondone.clone() };
    let label = subject.span.as_ref().map(|(_, label)| label.clone()).or_else(|| Option::clone(&chosen));
    let question = Question { state: now.state.clone(), subject: subject.clone(), label: label.clone(), leftovers: *leftovers };
    let Slices { work, over, .. } = use_slices(question, Search::new);
    // Until the search is over, what was found before stands.
    let found = use_mut_ref(|| (false, Twins::default()));
    let listed = use_mut_ref(|| None::<Rc<std::cell::RefCell<Search>>>);
    if over && listed.borrow().as_ref().is_none_or(|of| !Rc::ptr_eq(of, &work)) {
        listed.replace(Some(work.clone()));
        found.replace((true, work.borrow_mut().done()));
    }
    let (known, Twins { listing, fresh, settled, leftovers: passed_over }) = found.borrow().clone();
    let share = Callback::from(move |()| work.borrow().share());
    // Untagged places are picked until they are turned off; others until they are turned on.
    let picked = use_memo((listing.clone(), fresh.clone(), Picks::clone(&turned)), |(listing, fresh, turned)| {
        let all = listing.places.iter().zip(fresh.iter());
        all.map(|(place, fresh)| !place.settled && *fresh != turned.has(place)).collect::<Vec<_>>()
    });
    let places =
        use_memo((now.state.clone(), listing.clone(), Rc::clone(&picked), label.clone()), |(state, listing, picked, label)| {
            let places = listing.places.iter().zip(picked.iter()).filter(|(_, picked)| **picked).map(|(place, _)| *place);
            let places = places.collect::<Vec<_>>();
            Targets { count: places.len(), places: label.as_ref().map(|label| bulk::untagged(state, &places, label)) }
        });
    let tagged = listing.places.iter().filter(|place| place.settled).count();
    let onpick = {
        let (turned, listing, fresh) = (turned.clone(), listing.clone(), fresh.clone());
        Callback::from(move |(places, on): (Vec<Place>, bool)| {
            let places = places.into_iter().collect::<HashSet<_>>();
            let open = listing.places.iter().zip(fresh.iter()).filter(|(place, _)| !place.settled && places.contains(place));
            let (off, back): (Vec<_>, Vec<_>) = open.partition(|(_, fresh)| **fresh != on);
            let only = |list: Vec<(&Place, &bool)>| list.into_iter().map(|(place, _)| *place).collect::<Vec<_>>();
            turned.set(turned.with(&only(off), true).with(&only(back), false));
        })
    };
    let words = subject.words(&now.state);
    let untagged = listing.places.len() - tagged;
    let counted = |count: usize| known.then(|| count.to_string());
    html! {
        <div class="twins-found" data-untagged={counted(untagged)} data-tagged={counted(tagged)} aria-busy={(!over).then_some("true")}>
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
            { tag_button(props, label.clone(), &places, &doing) }
            if !over {
                <p key="looking" class="twins-state"><Progress now={now.clone()} {share} /></p>
            }
            if known {
                { state_line(props, *under_way, untagged, tagged) }
            }
            { leftovers_switch(now, *leftovers, passed_over, &leftovers.setter()) }
            { reverse::reverse(now, &settled, &doing) }
            <Aliases key="aliases" now={now.clone()} desk={desk.clone()} words={words} />
            <Hits key="hits" now={now.clone()} desk={desk.clone()} {listing} picked={Rc::clone(&picked)} of={subject.key()} {onpick} />
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

/// The places that are picked.
struct Targets {
    count: usize,
    /// What of them can be given the label, where there is one.
    places: Option<Vec<(DocumentId, TextRange)>>,
}

/// The one press that does it all. It keeps the focus when nothing is left to do.
fn tag_button(props: &OfProps, label: Option<LabelId>, picked: &Rc<Targets>, doing: &Doing) -> Html {
    let lang = props.now.lang;
    let count = picked.places.as_ref().map_or(picked.count, Vec::len);
    let idle = *doing.under_way || picked.places.as_ref().is_none_or(Vec::is_empty);
    let onclick = {
        let (doing, picked) = (doing.clone(), picked.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(label) = label.clone().filter(|_| !idle) else { return };
            let picked = picked.clone();
            doing.change(count, found::was_tagged(lang, count), move |state, context| {
                many::tag(state, context, picked.places.as_deref().unwrap_or_default(), &label)
            });
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
fn state_line(props: &OfProps, under_way: bool, untagged: usize, tagged: usize) -> Html {
    let now = &props.now;
    if under_way {
        return html! { <p key="state" class="twins-state small" role="status">{ now.word(Word::UnderWay) }</p> };
    }
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
