//! What is measured: the spans of several annotators over the same texts, as plain numbers.

use crate::core::range::TextRange;

/// A span as a measure sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its pieces, one at least, in order and apart. Code points.
    pub pieces: Vec<TextRange>,
    /// The same without what limits are allowed to differ by: see [`super::tolerant`].
    pub core: Vec<TextRange>,
    /// The number of its label.
    pub label: usize,
}

impl Unit {
    /// A unit in one piece, whose limits are taken as they are.
    #[must_use]
    pub fn new(range: TextRange, label: usize) -> Self {
        Self { pieces: vec![range], core: vec![range], label }
    }

    /// From the start of its first piece to the end of its last.
    #[must_use]
    pub fn hull(&self) -> TextRange {
        let all = || self.pieces.iter();
        let start = all().map(|piece| piece.start()).min().unwrap_or_default();
        TextRange::new(start, all().map(|piece| piece.end()).max().unwrap_or(start))
    }

    /// The code points that it shares with another.
    #[must_use]
    pub fn shared(&self, other: &Self) -> u32 {
        let each = self.pieces.iter().flat_map(|one| other.pieces.iter().filter_map(|two| one.intersection(*two)));
        each.map(TextRange::len).sum()
    }

    /// How many code points it has.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.pieces.iter().map(|piece| piece.len()).sum()
    }
}

/// A document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its length in code points.
    pub length: u32,
    /// Its tokens, in order and apart.
    pub tokens: Vec<TextRange>,
    /// What each annotator marked in it.
    pub units: Vec<Vec<Unit>>,
}

/// Documents that the same annotators went through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corpus {
    /// How many annotators there are. Each page has as many lists of units.
    pub annotators: usize,
    /// How many labels there are; those of units are below.
    pub labels: usize,
    /// The documents.
    pub pages: Vec<Page>,
}

/// Which units are held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All, and both must have the same label.
    Labelled,
    /// All, whatever their labels; what one annotator marked twice with several labels counts once.
    Unlabelled,
    /// Those of one label.
    Label(usize),
}

impl Which {
    /// Whether units of a label are among them.
    #[must_use]
    pub const fn holds(self, label: usize) -> bool {
        !matches!(self, Self::Label(one) if one != label)
    }
}
