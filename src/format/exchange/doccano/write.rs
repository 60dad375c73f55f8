//! doccano's lines from a corpus.

use super::super::file::{OutFile, Written};
use super::super::left_out::{self, Holds};
use super::super::loss::{Loss, LossKind};
use super::super::model::{Corpus, Mark, Sheet, Unit};
use super::super::options::Options;
use super::super::records::{DOCUMENT_LABELS, ascii, put_about};
use super::super::unit::Counter;
use super::{UNIT, unit_name};
use serde_json::{Map, Value, json};

/// Everything but relations, labels and what is said of a document is lost.
const HOLDS: Holds = Holds { relations: true, labels: true, about: true, extra: true, ..Holds::NONE };

/// What doccano's importer calls the columns of its own.
const OWN: [&str; 4] = ["example_uuid", "filename", "upload_name", "#line_number"];

/// The corpus as one file of lines.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let unit = options.unit.unwrap_or(Unit::Utf16);
    let has_relations = corpus.documents.iter().any(|sheet| !sheet.relations.is_empty());
    let mut writer = Writer { unit, has_relations, next: 0, losses: Vec::new() };
    let mut all: Vec<Map<String, Value>> = corpus.documents.iter().map(|sheet| writer.line(sheet)).collect();
    even(&mut all);
    let lines: String = all.into_iter().map(|line| ascii(&Value::Object(line)) + "\n").collect();
    writer.losses.extend(left_out::links(corpus));
    let form = if has_relations { "-relations" } else { "" };
    let counted = if unit == Unit::Utf16 { String::new() } else { format!("-{}", unit_name(unit).replace('_', "-")) };
    Written { files: vec![OutFile::text(format!("doccano{form}{counted}.jsonl"), lines)], losses: writer.losses }
}

/// Gives each document the fields of all. doccano makes a table of them, where a missing one becomes NaN; its database refuses that, and the
/// whole file with it. Beside numbers even null becomes NaN, so that there an empty list stands for nothing; both are read as nothing.
fn even(all: &mut [Map<String, Value>]) {
    // The field, and whether a number stands in it anywhere.
    let mut fields: Vec<(String, bool)> = Vec::new();
    for (name, value) in all.iter().flatten() {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, is_number)) => *is_number |= value.is_number(),
            None => fields.push((name.clone(), value.is_number())),
        }
    }
    for line in all {
        for (name, is_number) in &fields {
            if line.get(name).is_none_or(Value::is_null) {
                line.insert(name.clone(), if *is_number { json!([]) } else { Value::Null });
            }
        }
    }
}

struct Writer {
    unit: Unit,
    has_relations: bool,
    /// The last number that was given away: numbers are one row through the whole file.
    next: u64,
    losses: Vec<Loss>,
}

impl Writer {
    fn line(&mut self, sheet: &Sheet) -> Map<String, Value> {
        let mut object = Map::new();
        object.insert("text".into(), sheet.text.as_str().into());
        let counter = Counter::of(&sheet.text, self.unit);
        let mut entities = Vec::new();
        // Of a span in pieces the first stands for all in relations.
        let mut numbers: Vec<(&str, u64)> = Vec::new();
        for span in &sheet.spans {
            self.pieces(sheet, span, &counter, &mut numbers, &mut entities);
        }
        if self.has_relations {
            object.insert("entities".into(), entities.into());
            let number = |id: &str| numbers.iter().find(|(known, _)| *known == id).map(|(_, number)| *number);
            let mut relations = Vec::new();
            for tie in &sheet.relations {
                if let (Some(from), Some(to)) = (number(&tie.from), number(&tie.to)) {
                    self.next += 1;
                    relations.push(json!({"id": self.next, "from_id": from, "to_id": to, "type": tie.kind}));
                }
            }
            object.insert("relations".into(), relations.into());
        } else {
            object.insert("label".into(), entities.into());
        }
        object.insert(UNIT.into(), unit_name(self.unit).into());
        if !sheet.labels.is_empty() {
            object.insert(DOCUMENT_LABELS.into(), sheet.labels.clone().into());
        }
        self.losses.extend(left_out::of_sheet(sheet, HOLDS));
        // A field of such a name would stand in place of what doccano itself says there, and one that is no text would be a fault to it.
        object.extend(OWN.map(|name| (name.to_owned(), Value::Null)));
        self.losses.extend(put_about(sheet, &mut object));
        object.retain(|name, _| !OWN.contains(&name.as_str()));
        object
    }

    /// One span; each of its pieces is one to doccano.
    fn pieces<'a>(
        &mut self,
        sheet: &Sheet,
        span: &'a Mark,
        counter: &Counter<'_>,
        numbers: &mut Vec<(&'a str, u64)>,
        entities: &mut Vec<Value>,
    ) {
        let mut lose = |kind| self.losses.push(Loss::new(kind, &sheet.name, sheet.words(span), &span.label));
        if span.pieces.len() > 1 {
            lose(LossKind::Parted);
        }
        if span.pieces.iter().any(|piece| !counter.is_exact(*piece)) {
            lose(LossKind::Widened);
        }
        for (place, piece) in span.pieces.iter().enumerate() {
            let (start, end) = counter.range(*piece);
            if !self.has_relations {
                entities.push(json!([start, end, span.label]));
                continue;
            }
            self.next += 1;
            if place == 0 {
                numbers.push((&span.id, self.next));
            }
            entities.push(json!({"id": self.next, "label": span.label, "start_offset": start, "end_offset": end}));
        }
    }
}
