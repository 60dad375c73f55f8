//! A figure on the page: its title, description and drawing, its files, and its table behind a disclosure.

use super::draw;
use super::save::{File, save};
use crate::core::figures::Figures;
use crate::core::ids::LabelId;
use crate::desk::{Desk, Now};
use crate::i18n;
use crate::i18n::desk::figures::{Told, Word, title, word};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The figure. `tools` stand above the drawing, where it has any.
pub fn figure(now: &Now, desk: &Desk, told: &Rc<Told>, tools: Option<Html>, say: &Callback<Word>) -> Html {
    let (name, heading) = (told.kind.name(), title(now.lang, told.kind));
    let (named, described) = (format!("figure-{name}"), format!("figure-about-{name}"));
    let download = word(now.lang, Word::Download);
    let files = File::ALL.into_iter().map(|file| {
        let onclick = {
            let (now, desk, told, say) = (now.clone(), desk.clone(), told.clone(), say.clone());
            Callback::from(move |_: MouseEvent| save(&now, &desk, &told, file, say.clone()))
        };
        let label = format!("{download} {}: {heading}", word(now.lang, file.word()));
        html! {
            <button key={file.ending()} type="button" class="button small-button" data-action={format!("figure-{}", file.ending())} aria-label={label} {onclick}>
                { word(now.lang, file.word()) }
            </button>
        }
    });
    html! {
        <figure key={name} class="figure" data-figure={name} aria-labelledby={named.clone()}>
            <figcaption key="caption">
                <h3 key="title" id={named.clone()}>{ heading }</h3>
                <p key="about" id={described.clone()} class="small">{ told.about.clone() }</p>
            </figcaption>
            { for tools }
            { draw::plot(told, &named, &described) }
            <div key="files" class="desk-row figure-files" role="group" aria-label={format!("{download}: {heading}")}>{ for files }</div>
            <details key="table" class="figure-data">
                <summary key="summary">{ word(now.lang, Word::Table) }<span class="unseen">{ format!(": {heading}") }</span></summary>
                { draw::table(now.lang, &told.table, heading) }
            </details>
        </figure>
    }
}

/// The choice of the label whose forms are shown.
pub fn labels(now: &Now, figures: &Figures, chosen: &UseStateHandle<Option<LabelId>>) -> Html {
    let onchange = {
        let setter = chosen.setter();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                setter.set(Some(select.value()).filter(|id| !id.is_empty()).map(LabelId::new));
            }
        })
    };
    let options = figures.used().into_iter().map(|place| {
        let id = &figures.labels[place];
        html! { <option key={id.as_str()} value={id.to_string()} selected={chosen.as_ref() == Some(id)}>{ i18n::label_name(now.lang, id, &now.state.tagset) }</option> }
    });
    html! {
        <select key="label" class="desk-field" data-field="figure-label" aria-label={word(now.lang, Word::FormsOf)} {onchange}>
            <option key="" value="" selected={chosen.is_none()}>{ word(now.lang, Word::AllLabels) }</option>
            { for options }
        </select>
    }
}
