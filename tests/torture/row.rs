//! The table: what was done, how often, and what it cost.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// One kind of fault.
#[derive(Debug, Default)]
pub struct Row {
    /// What was done.
    pub fault: String,
    /// How often.
    pub tried: usize,
    /// Edits made meanwhile, where edits are made.
    pub edits: usize,
    /// Edits that were on the screen and are gone.
    pub lost: usize,
    /// Panics, and errors on a page's console.
    pub panics: usize,
    /// What went wrong, in words.
    pub wrong: Vec<String>,
}

impl Row {
    /// A row for a fault that has not been tried yet.
    pub fn new(fault: impl Into<String>) -> Self {
        Self { fault: fault.into(), ..Self::default() }
    }

    /// Keeps what went wrong, with where.
    pub fn blame(&mut self, words: impl Into<String>) {
        self.wrong.push(words.into());
    }

    /// Whether nothing is wrong and something was tried.
    pub fn is_clean(&self) -> bool {
        self.tried > 0 && self.lost == 0 && self.panics == 0 && self.wrong.is_empty()
    }
}

/// The rows as a table of Markdown.
pub fn table(rows: &[Row]) -> String {
    let mut out = String::from("| fault | times | edits made | edits lost | panics |\n| --- | --: | --: | --: | --: |\n");
    for Row { fault, tried, edits, lost, panics, .. } in rows {
        let edits = if *edits == 0 { "–".to_owned() } else { spaced(*edits) };
        let _ = writeln!(out, "| {fault} | {} | {edits} | {lost} | {panics} |", spaced(*tried));
    }
    out
}

/// Keeps the table beside the bench's.
pub fn keep(rows: &[Row], seed: u64) {
    let text = format!(
        "# What was done to it, and what it lost\n\n\
         Measured by `make torture`. Each fault is tried as often as the table says; a number above 0 in the last two columns \
         makes the run fail. The seed of all chance was {seed}.\n\n{}",
        table(rows)
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/torture.md");
    fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn spaced(number: usize) -> String {
    let digits = number.to_string();
    let parts = digits.as_bytes().rchunks(3).rev().map(|part| String::from_utf8_lossy(part).into_owned());
    parts.collect::<Vec<_>>().join(",")
}
