//! Tests of [`super`], with the rectangles that engines gave for the bundled face.

use super::*;

fn rect(left: f64, width: f64) -> Rect {
    Rect { left, top: 23.0, width, height: 38.0 }
}

#[test]
fn what_each_engine_gives_for_one_range_becomes_the_same_pieces() {
    // `9 هجومًا` from the second digit of 99: Chromium, Firefox, WebKitGTK (moved by its own margin).
    let chromium = merged(vec![rect(855.03, 56.61), rect(923.94, 12.31)], true);
    let firefox = merged(vec![rect(923.97, 12.3), rect(855.07, 56.6)], true);
    let webkit = merged(vec![rect(880.0, 52.0), rect(932.0, 5.0), rect(949.0, 12.0), rect(961.0, 0.0)], true);
    assert_eq!(chromium, [rect(923.94, 12.31), rect(855.03, 56.61)]);
    assert_eq!(firefox, [rect(923.97, 12.3), rect(855.07, 56.6)]);
    assert_eq!(webkit, [rect(949.0, 12.0), rect(880.0, 57.0)]);
    // `99 هجومًا` whole: the two rectangles touch.
    let whole = merged(vec![rect(855.03, 56.61), rect(911.64, 24.61)], true);
    assert_eq!(whole.len(), 1);
    assert!((whole[0].width - 81.22).abs() < 1e-9);
}

#[test]
fn lines_stand_in_reading_order_and_never_merge() {
    let low = |left, width| rect(left, width).moved(0.0, 44.0);
    let rects = vec![low(10.0, 5.0), rect(40.0, 5.0), rect(10.0, 5.0), low(40.0, 5.0)];
    assert_eq!(merged(rects.clone(), true), [rect(40.0, 5.0), rect(10.0, 5.0), low(40.0, 5.0), low(10.0, 5.0)]);
    assert_eq!(merged(rects, false), [rect(10.0, 5.0), rect(40.0, 5.0), low(10.0, 5.0), low(40.0, 5.0)]);
}

#[test]
fn a_widthless_rectangle_goes_only_where_another_stays() {
    assert_eq!(merged(vec![rect(5.0, 0.0), rect(9.0, 3.0)], true), [rect(9.0, 3.0)]);
    assert_eq!(merged(vec![rect(5.0, 0.0)], true), [rect(5.0, 0.0)]);
}

#[test]
fn the_band_of_a_line_holds_its_boxes_and_leaves_a_gap() {
    let text = Rect { left: 0.0, top: 100.0, width: 50.0, height: 22.0 * 1.703 };
    for deepest in [None, Some(0), Some(1), Some(2)] {
        let band = ink_band(text, deepest);
        for lane in 0..=deepest.unwrap_or(0) {
            let piece = in_lane(text, lane);
            assert!(band.top <= piece.top && (deepest.is_none() || piece.bottom() <= band.bottom()));
        }
        // At the tightest spacing there is, the next line's band begins below this one's end.
        assert!(band.bottom() + 3.0 < ink_band(text.moved(0.0, 22.0 * 1.8), None).top);
    }
}

#[test]
fn boxes_stay_in_the_text_rectangle_and_lines_never_meet() {
    let em = 22.0;
    let text = Rect { left: 0.0, top: 0.0, width: 10.0, height: CONTENT * em };
    let all = (0..5).map(|lane| in_lane(text, lane)).collect::<Vec<_>>();
    for piece in &all {
        assert!(piece.top >= text.top && piece.bottom() <= text.bottom());
        for other in &all {
            assert!(piece.bottom() < other.top + 2.0 * em, "line height 2");
        }
    }
    let bottoms = all[..3].iter().map(Rect::bottom).collect::<Vec<_>>();
    assert!(bottoms.windows(2).all(|pair| pair[1] - pair[0] >= 3.0), "room for a line of 3 px");
    assert!(all[0].bottom() > all[3].bottom(), "a tint without a lane ends above the lines");
}

#[test]
fn a_limit_inside_lam_alef_gets_its_half_where_the_engine_gives_none() {
    // `لإيران`, lam at the right. The engine gave the alef no width: its rectangle of `إيران` begins at the ي.
    let pair = rect(100.0, 12.0);
    assert!(!divides(12.0, 0.0) && !divides(0.0, 12.0) && divides(4.81, 6.61));
    assert_eq!(merged(divided(vec![rect(60.0, 40.0)], pair, Half::Alef), true), [rect(60.0, 46.0)]);
    assert_eq!(merged(divided(vec![rect(100.0, 0.0)], pair, Half::Alef), true), [rect(100.0, 6.0)]);
    // `قال ل`: the engine gave the lam all of the ligature.
    assert_eq!(merged(divided(vec![rect(100.0, 42.0)], pair, Half::Lam), true), [rect(106.0, 36.0)]);
    // A piece on another line is left alone.
    let above = rect(100.0, 9.0).moved(0.0, -44.0);
    assert_eq!(divided(vec![above], pair, Half::Lam), [above, rect(106.0, 6.0)]);
    assert_eq!((end_half(pair, true), end_half(pair, false)), (rect(100.0, 6.0), rect(106.0, 6.0)));
}

#[test]
fn pairs_are_found_with_and_without_marks() {
    let text = Text::new("لإيران وَلَا للحوثيين ا");
    assert_eq!(lam_alef_at(&text, Offset(1)), Some(TextRange::of(0, 2)));
    assert_eq!(lam_alef_at(&text, Offset(11)), Some(TextRange::of(9, 12)), "lam, fatha, alef");
    for elsewhere in [0, 2, 4, 10, 14, 15, 22, 23, 99] {
        assert_eq!(lam_alef_at(&text, Offset(elsewhere)), None, "{elsewhere}");
    }
}

#[test]
fn characters_tell_which_way_they_run() {
    assert_eq!(
        ['ع', '9', '٩', 'F', ' ', '\u{1EE00}', '،'].map(runs_rtl),
        [Some(true), Some(false), Some(false), Some(false), None, Some(true), None]
    );
    assert_eq!(first_strong_rtl("99 (FBI) قال"), Some(false));
    assert_eq!(first_strong_rtl("99، قال FBI"), Some(true));
    assert_eq!(first_strong_rtl("99 🙂"), None);
}
