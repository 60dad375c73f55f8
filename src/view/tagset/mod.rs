//! The tagset at the inline start of the page: each label with its key and its count.

mod counts;
mod label;

use super::icon::{Icon, icon};
use super::now::{NowProps, keep_selection, on, the_shell};
use super::part::part;
use super::parts::chip;
use crate::draw;
use crate::i18n::Word;
use crate::session::Action;
use counts::Counts;
use label::{LabelProps, LabelRow};
use yew::prelude::*;

/// The tagset.
#[component]
pub fn Tagset(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, the_shell());
    let counts = use_mut_ref(Counts::default);
    counts.borrow_mut().follow(now.document(), &now.state.tagset);
    let active = now.active().map(|span| &span.label);
    let rows = now.state.tagset.labels.iter().enumerate().filter(|(_, label)| !label.is_retired()).map(|(place, label)| {
        let count = counts.borrow().of(place);
        let (hidden, active) = (now.hidden.contains(&label.id), active == Some(&label.id));
        let armed = now.armed.as_ref() == Some(&label.id);
        part::<LabelRow>(
            label.id.as_str(),
            LabelProps { label: label.clone(), place, count, hidden, active, armed, lang: now.lang() },
        )
    });
    draw! {
        <div class="tagset">
            <div key="head" class="tagset-head">
                <h2>{ now.word(Word::Tagset) }</h2>
                { now.armed.as_ref().map(|label| draw! {
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
