//! Krippendorff's alpha for unitizing: whether annotators cut the same stretches out of one long continuum.
//!
//! Krippendorff 1995, *On the reliability of unitizing contiguous data*; 2004, *Content Analysis*, 2nd edition, ch. 11.6. Two
//! stretches that overlap differ by the squares of what lies between their starts and between their ends; one that nobody
//! else has differs by the square of its length. Chance is every way in which the same stretches and gaps could lie.
//! Each piece of a discontinuous span is a stretch. Pages are laid one after another.

use super::measure::{Measure, Why};
use super::unit::Corpus;

/// A stretch: where it starts, and where it ends, exclusive. Code points of the continuum.
pub type Stretch = (u64, u64);

/// How far annotators are apart, and how far chance would have them.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Disagreement {
    /// As it is.
    pub observed: f64,
    /// By chance.
    pub expected: f64,
}

impl Disagreement {
    /// The alpha of it.
    ///
    /// # Errors
    /// Where chance leaves nothing to disagree on.
    pub fn alpha(self) -> Measure {
        if self.expected > 0.0 { Ok(1.0 - self.observed / self.expected) } else { Err(Why::NoVariety) }
    }

    /// Both together, of two labels.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { observed: self.observed + other.observed, expected: self.expected + other.expected }
    }
}

/// The alpha of some annotators over all labels, and of each label alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Alpha {
    /// Over all labels that occur.
    pub all: Measure,
    /// Of each label, by its number.
    pub labels: Vec<Measure>,
}

/// Measures the annotators of these numbers over all pages.
#[must_use]
pub fn alpha(corpus: &Corpus, annotators: &[usize]) -> Alpha {
    let labels = (0..corpus.labels).map(|label| of_label(corpus, annotators, label)).collect::<Vec<_>>();
    Alpha { all: over(&labels), labels: labels.into_iter().map(|found| found.and_then(Disagreement::alpha)).collect() }
}

/// How the annotators of these numbers disagree on a label over all pages.
///
/// # Errors
/// With one annotator, without spans of that label, and where an annotator's overlap.
pub fn of_label(corpus: &Corpus, annotators: &[usize], label: usize) -> Result<Disagreement, Why> {
    let length = corpus.pages.iter().map(|page| u64::from(page.length)).sum();
    let stretches = annotators.iter().map(|annotator| stretches(corpus, *annotator, label)).collect::<Vec<_>>();
    disagreement(&stretches, length)
}

/// The alpha over several labels. One that nobody has used says nothing; one that cannot be measured leaves the whole so.
///
/// # Errors
/// The first reason why a label in use has no alpha; without any in use that nothing is marked.
pub fn over(labels: &[Result<Disagreement, Why>]) -> Measure {
    let mut sum: Option<Disagreement> = None;
    for label in labels.iter().filter(|found| **found != Err(Why::NothingMarked)) {
        let found = (*label)?;
        sum = Some(sum.map_or(found, |sum| sum.and(found)));
    }
    sum.ok_or(Why::NothingMarked)?.alpha()
}

/// How annotators disagree on the stretches of one label in a continuum of a length. Each annotator's stretches are in order.
///
/// # Errors
/// With one annotator, without stretches, and where an annotator's stretches overlap.
pub fn disagreement(stretches: &[Vec<Stretch>], length: u64) -> Result<Disagreement, Why> {
    if stretches.len() < 2 {
        return Err(Why::OneAnnotator);
    }
    if stretches.iter().all(Vec::is_empty) {
        return Err(Why::NothingMarked);
    }
    if stretches.iter().any(|own| own.windows(2).any(|pair| pair[0].1 > pair[1].0)) {
        return Err(Why::OverlapsItself);
    }
    Ok(Disagreement { observed: observed(stretches, length), expected: expected(stretches, length) })
}

/// The stretches of a label, in order, pages one after another.
fn stretches(corpus: &Corpus, annotator: usize, label: usize) -> Vec<Stretch> {
    let (mut stretches, mut base) = (Vec::new(), 0);
    for page in &corpus.pages {
        let units = page.units[annotator].iter().filter(|unit| unit.label == label);
        let pieces = units.flat_map(|unit| &unit.pieces);
        stretches.extend(pieces.map(|piece| (base + u64::from(piece.start().0), base + u64::from(piece.end().0))));
        base += u64::from(page.length);
    }
    stretches.sort_unstable();
    stretches
}

fn observed(stretches: &[Vec<Stretch>], length: u64) -> f64 {
    let mut sum = 0.0;
    for (place, one) in stretches.iter().enumerate() {
        for other in &stretches[place + 1..] {
            sum += apart(one, other);
        }
    }
    let (annotators, length) = (stretches.len() as f64, length as f64);
    2.0 * sum / (annotators * (annotators - 1.0) * length * length)
}

/// How far two annotators' stretches are apart.
fn apart(first: &[Stretch], second: &[Stretch]) -> f64 {
    let square = |one: u64, other: u64| (one.abs_diff(other) as f64).powi(2);
    let mut sum = 0.0;
    let mut met = vec![false; second.len()];
    let mut from = 0;
    for one in first {
        while second.get(from).is_some_and(|other| other.1 <= one.0) {
            from += 1;
        }
        let near = second.iter().enumerate().skip(from).take_while(|(_, other)| other.0 < one.1);
        let mut alone = true;
        for (place, other) in near {
            sum += square(one.0, other.0) + square(one.1, other.1);
            (met[place], alone) = (true, false);
        }
        if alone {
            sum += square(one.0, one.1);
        }
    }
    sum + second.iter().zip(met).filter(|(_, met)| !met).map(|(other, _)| square(other.0, other.1)).sum::<f64>()
}

fn expected(stretches: &[Vec<Stretch>], length: u64) -> f64 {
    let mut gaps = Vec::new();
    for own in stretches {
        let mut end = 0;
        for stretch in own.iter().chain([&(length, length)]) {
            if stretch.0 > end {
                gaps.push(stretch.0 - end);
            }
            end = stretch.1;
        }
    }
    gaps.sort_unstable_by_key(|gap| std::cmp::Reverse(*gap));
    let mut lengths = stretches.iter().flatten().map(|stretch| stretch.1 - stretch.0).collect::<Vec<_>>();
    lengths.sort_unstable_by_key(|length| std::cmp::Reverse(*length));
    let others = lengths.len() as f64 - 1.0;
    let (mut sum, mut squares) = (0.0, 0.0);
    // The longest first: each finds the gaps that it fits into among those of the one before.
    let (mut fitting, mut room) = (0, 0.0);
    for stretch in lengths {
        while let Some(gap) = gaps.get(fitting).filter(|gap| **gap >= stretch) {
            room += *gap as f64;
            fitting += 1;
        }
        let own = stretch as f64;
        sum += others / 3.0 * (2.0 * own.powi(3) - 3.0 * own.powi(2) + own);
        sum += own.powi(2) * (room - fitting as f64 * (own - 1.0));
        squares += own * (own - 1.0);
    }
    let (length, all) = (length as f64, stretches.len() as f64 * length as f64);
    2.0 / length * sum / (all * (all - 1.0) - squares)
}
