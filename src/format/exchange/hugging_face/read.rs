//! A corpus from lines of tokens or of documents.

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::known::Known;
use super::super::model::{Happening, Mark, Referent, Sheet, Tie};
use super::super::records::{members, range, records, remark, take_about, take_text, text, texts, works};
use super::names::ClassNames;
use super::tags;
use crate::core::range::TextRange;
use crate::core::text::Text;
use serde_json::{Map, Value};
use std::rc::Rc;

/// Reads files of this format.
///
/// # Errors
/// The first line that is no JSON, or that there is nothing to read in any.
pub fn read(files: &[InFile]) -> Reading {
    let mut found = Found::default();
    let names = ClassNames::of(files);
    for file in works(files, super::claims) {
        if found.corpus.name.is_empty() {
            found.corpus.name = file.stem().to_owned();
        }
        let mut reader =
            Reader { file, names: &names, nameless: Vec::new(), remarks: Vec::new(), odd: Vec::new(), has_begin: false };
        let mut documents: Vec<Joined> = Vec::new();
        let mut sheets = Vec::new();
        for record in records(file)? {
            match record.value {
                Value::Object(object) if object.get("tokens").is_some_and(Value::is_array) => {
                    reader.row(record.line, &object, &mut documents);
                }
                Value::Object(object) => sheets.extend(reader.document(record.line, object)),
                other => reader.remarks.push(remark(file, record.line, RemarkKind::Unreadable, other.to_string())),
            }
        }
        sheets.extend(documents.into_iter().filter(|one| !one.text.is_empty()).map(Joined::sheet));
        if sheets.is_empty() {
            return Err(Fault::Empty { file: file.name.clone() });
        }
        found.corpus.documents.extend(sheets);
        found.remarks.append(&mut reader.remarks);
        // Where no span begins with `B-`, `I-` is how they begin.
        if reader.has_begin {
            found.remarks.append(&mut reader.odd);
        }
    }
    Ok(found)
}

/// A document put together from its sentences.
#[derive(Default)]
struct Joined {
    name: String,
    text: String,
    length: u32,
    spans: Vec<Mark>,
}

impl Joined {
    fn sheet(self) -> Sheet {
        Sheet { name: self.name, text: Rc::new(Text::new(self.text)), is_joined: true, spans: self.spans, ..Sheet::default() }
    }

    fn push(&mut self, part: &str) {
        self.text.push_str(part);
        self.length += part.chars().count() as u32;
    }
}

struct Reader<'a> {
    file: &'a InFile,
    names: &'a ClassNames,
    /// Columns of numbers without names, each told once.
    nameless: Vec<String>,
    remarks: Vec<Remark>,
    /// Spans that begin with a tag that should go on; told only where others begin as they should.
    odd: Vec<Remark>,
    has_begin: bool,
}

