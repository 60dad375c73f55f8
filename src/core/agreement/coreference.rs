//! Whether two annotators join the same mentions into entities: MUC, B³, CEAF, and the mean of three of them.
//!
//! - MUC: Vilain et al. 1995, *A model-theoretic coreference scoring scheme*. It counts links; an entity mentioned once has none.
//! - B³: Bagga and Baldwin 1998, *Algorithms for scoring coreference chains*, as Pradhan et al. 2014 take it for mentions
//!   that only one of the two has.
//! - CEAF: Luo 2005, *On coreference resolution performance metrics*, by mentions (φ3) and by entities (φ4).
//! - The CoNLL average: the mean F1 of MUC, B³ and CEAF by entities (Pradhan et al. 2011).
//!
//! The first annotator is the key, the second the response. Entities mentioned once are kept.

use super::matching::heaviest;
use super::measure::{Measure, Why, mean, ratio};
use std::collections::{BTreeMap, HashMap};

/// Entities, each its mentions by number.
pub type Entities = Vec<Vec<usize>>;

/// A score: what is found, as a share of the one's and of the other's.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// What recall is a share of, and the part of it that was found.
    pub recall_of: f64,
    /// The part of it that was found.
    pub recalled: f64,
    /// What precision is a share of.
    pub precision_of: f64,
    /// The part of it that is right.
    pub precise: f64,
}

impl Score {
    /// The share of the first's that the second has.
    ///
    /// # Errors
    /// When the first has nothing to find.
    pub fn recall(self) -> Measure {
        ratio(self.recalled, self.recall_of, self.nothing())
    }

    /// The share of the second's that the first has.
    ///
    /// # Errors
    /// When the second has nothing.
    pub fn precision(self) -> Measure {
        ratio(self.precise, self.precision_of, self.nothing())
    }

    /// The harmonic mean of both, 0 where one of them has no value.
    ///
    /// # Errors
    /// When neither has anything.
    pub fn f1(self) -> Measure {
        match (self.precision(), self.recall()) {
            (Err(why), Err(_)) => Err(why),
            (precision, recall) => {
                let (precision, recall) = (precision.unwrap_or(0.0), recall.unwrap_or(0.0));
                Ok(if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 })
            }
        }
    }

    fn nothing(self) -> Why {
        if self.recall_of == 0.0 && self.precision_of == 0.0 { Why::NothingJoined } else { Why::OneMarkedNothing }
    }
}

/// All scores of two annotators.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores {
    /// MUC.
    pub muc: Score,
    /// B³.
    pub b_cubed: Score,
    /// CEAF by mentions.
    pub ceaf_mentions: Score,
    /// CEAF by entities.
    pub ceaf_entities: Score,
}

impl Scores {
    /// The mean F1 of MUC, B³ and CEAF by entities.
    ///
    /// # Errors
    /// When one of them has none.
    pub fn conll(&self) -> Measure {
        let parts = [self.muc.f1()?, self.b_cubed.f1()?, self.ceaf_entities.f1()?];
        mean(parts.into_iter().map(Ok))
    }
}

/// Holds two annotators' entities against each other: each is its mentions, by numbers that both use alike. No mention is in
/// two entities of one annotator; empty entities are passed over.
#[must_use]
pub fn scores(first: &[Vec<usize>], second: &[Vec<usize>]) -> Scores {
    let filled = |entities: &[Vec<usize>]| entities.iter().filter(|entity| !entity.is_empty()).cloned().collect::<Vec<_>>();
    let (first, second) = (filled(first), filled(second));
    let (ours, theirs) = (entity_of(&first), entity_of(&second));
    let (linked, links) = muc(&first, &theirs);
    let (joined, joins) = muc(&second, &ours);
    let (held, mentions) = b_cubed(&first, &theirs);
    let (kept, keeps) = b_cubed(&second, &ours);
    let common = common(&first, &theirs);
    let by_mention = aligned(&first, &second, &common, |shared, _, _| shared);
    let by_entity = aligned(&first, &second, &common, |shared, one, other| 2.0 * shared / (one + other));
    Scores {
        muc: Score { recall_of: links, recalled: linked, precision_of: joins, precise: joined },
        b_cubed: Score { recall_of: mentions, recalled: held, precision_of: keeps, precise: kept },
        ceaf_mentions: Score { recall_of: mentions, recalled: by_mention, precision_of: keeps, precise: by_mention },
        ceaf_entities: Score {
            recall_of: first.len() as f64,
            recalled: by_entity,
            precision_of: second.len() as f64,
            precise: by_entity,
        },
    }
}

/// The entity of each mention.
fn entity_of(entities: &[Vec<usize>]) -> HashMap<usize, usize> {
    let named = entities.iter().enumerate().flat_map(|(place, entity)| entity.iter().map(move |mention| (*mention, place)));
    named.collect()
}

/// How an entity's mentions lie in the other's entities: how many in which, those in none left out.
fn parts(entity: &[usize], others: &HashMap<usize, usize>) -> BTreeMap<usize, usize> {
    let mut parts = BTreeMap::new();
    for other in entity.iter().filter_map(|mention| others.get(mention)) {
        *parts.entry(*other).or_default() += 1;
    }
    parts
}

/// The links that hold, and all that are needed.
fn muc(entities: &[Vec<usize>], others: &HashMap<usize, usize>) -> (f64, f64) {
    let (mut held, mut all) = (0, 0);
    for entity in entities {
        let parts = parts(entity, others);
        let alone = entity.len() - parts.values().sum::<usize>();
        held += entity.len() - parts.len() - alone;
        all += entity.len() - 1;
    }
    (held as f64, all as f64)
}

/// For each mention the share of its entity that the other joins with it, and how many mentions there are.
fn b_cubed(entities: &[Vec<usize>], others: &HashMap<usize, usize>) -> (f64, f64) {
    let each = |entity: &Vec<usize>| {
        let squares = parts(entity, others).values().map(|count| count * count).sum::<usize>();
        squares as f64 / entity.len() as f64
    };
    (entities.iter().map(each).sum(), entities.iter().map(Vec::len).sum::<usize>() as f64)
}

/// Which entities share how many mentions.
fn common(first: &[Vec<usize>], theirs: &HashMap<usize, usize>) -> Vec<(usize, usize, f64)> {
    let each = |(place, entity): (usize, &Vec<usize>)| {
        let parts = parts(entity, theirs).into_iter();
        parts.map(|(other, count)| (place, other, count as f64)).collect::<Vec<_>>()
    };
    first.iter().enumerate().flat_map(each).collect()
}

/// The greatest likeness of entities in couples.
fn aligned(
    first: &[Vec<usize>],
    second: &[Vec<usize>],
    common: &[(usize, usize, f64)],
    likeness: impl Fn(f64, f64, f64) -> f64,
) -> f64 {
    let worth = |&(one, other, shared): &(usize, usize, f64)| {
        (one, other, likeness(shared, first[one].len() as f64, second[other].len() as f64))
    };
    let edges = common.iter().map(worth).collect::<Vec<_>>();
    let chosen = heaviest(first.len(), second.len(), &edges);
    edges.iter().filter(|(one, other, _)| chosen[*one] == Some(*other)).map(|edge| edge.2).sum()
}
