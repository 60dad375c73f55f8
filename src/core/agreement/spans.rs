//! Spans held against spans: the same limits, limits that differ by clitics alone, some words in common.

use super::matching::heaviest;
use super::measure::Tally;
use super::unit::{Unit, Which};
use crate::core::range::TextRange;

/// When limits count as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limits {
    /// When they are.
    Exact,
    /// When they are but for clitics, punctuation and space ([`super::tolerant`]).
    Tolerant,
}

/// How many spans of two annotators have the same limits.
#[must_use]
pub fn same(first: &[Unit], second: &[Unit], limits: Limits, which: Which) -> Tally {
    let (first, second) = (keys(first, limits, which), keys(second, limits, which));
    let (mut one, mut other) = (first.iter().peekable(), second.iter().peekable());
    let mut shared = 0;
    while let (Some(left), Some(right)) = (one.peek(), other.peek()) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => drop(one.next()),
            std::cmp::Ordering::Greater => drop(other.next()),
            std::cmp::Ordering::Equal => {
                shared += 1;
                one.next();
                other.next();
            }
        }
    }
    Tally { shared, first: first.len(), second: second.len() }
}

/// How many spans of two annotators have words in common, each with one of the other's at most: as many as can be.
#[must_use]
pub fn overlapping(first: &[Unit], second: &[Unit], which: Which) -> Tally {
    let (first, second) = (chosen(first, which), chosen(second, which));
    let pairs = touching(&first, &second);
    let fits = |&(one, other): &(usize, usize)| which == Which::Unlabelled || first[one].label == second[other].label;
    let edges = pairs.into_iter().filter(fits).map(|(one, other)| (one, other, 1.0)).collect::<Vec<_>>();
    let shared = heaviest(first.len(), second.len(), &edges).into_iter().flatten().count();
    Tally { shared, first: first.len(), second: second.len() }
}

/// The pairs, by their places in the two lists, that have a code point in common.
#[must_use]
pub fn touching(first: &[&Unit], second: &[&Unit]) -> Vec<(usize, usize)> {
    let mut placed = second.iter().enumerate().map(|(place, unit)| (unit.hull(), place)).collect::<Vec<_>>();
    placed.sort_unstable();
    // How far those up to here reach: where that is not far enough, none before is either.
    let mut reach = Vec::with_capacity(placed.len());
    for (hull, _) in &placed {
        reach.push(reach.last().map_or(hull.end(), |end| hull.end().max(*end)));
    }
    let mut pairs = Vec::new();
    for (one, unit) in first.iter().enumerate() {
        let hull = unit.hull();
        let after = placed.partition_point(|(other, _)| other.start() < hull.end());
        let near = (0..after).rev().take_while(|place| reach[*place] > hull.start());
        let near = near.map(|place| placed[place].1).filter(|other| unit.shared(second[*other]) > 0);
        pairs.extend(near.map(|other| (one, other)));
    }
    pairs
}

/// What makes spans the same, in order.
fn keys(units: &[Unit], limits: Limits, which: Which) -> Vec<(&[TextRange], usize)> {
    let mut keys = Vec::with_capacity(units.len());
    for unit in units.iter().filter(|unit| which.holds(unit.label)) {
        let label = if which == Which::Unlabelled { 0 } else { unit.label };
        let pieces = if limits == Limits::Exact { &unit.pieces } else { &unit.core };
        keys.push((pieces.as_slice(), label));
    }
    keys.sort_unstable();
    if which == Which::Unlabelled {
        keys.dedup();
    }
    keys
}

fn chosen(units: &[Unit], which: Which) -> Vec<&Unit> {
    let mut chosen = units.iter().filter(|unit| which.holds(unit.label)).collect::<Vec<_>>();
    if which == Which::Unlabelled {
        chosen.sort_by(|one, other| one.pieces.cmp(&other.pieces));
        chosen.dedup_by(|one, other| one.pieces == other.pieces);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(pieces: &[(u32, u32)], label: usize) -> Unit {
        let pieces = pieces.iter().map(|&(start, end)| TextRange::of(start, end)).collect::<Vec<_>>();
        Unit { core: pieces.clone(), pieces, label }
    }

    #[test]
    fn what_is_marked_twice_counts_once_where_labels_do_not() {
        let one = [unit(&[(0, 5)], 0), unit(&[(0, 5)], 1), unit(&[(8, 9)], 0)];
        let other = [unit(&[(0, 5)], 2), unit(&[(7, 9)], 0)];
        assert_eq!(same(&one, &other, Limits::Exact, Which::Unlabelled), Tally { shared: 1, first: 2, second: 2 });
        assert_eq!(same(&one, &other, Limits::Exact, Which::Labelled), Tally { shared: 0, first: 3, second: 2 });
        assert_eq!(overlapping(&one, &other, Which::Unlabelled), Tally { shared: 2, first: 2, second: 2 });
        assert_eq!(overlapping(&one, &other, Which::Labelled), Tally { shared: 1, first: 3, second: 2 });
    }

    #[test]
    fn a_span_in_pieces_is_not_its_hull() {
        let pieces = [unit(&[(0, 3), (8, 10)], 0)];
        assert_eq!(same(&pieces, &[unit(&[(0, 10)], 0)], Limits::Exact, Which::Labelled).shared, 0);
        assert_eq!(overlapping(&pieces, &[unit(&[(4, 7)], 0)], Which::Labelled).shared, 0);
        assert_eq!(overlapping(&pieces, &[unit(&[(9, 12)], 0)], Which::Labelled).shared, 1);
    }

    #[test]
    fn one_span_is_never_the_counterpart_of_two() {
        let long = [unit(&[(0, 20)], 0), unit(&[(18, 30)], 0)];
        let short = [unit(&[(0, 5)], 0), unit(&[(6, 9)], 0), unit(&[(19, 21)], 0)];
        assert_eq!(overlapping(&long, &short, Which::Labelled), Tally { shared: 2, first: 2, second: 3 });
        // The one that meets both must not take the place of the other's only chance.
        assert_eq!(overlapping(&short, &long, Which::Labelled).shared, 2);
    }
}
