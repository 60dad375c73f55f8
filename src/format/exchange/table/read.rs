//! Tables as a corpus.

use super::super::fault::{Fault, Remark, RemarkKind};
use super::super::file::{Found, InFile, Reading};
use super::super::model::{CrossLink, Happening, LinkEnd, Sheet, Tie};
use super::cells::{Row, rows};
use super::header::{GUARD, Header, Subject};
use super::{packed, spans};
use crate::core::document::Direction;
use crate::core::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A table that was read.
pub struct Table<'a> {
    /// Its file.
    pub file: &'a InFile,
    /// Its columns.
    pub header: Header,
    /// Its rows without the header.
    pub rows: Vec<Row>,
}

impl Table<'_> {
    /// The cell of a row in a column; blank where the row has none.
    #[must_use]
    pub fn cell<'r>(&self, row: &'r Row, column: Option<usize>) -> &'r str {
        column.and_then(|column| row.cells.get(column)).map_or("", String::as_str)
    }

    /// The cell of a row in the column of that name.
    #[must_use]
    pub fn named<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        self.cell(row, self.header.column(name))
    }

    fn remark(&self, row: &Row, kind: RemarkKind, words: &str) -> Remark {
        Remark { file: self.file.name.clone(), line: row.line, kind, words: words.to_owned() }
    }
}

/// Documents by name, in the order in which they come.
#[derive(Default)]
pub struct Sheets {
    all: Vec<Sheet>,
    places: BTreeMap<String, usize>,
}

impl Sheets {
    /// The document of that key, which is its name, or a text where it has none.
    pub fn get(&mut self, key: &str, name: &str) -> &mut Sheet {
        let place = *self.places.entry(key.to_owned()).or_insert(self.all.len());
        if place == self.all.len() {
            self.all.push(Sheet { name: name.to_owned(), ..Sheet::default() });
        }
        &mut self.all[place]
    }

    fn known(&mut self, name: &str) -> Option<&mut Sheet> {
        self.places.get(name).and_then(|place| self.all.get_mut(*place))
    }
}

/// Reads files of this format, all together.
///
/// # Errors
/// When one is not UTF-8 or its columns are not known, or when there is no document in any.
pub fn read(files: &[InFile]) -> Reading {
    let mut tables = Vec::new();
    for file in files {
        tables.push(table(file)?);
    }
    // The same spans may be given twice, as CSV and as TSV.
    let commas: BTreeSet<&str> = files.iter().filter(|file| file.ends(".csv")).map(|file| bare(&file.name)).collect();
    tables.retain(|table| !(table.file.ends(".tsv") && commas.contains(bare(&table.file.name))));
    let mut found = Found::default();
    let mut sheets = Sheets::default();
    let of = |subject: Subject| tables.iter().filter(move |table| table.header.subject == subject);
    of(Subject::Documents).for_each(|table| documents(table, &mut sheets));
    of(Subject::Spans).for_each(|table| spans::read(table, &mut sheets, &mut found.remarks));
    of(Subject::Packed).for_each(|table| packed::read(table, &mut sheets, &mut found.remarks));
    let ids: Vec<BTreeSet<String>> =
        sheets.all.iter().map(|sheet| sheet.spans.iter().map(|span| span.id.clone()).collect()).collect();
    for table in of(Subject::Relations) {
        relations(table, &mut sheets, &ids, &mut found.remarks);
    }
    for table in of(Subject::Events) {
        events(table, &mut sheets, &ids, &mut found.remarks);
    }
    for table in of(Subject::Labels) {
        for row in &table.rows {
            let (doc, label) = (table.named(row, "doc"), table.named(row, "label"));
            sheets.get(doc, doc).labels.push(label.to_owned());
        }
    }
    for table in of(Subject::Links) {
        links(table, &mut found);
    }
    if sheets.all.is_empty() {
        return Err(Fault::Empty { file: files.first().map_or_else(String::new, |file| file.name.clone()) });
    }
    found.corpus.documents = sheets.all;
    Ok(found)
}

