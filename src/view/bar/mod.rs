//! The one quiet bar: documents, undo and redo, how things look, files, whether the work is kept.

mod documents;
mod files;
mod history;
mod look;
mod saved;

pub use documents::status_word;
pub use files::OPEN_FILES;
pub use look::{names_word, theme_word};
pub use saved::facts;

use super::now::Now;
use crate::draw;
use crate::i18n::Word;
use crate::web::shell::Shell;
use yew::prelude::*;

/// The bar.
pub fn bar(now: &Now, shell: &Shell) -> Html {
    let home = format!("#/{}", now.state.documents.first().map_or("", |first| first.document.id.as_str()));
    draw! {
        <div class="bar">
            <a key="brand" class="brand" href={home}>{ now.word(Word::Product) }</a>
            { documents::documents(now, shell) }
            <div key="tools" class="tools" role="toolbar" aria-label={now.word(Word::Tools)}>
                { saved::saved(now, shell) }
                { history::history(now, shell) }
                { look::look(now, shell) }
                { files::files(now, shell) }
            </div>
        </div>
    }
}
