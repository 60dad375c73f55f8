//! What passes over the link to the desk, once it is asked for.

use super::{Desk, HOST};
use crate::core::ids::{DocumentId, LabelId, SpanId};
use crate::core::keymap;
use crate::core::range::TextRange;
use crate::format::entry;
use crate::format::handover::Pieces;
use crate::session::{Action, Message, Session, Tone};
use crate::web::shell::Shell;
use crate::web::{files, page};
use js_sys::{Function, Object, Reflect};
use std::cell::RefCell;
use std::fmt::Write as _;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

/// Hangs the link on the host and asks the page's script for the desk's program. `None` where the page lacks something.
#[inline(never)]
pub(super) fn load(shell: &Shell) -> Option<()> {
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
        Closure::<dyn Fn(JsValue)>::new(move |ear: JsValue| ready(&shell, ear.dyn_into().ok())).into_js_value()
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

/// The desk has come, or (without an ear) could not.
fn ready(shell: &Shell, ear: Option<Function>) {
    let desk = shell.desk();
    let Some(ear) = ear else { return desk.failed(shell) };
    desk.handing.set(false);
    desk.ear.replace(Some(ear));
    desk.follow(&shell.session());
    shell.tell_painted();
    for (kind, news) in desk.waiting.take() {
        desk.say(kind, &news);
    }
}

/// Hands the desk the files that an input holds.
#[inline(never)]
pub(super) fn hand_files(desk: &Desk, shell: &Shell, input: &HtmlInputElement) {
    desk.ask(shell, "files", &files::taken(input));
}

/// The first piece of the project as it stands; `null` where it cannot be written.
fn base(shell: &Shell, rest: &RefCell<Option<Pieces>>) -> JsValue {
    let Ok((first, pieces)) = Pieces::begin(&shell.session().state, &page::now()) else { return JsValue::NULL };
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
        "say" => page::announce(what),
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
                files::offer(name, text);
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
#[inline(never)]
pub(super) fn facts(session: &Session) -> String {
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
