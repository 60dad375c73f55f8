//! What is near: the painted lines, measured once a frame and after it, so that a tag never waits for its card.

use super::place::{self, Line};
use super::row::{CHIPS, QUOTE, Said};
use crate::core::ids::SpanId;
use crate::core::state::{DocumentState, State};
use crate::i18n;
use crate::view::now::the_shell;
use crate::web::dom;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

/// What was measured last.
#[derive(Clone, Default)]
pub struct Near {
    /// The painted lines.
    pub lines: Rc<Vec<Line>>,
    /// The project as it stood then.
    of: Option<Rc<State>>,
}

impl Near {
    /// Whether the project still stands as it stood. Where it does not, the lines will be measured anew in a moment.
    #[must_use]
    pub fn is_of(&self, state: &Rc<State>) -> bool {
        self.of.as_ref().is_some_and(|of| Rc::ptr_eq(of, state))
    }
}

/// The painted lines, beside the cards' host. Renders the component anew whenever they may stand elsewhere.
#[hook]
pub fn use_near(host: &NodeRef, state: &Rc<State>) -> Near {
    let shell = the_shell();
    let lines = use_state(Near::default);
    let due = use_mut_ref(|| None::<Rc<dyn Fn()>>);
    let kept = use_mut_ref(Rc::<Vec<Line>>::default);
    let (host, setter, soon) = (host.clone(), lines.setter(), due.clone());
    use_effect_with((), move |()| {
        let known = shell.clone();
        let measure = Rc::new(move || {
            let Some(host) = host.cast::<Element>() else { return };
            let found = place::lines(known.first_pieces(), &host);
            let mut kept = kept.borrow_mut();
            if **kept != found {
                *kept = Rc::new(found);
            }
            setter.set(Near { lines: kept.clone(), of: Some(known.session().state.clone()) });
        });
        // What stood in the stores was painted before anyone listened.
        measure();
        let waiting: Rc<Cell<bool>> = Rc::default();
        let measure_soon: Rc<dyn Fn()> = Rc::new(move || {
            if !waiting.replace(true) {
                let (waiting, measure) = (waiting.clone(), measure.clone());
                after_paint(move || {
                    waiting.set(false);
                    measure();
                });
            }
        });
        soon.replace(Some(measure_soon.clone()));
        shell.on_painted(move || measure_soon());
    });
    // A change that paints nothing is measured too.
    use_effect_with(Rc::as_ptr(state), move |_| {
        if let Some(measure_soon) = due.borrow().as_ref() {
            measure_soon();
        }
    });
    (*lines).clone()
}

/// What the folded cards of each line say: of a line with many spans the first few, unless its stack is open.
#[hook]
pub fn use_said(state: Option<Rc<DocumentState>>, lines: &Rc<Vec<Line>>, open: Option<&SpanId>) -> Rc<Vec<Rc<Vec<Said>>>> {
    use_memo((state, lines.clone(), open.cloned()), |(state, lines, open)| {
        let Some(state) = state else { return Vec::new() };
        let said = |id: &SpanId| {
            let span = state.spans.get(id)?;
            let quote = i18n::shortened(&span.words(&state.document.text), QUOTE);
            Some(Said { id: id.clone(), label: span.label.clone(), quote, note: span.note.clone() })
        };
        let shown = |line: &Line| if open.as_ref().is_some_and(|id| line.spans.contains(id)) { line.spans.len() } else { CHIPS };
        lines.iter().map(|line| Rc::new(line.spans.iter().take(shown(line)).filter_map(said).collect())).collect()
    })
}

/// Calls `act` once the frame that is being made has been shown, and the next has begun: neither is held up by it.
fn after_paint(act: impl FnOnce() + 'static) {
    spawn_local(async {
        dom::frame().await;
        dom::frame().await;
        dom::rest().await;
        act();
    });
}
