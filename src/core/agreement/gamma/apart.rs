//! How far two spans are apart, in units of what a span without a counterpart costs.

use crate::core::agreement::unit::{Unit, Which};
use std::cmp::Ordering;

/// A span on the line: code points, which chance may move beyond the text's end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Where it begins.
    pub start: f64,
    /// Where it ends, exclusive.
    pub end: f64,
    /// The number of its label.
    pub label: usize,
}

impl Mark {
    /// The hull of a unit.
    #[must_use]
    pub fn of(unit: &Unit, which: Which) -> Self {
        let hull = unit.hull();
        let label = if which == Which::Unlabelled { 0 } else { unit.label };
        Self { start: f64::from(hull.start().0), end: f64::from(hull.end().0), label }
    }

    /// Its length.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.end - self.start
    }

    /// The order of marks on a page: by start, by end, by label.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        self.start.total_cmp(&other.start).then(self.end.total_cmp(&other.end)).then(self.label.cmp(&other.label))
    }

    /// How far it is from another: the square of how far their limits are apart, in their mean lengths, and 1 for
    /// another label (Mathet et al. 2015, sections 4.2 and 4.3, with both parts weighed alike).
    #[must_use]
    pub fn apart(&self, other: &Self) -> f64 {
        let limits = (self.start - other.start).abs() + (self.end - other.end).abs();
        let place = limits / (self.length() + other.length());
        place * place + if self.label == other.label { 0.0 } else { 1.0 }
    }
}
