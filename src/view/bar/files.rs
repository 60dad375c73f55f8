//! Files in and out.

use crate::core::desk::DeskPage;
use crate::core::keymap::KeyAction;
use crate::draw;
use crate::i18n::Word;
use crate::session::Action;
use crate::view::icon::{Icon, icon};
use crate::view::now::{Now, keys_of, on, tip};
use crate::view::parts::Tool;
use crate::web::shell::Shell;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The id of the input, by which its label and the palette find it.
pub const OPEN_FILES: &str = "open-files";

/// Opening files, downloading, and the way to the narrower downloads.
pub fn files(now: &Now, shell: &Shell) -> Html {
    let onchange = {
        let shell = shell.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                shell.open_files(&input);
            }
        })
    };
    let narrower = on(shell, Action::Key(KeyAction::Desk(DeskPage::Export)));
    let (open, download) = (now.word(Word::OpenFiles), now.word(Word::Download));
    draw! {
        <div key="files" class="group files">
            <input key="input" id={OPEN_FILES} class="unseen" type="file" multiple=true aria-label={open} {onchange} />
            <label key="label" class="tool wide" for={OPEN_FILES} title={open}>{ icon(Icon::Open) }</label>
            <div key="download" class="split">
                <button key="whole" type="button" class="button primary" title={tip(download, KeyAction::Download)} aria-label={download}
                    aria-keyshortcuts={keys_of(KeyAction::Download)} data-action="download" onclick={on(shell, Action::Download)}>
                    { icon(Icon::Download) }<span class="label">{ download }</span>
                </button>
                { Tool::new(Icon::More, now.word(Word::DeskExport), narrower).class("button primary").action("downloads").draw() }
            </div>
        </div>
    }
}
