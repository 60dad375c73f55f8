//! Gamma of every pair and of all together, in slices. After a moment they are shared out over workers.

use super::crew::Crew;
use crate::core::agreement::Why;
use crate::core::agreement::errands::{Errand, Who, gamma};
use crate::core::agreement::gamma::{Gamma, Walk};
use crate::core::agreement::gather::Gathered;
use crate::desk::slices::Work;
use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

/// Of what gamma is computed.
#[derive(Clone)]
pub struct Sought {
    /// What was gathered; `None` while that is not known.
    pub gathered: Option<Rc<Gathered>>,
    /// The number of the label; `None` for all.
    pub label: Option<usize>,
}

impl PartialEq for Sought {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.gathered, &other.gathered) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        same && self.label == other.label
    }
}

/// Gamma of every pair and of all together, under way.
pub struct Gammas {
    sought: Sought,
    /// Of whom, in their order.
    all: Vec<Who>,
    walk: Option<(Who, Walk)>,
    found: HashMap<Who, Result<Gamma, Why>>,
    /// Who else is at it.
    pub crew: Crew,
    /// How much was said to be done: what begins anew elsewhere takes nothing of it back.
    said: Cell<u32>,
}

impl Gammas {
    /// Begins: pairs come first, since they take less.
    pub fn new(sought: &Sought) -> Self {
        let count = sought.gathered.as_ref().map_or(0, |gathered| gathered.corpus.annotators);
        let pairs = (0..count).flat_map(|first| (first + 1..count).map(move |second| Some((first, second))));
        // Of two, the pair is all.
        let all = pairs.chain((count > 2).then_some(None)).collect();
        Self { sought: sought.clone(), all, walk: None, found: HashMap::new(), crew: Crew::new(), said: Cell::new(0) }
    }

    /// What was found so far.
    pub fn found(&self, who: Who) -> Option<Result<Gamma, Why>> {
        self.found.get(&who).copied()
    }

    /// Goes no further, if there is anything left.
    pub fn stop(&mut self) {
        self.crew.stop(self.found.len() < self.all.len());
    }

    /// Those that lack, by their places.
    fn lacking(&self) -> impl DoubleEndedIterator<Item = (usize, Who)> {
        self.all.iter().copied().enumerate().filter(|(_, who)| !self.found.contains_key(who))
    }

    /// The errands, the next one last. Where there are several workers, one begins with all together, which takes longest.
    fn errands(&self) -> Vec<(usize, Errand)> {
        let label = self.sought.label;
        let mut errands = self.lacking().rev().map(|(place, who)| (place, Errand::Gamma { who, label })).collect::<Vec<_>>();
        if self.crew.count() > 1 && !self.found.contains_key(&None) {
            errands.rotate_left(1);
        }
        errands
    }
}

impl Work for Gammas {
    fn resume(&mut self) {
        let Some(gathered) = self.sought.gathered.clone() else { return };
        let lacking = self.all.len() - self.found.len();
        if lacking > 0 && self.crew.comes(&gathered, lacking) {
            // What is under way here begins anew there.
            self.walk = None;
            self.crew.give(self.errands());
        }
        for (place, news) in self.crew.news() {
            if let (Some(who), Some(found)) = (self.all.get(place), news.gamma) {
                self.found.insert(*who, found);
            }
        }
    }

    fn waits(&self) -> bool {
        self.crew.is_at_work()
    }

    fn step(&mut self) -> bool {
        if self.crew.is_stopped() {
            return true;
        }
        if let Some((who, walk)) = &mut self.walk {
            if let Some(found) = walk.step() {
                self.found.insert(*who, found);
                self.walk = None;
            }
            return false;
        }
        let Some((_, who)) = self.lacking().next() else {
            self.crew.dismiss();
            return true;
        };
        let Some(gathered) = &self.sought.gathered else { return true };
        match gamma(gathered, who, self.sought.label) {
            Ok(walk) => self.walk = Some((who, walk)),
            Err(why) => drop(self.found.insert(who, Err(why))),
        }
        false
    }

    fn share(&self) -> u32 {
        let mut under_way = self.crew.under_way();
        under_way
            .extend(self.walk.as_ref().and_then(|(who, walk)| Some((self.all.iter().position(|one| one == who)?, walk.share()))));
        // Of twenty, all together take two to three times as long as all the pairs.
        let weight = |who: Who| if who.is_none() { 2 * (self.all.len() as u32 - 1) } else { 1 };
        let of = |place: usize| under_way.iter().find(|(one, _)| *one == place).map_or(0, |(_, share)| *share);
        let each = self.all.iter().enumerate();
        let done = each.map(|(place, who)| weight(*who) * if self.found.contains_key(who) { 100 } else { of(place) });
        let all = self.all.iter().map(|who| weight(*who)).sum();
        self.said.set(self.said.get().max(done.sum::<u32>().checked_div(all).unwrap_or(100)));
        self.said.get()
    }
}
