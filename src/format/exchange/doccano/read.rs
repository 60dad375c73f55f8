//! A corpus from doccano's lines, of today's form and of earlier ones.

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::known::Known;
use super::super::model::{Mark, Sheet, Tie, Unit};
use super::super::records::{self, members, range, records, remark, take_about, take_text, text, works};
use super::super::unit::guessed;
use super::{UNIT, unit_named};
use crate::core::text::Text;
use serde_json::{Map, Value};
use std::rc::Rc;

/// Reads files of this format.
///
/// # Errors
/// The first line that is no JSON, or that there is no text in any.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in works(files, super::claims) {
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        let before = found.corpus.documents.len();
        for record in records(file)? {
            let object = match record.value {
                Value::Object(object) => object,
                other => {
                    found.remarks.push(remark(file, record.line, RemarkKind::Unreadable, other.to_string()));
                    continue;
                }
            };
            let mut reader = Reader { file, line: record.line, known: Known::default(), remarks: &mut found.remarks };
            found.corpus.documents.extend(reader.sheet(object));
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

    fn sheet(&mut self, mut object: Map<String, Value>) -> Option<Sheet> {
        // Versions before 1.5 call the text `data`.
        let Some(text) = take_text(&mut object, &["text", "data"]) else {
            self.remark(RemarkKind::NoText, Value::Object(object).to_string());
            return None;
        };
        let mut sheet = Sheet { text: Rc::new(Text::new(text)), ..Sheet::default() };
        for name in ["label", "labels", "entities", "annotations"] {
            match object.shift_remove(name) {
                Some(Value::Array(items)) => items.into_iter().for_each(|item| self.span(item, &mut sheet)),
                Some(Value::String(label)) if !label.is_empty() => sheet.labels.push(label),
                Some(Value::Null) | None => {}
                Some(other) => sheet.extra.push((name.to_owned(), other)),
            }
        }
        sheet.labels.extend(records::texts(object.shift_remove("cats").as_ref()));
        let relations = object.shift_remove("relations");
        members(relations.as_ref()).for_each(|relation| self.relation(relation, &mut sheet));
        let said = object.shift_remove(UNIT).and_then(|unit| unit_named(unit.as_str()?));
        take_about(&mut sheet, object);
        sheet.unit = said.unwrap_or_else(|| guessed(&sheet, Unit::Utf16));
        Some(sheet)
    }

    /// A member of the list of labels: limits and a label, or a label of the whole text.
    fn span(&mut self, item: Value, sheet: &mut Sheet) {
        let id = format!("s{}", sheet.spans.len() + 1);
        let (limits, label, id) = match &item {
            Value::String(label) => return sheet.labels.push(label.clone()),
            Value::Array(parts) => (range(parts.first(), parts.get(1)), text(parts.get(2)), id),
            Value::Object(object) => {
                let named = object.get("id").map_or(id, |id| text(Some(id)));
                (range(object.get("start_offset"), object.get("end_offset")), text(object.get("label")), named)
            }
            _ => return self.remark(RemarkKind::Unreadable, item.to_string()),
        };
        match limits {
            Some(limits) if self.known.id(&id).is_none() => {
                self.known.push(sheet, Mark { id, label, pieces: vec![limits], ..Mark::default() });
            }
            Some(_) => self.remark(RemarkKind::Unreadable, item.to_string()),
            None => self.remark(RemarkKind::BadLimits, item.to_string()),
        }
    }

    fn relation(&mut self, relation: &Value, sheet: &mut Sheet) {
        let (from, to) = (text(relation.get("from_id")), text(relation.get("to_id")));
        if self.known.id(&from).is_none() || self.known.id(&to).is_none() {
            return self.remark(RemarkKind::Dangling, relation.to_string());
        }
        let id = format!("r{}", sheet.relations.len() + 1);
        sheet.relations.push(Tie { id, kind: text(relation.get("type")), from, to, note: String::new() });
    }
}
