//! What of the project goes into an export: documents, labels, whose annotations.

use super::wish::{Part, Wish};
use crate::core::ids::SetId;
use crate::core::project::Role;
use crate::desk::Now;
use crate::i18n::desk::exchange::{self, Word};
use crate::i18n::desk::settle;
use crate::i18n::{self, isolated, shown};
use crate::view::chip;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The choices.
pub fn choices(now: &Now, wish: &Wish, set: &Callback<Wish>) -> Html {
    let word = |word| exchange::word(now.lang, word);
    let documents = [
        (Part::All, Word::DocumentsAll),
        (Part::Shown, Word::DocumentsHere),
        (Part::These(vec![now.open.clone()]), Word::Chosen),
    ];
    let labels = [(Part::All, Word::LabelsAll), (Part::Shown, Word::LabelsShown), (Part::These(Vec::new()), Word::Chosen)];
    let documents = documents.into_iter().enumerate().map(|(place, (part, name))| {
        let on = same(&part, &wish.documents);
        let next = Wish { documents: if on { wish.documents.clone() } else { part }, ..wish.clone() };
        radio("documents", place, word(name).into(), on, next, set)
    });
    let labels = labels.into_iter().enumerate().map(|(place, (part, name))| {
        let on = same(&part, &wish.labels);
        let next = Wish { labels: if on { wish.labels.clone() } else { part }, ..wish.clone() };
        radio("labels", place, word(name).into(), on, next, set)
    });
    html! {
        <details key="what" class="export-what" data-part="what">
            <summary key="summary">{ word(Word::What) }</summary>
            <fieldset key="documents">
                <legend key="legend" class="small">{ word(Word::Documents) }</legend>
                { for documents }
                { chosen_documents(now, wish, set) }
            </fieldset>
            <fieldset key="labels">
                <legend key="legend" class="small">{ word(Word::Labels) }</legend>
                { for labels }
                { chosen_labels(now, wish, set) }
            </fieldset>
            { sets(now, wish, set) }
        </details>
    }
}

fn same<T>(one: &Part<T>, other: &Part<T>) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn radio(group: &'static str, place: usize, name: AttrValue, on: bool, next: Wish, set: &Callback<Wish>) -> Html {
    let set = set.clone();
    let onchange = Callback::from(move |_: Event| set.emit(next.clone()));
    html! {
        <label key={place} class="check">
            <input key="box" type="radio" name={format!("export-{group}")} value={place.to_string()} checked={on} {onchange} />
            <span key="name">{ name }</span>
        </label>
    }
}

fn check(id: &str, name: Html, on: bool, toggle: Callback<bool>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            toggle.emit(input.checked());
        }
    });
    html! {
        <label key={id.to_owned()} class="check">
            <input key="box" type="checkbox" value={id.to_owned()} checked={on} {onchange} />
            <span key="name">{ name }</span>
        </label>
    }
}

fn toggled<T: Clone + PartialEq>(list: &[T], one: &T, on: bool) -> Vec<T> {
    let mut next: Vec<T> = list.iter().filter(|other| *other != one).cloned().collect();
    if on {
        next.push(one.clone());
    }
    next
}

fn chosen_documents(now: &Now, wish: &Wish, set: &Callback<Wish>) -> Html {
    let Part::These(these) = &wish.documents else { return Html::default() };
    let each = now.state.documents.iter().map(|one| {
        let id = one.document.id.clone();
        let (wish, set, list) = (wish.clone(), set.clone(), these.clone());
        let on = these.contains(&id);
        let name = html! { <bdi>{ i18n::document_name(now.lang, &one.document) }</bdi> };
        let toggle = Callback::from(move |on| set.emit(Wish { documents: Part::These(toggled(&list, &id, on)), ..wish.clone() }));
        check(one.document.id.as_str(), name, on, toggle)
    });
    html! { <div key="these" class="export-list" role="group" aria-label={exchange::word(now.lang, Word::Documents)}>{ for each }</div> }
}

fn chosen_labels(now: &Now, wish: &Wish, set: &Callback<Wish>) -> Html {
    let Part::These(these) = &wish.labels else { return Html::default() };
    let tagset = &now.state.tagset;
    let each = tagset.labels.iter().map(|label| {
        let id = label.id.clone();
        let (wish, set, list) = (wish.clone(), set.clone(), these.clone());
        let on = these.contains(&id);
        let name = html! { <>{ chip(tagset, &id) }{ " " }{ i18n::name(now.lang, &label.name) }</> };
        let toggle = Callback::from(move |on| set.emit(Wish { labels: Part::These(toggled(&list, &id, on)), ..wish.clone() }));
        check(label.id.as_str(), name, on, toggle)
    });
    html! { <div key="these" class="export-list" role="group" aria-label={exchange::word(now.lang, Word::Labels)}>{ for each }</div> }
}

/// Whose annotations, where there is more than one set.
fn sets(now: &Now, wish: &Wish, set: &Callback<Wish>) -> Html {
    if now.state.sets.len() < 2 {
        return Html::default();
    }
    let word = |word| exchange::word(now.lang, word);
    let name = |id: &SetId| {
        let found = now.state.set(id);
        let own = found.is_some_and(|set| set.role == Role::Own);
        let annotator = found.and_then(|set| set.annotator.as_deref()).map(shown);
        if found.is_some_and(|set| set.role == Role::Gold) {
            let gold = settle::word(now.lang, settle::Word::Gold);
            return annotator.map_or_else(|| gold.to_owned(), |by| format!("{gold} ({})", isolated(&by)));
        }
        annotator.unwrap_or_else(|| if own { word(Word::SetOwn).to_owned() } else { id.to_string() })
    };
    let all = std::iter::once((None, word(Word::SetsAll).to_owned()));
    let each = all.chain(now.state.sets.iter().map(|set| (Some(set.id.clone()), name(&set.id))));
    let radios = each
        .enumerate()
        .map(|(place, (id, name))| radio("sets", place, name.into(), wish.set == id, Wish { set: id, ..wish.clone() }, set));
    html! {
        <fieldset key="sets">
            <legend key="legend" class="small">{ word(Word::Sets) }</legend>
            { for radios }
        </fieldset>
    }
}
