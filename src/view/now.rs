//! What every component is given: the session as it stands, and the shell to act through.

use crate::core::document::Document;
use crate::core::keymap::{KeyAction, Keys};
use crate::i18n::{self, Lang, Word};
use crate::session::{Action, Session};
use crate::web::shell::Shell;
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use wasm_bindgen::UnwrapThrowExt;
use yew::prelude::*;

/// The session of this moment. Two are equal where they are the same value, so that a comparison costs nothing.
#[derive(Clone)]
pub struct Now(pub Rc<Session>);

impl PartialEq for Now {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Now {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.0
    }
}

impl Now {
    /// The language of the interface.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.0.settings.lang
    }

    /// A fixed string.
    #[must_use]
    pub fn word(&self, word: Word) -> &'static str {
        i18n::word(self.lang(), word)
    }

    /// Whether the text of the open document runs from right to left at its active span, else at its start.
    #[must_use]
    pub fn reads_rtl(&self) -> bool {
        let at = self.active().map(|span| span.range.start()).unwrap_or_default();
        self.document().is_some_and(|state| state.document.is_rtl_at(at))
    }
}

/// What most components are given.
#[derive(Properties, Clone, PartialEq)]
pub struct NowProps {
    /// The session of this moment.
    pub now: Now,
}

thread_local! {
    /// The shell. There is one, and it never changes.
    static SHELL: RefCell<Option<Shell>> = const { RefCell::new(None) };
}

/// Tells all parts through what they act, before the first of them is drawn.
pub fn set_shell(shell: Shell) {
    SHELL.with_borrow_mut(|known| *known = Some(shell));
}

/// Through what a part acts.
pub fn the_shell() -> Shell {
    SHELL.with_borrow(Clone::clone).unwrap_throw()
}

/// A handler that carries out one action.
pub fn on<E: 'static>(shell: &Shell, action: Action) -> Callback<E> {
    // Not copied with each use: copying any action there is would be kilobytes of the first program.
    let (shell, action) = (shell.clone(), Rc::new(action));
    Callback::from(move |_| shell.dispatch_again(action.clone()))
}

/// A handler for `mousedown` that keeps the focus and the native selection where they are.
pub fn keep_selection() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}

/// The value of `dir` for quotes of a document.
#[must_use]
pub fn direction(document: &Document) -> &'static str {
    document.direction.name()
}

thread_local! {
    /// The keys that tooltips name. They are drawn anew with every session, after this is set.
    static KEYS: RefCell<Keys> = RefCell::default();
}

/// Takes over the user's own keys.
pub fn set_keys(keys: &Keys) {
    KEYS.with_borrow_mut(|known| known.clone_from(keys));
}

/// A tooltip: what a control does, and its key in brackets.
#[must_use]
pub fn tip(text: &str, action: KeyAction) -> String {
    KEYS.with_borrow(|keys| match keys.key_of(action) {
        Some(key) => format!("{text} ({})", i18n::isolated(&i18n::key_cap(key, is_mac()))),
        None => text.to_owned(),
    })
}

/// The value of `aria-keyshortcuts` for an action.
#[must_use]
pub fn keys_of(action: KeyAction) -> Option<String> {
    KEYS.with_borrow(|keys| keys.key_of(action).map(|key| i18n::aria_keys(key, is_mac())))
}

/// Whether Cmd stands where others have Ctrl.
#[must_use]
pub fn is_mac() -> bool {
    thread_local! {
        static MAC: bool = gloo::utils::window().navigator().platform().is_ok_and(|name| name.starts_with("Mac") || name.starts_with("iP"));
    }
    MAC.with(|mac| *mac)
}
