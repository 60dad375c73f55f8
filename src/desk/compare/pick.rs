//! Which two documents are compared: those there are, or two chosen of them.

use super::super::parts::document_name;
use crate::core::ids::DocumentId;
use crate::desk::Now;
use crate::i18n::desk::compare::{Word, word};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Two documents.
pub type Two = (DocumentId, DocumentId);

/// The two that were chosen, while they are there; else the first two of the project. `None` where there is only one.
pub fn two(now: &Now, chosen: Option<&Two>) -> Option<Two> {
    let is_there = |id: &DocumentId| now.state.document(id).is_some();
    let mut all = now.state.documents.iter().map(|state| state.document.id.clone());
    let first = all.next().zip(all.next());
    chosen.filter(|(one, other)| one != other && is_there(one) && is_there(other)).cloned().or(first)
}

/// The choice; nothing where there is none.
pub fn pick(now: &Now, two: Option<&Two>, chosen: &UseStateHandle<Option<Two>>) -> Html {
    let Some(two) = two.filter(|_| now.state.documents.len() > 2) else { return Html::default() };
    let select = |first: bool, label: Word| {
        let (mine, other) = if first { (&two.0, &two.1) } else { (&two.1, &two.0) };
        let (setter, stays) = (chosen.setter(), other.clone());
        let onchange = Callback::from(move |event: Event| {
            if let Some(choice) = event.target_dyn_into::<HtmlSelectElement>() {
                let picked = DocumentId::new(choice.value());
                setter.set(Some(if first { (picked, stays.clone()) } else { (stays.clone(), picked) }));
            }
        });
        let options = now.state.documents.iter().map(|state| &state.document.id).filter(|id| *id != other).map(|id| {
            html! { <option key={id.as_str()} value={id.to_string()} selected={id == mine}>{ document_name(now, &now.state, id) }</option> }
        });
        html! {
            <select key={if first { "first" } else { "second" }} class="desk-field" data-field={if first { "compare-first" } else { "compare-second" }}
                aria-label={word(now.lang, label)} {onchange}>{ for options }</select>
        }
    };
    html! { <div key="pick" class="compare-pick">{ select(true, Word::First) }{ select(false, Word::Second) }</div> }
}
