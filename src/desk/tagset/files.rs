//! Labels and guidelines as a file of their own, out and in.

use crate::core::desk::DeskPage;
use crate::core::take_tagset::Take;
use crate::desk::{Desk, Now};
use crate::format::native::Opened;
use crate::format::native::tagset_file::{TagsetFile, read_tagset, write_tagset};
use crate::i18n::{
    self, Noun,
    desk::{Word, exchange, files::told},
};
use crate::web::{files, page};
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlInputElement};
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

/// The section.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps { now, desk } = props;
    let fault = use_state(|| None::<Opened>);
    let download = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| files::offer(NAME, &write_tagset(&desk.now().state, &page::now())))
    };
    let onchange = {
        let (fault, desk) = (fault.setter(), desk.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let (fault, desk) = (fault.clone(), desk.clone());
            let chosen = files::taken(&input);
            wasm_bindgen_futures::spawn_local(async move {
                if let Some((name, text)) = files::texts(&chosen).await.into_iter().next() {
                    fault.set(match text.map(|text| read_tagset(&text)) {
                        Ok(Ok(file)) => {
                            desk.offer_tagset(name, file);
                            None
                        }
                        Ok(Err(fault)) => Some(Opened::Refused(name, Box::new(fault))),
                        Err(fault) => Some(Opened::Unreadable(name, fault)),
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
            if let Some(why) = &*fault {
                <p key="fault" class="desk-refusal" role="alert">{ told(now.lang, why) }</p>
            }
        </section>
    }
}

/// The files that wait, and the question what to do with each.
pub fn waiting(now: &Now, desk: &Desk) -> Html {
    html! {
        <>
            { for now.tagsets.iter().map(|given| one(now, desk, given)) }
        </>
    }
}

fn one(now: &Now, desk: &Desk, given: &Rc<(String, TagsetFile)>) -> Html {
    let take = |how: Take| {
        let (desk, given) = (desk.clone(), given.clone());
        Callback::from(move |_: MouseEvent| desk.take_tagset(&given, how))
    };
    let leave = {
        let (desk, given) = (desk.clone(), given.clone());
        Callback::from(move |_: MouseEvent| {
            desk.leave_tagset(&given.0);
            // What had the focus is gone.
            desk.show(Some(DeskPage::Tagset));
        })
    };
    html! {
        <Waiting key={format!("file-{}", given.0)} what={what(now, given)}>
            <div key="take" class="desk-row">
                <button key="add" type="button" class="button primary" data-action="file-add" onclick={take(Take::Add)}>{ now.word(Word::TakeAdd) }</button>
                <button key="replace" type="button" class="button" data-action="file-replace" onclick={take(Take::Replace)}>{ now.word(Word::TakeReplace) }</button>
                <button key="leave" type="button" class="button" data-action="file-leave" onclick={leave}>{ exchange::word(now.lang, exchange::Word::Cancel) }</button>
            </div>
            <p key="about" class="small">{ now.word(Word::PresetReplaceAbout) }</p>
        </Waiting>
    }
}

/// A file that waits, in a few words.
#[must_use]
pub fn what(now: &Now, given: &(String, TagsetFile)) -> String {
    format!("{}: {}", i18n::isolated(&given.0), i18n::counted(now.lang, Noun::Label, given.1.tagset.labels.len()))
}

#[derive(Properties, Clone, PartialEq)]
struct WaitingProps {
    what: String,
    children: Html,
}

/// The frame of a file that waits: it stands before the labels, and takes the focus when it comes.
#[component]
fn Waiting(props: &WaitingProps) -> Html {
    let group = use_node_ref();
    {
        let group = group.clone();
        use_effect_with(props.what.clone(), move |_| {
            if let Some(group) = group.cast::<HtmlElement>() {
                let _ = group.focus();
            }
        });
    }
    html! {
        <div ref={group} class="desk-part" role="group" tabindex="-1" aria-label={props.what.clone()} data-tagset-file="" data-first="">
            <p key="what">{ &props.what }</p>
            { props.children.clone() }
        </div>
    }
}
