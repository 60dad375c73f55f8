//! Mouse and fingers on the article: clicks, taps, dragging an edge, pointing.

use super::shell::Shell;
use crate::core::caret::Selection;
use crate::core::command::Edge;
use crate::core::history::Entry;
use crate::core::ids::LabelId;
use crate::session::Action;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent, Node, PointerEvent};

/// How far a finger or mouse may move and still tap or click, in CSS pixels.
const STILL: f64 = 10.0;

/// How near a grip the pointer must be put down to take hold of it, in CSS pixels: mouse, finger.
const REACH: (f64, f64) = (5.0, 16.0);

/// What a pressed pointer is doing.
#[derive(Clone, Copy)]
enum Press {
    /// Selecting or clicking, begun at this point.
    Text(f64, f64),
    /// Dragging an edge of a piece of the active span.
    Grip(Edge, usize),
}

/// Clicks that follow one another at one place: the second selects the word, the third the paragraph.
#[derive(Default)]
struct Clicks {
    /// The number of the latest.
    number: Cell<i32>,
    /// What an earlier one of them has tagged with the armed label.
    tagged: RefCell<Option<Rc<Entry>>>,
}

/// What is under way between the events.
#[derive(Default)]
struct Hand {
    press: Cell<Option<Press>>,
    /// Whether a finger has just tapped the article: the events of a mouse that follow must not undo what it selected.
    tapped: Cell<bool>,
    clicks: Rc<Clicks>,
}

/// Listens for as long as the page lives.
pub(super) fn listen(shell: &Shell) {
    let hand: Rc<Hand> = Rc::default();
    let on = |name: &'static str, handler: fn(&Shell, &Hand, &PointerEvent)| {
        let (shell, hand) = (shell.clone(), hand.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&gloo::utils::document(), name, options, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                handler(&shell, &hand, event);
            }
        })
        .forget();
    };
    on("pointerdown", down);
    on("pointermove", moved);
    on("pointerup", up);
    on("pointercancel", |shell, hand, _| {
        hand.press.take();
        shell.preview(None);
    });
    // Pressing a grip must not begin a selection: the browser does that on mousedown.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "mousedown", options, move |event| {
        if matches!(hand.press.get(), Some(Press::Grip(..))) || hand.tapped.take() {
            event.prevent_default();
        }
        // Events of the pointer do not count clicks.
        hand.clicks.number.set(event.dyn_ref::<MouseEvent>().map_or(0, |event| event.detail()));
    })
    .forget();
}

fn down(shell: &Shell, hand: &Hand, event: &PointerEvent) {
    hand.press.set(None);
    hand.tapped.set(false);
    if event.button() != 0 || !in_article(shell, event) {
        return;
    }
    let (x, y) = point(event);
    let reach = if is_touch(event) { REACH.1 } else { REACH.0 };
    hand.press.set(Some(shell.grip_at(x, y, reach).map_or(Press::Text(x, y), |(edge, piece)| Press::Grip(edge, piece))));
}

fn moved(shell: &Shell, hand: &Hand, event: &PointerEvent) {
    let (x, y) = point(event);
    match hand.press.get() {
        Some(Press::Grip(edge, piece)) => shell.preview(shell.offset_at(x, y).map(|offset| (edge, offset, piece))),
        None if !is_touch(event) => shell.point_at(in_article(shell, event).then_some((x, y))),
        _ => {}
    }
}

fn up(shell: &Shell, hand: &Hand, event: &PointerEvent) {
    let (x, y) = point(event);
    match hand.press.take() {
        Some(Press::Grip(edge, piece)) => {
            shell.preview(None);
            if let Some(offset) = shell.offset_at(x, y) {
                shell.dispatch(Action::DragEdge(edge, offset, piece));
            }
        }
        Some(Press::Text(from_x, from_y)) => {
            let still = (x - from_x).abs() < STILL && (y - from_y).abs() < STILL;
            if !is_touch(event) {
                clicked(shell, &hand.clicks, event, still);
            } else if still {
                hand.tapped.set(true);
                tapped(shell, x, y);
            }
        }
        None => {}
    }
}

/// The mouse was released on what had been pressed in the article.
fn clicked(shell: &Shell, clicks: &Rc<Clicks>, event: &PointerEvent, still: bool) {
    let ((x, y), add) = (point(event), event.ctrl_key() || event.meta_key());
    let (clicks, number) = (clicks.clone(), clicks.number.get());
    // The engine sets the selection of a click after this event: read it in the next task.
    let shell = shell.clone();
    Timeout::new(0, move || {
        shell.settle(true);
        let armed = shell.session().armed.clone();
        if let Some(label) = armed.filter(|_| shell.selected().is_some()) {
            tag(&shell, &clicks, label, still.then_some(number));
        } else if still && shell.selected().is_none() {
            let spans = shell.hit(x, y);
            let free = spans.is_empty() && !add;
            shell.dispatch(Action::Click(spans, add));
            let Some(offset) = shell.offset_at(x, y) else { return };
            if let Some(words) = shell.ghost_at(offset).filter(|_| free) {
                shell.dispatch(Action::Select(Some(Selection::of(words))));
            } else if shell.session().tagging {
                shell.dispatch(Action::CaretTo(offset, false));
            }
        }
    })
    .forget();
}

/// Gives the armed label to what is selected. What an earlier click of the same row has tagged gives way to it: whoever
/// clicks three times means the paragraph, and one undo takes that back.
fn tag(shell: &Shell, clicks: &Clicks, label: LabelId, number: Option<i32>) {
    let latest = || shell.session().history.undoable().cloned();
    let earlier = clicks.tagged.take().filter(|_| number.is_some_and(|number| number > 1));
    if earlier.is_some_and(|earlier| latest().is_some_and(|latest| Rc::ptr_eq(&earlier, &latest))) {
        shell.dispatch(Action::Retract);
    }
    let before = latest();
    shell.dispatch(Action::Label(label));
    let made = latest().filter(|made| before.is_none_or(|before| !Rc::ptr_eq(&before, made)));
    clicks.tagged.replace(made.filter(|_| number.is_some()));
}

/// A finger tapped the article: on a span it chooses, elsewhere it selects the word or extends to it.
fn tapped(shell: &Shell, x: f64, y: f64) {
    let spans = shell.hit(x, y);
    if shell.selected().is_none() && !spans.is_empty() {
        shell.dispatch(Action::Click(spans, false));
    } else if let Some(offset) = shell.offset_at(x, y) {
        shell.dispatch(Action::Tap(offset));
    }
}

fn in_article(shell: &Shell, event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<Node>().ok()).is_some_and(|node| shell.in_article(&node))
}

fn is_touch(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
