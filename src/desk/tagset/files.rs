//! Labels and guidelines as a file of their own, out and in.

use crate::core::take_tagset::Take;
use crate::desk::{Desk, Now};
use crate::format::native::Opened;
use crate::format::native::tagset_file::{TagsetFile, read_tagset, take_file, write_tagset};
use crate::i18n::{
    self, Noun,
    desk::{Word, files::told},
};
use crate::web::{files, page};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the downloaded file is called.
const NAME: &str = "hashiya-tagset.json";

/// What the section is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct FilesProps {
    /// The desk at this moment.
    pub now: Now,
    /// The desk.
    pub desk: Desk,
}

/// What came of the file that was opened last.
#[derive(Clone, PartialEq)]
enum Read {
    /// Nothing was opened, or it has been taken.
    Nothing,
    /// It can be taken: its name, and what it holds.
    Ready(String, Rc<TagsetFile>),
    /// It can't, and why.
    Fault(Opened),
    /// It was taken.
    Taken,
}

/// The section.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps { now, desk } = props;
    let read = use_state(|| Read::Nothing);
    let download = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| files::offer(NAME, &write_tagset(&desk.now().state, &page::now())))
    };
    let onchange = {
        let read = read.setter();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let read = read.clone();
            let chosen = files::taken(&input);
            wasm_bindgen_futures::spawn_local(async move {
                if let Some((name, text)) = files::texts(&chosen).await.into_iter().next() {
                    read.set(match text.map(|text| read_tagset(&text)) {
                        Ok(Ok(file)) => Read::Ready(name, Rc::new(file)),
                        Ok(Err(fault)) => Read::Fault(Opened::Refused(name, Box::new(fault))),
                        Err(fault) => Read::Fault(Opened::Unreadable(name, fault)),
                    });
                }
            });
        })
    };
    html! {
        <section class="desk-part" aria-label={now.word(Word::TagsetFiles)}>
            <h3 key="title">{ now.word(Word::TagsetFiles) }</h3>
            <div key="buttons" class="desk-row">
                <button key="out" type="button" class="button" data-action="tagset-download" onclick={download}>{ now.word(Word::TagsetDownload) }</button>
                <label key="in" class="button file">
                    <span key="name">{ now.word(Word::TagsetOpen) }</span>
                    <input key="file" type="file" accept=".json,application/json" data-field="tagset-file" {onchange} />
                </label>
            </div>
            <div key="read">{ came_of(now, desk, &read) }</div>
        </section>
    }
}

fn came_of(now: &Now, desk: &Desk, read: &UseStateHandle<Read>) -> Html {
    let (name, file) = match &**read {
        Read::Nothing => return html! { <p key="nothing" hidden=true></p> },
        Read::Taken => return html! { <p key="taken" class="small" role="status">{ now.word(Word::TagsetOpened) }</p> },
        Read::Fault(why) => {
            return html! { <p key="fault" class="desk-refusal" role="alert">{ told(now.lang, why) }</p> };
        }
        Read::Ready(name, file) => (name, file),
    };
    let take = |how: Take| {
        let (desk, file, name, read) = (desk.clone(), file.clone(), name.clone(), read.setter());
        Callback::from(move |_: MouseEvent| {
            if desk.change(|state, _| take_file(state, &file, &name, how)) {
                read.set(Read::Taken);
            }
        })
    };
    let held = i18n::counted(now.lang, Noun::Label, file.tagset.labels.len());
    html! {
        <div key="ready">
            <p key="what">{ format!("{}: {held}", i18n::isolated(name)) }</p>
            <div key="take" class="desk-row">
                <button key="add" type="button" class="button primary" data-action="file-add" onclick={take(Take::Add)}>{ now.word(Word::TakeAdd) }</button>
                <button key="replace" type="button" class="button" data-action="file-replace" onclick={take(Take::Replace)}>{ now.word(Word::TakeReplace) }</button>
            </div>
            <p key="about" class="small">{ now.word(Word::PresetReplaceAbout) }</p>
        </div>
    }
}
