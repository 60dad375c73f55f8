//! The ways of lines between spans: out of a span's box up into the free gap above its line, along that gap, and, to
//! another line, through the gutter beside the text. So no line ever crosses letters.
//!
//! Pure geometry in CSS pixels; `x` grows to the right and `y` down. What is drawn where is measured by the caller.

mod ends;
mod path;
mod tracks;

use super::geometry::Rect;
use ends::{Place, Stub, places};
use std::collections::BTreeMap;
use tracks::{Run, height, side_by_side};

/// Distance of two lines in the gutter.
const LANE: f64 = 3.5;
/// How many run side by side in the gutter; further ones share the outermost.
const LANES: usize = 8;
/// Height of an arrow's head, and so the least height of a line above its span where the gap has room.
const HEAD: f64 = 4.5;
/// The width that the name of a label takes above a span, about.
const LABEL: f64 = 56.0;
/// How near two runs in one track may come.
const APART: f64 = 4.0;

/// A line of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// The box of its letters and underlines.
    pub ink: Rect,
    /// The free band above it: its top, below everything of the line before, and its bottom, which is the ink's top.
    pub gap: (f64, f64),
}

/// One end of a line between spans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End {
    /// At a span's box: in which line of text, and its left, right and top edges.
    Here(usize, f64, f64, f64),
    /// Above everything that is laid out.
    Above,
    /// Below it.
    Below,
}

/// A line that is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// Where it begins.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// Whether an arrow shows which way it goes.
    pub directed: bool,
    /// The width of its name, to be written in the gap; 0 for none.
    pub name: f64,
}

/// Which way the head of an arrow points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Down, onto a span; or to what is below everything laid out.
    Down,
    /// Up, to what is above it.
    Up,
}

/// Where a wanted line goes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Route {
    /// Its corners from begin to end; every stretch between two is level or upright.
    pub points: Vec<(f64, f64)>,
    /// The tip of its arrow, how high the head is, and which way it points.
    pub head: Option<(f64, f64, f64, Way)>,
    /// Where its name may be written: middles of level runs. No two names of one gap meet.
    pub names: Vec<(f64, f64)>,
}

/// The ways of all wishes, in their order; an empty one for a wish with no end here. `gutter` is its edge at the text and
/// its other edge, `reach` the heights to which lines go on whose other end is above or below what is laid out. The same question has the same answer. Ends that stand on one box share its width.
#[must_use]
pub fn routes(lines: &[Line], gutter: (f64, f64), reach: (f64, f64), wishes: &[Wish]) -> Vec<Route> {
    let ends = places(gutter.0, wishes);
    let runs = runs(lines, gutter.0, &ends);
    let side = side_by_side(&runs, |line| tracks::room(lines[line].gap));
    // Where each end's level run stands: by wish and by which of its ends.
    let mut heights: BTreeMap<(usize, bool), f64> = BTreeMap::new();
    for (run, track) in runs.iter().zip(side) {
        let y = height(lines[run.line].gap, track);
        heights.insert((run.wish, run.second), y);
    }
    let falls = falls(&ends, &heights, reach);
    let width = (gutter.1 - gutter.0).abs();
    let room = (((width - 1.0) / LANE) as usize).clamp(1, LANES);
    let lanes = side_by_side(&falls, |_| room);
    let mut routes: Vec<Route> = wishes.iter().map(|_| Route::default()).collect();
    for (wish, ((from, to), route)) in ends.iter().zip(&mut routes).enumerate() {
        if let (Some(Stub { line, x, top }), Some(other)) = (from.stub(), to.stub())
            && line == other.line
        {
            let y = heights.get(&(wish, false)).copied().unwrap_or(top);
            route.points = vec![(x, top), (x, y), (other.x, y), (other.x, other.top)];
        }
    }
    let outward = if gutter.1 < gutter.0 { -1.0 } else { 1.0 };
    for (fall, lane) in falls.iter().zip(lanes) {
        let x = gutter.0 + outward * (LANE * (lane as f64 + 0.5)).min(width);
        let (from, to) = ends[fall.wish];
        let points = &mut routes[fall.wish].points;
        if let Some(stub) = from.stub() {
            points.extend([(stub.x, stub.top), (stub.x, fall.ends.0)]);
        }
        points.extend([(x, fall.ends.0), (x, fall.ends.1)]);
        if let Some(stub) = to.stub() {
            points.extend([(stub.x, fall.ends.1), (stub.x, stub.top)]);
        }
    }
    for (wish, route) in wishes.iter().zip(&mut routes) {
        route.head = head(wish, &route.points);
    }
    name(lines, &runs, gutter.1 > gutter.0, wishes, &mut routes);
    routes
}

