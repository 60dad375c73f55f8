//! The chart: one bar for each row that has a limit, as long as the share of the limit that it takes.

use std::fmt::Write;
use std::fs;

use crate::budget::Budget;
use crate::report::{Row, docs};

/// Pixels from the left edge to where the bars begin.
const LEFT: f64 = 590.0;
/// Pixels of a bar that takes all of its limit.
const FULL: f64 = 200.0;
/// The longest bar, as a share of its limit; what is longer is cut there and says how long it is.
const LONGEST: f64 = 1.5;
/// Pixels from one row to the next.
const STEP: f64 = 22.0;
/// Pixels above the first row.
const TOP: f64 = 40.0;
/// Pixels of the whole.
const WIDTH: f64 = 1120.0;

/// Writes `docs/bench.svg`, readable on light and on dark.
pub fn write(rows: &[Row], budget: &Budget) {
    fs::write(docs().join("bench.svg"), draw(rows, budget)).unwrap();
}

fn draw(rows: &[Row], budget: &Budget) -> String {
    let limited: Vec<_> = rows.iter().filter_map(|row| Some((row, budget.limit(row)?))).collect();
    let bottom = TOP + STEP * limited.len() as f64;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n\
         <title>What the page costs beside its limits</title>\n\
         <style>\n\
         text {{ fill: #1f2328 }} .bar {{ fill: #2f6f9f }} .over {{ fill: #b4442c }} .line {{ stroke: #1f2328 }} .page {{ fill: #ffffff }}\n\
         @media (prefers-color-scheme: dark) {{ text {{ fill: #e6edf3 }} .bar {{ fill: #6cb0e0 }} .over {{ fill: #ee8468 }} .line {{ stroke: #e6edf3 }} .page {{ fill: #0d1117 }} }}\n\
         </style>\n\
         <rect class=\"page\" width=\"{WIDTH}\" height=\"{height}\"/>\n\
         <text x=\"{limit}\" y=\"24\" text-anchor=\"middle\">limit</text>\n",
        height = bottom + 16.0,
        limit = LEFT + FULL,
    );
    for (nth, (row, limit)) in limited.iter().enumerate() {
        let middle = TOP + STEP * (nth as f64 + 0.5);
        let share = limit.share(row);
        let shown = if share.is_nan() { LONGEST } else { share.clamp(0.01, LONGEST) };
        let over = limit.over(row);
        let words = format!("{} (limit {})", limit.figure(row), limit.words(row));
        writeln!(
            svg,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\">{what}</text><rect class=\"{class}\" x=\"{LEFT}\" y=\"{top}\" width=\"{width:.1}\" height=\"14\"/>\
             <text x=\"{after:.1}\" y=\"{y}\">{words}</text>",
            x = LEFT - 8.0,
            y = middle + 4.0,
            what = escaped(&row.what),
            class = if over { "over" } else { "bar" },
            top = middle - 7.0,
            width = shown * FULL,
            after = LEFT + shown.max(1.0) * FULL + 8.0,
        )
        .unwrap();
    }
    let x = LEFT + FULL;
    writeln!(
        svg,
        "<line class=\"line\" x1=\"{x}\" x2=\"{x}\" y1=\"{}\" y2=\"{bottom}\" stroke-dasharray=\"3 3\"/>\n</svg>",
        TOP - 8.0
    )
    .unwrap();
    svg
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
