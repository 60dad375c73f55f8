//! A corpus from spaCy's lines, and from the lists of pairs that came before them.

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::known::Known;
use super::super::model::{Mark, Referent, Sheet};
use super::super::records::{members, range, records, remark, take_about, take_text, text, works};
use super::super::rest::take_rest;
use super::GROUP;
use crate::core::text::Text;
use serde_json::{Map, Value};
use std::rc::Rc;

/// Reads files of this format.
///
/// # Errors
/// Where it is no JSON, or there is no document.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in works(files, super::claims) {
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        let before = found.corpus.documents.len();
        for record in records(file)? {
            let mut reader = Reader { file, line: record.line, known: Known::default(), remarks: &mut found.remarks };
            match record.value {
                // An annotation tool's file: its classes, and a list of pairs.
                Value::Object(object) if object.contains_key("annotations") && !object.contains_key("text") => {
                    let pairs = members(object.get("annotations")).filter(|pair| !pair.is_null());
                    found.corpus.documents.extend(pairs.filter_map(|pair| reader.pair(pair)));
                }
                Value::Object(object) => found.corpus.documents.extend(reader.doc(object)),
                other => found.corpus.documents.extend(reader.pair(&other)),
            }
        }
        if found.corpus.documents.len() == before {
            return Err(Fault::Empty { file: file.name.clone() });
        }
    }
    Ok(found)
}

struct Reader<'a> {
    file: &'a InFile,
    line: usize,
    known: Known,
    remarks: &'a mut Vec<Remark>,
}

impl Reader<'_> {
    fn remark(&mut self, kind: RemarkKind, words: impl Into<String>) {
        self.remarks.push(remark(self.file, self.line, kind, words));
    }

    fn doc(&mut self, mut object: Map<String, Value>) -> Option<Sheet> {
        let Some(words) = take_text(&mut object, &["text"]) else {
            self.remark(RemarkKind::NoText, Value::Object(object).to_string());
            return None;
        };
        let mut sheet = Sheet { text: Rc::new(Text::new(words)), ..Sheet::default() };
        // What stands in other fields counts the members of the first group: what a member is, even where it is no span.
        let mut ids = Vec::new();
        if let Some(Value::Object(mut groups)) = object.shift_remove("spans") {
            let first = groups.shift_remove(GROUP);
            for (place, group) in first.into_iter().chain(groups.into_iter().map(|(_, group)| group)).enumerate() {
                for item in members(Some(&group)) {
                    let id = self.span(item, &mut sheet);
                    if place == 0 {
                        ids.push(id);
                    }
                }
            }
        }
        let ents = object.shift_remove("ents");
        for item in members(ents.as_ref()) {
            let limits = range(item.get("start"), item.get("end"));
            let label = text(item.get("label"));
            if limits.is_none_or(|limits| self.known.said(limits, &label).is_none()) {
                self.span(item, &mut sheet);
            }
        }
        if let Some(Value::Object(cats)) = object.shift_remove("cats") {
            let is_so = |value: &Value| value.as_f64().is_some_and(|score| score >= 0.5) || value == true;
            sheet.labels.extend(cats.into_iter().filter(|(_, value)| is_so(value)).map(|(label, _)| label));
        }
        for known in ["tokens", "sents"] {
            object.shift_remove(known);
        }
        for (kind, words) in take_rest(&mut sheet, &ids, &mut object) {
            self.remark(kind, words);
        }
        take_about(&mut sheet, object);
        Some(sheet)
    }

    /// A member of a group, or an entity; gives its id, which is blank where it is no span.
    fn span(&mut self, item: &Value, sheet: &mut Sheet) -> String {
        let Some(limits) = range(item.get("start"), item.get("end")) else {
            self.remark(RemarkKind::BadLimits, item.to_string());
            return String::new();
        };
        let id = format!("s{}", sheet.spans.len() + 1);
        let mut mark = Mark { id: id.clone(), label: text(item.get("label")), pieces: vec![limits], ..Mark::default() };
        let link = text(item.get("kb_id"));
        if !link.is_empty() {
            mark.referents.push(Referent { link: Some(link), ..Referent::default() });
        }
        for (name, value) in item.as_object().into_iter().flatten() {
            if !["start", "end", "label", "kb_id", "id"].contains(&name.as_str()) && !value.is_object() && !value.is_null() {
                mark.attributes.push((name.clone(), value.clone()));
            }
        }
        self.known.push(sheet, mark);
        id
    }

    /// A text and its entities: `["text", {"entities": [[0, 5, "LOC"]]}]`.
    fn pair(&mut self, pair: &Value) -> Option<Sheet> {
        let Some(words) = pair.get(0).and_then(Value::as_str).filter(|words| !words.is_empty()) else {
            self.remark(RemarkKind::NoText, pair.to_string());
            return None;
        };
        let mut sheet = Sheet { text: Rc::new(Text::new(words)), ..Sheet::default() };
        let said = &pair[1];
        for item in members(said.get("entities")) {
            match range(item.get(0), item.get(1)) {
                Some(limits) => {
                    let id = format!("s{}", sheet.spans.len() + 1);
                    let label = text(item.get(2));
                    sheet.spans.push(Mark { id, label, pieces: vec![limits], ..Mark::default() });
                }
                None => self.remark(RemarkKind::BadLimits, item.to_string()),
            }
        }
        if let Some(Value::Object(cats)) = said.get("cats") {
            let is_so = |value: &Value| value.as_f64().is_some_and(|score| score >= 0.5) || value == true;
            sheet.labels.extend(cats.iter().filter(|(_, value)| is_so(value)).map(|(label, _)| label.clone()));
        }
        Some(sheet)
    }
}
