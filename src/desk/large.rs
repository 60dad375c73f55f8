//! A change of many things. It is one step to undo and so is made whole, but its parts stand in tasks of their own, between
//! which the browser takes keys and draws: it is worked out, then handed over, then taken into the desk's copy.

use super::now::Desk;
use crate::core::command::Context;
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::core::transaction::Transaction;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Things that can be changed at once within a frame.
const AT_ONCE: usize = 300;

/// How long a page is given to say what is under way, in milliseconds: longer than a frame.
const SAY: u32 = 30;

/// How long the browser is left alone between two parts, in milliseconds: longer than a frame, so that it draws.
const BREATH: u32 = 20;

/// What a page with such changes does and says.
#[derive(Clone, PartialEq)]
pub struct Doing {
    /// The desk.
    pub desk: Desk,
    /// Whether a change is under way; then no other is begun.
    pub under_way: UseStateHandle<bool>,
    /// Takes the words for what was done.
    pub ondone: Callback<String>,
}

impl Doing {
    /// Changes so many things: at once where they are few, else when the page has said that it is under way. Says so in
    /// these words, if it was done.
    pub fn change(
        &self,
        count: usize,
        words: String,
        make: impl FnOnce(&State, &mut Context) -> Result<Transaction, Refusal> + 'static,
    ) {
        if *self.under_way {
            return;
        }
        let Self { desk, under_way, ondone } = self.clone();
        if count <= AT_ONCE {
            if desk.change(make) {
                ondone.emit(words);
            }
            return;
        }
        under_way.set(true);
        later(SAY, move || {
            let Some(entry) = desk.prepare(make) else {
                under_way.set(false);
                return;
            };
            later(BREATH, move || {
                desk.hand_over(&entry);
                later(BREATH, move || {
                    desk.catch_up();
                    under_way.set(false);
                    ondone.emit(words);
                });
            });
        });
    }
}

fn later(time: u32, act: impl FnOnce() + 'static) {
    Timeout::new(time, act).forget();
}
