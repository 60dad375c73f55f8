//! What a format has no place for, said thing by thing.

use super::loss::{Loss, LossKind};
use super::model::{Corpus, CrossLink, LinkEnd, Mark, Sheet};
use std::collections::BTreeMap;

/// What a format holds of all that can be said of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holds {
    /// Relations between spans.
    pub relations: bool,
    /// Events.
    pub events: bool,
    /// Attributes of spans.
    pub attributes: bool,
    /// Notes on spans.
    pub notes: bool,
    /// What spans mention.
    pub referents: bool,
    /// Labels of the document.
    pub labels: bool,
    /// Who made a span, and when.
    pub authors: bool,
    /// Title, source, language and direction.
    pub about: bool,
}

/// What of a document is not held.
#[must_use]
pub fn of_sheet(sheet: &Sheet, holds: Holds) -> Vec<Loss> {
    let mut losses = Vec::new();
    let mut lose = |kind, words: String, label: &str| losses.push(Loss::new(kind, &sheet.name, words, label));
    let told = !sheet.title.is_empty() || sheet.source.is_some() || !sheet.language.is_empty();
    // What the document is called, for what is said of it as a whole.
    let called = if sheet.title.is_empty() { &sheet.name } else { &sheet.title };
    if (!holds.about && told) || !sheet.extra.is_empty() {
        lose(LossKind::About, called.clone(), "");
    }
    for span in &sheet.spans {
        if !holds.notes && !span.note.is_empty() {
            lose(LossKind::Note, sheet.words(span), &span.label);
        }
        for (name, _) in span.attributes.iter().filter(|_| !holds.attributes) {
            lose(LossKind::Attribute, sheet.words(span), name);
        }
        for _ in span.referents.iter().filter(|_| !holds.referents) {
            lose(LossKind::Referent, sheet.words(span), &span.label);
        }
    }
    // Of nearly every span it is known who made it and when: one word for the document, not one for each.
    if !holds.authors && sheet.spans.iter().any(|span| span.annotator.is_some() || !span.created_at.is_empty()) {
        lose(LossKind::Author, called.clone(), "");
    }
    let by_id: BTreeMap<&str, &Mark> = sheet.spans.iter().map(|span| (span.id.as_str(), span)).collect();
    let words = |id: &str| by_id.get(id).map_or_else(String::new, |span| sheet.words(span));
    for tie in sheet.relations.iter().filter(|_| !holds.relations) {
        lose(LossKind::Relation, words(&tie.from), &tie.kind);
    }
    for event in sheet.events.iter().filter(|_| !holds.events) {
        lose(LossKind::Event, event.trigger.as_deref().map_or_else(String::new, words), &event.kind);
    }
    for label in sheet.labels.iter().filter(|_| !holds.labels) {
        lose(LossKind::DocumentLabel, called.clone(), label);
    }
    losses
}

/// The links between documents, which a format of single documents cannot hold.
#[must_use]
pub fn links(corpus: &Corpus) -> Vec<Loss> {
    let sheet = |name: &str| corpus.documents.iter().find(|sheet| sheet.name == *name);
    let words = |end: &LinkEnd| match end {
        LinkEnd::Span(document, id) => sheet(document).and_then(|sheet| Some(sheet.words(sheet.span(id)?))),
        LinkEnd::Event(document, id) => {
            sheet(document).and_then(|sheet| sheet.events.iter().find(|event| event.id == *id)).map(|event| event.kind.clone())
        }
        LinkEnd::Entity(id) => Some(id.clone()),
    };
    let one =
        |link: &CrossLink| Loss::new(LossKind::CrossLink, "", words(&link.from).unwrap_or_else(|| link.id.clone()), &link.kind);
    corpus.links.iter().map(one).collect()
}
