//! Spans in pieces in the way of PubAnnotation's server: each piece a denotation, chained to the one before it by a relation.

use super::super::super::model::{Mark, Tie};
use std::collections::{BTreeMap, BTreeSet};

/// The relation between the pieces.
const CHAINED: &str = "_lexicallyChainedTo";

/// How many pieces a chain may have.
const PIECES_MAX: usize = 64;

/// Makes one span of each chain; it has the id and the label of the piece that nothing is chained to.
pub fn join(spans: &mut Vec<Mark>, ties: &mut Vec<Tie>) {
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for tie in ties.iter().filter(|tie| tie.kind == CHAINED && tie.from != tie.to) {
        owners.entry(tie.to.clone()).or_insert_with(|| tie.from.clone());
    }
    if owners.is_empty() {
        return;
    }
    let owner = |id: &str| {
        let (mut at, mut seen) = (id, BTreeSet::new());
        while let Some(next) = owners.get(at).filter(|_| seen.len() < PIECES_MAX && seen.insert(at)) {
            at = next;
        }
        // A ring belongs to nobody.
        if owners.contains_key(at) { id.to_owned() } else { at.to_owned() }
    };
    let places: BTreeMap<String, usize> = spans.iter().enumerate().map(|(place, span)| (span.id.clone(), place)).collect();
    let mut gone = BTreeSet::new();
    for place in 0..spans.len() {
        let owner = owner(&spans[place].id);
        if let Some(&into) = places.get(&owner).filter(|&&into| into != place) {
            let pieces = std::mem::take(&mut spans[place].pieces);
            spans[into].pieces.extend(pieces);
            spans[into].pieces.sort_unstable();
            gone.insert(spans[place].id.clone());
        }
    }
    spans.retain(|span| !gone.contains(&span.id));
    for tie in ties.iter_mut() {
        (tie.from, tie.to) = (owner(&tie.from), owner(&tie.to));
    }
    ties.retain(|tie| tie.kind != CHAINED || tie.from != tie.to);
}
