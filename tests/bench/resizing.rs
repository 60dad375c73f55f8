//! A window made narrower and wider: from the last frame of the old width to the second one in which all is in its place.

use serde_json::json;

use crate::cases::Case;
use crate::corpus::Stretch;
use crate::harness::browser::{HEIGHT, WIDTH};
use crate::page::Page;
use crate::pair::{Pair, Side};
use crate::report::Row;

/// The other width, in CSS pixels.
const NARROW: i64 = 1000;

/// Keeps the time from the last frame of the old width to the second frame in which the painted span (if there is one) stands
/// where its words are.
const WATCH: &str = "
    window.taken = null;
    const [id, span, start, end] = arguments;
    const width = innerWidth;
    const block = span && T.blockAt(id, start, false);
    const range = span && document.createRange();
    if (span) {
      range.setStart(block.firstChild, start - Number(block.dataset.start));
      range.setEnd(block.firstChild, end - Number(block.dataset.start));
    }
    const edge = (pick, side, rects) => Math[pick](...rects.map((r) => r[side]));
    const fits = () => {
      if (!span) return true;
      const words = [...range.getClientRects()].filter((r) => r.width > 0);
      const pieces = [...document.querySelectorAll(`[data-span=\"${span}\"]`)].map((e) => e.getBoundingClientRect());
      const near = (pick, side) => Math.abs(edge(pick, side, words) - edge(pick, side, pieces)) <= 1.5;
      const middle = (edge('min', 'top', pieces) + edge('max', 'bottom', pieces)) / 2;
      return near('min', 'left') && near('max', 'right') && edge('min', 'top', words) < middle && middle < edge('max', 'bottom', words);
    };
    let last = performance.now(), begun = null;
    const frame = () => {
      const now = performance.now();
      if (innerWidth === width) last = now;
      else begun ??= last;
      if (begun === null || !fits()) requestAnimationFrame(frame);
      else requestAnimationFrame(() => { window.taken = performance.now() - begun; });
    };
    requestAnimationFrame(frame);";

/// The rows of a case; both pages are open on it.
pub fn measure(pair: &mut Pair, case: &Case, samples: usize) -> Vec<Row> {
    let engine = pair.engine;
    let seen = if case.spans > 0 { seen(&pair.ours, case) } else { None };
    let [ours, floor] = pair.in_turn(samples, |pair, side, nth| {
        let page = pair.side(side);
        let watched = if side == Side::Ours { seen.as_ref() } else { None };
        let given = watched.map_or_else(
            || vec![json!(case.corpus.id), json!(null)],
            |(span, run)| {
                vec![json!(case.corpus.id), json!(span), json!(case.corpus.utf16(run.start)), json!(case.corpus.utf16(run.end))]
            },
        );
        page.browser.script(WATCH, given);
        page.browser.resize(if nth % 2 == 0 { NARROW } else { WIDTH }, HEIGHT);
        [page.browser.wait("the new width", "window.taken", vec![]).as_f64().unwrap()]
    });
    for side in [Side::Floor, Side::Ours] {
        pair.side(side).browser.resize(WIDTH, HEIGHT);
    }
    vec![Row::new(&format!("resizing/{}/{engine}", case.key()), &format!("another width: {case}"), "ms", ours[0], floor[0])]
}

/// A span of the case that is painted in the viewport, within one block.
fn seen(page: &Page, case: &Case) -> Option<(String, Stretch)> {
    let runs = case.runs();
    let ids = page.browser.script("return T.paintedIds().filter((id) => T.visiblePieces(id).length === 1);", vec![]);
    let spans = ids.as_array()?.iter().filter_map(serde_json::Value::as_str).filter_map(|id| {
        let nth: usize = id.strip_prefix("bench-")?.parse().ok()?;
        Some((id.to_owned(), *runs.get(nth)?))
    });
    // One word: a run over two blocks has two places.
    let single = |run: Stretch| !case.corpus.slice(run).contains(char::is_whitespace);
    spans.into_iter().find(|(_, run)| single(*run))
}
