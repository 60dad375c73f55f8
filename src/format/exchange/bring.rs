//! What files of other tools bring into a project: first what it would be, for somebody to look at and decide on, then one
//! transaction.

mod labels;
mod records;
mod take;

pub use labels::{known, named};
pub use take::{Taking, take};

use super::anchor::{Anchored, Map, anchor};
use super::file::Found;
use super::model::Sheet;
use crate::core::document::Document;
use crate::core::ids::DocumentId;
use crate::core::state::State;

/// How many documents are tried for a file that has no text of its own.
const CANDIDATES: usize = 50;

/// One document of a file, and what becomes of it here.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// The document as the file has it.
    pub raw: Sheet,
    /// Where its spans go.
    pub target: Target,
    /// Its spans on that text.
    pub anchored: Anchored,
    /// Whether it is taken at all.
    pub wanted: bool,
    /// Which of [`Anchored::doubtful`] are taken where they might stand. As many as there are.
    pub accepted: Vec<bool>,
}

/// Where the spans of a document of a file go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A document that is added.
    New,
    /// One that is here.
    Known(DocumentId),
}

/// What the documents of a file are here: the same text, or the same but for white space, is the same document; so is one of that
/// name in which most of the words are found. All others are new.
#[must_use]
pub fn arrivals(state: &State, found: &Found) -> Vec<Arrival> {
    found.corpus.documents.iter().map(|raw| arrival(raw, home(state, raw), state)).collect()
}

/// A document of a file with its spans on another text than before.
#[must_use]
pub fn retarget(state: &State, arrival_of: &Arrival, target: Target) -> Arrival {
    arrival(&arrival_of.raw, target, state)
}

fn arrival(raw: &Sheet, target: Target, state: &State) -> Arrival {
    let text = match &target {
        Target::Known(id) => state.document(id).map_or_else(|| raw.text.clone(), |one| one.document.text.clone()),
        Target::New => raw.text.clone(),
    };
    // A file without a text counts in the one that it is put on.
    let counted = raw.text.is_empty().then(|| Sheet { text: text.clone(), ..raw.clone() });
    let anchored = anchor(counted.as_ref().unwrap_or(raw), &text);
    let accepted = vec![false; anchored.doubtful.len()];
    Arrival { raw: raw.clone(), wanted: !text.is_empty(), target, anchored, accepted }
}

fn home(state: &State, raw: &Sheet) -> Target {
    let documents = || state.documents.iter().map(|one| &one.document);
    let id = |document: &Document| Target::Known(document.id.clone());
    if let Some(same) = documents().find(|document| document.text.as_str() == raw.text.as_str()) {
        return id(same);
    }
    if raw.text.is_empty() {
        return likeliest(state, raw).map_or(Target::New, Target::Known);
    }
    let alike = |document: &Document| !matches!(Map::between(&raw.text, &document.text), Map::Different);
    if let Some(same) = documents().find(|document| alike(document)) {
        return id(same);
    }
    let named =
        documents().find(|document| document.id.as_str() == raw.name || !raw.title.is_empty() && document.title == raw.title);
    let fits = |document: &Document| {
        let anchored = anchor(raw, &document.text);
        !raw.spans.is_empty() && anchored.sheet.spans.len() * 2 > raw.spans.len()
    };
    named.filter(|document| fits(document)).map_or(Target::New, |document| id(document))
}

/// The document on which most spans of a file without a text have a place; one that it names counts before others.
fn likeliest(state: &State, raw: &Sheet) -> Option<DocumentId> {
    let placed = |document: &Document| {
        let counted = Sheet { text: document.text.clone(), ..raw.clone() };
        let found = anchor(&counted, &document.text).sheet.spans.len();
        (found, document.id.as_str() == raw.name || document.title == raw.title)
    };
    let all = state.documents.iter().take(CANDIDATES).map(|one| (placed(&one.document), &one.document.id));
    all.filter(|((found, _), _)| *found > 0).max_by_key(|(score, _)| *score).map(|(_, id)| id.clone())
}

impl Arrival {
    /// How many spans are taken as it stands.
    #[must_use]
    pub fn taken(&self) -> usize {
        if !self.wanted {
            return 0;
        }
        let placed = self.anchored.doubtful.iter().zip(&self.accepted);
        self.anchored.sheet.spans.len() + placed.filter(|(doubt, accepted)| **accepted && doubt.place.is_some()).count()
    }
}

#[cfg(test)]
mod tests;
