//! What is done to all chosen spans of the list at once.

use crate::core::ids::{LabelId, SpanId};
use crate::draw;
use crate::i18n::{self, Noun, Word};
use crate::session::Action;
use crate::view::icon::Icon;
use crate::view::now::{Now, on};
use crate::view::parts::Tool;
use crate::web::shell::Shell;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Chooses all `listed` spans, relabels or deletes the chosen ones.
pub fn bulk(now: &Now, shell: &Shell, listed: Vec<SpanId>) -> Html {
    let (of, count) = (listed.len(), now.chosen.len());
    let onall = {
        let shell = shell.clone();
        Callback::from(move |event: Event| {
            let checked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|field| field.checked());
            shell.dispatch(Action::ChooseAll(if checked { listed.clone() } else { Vec::new() }));
        })
    };
    let onrelabel = {
        let shell = shell.clone();
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let label = LabelId::from(field.value().as_str());
            field.set_value("");
            shell.dispatch(Action::Relabel(label));
        })
    };
    draw! {
        <div key="bulk" class="bulk" hidden={of == 0}>
            <label key="all" class="mark"><input type="checkbox" checked={count > 0 && count == of} onchange={onall} /><span>{ now.word(Word::ChooseAll) }</span></label>
            <span key="count" class="small" hidden={count < 2}>{ i18n::counted(now.lang(), Noun::Span, count) }</span>
            <select key="relabel" aria-label={now.word(Word::Relabel)} hidden={count < 2} onchange={onrelabel}>
                <option key="" value="" selected=true>{ now.word(Word::Relabel) }</option>
                { for now.state.tagset.offered().map(|label| draw! {
                    <option key={label.id.as_str()} value={label.id.as_str().to_owned()}>{ format!("{} ({})", i18n::name(now.lang(), &label.name), label.id) }</option>
                }) }
            </select>
            <span key="delete" hidden={count < 2}>
                { Tool::new(Icon::Delete, now.word(Word::Delete), on(shell, Action::Delete)).action("delete-chosen").draw() }
            </span>
        </div>
    }
}
