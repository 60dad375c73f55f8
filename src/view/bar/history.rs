//! Undo and redo, each named after the change it is about.

use crate::core::history::Entry;
use crate::core::keymap::KeyAction;
use crate::draw;
use crate::i18n::{self, Word};
use crate::session::Action;
use crate::view::icon::Icon;
use crate::view::now::{Now, on};
use crate::view::parts::Tool;
use crate::web::rest;
use crate::web::shell::Shell;
use std::rc::Rc;
use yew::prelude::*;

/// Undo and redo.
pub fn history(now: &Now, shell: &Shell) -> Html {
    let tool = |icon: Icon, word: Word, entry: Option<&Rc<Entry>>, key: KeyAction, name: &'static str| {
        let named = match entry {
            Some(entry) if rest::came() => format!("{}: {}", now.word(word), i18n::change(now.lang(), &entry.transaction.name)),
            _ => now.word(word).to_owned(),
        };
        Tool::new(icon, now.word(word), on(shell, Action::Key(key)))
            .key(&named, key)
            .disabled(entry.is_none())
            .action(name)
            .draw()
    };
    draw! {
        <div key="history" class="group">
            { tool(Icon::Undo, Word::Undo, now.history.undoable(), KeyAction::Undo, "undo") }
            { tool(Icon::Redo, Word::Redo, now.history.redoable(), KeyAction::Redo, "redo") }
        </div>
    }
}
