//! The one quiet bar: documents, undo and redo, how things look, files, whether the work is kept.

mod documents;
mod files;
mod history;
mod look;
mod saved;

use super::now::NowProps;
use crate::i18n::Word;
pub use documents::status_word;
pub use files::OPEN_FILES;
pub use look::{names_word, theme_word};
pub use saved::facts;

use documents::Documents;
use files::Files;
use history::HistoryTools;
use look::LookTools;
use saved::SavedState;
use yew::prelude::*;

/// The bar.
#[component]
pub fn Bar(props: &NowProps) -> Html {
    let now = &props.now;
    let home = format!("#/{}", now.state.documents.first().map_or("", |first| first.document.id.as_str()));
    html! {
        <div class="bar">
            <a key="brand" class="brand" href={home}>{ now.word(Word::Product) }</a>
            <Documents key="documents" now={now.clone()} />
            <div key="tools" class="tools" role="toolbar" aria-label={now.word(Word::Tools)}>
                <SavedState key="saved" now={now.clone()} />
                <HistoryTools key="history" now={now.clone()} />
                <LookTools key="look" now={now.clone()} />
                <Files key="files" now={now.clone()} />
            </div>
        </div>
    }
}
