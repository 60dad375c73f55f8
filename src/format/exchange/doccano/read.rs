//! A corpus from doccano's lines, of today's form and of earlier ones.

use super::super::fault::RemarkKind;
use super::super::file::{InFile, Reading};
use super::super::json_lines::{self, Place};
use super::super::known::Known;
use super::super::model::{Mark, Sheet, Tie, Unit};
use super::super::records::{self, members, range, take_about, take_text, text};
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
    json_lines::read_objects(files, super::claims, |place, object| Reader { place, known: Known::default() }.sheet(object))
}

struct Reader<'a> {
    place: Place<'a>,
    known: Known,
}

impl Reader<'_> {
    fn sheet(&mut self, mut object: Map<String, Value>) -> Option<Sheet> {
        // Versions before 1.5 call the text `data`.
        let Some(text) = take_text(&mut object, &["text", "data"]) else {
            self.place.remark(RemarkKind::NoText, Value::Object(object).to_string());
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
            _ => return self.place.remark(RemarkKind::Unreadable, item.to_string()),
        };
        match limits {
            Some(limits) if self.known.id(&id).is_none() => {
                self.known.push(sheet, Mark { id, label, pieces: vec![limits], ..Mark::default() });
            }
            Some(_) => self.place.remark(RemarkKind::Unreadable, item.to_string()),
            None => self.place.remark(RemarkKind::BadLimits, item.to_string()),
        }
    }

    fn relation(&mut self, relation: &Value, sheet: &mut Sheet) {
        let (from, to) = (text(relation.get("from_id")), text(relation.get("to_id")));
        if self.known.id(&from).is_none() || self.known.id(&to).is_none() {
            return self.place.remark(RemarkKind::Dangling, relation.to_string());
        }
        let id = format!("r{}", sheet.relations.len() + 1);
        sheet.relations.push(Tie { id, kind: text(relation.get("type")), from, to, note: String::new() });
    }
}
