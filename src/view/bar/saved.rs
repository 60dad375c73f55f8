//! Whether the work is kept, and how firmly.

use crate::core::desk::DeskPage;
use crate::core::keymap::KeyAction;
use crate::draw;
use crate::i18n::Word;
use crate::session::{Action, Saved, StoreFacts};
use crate::view::now::{Now, on};
use crate::web::shell::Shell;
use yew::prelude::*;

/// Whether the work is kept; the way to all that is kept.
pub fn saved(now: &Now, shell: &Shell) -> Html {
    let nowhere = !now.stores.local && !now.stores.mirror;
    let (word, class, why) = match now.saved {
        Saved::Failed => (Word::NotSaved, "failed", Word::SavedFailed),
        _ if nowhere => (Word::NotSaved, "failed", Word::SavedNowhere),
        Saved::Yes => (Word::Saved, "yes", facts(now.stores)),
        Saved::Waiting => (Word::Saving, "waiting", facts(now.stores)),
    };
    draw! {
        <button key="saved" type="button" class=["saved", class] title={now.word(why)} data-action="keeping"
            onclick={on(shell, Action::Key(KeyAction::Desk(DeskPage::Keeping)))}>
            <i aria-hidden="true"></i><span class="label">{ now.word(word) }</span><span class="unseen">{ now.word(why) }</span>
        </button>
    }
}

/// What the stores promise.
#[must_use]
pub const fn facts(stores: StoreFacts) -> Word {
    match (stores.local, stores.mirror, stores.persisted) {
        (false, false, _) => Word::SavedNowhere,
        (true, false, _) => Word::SavedLocal,
        (false, true, _) => Word::SavedMirror,
        (true, true, true) => Word::SavedPersisted,
        (true, true, false) => Word::SavedBoth,
    }
}
