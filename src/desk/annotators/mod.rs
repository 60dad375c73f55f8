//! The page of the annotators: whose work is in the project and how far it is; files that come back are gathered here.

mod hand_out;
mod row;
mod start;

use super::parts::PageProps;
use super::search::{Done, Said};
use super::{Gathered, Now};
use crate::core::annotators::{self, Share};
use crate::core::desk::DeskPage;
use crate::core::ids::SetId;
use crate::format::native::returned::{Came, is_later};
use crate::i18n::desk::annotators::{self as words, Word};
use crate::i18n::{self, isolated};
use crate::view::{Icon, icon};
use crate::web::{files, page};
use hand_out::HandOut;
use row::Row;
use start::Start;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the list is drawn from, shared.
#[derive(Debug, PartialEq)]
struct Shares(Vec<Share>);

/// The page.
#[component]
pub fn AnnotatorsPage(props: &PageProps) -> Html {
    let PageProps { now, desk } = props;
    let word = |word| words::word(now.lang, word);
    let done = use_state(|| None::<Done>);
    let shares = use_memo(Rc::as_ptr(&now.state) as usize, |_| Shares(annotators::shares(&now.state, is_later)));
    let onchange = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let (desk, chosen) = (desk.clone(), files::taken(&input));
            wasm_bindgen_futures::spawn_local(async move { desk.receive(files::all_bytes(&chosen).await) });
        })
    };
    let remove = {
        let (desk, done) = (desk.clone(), done.setter());
        Callback::from(move |set: SetId| {
            let now = desk.now();
            let Some(known) = now.state.set(&set) else { return };
            let name = words::set_name(now.lang, known);
            let spans = now.state.documents.iter().flat_map(|one| one.spans.iter()).filter(|span| span.set == set).count();
            if desk.change(|state, context| annotators::remove(state, context, &set)) {
                done.set(Some(Done::just(&desk, words::removed(now.lang, &name, spans))));
            }
        })
    };
    let removed = done.as_ref().and_then(|done| done.words(now)).unwrap_or_default().to_owned();
    let (reading, came) = match &now.gathered {
        Some(Gathered::Reading(done, all)) => (Some((*done, *all)), None),
        Some(Gathered::Done(files, after)) if Rc::ptr_eq(after, &now.state) => (None, Some(files.clone())),
        _ => (None, None),
    };
    let said = came.as_ref().map(|files| files.iter().map(|one| words::came(now.lang, one)).collect::<Vec<_>>().join(" "));
    let sets = now.state.sets.len();
    let agreement = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(DeskPage::Agreement)))
    };
    let row = |share: &Share| {
        let set = now.state.set(&share.set)?.clone();
        let hidden = now.hidden.iter().any(|id| id.as_str().strip_prefix(':') == Some(share.set.as_str()));
        Some(html! {
            <Row key={share.set.as_str()} now={now.clone()} desk={desk.clone()} {set} share={share.clone()} {hidden} remove={remove.clone()} />
        })
    };
    html! {
        <div class="desk-annotators">
            <Said key="said" words={said.unwrap_or_else(|| removed.clone())} />
            <h2 key="title">{ i18n::word(now.lang, i18n::desk_page(DeskPage::Annotators)) }</h2>
            if let Some(handed) = &now.handed {
                <Start key="start" now={now.clone()} desk={desk.clone()} handed={handed.clone()} />
            }
            <p key="about" class="small">{ word(Word::About) }</p>
            <div key="do" class="desk-row">
                <label key="files" class="button file primary">
                    { icon(Icon::Open) }<span key="name">{ word(Word::Choose) }</span>
                    <input key="file" type="file" multiple=true accept=".json,application/json" data-field="returned-files" data-first="" {onchange} />
                </label>
                <button key="agreement" type="button" class="button" data-action="show-agreement" hidden={sets < 2} onclick={agreement}>{ word(Word::Agreement) }</button>
            </div>
            <HandOut key="hand-out" now={now.clone()} desk={desk.clone()} />
            { examples(now) }
            { progress(now.lang, reading) }
            { report(now.lang, came.as_deref()) }
            <p key="removed" class="found-done" hidden={removed.is_empty()}>{ removed }{ " " }{ now.word(crate::i18n::desk::Word::TwinsUndo) }</p>
            <h3 key="sets">{ word(Word::Sets) }</h3>
            <p key="none" class="desk-empty" hidden={sets > 0}>{ word(Word::None) }</p>
            <ul key="list" class="annotator-list" aria-label={word(Word::Sets)} data-sets={sets.to_string()}>{ for shares.0.iter().filter_map(row) }</ul>
        </div>
    }
}

/// The way to the simulated annotators, and back from there.
fn examples(now: &Now) -> Html {
    let here = now.state.project.id == page::ANNOTATORS;
    let (href, name) =
        if here { ("?".to_owned(), Word::OwnWork) } else { (format!("?project={}", page::ANNOTATORS), Word::Example) };
    html! { <p key="example" class="small"><a {href} data-action="annotators-example">{ words::word(now.lang, name) }</a></p> }
}

fn progress(lang: i18n::Lang, reading: Option<(usize, usize)>) -> Html {
    let Some((done, all)) = reading else { return html! { <p key="reading" hidden=true></p> } };
    html! {
        <p key="reading" class="looking small" role="status">
            <progress key="bar" value={done.to_string()} max={all.to_string()} aria-label={words::word(lang, Word::Reading)} />
            <span key="words">{ words::reading(lang, done, all) }</span>
        </p>
    }
}

/// What came of each file. It is said to those who listen by the page's live region.
fn report(lang: i18n::Lang, came: Option<&Vec<Came>>) -> Html {
    let Some(files) = came else { return html! { <ul key="came" hidden=true></ul> } };
    let line = |(place, one): (usize, &Came)| {
        let class = if one.is_fault() { "fault" } else { "" };
        html! { <li key={place} {class} data-came={if one.is_fault() { "fault" } else { "taken" }}>{ words::came(lang, one) }</li> }
    };
    html! {
        <ul key="came" class="annotator-came" aria-label={words::word(lang, Word::Came)}>{ for files.iter().enumerate().map(line) }</ul>
    }
}

/// The name of a set within a control's name.
fn about(lang: i18n::Lang, what: Word, name: &str) -> String {
    format!("{}: {}", words::word(lang, what), isolated(name))
}
