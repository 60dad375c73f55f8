//! Which label the one gave where the other gave which: pairs of spans, and those that nobody else marked.

use super::matching::heaviest;
use super::spans::touching;
use super::unit::{Corpus, Unit};
use crate::core::range::TextRange;
use std::collections::{BTreeMap, HashMap};

/// How much more a pair of the same label is worth, of two that overlap as much: a share of the code points of both.
const SAME_LABEL: f64 = 1e-3;

/// Two spans that stand for the same, or one alone. Numbers are places in the page's lists of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Couple {
    /// The number of the page.
    pub page: usize,
    /// The first annotator's span.
    pub first: Option<usize>,
    /// The second annotator's.
    pub second: Option<usize>,
}

/// The couples by the labels of both, `None` for nothing marked: the first annotator's label, then the second's.
pub type Confusion = BTreeMap<(Option<usize>, Option<usize>), Vec<Couple>>;

/// The couples of two annotators in all pages, by label.
#[must_use]
pub fn confusion(corpus: &Corpus, first: usize, second: usize) -> Confusion {
    let mut cells = Confusion::new();
    for (page, sheet) in corpus.pages.iter().enumerate() {
        let (one, other) = (&sheet.units[first], &sheet.units[second]);
        for (first, second) in couples(one, other) {
            let cell = (first.map(|place| one[place].label), second.map(|place| other[place].label));
            cells.entry(cell).or_default().push(Couple { page, first, second });
        }
    }
    cells
}

/// The spans of two annotators in couples: with the same limits and label, then with the same limits, then those that
/// overlap, so that as large a share of them as can be is common; last those without a counterpart.
#[must_use]
pub fn couples(first: &[Unit], second: &[Unit]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut right_of = counterparts(first, second);
    let mut taken = vec![false; second.len()];
    for right in right_of.iter().flatten() {
        taken[*right] = true;
    }
    let mut same: HashMap<&[TextRange], Vec<usize>> = HashMap::new();
    for (right, unit) in second.iter().enumerate().filter(|(right, _)| !taken[*right]).rev() {
        same.entry(&unit.pieces).or_default().push(right);
    }
    for (left, unit) in first.iter().enumerate() {
        if right_of[left].is_none()
            && let Some(right) = same.get_mut(unit.pieces.as_slice()).and_then(Vec::pop)
        {
            (right_of[left], taken[right]) = (Some(right), true);
        }
    }
    let lefts = (0..first.len()).filter(|left| right_of[*left].is_none()).collect::<Vec<_>>();
    let rights = (0..second.len()).filter(|right| !taken[*right]).collect::<Vec<_>>();
    let ours = lefts.iter().map(|left| &first[*left]).collect::<Vec<_>>();
    let theirs = rights.iter().map(|right| &second[*right]).collect::<Vec<_>>();
    let worth = |(left, right): (usize, usize)| {
        let (one, other) = (ours[left], theirs[right]);
        let share = f64::from(2 * one.shared(other)) / f64::from(one.length() + other.length());
        (left, right, share + if one.label == other.label { SAME_LABEL } else { 0.0 })
    };
    let edges = touching(&ours, &theirs).into_iter().map(worth).collect::<Vec<_>>();
    for (left, right) in heaviest(ours.len(), theirs.len(), &edges).into_iter().enumerate() {
        if let Some(right) = right.map(|right| rights[right]) {
            (right_of[lefts[left]], taken[right]) = (Some(right), true);
        }
    }
    let alone = (0..second.len()).filter(|right| !taken[*right]).map(|right| (None, Some(right)));
    right_of.iter().enumerate().map(|(left, right)| (Some(left), *right)).chain(alone).collect()
}

/// For each span of the first the one of the second with the very same limits and label.
#[must_use]
pub fn counterparts(first: &[Unit], second: &[Unit]) -> Vec<Option<usize>> {
    let mut named: HashMap<(&[TextRange], usize), usize> = HashMap::new();
    for (right, unit) in second.iter().enumerate() {
        named.entry((&unit.pieces, unit.label)).or_insert(right);
    }
    first.iter().map(|unit| named.remove(&(unit.pieces.as_slice(), unit.label))).collect()
}
