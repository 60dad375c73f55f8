//! The back-up: one button downloads everything.

use super::PartProps;
use super::reminder;
use crate::i18n::desk::keeping::{self, Word};
use crate::view::{Icon, icon};
use yew::prelude::*;

/// The section.
#[component]
pub fn Copy(props: &PartProps) -> Html {
    let now = &props.now;
    let last = match reminder::last(&now.state.project.id) {
        Some(day) => keeping::copied(now.lang, &day),
        None => props.word(Word::NeverCopied).to_owned(),
    };
    html! {
        <section class="desk-part" aria-label={props.word(Word::BackUp)}>
            <h3 key="title">{ props.word(Word::BackUp) }</h3>
            <p key="about" class="small">{ props.word(Word::BackUpAbout) }</p>
            <div key="do" class="desk-row">
                <button key="button" type="button" class="button primary" data-action="back-up" data-first="" onclick={download(props)}>
                    { icon(Icon::Download) }<span>{ props.word(Word::BackUpDo) }</span>
                </button>
                <span key="last" class="small" role="status">{ last }</span>
            </div>
        </section>
    }
}

/// Downloads everything as it is kept at the press, and remembers that there is a copy.
pub fn download(props: &PartProps) -> Callback<MouseEvent> {
    let (desk, again) = (props.desk.clone(), props.again.clone());
    Callback::from(move |_| {
        let (desk, again) = (desk.clone(), again.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let kept = super::kept::Kept::read().await;
            let (name, text) = kept.backup();
            desk.offer(&name, &text);
            for (project, _) in &kept.projects {
                desk.copied(project);
            }
            again.emit(());
        });
    })
}
