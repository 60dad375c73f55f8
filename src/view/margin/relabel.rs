//! All labels, to give the chosen spans another one.

use crate::core::ids::LabelId;
use crate::i18n::{self, Word};
use crate::session::Action;
use crate::view::now::{Now, keep_selection, use_shell};
use crate::view::parts::chip;
use yew::prelude::*;

/// What the choice is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct ChoiceProps {
    /// The session of this moment.
    pub now: Now,
    /// The label that they have now, where it is one.
    #[prop_or_default]
    pub current: Option<LabelId>,
    /// Called after a choice.
    pub chosen: Callback<()>,
}

/// All labels as chips.
#[component]
pub fn LabelChoice(props: &ChoiceProps) -> Html {
    let (now, shell) = (&props.now, use_shell());
    let pick = |id: &LabelId| {
        let title = i18n::label_name(now.lang(), id, &now.state.tagset);
        let current = if props.current.as_ref() == Some(id) { "true" } else { "false" };
        let onclick = {
            let (shell, chosen, id) = (shell.clone(), props.chosen.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                shell.dispatch(Action::Relabel(id.clone()));
                chosen.emit(());
            })
        };
        html! {
            <button key={id.as_str()} type="button" class="chip-button" data-pick={id.as_str().to_owned()} aria-label={format!("{title} ({id})")} {title} aria-pressed={current}
                onmousedown={keep_selection()} {onclick}>{ chip(&now.state.tagset, id) }</button>
        }
    };
    html! {
        <div class="label-choice" role="group" aria-label={now.word(Word::Relabel)}>{ for now.state.tagset.labels.iter().map(|label| pick(&label.id)) }</div>
    }
}
