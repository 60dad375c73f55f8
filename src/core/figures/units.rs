//! Sentences or paragraphs, and which labels stand in them together.

use crate::core::ids::SetId;
use crate::core::range::TextRange;
use std::collections::{BTreeMap, BTreeSet};

/// The sentences or paragraphs of a document that count, in order and apart, and the labels in them.
#[derive(Debug, Default)]
pub struct Units {
    ranges: Vec<TextRange>,
    /// The labels by unit and set: annotators do not stand together with one another.
    labels: BTreeMap<(usize, SetId), BTreeSet<usize>>,
}

impl Units {
    /// Adds one behind all others.
    pub fn push(&mut self, range: TextRange) {
        self.ranges.push(range);
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ranges.len()
    }

    /// Notes a label on a stretch of the text, in every unit that it shares a character with.
    pub fn note(&mut self, piece: TextRange, set: &SetId, label: usize) {
        let from = self.ranges.partition_point(|unit| unit.end() <= piece.start());
        for unit in (from..self.ranges.len()).take_while(|unit| self.ranges[*unit].start() < piece.end()) {
            self.labels.entry((unit, set.clone())).or_default().insert(label);
        }
    }

    /// Adds how often labels stand together to a square of all labels.
    pub fn add_to(&self, together: &mut [Vec<usize>]) {
        for labels in self.labels.values() {
            for one in labels {
                for other in labels {
                    together[*one][*other] += 1;
                }
            }
        }
    }
}
