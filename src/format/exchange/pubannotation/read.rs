//! PubAnnotation's files as a corpus.

mod chain;

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::model::{Mark, Referent, Sheet, Tie, Unit};
use super::super::web_annotation::link_of;
use super::{IDENTIFIER, UNITS};
use crate::core::colour::{Colour, Line};
use crate::core::ids::LabelId;
use crate::core::range::TextRange;
use crate::core::record::Extra;
use crate::core::tagset::{Bilingual, Label, Tagset};
use crate::core::text::Text;
use crate::format::json;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The label of a denotation that has none.
const NAMELESS: &str = "annotation";

/// What a record says beside its annotations that has a place of its own.
const KNOWN: [&str; 11] = [
    "text",
    "denotations",
    "relations",
    "attributes",
    "tracks",
    "config",
    "sourceid",
    "divid",
    "target",
    "source_url",
    "offset_unit",
];

/// Reads files of this format.
///
/// # Errors
/// When one is not UTF-8 or not JSON, or when there is no document in any.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    for file in files {
        let records = records(file)?;
        let is_alone = records.len() == 1;
        for (line, record) in records {
            let mut reader = Reader { file, line, remarks: &mut found.remarks };
            if let Some(mut sheet) = reader.document(&record) {
                if sheet.name.is_empty() && is_alone {
                    file.stem().clone_into(&mut sheet.name);
                }
                found.corpus.documents.push(sheet);
                declare(&record, &mut found.corpus.tagset);
            }
        }
    }
    if found.corpus.documents.is_empty() {
        return Err(Fault::Empty { file: files.first().map_or_else(String::new, |file| file.name.clone()) });
    }
    Ok(found)
}

/// The records of a file, each with its line or number: one, a list, or one a line.
fn records(file: &InFile) -> Result<Vec<(usize, Value)>, Fault> {
    let text = file.text()?;
    let numbered = |list: Vec<Value>| list.into_iter().enumerate().map(|(place, record)| (place + 1, record)).collect();
    match json::parse(text) {
        Ok(Value::Array(list)) => Ok(numbered(list)),
        Ok(one) => Ok(numbered(vec![one])),
        Err(fault) if fault.deep => Err(Fault::TooDeep { file: file.name.clone() }),
        Err(fault) => {
            let broken = |line: usize| Fault::Broken { file: file.name.clone(), line, syntax: "JSON" };
            let mut all = Vec::new();
            for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                let record = json::parse(line.trim()).map_err(|_| broken(if all.is_empty() { fault.line } else { place + 1 }))?;
                all.push((place + 1, record));
            }
            Ok(all)
        }
    }
}

