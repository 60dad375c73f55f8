//! Rows of a file, and cells as they are written into one.

/// What a spreadsheet takes for a formula stands first in such a cell.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What parts the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A comma, or whatever stands in its place where the comma parts decimals; cells may be in quotes.
    Quoted(u8),
    /// TAB, with escapes.
    Escaped,
}

/// A row: where it stands, from 1, and its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of its beginning.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// The rows of a text; those without anything are passed over.
#[must_use]
pub fn rows(text: &str, kind: Kind) -> Vec<Row> {
    let row = |line: usize, cells: Vec<String>| Row { line, cells };
    let rows: Vec<Row> = match kind {
        Kind::Escaped => {
            let cells = |line: &str| line.strip_suffix('\r').unwrap_or(line).split('\t').map(unescaped).collect();
            text.split('\n').enumerate().map(|(place, line)| row(place + 1, cells(line))).collect()
        }
        Kind::Quoted(delimiter) => {
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
            let cells = |record: csv::StringRecord| {
                let line = record.position().map_or(0, |position| position.line() as usize);
                row(line, record.iter().map(str::to_owned).collect())
            };
            reader.into_records().map_while(Result::ok).map(cells).collect()
        }
    };
    rows.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

fn unescaped(cell: &str) -> String {
    let mut plain = String::with_capacity(cell.len());
    let mut characters = cell.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some('t') => plain.push('\t'),
            Some('n') => plain.push('\n'),
            Some('r') => plain.push('\r'),
            Some('\\') | None => plain.push('\\'),
            Some(other) => plain.extend(['\\', other]),
        }
    }
    plain
}

/// A cell of a CSV.
#[must_use]
pub fn quoted(cell: &str) -> String {
    let needs = cell.contains(['"', ',', ';', '\n', '\r', '\t']) || cell.starts_with(' ') || cell.ends_with(' ');
    if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// A cell of a TSV.
#[must_use]
pub fn escaped(cell: &str) -> String {
    cell.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

/// Whether a spreadsheet would run a cell, or whether it looks like one that was guarded.
#[must_use]
pub fn is_formula(cell: &str) -> bool {
    cell.starts_with(FORMULA) || cell.starts_with('\'')
}
