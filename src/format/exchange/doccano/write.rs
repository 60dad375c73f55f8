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

/// The corpus as one file of lines.
#[must_use]
pub fn write(corpus: &Corpus, options: &Options) -> Written {
    let unit = options.unit.unwrap_or(Unit::Utf16);
    let has_relations = corpus.documents.iter().any(|sheet| !sheet.relations.is_empty());
    let mut writer = Writer { unit, has_relations, next: 0, losses: Vec::new() };
    let mut lines = String::new();
    for sheet in &corpus.documents {
        lines.push_str(&ascii(&writer.line(sheet)));
        lines.push('\n');
    }
    writer.losses.extend(left_out::links(corpus));
    let form = if has_relations { "-relations" } else { "" };
    let counted = if unit == Unit::Utf16 { String::new() } else { format!("-{}", unit_name(unit).replace('_', "-")) };
    Written { files: vec![OutFile::text(format!("doccano{form}{counted}.jsonl"), lines)], losses: writer.losses }
}

struct Writer {
    unit: Unit,
    has_relations: bool,
    /// The last number that was given away: numbers are one row through the whole file.
    next: u64,
    losses: Vec<Loss>,
}

impl Writer {
    fn line(&mut self, sheet: &Sheet) -> Value {
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
        self.losses.extend(put_about(sheet, &mut object));
        Value::Object(object)
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
