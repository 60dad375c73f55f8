//! The written forms among the hits: each can be picked as a whole.

use super::picks::Picks;
use super::place::{Listing, Place};
use crate::core::state::State;
use crate::desk::now::Now;
use crate::i18n::desk::Word;
use std::collections::HashMap;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Forms that are shown, the most frequent ones.
const MOST: usize = 40;

/// A written form and its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The written word or words.
    pub words: String,
    /// Where they stand.
    pub places: Vec<Place>,
}

/// The forms of a listing, the most frequent first.
#[must_use]
pub fn forms(state: &State, listing: &Listing) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for place in &listing.places {
        let Some(document) = place.state(state) else { continue };
        let words = document.document.text.slice(place.outer);
        let number = *known.entry(words).or_insert_with(|| {
            forms.push(Form { words: words.to_owned(), places: Vec::new() });
            forms.len() - 1
        });
        forms[number].places.push(*place);
    }
    forms.sort_by_key(|form| std::cmp::Reverse(form.places.len()));
    forms
}

/// The forms as boxes to check; nothing where there is only one.
pub fn draw(now: &Now, forms: &[Form], picks: &Picks, onpick: &Callback<(Vec<Place>, bool)>) -> Html {
    let boxes = forms.iter().take(MOST).map(|form| {
        let picked = form.places.iter().filter(|place| picks.has(place)).count();
        let onchange = {
            let (onpick, places) = (onpick.clone(), form.places.clone());
            Callback::from(move |event: Event| {
                if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                    onpick.emit((places.clone(), field.checked()));
                }
            })
        };
        html! {
            <label key={form.words.clone()} class="form-box">
                <input type="checkbox" data-form={form.words.clone()} checked={picked == form.places.len()} {onchange} />
                <bdi class="quote" dir="auto">{ crate::i18n::shortened(&form.words, 40) }</bdi>
                <span class="small">{ form.places.len() }</span>
            </label>
        }
    });
    html! {
        <div key="forms" class="form-boxes" role="group" aria-label={now.word(Word::FindForms)} hidden={forms.len() < 2}>{ for boxes }</div>
    }
}
