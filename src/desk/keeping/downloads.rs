//! Downloads of the project: whole, one document, or only the labels that are shown.

use crate::core::ids::LabelId;
use crate::desk::{Desk, Now};
use crate::format::native::{self, Choice};
use crate::i18n::{self, Noun, desk::Word};
use crate::view::{Icon, icon};
use crate::web::page;
use yew::prelude::*;

/// The downloads.
pub fn downloads(now: &Now, desk: &Desk) -> Html {
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
        let count = i18n::counted(now.lang, Noun::Span, held(now, &choice));
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| offer(&desk, &choice));
        html! {
            <button key={place} type="button" class="download-choice" data-download={place.to_string()} {onclick}>
                { icon(Icon::Download) }<span>{ now.word(word) }</span><span class="small">{ count }</span>
            </button>
        }
    };
    html! {
        <section key="downloads" class="desk-part" aria-label={now.word(Word::Downloads)}>
            <h3 key="title">{ now.word(Word::Downloads) }</h3>
            <p key="about" class="small">{ now.word(Word::DownloadsAbout) }</p>
            <div key="choices" class="download-choices">{ for choices.into_iter().enumerate().map(button) }</div>
        </section>
    }
}

/// Offers a part of the project as a native file; the whole is the first program's, which has more to say where it is not
/// written.
fn offer(desk: &Desk, choice: &Choice) {
    if choice.is_all() {
        desk.download();
        return;
    }
    let (now, at) = (desk.now(), page::now());
    let name = format!("hashiya-{}-{}.json", now.state.project.id, at.get(..10).unwrap_or_default());
    match native::write(&now.state, &at, choice) {
        Ok(text) => desk.offer(&name, &text),
        // Its check would find the same in the whole, which is offered raw then.
        Err(_) => desk.download(),
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
