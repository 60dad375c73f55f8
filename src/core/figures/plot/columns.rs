//! Standing bars side by side, each with its number above and its class below.

use super::{Anchor, NUMBER, Plot, Tone, WIDTH, fitted, share, width};

/// How high the longest bar is.
const HIGH: f64 = 80.0;

/// The most room that the name of a class takes.
const LONG: f64 = 54.0;

/// What is kept free above for the number of the longest.
const ABOVE: f64 = 16.0;

/// Columns of classes, and what the classes are of, in one line below them.
#[must_use]
pub fn columns(classes: &[(String, usize)], axis: &str) -> Plot {
    let mut plot = Plot::new(ABOVE + HIGH + 36.0);
    let most = classes.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let step = WIDTH / classes.len().max(1) as f64;
    // A few classes need not be as wide as all of the drawing.
    let step = step.min(60.0);
    let ground = ABOVE + HIGH;
    // Of names that would meet some are left out, but never the last, which may hold all that is larger.
    let ends = |place: usize| {
        let (middle, half) = ((place as f64 + 0.5) * step, width(&classes[place].0, NUMBER).min(LONG) / 2.0);
        (middle - half, middle + half + 3.0)
    };
    let (last, mut free) = (classes.len().saturating_sub(1), f64::NEG_INFINITY);
    for (place, (class, count)) in classes.iter().enumerate() {
        let (start, middle) = (place as f64 * step, (place as f64 + 0.5) * step);
        let high = HIGH * share(*count as f64, most as f64);
        plot.bar(start + step * 0.12, ground - high, step * 0.76, high, 1.0);
        if *count > 0 {
            plot.number(middle, ground - high - 4.0, Anchor::Middle, Tone::Ink, count.to_string());
        }
        if place == last || (ends(place).0 >= free && ends(place).1 <= ends(last).0) {
            plot.number(middle, ground + 14.0, Anchor::Middle, Tone::Soft, fitted(class, NUMBER, LONG));
            free = ends(place).1;
        }
    }
    plot.rule((0.0, ground), (step * classes.len() as f64, ground));
    plot.number(0.0, ground + 31.0, Anchor::Start, Tone::Soft, fitted(axis, NUMBER, WIDTH));
    plot
}
