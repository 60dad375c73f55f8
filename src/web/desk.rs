//! The room's end of the link to the desk, the second program: pages for work over many spans at once, loaded when
//! one is first asked for.
//!
//! The desk keeps a replica of the project. It is given the project in pieces, then each journal entry as it is made and what is open and selected as it changes; it hands back whole changes, which go through the shell's one door.
//! What passes is text: the two programs share no memory.

use super::dom;
use super::shell::Shell;
use crate::core::ids::{DocumentId, LabelId, SpanId};
use crate::core::keymap;
use crate::core::range::TextRange;
use crate::format::entry;
use crate::format::handover::Pieces;
use crate::session::{Action, Message, Session, Tone};
use gloo::timers::callback::Timeout;
use js_sys::{Function, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
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
        if !self.asked.replace(true) && load(shell).is_none() {
            self.arrived(shell, None);
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
        let news = facts(session);
        if *self.told.borrow() != news {
            self.told.replace(news.clone());
            self.tell("now", &news);
        }
    }

    /// The desk has come, or (without an ear) could not.
    fn arrived(&self, shell: &Shell, ear: Option<Function>) {
        self.handing.set(false);
        let waiting = self.waiting.take();
        let Some(ear) = ear else {
            self.asked.set(false);
            if waiting.iter().any(|(kind, _)| !is_change(kind)) {
                shell.dispatch(Action::DeskFailed);
            }
            return;
        };
        self.ear.replace(Some(ear));
        self.follow(&shell.session());
        shell.tell_painted();
        for (kind, news) in waiting {
            self.say(kind, &news);
        }
    }
}

/// Whether it is news of the project, which nobody asked for.
fn is_change(kind: &str) -> bool {
    matches!(kind, "entry" | "anew")
}

impl Shell {
    /// Has the desk open the files that an input holds: it reads and merges them, and tells what came of each.
    pub fn open_files(&self, input: &HtmlInputElement) {
        self.dispatch(Action::KeepNote);
        self.desk().ask(self, "files", &super::files::taken(input));
    }
}

/// Loads the desk, unless it is asked for before, when nobody has scrolled for a while.
fn load_at_rest(shell: Shell) {
    let scrolled = || dom::window().scroll_y().ok();
    let before = scrolled();
    Timeout::new(REST, move || {
        if scrolled() != before {
            load_at_rest(shell);
        } else if !shell.desk().asked.replace(true) {
            let _ = load(&shell);
        }
    })
    .forget();
}

/// Hangs the link on the host and asks the page's script for the desk's program. `None` where the page lacks something.
fn load(shell: &Shell) -> Option<()> {
    let host = gloo::utils::document().get_element_by_id(HOST)?;
    let link = Object::new();
    let put = |name: &str, function: JsValue| Reflect::set(&link, &name.into(), &function).ok();
    let pieces = Rc::new(RefCell::new(None));
    put("base", {
        let (shell, pieces) = (shell.clone(), pieces.clone());
        Closure::<dyn Fn() -> JsValue>::new(move || base(&shell, &pieces)).into_js_value()
    })?;
    put("more", Closure::<dyn Fn() -> JsValue>::new(move || more(&pieces)).into_js_value())?;
    put("ready", {
        let shell = shell.clone();
        Closure::<dyn Fn(JsValue)>::new(move |ear: JsValue| shell.desk().arrived(&shell, ear.dyn_into().ok())).into_js_value()
    })?;
    put("act", {
        let shell = shell.clone();
        Closure::<dyn Fn(String, String)>::new(move |kind: String, what: String| act(&shell, &kind, &what)).into_js_value()
    })?;
    Reflect::set(&host, &"link".into(), &link).ok()?;
    let event = web_sys::Event::new("desk").ok()?;
    gloo::utils::document().dispatch_event(&event).ok()?;
    Some(())
}

/// The first piece of the project as it stands; `null` where it cannot be written.
fn base(shell: &Shell, rest: &RefCell<Option<Pieces>>) -> JsValue {
    let Ok((first, pieces)) = Pieces::begin(&shell.session().state, &super::page::now()) else { return JsValue::NULL };
    rest.replace(Some(pieces));
    shell.desk().handing.set(true);
    first.into()
}

/// The next piece of the project that was begun last; `null` after the last one.
fn more(rest: &RefCell<Option<Pieces>>) -> JsValue {
    let mut rest = rest.borrow_mut();
    let next = rest.as_mut().and_then(Iterator::next);
    if next.is_none() {
        rest.take();
    }
    next.map_or(JsValue::NULL, JsValue::from)
}

