//! What comes of measuring: a number, or why there is none.

/// Why a measure says nothing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Agreement is between two at least.
    OneAnnotator,
    /// Nobody has marked anything.
    NothingMarked,
    /// One of them has marked nothing, and the measure needs something of each.
    OneMarkedNothing,
    /// The text has no tokens.
    NoTokens,
    /// All have given everything the same category, so that chance alone would have them agree wholly.
    NoVariety,
    /// An annotator has two spans of the same label that overlap.
    OverlapsItself,
    /// Nothing of the one meets anything of the other, so that nothing can be compared.
    NothingShared,
    /// Every entity is mentioned once only: there is nothing to join.
    NothingJoined,
    /// Chance gives no disorder at all: the spans are too few or too long for the text.
    NoDisorder,
}

impl Why {
    /// All of them, in their order.
    pub const ALL: [Self; 9] = [
        Self::OneAnnotator,
        Self::NothingMarked,
        Self::OneMarkedNothing,
        Self::NoTokens,
        Self::NoVariety,
        Self::OverlapsItself,
        Self::NothingShared,
        Self::NothingJoined,
        Self::NoDisorder,
    ];
}

/// A measure: its value, at most 1, or why it has none.
pub type Measure = Result<f64, Why>;

/// How many of the one's were found among the other's: the counts that precision, recall and F1 are made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// What both have.
    pub shared: usize,
    /// What the first has. As a standard it is what recall is a share of.
    pub first: usize,
    /// What the second has. Precision is a share of it.
    pub second: usize,
}

impl Tally {
    /// The share of what the second has that the first has too.
    ///
    /// # Errors
    /// When the second has nothing.
    pub const fn precision(self) -> Measure {
        ratio(self.shared as f64, self.second as f64, self.none())
    }

    /// The share of what the first has that the second has too.
    ///
    /// # Errors
    /// When the first has nothing.
    pub const fn recall(self) -> Measure {
        ratio(self.shared as f64, self.first as f64, self.none())
    }

    /// The harmonic mean of both: twice what is shared, of all that there is. It is the same whoever is the standard.
    ///
    /// # Errors
    /// When neither has anything.
    pub const fn f1(self) -> Measure {
        ratio(2.0 * self.shared as f64, (self.first + self.second) as f64, Why::NothingMarked)
    }

    /// Both tallies together, as if what they count stood in one document.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { shared: self.shared + other.shared, first: self.first + other.first, second: self.second + other.second }
    }

    const fn none(self) -> Why {
        if self.first == 0 && self.second == 0 { Why::NothingMarked } else { Why::OneMarkedNothing }
    }
}

/// A share of something, unless that is nothing.
pub(super) const fn ratio(part: f64, whole: f64, why: Why) -> Measure {
    if whole > 0.0 { Ok(part / whole) } else { Err(why) }
}

/// The mean of those that have a value; where none has, the first reason.
pub(super) fn mean(measures: impl Iterator<Item = Measure>) -> Measure {
    let (mut sum, mut count, mut why) = (0.0, 0, None);
    for measure in measures {
        match measure {
            Ok(value) => {
                sum += value;
                count += 1;
            }
            Err(reason) => why = why.or(Some(reason)),
        }
    }
    ratio(sum, f64::from(count), why.unwrap_or(Why::OneAnnotator))
}
