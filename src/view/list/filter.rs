//! What the list is narrowed to.

use crate::core::ids::LabelId;
use crate::draw;
use crate::i18n::{self, Word};
use crate::session::{Action, Filter};
use crate::view::now::Now;
use crate::web::shell::Shell;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A label and words to narrow the list to.
pub fn filter(now: &Now, shell: &Shell) -> Html {
    let oninput = {
        let shell = shell.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                let label = shell.session().filter.label.clone();
                shell.dispatch(Action::Filter(Filter { label, words: field.value() }));
            }
        })
    };
    let shell = shell.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlSelectElement>() {
            let label = Some(field.value()).filter(|id| !id.is_empty()).map(|id| LabelId::from(id.as_str()));
            let words = shell.session().filter.words.clone();
            shell.dispatch(Action::Filter(Filter { label, words }));
        }
    });
    // An empty field takes the direction of its hint.
    let dir = (!now.filter.words.is_empty()).then_some("auto");
    let current = now.filter.label.as_ref();
    draw! {
        <div key="filter" class="filter">
            <input key="words" type="search" {dir} aria-label={now.word(Word::Words)} placeholder={now.word(Word::Words)} value={now.filter.words.clone()} {oninput} />
            <select key="label" aria-label={now.word(Word::FilterLabel)} {onchange}>
                <option key="" value="" selected={current.is_none()}>{ now.word(Word::EveryLabel) }</option>
                { for now.state.tagset.labels.iter().map(|label| draw! {
                    <option key={label.id.as_str()} value={label.id.as_str().to_owned()} selected={current == Some(&label.id)}>
                        { format!("{} ({})", i18n::name(now.lang(), &label.name), label.id) }
                    </option>
                }) }
            </select>
        </div>
    }
}
