//! Prodigy's lines from a corpus.

use super::super::covering::Covering;
use super::super::file::Written;
use super::super::json_lines;
use super::super::loss::Loss;
use super::super::model::{Corpus, Sheet};
use super::super::options::Options;
use super::super::records::put_about;
use super::super::rest::put_rest;
use serde_json::{Map, Value, json};

/// The corpus as one file of lines.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    json_lines::write(corpus, "prodigy.jsonl", |sheet, losses| line(sheet, options, losses))
}

fn line(sheet: &Sheet, options: &Options, losses: &mut Vec<Loss>) -> Value {
    let covering = Covering::of(sheet, options);
    losses.extend(covering.tokenised.losses.iter().cloned());
    let tokens = covering.words.iter().enumerate().map(|(id, word)| {
        json!({"text": sheet.text.slice(word.range), "start": word.range.start().0, "end": word.range.end().0, "id": id, "ws": word.space})
    });
    let spans = sheet.spans.iter().zip(&covering.spans).filter_map(|(span, words)| {
        let words = words.as_ref()?;
        let range = covering.range(words);
        let (start, end) = (range.start().0, range.end().0);
        let limits =
            json!({"start": start, "end": end, "token_start": words.start, "token_end": words.end - 1, "label": span.label});
        Some((span.id.as_str(), limits))
    });
    let spans: Vec<(&str, Value)> = spans.collect();
    let of = |id: &str| spans.iter().find(|(known, _)| *known == id).map(|(_, span)| span);
    let relations: Vec<Value> = sheet
        .relations
        .iter()
        .filter_map(|tie| {
            let (head, child) = (of(&tie.from)?, of(&tie.to)?);
            let (from, to) = (&head["token_end"], &child["token_end"]);
            let mut relation = json!({"head": from, "child": to, "head_span": head, "child_span": child, "label": tie.kind});
            if !tie.note.is_empty() {
                relation["note"] = tie.note.as_str().into();
            }
            Some(relation)
        })
        .collect();

    let mut object = Map::new();
    object.insert("text".into(), sheet.text.as_str().into());
    object.insert("tokens".into(), tokens.collect());
    object.insert("spans".into(), spans.iter().map(|(_, span)| span.clone()).collect());
    let mut rest = Map::new();
    losses.extend(put_rest(sheet, &|id| spans.iter().position(|(known, _)| *known == id), &mut rest));
    rest.shift_remove("relations");
    if !sheet.relations.is_empty() {
        rest.insert("relations".into(), relations.into());
    }
    object.append(&mut rest);
    if !sheet.labels.is_empty() {
        let option = |label: &String| json!({"id": label, "text": label});
        object.insert("options".into(), sheet.labels.iter().map(option).collect());
        object.insert("accept".into(), sheet.labels.clone().into());
    }
    let mut meta = Map::new();
    losses.extend(put_about(sheet, &mut meta));
    object.insert("meta".into(), meta.into());
    object.insert("answer".into(), "accept".into());
    object.insert("_view_id".into(), if sheet.relations.is_empty() { "spans_manual" } else { "relations" }.into());
    Value::Object(object)
}
