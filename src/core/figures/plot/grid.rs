//! A grid of shaded cells with their numbers in them.

use super::{Anchor, NAME, NUMBER, Plot, Tone, WIDTH, fitted, gutter, width};

/// A grid.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// The names of its rows.
    pub rows: Vec<String>,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// For each row and column how dark the cell is, from 0 to 1, and what is written in it.
    pub cells: Vec<Vec<(f64, String)>>,
}

/// How high a row is.
const ROW: f64 = 20.0;

/// The widest that a column is, and the most room that names of rows take.
const COLUMN: f64 = 96.0;
const NAMES: f64 = 120.0;

/// The darkest cell, as a share of the full colour: what is written in it must be read.
const DARKEST: f64 = 0.42;

/// A grid. Names of columns that have no room above them are numbers there, and are told below, unless the rows have the same
/// names and so the same numbers.
#[must_use]
pub fn grid(grid: &Grid) -> Plot {
    let same = grid.rows == grid.columns;
    let count = grid.columns.len().max(1) as f64;
    let fits = |start: f64| {
        let step = ((WIDTH - start) / count).min(COLUMN);
        (step, grid.columns.iter().all(|name| width(name, NUMBER) <= step - 6.0))
    };
    let start = gutter(grid.rows.iter().map(String::as_str), NAME, NAMES) + 8.0;
    let (step, named) = fits(start);
    let numbered = |place: usize, name: &str| format!("{}. {name}", place + 1);
    let rows = grid.rows.iter().enumerate();
    let rows = rows.map(|(place, name)| if same && !named { numbered(place, name) } else { name.clone() }).collect::<Vec<_>>();
    let (start, step) = if same && !named {
        let start = gutter(rows.iter().map(String::as_str), NAME, NAMES + 14.0) + 8.0;
        (start, fits(start).0)
    } else {
        (start, step)
    };
    let key = if named || same { 0 } else { grid.columns.len() };
    let body = 18.0 + rows.len() as f64 * ROW;
    let mut plot = Plot::new(body + if key > 0 { 6.0 + key as f64 * 17.0 } else { 2.0 });
    for (place, name) in grid.columns.iter().enumerate() {
        let head = if named { name.clone() } else { (place + 1).to_string() };
        plot.number(start + (place as f64 + 0.5) * step, 12.0, Anchor::Middle, Tone::Soft, head);
    }
    for (row, (name, cells)) in rows.iter().zip(&grid.cells).enumerate() {
        let top = 18.0 + row as f64 * ROW;
        plot.name(0.0, top + 14.0, Anchor::Start, fitted(name, NAME, start - 8.0));
        for (column, (shade, said)) in cells.iter().enumerate() {
            let left = start + column as f64 * step;
            plot.bar(left + 0.5, top + 0.5, step - 1.0, ROW - 1.0, shade.clamp(0.0, 1.0) * DARKEST);
            plot.number(left + step / 2.0, top + 14.0, Anchor::Middle, Tone::Ink, said.clone());
        }
    }
    for (place, name) in grid.columns.iter().enumerate().take(key) {
        let line = fitted(&numbered(place, name), NUMBER, WIDTH);
        plot.number(0.0, body + 17.0 + place as f64 * 17.0, Anchor::Start, Tone::Soft, line);
    }
    plot
}
