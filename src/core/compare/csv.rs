//! The table as CSV (RFC 4180): UTF-8 with a byte order mark, which tells spreadsheets that it is, and CRLF.
//!
//! The columns: `kind` (`entity` or `figure`), `name`, `type`, `outside_id`; for each document `<id>_count`,
//! `<id>_figure`, `<id>_quote`, `<id>_start` and `<id>_end` (of the first span, in code points); `verdict`
//! (`agree`, `differ`, `missing`) and `note`.

use super::same::figure;
use super::{Cell, Table};
use crate::core::command::SpanRef;
use crate::core::shapes::Shapes;
use crate::core::state::State;
use crate::core::tagset::Bilingual;

/// The table as CSV. `name` gives names in the language of whoever reads it.
#[must_use]
pub fn csv(table: &Table, state: &State, shapes: &Shapes, name: impl Fn(&Bilingual) -> String) -> String {
    let mut text = String::from('\u{FEFF}');
    let mut head = ["kind", "name", "type", "outside_id"].map(str::to_owned).to_vec();
    for document in &table.documents {
        head.extend(["count", "figure", "quote", "start", "end"].map(|column| format!("{document}_{column}")));
    }
    head.extend(["verdict", "note"].map(str::to_owned));
    line(&mut text, &head);
    let of_cells = |cells: &[Cell]| cells.iter().flat_map(|cell| columns(state, shapes, cell)).collect::<Vec<_>>();
    for row in &table.entities {
        let entity = &row.entity;
        let kind = entity.kind.clone().unwrap_or_default();
        let mut fields =
            vec!["entity".into(), shown(&entity.name), shown(&kind), shown(entity.link.as_deref().unwrap_or_default())];
        fields.extend(of_cells(&row.cells));
        fields.extend([row.verdict.name().to_owned(), shown(&entity.note)]);
        line(&mut text, &fields);
    }
    for row in &table.figures {
        let (event, role) = row.names.as_ref().map(|(event, role)| (name(event), name(role))).unwrap_or_default();
        let mut fields = vec!["figure".into(), shown(&role), shown(&event), String::new()];
        fields.extend(of_cells(&row.cells));
        fields.extend([row.verdict.name().to_owned(), shown(&row.notes.join(" "))]);
        line(&mut text, &fields);
    }
    text
}

/// What a document says: how often, which figure, in which words, and where.
fn columns(state: &State, shapes: &Shapes, cell: &Cell) -> [String; 5] {
    let Some(first) = cell.first() else { return ["0".into(), String::new(), String::new(), String::new(), String::new()] };
    let (document, id) = first;
    let range = state.span(document, id).map(|span| span.range);
    let limit = |offset: Option<u32>| offset.map(|offset| offset.to_string()).unwrap_or_default();
    let figures = cell.iter().filter_map(|span| figure(state, shapes, span)).collect::<Vec<_>>();
    [
        cell.len().to_string(),
        figures.join(" "),
        shown(&cell.iter().map(|span| words(state, span)).collect::<Vec<_>>().join(" | ")),
        limit(range.map(|range| range.start().0)),
        limit(range.map(|range| range.end().0)),
    ]
}

/// The words of a span.
#[must_use]
pub fn words(state: &State, (document, span): &SpanRef) -> String {
    let found = state.document(document).zip(state.span(document, span));
    found.map(|(document, span)| span.words(&document.document.text)).unwrap_or_default()
}

/// A text as a spreadsheet is to show it: one that begins like a formula is not to be run.
pub(in crate::core) fn shown(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if runs { format!("'{text}") } else { text.to_owned() }
}

/// Adds a line, each field in quotes where it needs them.
pub(in crate::core) fn line(text: &mut String, fields: &[String]) {
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        if field.contains(['"', ',', '\n', '\r']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(field);
        }
    }
    text.push_str("\r\n");
}
