//! A way as text.

use super::{Route, Way};
use crate::core::fixed::fixed;

/// Radius of a corner.
const CORNER: f64 = 3.0;

impl Route {
    /// The line as the path of an SVG, its corners rounded; empty for a line that goes nowhere.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        let mut put = |command: char, points: &[(f64, f64)]| {
            path.push(command);
            for (x, y) in points {
                path.extend([fixed(*x, 2).as_str(), " ", &fixed(*y, 2), " "]);
            }
        };
        for (index, point) in self.points.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| self.points.get(before));
            match (before, self.points.get(index + 1)) {
                (None, _) => put('M', &[*point]),
                (_, None) => put('L', &[*point]),
                (Some(before), Some(after)) => {
                    let radius = CORNER.min(length(*point, *before) / 2.0).min(length(*point, *after) / 2.0);
                    let (enter, leave) = (towards(*point, *before, radius), towards(*point, *after, radius));
                    put('L', &[enter]);
                    put('Q', &[*point, leave]);
                }
            }
        }
        path
    }

    /// The head of its arrow likewise.
    #[must_use]
    pub fn head_path(&self) -> String {
        let Some((x, y, height, way)) = self.head else { return String::new() };
        let back = if way == Way::Down { -height } else { height };
        let number = |number: f64| fixed(number, 2);
        let (left, right, base) = (number(x - 3.0), number(x + 3.0), number(y + back));
        ["M", &number(x), " ", &number(y), "L", &left, " ", &base, "L", &right, " ", &base, "Z"].concat()
    }
}

/// The length of a level or upright stretch.
fn length(from: (f64, f64), to: (f64, f64)) -> f64 {
    (to.0 - from.0).abs() + (to.1 - from.1).abs()
}

/// The point that far from `from` on a stretch to `to`.
fn towards(from: (f64, f64), to: (f64, f64), far: f64) -> (f64, f64) {
    let share = if far > 0.0 { far / length(from, to) } else { 0.0 };
    (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
}
