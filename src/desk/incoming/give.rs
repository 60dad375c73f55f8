//! Where files and texts are given.

use crate::desk::field::text_of;
use crate::desk::now::{Desk, Now};
use crate::i18n::desk::exchange::{self, Word};
use crate::view::{Icon, icon};
use crate::web::files;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, Clone, PartialEq)]
pub(super) struct GiveProps {
    pub now: Now,
    pub desk: Desk,
}

/// A button for files and a field for a text.
#[component]
pub(super) fn Give(props: &GiveProps) -> Html {
    let GiveProps { now, desk } = props;
    let (title, text) = (use_state(String::new), use_state(String::new));
    let word = |word| exchange::word(now.lang, word);
    let onchange = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let (desk, chosen) = (desk.clone(), files::taken(&input));
            wasm_bindgen_futures::spawn_local(async move { desk.receive(files::all_bytes(&chosen).await) });
        })
    };
    let hear =
        |state: UseStateHandle<String>| Callback::from(move |event: InputEvent| state.set(text_of(event.target_dyn_into())));
    let add = {
        let (desk, title, text) = (desk.clone(), String::clone(&title), String::clone(&text));
        Callback::from(move |_: MouseEvent| {
            if !text.trim().is_empty() {
                desk.paste(&title, &text);
            }
        })
    };
    html! {
        <>
            <p key="about" class="small">{ word(Word::ImportAbout) }</p>
            <div key="files" class="desk-row">
                <label key="files" class="button file">
                    { icon(Icon::Open) }<span key="name">{ word(Word::ImportFiles) }</span>
                    <input key="file" type="file" multiple=true data-field="import-files" data-first="" onchange={onchange.clone()} />
                </label>
                <label key="folder" class="button file import-folder">
                    <span key="name">{ word(Word::ImportFolder) }</span>
                    <input key="file" type="file" multiple=true webkitdirectory=true data-field="import-folder" {onchange} />
                </label>
            </div>
            <section key="paste" class="desk-part" aria-label={word(Word::PasteText)}>
                <label key="text" class="desk-named">
                    <span key="name" class="small">{ word(Word::PasteText) }</span>
                    <textarea key="field" class="desk-field" rows="5" dir="auto" data-field="paste" value={String::clone(&text)} oninput={hear(text.clone())} />
                </label>
                <label key="title" class="desk-named">
                    <span key="name" class="small">{ word(Word::PasteTitle) }</span>
                    <input key="field" class="desk-field" type="text" dir="auto" data-field="paste-title" value={String::clone(&title)} oninput={hear(title.clone())} />
                </label>
                <button key="do" type="button" class="button" data-action="paste" aria-disabled={text.trim().is_empty().then_some("true")} onclick={add}>{ word(Word::PasteDo) }</button>
            </section>
        </>
    }
}
