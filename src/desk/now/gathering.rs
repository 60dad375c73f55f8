//! Files that annotators send back: read a file at a time, taken as one change, and told on the page of the annotators.

use super::Desk;
use crate::core::refusal::Refusal;
use crate::core::state::State;
use crate::format::native::FileFault;
use crate::format::native::returned::{Came, Returning};
use gloo::timers::callback::Timeout;
use std::rc::Rc;

/// How long the browser is left alone between two parts, in milliseconds: longer than a frame.
const BREATH: u32 = 20;

/// Returned files on their way in.
#[derive(Debug, Clone)]
pub enum Gathered {
    /// They are being read: how many are, and of how many.
    Reading(usize, usize),
    /// What came of them, and the project after that: once it changes, an undo may have taken it back.
    Done(Rc<Vec<Came>>, Rc<State>),
}

/// The files, by their names and texts.
type Files = Rc<Vec<(String, Result<String, FileFault>)>>;

impl Desk {
    /// Takes files that annotators sent back, by their names and texts, as one step to undo.
    pub fn gather(&self, files: Vec<(String, Result<String, FileFault>)>) {
        let state = self.now().state.clone();
        self.gather_on(Rc::new(files), 0, Returning::over(&state), state);
    }

    /// Reads the next file in a task of its own.
    fn gather_on(&self, files: Files, done: usize, mut returning: Returning, over: Rc<State>) {
        self.set(|moment| moment.gathered = Some(Gathered::Reading(done, files.len())));
        let desk = self.clone();
        Timeout::new(0, move || {
            desk.catch_up();
            let now = desk.now().state.clone();
            // What was changed meanwhile goes before: the files are read anew over it, now in one task.
            let anew = !Rc::ptr_eq(&over, &now);
            if !anew && done < files.len() {
                desk.take_returned(&mut returning, &files[done]);
                desk.gather_on(files, done + 1, returning, over);
                return;
            }
            if anew {
                returning = Returning::over(&now);
                files.iter().for_each(|file| desk.take_returned(&mut returning, file));
            }
            desk.end_gathering(returning);
        })
        .forget();
    }

    fn take_returned(&self, returning: &mut Returning, (name, text): &(String, Result<String, FileFault>)) {
        // The ids are made within the change's own context, of which each file has one.
        let _ = self.work_out(|_, context| {
            let text = text.as_deref().map_err(|fault| *fault);
            returning.take(name.clone(), text, &context.now, &mut context.ids);
            Err(Refusal::NoChange)
        });
    }

    /// Hands the change over and takes it into the desk's copy, each in a task of its own: it may be of many thousand spans.
    fn end_gathering(&self, returning: Returning) {
        let gathering = returning.done();
        let entry = gathering.transaction.and_then(|transaction| self.work_out(|_, _| Ok(transaction)).ok());
        let (desk, files) = (self.clone(), Rc::new(gathering.files));
        later(move || {
            if let Some(entry) = entry {
                desk.hand_over(&entry);
            }
            later(move || {
                desk.catch_up();
                let state = desk.now().state.clone();
                desk.set(|moment| moment.gathered = Some(Gathered::Done(files, state)));
            });
        });
    }

    /// Hides the spans of a set in the text, or shows them again.
    pub fn toggle_set(&self, set: &crate::core::ids::SetId) {
        self.0.link.act("hide", &format!(":{set}"));
    }
}

/// Acts when the browser has had time to take keys and draw.
fn later(act: impl FnOnce() + 'static) {
    Timeout::new(BREATH, act).forget();
}
