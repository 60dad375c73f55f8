//! What hands do at the page: keys, selections, the address. Each becomes an action. Mouse and fingers: `pointer`.

use super::keyboard;
use super::page;
use super::shell::Shell;
use crate::core::keymap::KeyAction;
use crate::session::Action;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, Node, PointerEvent};

/// How long a selection must rest before it is read, in milliseconds: dragging a handle on a touch
/// screen gives nothing but a stream of changes (ARABIC.md 1.8).
const REST: u32 = 250;

/// Listens for as long as the page lives.
pub(super) fn listen(shell: &Shell) {
    keys(shell);
    super::pointer::listen(shell);
    selections(shell);
    let addressed = shell.clone();
    let window = gloo::utils::window();
    EventListener::new(&window, "hashchange", move |_| {
        if let Some((document, span)) = page::address() {
            addressed.dispatch(Action::Open(document, span));
        }
    })
    .forget();
}

fn keys(shell: &Shell) {
    let shell = shell.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && key(&shell, event)
        {
            event.prevent_default();
        }
    })
    .forget();
}

/// Acts on a key. Returns whether the key was ours.
fn key(shell: &Shell, event: &KeyboardEvent) -> bool {
    if event.default_prevented() || keyboard::is_in_dialog(event) || keyboard::is_typing(event) {
        return false;
    }
    let Some(press) = keyboard::press(event) else { return false };
    let Some(name) = press.name() else { return false };
    let session = shell.session();
    let bare = name.strip_prefix("Shift+").unwrap_or(&name);
    let single = !press.ctrl && !press.alt && bare.chars().count() == 1;
    if single && !session.settings.single_keys && name != "?" {
        return false;
    }
    let on_article = event.target().and_then(|target| target.dyn_into::<Node>().ok()).is_some_and(|node| shell.in_article(&node));
    let on_surface = on_article && session.tagging;
    if name == "Enter" && on_article {
        shell.dispatch(Action::Key(KeyAction::Enter));
        return true;
    }
    if let Some(action) = session.settings.keys.lookup(&name, on_surface) {
        shell.dispatch(Action::Key(action));
        return true;
    }
    let tagset = &session.state.tagset;
    let given = tagset.by_shortcut(&name).map(|label| Action::Label(label.id.clone()));
    // With Shift a label's key arms it.
    let armed = || tagset.by_shortcut(bare).map(|label| Action::Arm(Some(label.id.clone())));
    given.or_else(armed).map(|action| shell.dispatch(action)).is_some()
}

/// Reads the browser's selection once it rests, unless a button is still held down.
fn selections(shell: &Shell) {
    let held = Rc::new(Cell::new(false));
    let document = gloo::utils::document();
    for (name, down) in [("pointerdown", true), ("pointerup", false), ("pointercancel", false)] {
        let held = held.clone();
        EventListener::new(&document, name, move |event| {
            let mouse = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "mouse");
            held.set(down && mouse);
        })
        .forget();
    }
    let shell = shell.clone();
    let resting: RefCell<Option<Timeout>> = RefCell::default();
    EventListener::new(&document, "selectionchange", move |_| {
        let (shell, held) = (shell.clone(), held.clone());
        *resting.borrow_mut() = Some(Timeout::new(REST, move || {
            if !held.get() {
                shell.settle(false);
            }
        }));
    })
    .forget();
}
