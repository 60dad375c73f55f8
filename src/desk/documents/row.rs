//! A document in the list: a link that opens it, what is to be known of it, and its fields where they are asked for.

use super::editor::Editor;
use super::view::{Act, Step};
use crate::core::document::Status;
use crate::core::state::DocumentState;
use crate::desk::Desk;
use crate::desk::roving::stop;
use crate::i18n::{
    self, Lang, Noun,
    desk::documents::{self, Word},
};
use crate::view::{Icon, Tool, status_word};
use std::rc::Rc;
use yew::prelude::*;

/// What a row is drawn from.
#[derive(Properties, Clone)]
pub struct RowProps {
    /// The desk.
    pub desk: Desk,
    /// The language of the interface.
    pub lang: Lang,
    /// The document.
    pub state: Rc<DocumentState>,
    /// Whether it is open.
    pub open: bool,
    /// Whether its fields are shown.
    pub edited: bool,
    /// Whether it is chosen.
    pub picked: bool,
    /// Whether it is the list's stop of the Tab key.
    pub stop: bool,
    /// Takes what is done.
    pub act: Callback<Act>,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        let facts = |of: &Self| (of.lang, of.open, of.edited, of.picked, of.stop);
        Rc::ptr_eq(&self.state, &other.state) && facts(self) == facts(other) && self.act == other.act
    }
}

/// The row.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { lang, state, open, edited, picked, act, .. } = props;
    let (lang, document, tabindex) = (*lang, &state.document, stop(props.stop));
    let id = &document.id;
    let name = i18n::document_name(lang, document);
    let onfocus = act.reform({
        let id = id.clone();
        move |_: FocusEvent| Act::Stop(id.clone())
    });
    let edit = act.reform({
        let id = id.clone();
        move |_: MouseEvent| Act::Edit(id.clone(), false)
    });
    let onchange = act.reform({
        let id = id.clone();
        move |_: Event| Act::Pick(id.clone())
    });
    let spans = i18n::counted(lang, Noun::Span, state.spans.len());
    let status = i18n::word(lang, status_word(state.status));
    let length = documents::length(lang, document.text.len().0 as usize);
    let facts = [status, &spans, &length, documents::direction_short(lang, document.direction)].join(" · ");
    let class = if state.status == Status::Done { "small facts done" } else { "small facts" };
    html! {
        <li class="document" data-document-row={id.as_str().to_owned()}>
            // A finger takes the room round the box for it.
            <label key="pick" class="document-pick">
                <input key="box" type="checkbox" {tabindex} aria-label={format!("{}: {name}", documents::word(lang, Word::Choose))} checked={*picked} {onchange} />
            </label>
            <a key="row" class="desk-item" data-row="" href={format!("#/{id}")} {tabindex} aria-current={open.then_some("page")} {onfocus} onkeydown={keys(props)}>
                <bdi key="name" class="name">{ name.clone() }</bdi>
                <span key="facts" {class}>{ facts }</span>
            </a>
            <div key="edit">
                { Tool::new(Icon::Note, format!("{}: {name}", documents::word(lang, Word::Edit)), edit).pressed(*edited).action("edit-document").draw() }
            </div>
            if *edited {
                <Editor key="editor" {lang} state={state.clone()} act={act.clone()} />
            }
        </li>
    }
}

/// The keys of a row; Enter follows the link.
fn keys(props: &RowProps) -> Callback<KeyboardEvent> {
    let (id, act) = (props.state.document.id.clone(), props.act.clone());
    Callback::from(move |event: KeyboardEvent| {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.shift_key();
        let done = match (event.key().as_str(), event.alt_key()) {
            ("ArrowUp", true) => Act::Move(id.clone(), Step::Up),
            ("ArrowDown", true) => Act::Move(id.clone(), Step::Down),
            ("F2", false) => Act::Edit(id.clone(), true),
            (" ", false) => Act::Pick(id.clone()),
            ("Delete" | "Backspace", false) => Act::Remove(vec![id.clone()]),
            _ => return,
        };
        if plain {
            event.prevent_default();
            event.stop_propagation();
            act.emit(done);
        }
    })
}
