//! Above the article: its title where no line of the text is it, how far the work has come, and
//! the way to the other documents.

use super::bar::status_word;
use super::icon::Icon;
use super::now::{Now, on};
use super::parts::Tool;
use crate::core::document::{Document, Status};
use crate::core::keymap::KeyAction;
use crate::draw;
use crate::i18n::Word;
use crate::session::Action;
use crate::web::shell::Shell;
use yew::prelude::*;

/// The head of the page.
pub fn head(now: &Now, shell: &Shell) -> Html {
    let several = now.state.documents.len() > 1;
    let way = |next: bool| {
        let (word, icon) = if next { (Word::NextDocument, Icon::Forward) } else { (Word::PreviousDocument, Icon::Back) };
        let action = KeyAction::OtherDocument(next);
        let name = if next { "next" } else { "previous" };
        Tool::new(icon, now.word(word), on(shell, Action::Key(action))).key(now.word(word), action).action(name).draw()
    };
    draw! {
        <div class="head">
            <div key="tools" class="head-tools">
                { status(now, shell) }
                // The desk draws into it.
                <div key="labels" class="document-labels" data-document-labels=""></div>
                <div key="ways" class="group" hidden={!several}>{ way(false) }{ way(true) }</div>
            </div>
            <div key="title" class="head-title">{ title(now) }</div>
        </div>
    }
}

fn status(now: &Now, shell: &Shell) -> Html {
    let current = now.document().map(|state| state.status);
    let button = |status: Status| {
        let pressed = if current == Some(status) { "true" } else { "false" };
        let onclick = on(shell, Action::Status(now.open.clone(), status));
        draw! {
            <button key={status.name()} type="button" class=["choice", status.name()] aria-pressed={pressed} data-status={status.name()} {onclick}>
                { now.word(status_word(status)) }
            </button>
        }
    };
    draw! {
        <div key="status" class="choices" role="group" aria-label={now.word(Word::Status)}>{ for Status::ALL.into_iter().map(button) }</div>
    }
}

/// A title of ours. That of a bundled article stands in the page already, until it is changed.
fn title(now: &Now) -> Html {
    let document = now.document().map(|state| &state.document);
    let there = |document: &Document| crate::seeds::find(document.id.as_str()).is_some_and(|seed| seed.title == document.title);
    let ours = document.filter(|document| document.title_is_ours && !there(document));
    match ours {
        Some(document) => draw! {
            <header key="title" class="own-title">
                <h1 lang={document.language.clone()} dir={document.direction.name()}>{ crate::i18n::shown(&document.title) }</h1>
                <p>{ now.word(Word::OurTitle) }</p>
            </header>
        },
        None => draw! { <span key="none" hidden=true></span> },
    }
}
