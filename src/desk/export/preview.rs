//! What an export cannot hold, and its first lines.

use super::Shared;
use crate::desk::Now;
use crate::format::exchange::loss::{Loss, LossKind};
use crate::i18n::desk::exchange::{self, Word, by_kind};
use crate::i18n::{quoted, shown, shown_in_lines};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Lines that are shown of a file.
const LINES: usize = 12;

/// Characters that are shown of a line.
const WIDTH: usize = 200;

/// Losses of a kind that are named.
const NAMED: usize = 8;

#[derive(Properties, Clone, PartialEq)]
pub(super) struct PreviewProps {
    pub now: Now,
    pub made: Shared,
}

/// The losses, then the lines of a file.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let (now, made) = (&props.now, &*props.made.0);
    let place = use_state(|| 0_usize);
    let word = |word| exchange::word(now.lang, word);
    let Some(file) = made.files.get(*place).or(made.files.first()) else { return Html::default() };
    let onchange = {
        let place = place.setter();
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
            place.set(usize::try_from(chosen).unwrap_or(0));
        })
    };
    let option = |(at, file): (usize, &crate::format::exchange::file::OutFile)| {
        html! { <option key={at} selected={at == *place}>{ shown(&file.name) }</option> }
    };
    let lines = match std::str::from_utf8(&file.bytes) {
        Ok(text) => first_lines(text),
        Err(_) => word(Word::Binary).to_owned(),
    };
    html! {
        <>
            <section key="losses" class="desk-part export-losses" aria-label={word(Word::Losses)} data-losses={made.losses.len().to_string()}>
                <h3 key="title">{ word(Word::Losses) }</h3>
                if made.losses.is_empty() {
                    <p key="none" class="small">{ word(Word::NoLosses) }</p>
                } else {
                    <ul key="kinds">{ for by_kind(&made.losses).into_iter().map(|(kind, all)| losses(now, kind, &all)) }</ul>
                }
            </section>
            <section key="lines" class="desk-part" aria-label={word(Word::Preview)}>
                <h3 key="title">{ word(Word::Preview) }</h3>
                if made.files.len() > 1 {
                    <label key="file" class="desk-named">
                        <span key="name" class="small">{ word(Word::PreviewOf) }</span>
                        <select key="choice" class="desk-field" data-field="preview" dir="ltr" {onchange}>{ for made.files.iter().enumerate().map(option) }</select>
                    </label>
                } else {
                    <p key="name" class="small"><bdi>{ shown(&file.name) }</bdi></p>
                }
                <pre key="lines" class="export-lines" dir="ltr" tabindex="0" data-preview-lines="">{ lines }</pre>
            </section>
        </>
    }
}

fn losses(now: &Now, kind: LossKind, all: &[&Loss]) -> Html {
    let one = |(place, loss): (usize, &&Loss)| {
        let words = if loss.words.is_empty() { String::new() } else { quoted(&crate::i18n::shortened(&loss.words, 60)) };
        html! { <li key={place}><bdi class="small" dir="ltr">{ shown(&loss.label) }</bdi>{ " " }<bdi>{ words }</bdi></li> }
    };
    let rest = all.len().saturating_sub(NAMED);
    html! {
        <li key={format!("{kind:?}")}>
            <details>
                <summary key="summary">{ exchange::loss(now.lang, kind) }{ ": " }<bdi>{ all.len() }</bdi></summary>
                <ul key="each">
                    { for all.iter().take(NAMED).enumerate().map(one) }
                    if rest > 0 { <li key="rest" class="small">{ exchange::more(now.lang, rest) }</li> }
                </ul>
            </details>
        </li>
    }
}

/// The first lines of a file, each cut where it is long; what hides in them is shown.
fn first_lines(text: &str) -> String {
    let mut lines = String::new();
    for line in text.lines().take(LINES) {
        let end = line.char_indices().nth(WIDTH).map_or(line.len(), |(at, _)| at);
        lines.push_str(&shown_in_lines(&line[..end]));
        lines.push_str(if end < line.len() { "…\n" } else { "\n" });
    }
    lines
}
