//! Label Studio's tasks from a corpus.

use super::super::file::{OutFile, Written};
use super::super::left_out::{self, Holds};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Mark, Sheet};
use super::super::options::Options;
use super::super::records::put_about;
use super::config::{Config, Control};
use super::{DOCUMENT, ENTITY, LABEL, LINK, NEXT_PIECE, TEXT};
use crate::core::range::TextRange;
use serde_json::{Map, Value, json};

const HOLDS: Holds = Holds { authors: false, relation_notes: false, events: false, ..Holds::ALL };

/// The corpus as one file of tasks, and its configuration.
#[must_use]
pub fn write(corpus: &Corpus, _options: &Options) -> Written {
    let (config, mut losses) = Config::of(corpus);
    let mut tasks = Vec::new();
    for (place, sheet) in corpus.documents.iter().enumerate() {
        tasks.push(task(place + 1, sheet, &config, &mut losses).to_string());
    }
    losses.extend(left_out::links(corpus));
    let tasks = format!("[\n{}\n]\n", tasks.join(",\n"));
    let files = vec![OutFile::text("label-studio.json", tasks), OutFile::text("label-studio-config.xml", config.xml())];
    Written { files, losses }
}

fn task(number: usize, sheet: &Sheet, config: &Config, losses: &mut Vec<Loss>) -> Value {
    let mut data = Map::new();
    data.insert(TEXT.into(), sheet.text.as_str().into());
    let mut result = Vec::new();
    for span in &sheet.spans {
        if span.pieces.len() > 1 {
            losses.push(Loss::new(LossKind::Parted, &sheet.name, sheet.words(span), &span.label));
        }
        region(sheet, span, config, &mut result, losses);
    }
    for tie in &sheet.relations {
        result.push(relation(&tie.from, &tie.to, &tie.kind));
    }
    if !sheet.labels.is_empty() {
        let (from, to, kind) = (DOCUMENT, TEXT, "choices");
        let value = json!({"choices": sheet.labels});
        result.push(json!({"id": DOCUMENT, "from_name": from, "to_name": to, "type": kind, "origin": "manual", "value": value}));
    }
    losses.extend(left_out::of_sheet(sheet, HOLDS));
    losses.extend(put_about(sheet, &mut data));
    json!({"id": number, "data": data, "annotations": [{"result": result}]})
}

/// The results of one span: a region for each piece, joined by relations, and on the first what is said of the span.
fn region(sheet: &Sheet, span: &Mark, config: &Config, result: &mut Vec<Value>, losses: &mut Vec<Loss>) {
    let mut ties = Vec::new();
    for (place, piece) in span.pieces.iter().enumerate() {
        let id = if place == 0 { span.id.clone() } else { format!("{}-piece-{}", span.id, place + 1) };
        let mut labelled = said(sheet, &id, *piece, LABEL, "labels", json!([span.label]));
        if place == 0 && !span.note.is_empty() {
            labelled["meta"] = json!({"text": [span.note]});
        }
        result.push(labelled);
        if place > 0 {
            ties.push(relation(&span.id, &id, NEXT_PIECE));
        }
    }
    let Some(first) = span.pieces.first() else { return };
    for (name, value) in &span.attributes {
        let (control, text) = config.control(name);
        let (kind, value) = match (text, value) {
            (Control::Number, Value::Number(_)) => ("number", value.clone()),
            (Control::Choices, Value::Array(_)) => ("choices", value.clone()),
            (Control::Choices, Value::String(_)) => ("choices", json!([value])),
            (Control::Choices, Value::Bool(flag)) => ("choices", json!([flag.to_string()])),
            (_, Value::String(_)) => (TEXT_AREA, json!([value])),
            _ => {
                losses.push(Loss::new(LossKind::AttributeAsText, &sheet.name, sheet.words(span), name));
                (TEXT_AREA, json!([value.to_string()]))
            }
        };
        result.push(said(sheet, &span.id, *first, control, kind, value));
    }
    let names: Vec<&str> = span.referents.iter().map(|one| one.name.as_str()).collect();
    let links: Vec<&str> = span.referents.iter().map(|one| one.link.as_deref().unwrap_or_default()).collect();
    for (control, texts) in [(ENTITY, names), (LINK, links)] {
        if texts.iter().any(|text| !text.is_empty()) {
            result.push(said(sheet, &span.id, *first, control, TEXT_AREA, json!(texts)));
        }
    }
    for referent in span.referents.iter().filter(|one| one.name.is_empty() && one.link.is_none()) {
        losses.push(Loss::new(LossKind::Referent, &sheet.name, sheet.words(span), &referent.id));
    }
    result.append(&mut ties);
}

const TEXT_AREA: &str = "textarea";

/// One result on a region. A text area's value is called `text`, as the words of the region are: there its own goes first.
fn said(sheet: &Sheet, id: &str, piece: TextRange, control: &str, kind: &str, value: Value) -> Value {
    let mut object = json!({"start": piece.start().0, "end": piece.end().0, "text": sheet.text.slice(piece)});
    object[if kind == TEXT_AREA { TEXT } else { kind }] = value;
    json!({"id": id, "from_name": control, "to_name": TEXT, "type": kind, "origin": "manual", "value": object})
}

fn relation(from: &str, to: &str, kind: &str) -> Value {
    json!({"type": "relation", "from_id": from, "to_id": to, "direction": "right", "labels": [kind]})
}
