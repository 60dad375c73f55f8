//! A corpus from Prodigy's lines.

use super::super::fault::RemarkKind;
use super::super::file::{InFile, Reading};
use super::super::json_lines::{self, Place};
use super::super::known::Known;
use super::super::model::{Mark, Sheet, Tie};
use super::super::records::{members, range, take_about, take_text, text, texts, whole};
use super::super::rest::take_rest;
use crate::core::range::TextRange;
use crate::core::text::Text;
use serde_json::{Map, Value};
use std::rc::Rc;

/// Fields by which Prodigy knows its tasks, or shows them.
const ITS_OWN: [&str; 9] =
    ["_input_hash", "_task_hash", "_session_id", "_view_id", "_timestamp", "_is_binary", "config", "options", "html"];
/// Fields of a span that say nothing beyond its limits.
const LIMITS: [&str; 8] = ["start", "end", "token_start", "token_end", "label", "text", "type", "input_hash"];

/// Reads files of this format.
///
/// # Errors
/// The first line that is no JSON, or that there is no text in any.
pub fn read(files: &[InFile]) -> Reading {
    json_lines::read_objects(files, super::claims, |place, object| Reader { place, known: Known::default() }.task(object))
}

struct Reader<'a> {
    place: Place<'a>,
    known: Known,
}

impl Reader<'_> {
    fn task(&mut self, mut object: Map<String, Value>) -> Option<Sheet> {
        let Some(words) = take_text(&mut object, &["text"]) else {
            self.place.remark(RemarkKind::NoText, Value::Object(object).to_string());
            return None;
        };
        let mut sheet = Sheet { text: Rc::new(Text::new(words)), ..Sheet::default() };
        ITS_OWN.iter().for_each(|name| drop(object.shift_remove(*name)));
        let (spans, tokens) = (object.shift_remove("spans"), object.shift_remove("tokens"));
        let annotator = Some(text(object.shift_remove("_annotator_id").as_ref())).filter(|one| !one.is_empty());
        let answer = text(object.shift_remove("answer").as_ref());
        let mut ids = Vec::new();
        if answer.is_empty() || answer == "accept" {
            for item in members(spans.as_ref()) {
                ids.push(self.span(item, tokens.as_ref(), annotator.as_ref(), &mut sheet));
            }
            if let Some(Value::Array(relations)) = object.shift_remove("relations") {
                relations.iter().for_each(|relation| self.relation(relation, &mut sheet));
            }
            sheet.labels = texts(object.shift_remove("accept").as_ref());
        } else {
            // Somebody has looked and said no, or that they cannot say.
            object.shift_remove("relations");
            self.place.remark(RemarkKind::NoPlace, answer);
        }
        for (kind, words) in take_rest(&mut sheet, &ids, &mut object) {
            self.place.remark(kind, words);
        }
        if let Some(Value::Object(meta)) = object.shift_remove("meta") {
            take_about(&mut sheet, meta);
        }
        sheet.extra.extend(object.into_iter().filter(|(_, value)| !value.is_null()));
        Some(sheet)
    }

    /// A span; gives its id, which is blank where it is none.
    fn span(&mut self, item: &Value, tokens: Option<&Value>, annotator: Option<&String>, sheet: &mut Sheet) -> String {
        let token = |name: &str, limit: &str| whole(tokens?.get(whole(item.get(name)?)? as usize)?.get(limit)?);
        let by_tokens = || token("token_start", "start").zip(token("token_end", "end")).filter(|(start, end)| start < end);
        let limits =
            range(item.get("start"), item.get("end")).or_else(|| by_tokens().map(|(start, end)| TextRange::of(start, end)));
        let Some(limits) = limits else {
            self.place.remark(RemarkKind::BadLimits, item.to_string());
            return String::new();
        };
        let id = format!("s{}", sheet.spans.len() + 1);
        let said = item.as_object().into_iter().flatten();
        let attributes = said.filter(|(name, value)| !LIMITS.contains(&name.as_str()) && !value.is_object() && !value.is_null());
        let mark = Mark {
            id: id.clone(),
            label: text(item.get("label")),
            pieces: vec![limits],
            words: item.get("text").and_then(Value::as_str).map(str::to_owned),
            attributes: attributes.map(|(name, value)| (name.clone(), value.clone())).collect(),
            annotator: annotator.cloned(),
            ..Mark::default()
        };
        self.known.push(sheet, mark);
        id
    }

    /// A relation between the spans that it tells the limits of. Ends that are mere tokens become no spans.
    fn relation(&mut self, relation: &Value, sheet: &mut Sheet) {
        let end = |name: &str| {
            let end = relation.get(name)?;
            let limits = range(end.get("start"), end.get("end"))?;
            let label = text(end.get("label"));
            let found = self.known.said(limits, &label).or_else(|| self.known.at(limits).filter(|_| label.is_empty()));
            Some(sheet.spans.get(found?)?.id.clone())
        };
        match end("head_span").zip(end("child_span")) {
            Some((from, to)) => {
                let (number, kind, note) = (sheet.relations.len() + 1, text(relation.get("label")), text(relation.get("note")));
                sheet.relations.push(Tie { id: format!("r{number}"), kind, from, to, note });
            }
            None => self.place.remark(RemarkKind::Dangling, relation.to_string()),
        }
    }
}
