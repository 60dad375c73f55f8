//! The shell round the session: turns actions into new sessions, carries out what they ask of the
//! browser, and tells the view. The only place where a session is replaced.

mod selected;

use super::desk::Desk;
use super::page;
use super::reading::Reading;
use super::rest;
use super::selection;
use super::store::{Saved as Kept, Vault, Write};
use super::tabs::Tabs;
use crate::core::history::Entry;
use crate::core::ids::Writer;
use crate::core::keymap::Arrow;
use crate::core::state::{DocumentState, State};
use crate::core::units::Offset;
use crate::session::{Action, Effect, Focus, Moment, Saved, Session, StoreFacts, repaint, update};
use crate::store::{Journal, Key};
use crate::{format, i18n};
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

type Listener<T> = Rc<dyn Fn(T)>;
type Painted = Rc<RefCell<Vec<Rc<dyn Fn()>>>>;

/// The shell. A clone is the same shell.
#[derive(Clone)]
pub struct Shell(Rc<Inner>);

pub(super) struct Inner {
    session: Rc<RefCell<Rc<Session>>>,
    waiting: RefCell<VecDeque<Rc<Action>>>,
    busy: Cell<bool>,
    vault: Vault,
    writer: Writer,
    number: Cell<u32>,
    /// The project as shipped, while no store holds it: it is written beside an entry, the first that finds what writes it.
    shipped: RefCell<Option<State>>,
    /// Entries handed to the stores and not yet confirmed.
    pending: Cell<u32>,
    /// What no store has taken, to be written again with the next entry.
    unsaved: RefCell<Vec<Write>>,
    tabs: Tabs,
    reading: RefCell<Option<Reading>>,
    changed: RefCell<Vec<Listener<Rc<Session>>>>,
    painted: Painted,
    desk: Desk,
    /// What the browser's own selection still has, though nothing is selected any more.
    left: Cell<Option<(Offset, Offset)>>,
}

impl PartialEq for Shell {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Shell {
    /// A shell round a session that has just been read from the stores.
    pub(super) fn new(session: Session, vault: Vault, writer: Writer, journal: Journal, shipped: Option<State>) -> Self {
        let tabs = Tabs::new(session.state.project.id.clone(), writer.clone(), journal);
        let shell = Self(Rc::new(Inner {
            session: Rc::new(RefCell::new(Rc::new(session))),
            waiting: RefCell::default(),
            busy: Cell::new(false),
            vault,
            writer,
            number: Cell::new(0),
            shipped: RefCell::new(shipped),
            pending: Cell::new(0),
            unsaved: RefCell::default(),
            tabs,
            reading: RefCell::default(),
            changed: RefCell::default(),
            painted: Rc::default(),
            desk: Desk::default(),
            left: Cell::default(),
        }));
        let painted = shell.clone();
        shell.on_painted(move || painted.tell_painted());
        let session = shell.session();
        super::labels_css::set(&session.state.tagset);
        shell.reflect(None, &session);
        let tagged = |document: &Rc<DocumentState>| !document.spans.is_empty();
        if session.state.documents.iter().any(tagged) {
            shell.0.desk.warm(&shell);
        }
        shell
    }

    /// The session as it stands.
    #[must_use]
    pub fn session(&self) -> Rc<Session> {
        self.0.session.borrow().clone()
    }

    /// Calls `listener` after each action, in the same task.
    pub fn on_change(&self, listener: impl Fn(Rc<Session>) + 'static) {
        self.0.changed.borrow_mut().push(Rc::new(listener));
    }

    /// Calls `listener` whenever what is painted may stand elsewhere: after painting, scrolling, resizing.
    pub fn on_painted(&self, listener: impl Fn() + 'static) {
        self.0.painted.borrow_mut().push(Rc::new(listener));
    }

    /// Carries out an action. One that comes while another is carried out waits for its end.
    pub fn dispatch(&self, action: Action) {
        self.dispatch_again(Rc::new(action));
    }

    /// As [`Self::dispatch`], an action that is there to be carried out more than once.
    pub fn dispatch_again(&self, action: Rc<Action>) {
        if matches!(*action, Action::Label(_)) {
            // A selection that a script or a finger has just made counts, settled or not.
            self.settle(false);
        }
        if !self.0.busy.get() {
            // What other tabs have done comes first: what is done here now is later than that.
            self.catch_up();
        }
        self.0.waiting.borrow_mut().push_back(action);
        if self.0.busy.replace(true) {
            return;
        }
        loop {
            let next = self.0.waiting.borrow_mut().pop_front();
            let Some(action) = next else { break };
            let goes = !action.needs_rest(&self.session().history) || rest::here();
            self.carry_out(if goes { &action } else { &Action::NotLoaded });
        }
        self.0.busy.set(false);
    }

