//! Which groups are near enough to one another to be worth joining.

use super::align::{Group, worth};
use crate::core::agreement::matching::Edge;

/// Where a group lies: its first and its last start, and the longest of its marks.
struct Reach {
    from: f64,
    to: f64,
    longest: f64,
}

impl Reach {
    fn of(group: &Group) -> Self {
        let none = Self { from: f64::INFINITY, to: f64::NEG_INFINITY, longest: 0.0 };
        group.iter().fold(none, |reach, (_, mark)| Self {
            from: reach.from.min(mark.start),
            to: reach.to.max(mark.start),
            longest: reach.longest.max(mark.length()),
        })
    }
}

/// Groups of about the same length, by where they begin.
#[derive(Default)]
struct Class {
    placed: Vec<(f64, usize)>,
    longest: f64,
    /// How far the starts of one group are apart, at most.
    spread: f64,
}

/// The pairs of groups that are worth joining. Two marks save anything only while their starts are no farther apart than
/// their lengths times some number, so that of each class of lengths only a stretch is looked at.
pub(super) fn near(lefts: &[Group], rights: &[Group], pairs: f64) -> Vec<Edge> {
    let reaches = rights.iter().map(Reach::of).collect::<Vec<_>>();
    let mut classes: Vec<Class> = Vec::new();
    for (place, reach) in reaches.iter().enumerate() {
        let size = reach.longest.max(1.0).log2().ceil() as usize;
        if classes.len() <= size {
            classes.resize_with(size + 1, Class::default);
        }
        let class = &mut classes[size];
        class.placed.push((reach.from, place));
        class.longest = class.longest.max(reach.longest);
        class.spread = class.spread.max(reach.to - reach.from);
    }
    for class in &mut classes {
        class.placed.sort_by(|one, other| one.0.total_cmp(&other.0));
    }
    let mut edges = Vec::new();
    for (left, group) in lefts.iter().enumerate() {
        let own = Reach::of(group);
        // Of marks as far apart as this many of their lengths, no pair saves enough to make up for all others.
        let most = |size: usize| (1.0 + pairs / (group.len() * size) as f64).sqrt();
        for class in &classes {
            let far = most(1) * (own.longest + class.longest);
            let first = class.placed.partition_point(|(from, _)| *from < own.from - far - class.spread);
            for &(from, right) in class.placed[first..].iter().take_while(|(from, _)| *from <= own.to + far) {
                let (reach, other) = (&reaches[right], &rights[right]);
                let far = most(other.len()) * (own.longest + reach.longest);
                if from > own.to + far || reach.to < own.from - far {
                    continue;
                }
                let worth = worth(group, other, pairs);
                if worth > 0.0 {
                    edges.push((left, right, worth));
                }
            }
        }
    }
    edges
}
