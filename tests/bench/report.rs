//! The table and the JSON.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

/// One measure of the page beside the same of the floor.
pub struct Row {
    what: String,
    unit: &'static str,
    ours: f64,
    floor: f64,
}

impl Row {
    /// A row of the table.
    pub fn new(what: &str, unit: &'static str, ours: f64, floor: f64) -> Self {
        Self { what: what.to_string(), unit, ours, floor }
    }
}

/// The middle value.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Prints the table.
pub fn print(rows: &[Row]) {
    println!("{}", table(rows));
}

fn table(rows: &[Row]) -> String {
    let mut table = String::from("| measured in Chromium | the page | the floor |\n| --- | ---: | ---: |\n");
    for Row { what, unit, ours, floor } in rows {
        let number = |value: f64| format!("{value:.digits$} {unit}", digits = usize::from(!unit.is_empty())).trim().to_string();
        table.push_str(&format!("| {what} | {} | {} |\n", number(*ours), number(*floor)));
    }
    table
}

/// Writes the table and its numbers to `docs`.
pub fn write(rows: &[Row]) {
    let numbers: Vec<_> =
        rows.iter().map(|row| json!({ "what": row.what, "unit": row.unit, "page": row.ours, "floor": row.floor })).collect();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs");
    let text = serde_json::to_string_pretty(&numbers).unwrap();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("bench.md"), table(rows)).unwrap();
    fs::write(folder.join("bench.json"), text + "\n").unwrap();
    println!("Written to docs/bench.md and docs/bench.json.");
}
