//! The page of agreement.

use super::parts::PageProps;
use crate::i18n::desk::agreement::{self as words, Word};
use yew::prelude::*;

/// The page.
#[component]
pub fn AgreementPage(props: &PageProps) -> Html {
    html! { <div class="desk-agreement"><p>{ words::word(props.now.lang, Word::TooFew) }</p></div> }
}
