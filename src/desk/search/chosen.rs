//! What is picked among the hits, and what can be done to it: found out once for all that is drawn from it.

use super::bulk;
use super::picks::Picks;
use super::place::Listing;
use crate::core::command::SpanRef;
use crate::core::ids::{DocumentId, LabelId};
use crate::core::range::TextRange;
use crate::core::state::State;
use std::rc::Rc;

/// What is picked.
pub struct Chosen {
    /// For each place of the listing whether it is picked.
    pub picked: Rc<Vec<bool>>,
    /// How many are.
    pub count: usize,
    /// The label that they can be given.
    pub label: Option<LabelId>,
    /// Those that have no span of that label of one's own yet.
    pub untagged: Rc<Vec<(DocumentId, TextRange)>>,
    /// The spans of one's own at those places.
    pub spans: Rc<Vec<SpanRef>>,
}

impl Chosen {
    /// What is picked of a listing.
    #[must_use]
    pub fn of(state: &State, listing: &Listing, picks: &Picks, label: Option<&LabelId>) -> Self {
        let picked = listing.places.iter().map(|place| picks.has(place)).collect::<Vec<_>>();
        let places =
            listing.places.iter().zip(&picked).filter(|(_, picked)| **picked).map(|(place, _)| *place).collect::<Vec<_>>();
        let untagged = label.map(|label| bulk::untagged(state, &places, label)).unwrap_or_default();
        let spans = bulk::own_spans(state, &places, None);
        Self {
            picked: Rc::new(picked),
            count: places.len(),
            label: label.cloned(),
            untagged: Rc::new(untagged),
            spans: Rc::new(spans),
        }
    }
}
