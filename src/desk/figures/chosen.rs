//! What is counted: documents, annotators, leftovers, and within what labels stand together.

use crate::core::figures::gather::{Wish, Within};
use crate::core::ids::{DocumentId, SetId};
use crate::core::project::Role;
use crate::core::state::State;
use crate::desk::Now;
use crate::i18n;
use crate::i18n::desk::figures::{Word, set_name, word};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What was chosen. What is new in the project counts until it is taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Documents that do not count.
    pub without: Vec<DocumentId>,
    /// Annotation sets that count though they would not, or the other way round. A settled set does not count by itself
    /// beside those that it was made from.
    pub turned: Vec<SetId>,
    /// Whether a website's leftovers count.
    pub leftovers: bool,
    /// Within what labels stand together.
    pub within: Within,
}

/// Whether any document has leftovers of a website.
pub fn has_leftovers(state: &State) -> bool {
    state.documents.iter().any(|one| one.document.regions.iter().any(|region| one.document.is_boilerplate(region.range)))
}

impl Chosen {
    /// What is to be counted in a project. Sets without any span do not count.
    pub fn wish(&self, state: &State) -> Wish {
        let documents = state.documents.iter().map(|one| &one.document.id).filter(|id| !self.without.contains(id));
        let sets = marked_by(state).into_iter().filter(|id| self.counts(state, id));
        Wish { sets: sets.collect(), documents: documents.cloned().collect(), boilerplate: self.leftovers, within: self.within }
    }

    /// Whether the spans of a set count.
    fn counts(&self, state: &State, id: &SetId) -> bool {
        let settled = |id: &SetId| state.set(id).is_some_and(|set| set.role == Role::Gold);
        let by_itself = !settled(id) || marked_by(state).iter().all(settled);
        by_itself != self.turned.contains(id)
    }
}

/// The sets that have spans, in their order.
fn marked_by(state: &State) -> Vec<SetId> {
    let has = |id: &SetId| state.documents.iter().any(|one| one.spans.iter().any(|span| span.set == *id));
    state.sets.iter().map(|set| set.id.clone()).filter(has).collect()
}

/// The choices.
pub fn choices(now: &Now, chosen: &Chosen, set: &Callback<Chosen>) -> Html {
    let say = |one| word(now.lang, one);
    let documents = now.state.documents.iter().map(|one| {
        let id = one.document.id.clone();
        let name = html! { <bdi>{ i18n::document_name(now.lang, &one.document) }</bdi> };
        let next = Chosen { without: without(&chosen.without, &id), ..chosen.clone() };
        check(id.as_str(), name, !chosen.without.contains(&id), next, set)
    });
    let sets = marked_by(&now.state);
    let annotators = sets.iter().map(|id| {
        let name = html! { <bdi>{ set_name(now.lang, &now.state, id) }</bdi> };
        let next = Chosen { turned: without(&chosen.turned, id), ..chosen.clone() };
        check(id.as_str(), name, chosen.counts(&now.state, id), next, set)
    });
    let within = |within: Within, name: Word, id: &'static str| {
        let (next, set) = (Chosen { within, ..chosen.clone() }, set.clone());
        let onchange = Callback::from(move |_: Event| set.emit(next.clone()));
        html! {
            <label key={id} class="check">
                <input key="box" type="radio" name="figures-within" value={id} checked={chosen.within == within} {onchange} />
                <span key="name">{ say(name) }</span>
            </label>
        }
    };
    let leftovers = Chosen { leftovers: !chosen.leftovers, ..chosen.clone() };
    html! {
        <details key="what" class="figures-what" data-part="figures-what">
            <summary key="summary">{ say(Word::What) }</summary>
            if now.state.documents.len() > 1 {
                <fieldset key="documents">
                    <legend key="legend" class="small">{ say(Word::Documents) }</legend>
                    <div key="list" class="figures-list">{ for documents }</div>
                </fieldset>
            }
            if sets.len() > 1 {
                <fieldset key="sets">
                    <legend key="legend" class="small">{ say(Word::Sets) }</legend>
                    <div key="list" class="figures-list">{ for annotators }</div>
                </fieldset>
            }
            if has_leftovers(&now.state) {
                { check("leftovers", html! { { say(Word::Leftovers) } }, chosen.leftovers, leftovers, set) }
            }
            <fieldset key="within">
                <legend key="legend" class="small">{ say(Word::Together) }</legend>
                { within(Within::Sentence, Word::Sentence, "sentence") }
                { within(Within::Block, Word::Block, "block") }
            </fieldset>
        </details>
    }
}

/// A list with something, or without it where it has it.
fn without<T: Clone + PartialEq>(list: &[T], one: &T) -> Vec<T> {
    let mut next = list.iter().filter(|other| *other != one).cloned().collect::<Vec<_>>();
    if next.len() == list.len() {
        next.push(one.clone());
    }
    next
}

fn check(id: &str, name: Html, on: bool, next: Chosen, set: &Callback<Chosen>) -> Html {
    let set = set.clone();
    let onchange = Callback::from(move |event: Event| {
        if event.target_dyn_into::<HtmlInputElement>().is_some() {
            set.emit(next.clone());
        }
    });
    html! {
        <label key={id.to_owned()} class="check">
            <input key="box" type="checkbox" value={id.to_owned()} checked={on} {onchange} />
            <span key="name">{ name }</span>
        </label>
    }
}
