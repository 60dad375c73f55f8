//! Where lines leave and reach the boxes of spans.

use super::{End, Wish};
use std::collections::BTreeMap;

/// What leaves one box: where it goes, whose it is, which end of it.
type Leaving = Vec<(f64, usize, bool)>;

/// How near two ends of one line in one gap may stand, so that the line between them is seen.
const LEAST: f64 = 8.0;

/// An end at a box, once it is known where on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stub {
    /// The line of text.
    pub line: usize,
    /// Where on the box.
    pub x: f64,
    /// The box's upper edge.
    pub top: f64,
}

/// Where an end stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// On a box.
    At(Stub),
    /// Above everything laid out.
    Above,
    /// Below it.
    Below,
    /// Nowhere: the other end is not here either.
    Nowhere,
}

impl Place {
    /// The end at a box.
    pub(super) const fn stub(&self) -> Option<Stub> {
        if let Self::At(stub) = self { Some(*stub) } else { None }
    }
}

/// Gives every end its place on its box: those of one box share its width, in the order of where they go, so that they
/// cross as little as can be. `edge` is where the gutter begins.
pub(super) fn places(edge: f64, wishes: &[Wish]) -> Vec<(Place, Place)> {
    // By line and box.
    let mut boxes: BTreeMap<(usize, u64, u64), Leaving> = BTreeMap::new();
    for (index, wish) in wishes.iter().enumerate() {
        for (own, other, second) in [(wish.from, wish.to, false), (wish.to, wish.from, true)] {
            let End::Here(line, left, right, _) = own else { continue };
            let goal = match other {
                End::Here(there, left, right, _) if there == line => f64::midpoint(left, right),
                _ => edge,
            };
            boxes.entry((line, left.to_bits(), right.to_bits())).or_default().push((goal, index, second));
        }
    }
    let mut at: BTreeMap<(usize, bool), f64> = BTreeMap::new();
    for ((_, left, right), mut ends) in boxes {
        let (left, right) = (f64::from_bits(left), f64::from_bits(right));
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let step = (right - left) / (ends.len() + 1) as f64;
        for (place, (_, index, second)) in ends.into_iter().enumerate() {
            at.insert((index, second), left + step * (place + 1) as f64);
        }
    }
    let place = |end: End, other: End, index: usize, second: bool| match end {
        End::Here(line, left, _, top) => Place::At(Stub { line, x: at.get(&(index, second)).copied().unwrap_or(left), top }),
        End::Above if matches!(other, End::Here(..)) => Place::Above,
        End::Below if matches!(other, End::Here(..)) => Place::Below,
        _ => Place::Nowhere,
    };
    let both = |(index, wish): (usize, &Wish)| (place(wish.from, wish.to, index, false), place(wish.to, wish.from, index, true));
    let mut places = wishes.iter().enumerate().map(both).collect::<Vec<_>>();
    for ((from, to), wish) in places.iter_mut().zip(wishes) {
        part(from, to, wish);
    }
    places
}

/// Two ends in one line that stand one over the other, as those of nested spans may: the first gives way on its own box.
fn part(from: &mut Place, to: &Place, wish: &Wish) {
    if let (Place::At(one), Some(other), End::Here(_, left, right, _)) = (from, to.stub(), wish.from)
        && one.line == other.line
        && (one.x - other.x).abs() < LEAST
    {
        let inset = (right - left) / 5.0;
        let (low, high) = (left + inset, right - inset);
        one.x = if other.x - low > high - other.x { low } else { high };
    }
}
