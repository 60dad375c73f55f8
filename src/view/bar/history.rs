//! Undo and redo, each named after the change it is about.

use crate::core::history::Entry;
use crate::core::keymap::KeyAction;
use crate::i18n::{self, Word};
use crate::session::Action;
use crate::view::icon::Icon;
use crate::view::now::{Now, NowProps, keys_of, on, tip, use_shell};
use crate::view::parts::Tool;
use std::rc::Rc;
use yew::prelude::*;

/// Undo and redo.
#[component]
pub fn HistoryTools(props: &NowProps) -> Html {
    let (now, shell) = (&props.now, use_shell());
    let (undoable, redoable) = (now.history.undoable(), now.history.redoable());
    html! {
        <div class="group">
            <Tool key="undo" icon={Icon::Undo} name={now.word(Word::Undo)} title={title(now, Word::Undo, undoable, KeyAction::Undo)}
                keys={keys_of(KeyAction::Undo)} disabled={undoable.is_none()} action="undo" onclick={on(&shell, Action::Key(KeyAction::Undo))} />
            <Tool key="redo" icon={Icon::Redo} name={now.word(Word::Redo)} title={title(now, Word::Redo, redoable, KeyAction::Redo)}
                keys={keys_of(KeyAction::Redo)} disabled={redoable.is_none()} action="redo" onclick={on(&shell, Action::Key(KeyAction::Redo))} />
        </div>
    }
}

fn title(now: &Now, word: Word, entry: Option<&Rc<Entry>>, key: KeyAction) -> String {
    let named = match entry {
        Some(entry) => format!("{}: {}", now.word(word), i18n::change(now.lang(), &entry.transaction.name)),
        None => now.word(word).to_owned(),
    };
    tip(&named, key)
}
