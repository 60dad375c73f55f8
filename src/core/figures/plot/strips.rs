//! Texts as strips from their beginnings to their ends, with bars where much was marked.

use super::{Anchor, NAME, NUMBER, Plot, Tone, WIDTH, fitted, share};

/// How high the highest bar of a strip is.
const HIGH: f64 = 28.0;

/// How high a strip is with its name.
const STRIP: f64 = HIGH + 24.0;

/// Strips: the name of each, and how much there is in each of its equal parts. All have the same scale. The last line says
/// which end is which.
#[must_use]
pub fn strips(strips: &[(String, Vec<usize>)], ends: (&str, &str)) -> Plot {
    let mut plot = Plot::new(strips.len() as f64 * STRIP + 16.0);
    let most = strips.iter().flat_map(|(_, parts)| parts).copied().max().unwrap_or_default();
    for (place, (name, parts)) in strips.iter().enumerate() {
        let ground = place as f64 * STRIP + STRIP - 4.0;
        let peak = parts.iter().copied().max().unwrap_or_default();
        plot.name(0.0, ground - HIGH - 7.0, Anchor::Start, fitted(name, NAME, WIDTH - 40.0));
        let step = WIDTH / parts.len().max(1) as f64;
        for (part, count) in parts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let high = HIGH * share(*count as f64, most as f64);
            plot.bar(part as f64 * step + 0.5, ground - high, step - 1.0, high, 1.0);
        }
        // The highest bar is told in numbers.
        if let Some(part) = parts.iter().position(|count| *count == peak && peak > 0) {
            let middle = ((part as f64 + 0.5) * step).clamp(8.0, WIDTH - 8.0);
            let top = ground - HIGH * share(peak as f64, most as f64);
            let clear = middle > super::width(name, NAME) + 16.0;
            if clear || top - 3.0 > ground - HIGH + 6.0 {
                plot.number(middle, top - 3.0, Anchor::Middle, Tone::Ink, peak.to_string());
            }
        }
        plot.rule((0.0, ground), (WIDTH, ground));
    }
    let foot = strips.len() as f64 * STRIP + 10.0;
    plot.number(0.0, foot, Anchor::Start, Tone::Soft, fitted(ends.0, NUMBER, WIDTH / 2.0));
    plot.number(WIDTH, foot, Anchor::End, Tone::Soft, fitted(ends.1, NUMBER, WIDTH / 2.0));
    plot
}
