//! A list of places in groups, each in its context, right to left. One stop of the Tab key: arrows walk it, Enter or a
//! click goes to the place in the article, Space picks it.

use super::place::{Group, Listing, Place};
use crate::core::surroundings::around;
use crate::desk::now::{Desk, Now};
use crate::desk::roving::{rows, stop};
use crate::i18n;
use crate::i18n::desk::{Word, found};
use crate::view::chip;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// Places that are drawn at first: more than a sheet shows at once, and few enough to be there in the frame of a key.
const FIRST: usize = 24;

/// Places that are drawn once nobody types.
const SOON: usize = 80;

/// How long nobody must have typed, in milliseconds.
const REST: u32 = 300;

/// Places that are added with each press of "more".
const PAGE: usize = 200;

/// What the list is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct HitsProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
    /// What is listed.
    pub listing: Rc<Listing>,
    /// For each place whether it is picked.
    pub picked: Rc<Vec<bool>>,
    /// What the places answer: while it stays, one stays at one's row.
    pub of: AttrValue,
    /// Takes places that are picked, or (`false`) not any more.
    pub onpick: Callback<(Vec<Place>, bool)>,
}

/// The list.
#[component]
pub fn Hits(props: &HitsProps) -> Html {
    let current = use_state(|| 0);
    let shown = use_state(|| FIRST);
    let of = use_mut_ref(|| props.of.clone());
    // Another question begins at the top again, in the same frame.
    let fresh = of.replace(props.of.clone()) != props.of;
    if fresh {
        current.set(0);
        shown.set(FIRST);
    }
    let asked = use_mut_ref(|| false);
    {
        let (shown, asked) = (shown.setter(), asked.clone());
        use_effect_with(props.of.clone(), move |_| {
            asked.replace(false);
            let timer = Timeout::new(REST, move || {
                if !*asked.borrow() {
                    shown.set(SOON);
                }
            });
            move || drop(timer)
        });
    }
    let listing = &props.listing;
    let (most, at) = if fresh { (FIRST, 0) } else { (*shown, (*current).min(listing.places.len().saturating_sub(1))) };
    let (onclick, onkeydown, onchange, onfocusin) = handlers(props, &current);
    let more = {
        let shown = shown.setter();
        Callback::from(move |_: MouseEvent| {
            asked.replace(true);
            shown.set(most + PAGE);
        })
    };
    let left = listing.total() - listing.places.len().min(most);
    let groups = listing.groups.iter().enumerate().filter(|(_, group)| group.rows.start < most);
    html! {
        <div class="hits" data-rove="list" {onclick} {onkeydown} {onchange} {onfocusin}>
            { for groups.map(|(number, group)| group_of(props, number, group, most, at)) }
            <button key="more" type="button" class="button show-more" data-action="more-hits" hidden={left == 0} onclick={more}>
                { found::more(props.now.lang, left) }
            </button>
        </div>
    }
}

type Handlers = (Callback<MouseEvent>, Callback<KeyboardEvent>, Callback<Event>, Callback<FocusEvent>);

/// One handler of each kind for the whole list: rows know their number.
fn handlers(props: &HitsProps, current: &UseStateHandle<usize>) -> Handlers {
    let onclick = {
        let (desk, now, listing) = (props.desk.clone(), props.now.clone(), props.listing.clone());
        Callback::from(move |event: MouseEvent| {
            let place = row_of(event.target_dyn_into()).and_then(|row| listing.places.get(row));
            if let Some((place, document)) = place.and_then(|place| Some((place, place.state(&now.state)?))) {
                desk.go(&document.document.id, place.range);
            }
        })
    };
    let onkeydown = {
        let props = props.clone();
        Callback::from(move |event: KeyboardEvent| key(&props, &event))
    };
    let onchange = {
        let props = props.clone();
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let number = |name: &str| field.get_attribute(name).and_then(|number| number.parse::<usize>().ok());
            let (listing, picked) = (&props.listing, field.checked());
            if let Some(place) = number("data-pick").and_then(|row| listing.places.get(row)) {
                props.onpick.emit((vec![*place], picked));
            } else if let Some(group) = number("data-pick-group").and_then(|group| listing.groups.get(group)) {
                props.onpick.emit((listing.places[group.rows.clone()].to_vec(), picked));
            }
        })
    };
    let onfocusin = {
        let current = current.setter();
        Callback::from(move |event: FocusEvent| {
            if let Some(row) = row_of(event.target_dyn_into()) {
                current.set(row);
            }
        })
    };
    (onclick, onkeydown, onchange, onfocusin)
}

