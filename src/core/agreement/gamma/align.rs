//! The alignment of least disorder: spans of several annotators in groups, of each annotator one at most.
//!
//! A group costs 1, less what its pairs save by lying near one another: with `n` annotators, and so `n (n - 1) / 2` pairs
//! that could be, each pair saves 1 less how far it is apart, over the number of pairs. Of two annotators the best alignment is the
//! heaviest matching, which is found. Of more it is hard to find for certain; here the annotators are parted
//! into two camps, and what the groups have in the one is matched anew, as well as can be, with what they have in the
//! other; again with other camps, until none of them betters anything. Of up to five annotators all camps are tried, and all of
//! it as often as there are annotators, first with one annotator laid beside the others after another, then from single marks.

use super::apart::Mark;
use crate::core::agreement::matching::{Edge, heaviest};

/// Annotators up to whose number all camps are tried.
const ALL_CAMPS: usize = 5;

/// What is no better than this is not better.
const LEAST: f64 = 1e-9;

/// Spans, each with the number of its annotator.
type Group = Vec<(usize, Mark)>;

/// An alignment that is becoming better.
#[derive(Debug, Clone)]
pub struct Alignment {
    /// The marks of each annotator.
    own: Vec<Group>,
    /// Which annotators are not laid beside the others yet, the last first.
    waiting: Vec<usize>,
    groups: Vec<Group>,
    /// What came of beginnings before, and their number.
    best: Option<(f64, Vec<Group>)>,
    begun: usize,
    annotators: usize,
    camps: Vec<Vec<bool>>,
    /// The next camps to be tried, and how many have been in vain since something became better.
    next: usize,
    vain: usize,
}

impl Alignment {
    /// Begins with nothing aligned.
    #[must_use]
    pub fn new(marks: &[Vec<Mark>]) -> Self {
        let own = |(annotator, marks): (usize, &Vec<Mark>)| marks.iter().map(|mark| (annotator, *mark)).collect();
        let (own, annotators) = (marks.iter().enumerate().map(own).collect(), marks.len());
        let waiting = (0..annotators).rev().collect();
        Self { own, waiting, groups: Vec::new(), best: None, begun: 1, annotators, camps: camps(annotators), next: 0, vain: 0 }
    }

    /// Matches once. Returns whether nothing can be bettered any more.
    pub fn step(&mut self) -> bool {
        if let Some(annotator) = self.waiting.pop() {
            let lefts = self.own[annotator].iter().map(|mark| vec![*mark]).collect();
            let rights = std::mem::take(&mut self.groups);
            self.groups = joined(lefts, rights, self.pairs()).0;
            return self.waiting.is_empty() && self.annotators < 3;
        }
        if self.vain >= self.camps.len() {
            return self.begin();
        }
        let camp = &self.camps[self.next];
        let (mut lefts, mut rights, mut before) = (Vec::new(), Vec::new(), 0.0);
        for group in &self.groups {
            let (left, right): (Group, Group) = group.iter().partition(|(annotator, _)| camp[*annotator]);
            if !left.is_empty() && !right.is_empty() {
                before += worth(&left, &right, self.pairs());
            }
            lefts.extend(Some(left).filter(|left| !left.is_empty()));
            rights.extend(Some(right).filter(|right| !right.is_empty()));
        }
        let (groups, after) = joined(lefts, rights, self.pairs());
        self.vain += 1;
        if after > before + LEAST {
            (self.groups, self.vain) = (groups, 0);
        }
        self.next = (self.next + 1) % self.camps.len();
        false
    }

    /// Begins anew with another annotator, if that is to be done. Returns whether all is over.
    fn begin(&mut self) -> bool {
        let disorder = cost(&self.groups, self.pairs());
        if self.best.as_ref().is_none_or(|(least, _)| disorder < *least) {
            self.best = Some((disorder, std::mem::take(&mut self.groups)));
        }
        if self.begun < self.annotators && self.annotators <= ALL_CAMPS && disorder > LEAST {
            // Each mark by itself, and other camps first.
            self.groups = self.own.iter().flatten().map(|mark| vec![*mark]).collect();
            self.next = self.begun * self.camps.len() / self.annotators;
            self.vain = 0;
            self.begun += 1;
            return false;
        }
        self.groups = self.best.take().map(|(_, groups)| groups).unwrap_or_default();
        true
    }

    /// The disorder: what all groups cost.
    #[must_use]
    pub fn disorder(&self) -> f64 {
        cost(&self.groups, self.pairs())
    }

    fn pairs(&self) -> f64 {
        (self.annotators * self.annotators.saturating_sub(1)) as f64 / 2.0
    }
}

/// What groups cost: each 1, less what its pairs save.
fn cost(groups: &[Group], pairs: f64) -> f64 {
    let cost = |group: &Group| {
        let others = |place: usize| group.iter().skip(place + 1);
        let apart = group.iter().enumerate().flat_map(|(place, one)| others(place).map(move |other| one.1.apart(&other.1)));
        let saved = apart.map(|apart| 1.0 - apart).sum::<f64>();
        1.0 - saved / pairs
    };
    groups.iter().map(cost).sum()
}

/// Ways to part annotators in two: all of few; of many each against the others, and halves by the digits of their numbers.
fn camps(annotators: usize) -> Vec<Vec<bool>> {
    if annotators <= ALL_CAMPS {
        let camp = |mask: u32| (0..annotators).map(|annotator| mask >> annotator & 1 == 1).collect();
        return (1..1_u32 << annotators.saturating_sub(1)).map(camp).collect();
    }
    let each = (0..annotators).map(|one| (0..annotators).map(|annotator| annotator == one).collect());
    let digits = usize::BITS - annotators.leading_zeros();
    let halves = (0..digits).map(|digit| (0..annotators).map(|annotator| annotator >> digit & 1 == 1).collect());
    let all = each.chain(halves).filter(|camp: &Vec<bool>| camp.contains(&true) && camp.contains(&false));
    all.collect()
}

/// What is saved by making one group of two: what a group costs, and what the pairs between them save.
fn worth(one: &Group, other: &Group, pairs: f64) -> f64 {
    let saved = one.iter().flat_map(|(_, one)| other.iter().map(move |(_, other)| 1.0 - one.apart(other)));
    1.0 + saved.sum::<f64>() / pairs
}

/// Groups of the one side joined with groups of the other, so that most is saved, and how much that is.
fn joined(lefts: Vec<Group>, rights: Vec<Group>, pairs: f64) -> (Vec<Group>, f64) {
    let edges = near(&lefts, &rights, pairs);
    let matched = heaviest(lefts.len(), rights.len(), &edges);
    let saved = edges.iter().filter(|(left, right, _)| matched[*left] == Some(*right)).map(|edge| edge.2).sum();
    let mut rights = rights;
    let mut groups = lefts;
    for (group, right) in groups.iter_mut().zip(matched) {
        if let Some(right) = right {
            group.append(&mut rights[right]);
        }
    }
    groups.extend(rights.into_iter().filter(|group| !group.is_empty()));
    (groups, saved)
}

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
fn near(lefts: &[Group], rights: &[Group], pairs: f64) -> Vec<Edge> {
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
