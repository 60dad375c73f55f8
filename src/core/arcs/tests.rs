//! Laws of [`super::routes`] over random pages.

use super::tracks::room;
use super::*;
use proptest::prelude::*;

const WIDTH: f64 = 600.0;
const LEFT: f64 = 40.0;
const REACH: (f64, f64) = (-200.0, 5000.0);

/// A page: each line's gap above it and the height of its ink.
fn page(sizes: &[(f64, f64)]) -> Vec<Line> {
    let mut top = 10.0;
    let line = |(gap, ink): &(f64, f64)| {
        let bottom = top + gap;
        let line = Line { ink: Rect { left: LEFT, top: bottom, width: WIDTH, height: *ink }, gap: (top, bottom) };
        top = bottom + ink;
        line
    };
    sizes.iter().map(line).collect()
}

fn gutter(rtl: bool, width: f64) -> (f64, f64) {
    if rtl { (LEFT + WIDTH + 4.0, LEFT + WIDTH + 4.0 + width) } else { (LEFT - 4.0, LEFT - 4.0 - width) }
}

fn end(lines: &[Line], (line, x, width): (usize, f64, f64)) -> End {
    let line = line % (lines.len() + 2);
    match lines.get(line) {
        Some(here) => End::Here(line, LEFT + x, LEFT + x + width, here.ink.top),
        None if line == lines.len() => End::Above,
        None => End::Below,
    }
}

type Spot = (usize, f64, f64);

fn spot() -> impl Strategy<Value = Spot> {
    (0..40_usize, 0.0..500.0_f64, 6.0..100.0_f64)
}

fn sizes() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((4.0..24.0_f64, 18.0..40.0_f64), 1..24)
}

fn wishes(lines: &[Line], spots: &[(Spot, Spot, bool, f64)]) -> Vec<Wish> {
    let wish = |(from, to, directed, name): &(Spot, Spot, bool, f64)| Wish {
        from: end(lines, *from),
        to: end(lines, *to),
        directed: *directed,
        name: *name,
    };
    spots.iter().map(wish).collect()
}

fn is_here(end: End) -> bool {
    matches!(end, End::Here(..))
}

proptest! {
    #[test]
    fn no_line_crosses_letters_and_every_one_stands_at_its_ends(
        sizes in sizes(),
        spots in prop::collection::vec((spot(), spot(), any::<bool>(), 0.0..60.0_f64), 0..60),
        rtl in any::<bool>(),
        width in 8.0..40.0_f64,
    ) {
        let lines = page(&sizes);
        let (wishes, gutter) = (wishes(&lines, &spots), gutter(rtl, width));
        let routes = routes(&lines, gutter, REACH, &wishes);
        prop_assert_eq!(&routes, &super::routes(&lines, gutter, REACH, &wishes), "the same question has the same answer");
        prop_assert_eq!(routes.len(), wishes.len());
        let (low, high) = (gutter.0.min(gutter.1), gutter.0.max(gutter.1));
        for (wish, route) in wishes.iter().zip(&routes) {
            if !is_here(wish.from) && !is_here(wish.to) {
                prop_assert!(route.points.is_empty() && route.head.is_none() && route.names.is_empty());
                continue;
            }
            let last = route.points.len() - 1;
            for (index, pair) in route.points.windows(2).enumerate() {
                let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
                prop_assert!(x1.to_bits() == x2.to_bits() || y1.to_bits() == y2.to_bits(), "level or upright");
                let level = y1.to_bits() == y2.to_bits();
                let stub = (index == 0 && is_here(wish.from)) || (index + 1 == last && is_here(wish.to));
                if level {
                    prop_assert!(lines.iter().all(|line| y1 <= line.ink.top || y1 >= line.ink.bottom()), "in a gap");
                } else if stub {
                    let clear = |line: &Line| y1.max(y2) <= line.ink.top || y1.min(y2) >= line.ink.bottom();
                    prop_assert!(lines.iter().all(clear), "between its box and its own gap");
                } else {
                    prop_assert!(low <= x1 && x1 <= high, "in the gutter");
                }
            }
            for (end, point) in [(wish.from, route.points[0]), (wish.to, route.points[last])] {
                if let End::Here(_, left, right, top) = end {
                    prop_assert!(left <= point.0 && point.0 <= right && point.1.to_bits() == top.to_bits());
                }
            }
            prop_assert_eq!(route.head.is_some(), wish.directed);
            prop_assert!(route.names.len() <= 2 && (wish.name > 0.0 || route.names.is_empty()));
            prop_assert!(route.path().starts_with('M'));
        }
    }

    #[test]
    fn lines_of_one_track_or_lane_never_meet_while_there_is_room(
        runs in prop::collection::vec((0..4_usize, 0.0..500.0_f64, 0.0..500.0_f64), 0..40),
        room in 1..9_usize,
    ) {
        let run = |(wish, (line, from, to)): (usize, &(usize, f64, f64))| Run { wish, second: false, line: *line, ends: (*from, *to) };
        let runs = runs.iter().enumerate().map(run).collect::<Vec<_>>();
        let tracks = side_by_side(&runs, |_| room);
        let meet = |a: &Run, b: &Run| a.line == b.line && a.span().0 < b.span().1 + APART && b.span().0 < a.span().1 + APART;
        for (index, run) in runs.iter().enumerate() {
            prop_assert!(tracks[index] < room);
            for (other, track) in runs.iter().zip(&tracks).skip(index + 1) {
                // Only the outermost track is ever shared.
                prop_assert!(!meet(run, other) || *track != tracks[index] || *track == room - 1);
            }
        }
    }

    #[test]
    fn names_of_one_gap_never_meet(
        sizes in sizes(),
        spots in prop::collection::vec((spot(), spot(), any::<bool>(), 10.0..60.0_f64), 0..40),
    ) {
        let lines = page(&sizes);
        let wishes = wishes(&lines, &spots);
        let routes = routes(&lines, gutter(true, 30.0), REACH, &wishes);
        let names = wishes.iter().zip(&routes).flat_map(|(wish, route)| route.names.iter().map(|name| (wish.name, *name)));
        let names = names.collect::<Vec<_>>();
        let gap = |y: f64| lines.iter().position(|line| line.gap.0 <= y && y <= line.gap.1);
        for (index, (width, (x, y))) in names.iter().enumerate() {
            for (other, (to, down)) in &names[index + 1..] {
                prop_assert!(gap(*y) != gap(*down) || (x - to).abs() >= (width + other) / 2.0);
            }
        }
    }

    #[test]
    fn tracks_stay_in_their_gap(top in 0.0..100.0_f64, size in 0.5..40.0_f64) {
        let gap = (top, top + size);
        for track in 0..room(gap) {
            prop_assert!(gap.0 < height(gap, track) && height(gap, track) < gap.1);
        }
    }
}