    fn carry_out(&self, action: &Action) {
        let old = self.session();
        let moment = Moment { now: page::now(), writer: self.0.writer.clone(), number: self.0.number.get() };
        let (new, mut effects) = update(&old, &moment, action);
        let mut new = Rc::new(new);
        *self.0.session.borrow_mut() = new.clone();
        // The stores first: whatever happens afterwards, the edit is on its way to the disk.
        let mut made = Vec::new();
        for effect in &effects {
            match effect {
                Effect::Journal(entry) => made.push(entry.clone()),
                Effect::Wait(entry) => drop(self.0.tabs.journal().borrow_mut().take(vec![entry.clone()])),
                _ => continue,
            }
            if let Effect::Journal(entry) | Effect::Wait(entry) = effect {
                self.journal(entry);
            }
        }
        let merged = self.0.tabs.journal().borrow_mut().made(&made, &new.state, &new.history);
        if let Some(merged) = merged {
            let moment = Moment { number: self.0.number.get(), ..moment };
            let (next, more) = update(&new, &moment, Action::Merge(Rc::new((merged.state, merged.history))));
            new = Rc::new(next);
            effects.extend(more);
            *self.0.session.borrow_mut() = new.clone();
            self.0.desk.tell("anew", "");
        }
        self.reflect(Some(&old), &new);
        let listeners = self.0.changed.borrow().clone();
        for listener in listeners {
            listener(new.clone());
        }
        self.0.desk.follow(&new);
        for effect in effects {
            self.perform(&new, effect);
        }
    }

    fn journal(&self, entry: &Rc<Entry>) {
        self.0.number.set(entry.key.number + 1);
        let value = format::entry::encode(entry);
        self.0.desk.tell("entry", &value);
        self.0.desk.warm(self);
        self.0.tabs.tell("entry", &value);
        let key = Key::Entry(self.project(), entry.key.clone()).to_string();
        let mut writes = self.0.unsaved.take();
        writes.extend(self.shipped().into_iter().chain([(key, value)]).map(|(key, value)| Write::Put(key, value)));
        self.0.pending.set(self.0.pending.get() + 1);
        let shell = self.clone();
        self.0.vault.write(&writes.clone(), move |kept| shell.kept(&kept, writes));
    }

    fn shipped(&self) -> Option<(String, String)> {
        let shipped = self.0.shipped.borrow_mut().take_if(|_| rest::came())?;
        super::snapshot::shipped(&self.project(), &shipped)
    }

    fn project(&self) -> String {
        self.session().state.project.id.clone()
    }

    fn kept(&self, kept: &Kept, writes: Vec<Write>) {
        self.0.pending.set(self.0.pending.get() - 1);
        let facts = self.0.vault.facts();
        let known = self.session().stores;
        self.dispatch(Action::Stores(StoreFacts { local: facts.local, mirror: facts.mirror, ..known }));
        if !facts.local && facts.mirror {
            self.0.desk.ask(self, "room", &"".into());
        }
        if !kept.is_kept() {
            self.0.unsaved.borrow_mut().extend(writes);
        }
        if !self.0.unsaved.borrow().is_empty() {
            self.dispatch(Action::Saved(Saved::Failed));
        } else if self.0.pending.get() == 0 && self.session().saved != Saved::Yes {
            self.dispatch(Action::Saved(Saved::Yes));
        }
    }

    fn perform(&self, session: &Rc<Session>, effect: Effect) {
        match effect {
            Effect::Journal(_) | Effect::Wait(_) => {}
            Effect::Draft(draft) => {
                let key = Key::Draft(self.project(), self.0.writer.clone()).to_string();
                match draft {
                    Some(draft) => self.0.vault.put(&key, &format::entry::encode(&draft), |_| ()),
                    None => self.0.vault.remove(&key),
                }
            }
            Effect::KeepSettings => page::keep_settings(&session.settings),
            // The words come with the rest, and the gesture that is told does not wait for them.
            Effect::Announce(message) if rest::came() => {
                page::announce(&i18n::say(session.settings.lang, &message, &session.state.tagset));
            }
            Effect::Announce(_) => {}
            Effect::Reveal(range) => self.with_painter(|painter| painter.scroll_to(range)),
            Effect::Follow(at) => self.with_painter(|painter| painter.follow(at)),
            Effect::Line(arrow, extend) => self.line(session, arrow, extend),
            Effect::Offer(name, text) => {
                super::files::offer(&name, &text);
                self.0.desk.tell("copied", "");
            }
            Effect::Shape(act) => self.0.desk.ask(self, "do", &act.name().into()),
            Effect::Desk(page) => self.0.desk.ask(self, "page", &page.name().into()),
            Effect::Suggest(accept) => self.0.desk.ask(self, "suggest", &if accept { "accept" } else { "refuse" }.into()),
            Effect::Focus(focus) => self.focus(&focus),
        }
    }

