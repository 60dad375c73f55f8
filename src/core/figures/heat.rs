//! How far each pair of annotation sets agrees: the F1 of spans with the very same limits and label, in steps.

use super::gather::Wish;
use crate::core::agreement::gather::{self, Gathered};
use crate::core::agreement::spans::{Limits, same};
use crate::core::agreement::{Measure, Tally, Which, Why};
use crate::core::shapes::Shapes;
use crate::core::state::State;
use std::rc::Rc;

/// Every pair of sets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heat {
    /// The counts of each pair of places in the list of sets, the first smaller.
    pub pairs: Vec<((usize, usize), Tally)>,
}

impl Heat {
    /// The F1 of two sets, in whatever order; of a set with itself 1.
    ///
    /// # Errors
    /// When neither has marked anything, or one of them is not there.
    pub fn f1(&self, one: usize, other: usize) -> Measure {
        if one == other {
            return Ok(1.0);
        }
        let pair = (one.min(other), one.max(other));
        let found = self.pairs.iter().find(|(of, _)| *of == pair);
        found.map_or(Err(Why::OneAnnotator), |(_, tally)| tally.f1())
    }

    /// The mean of all pairs that have a value.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let values = self.pairs.iter().filter_map(|(_, tally)| tally.f1().ok()).collect::<Vec<_>>();
        (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
    }
}

/// Measuring under way.
pub struct Heating {
    gathering: Option<gather::Gathering>,
    gathered: Gathered,
    /// The pairs that are still to be measured, the last first.
    waiting: Vec<(usize, usize)>,
    all: usize,
    heat: Heat,
}

impl Heating {
    /// Begins. Of fewer than two sets there is nothing to measure.
    #[must_use]
    pub fn new(state: &State, shapes: &Rc<Shapes>, wish: &Wish) -> Self {
        let sets = wish.sets.iter().filter(|set| state.set(set).is_some()).cloned().collect::<Vec<_>>();
        let count = sets.len();
        let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
        let waiting = pairs.rev().collect::<Vec<_>>();
        let wish = gather::Wish {
            sets,
            documents: wish.documents.clone(),
            boilerplate: wish.boilerplate,
            // Limits are compared here, and no tokens.
            tokens: |_| Vec::new(),
        };
        Self {
            gathering: (count > 1).then(|| gather::Gathering::new(state, shapes, wish)),
            gathered: Gathered::default(),
            all: waiting.len(),
            waiting,
            heat: Heat::default(),
        }
    }

    /// Gathers a document or measures a pair. Returns whether all is measured.
    pub fn step(&mut self) -> bool {
        if let Some(mut gathering) = self.gathering.take() {
            if gathering.step() {
                self.gathered = gathering.done();
            } else {
                self.gathering = Some(gathering);
            }
            return false;
        }
        let Some((one, other)) = self.waiting.pop() else { return true };
        let pages = self.gathered.corpus.pages.iter();
        let tallies = pages.map(|page| same(&page.units[one], &page.units[other], Limits::Exact, Which::Labelled));
        self.heat.pairs.push(((one, other), tallies.fold(Tally::default(), Tally::and)));
        false
    }

    /// How much is done, from 0 to 100.
    #[must_use]
    pub fn share(&self) -> u32 {
        let measured = || ((self.all - self.waiting.len()) * 50).checked_div(self.all).map_or(50, |share| share as u32);
        self.gathering.as_ref().map_or_else(|| 50 + measured(), |gathering| gathering.share() / 2)
    }

    /// What was measured.
    #[must_use]
    pub fn done(self) -> Heat {
        self.heat
    }
}
