//! What the desk hears of the first program.

use super::super::{facts, keeper};
use super::{Desk, FRAME};
use crate::core::desk::DeskPage;
use crate::core::keymap::ShapeAct;
use crate::desk::replica::Replica;
use gloo::timers::callback::Timeout;

impl Desk {
    /// Takes news from the first program: `entry`, `anew`, `room`, `now`, `page`, `suggest`, `do`, `handed`, and what [`Self::on_news`] names. What the user asks for is done at once, and
    /// the rest when the page has had time to paint.
    pub(in crate::desk) fn hear(&self, kind: String, news: String) {
        let heard = self.0.ears.borrow().iter().filter(|(of, _)| *of == kind).map(|(_, ear)| ear.clone()).collect::<Vec<_>>();
        if kind == "painted" {
            self.0.near.set(facts::stretch(&news).unwrap_or_default());
            if !self.0.outlined.get().covers(self.0.near.get()) {
                self.outline_soon();
            }
        }
        if !heard.is_empty() || matches!(kind.as_str(), "painted" | "hover" | "lit") {
            heard.iter().for_each(|ear| ear(&news));
            return;
        }
        let asked = matches!(kind.as_str(), "page" | "suggest" | "do");
        let first = {
            let mut unheard = self.0.unheard.borrow_mut();
            unheard.push_back((kind, news));
            unheard.len() == 1
        };
        if asked {
            self.catch_up();
        } else if first {
            let desk = self.clone();
            Timeout::new(FRAME, move || desk.catch_up()).forget();
        }
    }

    /// Takes in all news that wait.
    pub(in crate::desk) fn catch_up(&self) {
        loop {
            let next = self.0.unheard.borrow_mut().pop_front();
            let Some((kind, news)) = next else { break };
            self.take_in(&kind, &news);
        }
    }

    fn take_in(&self, kind: &str, news: &str) {
        match kind {
            "entry" => {
                keeper::count(self);
                let replica = Replica { state: self.now().state.clone(), clock: self.0.clock.get() };
                let next = replica.after(news).or_else(|| Replica::of(&self.0.link));
                if let Some(clock) = next.as_ref().map(|next| next.clock).filter(|clock| *clock > 0) {
                    self.0.clock.set(clock);
                    self.count();
                }
                self.set(|moment| {
                    if let Some(next) = next {
                        moment.state = next.state;
                    }
                    moment.refusal = None;
                });
            }
            // Other tabs have changed what came before the last entries.
            "anew" => {
                if let Some(next) = Replica::of(&self.0.link) {
                    self.set(|moment| moment.state = next.state);
                }
            }
            "room" => keeper::refused(self),
            "now" => self.set(|moment| facts::follow(moment, news)),
            "page" => self.show(DeskPage::named(news)),
            "copied" => self.copied(&self.now().state.project.id),
            "do" => self.act(ShapeAct::named(news)),
            "suggest" => self.suggest(news == "accept"),
            "handed" => self.fetch_package(news),
            _ => {}
        }
    }
}
