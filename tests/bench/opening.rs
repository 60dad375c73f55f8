//! Opening a document with its spans: from the navigation to the first screen painted, and to input taken.

use serde_json::json;

use crate::cases::Case;
use crate::harness::engine::Engine;
use crate::pair::{Pair, Side};
use crate::report::Row;

/// Keeps when the first screen was painted (the frame after the one that finds it there) and when input was taken.
/// In Chromium it stands in the page before its scripts; elsewhere it comes with the page's `load`, which is earlier than
/// what it looks for, or at worst a few milliseconds late. The floor is there when all its text and its spans are.
const WATCH: &str = "((id, spans) => {
    if (window.opened || location.protocol === 'about:') return;
    const opened = (window.opened = { painted: null, taggable: null });
    const root = () => document.documentElement?.dataset;
    const there = () => {
      if (root()?.floor) return true;
      const article = document.querySelector(`article[data-document=\"${id}\"]`);
      if (!article?.querySelector('[data-start]')?.getClientRects().length || article.parentElement.id !== 'reading') return false;
      return !spans || article.querySelector('[data-span]')?.getClientRects().length;
    };
    const look = () => {
      if (root()?.hashiya && there()) opened.taggable ??= performance.now();
      if (!opened.painted && there()) requestAnimationFrame(() => { opened.painted ??= performance.now(); });
      if (!opened.painted || !opened.taggable) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })";

/// The rows of a case.
pub fn measure(pair: &mut Pair, case: &Case, samples: usize) -> Vec<Row> {
    let engine = pair.engine;
    let given = format!("{WATCH}({}, {});", json!(case.corpus.id), case.spans > 0);
    let scripts = [Side::Floor, Side::Ours].map(|side| {
        if engine != Engine::Chromium {
            return None;
        }
        let page = pair.side(side);
        page.browser.devtools("Page.enable", json!({}));
        let added = page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": given }));
        Some(added["identifier"].clone())
    });
    let load = |pair: &mut Pair, side: Side, _: usize| {
        let page = pair.side(side);
        page.browser.go("about:blank");
        page.browser.go(&page.address);
        page.browser.script(&given, vec![]);
        let expression =
            "window.opened?.painted && window.opened.taggable && performance.getEntriesByName('first-contentful-paint').length &&
            [window.opened.painted, window.opened.taggable, performance.getEntriesByName('first-contentful-paint')[0].startTime]";
        let taken = page.browser.wait("the first screen", expression, vec![]);
        [0, 1, 2].map(|at| taken[at].as_f64().unwrap())
    };
    load(pair, Side::Floor, 0);
    load(pair, Side::Ours, 0);
    let [ours, floor] = pair.in_turn(samples, load);
    for (side, script) in [Side::Floor, Side::Ours].into_iter().zip(scripts) {
        if let Some(script) = script {
            pair.side(side).browser.devtools("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script }));
        }
    }
    let row = |part: &str, what: &str, at: usize| {
        Row::new(&format!("{part}/{}/{engine}", case.key()), &format!("{what}: {case}"), "ms", ours[at], floor[at])
    };
    let mut taggable = row("opening-taggable", "opened, taggable", 1);
    // Beside the floor's first screen: taggable right then.
    taggable.base = floor[0];
    vec![
        row("opening", "opened, first screen painted", 0),
        taggable,
        row("opening-contentful", "opened, first contentful paint", 2),
    ]
}
