//! Looks for suggestions while nothing else is to be done: in tasks of a few milliseconds, between which the browser takes
//! keys and draws.

use super::{Desk, Now};
use crate::core::memory::lexicon::Lexicon;
use crate::core::range::TextRange;
use crate::core::state::State;
use crate::core::suggest::{Suggester, Suggestion};
use crate::desk::ghosts;
use crate::web::dom;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How long after a change the suggestions are looked for, in milliseconds.
const REST: u32 = 250;

/// The same while words are selected, unless a suggestion was just accepted or refused: whoever selects is about to press
/// a key.
const SELECTED: u32 = 1_000;

/// How long a task may take, in milliseconds.
const SLICE: f64 = 5.0;

/// Words, spans or forms that are looked at between two looks at the clock.
const ITEMS: usize = 64;

/// Code points on either side of what is near in which suggestions are outlined too.
const AROUND: u32 = 10_000;

impl Desk {
    /// Has the suggestions outlined once the hand rests: neither a tag nor the next one must wait for them.
    pub(super) fn outline_soon(&self) {
        let (desk, turn) = (self.clone(), self.0.wanted.get().wrapping_add(1));
        self.0.wanted.set(turn);
        self.0.owed.set(true);
        let is_busy = self.now().selection.is_some() && !self.0.hurried.get();
        let rest = if is_busy { SELECTED } else { REST };
        let due = Timeout::new(rest, move || spawn_local(async move { desk.outline(turn).await }));
        // One that has not come yet is dropped with its timer.
        self.0.due.replace(Some(due));
    }

    /// Has the next look for suggestions not wait for a selection to go.
    pub(in crate::desk) fn hurry_outlines(&self) {
        self.0.hurried.set(true);
    }

    /// Has the suggestions of the open document outlined, unless they are wanted anew meanwhile.
    async fn outline(&self, turn: u32) {
        let near = self.0.near.get();
        let near = TextRange::of(near.start().0.saturating_sub(AROUND), near.end().0.saturating_add(AROUND));
        self.0.outlined.set(near);
        let now = self.now();
        let found = if now.suggest { self.found(&now, near, turn).await } else { Some(Vec::new()) };
        let Some(found) = found else { return };
        self.0.owed.set(false);
        self.0.hurried.set(false);
        let told = ghosts::told(&now, &found);
        if *self.0.told.borrow() != told {
            self.0.told.replace(told.clone());
            self.0.link.act("ghosts", &told);
        }
    }

    /// The suggestions in a part of the open document; `None` where they are wanted anew meanwhile.
    async fn found(&self, now: &Now, near: TextRange, turn: u32) -> Option<Vec<Suggestion>> {
        let (state, open) = (&now.state, &now.open);
        let mut end = dom::time() + SLICE;
        while !Rc::make_mut(&mut *self.0.lexicon.borrow_mut()).step(state, ITEMS) {
            end = self.breath(end, turn).await?;
        }
        let lexicon = self.0.lexicon.borrow().clone();
        let mut suggester = Suggester::begun(state, &lexicon);
        while !suggester.step(ITEMS) {
            end = self.breath(end, turn).await?;
        }
        self.breath(0.0, turn).await?;
        let part = state.document(open)?.document.text.whole().intersection(near);
        Some(part.map(|part| suggester.within(open, part)).unwrap_or_default())
    }

    /// Lets the browser do what waits, once a task has come to its end: gives the end of the one under way. `None` where the
    /// suggestions are wanted anew.
    async fn breath(&self, end: f64, turn: u32) -> Option<f64> {
        if dom::time() < end {
            return Some(end);
        }
        dom::rest().await;
        (self.0.wanted.get() == turn).then(|| dom::time() + SLICE)
    }

    /// Does something with the words of the documents as they stand.
    pub fn with_lexicon<T>(&self, state: &State, work: impl FnOnce(&Lexicon) -> T) -> T {
        let mut lexicon = self.0.lexicon.borrow_mut();
        if !lexicon.is_of(state) {
            Rc::make_mut(&mut lexicon).update(state);
        }
        work(&lexicon)
    }
}
