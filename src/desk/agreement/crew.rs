//! Others who measure: workers, each with the desk's own program in a thread of its own (`worker`), so that keys and frames
//! wait for nothing. What is short is done before they would be there. Where they cannot be had, or one of them fails, nobody
//! is at work, and whoever asked goes on by itself.

use crate::core::agreement::errands::{Errand, News};
use crate::core::agreement::flat::{Flat, flat, read};
use crate::core::agreement::gather::Gathered;
use crate::web::dom;
use gloo::events::EventListener;
use js_sys::{Array, Float64Array, Reflect};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Event, Worker};

/// How long work is done here before others are asked, in milliseconds.
const MOMENT: f64 = 100.0;

/// The most workers at a time: each has a copy of what is measured.
const MOST: usize = 4;

/// An errand by its number.
pub type Numbered<T> = (usize, T);

/// The workers for one question. Who drops it ends them.
pub struct Crew {
    since: f64,
    shared: Option<Rc<RefCell<Shared>>>,
    /// To how many errands were given.
    given: usize,
    failed: bool,
    stopped: bool,
}

/// What those who hear from the workers share.
struct Shared {
    gathered: Rc<Gathered>,
    members: Vec<Member>,
    /// The next one last.
    waiting: Vec<Numbered<Errand>>,
    news: Vec<Numbered<News>>,
    failed: bool,
}

struct Member {
    worker: Worker,
    /// Whether it has the spans.
    ready: bool,
    /// Its errand, and how much of it is done.
    at: Option<(usize, u32)>,
    _ears: [EventListener; 2],
}

impl Drop for Member {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Crew {
    /// Nobody yet.
    pub fn new() -> Self {
        Self { since: dom::time(), shared: None, given: 0, failed: false, stopped: false }
    }

    /// Sends all away; nothing is gone on with, here or elsewhere, if there is anything left.
    pub fn stop(&mut self, is_left: bool) {
        *self = Self { stopped: is_left, ..Self::new() };
    }

    /// Whether work was stopped.
    pub const fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Has work that was stopped gone on with. Returns whether it was.
    pub const fn go_on(&mut self) -> bool {
        std::mem::replace(&mut self.stopped, false)
    }

    /// Whether somebody is there to be given errands, of which there are `count`. Asks for workers once the work has taken
    /// its moment.
    pub fn comes(&mut self, gathered: &Rc<Gathered>, count: usize) -> bool {
        if self.stopped || self.failed || self.given > 0 || dom::time() < self.since + MOMENT {
            return false;
        }
        if self.shared.is_none() {
            self.shared = hire(gathered, count);
        }
        self.shared.as_ref().is_some_and(|shared| shared.borrow().members.iter().any(|member| member.ready))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.shared.as_ref().map_or(0, |shared| shared.borrow().members.len())
    }

    /// How many were given errands.
    pub const fn given(&self) -> usize {
        self.given
    }

    /// Gives them errands, the next one last.
    pub fn give(&mut self, errands: Vec<Numbered<Errand>>) {
        let Some(shared) = &self.shared else { return };
        let mut shared = shared.borrow_mut();
        shared.waiting = errands;
        self.given = shared.members.len();
        (0..self.given).for_each(|place| shared.next(place));
    }

    /// What they have told since this was last asked. When one of them has failed, all are sent away.
    pub fn news(&mut self) -> Vec<Numbered<News>> {
        let Some(shared) = &self.shared else { return Vec::new() };
        let (news, failed, idle) = {
            let mut shared = shared.borrow_mut();
            (std::mem::take(&mut shared.news), shared.failed, shared.is_idle())
        };
        self.failed |= failed;
        if failed || self.given > 0 && idle {
            self.dismiss();
        }
        news
    }

    /// Sends them away: all is done, also where they were asked and have not come yet.
    pub fn dismiss(&mut self) {
        self.shared = None;
    }

    /// Whether they have anything to do.
    pub const fn is_at_work(&self) -> bool {
        self.given > 0 && self.shared.is_some()
    }

    /// The errands that they are at, and how much is done of each, in hundredths.
    pub fn under_way(&self) -> Vec<(usize, u32)> {
        let Some(shared) = &self.shared else { return Vec::new() };
        shared.borrow().members.iter().filter_map(|member| member.at).collect()
    }
}

impl Shared {
    /// Gives a worker its next errand, if it has none.
    fn next(&mut self, place: usize) {
        let Some(member) = self.members.get_mut(place).filter(|member| member.ready && member.at.is_none()) else { return };
        let Some((number, errand)) = self.waiting.pop() else { return };
        member.at = Some((number, 0));
        self.failed |= !tell(&member.worker, &errand);
    }

    fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.news.is_empty() && self.members.iter().all(|member| member.at.is_none())
    }

    /// Hears from a worker. Its first words are none: it is there.
    fn hear(&mut self, place: usize, event: &Event) {
        let numbers = Reflect::get(event, &"data".into()).ok().and_then(|data| data.dyn_into::<Float64Array>().ok());
        let Some(member) = self.members.get_mut(place) else { return };
        if !member.ready {
            member.ready = tell(&member.worker, &*self.gathered);
            self.failed |= !member.ready;
        } else if let (Some(news), Some((number, _))) = (numbers.and_then(|numbers| read::<News>(&numbers.to_vec())), member.at) {
            member.at = Some((number, news.share)).filter(|_| !news.over);
            self.news.push((number, news));
        } else {
            self.failed = true;
        }
        self.next(place);
    }
}

/// Sends a worker something. Returns whether it went.
fn tell(worker: &Worker, what: &impl Flat) -> bool {
    let numbers = Float64Array::from(&flat(what)[..]);
    worker.post_message_with_transfer(&numbers, &Array::of1(&numbers.buffer())).is_ok()
}

/// Workers for so many errands; one thread is left to the page.
fn hire(gathered: &Rc<Gathered>, count: usize) -> Option<Rc<RefCell<Shared>>> {
    let spare = dom::window().navigator().hardware_concurrency() as usize;
    let gathered = gathered.clone();
    let nobody = Shared { gathered, members: Vec::new(), waiting: Vec::new(), news: Vec::new(), failed: false };
    let shared = Rc::new(RefCell::new(nobody));
    for place in 0..spare.saturating_sub(1).clamp(1, MOST).min(count) {
        let Some(member) = member(place, Rc::downgrade(&shared)) else { break };
        shared.borrow_mut().members.push(member);
    }
    let nobody = shared.borrow().members.is_empty();
    (!nobody).then_some(shared)
}

/// A worker that is given the program, which this page has compiled already. Addresses of scripts are the matter of
/// `static/offline.js`, which makes it; where that has not come, it is asked again.
fn member(place: usize, shared: Weak<RefCell<Shared>>) -> Option<Member> {
    let (init, answer) = (CustomEventInit::new(), Array::new());
    init.set_detail(&answer);
    let asks = CustomEvent::new_with_event_init_dict("worker", &init).ok()?;
    let _ = dom::document().dispatch_event(&asks);
    let worker = answer.pop().dyn_into::<Worker>().ok()?;
    let heard = {
        let shared = shared.clone();
        dom::on(&worker, "message", move |event| {
            if let Some(shared) = shared.upgrade() {
                shared.borrow_mut().hear(place, event);
            }
        })
    };
    let failed = dom::on(&worker, "error", move |_| {
        if let Some(shared) = shared.upgrade() {
            shared.borrow_mut().failed = true;
        }
    });
    let _ = worker.post_message(&wasm_bindgen::module());
    Some(Member { worker, ready: false, at: None, _ears: [heard, failed] })
}
