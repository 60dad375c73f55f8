//! Label Studio's CSV: a row for each document and annotator, its spans as JSON in one of the cells.

use super::super::fault::{Remark, RemarkKind};
use super::super::model::Mark;
use super::cells::Row;
use super::read::{Sheets, Table};
use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::format::json;
use serde_json::Value;
use std::rc::Rc;

/// Columns that say something of the row, not of the document.
const KNOWN: [&str; 6] = ["annotation_id", "annotator", "created_at", "updated_at", "lead_time", "id"];

/// How many labels of one region are read.
const LABELS_MAX: usize = 64;

/// Takes the rows of such a table.
pub fn read(table: &Table<'_>, sheets: &mut Sheets, remarks: &mut Vec<Remark>) {
    let (doc, text) = (table.header.doc(), table.header.texts().1);
    for row in &table.rows {
        let stem = format!("{}-{}", table.file.stem(), table.named(row, "id"));
        let name = Some(table.cell(row, doc)).filter(|name| !name.is_empty()).unwrap_or(&stem);
        let sheet = sheets.get(name, name);
        if sheet.text.is_empty() {
            sheet.text = Rc::new(Text::new(table.cell(row, text)));
        }
        for (place, (column, cell)) in table.header.names.iter().zip(&row.cells).enumerate() {
            if cell.is_empty() || [doc, text].contains(&Some(place)) || KNOWN.contains(&column.as_str()) {
                continue;
            }
            match json::parse(cell) {
                Ok(Value::Array(list)) if list.iter().all(Value::is_object) => {
                    for one in &list {
                        let count = sheet.spans.len();
                        sheet.spans.extend(marks(table, row, one, count));
                        if sheet.spans.len() == count || one["labels"].as_array().is_some_and(|labels| labels.len() > LABELS_MAX)
                        {
                            let is_none = sheet.spans.len() == count;
                            let kind = if is_none { RemarkKind::BadLimits } else { RemarkKind::NoPlace };
                            let words = one["text"].as_str().unwrap_or_default().to_owned();
                            let (file, line) = (table.file.name.clone(), row.line);
                            remarks.push(Remark { file, line, kind, words });
                        }
                    }
                }
                _ => sheet.extra.push((column.clone(), cell.as_str().into())),
            }
        }
    }
}

/// A region as spans, one for each of its labels.
fn marks(table: &Table<'_>, row: &Row, region: &Value, count: usize) -> Vec<Mark> {
    let limit = |name: &str| region[name].as_u64().and_then(|limit| u32::try_from(limit).ok());
    let Some((start, end)) = limit("start").zip(limit("end")).filter(|(start, end)| start < end) else { return Vec::new() };
    let annotator = Some(table.named(row, "annotator")).filter(|name| !name.is_empty());
    let labels = region["labels"].as_array().map_or(&[][..], Vec::as_slice);
    let mark = |(place, label): (usize, &str)| Mark {
        id: format!("a{}-{}", table.named(row, "annotation_id"), count + place + 1),
        label: label.to_owned(),
        pieces: vec![TextRange::of(start, end)],
        words: region["text"].as_str().map(str::to_owned),
        annotator: annotator.map(str::to_owned),
        created_at: table.named(row, "created_at").to_owned(),
        ..Mark::default()
    };
    labels.iter().filter_map(Value::as_str).take(LABELS_MAX).enumerate().map(mark).collect()
}
