//! Long work in slices: between two of them the browser takes keys and draws. What finishes within the first slice is
//! there in the frame of the key that asked for it. Work may give to others what takes longer (`crew`).

use super::now::Now;
use crate::i18n::desk::{Word, found};
use crate::web::dom;
use gloo::timers::callback::{Interval, Timeout};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long the first slice may take, in milliseconds: drawing what was found has to fit into the same frame.
const FIRST: f64 = 8.0;

/// How long any later slice may take, in milliseconds.
const SLICE: f64 = 8.0;

/// How long what is drawn may stay behind what was found, in milliseconds.
const NEWS: f64 = 250.0;

/// How often work that others do is looked at, in milliseconds.
const LOOK: u32 = 50;

/// How often the progress is drawn anew, in milliseconds.
const TICK: u32 = 100;

/// Work that is done in steps, each a small part of a slice.
pub trait Work: 'static {
    /// Called at the beginning of each slice.
    fn resume(&mut self) {}

    /// Whether others are at it, in threads of their own: then no step is taken here.
    fn waits(&self) -> bool {
        false
    }

    /// Does a step. Returns whether the work is over.
    fn step(&mut self) -> bool;

    /// How much is done, from 0 to 100.
    fn share(&self) -> u32;
}

/// Work under way, or over.
pub struct Slices<W> {
    /// The work itself. Not to be held over a redraw.
    pub work: Rc<RefCell<W>>,
    /// Whether it is over.
    pub over: bool,
    /// Goes on with work that was over, and has more to do now.
    pub again: Callback<()>,
}

struct Run<D, W> {
    of: D,
    work: Rc<RefCell<W>>,
    over: bool,
    /// When it was last drawn.
    drawn: f64,
}

type Held<D, W> = Rc<RefCell<Option<Run<D, W>>>>;

/// Does the work that `begin` makes of `of`, anew where that changes; work that is not asked for any more is dropped. Has
/// the component drawn again now and then, and when the work is over.
#[hook]
pub fn use_slices<D, W>(of: D, begin: impl FnOnce(&D) -> W) -> Slices<W>
where
    D: PartialEq + 'static,
    W: Work,
{
    let held: Held<D, W> = use_mut_ref(|| None::<Run<D, W>>);
    let redraw = use_force_update();
    let known = held.borrow().as_ref().filter(|run| run.of == of).map(|run| (run.work.clone(), run.over));
    let (work, over) = known.unwrap_or_else(|| {
        let mut work = begin(&of);
        let over = go_on(&mut work, FIRST);
        let work = Rc::new(RefCell::new(work));
        held.replace(Some(Run { of, work: work.clone(), over, drawn: dom::time() }));
        if !over {
            later(&held, work.clone(), redraw.clone());
        }
        (work, over)
    });
    let again = {
        let held = held.clone();
        Callback::from(move |()| {
            let work = held.borrow_mut().as_mut().filter(|run| run.over).map(|run| {
                run.over = false;
                run.work.clone()
            });
            if let Some(work) = work {
                later(&held, work, redraw.clone());
                redraw.force_update();
            }
        })
    };
    use_effect_with((), move |()| {
        move || {
            held.replace(None);
        }
    });
    Slices { work, over, again }
}

/// Goes on in a task of its own, as long as this work is the one that is asked for.
fn later<D: 'static, W: Work>(held: &Held<D, W>, work: Rc<RefCell<W>>, redraw: UseForceUpdateHandle) {
    let held = held.clone();
    let pause = if work.borrow().waits() { LOOK } else { 0 };
    Timeout::new(pause, move || {
        let (over, due) = {
            let mut run = held.borrow_mut();
            let Some(run) = run.as_mut().filter(|run| Rc::ptr_eq(&run.work, &work)) else { return };
            run.over = go_on(&mut *work.borrow_mut(), SLICE);
            let due = run.over || dom::time() - run.drawn > NEWS;
            if due {
                run.drawn = dom::time();
            }
            (run.over, due)
        };
        if due {
            redraw.force_update();
        }
        if !over {
            later(&held, work, redraw);
        }
    })
    .forget();
}

/// Steps until the time is up. Returns whether the work is over.
fn go_on(work: &mut impl Work, time: f64) -> bool {
    let end = dom::time() + time;
    work.resume();
    loop {
        if work.waits() {
            return false;
        }
        if work.step() {
            return true;
        }
        if dom::time() >= end {
            return false;
        }
    }
}

/// What the progress is drawn from.
#[derive(Properties, Clone)]
pub struct ProgressProps {
    /// The desk at this moment.
    pub now: Now,
    /// How much is done, from 0 to 100.
    pub share: Callback<(), u32>,
}

impl PartialEq for ProgressProps {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now
    }
}

/// How far the work has come; it asks by itself. Quick work is done before it shows.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let redraw = use_force_update();
    use_effect_with((), move |()| {
        let ticks = Interval::new(TICK, move || redraw.force_update());
        move || drop(ticks)
    });
    let share = props.share.emit(());
    html! {
        <span class="looking small">
            <progress key="bar" max="100" value={share.to_string()} aria-label={props.now.word(Word::FindLooking)}></progress>
            <span key="words" aria-hidden="true">{ found::looking(props.now.lang, share) }</span>
        </span>
    }
}
