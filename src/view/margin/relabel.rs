//! All labels, to give the chosen spans another one.

use crate::core::ids::LabelId;
use crate::draw;
use crate::i18n::{self, Word};
use crate::session::Action;
use crate::view::now::{Now, keep_selection};
use crate::view::parts::{chip, unseen};
use crate::web::shell::Shell;
use yew::prelude::*;

/// All labels as chips. `current` is the one that the spans have, where it is one; `chosen` is called after a choice.
pub fn label_choice(now: &Now, shell: &Shell, current: Option<&LabelId>, chosen: &Callback<()>) -> Html {
    let pick = |id: &LabelId| {
        let title = i18n::label_name(now.lang(), id, &now.state.tagset);
        let pressed = if current == Some(id) { "true" } else { "false" };
        let onclick = {
            let (shell, chosen, id) = (shell.clone(), chosen.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                shell.dispatch(Action::Relabel(id.clone()));
                chosen.emit(());
            })
        };
        draw! {
            <button key={id.as_str()} type="button" class="chip-button" data-pick={id.as_str().to_owned()} title={title.clone()} aria-pressed={pressed}
                onmousedown={keep_selection()} {onclick}>{ chip(&now.state.tagset, id) }{ unseen(title) }</button>
        }
    };
    draw! {
        <div key="labels" class="label-choice" role="group" aria-label={now.word(Word::Relabel)}>{ for now.state.tagset.offered().map(|label| pick(&label.id)) }</div>
    }
}
