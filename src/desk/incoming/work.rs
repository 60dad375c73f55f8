//! One work that waits: what it is, what was passed over, and its documents.

use super::arrival;
use super::waiting::{Bytes, Source, Work};
use crate::desk::now::Now;
use crate::format::exchange::bring::{known, named};
use crate::format::texts::{self, Encoding};
use crate::i18n::desk::exchange::{self, Word};
use crate::i18n::{quoted, shortened, shown};
use std::collections::BTreeSet;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Documents and remarks that are drawn; all are taken.
const DRAWN: usize = 50;

/// The work.
pub(super) fn draw(now: &Now, place: usize, work: &Rc<Work>, edit: &Callback<Work>) -> Html {
    let word = |word| exchange::word(now.lang, word);
    let kind = match &work.source {
        Source::Format(format) => html! { <span key="kind" class="small">{ exchange::name(now.lang, *format) }</span> },
        Source::Text(bytes, encoding) => encodings(now, work, bytes, *encoding, edit),
    };
    let many = work.arrivals.len().saturating_sub(DRAWN);
    let arrivals = work.arrivals.iter().enumerate().take(DRAWN).map(|(at, arrival)| {
        let (work, edit) = (work.clone(), edit.clone());
        arrival::draw(
            now,
            at,
            arrival,
            matches!(work.source, Source::Text(..)),
            &Callback::from(move |next| edit.emit(work.with(at, next))),
        )
    });
    html! {
        <section key={format!("work-{place}")} class="desk-part import-work" aria-label={shown(&work.file)} data-work={work.arrivals.len().to_string()}>
            <h3 key="title"><bdi>{ shown(&work.file) }</bdi></h3>
            { kind }
            { new_labels(now, work) }
            { remarks(now, work) }
            { of_text(now, work) }
            <ul key="documents" class="import-documents" aria-label={word(Word::Documents)}>{ for arrivals }</ul>
            if many > 0 { <p key="more" class="small">{ exchange::more(now.lang, many) }</p> }
        </section>
    }
}

/// The encodings of a text, where more than one is possible.
fn encodings(now: &Now, work: &Rc<Work>, bytes: &Rc<Bytes>, encoding: Encoding, edit: &Callback<Work>) -> Html {
    if bytes.encodings.len() < 2 {
        let name = (!bytes.encodings.is_empty()).then(|| exchange::encoding(now.lang, encoding.label()));
        return html! { <span key="kind" class="small"><bdi>{ name }</bdi></span> };
    }
    let onchange = {
        let (now, work, bytes, edit) = (now.clone(), work.clone(), bytes.clone(), edit.clone());
        Callback::from(move |event: Event| {
            let place = event.target_dyn_into::<HtmlSelectElement>().map_or(-1, |select| select.selected_index());
            let chosen = usize::try_from(place).ok().and_then(|place| bytes.encodings.get(place));
            if let Some(Ok(next)) = chosen.map(|encoding| Work::decoded(&now.state, &work.file, &bytes, *encoding)) {
                edit.emit(next);
            }
        })
    };
    let option = |(place, one): (usize, &Encoding)| {
        html! { <option key={place} selected={*one == encoding}>{ exchange::encoding(now.lang, one.label()) }</option> }
    };
    html! {
        <label key="kind" class="desk-named">
            <span key="name" class="small">{ exchange::word(now.lang, Word::Encoding) }</span>
            <select key="choice" class="desk-field" data-field="encoding" {onchange}>{ for bytes.encodings.iter().enumerate().map(option) }</select>
        </label>
    }
}

/// Labels that are not here yet.
fn new_labels(now: &Now, work: &Work) -> Html {
    let all: BTreeSet<&str> = work.arrivals.iter().flat_map(|arrival| named(&arrival.raw)).collect();
    let fresh: Vec<&str> = all.into_iter().filter(|name| known(&now.state.tagset, name).is_none()).collect();
    if fresh.is_empty() {
        return Html::default();
    }
    html! {
        <p key="labels" class="small">
            { exchange::word(now.lang, Word::NewLabels) }{ ": " }
            { for fresh.iter().take(DRAWN).enumerate().map(|(at, name)| html! { <bdi key={at} class="import-label">{ shortened(name, 40) }{ " " }</bdi> }) }
        </p>
    }
}

/// What a text does not hold of its file.
fn of_text(now: &Now, work: &Work) -> Html {
    let one = |(at, remark): (usize, &texts::Remark)| html! { <li key={at}>{ exchange::text_remark(now.lang, *remark) }</li> };
    if work.of_text.is_empty() {
        return Html::default();
    }
    html! { <ul key="of-text" class="small" data-of-text="">{ for work.of_text.iter().enumerate().map(one) }</ul> }
}

fn remarks(now: &Now, work: &Work) -> Html {
    if work.remarks.is_empty() {
        return Html::default();
    }
    let one = |(at, remark): (usize, &crate::format::exchange::fault::Remark)| {
        html! {
            <li key={at}>
                { exchange::remark(now.lang, remark.kind) }{ ": " }<bdi>{ quoted(&shortened(&remark.words, 60)) }</bdi>
                if remark.line > 0 { { " " }<bdi class="small">{ remark.line }</bdi> }
            </li>
        }
    };
    html! {
        <details key="remarks" data-remarks={work.remarks.len().to_string()}>
            <summary key="summary">{ exchange::word(now.lang, Word::Passed) }{ ": " }<bdi>{ work.remarks.len() }</bdi></summary>
            <ul key="each">{ for work.remarks.iter().take(DRAWN).enumerate().map(one) }</ul>
        </details>
    }
}
