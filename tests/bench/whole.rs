//! What laying out only what is near the viewport costs: selecting all, and finding words in the page.

use serde_json::json;

use crate::cases::Case;
use crate::pair::{Pair, Side};
use crate::report::Row;

/// Selects all of the article, or lets the browser find words in it from the end; keeps the time to the second frame after.
const ACT: &str = "
    window.taken = null;
    const [id, words] = arguments;
    getSelection().removeAllRanges();
    requestAnimationFrame(() => setTimeout(() => {
      const begun = performance.now();
      if (words) window.found = window.find(words, false, true, true);
      else getSelection().selectAllChildren(T.article(id));
      requestAnimationFrame(() => requestAnimationFrame(() => { window.taken = performance.now() - begun; }));
    }));";

/// The rows of a case.
pub fn measure(pair: &mut Pair, case: &Case, samples: usize) -> Vec<Row> {
    let engine = pair.engine;
    let words = crate::page::related::words(&case.corpus);
    let last = &words[words.len() - 3..];
    let words = case.corpus.slice(crate::corpus::Stretch { start: last[0].start, end: last[2].end });
    let mut rows = Vec::new();
    for (part, what, words) in
        [("whole-select", "all of it selected", None), ("whole-find", "the browser finds its last words", Some(words))]
    {
        let [ours, floor] = pair.in_turn(samples.min(3), |pair, side: Side, _| {
            // Anew each time: what has been laid out once stays so.
            pair.open_one(side, case);
            let page = pair.side(side);
            page.browser.script(ACT, vec![json!(case.corpus.id), json!(words)]);
            let taken = page.browser.wait("the second frame", "window.taken", vec![]);
            if words.is_some() {
                assert_eq!(page.browser.script("return window.found;", vec![]), true, "the last words are found");
            }
            [taken.as_f64().unwrap()]
        });
        rows.push(Row::new(&format!("{part}/{}/{engine}", case.key()), &format!("{what}: {case}"), "ms", ours[0], floor[0]));
    }
    rows
}
