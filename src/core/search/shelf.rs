//! All documents of a project made ready to be searched.

use super::Searcher;
use crate::core::ids::DocumentId;
use crate::core::state::State;
use std::rc::Rc;

/// The searchers of a project's documents, in their order.
#[derive(Debug, Clone, Default)]
pub struct Shelf(Vec<(DocumentId, Rc<Searcher>)>);

impl Shelf {
    /// Brings the shelf in line with a project. Texts never change, so each is folded once.
    pub fn refresh(&mut self, state: &State) {
        let mut old = std::mem::take(&mut self.0);
        for document in &state.documents {
            let id = &document.document.id;
            let place = old.iter().position(|(known, searcher)| known == id && *searcher.text() == document.document.text);
            let searcher = place.map(|place| old.swap_remove(place).1);
            self.0.push((id.clone(), searcher.unwrap_or_else(|| Rc::new(Searcher::new(document.document.text.clone())))));
        }
    }

    /// The shelf of a project.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let mut shelf = Self::default();
        shelf.refresh(state);
        shelf
    }

    /// The searcher of a document.
    #[must_use]
    pub fn get(&self, id: &DocumentId) -> Option<&Rc<Searcher>> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, searcher)| searcher)
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&DocumentId, &Rc<Searcher>)> {
        self.0.iter().map(|(id, searcher)| (id, searcher))
    }
}
