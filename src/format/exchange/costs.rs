//! What a format costs that has no place at all for some kind of thing, counted the same way for all.

use super::loss::{Loss, LossKind};
use super::model::{Corpus, Mark, Sheet, Tie};

/// What stands between the words of the two ends of a relation.
const TO: &str = " → ";

/// What a document loses in a format that has no place for things of these kinds, each once. Kinds that are not of whole things give
/// nothing.
#[must_use]
pub fn without(sheet: &Sheet, kinds: &[LossKind]) -> Vec<Loss> {
    let mut losses = Vec::new();
    for kind in kinds {
        let mut lose = |words: String, label: &str| losses.push(Loss::new(*kind, &sheet.name, words, label));
        match kind {
            LossKind::About if has_about(sheet) => lose(sheet.title.clone(), ""),
            LossKind::DocumentLabel => sheet.labels.iter().for_each(|label| lose(label.clone(), label)),
            LossKind::Relation => sheet.relations.iter().for_each(|tie| lose(tie_words(sheet, tie), &tie.kind)),
            LossKind::Event => {
                sheet.events.iter().for_each(|event| lose(trigger_words(sheet, event.trigger.as_deref()), &event.kind))
            }
            LossKind::Note => {
                for span in sheet.spans.iter().filter(|span| !span.note.is_empty()) {
                    lose(sheet.words(span), &span.label);
                }
                for tie in sheet.relations.iter().filter(|tie| !tie.note.is_empty()) {
                    lose(tie_words(sheet, tie), &tie.kind);
                }
                for event in sheet.events.iter().filter(|event| !event.note.is_empty()) {
                    lose(trigger_words(sheet, event.trigger.as_deref()), &event.kind);
                }
            }
            LossKind::Attribute => each(sheet, |span| span.attributes.len(), &mut lose),
            LossKind::Referent => each(sheet, |span| span.referents.len(), &mut lose),
            LossKind::Author => each(sheet, |span| usize::from(has_author(span)), &mut lose),
            _ => {}
        }
    }
    losses
}

/// The links between documents, in formats that hold none.
#[must_use]
pub fn without_links(corpus: &Corpus) -> Vec<Loss> {
    corpus.links.iter().map(|link| Loss::new(LossKind::CrossLink, "", link.note.clone(), &link.kind)).collect()
}

/// The words of the two ends of a relation.
#[must_use]
pub fn tie_words(sheet: &Sheet, tie: &Tie) -> String {
    let end = |id: &str| sheet.span(id).map(|span| sheet.words(span)).unwrap_or_default();
    [end(&tie.from), end(&tie.to)].join(TO)
}

/// The words of a trigger; blank without one.
#[must_use]
pub fn trigger_words(sheet: &Sheet, trigger: Option<&str>) -> String {
    trigger.and_then(|id| sheet.span(id)).map(|span| sheet.words(span)).unwrap_or_default()
}

/// Whether anything is said of who made a span, or when.
#[must_use]
pub fn has_author(span: &Mark) -> bool {
    span.annotator.is_some() || !span.created_at.is_empty()
}

fn has_about(sheet: &Sheet) -> bool {
    !(sheet.title.is_empty() && sheet.source.is_none() && sheet.language.is_empty() && sheet.extra.is_empty())
}

fn each(sheet: &Sheet, count: impl Fn(&Mark) -> usize, lose: &mut impl FnMut(String, &str)) {
    for span in &sheet.spans {
        for _ in 0..count(span) {
            lose(sheet.words(span), &span.label);
        }
    }
}
