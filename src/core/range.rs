//! A half-open range of code points and its small algebra.

use super::units::Offset;

/// `start..end` in code points, `start <= end`. The text from `start` up to, not including, `end`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    start: Offset,
    end: Offset,
}

impl TextRange {
    /// The range between two offsets, in whichever order they come.
    #[must_use]
    pub fn new(one: Offset, other: Offset) -> Self {
        Self { start: one.min(other), end: one.max(other) }
    }

    /// The range between two bare code point numbers.
    #[must_use]
    pub fn of(one: u32, other: u32) -> Self {
        Self::new(Offset(one), Offset(other))
    }

    /// Where it begins.
    #[must_use]
    pub const fn start(self) -> Offset {
        self.start
    }

    /// Where it ends, exclusive.
    #[must_use]
    pub const fn end(self) -> Offset {
        self.end
    }

    /// Its length in code points.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// Whether it holds no code point.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start.0 == self.end.0
    }

    /// Whether the code point that begins at `offset` lies in it.
    #[must_use]
    pub fn holds(self, offset: Offset) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies in it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one code point.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// What the two share; `None` where that is nothing.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other).then(|| Self { start: self.start.max(other.start), end: self.end.min(other.end) })
    }

    /// Whether the two overlap without either covering the other.
    #[must_use]
    pub fn crosses(self, other: Self) -> bool {
        self.overlaps(other) && !self.covers(other) && !other.covers(self)
    }
}

#[cfg(test)]
mod tests {
    use super::TextRange;

    #[test]
    fn every_pair_of_small_ranges_obeys_the_algebra() {
        let all = (0..6).flat_map(|a| (a..6).map(move |b| TextRange::of(a, b))).collect::<Vec<_>>();
        for &a in &all {
            for &b in &all {
                assert_eq!(a.overlaps(b), b.overlaps(a));
                assert_eq!(a.intersection(b), b.intersection(a));
                if let Some(shared) = a.intersection(b) {
                    assert!(a.covers(shared) && b.covers(shared) && !shared.is_empty());
                }
                assert!(!(a.crosses(b) && a.covers(b)));
            }
        }
    }
}
