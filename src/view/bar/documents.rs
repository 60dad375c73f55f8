//! The documents of the project, as links.

use crate::core::document::Status;
use crate::core::state::DocumentState;
use crate::i18n::{self, Noun, Word};
use crate::view::icon::{Icon, icon};
use crate::view::now::Now;
use yew::prelude::*;

/// The documents.
pub fn documents(now: &Now) -> Html {
    html! {
        <nav key="documents" class="documents" aria-label={now.word(Word::Documents)}>
            { for now.state.documents.iter().map(|state| link(now, state)) }
        </nav>
    }
}

fn link(now: &Now, state: &DocumentState) -> Html {
    let document = &state.document;
    let current = (document.id == now.open).then_some("page");
    let count = state.spans.len();
    let spans = i18n::counted(now.lang(), Noun::Span, count);
    let status = now.word(status_word(state.status));
    let title = format!("{}\n{status} · {spans}", i18n::isolated(&document.title));
    html! {
        <a key={document.id.as_str()} href={format!("#/{}", document.id)} aria-current={current} {title}>
            <bdi class="name">{ i18n::document_name(now.lang(), document) }</bdi>
            <span class={classes!("status", document_status(state.status))} aria-hidden="true">
                { if state.status == Status::Done { icon(Icon::Done) } else { html! { <i /> } } }
            </span>
            <span class="count" aria-hidden="true">{ count }</span>
            <span class="unseen">{ format!("{spans}، {status}") }</span>
        </a>
    }
}

/// The name of a status.
#[must_use]
pub const fn status_word(status: Status) -> Word {
    match status {
        Status::New => Word::StatusNew,
        Status::Working => Word::StatusWorking,
        Status::Done => Word::StatusDone,
    }
}

const fn document_status(status: Status) -> &'static str {
    status.name()
}
