//! Documents with their spans: every line with the same fields, so that the library finds one kind of value in each.

use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Mark, Sheet};
use serde_json::{Map, Value, json};

/// A line for each document, and what that does not hold as it is.
#[must_use]
pub fn documents(corpus: &Corpus) -> (Vec<Value>, Vec<Loss>) {
    let mut losses = Vec::new();
    let lines = corpus.documents.iter().map(|sheet| document(sheet, &mut losses)).collect();
    (lines, losses)
}

fn document(sheet: &Sheet, losses: &mut Vec<Loss>) -> Value {
    let relations = sheet.relations.iter().map(|tie| json!({"type": tie.kind, "from": tie.from, "to": tie.to, "note": tie.note}));
    let events = sheet.events.iter().map(|event| {
        let roles = event.roles.iter().map(|(role, span)| json!({"role": role, "span": span})).collect::<Vec<_>>();
        json!({"type": event.kind, "trigger": event.trigger.clone().unwrap_or_default(), "roles": roles, "note": event.note})
    });
    json!({
        "id": sheet.name,
        "title": sheet.title,
        "source": sheet.source.clone().unwrap_or_default(),
        "language": sheet.language,
        "direction": sheet.direction.name(),
        "text": sheet.text.as_str(),
        "labels": sheet.labels,
        "spans": sheet.spans.iter().map(|span| of(sheet, span, losses)).collect::<Vec<_>>(),
        "relations": relations.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        // What a file said once may be of any kind: as a text it is of one.
        "extra": Value::Object(sheet.extra.iter().cloned().collect::<Map<_, _>>()).to_string(),
    })
}

fn of(sheet: &Sheet, span: &Mark, losses: &mut Vec<Loss>) -> Value {
    let pieces: Vec<[u32; 2]> = span.pieces.iter().map(|piece| [piece.start().0, piece.end().0]).collect();
    let attributes: Vec<Value> = span
        .attributes
        .iter()
        .map(|(name, value)| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            if !value.is_string() {
                losses.push(Loss::new(LossKind::AttributeAsText, &sheet.name, sheet.words(span), name));
            }
            json!({"name": name, "value": text})
        })
        .collect();
    let mentions = span
        .referents
        .iter()
        .map(|one| json!({"entity": one.id, "name": one.name, "link": one.link.clone().unwrap_or_default()}));
    json!({
        "id": span.id,
        "start": span.hull().start().0,
        "end": span.hull().end().0,
        "label": span.label,
        "text": sheet.words(span),
        "pieces": pieces,
        "note": span.note,
        "attributes": attributes,
        "mentions": mentions.collect::<Vec<_>>(),
        "annotator": span.annotator.clone().unwrap_or_default(),
        "created_at": span.created_at,
    })
}
