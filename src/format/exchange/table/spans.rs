//! The rows of a table of spans, our own or of whatever program.

use super::super::fault::{Remark, RemarkKind};
use super::super::model::{Mark, Referent};
use super::super::plain::value;
use super::cells::Row;
use super::header::ATTRIBUTE;
use super::read::{Sheets, Table};
use crate::core::range::TextRange;
use crate::core::shapes::attribute::latin_digits;
use crate::core::text::Text;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Columns that are no attributes, whoever wrote the table.
const KNOWN: [&str; 14] = [
    "id",
    "fragments",
    "note",
    "entity_id",
    "link",
    "annotator",
    "created_at",
    "word_start",
    "word_end",
    "word",
    "prefix",
    "suffix",
    "apostrophe_before_formula",
    "",
];

/// Which column is what.
struct Columns {
    doc: Option<usize>,
    limits: (usize, usize),
    label: usize,
    quote: Option<usize>,
    text: Option<usize>,
    /// Whether the end of a span is its last character, not what follows it.
    is_inclusive: bool,
    /// Whether the table is our own.
    is_own: bool,
}

/// Takes the spans of a table.
pub fn read(table: &Table<'_>, sheets: &mut Sheets, remarks: &mut Vec<Remark>) {
    let (Some(limits), Some(label)) = (table.header.limits(), table.header.label()) else { return };
    let columns = columns(table, limits, label);
    let mut taken: BTreeSet<(String, String)> = BTreeSet::new();
    let mut made = 0_usize;
    for row in &table.rows {
        let mark = mark(table, row, &columns);
        let mut mark = match mark {
            Ok(mark) => mark,
            Err(kind) => {
                let words = table.cell(row, columns.quote.or(Some(limits.0))).to_owned();
                remarks.push(Remark { file: table.file.name.clone(), line: row.line, kind, words });
                continue;
            }
        };
        let text = table.cell(row, columns.text);
        let stem = table.file.stem();
        let (key, name) = match columns.doc {
            Some(_) => (table.cell(row, columns.doc), table.cell(row, columns.doc)),
            // Texts tell documents apart that have no names.
            None if columns.text.is_some() => (text, ""),
            None => (stem, stem),
        };
        if mark.id.is_empty() || !taken.insert((key.to_owned(), mark.id.clone())) {
            let mut free = || {
                made += 1;
                format!("row-{made}")
            };
            mark.id = free();
            while !taken.insert((key.to_owned(), mark.id.clone())) {
                mark.id = free();
            }
        }
        let sheet = sheets.get(key, name);
        if sheet.text.is_empty() && !text.is_empty() {
            sheet.text = Rc::new(Text::new(text));
        }
        sheet.spans.push(mark);
    }
}

/// A column `text` has the words of spans where it is as long as they are, else the text of their document.
fn columns(table: &Table<'_>, limits: (usize, usize), label: usize) -> Columns {
    let is_own = table.header.column("fragments").is_some();
    let (mut quote, mut text) = table.header.texts();
    let lengths = |column: Option<usize>| -> Vec<(usize, usize)> {
        let length = |row: &Row| {
            let (start, end) = (number(table.cell(row, Some(limits.0)))?, number(table.cell(row, Some(limits.1)))?);
            let words = table.cell(row, column).chars().count();
            (words > 0 && start <= end).then(|| ((end - start) as usize, words))
        };
        table.rows.iter().filter_map(length).collect()
    };
    if is_own {
        (quote, text) = (table.header.column("text"), None);
    } else if quote.is_none() && text.is_some() {
        let lengths = lengths(text);
        // Bytes and surrogates make the limits lie further apart than the characters are many, never nearer.
        let longer = lengths.iter().filter(|(limits, words)| *words > *limits + 1).count();
        if longer * 2 <= lengths.len() {
            (quote, text) = (text, None);
        }
    }
    let lengths = if is_own { Vec::new() } else { lengths(quote) };
    let is_inclusive = quote.is_some() && !lengths.is_empty() && lengths.iter().all(|(limits, words)| *words == *limits + 1);
    let doc = table.header.doc().filter(|doc| Some(*doc) != text);
    Columns { doc, limits, label, quote, text, is_inclusive, is_own }
}

fn mark(table: &Table<'_>, row: &Row, columns: &Columns) -> Result<Mark, RemarkKind> {
    let named = |name: &str| table.named(row, name).to_owned();
    let filled = |cell: String| Some(cell).filter(|cell| !cell.is_empty());
    let label = table.cell(row, Some(columns.label)).trim().to_owned();
    if label.is_empty() {
        return Err(RemarkKind::Unreadable);
    }
    let fragments = if columns.is_own { named("fragments") } else { String::new() };
    let pieces = if fragments.is_empty() {
        let (start, end) = (table.cell(row, Some(columns.limits.0)), table.cell(row, Some(columns.limits.1)));
        piece(start, end, columns.is_inclusive).map(|piece| vec![piece])
    } else {
        fragments.split(';').map(|part| part.split_once(' ').and_then(|(start, end)| piece(start, end, false))).collect()
    };
    let mut pieces = pieces.ok_or(RemarkKind::BadLimits)?;
    pieces.sort_unstable();
    let entity = if columns.is_own { named("entity") } else { String::new() };
    let referent = Referent { id: named("entity_id"), name: entity, link: filled(named("link")) };
    Ok(Mark {
        id: named("id"),
        label,
        pieces,
        words: columns.quote.and_then(|quote| filled(table.cell(row, Some(quote)).to_owned())),
        prefix: filled(named("prefix")),
        suffix: filled(named("suffix")),
        note: named("note"),
        attributes: attributes(table, row, columns),
        referents: if referent == Referent::default() { Vec::new() } else { vec![referent] },
        annotator: filled(named("annotator")),
        created_at: named("created_at"),
    })
}

/// The cells of all columns that mean nothing else.
fn attributes(table: &Table<'_>, row: &Row, columns: &Columns) -> Vec<(String, serde_json::Value)> {
    let used = [columns.doc, Some(columns.limits.0), Some(columns.limits.1), Some(columns.label), columns.quote, columns.text];
    let mut attributes = Vec::new();
    for (place, (name, cell)) in table.header.names.iter().zip(&row.cells).enumerate() {
        if cell.is_empty() || used.contains(&Some(place)) {
            continue;
        }
        if let Some(name) = name.strip_prefix(ATTRIBUTE) {
            attributes.push((name.to_owned(), value(cell)));
        } else if !columns.is_own && !KNOWN.contains(&name.trim()) && !name.starts_with("Unnamed:") {
            attributes.push((name.trim().to_owned(), cell.as_str().into()));
        }
    }
    attributes
}

fn piece(start: &str, end: &str, is_inclusive: bool) -> Option<TextRange> {
    let (start, end) = (number(start)?, number(end)?.checked_add(u32::from(is_inclusive))?);
    (start < end).then(|| TextRange::of(start, end))
}

/// A number in digits of any kind; a table that was once without some cells has `31.0`.
fn number(cell: &str) -> Option<u32> {
    let plain = latin_digits(cell.trim());
    plain.strip_suffix(".0").unwrap_or(&plain).parse().ok()
}
