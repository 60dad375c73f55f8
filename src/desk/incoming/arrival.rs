//! One document of a work: whether it is taken, where its spans go, what was moved and what is doubtful.

use super::doubts::doubts;
use crate::core::document::Direction;
use crate::core::ids::DocumentId;
use crate::desk::field::text_of;
use crate::desk::now::Now;
use crate::format::exchange::anchor::Moved;
use crate::format::exchange::bring::{Arrival, Target, retarget};
use crate::format::exchange::model::Sheet;
use crate::i18n::desk::exchange::{self, Word};
use crate::i18n::{self, quoted, shortened, shown_in_lines};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Characters of a text that are shown.
const SHOWN: usize = 400;

/// Spans that are named of those moved.
const NAMED: usize = 20;

/// Documents that are offered as a place for spans.
const OFFERED: usize = 200;

/// The document. `is_text`: without any span, so that its text is shown.
pub(super) fn draw(now: &Now, place: usize, arrival: &Rc<Arrival>, is_text: bool, edit: &Callback<Arrival>) -> Html {
    let word = |word| exchange::word(now.lang, word);
    let wanted = {
        let (arrival, edit) = (arrival.clone(), edit.clone());
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                edit.emit(Arrival { wanted: input.checked(), ..Arrival::clone(&arrival) });
            }
        })
    };
    let raw = &arrival.raw;
    let title = [&raw.title, &raw.name].into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default();
    let all = raw.spans.len();
    html! {
        <li key={place} class="import-document" data-arrival={arrival.taken().to_string()}>
            <label key="wanted" class="check">
                <input key="box" type="checkbox" checked={arrival.wanted} onchange={wanted} />
                <span key="title"><bdi>{ shortened(&title, 80) }</bdi></span>
                if all > 0 { <span key="spans" class="small">{ exchange::spans(now.lang, arrival.taken(), all) }</span> }
            </label>
            if arrival.wanted {
                { target(now, arrival, edit) }
                if is_text && arrival.target == Target::New { { about(now, arrival, edit) } }
                if all > 0 && arrival.anchored.unit != raw.unit {
                    <p key="unit" class="small">{ exchange::unit(now.lang, arrival.anchored.unit) }</p>
                }
                { moved(now, &arrival.anchored.moved) }
                { doubts(now, arrival, edit) }
                if is_text { { text(arrival, word(Word::Preview)) } }
            }
        </li>
    }
}

/// Where its spans go.
fn target(now: &Now, arrival: &Rc<Arrival>, edit: &Callback<Arrival>) -> Html {
    let known: Vec<(DocumentId, String)> = now
        .state
        .documents
        .iter()
        .take(OFFERED)
        .map(|one| (one.document.id.clone(), i18n::document_name(now.lang, &one.document)))
        .collect();
    let onchange = {
        let (now, arrival, edit) = (now.clone(), arrival.clone(), edit.clone());
        Callback::from(move |event: Event| {
            let value = event.target_dyn_into::<HtmlSelectElement>().map_or_else(String::new, |select| select.value());
            let target = if value.is_empty() { Target::New } else { Target::Known(value.as_str().into()) };
            edit.emit(retarget(&now.state, &arrival, target));
        })
    };
    let option = |(id, name): &(DocumentId, String)| {
        let on = arrival.target == Target::Known(id.clone());
        html! { <option key={id.to_string()} value={id.to_string()} selected={on}>{ name.clone() }</option> }
    };
    html! {
        <label key="target" class="desk-named">
            <span key="name" class="small">{ exchange::word(now.lang, Word::Into) }</span>
            <select key="choice" class="desk-field" data-field="target" {onchange}>
                <option key="new" value="" selected={arrival.target == Target::New}>{ exchange::word(now.lang, Word::NewDocument) }</option>
                { for known.iter().map(option) }
            </select>
        </label>
    }
}

/// The title and the direction of a text.
fn about(now: &Now, arrival: &Rc<Arrival>, edit: &Callback<Arrival>) -> Html {
    let word = |word| exchange::word(now.lang, word);
    let with = |change: fn(&mut Sheet, String)| {
        let (arrival, edit) = (arrival.clone(), edit.clone());
        move |value: String| {
            let mut next = Arrival::clone(&arrival);
            change(&mut next.raw, value);
            edit.emit(next);
        }
    };
    let retitle = with(|raw, title| raw.title = title);
    let turn = with(|raw, name| raw.direction = Direction::named(&name).unwrap_or_default());
    let onchange = Callback::from(move |event: Event| retitle(text_of(event.target_dyn_into())));
    let onturn = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            turn(select.value());
        }
    });
    let option = |(direction, name): (Direction, Word)| {
        html! { <option key={direction.name()} value={direction.name()} selected={arrival.raw.direction == direction}>{ word(name) }</option> }
    };
    let directions = [(Direction::Rtl, Word::Rtl), (Direction::Ltr, Word::Ltr), (Direction::Auto, Word::Auto)];
    html! {
        <div key="about" class="import-about">
            <label key="title" class="desk-named">
                <span key="name" class="small">{ word(Word::Title) }</span>
                <input key="field" class="desk-field" type="text" dir="auto" data-field="title" value={arrival.raw.title.clone()} {onchange} />
            </label>
            <label key="direction" class="desk-named">
                <span key="name" class="small">{ word(Word::Direction) }</span>
                <select key="choice" class="desk-field" data-field="direction" onchange={onturn}>{ for directions.into_iter().map(option) }</select>
            </label>
        </div>
    }
}

fn moved(now: &Now, moved: &[Moved]) -> Html {
    if moved.is_empty() {
        return Html::default();
    }
    let one = |(place, moved): (usize, &Moved)| {
        let (from, to) = (moved.from.start().0, moved.to.start().0);
        html! {
            <li key={place}><bdi>{ quoted(&shortened(&moved.words, 60)) }</bdi>{ " " }<bdi class="small" dir="ltr">{ format!("{from} → {to}") }</bdi>{ " " }<span class="small">{ exchange::sure(now.lang, moved.score) }</span></li>
        }
    };
    let rest = moved.len().saturating_sub(NAMED);
    html! {
        <details key="moved" data-moved={moved.len().to_string()}>
            <summary key="summary">{ exchange::word(now.lang, Word::Moved) }{ ": " }<bdi>{ moved.len() }</bdi></summary>
            <ul key="each">
                { for moved.iter().take(NAMED).enumerate().map(one) }
                if rest > 0 { <li key="rest" class="small">{ exchange::more(now.lang, rest) }</li> }
            </ul>
        </details>
    }
}

/// The beginning of a text.
fn text(arrival: &Arrival, name: &'static str) -> Html {
    let text = arrival.raw.text.as_str();
    let end = text.char_indices().nth(SHOWN).map_or(text.len(), |(at, _)| at);
    let more = if end < text.len() { "…" } else { "" };
    let dir = arrival.raw.direction.name();
    html! { <pre key="text" class="import-text" {dir} tabindex="0" aria-label={name} data-text="">{ shown_in_lines(&text[..end]) }{ more }</pre> }
}
