//! A table with headings, units and rows: what stands behind a plot, on the page and as CSV.

use crate::core::compare::csv::{line, shown};
use crate::core::fixed::fixed;

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What stands below it.
    pub name: String,
    /// What its numbers count or measure; empty where that says itself.
    pub unit: String,
}

impl Head {
    /// A heading whose unit says itself.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), unit: String::new() }
    }

    /// A heading with a unit.
    #[must_use]
    pub fn of(name: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { name: name.into(), unit: unit.into() }
    }

    /// The heading with its unit, in one line.
    #[must_use]
    pub fn whole(&self) -> String {
        if self.unit.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, self.unit) }
    }
}

/// What stands in a row under a heading.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words: those of a name, or of the text itself.
    Words(String),
    /// How many.
    Count(usize),
    /// A number with so many places after the point.
    Number(f64, u32),
    /// Nothing: there is no such number.
    Nothing,
}

impl Cell {
    /// What is written.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Count(count) => count.to_string(),
            Self::Number(number, places) => fixed(*number, *places),
            Self::Nothing => String::new(),
        }
    }

    /// Whether it is a number, or would be one.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        !matches!(self, Self::Words(_))
    }
}

/// A table. Each row has as many cells as there are headings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The headings; the first column names the row.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table as CSV (RFC 4180): UTF-8 with a byte order mark, which tells spreadsheets that it is, and CRLF. Words that
    /// a spreadsheet would take for a formula get an apostrophe before them.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut text = String::from('\u{FEFF}');
        line(&mut text, &self.heads.iter().map(|head| shown(&head.whole())).collect::<Vec<_>>());
        for row in &self.rows {
            let written = row.iter().map(|cell| match cell {
                Cell::Words(words) => shown(words),
                number => number.written(),
            });
            line(&mut text, &written.collect::<Vec<_>>());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let table = Table {
            heads: vec![Head::new("الوسم"), Head::of("المقاطع, \"كلها\"", "%")],
            rows: vec![
                vec![Cell::Words("قال: \"نعم\"،\r\nثم, مضى".into()), Cell::Number(12.5, 1)],
                vec![Cell::Words("=1+1".into()), Cell::Count(7)],
                vec![Cell::Words(String::new()), Cell::Nothing],
            ],
        };
        let text = table.csv();
        let mut reader = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        assert_eq!(reader.headers().expect("headings"), vec!["الوسم", "المقاطع, \"كلها\" (%)"]);
        let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(rows.collect::<Vec<_>>(), [["قال: \"نعم\"،\r\nثم, مضى", "12.5"], ["'=1+1", "7"], ["", ""]]);
        assert!(text.starts_with('\u{FEFF}') && text.ends_with("\r\n"));
    }
}