impl Reader<'_> {
    /// A sentence; of lines that name no document all are one.
    fn row(&mut self, line: usize, object: &Map<String, Value>, documents: &mut Vec<Joined>) {
        let name = text(object.get("doc"));
        if documents.last().is_none_or(|last| last.name != name) {
            documents.push(Joined { name, ..Joined::default() });
        }
        let Some(document) = documents.last_mut() else { return };
        let mut places = Vec::new();
        if !document.text.is_empty() {
            document.push("\n");
        }
        for (place, token) in members(object.get("tokens")).enumerate() {
            let token = text(Some(token));
            if place > 0 {
                document.push(" ");
            }
            let start = document.length;
            document.push(&token);
            places.push((start, document.length));
        }
        for (column, value) in object.iter().filter(|(column, _)| is_tags(column)) {
            if members(Some(value)).any(Value::is_number) && !self.names.has(column) {
                if !self.nameless.contains(column) {
                    self.nameless.push(column.clone());
                    self.remarks.push(remark(self.file, line, RemarkKind::NoNames, column.clone()));
                }
                continue;
            }
            let values: Vec<&str> = members(Some(value)).filter_map(|tag| self.tag(column, tag)).collect();
            if values.len() != places.len() {
                // A number that has no name, or not as many tags as tokens.
                self.remarks.push(remark(self.file, line, RemarkKind::Unreadable, column.clone()));
                continue;
            }
            let tagged = if column.contains("ner_tags") { tags::spans_or_runs(&values) } else { tags::spans(&values) };
            self.has_begin |= tagged.has_begin;
            for place in tagged.odd {
                let words = tagged.spans.get(place).map(|(range, label)| format!("{} {label}", range.start)).unwrap_or_default();
                self.odd.push(remark(self.file, line, RemarkKind::OddTag, words));
            }
            for (tokens, label) in tagged.spans {
                let (Some(first), Some(last)) = (places.get(tokens.start), places.get(tokens.end - 1)) else { continue };
                if first.0 < last.1 {
                    let id = format!("s{}", document.spans.len() + 1);
                    document.spans.push(Mark { id, label, pieces: vec![TextRange::of(first.0, last.1)], ..Mark::default() });
                }
            }
        }
    }

    /// A tag, by its name where it is a number. Less than 0 is what training passes over.
    fn tag<'v>(&'v self, column: &str, tag: &'v Value) -> Option<&'v str> {
        match tag {
            Value::Number(number) if number.as_i64().is_some_and(|number| number < 0) => Some("O"),
            Value::Number(number) => self.names.get(column, number.as_u64()?),
            tag => tag.as_str(),
        }
    }

    fn document(&mut self, line: usize, mut object: Map<String, Value>) -> Option<Sheet> {
        let Some(words) = take_text(&mut object, &["text"]) else {
            self.remarks.push(remark(self.file, line, RemarkKind::NoText, Value::Object(object).to_string()));
            return None;
        };
        let mut sheet = Sheet { text: Rc::new(Text::new(words)), ..Sheet::default() };
        let mut known = Known::default();
        for name in ["spans", "entities"] {
            for mut item in structures(object.shift_remove(name)) {
                let class = item["label"].as_u64().and_then(|class| self.names.get(&format!("{name}/label"), class));
                if let Some(class) = class {
                    item["label"] = class.into();
                }
                self.span(line, &item, &mut sheet, &mut known);
            }
        }
        let relations = object.shift_remove("relations");
        for item in members(relations.as_ref()) {
            let (from, to) = (text(item.get("from")), text(item.get("to")));
            if known.id(&from).is_none() || known.id(&to).is_none() {
                self.remarks.push(remark(self.file, line, RemarkKind::Dangling, item.to_string()));
                continue;
            }
            let (number, kind, note) = (sheet.relations.len() + 1, text(item.get("type")), text(item.get("note")));
            sheet.relations.push(Tie { id: format!("r{number}"), kind, from, to, note });
        }
        let events = object.shift_remove("events");
        for item in members(events.as_ref()) {
            let there = |id: Option<&Value>| Some(text(id)).filter(|id| known.id(id).is_some());
            let roles =
                members(item.get("roles")).filter_map(|role| Some((text(role.get("role")), there(role.get("span"))?))).collect();
            let trigger = there(item.get("trigger"));
            let (number, kind, note) = (sheet.events.len() + 1, text(item.get("type")), text(item.get("note")));
            sheet.events.push(Happening { id: format!("v{number}"), kind, trigger, roles, note });
        }
        sheet.labels = texts(object.shift_remove("labels").as_ref());
        if let Some(Value::Object(extra)) =
            object.shift_remove("extra").and_then(|extra| crate::format::json::parse(extra.as_str()?).ok())
        {
            object.extend(extra);
        }
        let id = text(object.shift_remove("id").as_ref());
        object.retain(|_, value| *value != "");
        take_about(&mut sheet, object);
        if sheet.name.is_empty() {
            sheet.name = id;
        }
        Some(sheet)
    }

    fn span(&mut self, line: usize, item: &Value, sheet: &mut Sheet, known: &mut Known) {
        let pieces: Option<Vec<TextRange>> = members(item.get("pieces")).map(|piece| range(piece.get(0), piece.get(1))).collect();
        let hull = range(item.get("start"), item.get("end"));
        let pieces = pieces.filter(|pieces| !pieces.is_empty()).or_else(|| hull.map(|hull| vec![hull]));
        let Some(pieces) = pieces.filter(|pieces| pieces.windows(2).all(|pair| pair[0].end() <= pair[1].start())) else {
            self.remarks.push(remark(self.file, line, RemarkKind::BadLimits, item.to_string()));
            return;
        };
        let id = Some(text(item.get("id"))).filter(|id| !id.is_empty() && known.id(id).is_none());
        let blank = |value: String| Some(value).filter(|value| !value.is_empty());
        let mut mark = Mark {
            id: id.unwrap_or_else(|| format!("s{}", sheet.spans.len() + 1)),
            label: text(item.get("label")),
            pieces,
            words: item.get("text").and_then(Value::as_str).map(str::to_owned),
            note: text(item.get("note")),
            annotator: blank(text(item.get("annotator"))),
            created_at: text(item.get("created_at")),
            ..Mark::default()
        };
        for one in members(item.get("attributes")) {
            mark.attributes.push((text(one.get("name")), one["value"].clone()));
        }
        for one in members(item.get("mentions")) {
            mark.referents.push(Referent {
                id: text(one.get("entity")),
                name: text(one.get("name")),
                link: blank(text(one.get("link"))),
            });
        }
        const KNOWN: [&str; 11] =
            ["id", "start", "end", "label", "text", "pieces", "note", "attributes", "mentions", "annotator", "created_at"];
        let unknown = item.as_object().into_iter().flatten().filter(|(name, _)| !KNOWN.contains(&name.as_str()));
        mark.attributes.extend(
            unknown
                .filter(|(_, value)| !value.is_object() && !value.is_null())
                .map(|(name, value)| (name.clone(), value.clone())),
        );
        known.push(sheet, mark);
    }
}

/// The structures of a list; also of one that stands as a list for each of their fields.
fn structures(list: Option<Value>) -> Vec<Value> {
    match list {
        Some(Value::Array(items)) => items,
        Some(Value::Object(fields)) => {
            let mut items = Vec::new();
            for (name, values) in fields {
                let Value::Array(values) = values else { continue };
                for (place, value) in values.into_iter().enumerate() {
                    if place == items.len() {
                        items.push(Value::Object(Map::new()));
                    }
                    items[place][&name] = value;
                }
            }
            items
        }
        _ => Vec::new(),
    }
}

/// Whether a column holds tags of entities: not those of parts of speech, nor of chunks.
fn is_tags(column: &str) -> bool {
    column == "tags" || column == "labels" || column.contains("ner_tags")
}