    /// Brings the page in line with the session: attributes, address, article, paint, selection, caret.
    fn reflect(&self, old: Option<&Session>, new: &Rc<Session>) {
        page::reflect(new);
        if old.is_none_or(|old| old.state.tagset != new.state.tagset) {
            super::labels_css::set(&new.state.tagset);
        }
        let stands =
            self.0.reading.borrow().as_ref().zip(new.document()).is_some_and(|(reading, state)| reading.is_of(&state.document));
        if !stands {
            self.show_document(new);
            page::set_address(&new.open, old.is_some());
        }
        if let Some(reading) = self.0.reading.borrow().as_ref() {
            // Before anything is painted: Chromium lays out what has changed as soon as the selection goes.
            if old.is_none_or(|old| old.selection != new.selection) {
                let left = old.and_then(|old| old.selection).filter(|_| new.selection.is_none());
                match left.filter(|left| reading.painter.is_in_long(left.head)) {
                    Some(left) => self.unselect_soon((left.anchor, left.head)),
                    None => {
                        self.0.left.take();
                        selection::write(&reading.surface, new.selection.map(|s| (s.anchor, s.head)));
                    }
                }
            }
            if stands {
                match old.and_then(|old| repaint(old, new)) {
                    Some(stretches) => reading.painter.refresh_in(&stretches),
                    None => reading.painter.refresh(),
                }
            }
            let caret = new.selection.filter(|_| new.tagging).map(|selection| selection.head);
            reading.painter.show_caret(caret);
            reading.take_keys(new.tagging);
        }
    }

    /// Tells the desk that what is painted may stand elsewhere, and which part of the text is near.
    pub(super) fn tell_painted(&self) {
        let near = self.reading().as_ref().map(|reading| reading.painter.near()).unwrap_or_default();
        self.desk().tell("painted", &format!("{} {}", near.start().0, near.end().0));
    }

    fn show_document(&self, session: &Session) {
        // The old article goes before the new one comes, so that two are never there at once.
        self.0.reading.take();
        let Some(state) = session.document() else { return };
        let painted = self.0.painted.clone();
        let on_painted: Rc<dyn Fn()> = Rc::new(move || {
            let listeners = painted.borrow().clone();
            for listener in listeners {
                listener();
            }
        });
        let reading = Reading::open(&self.0.session, &state.document, on_painted);
        *self.0.reading.borrow_mut() = reading;
        if let Some(reading) = self.0.reading.borrow().as_ref() {
            reading.painter.refresh();
        }
    }

    /// Removes a value from both stores.
    pub(super) fn forget(&self, key: &str) {
        self.0.vault.remove(key);
    }

    /// The line above or below the caret, at the same place in the line.
    fn line(&self, session: &Session, arrow: Arrow, extend: bool) {
        let Some(head) = session.selection.map(|selection| selection.head) else { return };
        let to = {
            let reading = self.0.reading.borrow();
            let Some(reading) = reading.as_ref() else { return };
            reading.painter.line_from(head, arrow == Arrow::Down)
        };
        if let Some(to) = to {
            self.dispatch(Action::CaretTo(to, extend));
        }
    }

    fn focus(&self, focus: &Focus) {
        let document = gloo::utils::document();
        let found = match focus {
            Focus::Surface => self.0.reading.borrow().as_ref().map(|reading| reading.surface.article().clone()),
            Focus::Card(span) => {
                document.query_selector(&format!("[data-card=\"{span}\"]")).ok().flatten().and_then(|e| e.dyn_into().ok())
            }
            // The field is rendered by now only if the card was open already; the view focuses a new one itself.
            Focus::Note => document.query_selector("[data-note]").ok().flatten().and_then(|e| e.dyn_into().ok()),
        };
        let element: Option<HtmlElement> = found;
        if let Some(element) = element {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    }

    /// The stores.
    pub(super) fn vault(&self) -> &Vault {
        &self.0.vault
    }

    /// The other tabs.
    pub(super) fn tabs(&self) -> &Tabs {
        &self.0.tabs
    }

    /// The link to the desk.
    pub(super) fn desk(&self) -> &Desk {
        &self.0.desk
    }

    /// The open document on the page, where one is shown.
    pub(super) fn reading(&self) -> Ref<'_, Option<Reading>> {
        self.0.reading.borrow()
    }

    pub(super) fn with_painter(&self, act: impl FnOnce(&super::painter::Painter)) {
        if let Some(reading) = self.0.reading.borrow().as_ref() {
            act(&reading.painter);
        }
    }
}