fn here(line: usize, left: f64, right: f64) -> End {
    End::Here(line, left, right, 30.0 + 44.0 * line as f64)
}

fn article() -> Vec<Line> {
    let line = |n: usize| {
        let top = 30.0 + 44.0 * n as f64;
        Line { ink: Rect { left: LEFT, top, width: WIDTH, height: 30.0 }, gap: (top - 14.0, top) }
    };
    (0..4).map(line).collect()
}

fn wish(from: End, to: End) -> Wish {
    Wish { from, to, directed: true, name: 0.0 }
}

#[test]
fn in_one_line_it_goes_through_the_gap_and_else_through_the_gutter() {
    let lines = article();
    let routes = routes(
        &lines,
        (644.0, 672.0),
        REACH,
        &[
            wish(here(1, 100.0, 140.0), here(1, 300.0, 360.0)),
            wish(here(0, 200.0, 240.0), here(2, 400.0, 440.0)),
            wish(here(3, 50.0, 70.0), End::Above),
        ],
    );
    assert_eq!(routes[0].points, [(120.0, 74.0), (120.0, 69.5), (330.0, 69.5), (330.0, 74.0)]);
    assert_eq!(routes[0].head, Some((330.0, 74.0, 4.5, Way::Down)));
    let lane = 644.0 + 1.75;
    assert_eq!(routes[1].points, [(220.0, 30.0), (220.0, 25.5), (lane, 25.5), (lane, 113.5), (420.0, 113.5), (420.0, 118.0)]);
    let last = *routes[2].points.last().expect("points");
    assert_eq!((last.1, routes[2].head.map(|head| head.3)), (REACH.0, Some(Way::Up)));
    assert_eq!(routes[0].path(), "M120 74 L120 71.75 Q120 69.5 122.25 69.5 L327.75 69.5 Q330 69.5 330 71.75 L330 74 ");
    assert_eq!(routes[0].head_path(), "M330 74L327 69.5L333 69.5Z");
}

#[test]
fn ends_on_one_box_share_its_width_in_the_order_of_where_they_go() {
    let lines = article();
    let own = here(1, 300.0, 360.0);
    let routes = routes(
        &lines,
        (644.0, 672.0),
        REACH,
        &[wish(own, here(2, 100.0, 130.0)), wish(own, here(1, 100.0, 130.0)), wish(here(1, 500.0, 520.0), own)],
    );
    let x = [routes[1].points[0].0, routes[2].points[3].0, routes[0].points[0].0];
    assert_eq!(x, [315.0, 330.0, 345.0], "to the left, to the right, to the gutter");
}

#[test]
fn a_line_between_nested_spans_is_seen() {
    let lines = article();
    let routes = routes(&lines, (644.0, 672.0), REACH, &[wish(here(1, 300.0, 400.0), here(1, 340.0, 360.0))]);
    let (from, to) = (routes[0].points[0].0, routes[0].points[3].0);
    assert!((from - to).abs() > 8.0 && (300.0..=400.0).contains(&from), "{from} {to}");
}
