//! What is done to all marked spans of the list at once.

use crate::core::ids::{LabelId, SpanId};
use crate::i18n::{self, Noun, Word};
use crate::session::Action;
use crate::view::icon::Icon;
use crate::view::now::{Now, use_shell};
use crate::view::parts::Tool;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What the row is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct BulkProps {
    /// The session of this moment.
    pub now: Now,
    /// The marked spans.
    pub chosen: Rc<Vec<SpanId>>,
    /// How many are listed.
    pub of: usize,
    /// Marks all, or none.
    pub onall: Callback<bool>,
}

/// Marks all, relabels or deletes the marked ones.
#[component]
pub fn Bulk(props: &BulkProps) -> Html {
    let (now, shell, count) = (&props.now, use_shell(), props.chosen.len());
    let onall = {
        let onall = props.onall.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                onall.emit(field.checked());
            }
        })
    };
    let ondelete = {
        let (shell, chosen) = (shell.clone(), props.chosen.clone());
        Callback::from(move |_: MouseEvent| {
            shell.dispatch(Action::ChooseAll(chosen.to_vec()));
            shell.dispatch(Action::Delete);
        })
    };
    let onrelabel = {
        let (shell, chosen) = (shell.clone(), props.chosen.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let label = field.value();
            field.set_value("");
            shell.dispatch(Action::ChooseAll(chosen.to_vec()));
            shell.dispatch(Action::Relabel(LabelId::from(label.as_str())));
        })
    };
    html! {
        <div class="bulk" hidden={props.of == 0}>
            <label key="all" class="mark"><input type="checkbox" checked={count > 0 && count == props.of} onchange={onall} /><span>{ now.word(Word::ChooseAll) }</span></label>
            <span key="count" class="small" hidden={count == 0}>{ i18n::counted(now.lang(), Noun::Span, count) }</span>
            <select key="relabel" aria-label={now.word(Word::Relabel)} hidden={count == 0} onchange={onrelabel}>
                <option key="" value="" selected=true>{ now.word(Word::Relabel) }</option>
                { for now.state.tagset.labels.iter().map(|label| html! {
                    <option key={label.id.as_str()} value={label.id.as_str().to_owned()}>{ format!("{} ({})", i18n::name(now.lang(), &label.name), label.id) }</option>
                }) }
            </select>
            <span key="delete" hidden={count == 0}>
                <Tool icon={Icon::Delete} name={now.word(Word::Delete)} action="delete-marked" onclick={ondelete} />
            </span>
        </div>
    }
}
