//! The margin on paper: all spans of the document as notes after the article, there only while it is printed.

use crate::draw;
use crate::view::now::{Now, NowProps};
use crate::view::parts::{chip, quote};
use crate::web::rest;
use gloo::events::EventListener;
use yew::prelude::*;

/// Characters of a quote.
const QUOTE: usize = 120;

/// The notes.
#[component]
pub fn Endnotes(props: &NowProps) -> Html {
    let printing = use_state(|| false);
    {
        let printing = printing.setter();
        use_effect_with((), move |()| {
            let window = gloo::utils::window();
            let after = printing.clone();
            let listeners = [
                EventListener::new(&window, "beforeprint", move |_| printing.set(true)),
                EventListener::new(&window, "afterprint", move |_| after.set(false)),
            ];
            move || drop(listeners)
        });
    }
    let (now, on_paper) = (&props.now, *printing && rest::here());
    let direction = now.document().map_or("auto", |state| state.document.direction.name());
    draw! { <ol class="endnotes" dir={direction}>{ on_paper.then(|| notes(now)) }</ol> }
}

/// A note for each span that is shown. The first program has it in its rest.
#[inline(never)]
fn notes(now: &Now) -> Html {
    let spans = now.document().into_iter().flat_map(|state| state.spans.iter().map(move |span| (state, span)));
    let notes = spans.filter(|(_, span)| !span.is_hidden(&now.hidden)).map(|(state, span)| {
        draw! {
            <li key={span.id.as_str()}>
                { chip(&now.state.tagset, &span.label) }{ quote(&span.words(&state.document.text), QUOTE, state.document.direction.name()) }
                { if span.note.is_empty() { String::new() } else { format!(": {}", span.note) } }
            </li>
        }
    });
    draw! { <>{ for notes }</> }
}
