//! How far each pair of annotation sets agrees: the F1 of spans with the very same limits and label, in steps.

use super::gather::Pages;
use crate::core::agreement::spans::{Limits, same};
use crate::core::agreement::{Measure, Tally, Which, Why};

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
    pages: Pages,
    /// The pairs that are still to be measured, the last first.
    waiting: Vec<(usize, usize)>,
    all: usize,
    heat: Heat,
}

impl Heating {
    /// Begins. Of fewer than two sets there is nothing to measure.
    #[must_use]
    pub fn new(pages: Pages) -> Self {
        let count = pages.first().map_or(0, Vec::len);
        let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
        let waiting = pairs.rev().collect::<Vec<_>>();
        Self { pages, all: waiting.len(), waiting, heat: Heat::default() }
    }

    /// Measures a pair. Returns whether all is measured.
    pub fn step(&mut self) -> bool {
        let Some((one, other)) = self.waiting.pop() else { return true };
        let pages = self.pages.iter();
        let tallies = pages.map(|page| same(&page[one], &page[other], Limits::Exact, Which::Labelled));
        self.heat.pairs.push(((one, other), tallies.fold(Tally::default(), Tally::and)));
        false
    }

    /// How much is done, from 0 to 100.
    #[must_use]
    pub fn share(&self) -> u32 {
        ((self.all - self.waiting.len()) * 100).checked_div(self.all).map_or(100, |share| share as u32)
    }

    /// What was measured.
    #[must_use]
    pub fn done(self) -> Heat {
        self.heat
    }
}
