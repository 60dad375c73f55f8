//! Rows, the table and the JSON.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::budget::Budget;

/// Between these two lines stands in the README what the bench writes there.
const BEGIN: &str = "<!-- written by make bench: begin -->";
const END: &str = "<!-- written by make bench: end -->";

/// The rows of the README's table.
const IN_README: [&str; 22] = [
    "loading/requests/chromium",
    "loading/brotli/chromium",
    "loading/gzip/chromium",
    "loading/readable/chromium",
    "loading/taggable/chromium",
    "loading/readable-cpu/chromium",
    "loading/taggable-cpu/chromium",
    "loading/taggable-network/chromium",
    "tagging/short/0/chromium",
    "tagging/m1/0/chromium",
    "tagging/m1/10000/chromium",
    "tagging/m1/100000/chromium",
    "peers/m1/1000/chromium",
    "opening/m1/10000/chromium",
    "scrolling/m1/10000/chromium",
    "resizing/m1/10000/chromium",
    "heap/m1/10000/chromium",
    "whole-select/m1/0/chromium",
    "whole-find/m1/0/chromium",
    "import/m1/100000/chromium",
    "export/m1/100000/chromium",
    "journal-replay/10000/chromium",
];

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

/// The middle values of rows, column by column.
pub fn medians<const N: usize>(rows: &[[f64; N]]) -> [f64; N] {
    std::array::from_fn(|at| median(&mut rows.iter().map(|row| row[at]).collect::<Vec<f64>>()))
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

/// A row as it is kept in `docs/bench.json`.
fn kept(row: &Row, budget: &Budget) -> Value {
    let number = |value: f64| if value.is_finite() { json!((value * 100.0).round() / 100.0) } else { Value::Null };
    json!({
        "row": row.key, "what": row.what, "unit": row.unit, "page": number(row.ours), "floor": number(row.floor),
        "beside": number(row.base), "ratio": number(row.ratio()), "over": budget.limit(row).is_some_and(|limit| limit.over(row)),
    })
}

/// The rows of `docs/bench.json`, none where it is not there.
pub fn earlier() -> Vec<Row> {
    let text = fs::read_to_string(docs().join("bench.json")).unwrap_or_default();
    let rows: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
    let read = |row: &Value| {
        let unit = ["ms", "kB", "MB"].into_iter().find(|unit| row["unit"] == *unit).unwrap_or_default();
        let number = |name: &str| row[name].as_f64().unwrap_or(f64::NAN);
        let mut read = Row::new(row["row"].as_str()?, row["what"].as_str()?, unit, number("page"), number("floor"));
        read.base = number("beside");
        Some(read)
    };
    rows.iter().filter_map(read).collect()
}

/// Earlier rows with these in the place of those of the same name, and new ones after them.
pub fn renewed(mut rows: Vec<Row>, measured: &[Row]) -> Vec<Row> {
    // What failed then says nothing of now.
    rows.retain(|row| !row.key.starts_with("failed/"));
    for row in measured {
        match rows.iter_mut().find(|earlier| earlier.key == row.key) {
            Some(earlier) => *earlier = row.clone(),
            None => rows.push(row.clone()),
        }
    }
    rows
}

/// Writes the table and its numbers to `docs`, and the short table into the README.
pub fn write(rows: &[Row], budget: &Budget) {
    let lines: Vec<String> = rows.iter().map(|row| format!("  {}", kept(row, budget))).collect();
    let folder = docs();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("bench.md"), table(rows, budget)).unwrap();
    fs::write(folder.join("bench.json"), format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
    let readme = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&readme).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("README has the place of the table");
    let (_, after) = rest.split_once(END).expect("README has the end of the table");
    fs::write(readme, format!("{before}{BEGIN}\n{}{END}{after}", short(rows, budget))).unwrap();
    println!("Written to docs/bench.md, docs/bench.json, docs/bench.svg and README.md.");
}

/// What stands in the README: the chart with its words, and the rows that are named for it.
fn short(rows: &[Row], budget: &Budget) -> String {
    let limited: Vec<_> = rows.iter().filter_map(|row| Some((row, budget.limit(row)?))).collect();
    let within = limited.iter().filter(|(row, limit)| !limit.over(row)).count();
    let alt = format!(
        "Chart: {within} of {} measures are within their limits; docs/bench.md has all of them as a table.",
        limited.len()
    );
    let named: Vec<Row> = IN_README.iter().filter_map(|key| rows.iter().find(|row| row.key == *key)).cloned().collect();
    format!("![{}](docs/bench.svg)\n\n{}", alt, table(&named, budget))
}

/// Where what the bench writes is kept.
pub fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs")
}
