//! What a format has no place for, said thing by thing: the same for all formats.

use super::loss::{Loss, LossKind};
use super::model::{Corpus, CrossLink, LinkEnd, Mark, Sheet, Tie};
use std::collections::BTreeMap;

/// What stands between the words of the two ends of a relation.
const TO: &str = " → ";

/// What a format has a place for, beside spans and their labels. Whatever is false becomes a loss where it is there.
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
    /// Relations between spans.
    pub relations: bool,
    /// Notes on relations, where it holds these.
    pub relation_notes: bool,
    /// Events.
    pub events: bool,
    /// Notes on events, where it holds these.
    pub event_notes: bool,
    /// Labels of the document.
    pub labels: bool,
    /// Title, source, language and direction.
    pub about: bool,
    /// What else a file said of the document.
    pub extra: bool,
}

impl Holds {
    /// A place for nothing.
    pub const NONE: Self = Self {
        notes: false,
        attributes: false,
        referents: false,
        authors: false,
        relations: false,
        relation_notes: false,
        events: false,
        event_notes: false,
        labels: false,
        about: false,
        extra: false,
    };

    /// A place for everything.
    pub const ALL: Self = Self {
        notes: true,
        attributes: true,
        referents: true,
        authors: true,
        relations: true,
        relation_notes: true,
        events: true,
        event_notes: true,
        labels: true,
        about: true,
        extra: true,
    };
}

/// What of a document is not held.
#[must_use]
pub fn of_sheet(sheet: &Sheet, holds: Holds) -> Vec<Loss> {
    let mut losses = Vec::new();
    let mut lose = |kind, words: String, label: &str| losses.push(Loss::new(kind, &sheet.name, words, label));
    let told = !sheet.title.is_empty() || sheet.source.is_some() || !sheet.language.is_empty();
    // What the document is called, for what is said of it as a whole.
    let called = if sheet.title.is_empty() { &sheet.name } else { &sheet.title };
    if (!holds.about && told) || (!holds.extra && !sheet.extra.is_empty()) {
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
    let both = |tie: &Tie| [words(&tie.from), words(&tie.to)].join(TO);
    for tie in &sheet.relations {
        if !holds.relations {
            lose(LossKind::Relation, both(tie), &tie.kind);
        } else if !holds.relation_notes && !tie.note.is_empty() {
            lose(LossKind::Note, both(tie), &tie.kind);
        }
    }
    for event in &sheet.events {
        let trigger = || event.trigger.as_deref().map_or_else(String::new, words);
        if !holds.events {
            lose(LossKind::Event, trigger(), &event.kind);
        } else if !holds.event_notes && !event.note.is_empty() {
            lose(LossKind::Note, trigger(), &event.kind);
        }
    }
    for label in sheet.labels.iter().filter(|_| !holds.labels) {
        lose(LossKind::DocumentLabel, called.clone(), label);
    }
    losses
}

/// The links between documents, in a format that holds none.
#[must_use]
pub fn links(corpus: &Corpus) -> Vec<Loss> {
    corpus.links.iter().map(|one| link(corpus, one)).collect()
}

/// One link between documents that is not held: the words of its beginning, as far as they are there.
#[must_use]
pub fn link(corpus: &Corpus, link: &CrossLink) -> Loss {
    let sheet = |name: &str| corpus.documents.iter().find(|sheet| sheet.name == *name);
    let words = match &link.from {
        LinkEnd::Span(document, id) => sheet(document).and_then(|sheet| Some(sheet.words(sheet.span(id)?))),
        LinkEnd::Event(document, id) => {
            sheet(document).and_then(|sheet| sheet.events.iter().find(|event| event.id == *id)).map(|event| event.kind.clone())
        }
        LinkEnd::Entity(id) => Some(id.clone()),
    };
    Loss::new(LossKind::CrossLink, "", words.unwrap_or_else(|| link.id.clone()), &link.kind)
}

/// The words of the two ends of a relation.
#[must_use]
pub fn tie_words(sheet: &Sheet, tie: &Tie) -> String {
    [trigger_words(sheet, Some(&tie.from)), trigger_words(sheet, Some(&tie.to))].join(TO)
}

/// The words of a trigger; blank without one.
#[must_use]
pub fn trigger_words(sheet: &Sheet, trigger: Option<&str>) -> String {
    trigger.and_then(|id| sheet.span(id)).map(|span| sheet.words(span)).unwrap_or_default()
}
