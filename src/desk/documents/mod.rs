//! The page of the documents: all in their order, to be found, opened, renamed, turned round, moved and removed.

mod editor;
mod row;
mod seek;
mod view;

use super::field::text_of;
use super::parts::PageProps;
use super::roving::{ROW, rove};
use super::search::Said;
use super::slices::{Progress, Slices, use_slices};
use crate::core::ids::DocumentId;
use crate::i18n::{
    self,
    desk::Word,
    desk::documents::{self, Word as OwnWord},
};
use row::Row;
use seek::{Question, Seek};
use view::{Act, View, give_focus};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// How many documents are drawn at first, and how many more each time.
const DRAWN: usize = 100;

/// The page.
#[component]
pub fn DocumentsPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let view = use_mut_ref(|| View::new(DRAWN));
    let redraw = use_force_update();
    let act = {
        let (view, desk) = (view.clone(), desk.clone());
        use_callback((), move |act: Act, _: &()| {
            view::carry_out(&desk, &view, act);
            redraw.force_update();
        })
    };
    {
        let view = view.clone();
        use_effect(move || give_focus(&view));
    }
    let question = Question { words: view.borrow().sought.clone(), state: now.state.clone() };
    let Slices { work, over, .. } = use_slices(question, Seek::new);
    let found = work.borrow().found();
    let all = &now.state.documents;
    let listed = all.iter().filter(|state| found.as_ref().is_none_or(|found| found.contains(&state.document.id)));
    let listed = listed.map(|state| state.document.id.clone()).collect::<Vec<_>>();
    view.borrow_mut().follow(&now.state, &listed);
    let view = view.borrow();
    let drawn = &listed[..listed.len().min(view.most)];
    let stop = view.stop.as_ref().filter(|id| drawn.contains(id)).or(drawn.first());
    let row = |id: &DocumentId| {
        let state = now.state.document(id)?.clone();
        let (open, edited) = (now.open == *id, view.edited.as_ref() == Some(id));
        let (picked, stop) = (view.picked.contains(id), stop == Some(id));
        Some(html! {
            <Row key={id.as_str()} desk={desk.clone()} lang={now.lang} {state} {open} {edited} {picked} {stop} act={act.clone()} />
        })
    };
    let oninput = {
        let act = act.clone();
        Callback::from(move |event: InputEvent| act.emit(Act::Seek(text_of(event.target_dyn_into()))))
    };
    let share = Callback::from(move |()| seek::share(&work));
    let more = act.reform(|_: MouseEvent| Act::More(DRAWN));
    let said = view.done.as_ref().and_then(|done| done.words(now)).unwrap_or_default().to_owned();
    let placed = view.placed.as_ref().and_then(|done| done.words(now)).unwrap_or_default();
    let word = |word| documents::word(now.lang, word);
    html! {
        <div class="desk-documents">
            <Said key="said" words={if said.is_empty() { placed.to_owned() } else { said.clone() }} />
            <h2 key="title" class="desk-title">{ now.word(Word::TabDocuments) }
                <span class="small" role="status" data-listed={listed.len().to_string()}>{ documents::listed(now.lang, listed.len(), all.len()) }</span>
                if !over {
                    <Progress key="progress" now={now.clone()} {share} />
                }
            </h2>
            <input key="find" class="desk-field" type="search" data-first="" data-field="documents-find" aria-label={word(OwnWord::Find)} placeholder={word(OwnWord::Find)} {oninput} onkeydown={into_list()} />
            <p key="keys" class="small keys keys-hint">{ word(OwnWord::Keys) }</p>
            <p key="done" class="found-done" hidden={said.is_empty()}>{ said.clone() }{ " " }{ now.word(Word::TwinsUndo) }</p>
            { chosen(now.lang, &view, &act) }
            <ul key="list" class="document-list" data-rove="list" aria-label={now.word(Word::TabDocuments)} onkeydown={rove()}>{ for drawn.iter().filter_map(row) }</ul>
            <p key="nothing" class="desk-empty" hidden={!over || !listed.is_empty()}>{ word(OwnWord::Nothing) }</p>
            <button key="more" type="button" class="button" data-action="more-documents" hidden={listed.len() <= view.most} onclick={more}>{ i18n::word(now.lang, i18n::Word::More) }</button>
        </div>
    }
}

/// What can be done to all that are chosen.
fn chosen(lang: i18n::Lang, view: &View, act: &Callback<Act>) -> Html {
    if view.picked.is_empty() {
        return Html::default();
    }
    let remove = act.reform({
        let picked = view.picked.clone();
        move |_: MouseEvent| Act::Remove(picked.clone())
    });
    html! {
        <div key="chosen" class="desk-row document-chosen" role="group" aria-label={documents::word(lang, OwnWord::Chosen)}>
            <span key="count" class="small">{ documents::word(lang, OwnWord::Chosen) }{ ": " }{ view.picked.len().to_string() }</span>
            <button key="remove" type="button" class="button danger" data-action="remove-chosen" onclick={remove}>{ documents::word(lang, OwnWord::RemoveChosen) }</button>
            <button key="none" type="button" class="button" data-action="choose-none" onclick={act.reform(|_: MouseEvent| Act::Unpick)}>{ i18n::word(lang, i18n::Word::Deselect) }</button>
        </div>
    }
}

/// From the field ↓ goes into the list.
fn into_list() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.key() == "ArrowDown" && !event.is_composing() {
            let row = gloo::utils::document().query_selector(&format!(".document-list {ROW}[tabindex=\"0\"]")).ok().flatten();
            if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
                event.prevent_default();
                let _ = row.focus();
            }
        }
    })
}
