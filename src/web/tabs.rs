//! The other tabs on this project: what they write comes here in the task in which they write it, and the other way round.
//!
//! Tabs talk over one channel of the origin, since they share its stores whatever the page's path. A message is text:
//! `<kind>\n<project>\n<writer>\n<what>`. `hello` asks who is there, `here` answers, `bye` is the last of a tab, `entry`
//! brings an entry as the journal has it, `erased` says that nothing is kept any more. What a tab may have missed, asleep
//! or without channels, it reads from the stores.

use super::shell::Shell;
use super::store::Pairs;
use crate::core::history::Entry;
use crate::core::ids::Writer;
use crate::format::entry::{EntryFault, decode, encode};
use crate::session::{Action, StoreFacts};
use crate::store::{Journal, Key, Merged};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, Event};

/// The channel of all tabs of the origin.
const CHANNEL: &str = "hashiya";

/// How long an open tab has to answer, in milliseconds.
const PATIENCE: u32 = 300;

/// The other tabs, and the journal that all of them write.
pub(super) struct Tabs {
    /// `None` where the browser has no channels.
    channel: Option<BroadcastChannel>,
    project: String,
    writer: Writer,
    journal: RefCell<Journal>,
    /// Entries that have come and are not taken yet: many that come together are taken together.
    inbox: RefCell<Vec<Rc<Entry>>>,
    due: Cell<bool>,
    /// Those who write in other open tabs.
    others: RefCell<Vec<Writer>>,
    /// Of these, who has not answered yet.
    asked: RefCell<Vec<Writer>>,
}

impl Tabs {
    /// The tabs of a project. `writer` is who writes in this one.
    pub fn new(project: String, writer: Writer, journal: Journal) -> Self {
        let channel = BroadcastChannel::new(CHANNEL).ok();
        let (inbox, due) = (RefCell::default(), Cell::default());
        Self {
            channel,
            project,
            writer,
            journal: RefCell::new(journal),
            inbox,
            due,
            others: RefCell::default(),
            asked: RefCell::default(),
        }
    }

    /// Tells the other tabs something.
    pub fn tell(&self, kind: &str, what: &str) {
        if let Some(channel) = &self.channel {
            let message = [kind, &self.project, self.writer.as_str(), what].join("\n");
            let _ = channel.post_message(&JsValue::from_str(&message));
        }
    }

    /// The journal.
    pub fn journal(&self) -> &RefCell<Journal> {
        &self.journal
    }

    /// Whether an entry has been taken already.
    fn knows(&self, key: &Key) -> bool {
        match key {
            Key::Entry(project, key) => *project != self.project || self.journal.borrow().knows(key),
            _ => true,
        }
    }
}

/// Tells every open tab that nothing is kept any more. For the program that has erased it.
pub fn tell_erased() {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&JsValue::from_str("erased"));
    }
}

/// Listens to the other tabs for as long as the page lives, and asks who is there.
pub(super) fn listen(shell: &Shell) {
    let tabs = shell.tabs();
    match &tabs.channel {
        Some(channel) => on(shell, channel, "message", |shell, event| {
            if let Some(message) = text(event, "data") {
                hear(shell, &message);
            }
        }),
        None => on(shell, &window(), "storage", |shell, event| {
            if let (Some(name), Some(value)) = (text(event, "key"), text(event, "newValue")) {
                find(shell, vec![(name, value)]);
            }
        }),
    }
    // A window beside this one that was closed may not have said so (Firefox drops its last message).
    on(shell, &window(), "focus", |shell, _| ask(shell));
    on(shell, &window(), "pagehide", |shell, _| shell.tabs().tell("bye", ""));
    on(shell, &window(), "pageshow", |shell, event| {
        // Brought back from the browser's own memory, where it has slept.
        if Reflect::get(event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy()) {
            wake(shell);
        }
    });
    on(shell, &document(), "visibilitychange", |shell, _| {
        if !document().hidden() {
            wake(shell);
        }
    });
    tabs.tell("hello", "");
}

/// Restores what was being typed when an earlier page went away, unless the one who types is still there.
pub(super) fn restore(shell: &Shell, drafts: Vec<Rc<Entry>>) {
    if drafts.is_empty() {
        return;
    }
    let patience = if shell.tabs().channel.is_some() { PATIENCE } else { 0 };
    let shell = shell.clone();
    Timeout::new(patience, move || {
        for draft in drafts {
            let writer = draft.key.writer.clone();
            if !shell.tabs().others.borrow().contains(&writer) {
                shell.dispatch(Action::Restore(draft));
                shell.forget(&Key::Draft(shell.tabs().project.clone(), writer).to_string());
            }
        }
    })
    .forget();
}

