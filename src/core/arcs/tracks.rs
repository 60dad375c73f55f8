//! Which lines run side by side.

use super::{APART, HEAD};
use std::collections::BTreeMap;

/// Distance of two lines that run side by side in a gap.
const TRACK: f64 = 3.0;
/// How many run side by side in one gap; further ones share the outermost.
const TRACKS: usize = 3;
/// What a line keeps clear of what stands above its gap.
const CLEAR: f64 = 1.0;

/// Something that has to run beside others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Whose it is.
    pub wish: usize,
    /// Whether it belongs to the wish's second end alone.
    pub second: bool,
    /// Its group: the line of text whose gap it runs in.
    pub line: usize,
    /// Its two limits, as it goes.
    pub ends: (f64, f64),
}

impl Run {
    /// Its two limits, the lower first.
    pub(super) fn span(&self) -> (f64, f64) {
        (self.ends.0.min(self.ends.1), self.ends.0.max(self.ends.1))
    }

    /// How far it goes.
    pub(super) fn length(&self) -> f64 {
        (self.ends.0 - self.ends.1).abs()
    }
}

/// Which track each run gets in its group: the short ones first and innermost, so that lines nest. Where no track is free
/// it shares the outermost.
pub(super) fn side_by_side(runs: &[Run], room: impl Fn(usize) -> usize) -> Vec<usize> {
    let mut order = (0..runs.len()).collect::<Vec<_>>();
    order.sort_by(|a, b| runs[*a].length().total_cmp(&runs[*b].length()).then(a.cmp(b)));
    let mut taken: BTreeMap<(usize, usize), Vec<(f64, f64)>> = BTreeMap::new();
    let mut tracks = vec![0; runs.len()];
    for index in order {
        let run = &runs[index];
        let (group, (start, end)) = (run.line, run.span());
        let meets = |(from, to): &(f64, f64)| start < to + APART && *from < end + APART;
        let free = |track: &usize| !taken.get(&(group, *track)).is_some_and(|taken| taken.iter().any(meets));
        let last = room(group).saturating_sub(1);
        let track = (0..=last).find(free).unwrap_or(last);
        taken.entry((group, track)).or_default().push((start, end));
        tracks[index] = track;
    }
    tracks
}

/// How many tracks a gap has room for.
pub(super) fn room(gap: (f64, f64)) -> usize {
    let (top, first) = limits(gap);
    ((((first - top) / TRACK) as usize) + 1).min(TRACKS)
}

/// The height of a track in a gap, counted from the span upwards.
pub(super) fn height(gap: (f64, f64), track: usize) -> f64 {
    limits(gap).1 - TRACK * track as f64
}

/// The highest place for a line in a gap, and the lowest: that leaves room for an arrow's head above the span where it
/// can. A gap without room for both has its middle.
fn limits((top, bottom): (f64, f64)) -> (f64, f64) {
    let middle = f64::midpoint(top, bottom);
    ((top + CLEAR).min(middle), (bottom - HEAD).max(middle))
}
