//! Scrolling a document that has just been opened: twenty screens in 240 frames.

use serde_json::json;

use crate::cases::{Case, Size};
use crate::harness::engine::Engine;
use crate::pair::Pair;
use crate::report::Row;

/// Runs over a document that was just opened: what is seen for the first time is the dear part.
const RUNS: usize = 3;

/// Scrolls a little with each frame, and keeps the time of each.
const SCROLL: &str = "
    window.gaps = null;
    const gaps = [], far = Math.min(20 * innerHeight, document.documentElement.scrollHeight - innerHeight);
    let last = null, frame = 0;
    const step = (now) => {
      if (last !== null) gaps.push(now - last);
      last = now;
      if (++frame > 240) { window.gaps = gaps; return; }
      scrollTo(0, far * frame / 240);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);";

/// The rows of a case.
pub fn measure(pair: &mut Pair, case: &Case, samples: usize) -> Vec<Row> {
    let engine = pair.engine;
    // Three runs where a limit stands, one elsewhere.
    let runs = if case.size == Size::M1 && case.spans == 10_000 && engine == Engine::Chromium { RUNS } else { 1 };
    let [ours, floor] = pair.in_turn(samples.min(runs), |pair, side, _| {
        pair.open_one(side, case);
        let page = pair.side(side);
        page.rest_mouse();
        page.browser.script(SCROLL, vec![]);
        let gaps = page.browser.wait("the scrolling", "window.gaps", vec![json!(0)]);
        let mut gaps: Vec<f64> = gaps.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
        let slow = gaps.iter().enumerate().filter(|(_, gap)| **gap > 50.0);
        let slow: Vec<String> = slow.map(|(frame, gap)| format!("{frame}: {gap:.0}")).collect();
        if !slow.is_empty() {
            println!("  {side:?}, long frames of 240 (in ms): {}", slow.join(", "));
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
