//! What the page of the documents shows, and what is done there.

use crate::core::document::Direction;
use crate::core::edit_documents;
use crate::core::ids::DocumentId;
use crate::core::state::State;
use crate::desk::Desk;
use crate::desk::search::Done;
use crate::i18n::desk::documents;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where a document is moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Before the one that is listed before it.
    Up,
    /// Behind the one that is listed after it.
    Down,
    /// Before all others.
    First,
}

/// Something that is done on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// These words are sought.
    Seek(String),
    /// So many more are drawn.
    More(usize),
    /// A row has the focus.
    Stop(DocumentId),
    /// The fields of a document are shown, or no more. The flag gives them the focus.
    Edit(DocumentId, bool),
    /// A document is chosen, or no more.
    Pick(DocumentId),
    /// None is chosen any more.
    Unpick,
    /// A document is moved.
    Move(DocumentId, Step),
    /// A document gets another title.
    Rename(DocumentId, String),
    /// A document gets another direction.
    Direct(DocumentId, Direction),
    /// A document gets another language.
    Speak(DocumentId, String),
    /// Documents are removed.
    Remove(Vec<DocumentId>),
}

/// What the page shows.
pub struct View {
    /// What is sought.
    pub sought: String,
    /// How many documents are drawn.
    pub most: usize,
    /// The one that is the list's stop of the Tab key.
    pub stop: Option<DocumentId>,
    /// The one whose fields are shown.
    pub edited: Option<DocumentId>,
    /// Those that are chosen.
    pub picked: Vec<DocumentId>,
    /// What was removed last.
    pub done: Option<Done>,
    /// Where the document that was moved last stands.
    pub placed: Option<Done>,
    listed: Vec<DocumentId>,
    /// What gets the focus when the page is drawn, and whether it is taken from what has it.
    focus: Option<(String, bool)>,
}

impl View {
    /// The page as it opens, with at most so many documents drawn.
    #[must_use]
    pub const fn new(most: usize) -> Self {
        Self {
            sought: String::new(),
            most,
            stop: None,
            edited: None,
            picked: Vec::new(),
            done: None,
            placed: None,
            listed: Vec::new(),
            focus: None,
        }
    }

    /// Takes over what is listed, and lets go of documents that are not there any more.
    pub fn follow(&mut self, state: &State, listed: &[DocumentId]) {
        self.picked.retain(|id| state.document(id).is_some());
        self.edited = self.edited.take().filter(|id| state.document(id).is_some());
        listed.clone_into(&mut self.listed);
    }

    fn place(&self, id: &DocumentId) -> Option<usize> {
        self.listed.iter().position(|other| other == id)
    }
}

/// Carries out what is done.
pub fn carry_out(desk: &Desk, view: &RefCell<View>, act: Act) {
    match act {
        Act::Seek(words) => view.borrow_mut().sought = words,
        Act::More(count) => view.borrow_mut().most += count,
        Act::Stop(id) => view.borrow_mut().stop = Some(id),
        Act::Edit(id, focus) => {
            let mut view = view.borrow_mut();
            let shown = view.edited.as_ref() == Some(&id) && !focus;
            view.focus = focus.then(|| ("[data-field=\"document-title\"]".to_owned(), true));
            view.edited = (!shown).then_some(id);
        }
        Act::Pick(id) => {
            let mut view = view.borrow_mut();
            match view.picked.iter().position(|other| *other == id) {
                Some(place) => drop(view.picked.remove(place)),
                None => view.picked.push(id),
            }
        }
        Act::Unpick => view.borrow_mut().picked.clear(),
        Act::Move(id, step) => moved(desk, view, &id, step),
        Act::Rename(id, title) => {
            desk.change(|state, _| edit_documents::rename(state, &id, &title));
        }
        Act::Direct(id, direction) => {
            desk.change(|state, _| edit_documents::direct(state, &id, direction));
        }
        Act::Speak(id, language) => {
            desk.change(|state, _| edit_documents::speak(state, &id, &language));
        }
        Act::Remove(ids) => removed(desk, view, &ids),
    }
}

fn moved(desk: &Desk, view: &RefCell<View>, id: &DocumentId, step: Step) {
    let now = desk.now();
    let beside = {
        let view = view.borrow();
        let at = view.place(id).unwrap_or_default();
        let beside = match step {
            Step::Up => at.checked_sub(1),
            Step::Down => Some(at + 1),
            Step::First => None,
        };
        beside.and_then(|place| view.listed.get(place).cloned())
    };
    let place = |id: &DocumentId| now.state.documents.iter().position(|state| state.document.id == *id);
    let to = if step == Step::First { Some(0) } else { beside.as_ref().and_then(place) };
    let Some(to) = to.filter(|to| place(id) != Some(*to)) else { return };
    view.borrow_mut().focus = Some((row(id), false));
    if desk.change(|state, _| edit_documents::place(state, id, to)) {
        let title = now.state.document(id).map(|state| state.document.title.clone()).unwrap_or_default();
        let words = documents::placed(now.lang, &title, to + 1, now.state.documents.len());
        view.borrow_mut().placed = Some(Done::just(desk, words));
    }
}

fn removed(desk: &Desk, view: &RefCell<View>, ids: &[DocumentId]) {
    let now = desk.now();
    let going = ids.iter().filter_map(|id| now.state.document(id)).collect::<Vec<_>>();
    let titles = going.iter().map(|state| state.document.title.clone()).collect::<Vec<_>>();
    let spans = going.iter().map(|state| state.spans.len()).sum();
    let last = ids.iter().filter_map(|id| view.borrow().place(id)).max();
    if desk.change(|state, context| edit_documents::remove(state, context, ids)) {
        let mut view = view.borrow_mut();
        view.done = Some(Done::just(desk, documents::removed(now.lang, &titles, spans)));
        let stays = |id: &&DocumentId| !ids.contains(id);
        let (before, after) = view.listed.split_at(last.map_or(0, |last| (last + 1).min(view.listed.len())));
        let next = after.iter().find(stays).or_else(|| before.iter().rev().find(stays)).cloned();
        let field = || "[data-field=\"documents-find\"]".to_owned();
        view.focus = Some((next.as_ref().map_or_else(field, row), false));
        view.stop = next;
        view.picked.clear();
    }
}

/// What takes the focus in the row of a document.
fn row(id: &DocumentId) -> String {
    format!("[data-document-row=\"{id}\"] [data-row]")
}

/// Gives the focus where it was asked to go.
pub fn give_focus(view: &RefCell<View>) {
    let Some((selector, takes)) = view.borrow_mut().focus.take() else { return };
    let document = gloo::utils::document();
    let lost = document.active_element().is_none_or(|element| element.tag_name() == "BODY");
    let found = document.query_selector(&format!(".desk {selector}")).ok().flatten().filter(|_| takes || lost);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