fn bare(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn table(file: &InFile) -> Result<Table<'_>, Fault> {
    let text = file.text()?;
    let unknown = || Fault::Shape { file: file.name.clone(), line: 1, what: "start, end, label".to_owned() };
    let header = Header::of(text.lines().next().unwrap_or_default()).ok_or_else(unknown)?;
    let mut rows = rows(text, header.kind);
    if !rows.is_empty() {
        rows.remove(0);
    }
    if header.column(GUARD).is_some() {
        for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let Some(plain) = cell.strip_prefix('\'') {
                *cell = plain.to_owned();
            }
        }
    }
    Ok(Table { file, header, rows })
}

fn documents(table: &Table<'_>, sheets: &mut Sheets) {
    for row in &table.rows {
        let name = table.named(row, "doc");
        let sheet = sheets.get(name, name);
        table.named(row, "title").clone_into(&mut sheet.title);
        sheet.source = Some(table.named(row, "source")).filter(|source| !source.is_empty()).map(str::to_owned);
        table.named(row, "language").clone_into(&mut sheet.language);
        sheet.direction = Direction::named(table.named(row, "direction")).unwrap_or_default();
        sheet.text = Rc::new(Text::new(table.named(row, "text")));
    }
}

/// Whether a document has a span.
fn has(sheets: &Sheets, ids: &[BTreeSet<String>], doc: &str, id: &str) -> bool {
    sheets.places.get(doc).and_then(|place| ids.get(*place)).is_some_and(|ids| ids.contains(id))
}

fn relations(table: &Table<'_>, sheets: &mut Sheets, ids: &[BTreeSet<String>], remarks: &mut Vec<Remark>) {
    for row in &table.rows {
        let cell = |name: &str| table.named(row, name).to_owned();
        let doc = table.named(row, "doc");
        let tie = Tie { id: cell("id"), kind: cell("type"), from: cell("from"), to: cell("to"), note: cell("note") };
        let is_whole = has(sheets, ids, doc, &tie.from) && has(sheets, ids, doc, &tie.to);
        match sheets.known(doc).filter(|_| is_whole) {
            Some(sheet) => sheet.relations.push(tie),
            None => remarks.push(table.remark(row, RemarkKind::Dangling, &tie.kind)),
        }
    }
}

fn events(table: &Table<'_>, sheets: &mut Sheets, ids: &[BTreeSet<String>], remarks: &mut Vec<Remark>) {
    // Rows of one event mostly follow one another, but need not.
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for row in &table.rows {
        let cell = |name: &str| table.named(row, name).to_owned();
        let (doc, id) = (table.named(row, "doc"), table.named(row, "id"));
        let (role, span, trigger) = (cell("role"), cell("span"), cell("trigger"));
        let dangles = |id: &str| !id.is_empty() && !has(sheets, ids, doc, id);
        let (no_trigger, no_span) = (dangles(&trigger), dangles(&span));
        let Some(sheet) = sheets.known(doc).filter(|_| !no_trigger) else {
            remarks.push(table.remark(row, RemarkKind::Dangling, &cell("type")));
            continue;
        };
        let place = *places.entry((doc, id)).or_insert(sheet.events.len());
        if place == sheet.events.len() {
            let trigger = Some(trigger).filter(|trigger| !trigger.is_empty());
            sheet.events.push(Happening {
                id: id.to_owned(),
                kind: cell("type"),
                trigger,
                roles: Vec::new(),
                note: cell("note"),
            });
        }
        if no_span {
            remarks.push(table.remark(row, RemarkKind::Dangling, &role));
        } else if !span.is_empty() {
            sheet.events[place].roles.push((role, span));
        }
    }
}

fn links(table: &Table<'_>, found: &mut Found) {
    for row in &table.rows {
        let cell = |name: &str| table.named(row, name).to_owned();
        let end = |side: &str| {
            let (doc, id) = (cell(&format!("{side}_doc")), cell(&format!("{side}_id")));
            match table.named(row, &format!("{side}_kind")) {
                "span" => Some(LinkEnd::Span(doc, id)),
                "event" => Some(LinkEnd::Event(doc, id)),
                "entity" => Some(LinkEnd::Entity(id)),
                _ => None,
            }
        };
        match (end("from"), end("to")) {
            (Some(from), Some(to)) => {
                found.corpus.links.push(CrossLink { id: cell("id"), kind: cell("type"), from, to, note: cell("note") });
            }
            _ => found.remarks.push(table.remark(row, RemarkKind::Unreadable, table.named(row, "id"))),
        }
    }
}
