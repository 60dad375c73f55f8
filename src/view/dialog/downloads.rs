//! The narrower downloads.

use super::modal::Modal;
use crate::core::ids::LabelId;
use crate::format::native::Choice;
use crate::i18n::{self, Noun, Word};
use crate::session::Action;
use crate::view::icon::{Icon, icon};
use crate::view::now::{Now, on};
use crate::web::shell::Shell;
use yew::prelude::*;

/// The narrower downloads: one document, or only the labels that are shown.
pub fn downloads(now: &Now, shell: &Shell) -> Html {
    let here = Some(vec![now.open.clone()]);
    let shown: Option<Vec<LabelId>> =
        Some(now.state.tagset.labels.iter().map(|label| label.id.clone()).filter(|id| !now.hidden.contains(id)).collect());
    let choices = [
        (Word::DownloadWhole, Choice::default()),
        (Word::DownloadDocument, Choice { documents: here.clone(), ..Choice::default() }),
        (Word::DownloadShown, Choice { labels: shown.clone(), ..Choice::default() }),
        (Word::DownloadBoth, Choice { documents: here, labels: shown, ..Choice::default() }),
    ];
    let button = |(place, (word, choice)): (usize, (Word, Choice))| {
        let count = i18n::counted(now.lang(), Noun::Span, held(now, &choice));
        html! {
            <button key={place} type="button" class="download-choice" data-download={place.to_string()} onclick={on(shell, Action::Download(choice))}>
                { icon(Icon::Download) }<span>{ now.word(word) }</span><span class="small">{ count }</span>
            </button>
        }
    };
    html! {
        <Modal key="downloads" now={now.clone()} title={Word::Downloads} class="downloads">
            <div key="choices" class="download-choices">{ for choices.into_iter().enumerate().map(button) }</div>
            <p key="about" class="small">{ now.word(Word::DownloadsAbout) }</p>
        </Modal>
    }
}

/// How many spans a download would hold.
fn held(now: &Now, choice: &Choice) -> usize {
    let documents =
        now.state.documents.iter().filter(|state| choice.documents.as_ref().is_none_or(|ids| ids.contains(&state.document.id)));
    documents
        .flat_map(|state| state.spans.iter())
        .filter(|span| choice.labels.as_ref().is_none_or(|ids| ids.contains(&span.label)))
        .count()
}
