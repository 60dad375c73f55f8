//! Which places are picked.

use super::place::Place;
use std::collections::HashSet;
use std::rc::Rc;

/// A set of places, or all but a set. Cheap to clone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picks {
    all: bool,
    turned: Rc<HashSet<Place>>,
}

impl Picks {
    /// All places there are.
    #[must_use]
    pub fn everything() -> Self {
        Self { all: true, turned: Rc::default() }
    }

    /// Whether a place is in it.
    #[must_use]
    pub fn has(&self, place: &Place) -> bool {
        self.all != self.turned.contains(place)
    }

    /// The set with these places in it, or without them.
    #[must_use]
    pub fn with(&self, places: &[Place], picked: bool) -> Self {
        let mut turned = HashSet::clone(&self.turned);
        for place in places {
            if picked == self.all {
                turned.remove(place);
            } else {
                turned.insert(*place);
            }
        }
        Self { all: self.all, turned: Rc::new(turned) }
    }
}
