//! The tagset at the inline start of the page: each label with its key and its count.

mod label;

use super::icon::{Icon, icon};
use super::now::{NowProps, keep_selection, on, use_shell};
use super::parts::chip;
use crate::i18n::Word;
use crate::session::Action;
use label::LabelRow;
use yew::prelude::*;

/// The tagset.
#[component]
pub fn Tagset(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, use_shell());
    let counts = use_memo((now.document().cloned(), now.state.tagset.clone()), |(state, tagset)| {
        let mut counts = vec![0_usize; tagset.labels.len()];
        for span in state.iter().flat_map(|state| state.spans.iter()) {
            if let Some(place) = tagset.position(&span.label) {
                counts[place] += 1;
            }
        }
        counts
    });
    let active = now.active().map(|span| &span.label);
    let rows = now.state.tagset.labels.iter().enumerate().filter(|(_, label)| !label.is_retired()).map(|(place, label)| {
        let count = counts.get(place).copied().unwrap_or(0);
        let (hidden, active) = (now.hidden.contains(&label.id), active == Some(&label.id));
        let armed = now.armed.as_ref() == Some(&label.id);
        html! { <LabelRow key={label.id.as_str()} label={label.clone()} {place} {count} {hidden} {active} {armed} lang={now.lang()} /> }
    });
    html! {
        <div class="tagset">
            <div key="head" class="tagset-head">
                <h2>{ now.word(Word::Tagset) }</h2>
                { for now.armed.as_ref().map(|label| html! {
                    <button type="button" class="tool text" data-action="disarm" title={now.word(Word::Disarm)} aria-label={format!("{}: {label}", now.word(Word::Disarm))}
                        onmousedown={keep_selection()} onclick={on(&shell, Action::Arm(None))}>{ icon(Icon::Pin) }{ chip(&now.state.tagset, label) }{ icon(Icon::Close) }</button>
                }) }
                <button type="button" class="tool text" hidden={now.hidden.is_empty()} onclick={on(&shell, Action::ShowLabels)}>
                    { now.word(Word::ShowLabels) }
                </button>
            </div>
            <ul key="labels">{ for rows }</ul>
        </div>
    }
}