/// Carries out what the desk asks: `change` an entry, sealed as the journal seals it; `show` a place,
/// `<document> <start> <end>` or `<document> <span>`; `ghosts` all suggestions to be outlined: the document, then a line
/// each, `<start> <end> <place of the label>`; `key` a key of the user's own, `<key of the table> <key or nothing>`, or
/// (without a space) the table's own keys again; `say` a sentence; `download` the project; what is `told` until it is
/// dismissed: `error` or `info`, then a line in Arabic and one in English for each sentence; `lit` the spans to be marked as pointed at; `veil` those not to be shown, in order; `choose` a span of the open document; `hide` a label, or `:` and a set, or show it again; `offer` a
/// download, its name in the first line.
fn act(shell: &Shell, kind: &str, what: &str) {
    match kind {
        "change" => {
            if let Ok(entry) = entry::decode(what) {
                shell.dispatch(Action::Take(Rc::new(entry.transaction)));
            }
        }
        "show" => {
            let mut parts = what.split(' ');
            let Some(document) = parts.next().map(DocumentId::new) else { return };
            let (Some(first), second) = (parts.next(), parts.next()) else { return };
            let Some(end) = second.and_then(|end| end.parse().ok()) else {
                shell.dispatch(Action::Open(document, Some(SpanId::new(first))));
                return;
            };
            let Ok(start) = first.parse() else { return };
            let range = TextRange::of(start, end);
            if shell.session().open != document {
                shell.dispatch(Action::Open(document, None));
            }
            shell.dispatch(Action::Show(range));
        }
        "ghosts" => {
            let mut lines = what.lines();
            let document = lines.next().unwrap_or_default();
            let ghost = |line: &str| {
                let mut numbers = line.split(' ').map_while(|number| number.parse().ok());
                Some((TextRange::of(numbers.next()?, numbers.next()?), numbers.next()? as usize))
            };
            let ghosts = lines.filter_map(ghost).collect();
            if shell.session().open.as_str() == document {
                shell.with_painter(|painter| painter.show_ghosts(ghosts));
            }
        }
        "say" => super::page::announce(what),
        "download" => shell.dispatch(Action::Download),
        "told" => {
            let mut lines = what.lines().map(str::to_owned);
            let tone = if lines.next().as_deref() == Some("error") { Tone::Error } else { Tone::Info };
            let mut messages = Vec::new();
            while let (Some(ar), Some(en)) = (lines.next(), lines.next()) {
                messages.push(Message::Told([ar, en]));
            }
            shell.dispatch(Action::Told(tone, messages));
        }
        "lit" => {
            let spans = what.split_whitespace().map(SpanId::new).collect::<Vec<_>>();
            shell.with_painter(|painter| painter.show_lit(&spans));
        }
        "hide" => shell.dispatch(Action::ToggleLabel(LabelId::new(what))),
        "veil" => {
            let spans = what.split_whitespace().map(SpanId::new).collect();
            shell.dispatch(Action::Veil(Rc::new(spans)));
        }
        "choose" => shell.dispatch(Action::Click(vec![SpanId::new(what)], false)),
        "offer" => {
            if let Some((name, text)) = what.split_once('\n') {
                super::files::offer(name, text);
            }
        }
        "key" => match what.split_once(' ') {
            Some((row, key)) => {
                if let Some(action) = keymap::named(row) {
                    shell.dispatch(Action::Rebind(action, (!key.is_empty()).then(|| key.to_owned())));
                }
            }
            None => shell.dispatch(Action::ResetKeys),
        },
        _ => {}
    }
}

/// What the desk follows of the session, a line each: the language, the open document, both ends of the selection
/// (nothing, where nothing is selected), the chosen spans, the user's own keys in pairs, the span that was active before
/// the selection, the labels that are hidden, how many other tabs are open. Ids and keys hold no spaces.
fn facts(session: &Session) -> String {
    let mut news = format!("{}\n{}\n", session.settings.lang.tag(), session.open);
    if let Some(selection) = session.selected() {
        let range = selection.range();
        let _ = write!(news, "{} {}", range.start().0, range.end().0);
    }
    news.push('\n');
    for span in &session.chosen {
        let _ = write!(news, "{span} ");
    }
    news.push('\n');
    for (row, key) in &session.settings.keys.0 {
        let _ = write!(news, "{row} {key} ");
    }
    let _ = write!(news, "\n{}\n", session.base.as_ref().map_or("", SpanId::as_str));
    for label in session.hidden.iter() {
        let _ = write!(news, "{label} ");
    }
    let _ = write!(news, "\n{}", session.history.others().len());
    news
}
