//! Changes of what is said of a document beside its text.

use super::{Misfit, State};
use crate::core::document::Direction;
use crate::core::ids::DocumentId;
use crate::core::op::DocumentField;
use std::rc::Rc;

impl State {
    /// Sets a field of a document. What is no value of that field leaves it as it is.
    pub(super) fn set_document_field(&mut self, id: &DocumentId, field: DocumentField, value: &str) -> Result<(), Misfit> {
        if field == DocumentField::Place {
            let from = self.documents.iter().position(|state| state.document.id == *id).ok_or(Misfit::Missing)?;
            let moved = self.documents.remove(from);
            let to = value.parse::<u32>().map_or(from, |to| to as usize);
            self.documents.insert(to.min(self.documents.len()), moved);
            return Ok(());
        }
        let document = Rc::make_mut(&mut self.document_mut(id)?.document);
        match field {
            DocumentField::Title => document.title = value.to_owned(),
            DocumentField::Language => document.language = value.to_owned(),
            DocumentField::TitleIsOurs => document.title_is_ours = value == "true",
            DocumentField::Direction => document.direction = Direction::named(value).unwrap_or(document.direction),
            DocumentField::Place => {}
        }
        Ok(())
    }
}
