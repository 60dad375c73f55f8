//! A corpus from Label Studio's tasks.

use super::super::fault::{Fault, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::model::Sheet;
use super::super::records::{members, records, remark, take_about, text, works};
use super::TEXT;
use super::min;
use super::region::Regions;
use crate::core::text::Text;
use serde_json::{Map, Value};
use std::rc::Rc;

/// Reads files of this format.
///
/// # Errors
/// Where it is no JSON, or there is no text in any task.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in works(files, super::claims) {
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        let before = found.corpus.documents.len();
        for record in records(file)? {
            match record.value {
                Value::Object(object) if object.get("data").is_some_and(Value::is_object) => {
                    task(file, record.line, object, &mut found)
                }
                Value::Object(object) => min::task(file, record.line, object, &mut found),
                other => found.remarks.push(remark(file, record.line, RemarkKind::Unreadable, other.to_string())),
            }
        }
        if found.corpus.documents.len() == before {
            return Err(Fault::Empty { file: file.name.clone() });
        }
    }
    Ok(found)
}

/// One task. What several people made of it becomes a document each, over the same text.
fn task(file: &InFile, line: usize, mut object: Map<String, Value>, found: &mut Found) {
    let Some(Value::Object(mut data)) = object.shift_remove("data") else { return };
    let usable = |list: &str| -> Vec<&Value> {
        let is_there = |one: &&Value| one["result"].is_array() && one["was_cancelled"] != true;
        members(object.get(list)).filter(is_there).collect()
    };
    // Finished work goes before suggestions; `completions` is what annotations were called until 2020.
    let lists = ["annotations", "completions", "predictions"].map(usable);
    let chosen = lists.into_iter().find(|list| !list.is_empty()).unwrap_or_default();
    let quotes: Vec<&str> =
        chosen.iter().flat_map(|one| members(one.get("result"))).filter_map(|one| one["value"][TEXT].as_str()).collect();
    let Some(name) = text_field(&data, &quotes) else {
        found.remarks.push(remark(file, line, RemarkKind::NoText, Value::Object(data).to_string()));
        return;
    };
    let said = text(data.shift_remove(&name).as_ref());
    let mut sheet = Sheet { text: Rc::new(Text::new(said)), ..Sheet::default() };
    take_about(&mut sheet, data);
    if chosen.is_empty() {
        found.corpus.documents.push(sheet);
        return;
    }
    for annotation in chosen {
        let mut regions = Regions::of(file, line, sheet.clone(), annotation);
        members(annotation.get("result")).for_each(|result| regions.result(result));
        let (sheet, remarks) = regions.done();
        found.corpus.documents.push(sheet);
        found.remarks.extend(remarks);
    }
}

/// Which field of a task's data the results stand on: the one with the most of their words in it, `text` before others, long before short.
fn text_field(data: &Map<String, Value>, quotes: &[&str]) -> Option<String> {
    let mut best: Option<((usize, bool, usize), &str)> = None;
    for (name, value) in data {
        let Some(text) = value.as_str().filter(|text| !text.is_empty() && !is_address(text)) else { continue };
        let has = quotes.iter().take(50).filter(|quote| !quote.is_empty() && text.contains(**quote)).count();
        let rank = (has, name == TEXT, text.len());
        if best.as_ref().is_none_or(|(known, _)| *known < rank) {
            best = Some((rank, name));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

/// Whether a text is only where a picture or a sound lies.
fn is_address(text: &str) -> bool {
    (text.contains("://") || text.starts_with('/')) && !text.contains(char::is_whitespace)
}
