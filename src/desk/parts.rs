//! Small pieces that several pages draw alike.

use super::now::{Desk, Now};
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::i18n::{self, desk::shapes};
use crate::session::Message;
use yew::prelude::*;

/// Why the last change was not made.
pub fn say_refusal(now: &Now) -> Html {
    match &now.refusal {
        Some(refusal) => {
            let words = refusal_words(now, refusal);
            html! { <p key="refusal" class="desk-refusal" role="alert">{ words }</p> }
        }
        None => Html::default(),
    }
}

/// A refusal in words.
#[must_use]
pub fn refusal_words(now: &Now, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Shape(why) => shapes::refusal(now.lang, why, now.shapes.kinds(), &now.state.tagset),
        other => i18n::say(now.lang, &Message::Refused(other.clone()), &now.state.tagset),
    }
}

/// The name of a document in the language of the interface.
#[must_use]
pub fn document_name(now: &Now, state: &State, id: &crate::core::ids::DocumentId) -> String {
    state.document(id).map_or_else(String::new, |found| i18n::document_name(now.lang, &found.document))
}

/// What a page of the desk is given.
#[derive(Properties, Clone, PartialEq)]
pub struct PageProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
}
