//! spaCy's lines from a corpus.

use super::super::covering::Covering;
use super::super::file::Written;
use super::super::json_lines;
use super::super::loss::Loss;
use super::super::model::{Corpus, Mark, Sheet};
use super::super::options::Options;
use super::super::records::put_about;
use super::super::rest::put_rest;
use super::GROUP;
use serde_json::{Map, Value, json};

/// The corpus as one file of lines.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    json_lines::write(corpus, "spacy.jsonl", |sheet, losses| line(sheet, options, losses))
}

fn line(sheet: &Sheet, options: &Options, losses: &mut Vec<Loss>) -> Value {
    let covering = Covering::of(sheet, options);
    losses.extend(covering.tokenised.losses.iter().cloned());
    let written: Vec<(&Mark, Value)> = sheet
        .spans
        .iter()
        .zip(&covering.spans)
        .filter_map(|(span, words)| {
            let range = covering.range(words.as_ref()?);
            let value = json!({"start": range.start().0, "end": range.end().0, "label": span.label, "kb_id": kb_id(span)});
            Some((span, value))
        })
        .collect();
    let flat = covering.flat(options.nesting);
    let stays: Vec<&str> = sheet.spans.iter().zip(flat).filter(|(_, stays)| *stays).map(|(span, _)| span.id.as_str()).collect();
    let ents: Vec<&Value> =
        written.iter().filter(|(span, _)| stays.contains(&span.id.as_str())).map(|(_, value)| value).collect();
    let all: Vec<&Value> = written.iter().map(|(_, value)| value).collect();
    let token = |(id, word): (usize, &super::super::covering::Word)| json!({"id": id, "start": word.range.start().0, "end": word.range.end().0});
    let starts = covering.sentences.iter().copied();
    let sents = starts.clone().zip(starts.skip(1).chain([covering.words.len()]));
    let sents = sents.map(|(start, end)| covering.range(&(start..end)));

    let mut object = Map::new();
    object.insert("text".into(), sheet.text.as_str().into());
    object.insert("ents".into(), json!(ents));
    object.insert("sents".into(), sents.map(|range| json!({"start": range.start().0, "end": range.end().0})).collect());
    object.insert("tokens".into(), covering.words.iter().enumerate().map(token).collect());
    object.insert("spans".into(), json!({GROUP: all}));
    if !sheet.labels.is_empty() {
        object.insert("cats".into(), Value::Object(sheet.labels.iter().map(|label| (label.clone(), json!(1.0))).collect()));
    }
    let number = |id: &str| written.iter().position(|(span, _)| span.id == id);
    losses.extend(put_rest(sheet, &number, &mut object));
    losses.extend(put_about(sheet, &mut object));
    Value::Object(object)
}

/// The id elsewhere of what a span mentions; blank where there is none. Of several the first.
#[must_use]
pub fn kb_id(span: &Mark) -> &str {
    span.referents.iter().find_map(|one| one.link.as_deref()).unwrap_or_default()
}
