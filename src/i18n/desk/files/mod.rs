//! What came of files that were opened, in sentences.

mod ar;
mod en;

use crate::format::native::Opened;
use crate::i18n::Lang;

/// What came of a file: what it brought, or why nothing was changed and what to do next. One line.
#[must_use]
pub fn told(lang: Lang, opened: &Opened) -> String {
    let told = match lang {
        Lang::Ar => ar::told(opened),
        Lang::En => en::told(opened),
    };
    told.replace(['\n', '\r'], " ")
}
