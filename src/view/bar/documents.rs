//! The documents of the project, as links; of many the open one, and the way to the list.

use crate::core::desk::DeskPage;
use crate::core::document::Status;
use crate::core::keymap::KeyAction;
use crate::core::state::DocumentState;
use crate::draw;
use crate::i18n::{self, Noun, Word};
use crate::session::Action;
use crate::view::icon::{Icon, icon};
use crate::view::now::{Now, on};
use crate::view::parts::Tool;
use crate::web::shell::Shell;
use yew::prelude::*;

/// How many documents stand side by side.
const HANDFUL: usize = 5;

/// The documents.
pub fn documents(now: &Now, shell: &Shell) -> Html {
    let all = &now.state.documents;
    let many = all.len() > HANDFUL;
    let shown = all.iter().filter(|state| !many || state.document.id == now.open);
    let list = many.then(|| {
        let page = KeyAction::Desk(DeskPage::Documents);
        let name = now.word(Word::Documents);
        Tool::new(Icon::More, name, on(shell, Action::Key(page))).key(name, page).action("documents").draw()
    });
    draw! {
        <nav key="documents" class="documents" aria-label={now.word(Word::Documents)}>
            { for shown.map(|state| link(now, state)) }
            { list }
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
    draw! {
        <a key={document.id.as_str()} href={format!("#/{}", document.id)} aria-current={current} {title}>
            <bdi class="name">{ i18n::document_name(now.lang(), document) }</bdi>
            <span class=["status", document_status(state.status)] aria-hidden="true">
                { if state.status == Status::Done { icon(Icon::Done) } else { draw! { <i /> } } }
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
