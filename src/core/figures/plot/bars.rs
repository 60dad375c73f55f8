//! Lying bars, one below another, with a name before and a number behind each.

use super::{Anchor, NAME, NUMBER, Plot, Tone, WIDTH, fitted, gutter, share};

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub name: String,
    /// How long it is.
    pub value: f64,
    /// What is written behind it.
    pub said: String,
}

/// How high a row is, and the bar in it.
const ROW: f64 = 20.0;
const BAR: f64 = 12.0;

/// The most room that names take, and what is written behind the bars.
const NAMES: f64 = 150.0;
const SAID: f64 = 110.0;

/// Bars in the order in which they are given.
#[must_use]
pub fn bars(bars: &[Bar]) -> Plot {
    let mut plot = Plot::new(bars.len() as f64 * ROW + 2.0);
    let start = gutter(bars.iter().map(|bar| bar.name.as_str()), NAME, NAMES) + 8.0;
    let numbers = gutter(bars.iter().map(|bar| bar.said.as_str()), NUMBER, SAID) + 6.0;
    let most = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    for (place, bar) in bars.iter().enumerate() {
        let top = place as f64 * ROW + 1.0;
        let long = (WIDTH - start - numbers) * share(bar.value, most);
        plot.name(0.0, top + 14.0, Anchor::Start, fitted(&bar.name, NAME, start - 8.0));
        plot.bar(start, top + (ROW - BAR) / 2.0, long, BAR, 1.0);
        plot.number(start + long + 5.0, top + 14.0, Anchor::Start, Tone::Ink, fitted(&bar.said, NUMBER, SAID));
    }
    plot.rule((start, 0.0), (start, plot.height));
    plot
}
