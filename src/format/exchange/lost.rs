//! What a format has no place for, told thing by thing.

use super::loss::{Loss, LossKind};
use super::model::{Corpus, Mark, Sheet};

/// What a format has a place for, beside spans and their labels. Whatever is false here becomes a loss where it is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holds {
    /// Notes on spans.
    pub notes: bool,
    /// Attributes of spans.
    pub attributes: bool,
    /// What spans mention.
    pub referents: bool,
    /// Who made a span, and when.
    pub authors: bool,
    /// Relations.
    pub relations: bool,
    /// Notes on relations.
    pub relation_notes: bool,
    /// Events.
    pub events: bool,
    /// Labels of documents.
    pub labels: bool,
    /// Title, source, language, direction, and what else a file said of a document.
    pub about: bool,
}

/// What a span has that there is no place for.
#[must_use]
pub fn of_span(sheet: &Sheet, span: &Mark, holds: Holds) -> Vec<Loss> {
    let words = sheet.words(span);
    let mut losses = Vec::new();
    let mut lose = |kind| losses.push(Loss::new(kind, &sheet.name, words.clone(), &span.label));
    if !holds.notes && !span.note.is_empty() {
        lose(LossKind::Note);
    }
    if !holds.attributes {
        span.attributes.iter().for_each(|_| lose(LossKind::Attribute));
    }
    if !holds.referents {
        span.referents.iter().for_each(|_| lose(LossKind::Referent));
    }
    if !holds.authors && (span.annotator.is_some() || !span.created_at.is_empty()) {
        lose(LossKind::Author);
    }
    losses
}

/// What a document has beside its spans that there is no place for.
#[must_use]
pub fn of_sheet(sheet: &Sheet, holds: Holds) -> Vec<Loss> {
    let words = |id: &str| sheet.span(id).map(|span| sheet.words(span)).unwrap_or_default();
    let mut losses = Vec::new();
    let mut lose = |kind, words: String, label: &str| losses.push(Loss::new(kind, &sheet.name, words, label));
    for tie in &sheet.relations {
        if !holds.relations {
            lose(LossKind::Relation, words(&tie.from), &tie.kind);
        } else if !holds.relation_notes && !tie.note.is_empty() {
            lose(LossKind::Note, words(&tie.from), &tie.kind);
        }
    }
    for event in sheet.events.iter().filter(|_| !holds.events) {
        lose(LossKind::Event, event.trigger.as_deref().map(words).unwrap_or_default(), &event.kind);
    }
    for label in sheet.labels.iter().filter(|_| !holds.labels) {
        lose(LossKind::DocumentLabel, label.clone(), label);
    }
    let says = !sheet.title.is_empty() || sheet.source.is_some() || !sheet.language.is_empty() || !sheet.extra.is_empty();
    if !holds.about && says {
        lose(LossKind::About, sheet.title.clone(), "");
    }
    losses
}

/// What is said across documents, for formats that know one document at a time.
pub fn links(corpus: &Corpus) -> impl Iterator<Item = Loss> {
    corpus.links.iter().map(|link| Loss::new(LossKind::CrossLink, "", link.kind.clone(), &link.kind))
}
