//! JSON_MIN: of a task its data, and beside them under each control's name what it gave.

use super::super::fault::RemarkKind;
use super::super::file::{Found, InFile};
use super::super::known::Known;
use super::super::model::{Mark, Sheet};
use super::super::records::{range, remark, take_about, take_text, text, texts};
use super::region::{give, regions, value_of};
use super::{DOCUMENT, LABELS, TEXT};
use crate::core::text::Text;
use serde_json::{Map, Value};
use std::rc::Rc;

/// What Label Studio says of the annotation, not of the document.
const BESIDE: [&str; 5] = ["annotator", "annotation_id", "created_at", "updated_at", "lead_time"];

/// Reads one task.
pub fn task(file: &InFile, line: usize, mut object: Map<String, Value>, found: &mut Found) {
    let strings = object.iter().filter(|(_, value)| value.is_string());
    let longest = strings.max_by_key(|(_, value)| value.as_str().map_or(0, str::len)).map(|(name, _)| name.clone());
    let Some(words) = take_text(&mut object, &[TEXT, longest.as_deref().unwrap_or(TEXT)]) else {
        found.remarks.push(remark(file, line, RemarkKind::NoText, Value::Object(object).to_string()));
        return;
    };
    let mut sheet = Sheet { text: Rc::new(Text::new(words)), ..Sheet::default() };
    let annotator = Some(text(object.get("annotator"))).filter(|one| !one.is_empty());
    let created_at = Some(text(object.get("created_at"))).filter(|at| at.ends_with('Z')).unwrap_or_default();
    BESIDE.iter().for_each(|name| drop(object.shift_remove(*name)));
    if let Some(labels) = object.shift_remove(DOCUMENT) {
        sheet.labels = texts(labels.get("choices").or(Some(&labels)));
    }
    let names: Vec<String> =
        object.iter().filter(|(_, value)| regions(value).next().is_some()).map(|(name, _)| name.clone()).collect();
    let (mut later, mut known) = (Vec::new(), Known::default());
    for name in names {
        let Some(list) = object.shift_remove(&name) else { continue };
        for item in regions(&list) {
            let Some(limits) = range(item.get("start"), item.get("end")) else {
                found.remarks.push(remark(file, line, RemarkKind::BadLimits, item.to_string()));
                continue;
            };
            let labels = LABELS.iter().find_map(|kind| item.get(*kind)).map(|labels| texts(Some(labels)));
            let Some(labels) = labels else {
                later.push((name.clone(), limits, item.clone()));
                continue;
            };
            for label in labels {
                let id = format!("s{}", sheet.spans.len() + 1);
                let words = item.get(TEXT).and_then(Value::as_str).map(str::to_owned);
                let (annotator, created_at) = (annotator.clone(), created_at.clone());
                let mark = Mark { id, label, pieces: vec![limits], words, annotator, created_at, ..Mark::default() };
                known.push(&mut sheet, mark);
            }
        }
    }
    // Here nothing but its limits says on which region a value stands.
    for (name, limits, item) in later {
        let span = known.at(limits).and_then(|place| sheet.spans.get_mut(place));
        match (span, value_of(&item)) {
            (Some(span), Some(said)) => give(span, &name, said),
            (None, _) => found.remarks.push(remark(file, line, RemarkKind::Dangling, item.to_string())),
            (_, None) => found.remarks.push(remark(file, line, RemarkKind::NoPlace, item.to_string())),
        }
    }
    take_about(&mut sheet, object);
    found.corpus.documents.push(sheet);
}
