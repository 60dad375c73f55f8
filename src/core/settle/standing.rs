//! How far a document is settled: its groups, each with what the gold set has of it.

use super::gold::gold_of;
use super::group::{Group, Groups};
use super::provenance::{How, Provenance, left_out};
use crate::core::ids::{DocumentId, SetId};
use crate::core::record::Record;
use crate::core::span::Span;
use crate::core::state::{DocumentState, State};
use std::rc::Rc;

/// How a group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// All say the same, and it is not in the gold set yet.
    Agreed,
    /// They differ, and nothing is decided.
    Differs,
    /// It was decided.
    Decided,
}

/// What was decided of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// The gold spans that came of it.
    pub gold: Vec<Rc<Span>>,
    /// What says that nothing of it was taken.
    pub left_out: Vec<Rc<Record>>,
}

impl Settled {
    /// Whether it was decided at all.
    #[must_use]
    pub const fn is_decided(&self) -> bool {
        !self.gold.is_empty() || !self.left_out.is_empty()
    }

    /// The decision, of several spans that of the first.
    #[must_use]
    pub fn decision(&self) -> Option<Provenance> {
        let gold = self.gold.iter().find_map(|span| Provenance::of(span));
        gold.or_else(|| self.left_out.iter().find_map(|record| Provenance::read(&record.value)))
    }
}

/// The groups of a document, and what was decided of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settling {
    /// The document.
    pub document: DocumentId,
    /// The groups.
    pub groups: Groups,
    /// What was decided, for each group.
    pub settled: Vec<Settled>,
}

impl Settling {
    /// How a document stands between these sets. `None` where there is none of that id.
    #[must_use]
    pub fn of(state: &State, document: &DocumentId, sets: &[SetId]) -> Option<Self> {
        let found = state.document(document)?;
        let gold = gold_of(state, sets).map(|gold| &gold.id);
        Some(Self::new(found, sets, gold, &state.records))
    }

    /// The same, of a document that is at hand, with the gold set and all records of the project.
    #[must_use]
    pub fn new(document: &DocumentState, sets: &[SetId], gold: Option<&SetId>, records: &[Rc<Record>]) -> Self {
        let groups = Groups::of(document, sets);
        let mut settled = vec![Settled::default(); groups.all.len()];
        if let Some(gold) = gold {
            let places = groups.places();
            let of = |provenance: &Provenance| {
                let mut of = provenance.sources().filter_map(|source| places.get(&source.span).copied()).collect::<Vec<_>>();
                of.sort_unstable();
                of.dedup();
                of
            };
            for span in document.spans.iter().filter(|span| span.set == *gold) {
                for group in Provenance::of(span).iter().flat_map(of) {
                    settled[group].gold.push(span.clone());
                }
            }
            for record in records {
                let Some((home, decision)) = left_out(record, gold) else { continue };
                if home == document.document.id.as_str() {
                    of(&decision).into_iter().for_each(|group| settled[group].left_out.push(record.clone()));
                }
            }
        }
        Self { document: document.document.id.clone(), groups, settled }
    }

    /// How a group stands.
    #[must_use]
    pub fn standing(&self, group: usize) -> Standing {
        if self.settled[group].is_decided() {
            Standing::Decided
        } else if self.groups.agree(&self.groups.all[group]) {
            Standing::Agreed
        } else {
            Standing::Differs
        }
    }

    /// Whether a group is one that annotators differ about, decided or not.
    #[must_use]
    pub fn is_difference(&self, group: usize) -> bool {
        !self.groups.agree(&self.groups.all[group])
    }

    /// The places of the forms of a group that stand in the gold set as they are.
    #[must_use]
    pub fn taken(&self, group: usize) -> Vec<usize> {
        let forms = self.groups.all[group].forms.iter().enumerate();
        let there = |label: &_, pieces: &[_]| {
            self.settled[group].gold.iter().any(|span| span.label == *label && span.pieces().eq(pieces.iter().copied()))
        };
        forms.filter(|(_, form)| there(&form.label, &form.pieces)).map(|(place, _)| place).collect()
    }

    /// The groups, each with its place.
    pub fn each(&self) -> impl Iterator<Item = (usize, &Group)> {
        self.groups.all.iter().enumerate()
    }

    /// How a group was settled, where it was.
    #[must_use]
    pub fn how(&self, group: usize) -> Option<How> {
        self.settled[group].decision().map(|decision| decision.how)
    }
}