/// The level runs: one between two ends in one line, else one from each end here to the gutter.
fn runs(lines: &[Line], edge: f64, ends: &[(Place, Place)]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (wish, (from, to)) in ends.iter().enumerate() {
        let known = |stub: &Stub| stub.line < lines.len();
        match (from.stub().filter(known), to.stub().filter(known)) {
            (Some(one), Some(other)) if one.line == other.line => {
                runs.push(Run { wish, second: false, line: one.line, ends: (one.x, other.x) });
            }
            (one, other) => {
                let run = |stub: Stub, second| Run { wish, second, line: stub.line, ends: (stub.x, edge) };
                runs.extend(one.map(|stub| run(stub, false)).into_iter().chain(other.map(|stub| run(stub, true))));
            }
        }
    }
    runs
}

/// The upright runs in the gutter, each from the height where it comes in to that where it leaves.
fn falls(ends: &[(Place, Place)], heights: &BTreeMap<(usize, bool), f64>, reach: (f64, f64)) -> Vec<Run> {
    let height = |end: &Place, key| match end {
        Place::At(_) => heights.get(&key).copied(),
        Place::Above => Some(reach.0),
        Place::Below => Some(reach.1),
        Place::Nowhere => None,
    };
    let fall = |(wish, (from, to)): (usize, &(Place, Place))| {
        let ends = (height(from, (wish, false))?, height(to, (wish, true))?);
        Some(Run { wish, second: false, line: 0, ends })
    };
    ends.iter().enumerate().filter_map(fall).collect()
}

fn head(wish: &Wish, points: &[(f64, f64)]) -> Option<(f64, f64, f64, Way)> {
    let (before, tip) = (points.get(points.len().checked_sub(2)?)?, points.last()?);
    let way = if tip.1 < before.1 { Way::Up } else { Way::Down };
    wish.directed.then(|| (tip.0, tip.1, (tip.1 - before.1).abs().min(HEAD), way))
}

/// Writes names into the gaps: of each run the place nearest to its middle where no other name stands; if it can be, also
/// not where the label of a span at its ends is named, which is above the span's beginning.
fn name(lines: &[Line], runs: &[Run], rtl: bool, wishes: &[Wish], routes: &mut [Route]) {
    let named = wishes.iter().filter(|wish| wish.name > 0.0).flat_map(|wish| [wish.from, wish.to]);
    let labels = named.filter_map(|end| match end {
        End::Here(line, left, right, _) if rtl => Some((line, right - LABEL.min(right - left), right)),
        End::Here(line, left, right, _) => Some((line, left, left + LABEL.min(right - left))),
        _ => None,
    });
    let labels = labels.collect::<Vec<_>>();
    let mut taken: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
    for run in runs {
        let (width, (start, end)) = (wishes[run.wish].name, run.span());
        let points = &routes[run.wish].points;
        let corner = if run.second { points.iter().rev().nth(1) } else { points.get(1) };
        let Some((_, y)) = corner.copied().filter(|_| width > 0.0) else { continue };
        let ink = lines[run.line].ink;
        let (half, middle) = (width / 2.0, f64::midpoint(start, end));
        // Inside the line's width, so that nothing hangs out of the column.
        let (least, most) = (ink.left + half, (ink.right() - half).max(ink.left + half));
        let steps = ((end - start) / 2.0 / 8.0) as i32;
        let aside = (1..=steps).flat_map(|step| [middle + 8.0 * f64::from(step), middle - 8.0 * f64::from(step)]);
        let places = std::iter::once(middle).chain(aside).map(|x| x.max(least).min(most)).collect::<Vec<_>>();
        let standing = taken.entry(run.line).or_default();
        let clear = |x: f64, (from, to): (f64, f64)| x + half + APART <= from || to + APART <= x - half;
        let free = |x: &&f64| standing.iter().all(|other| clear(**x, *other));
        let unlabelled = |x: &&f64| labels.iter().all(|(line, from, to)| *line != run.line || clear(**x, (*from, *to)));
        let place = places.iter().find(|x| free(x) && unlabelled(x)).or_else(|| places.iter().find(free)).copied();
        if let Some(x) = place {
            standing.push((x - half, x + half));
            routes[run.wish].names.push((x, y));
        }
    }
}

#[cfg(test)]
mod tests;
