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

/// What two annotators say on a page: their values, and for each span of the first its counterpart.
pub type Both<'a> = (&'a [Value], &'a [Value], &'a [Option<usize>]);

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

/// Holds an attribute's values against each other on all pages.
#[must_use]
pub fn attribute(attribute: usize, pages: &[Both<'_>]) -> Said {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn tie(from: usize, to: usize, kind: usize) -> Tie {
        Tie { from, to, kind, symmetric: kind == 9 }
    }

    #[test]
    fn relations_count_where_both_ends_are_agreed_on() {
        // The first's spans 0, 1, 2 are the second's 2, 0 and none.
        let right_of = [Some(2), Some(0), None];
        let ours = [tie(0, 1, 1), tie(1, 0, 2), tie(0, 2, 1)];
        let theirs = [tie(2, 0, 1), tie(0, 2, 3), tie(2, 1, 1), tie(0, 0, 1)];
        let tally = relations(&ours, &theirs, &right_of, true);
        assert_eq!(tally, Tally { shared: 1, first: 2, second: 3 });
        assert_eq!(relations(&ours, &theirs, &right_of, false).shared, 2);
    }

    #[test]
    fn ends_of_symmetric_relations_may_change_places() {
        let right_of = [Some(0), Some(1)];
        let turned = |kind| relations(&[tie(0, 1, kind)], &[tie(1, 0, kind)], &right_of, true).shared;
        assert_eq!((turned(9), turned(1)), (1, 0));
    }

    #[test]
    fn attributes_count_where_one_of_the_two_says_something() {
        let value = |unit, attribute, says: &str| Value { unit, attribute, says: says.into() };
        let right_of = [Some(0), Some(1), Some(2), Some(3), None];
        let ours = [value(0, 0, "name"), value(1, 0, "name"), value(2, 0, "pronoun"), value(4, 0, "name"), value(3, 1, "x")];
        let theirs = [value(0, 0, "name"), value(1, 0, "pronoun")];
        let said = attribute(0, &[(&ours, &theirs, &right_of)]);
        assert_eq!((said.spans, said.same, said.share()), (3, 1, Ok(1.0 / 3.0)));
        // Agreed: 1/3. By chance: (2/3)(1/3) for a name and (1/3)(1/3) for a pronoun.
        assert!(said.kappa.is_ok_and(|kappa| kappa.abs() < 1e-12));
        let none = attribute(2, &[(&ours, &theirs, &right_of)]);
        assert_eq!((none.share(), none.kappa), (Err(Why::NothingShared), Err(Why::NothingShared)));
    }
}
