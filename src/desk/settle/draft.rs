//! A gold span of one's own, as it is being made.

use crate::core::command::Edge;
use crate::core::ids::SpanId;
use crate::core::range::TextRange;
use crate::core::settle::{Saying, Settling, limits, saying};
use crate::core::snap;
use crate::core::text::Text;

/// The draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is made from.
    pub of: Saying,
    /// What it says so far.
    pub to: Saying,
    /// All that it could be made from: the gold spans of the group, then what is said.
    pub choices: Vec<Saying>,
}

impl Draft {
    /// The draft for the group of a span: of what was taken, else of what most say.
    pub fn of(settling: &Settling, span: &SpanId) -> Option<Self> {
        let group = *settling.groups.places().get(span)?;
        let found = &settling.groups.all[group];
        let mut choices = settling.settled[group].gold.iter().map(|span| saying(span)).collect::<Vec<_>>();
        let most = found.forms.iter().max_by_key(|form| form.said.len()).map(|form| form.saying());
        for said in most.into_iter().chain(found.forms.iter().map(|form| form.saying())) {
            if !choices.contains(&said) {
                choices.push(said);
            }
        }
        let of = choices.first()?.clone();
        Some(Self { to: of.clone(), of, choices })
    }

    /// The draft begun anew from another choice.
    pub fn from(&self, place: usize) -> Self {
        let of = self.choices.get(place).unwrap_or(&self.of).clone();
        Self { to: of.clone(), of, choices: self.choices.clone() }
    }

    /// The draft with an edge moved by a letter, outward or inward. As it is, where that cannot be.
    pub fn nudged(&self, text: &Text, edge: Edge, outward: bool) -> Self {
        let forward = (edge == Edge::End) == outward;
        let pieces = limits::moved(text, &self.to.1, edge, forward).unwrap_or_else(|| self.to.1.clone());
        Self { to: (self.to.0.clone(), pieces), ..self.clone() }
    }

    /// The draft over a stretch that was selected, snapped and trimmed.
    pub fn over(&self, text: &Text, range: TextRange) -> Self {
        let pieces = snap::snapped(text, range).map_or_else(|| self.to.1.clone(), |range| vec![range]);
        Self { to: (self.to.0.clone(), pieces), ..self.clone() }
    }
}
