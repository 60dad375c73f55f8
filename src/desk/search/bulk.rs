//! What is done to all picked places at once: tag, relabel, delete.

use super::place::Place;
use crate::core::command::SpanRef;
use crate::core::ids::{DocumentId, LabelId};
use crate::core::memory::is_retired;
use crate::core::range::TextRange;
use crate::core::state::State;
use crate::desk::now::Now;
use crate::i18n;
use crate::i18n::desk::Word;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The places that have no span of that label of one's own yet.
#[must_use]
pub fn untagged(state: &State, places: &[Place], label: &LabelId) -> Vec<(DocumentId, TextRange)> {
    let free = places.iter().filter(|place| !place.spans(state).any(|span| span.label == *label && state.is_own(span)));
    free.filter_map(|place| Some((place.state(state)?.document.id.clone(), place.range))).collect()
}

/// The spans of one's own at places: all, or those of one label.
#[must_use]
pub fn own_spans(state: &State, places: &[Place], label: Option<&LabelId>) -> Vec<SpanRef> {
    let mut spans = Vec::new();
    for place in places {
        let Some(document) = place.state(state) else { continue };
        let here = place.spans(state).filter(|span| state.is_own(span) && label.is_none_or(|label| span.label == *label));
        spans.extend(here.map(|span| (document.document.id.clone(), span.id.clone())));
    }
    spans
}

/// A choice of one of the labels that are in use. `empty` is what it says while none is chosen.
pub fn label_choice(
    now: &Now,
    name: &'static str,
    chosen: Option<&LabelId>,
    empty: Option<&str>,
    onlabel: &Callback<LabelId>,
) -> Html {
    let onchange = {
        let (onlabel, asks) = (onlabel.clone(), empty.is_some());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let label = field.value();
            if asks {
                field.set_value("");
            }
            if !label.is_empty() {
                onlabel.emit(LabelId::from(label.as_str()));
            }
        })
    };
    let labels = now.state.tagset.labels.iter().filter(|label| !is_retired(&now.state, &label.id));
    html! {
        <select key={name} class="desk-field label-choice" data-field={name} aria-label={empty.unwrap_or(now.word(Word::PickLabel)).to_owned()} {onchange}>
            if let Some(empty) = empty {
                <option key="" value="" selected=true>{ empty.to_owned() }</option>
            }
            { for labels.map(|label| html! {
                <option key={label.id.as_str()} value={label.id.as_str().to_owned()} selected={chosen == Some(&label.id)}>
                    { format!("{} ({})", i18n::name(now.lang, &label.name), label.id) }
                </option>
            }) }
        </select>
    }
}
