//! Rising lines over time, each told by its dashes and by its name at its end.

use super::{Anchor, Mark, NUMBER, Plot, Tone, WIDTH, fitted, gutter, share, width};

/// Lines over one time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lines {
    /// The first and the last time, as numbers and as they are written.
    pub from: (u32, String),
    /// The last.
    pub to: (u32, String),
    /// Each line's name, and how high it stands from which time on.
    pub lines: Vec<(String, Vec<(u32, usize)>)>,
}

/// How high the highest point is above the ground.
const HIGH: f64 = 110.0;

/// A line of so many points has none drawn: they would hide its dashes.
const MANY: usize = 12;

/// The least distance between two names.
const APART: f64 = 14.0;

/// The dashes of lines, one after another.
const DASHES: [&[f64]; 6] = [&[], &[6.0, 3.0], &[2.0, 2.0], &[8.0, 2.0, 2.0, 2.0], &[12.0, 3.0], &[1.0, 3.0]];

/// Lines that rise in steps. They end at the last time.
#[must_use]
pub fn lines(of: &Lines) -> Plot {
    let most = of.lines.iter().flat_map(|(_, points)| points).map(|(_, high)| *high).max().unwrap_or_default();
    let names = gutter(of.lines.iter().map(|(name, _)| name.as_str()), NUMBER, 96.0) + 10.0;
    let scale = width(&most.to_string(), NUMBER) + 6.0;
    let (ground, wide) = (10.0 + HIGH, WIDTH - scale - names);
    let mut plot = Plot::new(ground + 20.0);
    let across = |time: u32| scale + wide * share(f64::from(time - of.from.0), f64::from(of.to.0 - of.from.0));
    let up = |high: usize| ground - HIGH * share(high as f64, most as f64);
    let date = |words: &str| fitted(words, NUMBER, wide / 2.0);
    plot.rule((scale, ground), (scale + wide, ground));
    plot.rule((scale, up(most)), (scale + wide, up(most)));
    plot.number(scale - 5.0, up(most) + 4.0, Anchor::End, Tone::Soft, most.to_string());
    plot.number(scale - 5.0, ground + 4.0, Anchor::End, Tone::Soft, "0".to_owned());
    plot.number(scale, ground + 16.0, Anchor::Start, Tone::Soft, date(&of.from.1));
    if of.to.0 > of.from.0 {
        plot.number(scale + wide, ground + 16.0, Anchor::End, Tone::Soft, date(&of.to.1));
    }
    let mut ends = Vec::new();
    for (place, (name, points)) in of.lines.iter().enumerate() {
        let Some(&(_, last)) = points.last() else { continue };
        let mut path = vec![(across(points[0].0), ground)];
        for &(time, high) in points {
            let before = path.last().map_or(ground, |point| point.1);
            path.push((across(time), before));
            path.push((across(time), up(high)));
            if points.len() < MANY {
                plot.marks.push(Mark::Dot(across(time), up(high)));
            }
        }
        path.push((scale + wide, up(last)));
        plot.marks.push(Mark::Line(path, 2.0, Tone::Fill, DASHES[place % DASHES.len()]));
        ends.push((up(last), name));
    }
    // From below upwards, each name at its line's end or as much above the one before as it needs.
    ends.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut free = ground + 4.0;
    let lift = (ends.len() as f64 - 1.0) * APART;
    for (place, (end, name)) in ends.iter().enumerate() {
        // Those that are still to come need their room as well.
        let lowest = (10.0 + lift - place as f64 * APART).max(10.0);
        let y = (end + 4.0).min(free).max(lowest);
        plot.number(scale + wide + 5.0, y, Anchor::Start, Tone::Ink, fitted(name, NUMBER, names - 6.0));
        free = y - APART;
    }
    plot
}
