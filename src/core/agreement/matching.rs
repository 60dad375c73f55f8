//! The heaviest one-to-one matching of two lists, given the pairs that may be matched.
//!
//! One left at a time finds the cheapest way of alternating pairs to a free right, or to staying alone (Jonker and
//! Volgenant's shortest augmenting paths, on lists of neighbours). Exact; of pairs that lie near one another each search ends
//! soon, which is why this is not one of the libraries for full matrices.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A pair that may be matched: the left, the right, and what it is worth, above 0.
pub type Edge = (usize, usize, f64);

/// The right of each left in the matching of the greatest sum, `None` for a left that stays alone. What edges name lies
/// below `lefts` and `rights`; those worth nothing are passed over.
#[must_use]
pub fn heaviest(lefts: usize, rights: usize, edges: &[Edge]) -> Vec<Option<usize>> {
    let mut matching = Matching::new(lefts, rights, edges);
    while !matching.step(usize::MAX) {}
    matching.done()
}

/// A matching that is being found.
#[derive(Debug, Clone)]
pub struct Matching {
    /// The next left to be matched, and the pairs that were looked at.
    left: usize,
    looked: usize,
    /// The rights that a left may have, and what they are worth.
    near: Vec<Vec<(usize, f64)>>,
    right_of: Vec<Option<usize>>,
    left_of: Vec<Option<usize>>,
    /// Prices: worth taken negative and lowered by both is never below 0, and 0 where matched.
    left_price: Vec<f64>,
    right_price: Vec<f64>,
    /// Within one search: how far each right is, and from which left.
    reached: Vec<f64>,
    came_from: Vec<usize>,
}

/// Where a way can end.
#[derive(Clone, Copy)]
enum End {
    /// At a right nobody has.
    Free(usize),
    /// At a left that gives up its right and stays alone.
    Alone(usize),
}

/// A right to go to, the nearest first.
struct Step(f64, usize);

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Step {}

impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Step {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.total_cmp(&self.0).then(other.1.cmp(&self.1))
    }
}

impl Matching {
    /// Nobody is matched yet.
    #[must_use]
    pub fn new(lefts: usize, rights: usize, edges: &[Edge]) -> Self {
        let mut near = vec![Vec::new(); lefts];
        for &(left, right, worth) in edges {
            if worth > 0.0 && left < lefts && right < rights {
                near[left].push((right, worth));
            }
        }
        Self {
            left: 0,
            looked: 0,
            near,
            right_of: vec![None; lefts],
            left_of: vec![None; rights],
            left_price: vec![0.0; lefts],
            right_price: vec![0.0; rights],
            reached: vec![f64::INFINITY; rights],
            came_from: vec![0; rights],
        }
    }

    /// Matches some lefts, until it has looked at so many pairs. Returns whether all are matched.
    pub fn step(&mut self, pairs: usize) -> bool {
        let until = self.looked.saturating_add(pairs);
        while self.left < self.near.len() && self.looked < until {
            self.place(self.left);
            self.left += 1;
        }
        self.left >= self.near.len()
    }

    /// The right of each left, `None` for a left that stays alone.
    #[must_use]
    pub fn done(self) -> Vec<Option<usize>> {
        self.right_of
    }

    fn place(&mut self, start: usize) {
        let lowest = |least: f64, &(right, worth): &(usize, f64)| least.min(-worth - self.right_price[right]);
        self.left_price[start] = self.near[start].iter().fold(0.0, lowest);
        let (mut heap, mut touched, mut settled) = (BinaryHeap::new(), Vec::new(), Vec::new());
        let (mut left, mut far) = (start, 0.0);
        let mut lefts = vec![(start, 0.0)];
        let mut best = (f64::INFINITY, End::Alone(start));
        loop {
            let alone = far - self.left_price[left];
            if alone < best.0 {
                best = (alone, End::Alone(left));
            }
            self.looked += self.near[left].len() + 1;
            for &(right, worth) in &self.near[left] {
                let way = far + (-worth - self.left_price[left] - self.right_price[right]).max(0.0);
                if way < self.reached[right] && way < best.0 {
                    if self.reached[right] == f64::INFINITY {
                        touched.push(right);
                    }
                    self.reached[right] = way;
                    self.came_from[right] = left;
                    heap.push(Step(way, right));
                }
            }
            let next = std::iter::from_fn(|| heap.pop()).find(|step| step.0 <= self.reached[step.1]);
            let Some(Step(way, right)) = next.filter(|step| step.0 < best.0) else { break };
            match self.left_of[right] {
                None => {
                    best = (way, End::Free(right));
                    break;
                }
                Some(other) => {
                    settled.push(right);
                    lefts.push((other, way));
                    (left, far) = (other, way);
                }
            }
        }
        let (total, end) = best;
        for &(left, far) in &lefts {
            self.left_price[left] += total - far;
        }
        for &right in &settled {
            self.right_price[right] -= total - self.reached[right];
        }
        self.turn(start, end);
        for right in touched {
            self.reached[right] = f64::INFINITY;
        }
    }

    /// Matches along the way that was found, from its end back to its start.
    fn turn(&mut self, start: usize, end: End) {
        let mut right = match end {
            End::Free(right) => right,
            End::Alone(left) => match self.right_of[left].take() {
                Some(right) => right,
                None => return,
            },
        };
        loop {
            let left = self.came_from[right];
            self.left_of[right] = Some(left);
            let before = self.right_of[left].replace(right);
            match before {
                Some(before) if left != start => right = before,
                _ => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::agreement::chance::Chance;

    /// The best sum over all matchings, tried one by one.
    fn tried(left: usize, lefts: usize, taken: &mut Vec<bool>, worth: &[Vec<f64>]) -> f64 {
        if left == lefts {
            return 0.0;
        }
        let mut best = tried(left + 1, lefts, taken, worth);
        for right in 0..taken.len() {
            if !taken[right] && worth[left][right] > 0.0 {
                taken[right] = true;
                best = best.max(worth[left][right] + tried(left + 1, lefts, taken, worth));
                taken[right] = false;
            }
        }
        best
    }

    #[test]
    fn no_other_matching_is_heavier() {
        let mut chance = Chance::new(7);
        for round in 0..400 {
            let (lefts, rights) = (1 + chance.below(6), 1 + chance.below(6));
            // Whole numbers make ties, and ties make mistakes.
            let mut one = || if round % 2 == 0 { chance.below(4) as f64 } else { chance.share() - 0.4 };
            let worth = (0..lefts).map(|_| (0..rights).map(|_| one()).collect::<Vec<_>>()).collect::<Vec<_>>();
            let edges = (0..lefts).flat_map(|left| (0..rights).map(move |right| (left, right)));
            let edges = edges.map(|(left, right)| (left, right, worth[left][right])).collect::<Vec<_>>();
            let found = heaviest(lefts, rights, &edges);
            let mut seen = vec![false; rights];
            let mut sum = 0.0;
            for (left, right) in found.iter().enumerate().filter_map(|(left, right)| Some((left, (*right)?))) {
                assert!(!std::mem::replace(&mut seen[right], true) && worth[left][right] > 0.0);
                sum += worth[left][right];
            }
            let best = tried(0, lefts, &mut vec![false; rights], &worth);
            assert!((sum - best).abs() < 1e-12, "round {round}: {sum} and not {best}");
        }
    }
}
