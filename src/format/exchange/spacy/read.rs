//! A corpus from spaCy's lines, and from the lists of pairs that came before them.

use super::super::fault::RemarkKind;
use super::super::file::{InFile, Reading};
use super::super::json_lines::{self, Place};
use super::super::known::Known;
use super::super::model::{Mark, Referent, Sheet};
use super::super::records::{members, range, take_about, take_text, text};
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
    json_lines::read(files, super::claims, |place, value| {
        let mut reader = Reader { place, known: Known::default() };
        match value {
            // An annotation tool's file: its classes, and a list of pairs.
            Value::Object(object) if object.contains_key("annotations") && !object.contains_key("text") => {
                let pairs = members(object.get("annotations")).filter(|pair| !pair.is_null());
                pairs.filter_map(|pair| reader.pair(pair)).collect()
            }
            Value::Object(object) => reader.doc(object).into_iter().collect(),
            other => reader.pair(&other).into_iter().collect(),
        }
    })
}

struct Reader<'a> {
    place: Place<'a>,
    known: Known,
}

impl Reader<'_> {
    fn doc(&mut self, mut object: Map<String, Value>) -> Option<Sheet> {
        let Some(words) = take_text(&mut object, &["text"]) else {
            self.place.remark(RemarkKind::NoText, Value::Object(object).to_string());
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
            self.place.remark(kind, words);
        }
        take_about(&mut sheet, object);
        Some(sheet)
    }

    /// A member of a group, or an entity; gives its id, which is blank where it is no span.
    fn span(&mut self, item: &Value, sheet: &mut Sheet) -> String {
        let Some(limits) = range(item.get("start"), item.get("end")) else {
            self.place.remark(RemarkKind::BadLimits, item.to_string());
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
            self.place.remark(RemarkKind::NoText, pair.to_string());
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
                None => self.place.remark(RemarkKind::BadLimits, item.to_string()),
            }
        }
        if let Some(Value::Object(cats)) = said.get("cats") {
            let is_so = |value: &Value| value.as_f64().is_some_and(|score| score >= 0.5) || value == true;
            sheet.labels.extend(cats.iter().filter(|(_, value)| is_so(value)).map(|(label, _)| label.clone()));
        }
        Some(sheet)
    }
}
