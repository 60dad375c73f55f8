//! Where the work is kept and how firmly, the projects in this browser, and what was set aside.

use super::PartProps;
use crate::core::ids::is_document_id;
use crate::i18n::desk::keeping::{self, Word};
use crate::store::SetAside;
use crate::store::room::{MUCH, ROOM};
use crate::web::store::room;
use yew::prelude::*;

/// How many values that were set aside are listed; all of them are downloaded.
const LISTED: usize = 50;

/// The sections.
#[component]
pub fn StoragePart(props: &PartProps) -> Html {
    let (now, kept) = (&props.now, &props.kept);
    let refused = use_state(|| false);
    let persist = {
        let (again, refused) = (props.again.clone(), refused.setter());
        Callback::from(move |_: MouseEvent| {
            let (again, refused) = (again.clone(), refused.clone());
            wasm_bindgen_futures::spawn_local(async move {
                refused.set(room::persist().await != Some(true));
                again.emit(());
            });
        })
    };
    let firm = match (kept.local, kept.mirror) {
        (true, true) => Word::Mirrored,
        (true, false) => Word::NoMirror,
        (false, true) => Word::NoLocal,
        (false, false) => Word::Nowhere,
    };
    let promised = kept.persisted == Some(true);
    let whole = kept.room.map(|room| (room.used, room.quota));
    html! {
        <>
            <section key="storage" class="desk-part" aria-label={props.word(Word::Storage)}>
                <h3 key="title">{ props.word(Word::Storage) }</h3>
                <meter key="meter" min="0" max={ROOM.to_string()} high={MUCH.to_string()} value={kept.used.to_string()} aria-label={props.word(Word::Storage)}></meter>
                <p key="used" class="small">{ keeping::used(now.lang, kept.used, ROOM, whole) }</p>
                <p key="firm" class="small">{ props.word(firm) }</p>
                <p key="promise" class="small">{ props.word(if promised { Word::Persisted } else { Word::NotPersisted }) }</p>
                <button key="persist" type="button" class="button" data-action="persist" hidden={promised || kept.persisted.is_none()} onclick={persist}>{ props.word(Word::PersistDo) }</button>
                <p key="refused" class="small" role="status" hidden={promised || !*refused}>{ props.word(Word::PersistRefused) }</p>
            </section>
            { projects(props) }
            { aside(props) }
        </>
    }
}

fn projects(props: &PartProps) -> Html {
    let (now, own) = (&props.now, crate::seeds::project().id);
    let row = |(project, held): &(String, crate::store::backup::Held)| {
        let here = *project == now.state.project.id;
        // The address takes ids of that form.
        let way = match project.as_str() {
            id if id == own => Some("?".to_owned()),
            id if is_document_id(id) => Some(format!("?project={id}")),
            _ => None,
        };
        let name = match way.filter(|_| !here) {
            Some(way) => html! { <a key="name" href={way}><bdi>{ crate::i18n::shown(project) }</bdi></a> },
            None => html! { <bdi key="name">{ crate::i18n::shown(project) }</bdi> },
        };
        html! {
            <li key={project.clone()} data-project={project.clone()}>
                { name }
                <span key="here" class="small" hidden={!here}>{ format!("({})", props.word(Word::OpenHere)) }</span>
                <span key="held" class="small held">{ keeping::holds(now.lang, held.documents, held.spans, held.entries) }</span>
            </li>
        }
    };
    html! {
        <section key="projects" class="desk-part" aria-label={props.word(Word::Projects)}>
            <h3 key="title">{ props.word(Word::Projects) }</h3>
            <p key="none" class="small" hidden={!props.kept.projects.is_empty()}>{ props.word(Word::NoProjects) }</p>
            <ul key="list" class="keeping-projects">{ for props.kept.projects.iter().map(row) }</ul>
        </section>
    }
}

fn aside(props: &PartProps) -> Html {
    let (desk, kept, now) = (props.desk.clone(), props.kept.clone(), &props.now);
    let download = Callback::from(move |_: MouseEvent| {
        let (name, text) = kept.aside();
        desk.offer(&name, &text);
    });
    let row = |one: &SetAside| html! { <li key={one.key.clone()}><bdi key="name" dir="ltr">{ crate::i18n::shown(&one.key) }</bdi><span key="why" class="small">{ keeping::why(now.lang, &one.why) }</span></li> };
    let list = &props.kept.aside;
    html! {
        <section key="aside" class="desk-part" aria-label={props.word(Word::Aside)} hidden={list.is_empty()}>
            <h3 key="title">{ props.word(Word::Aside) }</h3>
            <p key="about" class="small">{ props.word(Word::AsideAbout) }</p>
            <ul key="list" class="keeping-aside">{ for list.iter().take(LISTED).map(row) }</ul>
            <button key="do" type="button" class="button" data-action="aside-download" onclick={download}>{ props.word(Word::AsideDo) }</button>
        </section>
    }
}
