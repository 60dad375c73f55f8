//! Scrolling a document that has just been opened: twenty screens in 240 frames.

use serde_json::json;

use crate::cases::{Case, Size};
use crate::harness::engine::Engine;
use crate::page::Page;
use crate::pair::Pair;
use crate::report::Row;

/// Screens that are scrolled.
const SCREENS: usize = 20;

/// Runs over a document that was just opened: what is seen for the first time is the dear part.
const RUNS: usize = 3;

/// Frames that are scrolled.
pub const FRAMES: usize = 240;

/// Scrolls a little with each frame, over so many screens or to the end, and if that is asked for back again; keeps the time
/// of each frame.
const SCROLL: &str = "
    window.gaps = null;
    const [frames, screens, back] = arguments;
    const end = document.documentElement.scrollHeight - innerHeight;
    const far = screens ? Math.min(screens * innerHeight, end) : end;
    const gaps = [];
    let last = null, frame = 0;
    const step = (now) => {
      if (last !== null) gaps.push(now - last);
      last = now;
      if (++frame > frames) { window.gaps = gaps; return; }
      const way = frame / frames * (back ? 2 : 1);
      scrollTo(0, far * (way < 1 || !back ? way : 2 - way));
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);";

/// Milliseconds between the frames of scrolling: over so many screens, or over all of the page and back.
pub fn gaps(page: &Page, screens: Option<usize>) -> Vec<f64> {
    page.browser.script(SCROLL, vec![json!(FRAMES), json!(screens), json!(screens.is_none())]);
    let gaps = page.browser.wait("the scrolling", "window.gaps", vec![]);
    gaps.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect()
}

/// The rows of a case.
pub fn measure(pair: &mut Pair, case: &Case, samples: usize) -> Vec<Row> {
    let engine = pair.engine;
    // Three runs where a limit stands, one elsewhere.
    let runs = if case.size == Size::M1 && case.spans == 10_000 && engine == Engine::Chromium { RUNS } else { 1 };
    let [ours, floor] = pair.in_turn(samples.min(runs), |pair, side, _| {
        pair.open_one(side, case);
        let page = pair.side(side);
        page.rest_mouse();
        let mut gaps = gaps(page, Some(SCREENS));
        let slow = gaps.iter().enumerate().filter(|(_, gap)| **gap > 50.0);
        let slow: Vec<String> = slow.map(|(frame, gap)| format!("{frame}: {gap:.0}")).collect();
        if !slow.is_empty() {
            println!("  {side:?}, long frames of {FRAMES} (in ms): {}", slow.join(", "));
        }
        gaps.sort_by(f64::total_cmp);
        let long = gaps.iter().filter(|gap| **gap > 50.0).count();
        [long as f64, gaps[gaps.len() - 1], gaps[gaps.len() * 95 / 100]]
    });
    let row = |part: &str, what: &str, unit: &'static str, at: usize| {
        Row::new(&format!("{part}/{}/{engine}", case.key()), &format!("{what}: {case}"), unit, ours[at], floor[at])
    };
    vec![
        row("scrolling", "20 screens, frames over 50 ms of 240", "", 0),
        row("scrolling-longest", "20 screens, longest frame", "ms", 1),
        row("scrolling-p95", "20 screens, 95 of 100 frames within", "ms", 2),
    ]
}
