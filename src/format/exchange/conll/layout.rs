//! What stands in which column of a file.

use super::super::file::InFile;
use super::place::Place;
use std::collections::BTreeMap;

/// A line with a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The line, from 1.
    pub line: usize,
    /// What stands in it.
    pub cells: Vec<&'a str>,
}

/// Which columns hold what, from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// How many columns most lines have.
    pub count: usize,
    /// The token.
    pub token: usize,
    /// Where it stands, in files of ours.
    pub place: Option<usize>,
    /// The tags, outer ones first.
    pub tags: Vec<usize>,
}

/// Labels of phrases: the third column of CoNLL-2003 has the form of tags and is none of names.
const PHRASES: [&str; 11] = ["ADJP", "ADVP", "CONJP", "INTJ", "LST", "NP", "PP", "PRT", "SBAR", "UCP", "VP"];

/// The cells of a line: parted by tabs where it has any, else by white space.
pub fn cells(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        let mut cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        while cells.last().is_some_and(|last| last.is_empty()) {
            cells.pop();
        }
        cells
    } else {
        line.split_ascii_whitespace().collect()
    }
}

/// Whether a cell is a tag: `O`, or a letter and a label.
pub fn is_tag(cell: &str) -> bool {
    cell == "O" || matches!(cell.as_bytes(), [b'B' | b'I' | b'E' | b'S' | b'L' | b'U' | b'M', b'-', _, ..])
}

impl Layout {
    /// The layout of a file's rows; `None` where no column holds tags.
    pub fn of(rows: &[&Row]) -> Option<Self> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for row in rows {
            *counts.entry(row.cells.len()).or_default() += 1;
        }
        let count = counts.into_iter().max_by_key(|(_, rows)| *rows).map(|(count, _)| count).filter(|count| *count > 1)?;
        let rows: Vec<&Row> = rows.iter().copied().filter(|row| row.cells.len() == count).collect();
        let all = |column: usize, is: &dyn Fn(&str) -> bool| rows.iter().all(|row| is(row.cells[column]));
        let mut tags: Vec<usize> = (1..count).rev().take_while(|&column| all(column, &is_tag)).collect();
        tags.reverse();
        if tags.is_empty() && rows.iter().any(|row| row.cells[count - 1] == "O") {
            // Labels without a letter before them: each run of one label is a span.
            tags = vec![count - 1];
        }
        let has_names = |column: &usize| {
            let mut labels = rows.iter().filter_map(|row| row.cells[*column].get(2..)).peekable();
            labels.peek().is_none() || labels.any(|label| !PHRASES.contains(&label))
        };
        if tags.len() > 1 && !tags[..tags.len() - 1].iter().all(has_names) {
            tags.retain(has_names);
        }
        let first = *tags.first()?;
        let place = (1..first).find(|&column| all(column, &|cell| Place::parse(cell).is_some()));
        let is_number = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
        let token = usize::from(first > 1 && all(0, &is_number) && rows.iter().any(|row| row.cells[0] == "1"));
        Some(Self { count, token, place, tags })
    }
}

/// Whether a file is a table of tokens whose last column is one of tags.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let start = &file.bytes[..file.bytes.len().min(8192)];
    let start = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(fault) if fault.error_len().is_none() => std::str::from_utf8(&start[..fault.valid_up_to()]).unwrap_or_default(),
        Err(_) => return false,
    };
    let start = start.strip_prefix('\u{FEFF}').unwrap_or(start);
    if start.starts_with("-DOCSTART-") {
        return true;
    }
    // The last line may be cut.
    let whole = if file.bytes.len() > 8192 { start.rsplit_once('\n').map_or("", |(whole, _)| whole) } else { start };
    let (mut rows, mut tagged) = (0, 0);
    for line in whole.lines().filter(|line| !line.trim().is_empty()) {
        let cells = cells(line);
        let is_row = cells.len() > 1 && cells.last().is_some_and(|cell| is_tag(cell));
        if !is_row && line.starts_with('#') {
            continue;
        }
        rows += 1;
        tagged += usize::from(is_row);
    }
    tagged > 0 && tagged * 5 >= rows * 4
}