/// Adds the labels that a record declares.
fn declare(record: &Value, tagset: &mut Tagset) {
    for kind in list(&record["config"]["entity types"]) {
        let Some(id) = kind["id"].as_str().map(LabelId::new).filter(|id| tagset.get(id).is_none()) else { continue };
        let place = tagset.labels.len();
        let name = kind["label"].as_str().unwrap_or(id.as_str());
        let is_arabic = name.chars().any(|character| matches!(character, '\u{600}'..='\u{6FF}'));
        tagset.labels.push(Rc::new(Label {
            name: if is_arabic { Bilingual::new(name, "") } else { Bilingual::new("", name) },
            id,
            description: Bilingual::default(),
            colour: kind["color"]
                .as_str()
                .and_then(|colour| colour.parse().ok())
                .unwrap_or(Colour::Palette((place % 8) as u8, 2)),
            line: Line::ALL[place % Line::ALL.len()],
            shortcut: None,
            parent: None,
            extra: Extra::default(),
        }));
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A value as a text; a text as it is.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

struct Reader<'a> {
    file: &'a InFile,
    line: usize,
    remarks: &'a mut Vec<Remark>,
}

impl Reader<'_> {
    fn remark(&mut self, kind: RemarkKind, words: &str) {
        let words = words.to_owned();
        self.remarks.push(Remark { file: self.file.name.clone(), line: self.line, kind, words });
    }

    fn document(&mut self, record: &Value) -> Option<Sheet> {
        let Some(text) = record["text"].as_str() else {
            self.remark(RemarkKind::NoText, record["sourceid"].as_str().unwrap_or_default());
            return None;
        };
        let part = plain(&record["divid"]).map(|part| format!("-{part}")).unwrap_or_default();
        let name = plain(&record["sourceid"]).map(|name| name + &part).unwrap_or_default();
        let source = record["source_url"].as_str().or_else(|| record["target"].as_str());
        let unit = UNITS.iter().find(|(_, name)| record["offset_unit"] == *name).map_or(Unit::Utf16, |(unit, _)| *unit);
        let others = record.as_object().into_iter().flatten().filter(|(name, _)| !KNOWN.contains(&name.as_str()));
        let mut sheet = Sheet {
            name,
            source: source.map(str::to_owned),
            text: Rc::new(Text::new(text)),
            unit,
            extra: others.map(|(name, value)| (name.clone(), value.clone())).collect(),
            ..Sheet::default()
        };
        self.track(record, "", None, &mut sheet);
        for (place, track) in list(&record["tracks"]).iter().enumerate() {
            self.track(track, &format!("{}-", place + 1), track["project"].as_str(), &mut sheet);
        }
        sheet.spans.sort_by_key(|span| (span.hull().start(), std::cmp::Reverse(span.hull().end())));
        Some(sheet)
    }

    /// What one project says; the same ids may mean other things in each.
    fn track(&mut self, track: &Value, prefix: &str, project: Option<&str>, sheet: &mut Sheet) {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut spans: Vec<Mark> = Vec::new();
        let given: BTreeSet<&str> = list(&track["denotations"]).iter().filter_map(|one| one["id"].as_str()).collect();
        let mut made = (1_usize..).map(|number| format!("T{number}"));
        for denotation in list(&track["denotations"]) {
            let label = plain(&denotation["obj"]).unwrap_or_else(|| NAMELESS.to_owned());
            let Some(pieces) = pieces(&denotation["span"]) else {
                self.remark(RemarkKind::BadLimits, &label);
                continue;
            };
            let id = match plain(&denotation["id"]) {
                Some(id) if places.contains_key(&id) => {
                    self.remark(RemarkKind::Unreadable, &id);
                    continue;
                }
                Some(id) => id,
                None => made.by_ref().find(|id| !given.contains(id.as_str())).unwrap_or_default(),
            };
            places.insert(id.clone(), spans.len());
            let id = format!("{prefix}{id}");
            spans.push(Mark { id, label, pieces, annotator: project.map(str::to_owned), ..Mark::default() });
        }
        for attribute in list(&track["attributes"]) {
            let name = attribute["pred"].as_str().unwrap_or_default();
            let place = attribute["subj"].as_str().and_then(|id| places.get(id).copied());
            match place.and_then(|place| spans.get_mut(place)).filter(|_| !name.is_empty()) {
                Some(span) => say(span, name, &attribute["obj"]),
                None => self.remark(RemarkKind::Dangling, name),
            }
        }
        let mut ties = Vec::new();
        for relation in list(&track["relations"]) {
            let kind = relation["pred"].as_str().unwrap_or_default().to_owned();
            let end =
                |name: &str| relation[name].as_str().filter(|id| places.contains_key(*id)).map(|id| format!("{prefix}{id}"));
            let (Some(from), Some(to)) = (end("subj"), end("obj")) else {
                self.remark(RemarkKind::Dangling, &kind);
                continue;
            };
            let id = relation["id"].as_str().map_or_else(|| format!("R{}", ties.len() + 1), str::to_owned);
            ties.push(Tie { id: format!("{prefix}{id}"), kind, from, to, note: String::new() });
        }
        chain::join(&mut spans, &mut ties);
        sheet.spans.extend(spans);
        sheet.relations.extend(ties);
    }
}

/// Gives a span an attribute; a second value of one makes a list of them.
fn say(span: &mut Mark, name: &str, value: &Value) {
    if let Some(address) = value.as_str().filter(|value| name == IDENTIFIER && value.contains("://")) {
        span.referents.push(Referent { link: Some(link_of(address)), ..Referent::default() });
        return;
    }
    match span.attributes.iter_mut().find(|(other, _)| other == name) {
        Some((_, Value::Array(list))) => list.push(value.clone()),
        Some((_, one)) => *one = Value::Array(vec![one.take(), value.clone()]),
        None => span.attributes.push((name.to_owned(), value.clone())),
    }
}

/// One place or a list of them, in order.
fn pieces(span: &Value) -> Option<Vec<TextRange>> {
    let piece = |place: &Value| {
        let limit = |name: &str| place[name].as_u64().and_then(|limit| u32::try_from(limit).ok());
        let (start, end) = (limit("begin")?, limit("end")?);
        (start < end).then(|| TextRange::of(start, end))
    };
    let mut pieces = match span {
        Value::Array(list) => list.iter().map(piece).collect::<Option<Vec<_>>>()?,
        one => vec![piece(one)?],
    };
    pieces.sort_unstable();
    (!pieces.is_empty()).then_some(pieces)
}
