//! Rows, the table and the JSON.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::budget::Budget;

/// One measure of the page beside the same of the floor.
#[derive(Clone)]
pub struct Row {
    /// Its name for the budget: `tagging/m1/10000/chromium`.
    pub key: String,
    /// In words.
    pub what: String,
    /// `ms`, `kB`, `MB`, or nothing for counts.
    pub unit: &'static str,
    /// Of the page; not a number where it did not come to an end.
    pub ours: f64,
    /// Of the floor; not a number where it has no such thing.
    pub floor: f64,
    /// What ours is a ratio to: the floor's, where nothing else is said.
    pub base: f64,
}

impl Row {
    /// A row of the table.
    pub fn new(key: &str, what: &str, unit: &'static str, ours: f64, floor: f64) -> Self {
        Self { key: key.into(), what: what.into(), unit, ours, floor, base: floor }
    }

    /// How many times the floor's it is; not a number where there is none.
    pub fn ratio(&self) -> f64 {
        if self.base > 0.0 { self.ours / self.base } else { f64::NAN }
    }

    /// Beside what it is a ratio to, where that is something.
    pub fn against(&self) -> String {
        let ratio = self.ratio();
        if ratio.is_nan() { self.number(self.ours) } else { format!("{}, {ratio:.2} ×", self.number(self.ours)) }
    }

    /// A number of this row in its unit; a dash for none.
    pub fn number(&self, value: f64) -> String {
        if value.is_nan() {
            return "–".into();
        }
        let digits = if self.unit.is_empty() || value >= 1000.0 { 0 } else { 1 };
        format!("{value:.digits$} {}", self.unit).trim().to_string()
    }
}

/// The middle value.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The table.
pub fn table(rows: &[Row], budget: &Budget) -> String {
    let mut table = String::from("| measured | the page | the floor | ratio | limit |\n| --- | ---: | ---: | ---: | ---: |\n");
    for row in rows {
        let ratio = row.ratio();
        let ratio = if ratio.is_nan() { String::new() } else { format!("{ratio:.2}") };
        let limit = budget.limit(row).map_or_else(String::new, |limit| {
            let over = if limit.over(row) { " **over**" } else { "" };
            format!("{}{over}", limit.words(row))
        });
        let engine = row.key.rsplit('/').next().filter(|engine| *engine != "chromium").unwrap_or_default();
        let engine = if ["firefox", "webkit"].contains(&engine) { format!(" ({engine})") } else { String::new() };
        let (ours, floor) = (row.number(row.ours), row.number(row.floor));
        table.push_str(&format!("| {}{engine} | {ours} | {floor} | {ratio} | {limit} |\n", row.what));
    }
    table
}

/// Writes the table and its numbers to `docs`.
pub fn write(rows: &[Row], budget: &Budget) {
    let number = |value: f64| if value.is_finite() { json!((value * 100.0).round() / 100.0) } else { Value::Null };
    let numbers = rows.iter().map(|row| {
        json!({
            "row": row.key, "what": row.what, "unit": row.unit, "page": number(row.ours), "floor": number(row.floor),
            "ratio": number(row.ratio()), "over": budget.limit(row).is_some_and(|limit| limit.over(row)),
        })
    });
    let lines: Vec<String> = numbers.map(|row| format!("  {row}")).collect();
    let folder = docs();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("bench.md"), table(rows, budget)).unwrap();
    fs::write(folder.join("bench.json"), format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
    println!("Written to docs/bench.md and docs/bench.json.");
}

/// Where what the bench writes is kept.
pub fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs")
}
