//! What is measured: sets, documents, one label or all.

use super::view::View;
use crate::core::ids::LabelId;
use crate::desk::Now;
use crate::i18n::desk::agreement::{Word, word};
use crate::i18n::desk::annotators::set_name;
use crate::i18n::{self, label_name};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The choices. `set` takes what is chosen.
pub fn choose(now: &Now, view: &View, set: &Callback<View>) -> Html {
    let say = |what| word(now.lang, what);
    let (sets, documents) = (view.sets(&now.state), view.documents(&now.state));
    let of_sets = now.state.sets.iter().map(|one| {
        let on = sets.contains(&one.id);
        let next = with(&sets, &one.id, on);
        check("set", one.id.as_str(), set_name(now.lang, one), on, View { sets: Some(next), cell: None, ..view.clone() }, set)
    });
    let of_documents = now.state.documents.iter().map(|one| {
        let id = &one.document.id;
        let on = documents.contains(id);
        let without = with(&view.without, id, !on);
        let name = i18n::document_name(now.lang, &one.document);
        check("document", id.as_str(), name, on, View { without, cell: None, ..view.clone() }, set)
    });
    let boilerplate = View { boilerplate: !view.boilerplate, cell: None, ..view.clone() };
    html! {
        <details key="what" class="agreement-what" data-part="what">
            <summary key="summary">{ say(Word::What) }</summary>
            <fieldset key="sets"><legend key="legend" class="small">{ say(Word::Whose) }</legend>{ for of_sets }</fieldset>
            <fieldset key="documents"><legend key="legend" class="small">{ say(Word::Documents) }</legend>
                { for of_documents }
                { check("leftovers", "boilerplate", say(Word::Boilerplate).to_owned(), view.boilerplate, boilerplate, set) }
            </fieldset>
        </details>
    }
}

/// A list with one more or one less.
fn with<T: Clone + PartialEq>(list: &[T], one: &T, there: bool) -> Vec<T> {
    let mut next = list.iter().filter(|other| *other != one).cloned().collect::<Vec<_>>();
    if !there {
        next.push(one.clone());
    }
    next
}

fn check(group: &'static str, id: &str, name: String, on: bool, next: View, set: &Callback<View>) -> Html {
    let set = set.clone();
    let onchange = Callback::from(move |event: Event| {
        if event.target_dyn_into::<HtmlInputElement>().is_some() {
            set.emit(next.clone());
        }
    });
    html! {
        <label key={format!("{group}-{id}")} class="check">
            <input key="box" type="checkbox" value={id.to_owned()} data-measured={group} checked={on} {onchange} />
            <bdi key="name">{ name }</bdi>
        </label>
    }
}

/// One label, or all: those that the measured sets use.
pub fn label(now: &Now, view: &View, set: &Callback<View>) -> Html {
    let onchange = {
        let (view, set) = (view.clone(), set.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let value = select.value();
            let label = (!value.is_empty()).then(|| LabelId::new(value));
            set.emit(View { label, ..view.clone() });
        })
    };
    let used = |id: &LabelId| now.state.documents.iter().any(|one| one.spans.iter().any(|span| span.label == *id));
    let labels = now.state.tagset.labels.iter().filter(|label| used(&label.id));
    let option = |id: &LabelId| {
        let name = label_name(now.lang, id, &now.state.tagset);
        html! { <option key={id.as_str()} value={id.to_string()} selected={view.label.as_ref() == Some(id)}>{ format!("{id} · {name}") }</option> }
    };
    html! {
        <label key="label" class="desk-named agreement-label">
            <span key="name" class="small">{ word(now.lang, Word::Label) }</span>
            <select key="choice" class="desk-field" data-field="agreement-label" data-first="" {onchange}>
                <option key="-" value="" selected={view.label.is_none()}>{ word(now.lang, Word::AllLabels) }</option>
                { for labels.map(|label| option(&label.id)) }
            </select>
        </label>
    }
}
