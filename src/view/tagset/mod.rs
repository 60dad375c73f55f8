//! The tagset at the inline start of the page: each label with its key and its count.

mod label;

use super::now::{NowProps, on, use_shell};
use crate::core::ids::LabelId;
use crate::i18n::Word;
use crate::session::Action;
use label::LabelRow;
use std::collections::HashMap;
use yew::prelude::*;

/// The tagset.
#[component]
pub fn Tagset(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, use_shell());
    let mut counts: HashMap<&LabelId, usize> = HashMap::new();
    for span in now.document().into_iter().flat_map(|state| state.spans.iter()) {
        *counts.entry(&span.label).or_default() += 1;
    }
    let active = now.active().map(|span| &span.label);
    let rows = now.state.tagset.labels.iter().enumerate().map(|(place, label)| {
        let count = counts.get(&label.id).copied().unwrap_or(0);
        let (hidden, active) = (now.hidden.contains(&label.id), active == Some(&label.id));
        html! { <LabelRow key={label.id.as_str()} label={label.clone()} {place} {count} {hidden} {active} lang={now.lang()} /> }
    });
    html! {
        <div class="tagset">
            <div key="head" class="tagset-head">
                <h2>{ now.word(Word::Tagset) }</h2>
                <button type="button" class="tool text" hidden={now.hidden.is_empty()} onclick={on(&shell, Action::ShowLabels)}>
                    { now.word(Word::ShowLabels) }
                </button>
            </div>
            <ul key="labels">{ for rows }</ul>
        </div>
    }
}
