//! The alignment of least disorder: spans of several annotators in groups, of each annotator one at most.
//!
//! A group costs 1, less what its pairs save by lying near one another: with `n` annotators, and so `n (n - 1) / 2` pairs
//! that could be, each pair saves 1 less how far it is apart, over the number of pairs. Of two annotators the best alignment is the
//! heaviest matching, which is found. Of more it is hard to find for certain; here the annotators are parted
//! into two camps, and what the groups have in the one is matched anew, as well as can be, with what they have in the
//! other; again with other camps, until none of them betters anything. Of up to five annotators all camps are tried, and all of
//! it as often as there are annotators, first with one annotator laid beside the others after another, then from single marks.

use super::apart::Mark;
use super::near::near;
use crate::core::agreement::matching::{Edge, Matching};

/// Annotators up to whose number all camps are tried.
const ALL_CAMPS: usize = 5;

/// What is no better than this is not better.
const LEAST: f64 = 1e-9;

/// Pairs that the matching looks at in one step.
const STEP: usize = 20_000;

/// Spans, each with the number of its annotator.
pub(super) type Group = Vec<(usize, Mark)>;

/// An alignment that is becoming better.
#[derive(Debug, Clone)]
pub struct Alignment {
    /// The marks of each annotator.
    own: Vec<Group>,
    /// Which annotators are not laid beside the others yet, the last first.
    waiting: Vec<usize>,
    groups: Vec<Group>,
    joining: Option<Joining>,
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
        Self {
            own,
            waiting,
            groups: Vec::new(),
            joining: None,
            best: None,
            begun: 1,
            annotators,
            camps: camps(annotators),
            next: 0,
            vain: 0,
        }
    }

    /// Goes a step further with one matching. Returns whether nothing can be bettered any more.
    pub fn step(&mut self) -> bool {
        let Some(joining) = &mut self.joining else { return self.part() };
        if !joining.matching.step(STEP) {
            return false;
        }
        let Some(joining) = self.joining.take() else { return false };
        let (before, adds) = (joining.before, joining.adds);
        let (groups, after) = joining.done();
        if adds {
            self.groups = groups;
            return self.waiting.is_empty() && self.annotators < 3;
        }
        self.vain += 1;
        if after > before + LEAST {
            (self.groups, self.vain) = (groups, 0);
        }
        self.next = (self.next + 1) % self.camps.len();
        false
    }

    /// Parts the groups in two that are to be joined anew. Returns whether all is over.
    fn part(&mut self) -> bool {
        let pairs = self.pairs();
        if let Some(annotator) = self.waiting.pop() {
            let lefts = self.own[annotator].iter().map(|mark| vec![*mark]).collect();
            self.joining = Some(Joining::new(lefts, std::mem::take(&mut self.groups), pairs, None));
            return false;
        }
        if self.vain >= self.camps.len() {
            return self.begin();
        }
        let camp = &self.camps[self.next];
        let (mut lefts, mut rights, mut before) = (Vec::new(), Vec::new(), 0.0);
        for group in &self.groups {
            let (left, right): (Group, Group) = group.iter().partition(|(annotator, _)| camp[*annotator]);
            if !left.is_empty() && !right.is_empty() {
                before += worth(&left, &right, pairs);
            }
            lefts.extend(Some(left).filter(|left| !left.is_empty()));
            rights.extend(Some(right).filter(|right| !right.is_empty()));
        }
        self.joining = Some(Joining::new(lefts, rights, pairs, Some(before)));
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
pub(super) fn worth(one: &Group, other: &Group, pairs: f64) -> f64 {
    let saved = one.iter().flat_map(|(_, one)| other.iter().map(move |(_, other)| 1.0 - one.apart(other)));
    1.0 + saved.sum::<f64>() / pairs
}

/// Groups of the one side that are being joined with groups of the other, so that most is saved.
#[derive(Debug, Clone)]
struct Joining {
    lefts: Vec<Group>,
    rights: Vec<Group>,
    edges: Vec<Edge>,
    matching: Matching,
    /// What was saved before, and whether the one side is new.
    before: f64,
    adds: bool,
}

impl Joining {
    fn new(lefts: Vec<Group>, rights: Vec<Group>, pairs: f64, before: Option<f64>) -> Self {
        let edges = near(&lefts, &rights, pairs);
        let matching = Matching::new(lefts.len(), rights.len(), &edges);
        Self { lefts, rights, edges, matching, before: before.unwrap_or_default(), adds: before.is_none() }
    }

    /// The groups, and what is saved.
    fn done(mut self) -> (Vec<Group>, f64) {
        let matched = self.matching.done();
        let saved = self.edges.iter().filter(|(left, right, _)| matched[*left] == Some(*right)).map(|edge| edge.2).sum();
        for (group, right) in self.lefts.iter_mut().zip(matched) {
            if let Some(right) = right {
                group.append(&mut self.rights[right]);
            }
        }
        self.lefts.extend(self.rights.into_iter().filter(|group| !group.is_empty()));
        (self.lefts, saved)
    }
}
