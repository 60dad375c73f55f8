//! What chance makes of the work: each annotator's spans moved along the text as one, and round its end.

use super::apart::Mark;
use crate::core::agreement::chance::Chance;

/// As many annotators, each with the spans of one drawn from all, moved by a whole number of code points. Where there is
/// room no two are moved alike, within half the mean length of a span (Mathet et al. 2015, section 5.2).
#[must_use]
pub fn moved(marks: &[Vec<Mark>], length: u32, chance: &mut Chance) -> Vec<Vec<Mark>> {
    let all = || marks.iter().flatten();
    let apart = all().map(Mark::length).sum::<f64>() / all().count().max(1) as f64 / 2.0;
    let end = f64::from(length);
    let mut free = vec![(0.0, end)];
    let draw = |_: &Vec<Mark>| {
        let by = drawn(&free, end, chance);
        free = without(&free, by - apart, by + apart);
        let own = &marks[chance.below(marks.len())];
        let placed = own.iter().map(|mark| {
            let by = if mark.start + by > end { by - end } else { by };
            Mark { start: mark.start + by, end: mark.end + by, ..*mark }
        });
        let mut placed = placed.collect::<Vec<_>>();
        placed.sort_by(Mark::order);
        placed
    };
    marks.iter().map(draw).collect()
}

/// A whole number from what is free, from anywhere where nothing is.
fn drawn(free: &[(f64, f64)], end: f64, chance: &mut Chance) -> f64 {
    let room = free.iter().map(|(from, to)| to - from).sum::<f64>();
    let mut at = chance.share() * if room > 0.0 { room } else { end };
    for (from, to) in free {
        if at < to - from {
            return (from + at).floor();
        }
        at -= to - from;
    }
    at.clamp(0.0, end).floor()
}

/// What is free without what lies between two places.
fn without(free: &[(f64, f64)], after: f64, until: f64) -> Vec<(f64, f64)> {
    let parts = free.iter().flat_map(|&(from, to)| [(from, to.min(after)), (from.max(until), to)]);
    parts.filter(|(from, to)| from < to).collect()
}
