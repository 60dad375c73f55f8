//! Which places are picked.

use super::place::Place;
use std::collections::HashSet;
use std::rc::Rc;

/// A set of places. Cheap to clone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picks(Rc<HashSet<Place>>);

impl Picks {
    /// Whether a place is in it.
    #[must_use]
    pub fn has(&self, place: &Place) -> bool {
        self.0.contains(place)
    }

    /// The set with these places in it, or without them.
    #[must_use]
    pub fn with(&self, places: &[Place], picked: bool) -> Self {
        let mut set = HashSet::clone(&self.0);
        for place in places {
            if picked {
                set.insert(*place);
            } else {
                set.remove(place);
            }
        }
        Self(Rc::new(set))
    }
}
