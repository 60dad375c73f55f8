//! The page of downloads, back-up and storage.

mod downloads;

use super::parts::PageProps;
use crate::i18n::desk::Word;
use yew::prelude::*;

/// The page.
#[component]
pub fn KeepingPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    html! {
        <div class="desk-keeping">
            <h2 key="title">{ now.word(Word::TabKeeping) }</h2>
            { downloads::downloads(now, desk) }
        </div>
    }
}