/// The number of the row whose own button an element lies in.
fn row_of(target: Option<Element>) -> Option<usize> {
    target?.closest("[data-row]").ok()??.get_attribute("data-row")?.parse().ok()
}

fn key(props: &HitsProps, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let Some(target) = event.target_dyn_into::<Element>() else { return };
    let Some(row) = target.get_attribute("data-row").and_then(|row| row.parse::<usize>().ok()) else { return };
    let Some(list) = target.closest("[data-rove]").ok().flatten() else { return };
    let all = rows(&list);
    let to = match event.key().as_str() {
        "ArrowDown" => all.get(row + 1),
        "ArrowUp" if row == 0 => {
            focus_first(&list);
            event.prevent_default();
            return;
        }
        "ArrowUp" => all.get(row - 1),
        "Home" => all.first(),
        "End" => all.last(),
        " " => {
            if let Some(place) = props.listing.places.get(row).filter(|place| !place.settled) {
                props.onpick.emit((vec![*place], !props.picked.get(row).copied().unwrap_or(false)));
            }
            event.prevent_default();
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to {
        let _ = to.focus();
    }
}

/// From what stands above the list down to the row that was walked to last.
pub fn focus_row(from: Option<Element>) {
    let page = from.and_then(|element| element.closest(".desk-page").ok().flatten());
    let row = page.and_then(|page| page.query_selector("[data-row][tabindex=\"0\"]").ok().flatten());
    if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        let _ = row.focus();
    }
}

/// Gives the focus to what has it first on this page.
fn focus_first(within: &Element) {
    let page = within.closest(".desk-page").ok().flatten();
    let first = page.and_then(|page| page.query_selector("[data-first]").ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

fn group_of(props: &HitsProps, number: usize, group: &Group, most: usize, at: usize) -> Html {
    let places = &props.listing.places[group.rows.clone()];
    let open = places.iter().filter(|place| !place.settled).count();
    let picked = group.rows.clone().filter(|row| !props.listing.places[*row].settled && props.picked[*row]).count();
    let title = if group.quoted { i18n::quoted(&group.title) } else { group.title.clone() };
    let rows = group.rows.clone().take_while(|row| *row < most).zip(places);
    html! {
        <section key={group.title.clone()} class="hit-group" data-group={group.title.clone()} aria-label={title.clone()}>
            <h3 key="title" class="hit-head">
                <label class="mark">
                    <input type="checkbox" data-pick-group={number.to_string()} aria-label={format!("{}: {title}", props.now.word(Word::PickForm))}
                        checked={picked > 0 && picked == open} disabled={open == 0} />
                </label>
                if group.quoted {
                    <bdi key="words" class="quote" dir="auto">{ i18n::shown(&group.title) }</bdi>
                } else {
                    <bdi key="name">{ i18n::shown(&group.title) }</bdi>
                }
                <span key="count" class="small hit-count" data-count={group.total.to_string()}>{ if group.quoted { found::places(props.now.lang, group.total) } else { found::hits(props.now.lang, group.total) } }</span>
            </h3>
            <ul key="rows" role="list">{ for rows.map(|(row, place)| row_at(props, row, place, row == at)) }</ul>
        </section>
    }
}

fn row_at(props: &HitsProps, row: usize, place: &Place, current: bool) -> Html {
    let now = &props.now;
    let Some(document) = place.state(&now.state).map(|state| &state.document) else { return Html::default() };
    let (before, after) = around(&document.text, place.range);
    let words = i18n::shortened(document.text.slice(place.range), 120);
    let labels = place.labels(&now.state);
    let dir = if document.is_rtl_at(place.range.start()) { "rtl" } else { "ltr" };
    let picked = props.picked.get(row).copied().unwrap_or(false);
    let about = place.settled.then(|| now.word(Word::TwinsTagged));
    html! {
        <li key={format!("{}-{}", place.document, place.range.start().0)} role="listitem" class="hit">
            <label key="pick" class="mark">
                <input type="checkbox" data-pick={row.to_string()} tabindex={stop(current)} checked={picked} disabled={place.settled}
                    aria-label={format!("{}: {}", now.word(Word::PickPlace), i18n::quoted(&words))} />
            </label>
            <button key="go" type="button" class="hit-go" data-row={row.to_string()} data-start={place.range.start().0.to_string()} tabindex={stop(current)} title={about}>
                <bdi key="line" class="quote hit-line" {dir}>{ i18n::shown(&before) }<mark>{ words }</mark>{ i18n::shown(&after) }</bdi>
                { for labels.iter().map(|label| html! { <span key={label.as_str()} class="hit-chip">{ chip(&now.state.tagset, label) }</span> }) }
            </button>
        </li>
    }
}
