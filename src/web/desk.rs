//! The room's end of the link to the desk, the second program: pages for work over many spans at once, loaded when
//! one is first asked for.
//!
//! The desk keeps a replica of the project. It is given the project in pieces, then each journal entry as it is made
//! and what is open and selected as it changes; it hands back whole changes, which go through the shell's one door.
//! What passes is text: the two programs share no memory.

mod link;

use super::dom;
use super::rest;
use super::shell::Shell;
use crate::session::{Action, Session};
use gloo::timers::callback::Timeout;
use js_sys::Function;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;

/// The element that the desk is drawn into, and that holds the link.
const HOST: &str = "desk";

/// How long the page has had rest when the desk is loaded unasked, in milliseconds; scrolling is no rest.
const REST: u32 = 1_500;

/// The link.
#[derive(Default)]
pub(super) struct Desk {
    /// The desk's ear, once it is there: takes what kind of news it is, and the news.
    ear: RefCell<Option<Function>>,
    /// What it was asked for before it was there: the kinds and the news.
    waiting: RefCell<Vec<(&'static str, JsValue)>>,
    /// Whether it has been asked for.
    asked: Cell<bool>,
    /// Whether it is being given the project: then entries wait for it too.
    handing: Cell<bool>,
    /// Whether it will be loaded unasked.
    warming: Cell<bool>,
    /// What it was last told of the session.
    told: RefCell<String>,
}

impl Desk {
    /// Asks something of the desk, as [`Self::tell`] names it; loads it first where that has not been done.
    pub(super) fn ask(&self, shell: &Shell, kind: &'static str, news: &JsValue) {
        if self.ear.borrow().is_some() {
            self.say(kind, news);
            return;
        }
        self.waiting.borrow_mut().push((kind, news.clone()));
        let comes = self.asked.replace(true) || rest::here() && link::load(shell).is_some();
        if !comes {
            self.failed(shell);
        }
    }

    /// Loads the desk quietly once the page has rest: its suggestions come from what was tagged.
    pub(super) fn warm(&self, shell: &Shell) {
        if !self.asked.get() && !self.warming.replace(true) {
            load_at_rest(shell.clone());
        }
    }

    /// Tells the desk something, if it is there: an `entry` of the journal, that the project is to be asked for `anew`, that
    /// local storage has no `room`, what is so `now`, which `page` to show, the address of a package that was `handed` out, whether to `suggest` the next or take or refuse what
    /// is suggested, what to `do`, that the project was `copied` by a download, that the article was
    /// `painted` anew and which part of it is near (`<start> <end>`), which span the pointer is on (`hover`).
    pub(super) fn tell(&self, kind: &'static str, news: &str) {
        self.say(kind, &news.into());
    }

    fn say(&self, kind: &'static str, news: &JsValue) {
        let ear = self.ear.borrow().clone();
        if let Some(ear) = ear {
            let _ = ear.call2(&JsValue::NULL, &kind.into(), news);
        } else if self.handing.get() && is_change(kind) {
            self.waiting.borrow_mut().push((kind, news.clone()));
        }
    }

    /// Tells the desk what is open, selected and set, where that changed.
    pub(super) fn follow(&self, session: &Session) {
        if self.ear.borrow().is_none() {
            return;
        }
        let news = link::facts(session);
        if *self.told.borrow() != news {
            self.told.replace(news.clone());
            self.tell("now", &news);
        }
    }

    /// It could not be loaded: whoever waits for it is told.
    fn failed(&self, shell: &Shell) {
        self.asked.set(false);
        self.handing.set(false);
        if self.waiting.take().iter().any(|(kind, _)| !is_change(kind)) {
            shell.dispatch(Action::NotLoaded);
        }
    }
}

/// Whether it is news of the project, which nobody asked for.
fn is_change(kind: &str) -> bool {
    matches!(kind, "entry" | "anew")
}

/// Loads the desk, unless it is asked for before, when nobody has scrolled for a while.
fn load_at_rest(shell: Shell) {
    let scrolled = || dom::window().scroll_y().ok();
    let before = scrolled();
    Timeout::new(REST, move || {
        let desk = shell.desk();
        if scrolled() != before {
            load_at_rest(shell.clone());
        } else if !rest::came() {
            // What nobody asked for is not waited for either.
            desk.warming.set(false);
        } else if !desk.asked.replace(true) {
            let _ = link::load(&shell);
        }
    })
    .forget();
}

impl Shell {
    /// Has the desk open the files that an input holds: it reads and merges them, and tells what came of each.
    pub fn open_files(&self, input: &HtmlInputElement) {
        self.dispatch(Action::KeepNote);
        if rest::here() {
            link::hand_files(self.desk(), self, input);
        } else {
            self.dispatch(Action::NotLoaded);
        }
    }
}