fn on(shell: &Shell, target: &web_sys::EventTarget, event: &'static str, act: impl Fn(&Shell, &Event) + 'static) {
    let shell = shell.clone();
    EventListener::new(target, event, move |event| act(&shell, event)).forget();
}

fn text(event: &Event, field: &str) -> Option<String> {
    Reflect::get(event, &field.into()).ok()?.as_string()
}

fn hear(shell: &Shell, message: &str) {
    let mut parts = message.splitn(4, '\n');
    let mut part = || parts.next().unwrap_or_default();
    let (kind, project, writer, what) = (part(), part(), part(), part());
    let tabs = shell.tabs();
    if kind == "erased" {
        let _ = window().location().reload();
    }
    if project != tabs.project {
        return;
    }
    let writer = Writer::from(writer);
    tabs.asked.borrow_mut().retain(|other| *other != writer);
    let known = tabs.others.borrow().contains(&writer);
    if known == (kind == "bye") {
        set_others(shell, |others| {
            others.retain(|other| *other != writer);
            if !known {
                others.push(writer.clone());
            }
        });
    }
    match kind {
        "hello" => tabs.tell("here", ""),
        "entry" => take(shell, what),
        _ => {}
    }
}

fn set_others(shell: &Shell, change: impl FnOnce(&mut Vec<Writer>)) {
    let others = {
        let mut others = shell.tabs().others.borrow_mut();
        change(&mut others);
        others.clone()
    };
    shell.dispatch(Action::Beside(Rc::new(others)));
}

/// Asks who is there; who does not answer counts no more.
fn ask(shell: &Shell) {
    let tabs = shell.tabs();
    tabs.asked.replace(tabs.others.borrow().clone());
    tabs.tell("hello", "");
    if !tabs.asked.borrow().is_empty() {
        let shell = shell.clone();
        Timeout::new(PATIENCE, move || {
            let silent = shell.tabs().asked.take();
            if !silent.is_empty() {
                set_others(&shell, |others| others.retain(|other| !silent.contains(other)));
            }
        })
        .forget();
    }
}

/// Asks who is there, and reads what may have been missed.
fn wake(shell: &Shell) {
    ask(shell);
    let shell = shell.clone();
    spawn_local(async move {
        let prefix = Key::project_prefix(&shell.tabs().project) + "journal/";
        let unknown = |name: &str| name.parse().is_ok_and(|key| !shell.tabs().knows(&key));
        let found = shell.vault().find(&prefix, &unknown).await;
        find(&shell, found);
    });
}

/// Takes the entries among these values that are not known yet.
fn find(shell: &Shell, values: Pairs) {
    for (name, value) in values {
        if name.parse().is_ok_and(|key| !shell.tabs().knows(&key)) {
            take(shell, &value);
        }
    }
}

fn take(shell: &Shell, value: &str) {
    match decode(value) {
        Ok(entry) => {
            let tabs = shell.tabs();
            tabs.inbox.borrow_mut().push(Rc::new(entry));
            if !tabs.due.replace(true) {
                let shell = shell.clone();
                Timeout::new(0, move || shell.catch_up()).forget();
            }
        }
        Err(EntryFault::NewerVersion(_)) => {
            shell.dispatch(Action::Stores(StoreFacts { newer: true, ..shell.session().stores }));
        }
        // The stores have it whole, or it is set aside at the next start.
        Err(_) => {}
    }
}

impl Shell {
    /// Takes in what other tabs have done.
    pub(super) fn catch_up(&self) {
        let tabs = self.tabs();
        tabs.due.set(false);
        let entries = tabs.inbox.take();
        if entries.is_empty() {
            return;
        }
        let merged = tabs.journal.borrow_mut().take(entries);
        if let Some(Merged { state, history, steps }) = merged {
            self.dispatch(Action::Merge(Rc::new((state, history))));
            match steps {
                Some(steps) => steps.iter().for_each(|entry| self.desk().tell("entry", &encode(entry))),
                None => self.desk().tell("anew", ""),
            }
        }
    }
}
