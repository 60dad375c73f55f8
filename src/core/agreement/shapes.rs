//! Relations and attributes, as far as the spans they stand on are agreed on.

use super::measure::{Measure, Tally, Why, ratio};
use super::nominal::Table;
use std::collections::{BTreeSet, HashMap};

/// A relation between two spans of a page, by their places in the annotator's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tie {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The number of its type.
    pub kind: usize,
    /// Whether its ends may change places.
    pub symmetric: bool,
}

/// A value of an attribute of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The span, by its place in the annotator's list.
    pub unit: usize,
    /// The number of the attribute.
    pub attribute: usize,
    /// What it says, as it is compared.
    pub says: String,
}

/// The relations whose both ends the other annotator marked too: how many of them both have. `right_of` gives each span of
/// the first its counterpart; with `kinds` relations must be of the same type as well.
#[must_use]
pub fn relations(first: &[Tie], second: &[Tie], right_of: &[Option<usize>], kinds: bool) -> Tally {
    let told = |tie: Tie, from: usize, to: usize| {
        let (from, to) = if tie.symmetric { (from.min(to), from.max(to)) } else { (from, to) };
        (from, to, if kinds { tie.kind } else { 0 })
    };
    let counterpart = |unit: usize| right_of.get(unit).copied().flatten();
    let ours = first.iter().filter_map(|tie| Some(told(*tie, counterpart(tie.from)?, counterpart(tie.to)?)));
    let ours = ours.collect::<BTreeSet<_>>();
    let met = right_of.iter().flatten().copied().collect::<BTreeSet<_>>();
    let theirs = second.iter().filter(|tie| met.contains(&tie.from) && met.contains(&tie.to));
    let theirs = theirs.map(|tie| told(*tie, tie.from, tie.to)).collect::<BTreeSet<_>>();
    Tally { shared: ours.intersection(&theirs).count(), first: ours.len(), second: theirs.len() }
}

/// What two annotators say by an attribute of the spans both have, where at least one of them says something.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The spans of which something is said.
    pub spans: usize,
    /// Of how many both say the same.
    pub same: usize,
    /// Cohen's kappa of what is said; saying nothing is a category too.
    pub kappa: Measure,
}

impl Said {
    /// The share of spans of which both say the same.
    ///
    /// # Errors
    /// When nothing is said of any span that both have.
    pub const fn share(&self) -> Measure {
        ratio(self.same as f64, self.spans as f64, Why::NothingShared)
    }
}

/// Holds an attribute's values against each other on all pages: each page's values of both, and the counterparts of the first's spans.
#[must_use]
pub fn attribute(attribute: usize, pages: &[(&[Value], &[Value], &[Option<usize>])]) -> Said {
    let mut codes: HashMap<&str, u32> = HashMap::new();
    let (mut one, mut other) = (Vec::new(), Vec::new());
    for (first, second, right_of) in pages {
        let of = |values: &'_ [Value]| -> HashMap<usize, usize> {
            let own = values.iter().enumerate().filter(|(_, value)| value.attribute == attribute);
            own.map(|(place, value)| (value.unit, place)).collect()
        };
        let (ours, theirs) = (of(first), of(second));
        for (left, right) in right_of.iter().enumerate().filter_map(|(left, right)| Some((left, (*right)?))) {
            let said = (ours.get(&left).map(|place| &first[*place]), theirs.get(&right).map(|place| &second[*place]));
            if said == (None, None) {
                continue;
            }
            for (value, list) in [(said.0, &mut one), (said.1, &mut other)] {
                list.push(value.map_or(0, |value| {
                    let next = codes.len() as u32 + 1;
                    *codes.entry(value.says.as_str()).or_insert(next)
                }));
            }
        }
    }
    let same = one.iter().zip(&other).filter(|(one, other)| one == other).count();
    let kappa = if one.is_empty() { Err(Why::NothingShared) } else { Table::of(&one, &other).cohen() };
    Said { spans: one.len(), same, kappa }
}
