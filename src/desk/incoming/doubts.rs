//! Spans of a file whose place is not sure: each is shown with the place proposed, and taken only where that is accepted.

use crate::core::range::TextRange;
use crate::core::surroundings::around;
use crate::core::text::Text;
use crate::desk::now::Now;
use crate::format::exchange::anchor::Doubt;
use crate::format::exchange::bring::Arrival;
use crate::i18n::desk::exchange::{self, Word};
use crate::i18n::{quoted, shortened, shown};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Doubts that are drawn.
const DRAWN: usize = 100;

/// The doubts of a document.
pub(super) fn doubts(now: &Now, arrival: &Rc<Arrival>, edit: &Callback<Arrival>) -> Html {
    let all = &arrival.anchored.doubtful;
    if all.is_empty() {
        return Html::default();
    }
    let word = |word| exchange::word(now.lang, word);
    let accept_all = {
        let (arrival, edit) = (arrival.clone(), edit.clone());
        Callback::from(move |_: MouseEvent| {
            let accepted = arrival.anchored.doubtful.iter().map(|doubt| doubt.place.is_some()).collect();
            edit.emit(Arrival { accepted, ..Arrival::clone(&arrival) });
        })
    };
    let rest = all.len().saturating_sub(DRAWN);
    html! {
        <section key="doubts" class="import-doubts" aria-label={word(Word::Doubtful)} data-doubts={all.len().to_string()}>
            <h4 key="title">{ word(Word::Doubtful) }{ ": " }<bdi>{ all.len() }</bdi></h4>
            <p key="about" class="small">{ word(Word::DoubtfulAbout) }</p>
            if all.iter().any(|doubt| doubt.place.is_some()) {
                <button key="all" type="button" class="button" data-action="accept-all" onclick={accept_all}>{ word(Word::AcceptAll) }</button>
            }
            <ul key="each">{ for all.iter().enumerate().take(DRAWN).map(|(place, doubt)| one(now, arrival, place, doubt, edit)) }</ul>
            if rest > 0 { <p key="rest" class="small">{ exchange::more(now.lang, rest) }</p> }
        </section>
    }
}

fn one(now: &Now, arrival: &Rc<Arrival>, place: usize, doubt: &Doubt, edit: &Callback<Arrival>) -> Html {
    let onchange = {
        let (arrival, edit) = (arrival.clone(), edit.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut next = Arrival::clone(&arrival);
            if let Some(accepted) = next.accepted.get_mut(place) {
                *accepted = input.checked();
            }
            edit.emit(next);
        })
    };
    let words = doubt.mark.words.as_deref().map(|words| quoted(&shortened(words, 60))).unwrap_or_default();
    let text = &arrival.anchored.sheet.text;
    let found = match doubt.place {
        Some(range) => html! {
            <label key="found" class="check">
                <input key="box" type="checkbox" checked={arrival.accepted.get(place).copied().unwrap_or_default()} {onchange} />
                <span key="name">{ exchange::word(now.lang, Word::Accept) }</span>
                <bdi key="context" class="import-context" dir="auto">{ in_context(text, range) }</bdi>
                <span key="score" class="small">{ exchange::sure(now.lang, doubt.score) }</span>
            </label>
        },
        None => html! { <span key="found" class="small">{ exchange::word(now.lang, Word::NoPlace) }</span> },
    };
    html! {
        <li key={place}><bdi key="label" class="small" dir="ltr">{ shown(&doubt.mark.label) }</bdi>{ " " }<bdi key="words">{ words }</bdi>{ found }</li>
    }
}

/// A place in its paragraph, its words marked.
fn in_context(text: &Text, range: TextRange) -> Html {
    let (before, after) = around(text, range);
    html! { <>{ shown(&before) }<mark key="words">{ shown(text.slice(range)) }</mark>{ shown(&after) }</> }
}
