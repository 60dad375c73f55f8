//! Searching and tagging all over a million characters: from a key to its hits, and how long the page is deaf meanwhile.

use serde_json::{Value, json};

use crate::corpus::Stretch;
use crate::page::Page;
use crate::page::large::{LARGE, texts};
use crate::report::{Row, median};

/// Code points of the project.
const POINTS: usize = 1_000_000;

/// A frame at 60 Hz, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// Words that are typed letter by letter.
const WORDS: [&str; 3] = ["إيران", "الولايات المتحدة", "للحوثيين"];

/// Expressions that are typed sign by sign: a usual one, one that goes back and forth, one that is slow for any engine.
const EXPRESSIONS: [&str; 3] = [r"\w+ \d+ هجوم", "(.*)*x", "(.{1,40}){1,2}x"];

/// The time from a key's own time stamp to the end of the frame that shows all its hits, and to the end of the first frame
/// after it; and the times between frames.
const WATCH: &str = "
    window.taken = [];
    window.gaps = [];
    let last = performance.now();
    const gap = (now) => {
      window.gaps.push(now - last);
      last = now;
      if (window.gaps) requestAnimationFrame(gap);
    };
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(gap); });
    const painted = (then) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(0);
    });
    addEventListener('input', (event) => {
      const typed = event.target.value;
      const done = () => {
        const search = document.querySelector('.desk .search');
        return search?.dataset.asked === typed && !search.ariaBusy;
      };
      let first = null;
      const look = () => painted(() => {
        const now = performance.now() - event.timeStamp;
        first ??= now;
        if (event.target.value !== typed) return;
        if (!done()) return look();
        window.taken.push([now, first]);
      });
      look();
    }, { capture: true });";

/// What was measured of some keys.
struct Keys {
    /// From each key to all its hits.
    hits: Vec<f64>,
    /// From each key to the next frame.
    frame: Vec<f64>,
    /// Between two frames at most.
    gap: f64,
}

/// Measures the page.
pub fn measure(page: &mut Page) -> Vec<Row> {
    page.open("");
    page.open_large(POINTS);
    page.keys(&["f"]);
    page.browser.wait("the field of the search to have the focus", "document.activeElement?.dataset.field === 'search'", vec![]);
    page.browser.wait("the texts to be ready", "!document.querySelector('.desk .search').ariaBusy", vec![]);
    page.browser.script(WATCH, vec![]);
    let mut rows = Vec::new();
    let row = |key: &str, what: &str, time: f64| {
        Row::new(&format!("searching/{key}/chromium"), &format!("{what}, a million characters"), "ms", time, FRAME)
    };
    for mode in ["exact", "folded", "clitics"] {
        page.press_action(&format!("[data-how=\"{mode}\"]"));
        let mut keys = typed(page, &WORDS);
        rows.push(row(mode, &format!("key to all hits, {mode}"), median(&mut keys.hits)));
        rows.push(row(&format!("{mode}-slowest"), &format!("key to all hits, {mode}, the slowest key"), longest(&keys.hits)));
    }
    page.press_action("[data-how=\"pattern\"]");
    let mut keys = typed(page, &EXPRESSIONS);
    rows.push(row("pattern-frame", "key to the next frame, regular expression", median(&mut keys.frame)));
    rows.push(row("pattern", "key to all hits, regular expression", median(&mut keys.hits)));
    rows.push(row("pattern-slowest", "key to all hits, regular expression, the slowest key", longest(&keys.hits)));
    rows.push(row("pattern-gap", "longest time without a frame, regular expression", keys.gap));
    page.keys(&["Escape"]);
    rows.extend(twins(page, row));
    rows
}

/// Types words letter by letter, each letter when the hits of the one before it are there.
fn typed(page: &Page, words: &[&str]) -> Keys {
    let field = page.browser.element("return document.querySelector('[data-field=\"search\"]');", vec![]);
    page.browser.click(&field);
    page.browser.script("window.taken = []; window.gaps = [];", vec![]);
    let mut count = 0;
    for word in words {
        page.keys(&["Control", "a"]);
        for letter in word.chars() {
            page.keys(&[&letter.to_string()]);
            count += 1;
            page.browser.wait("the hits of a key", "window.taken.length === arguments[0]", vec![json!(count)]);
        }
    }
    let taken = page.browser.script("return [window.taken, Math.max(...window.gaps)];", vec![]);
    let column = |at: usize| taken[0].as_array().unwrap().iter().map(|both| both[at].as_f64().unwrap()).collect();
    Keys { hits: column(0), frame: column(1), gap: taken[1].as_f64().unwrap() }
}

fn longest(times: &[f64]) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}

/// The twins of a word, and tagging them all.
fn twins(page: &mut Page, row: impl Fn(&str, &str, f64) -> Row) -> Vec<Row> {
    let text = &texts(POINTS)[0];
    let start = text.find("إيران").map(|byte| text[..byte].chars().count()).unwrap();
    let label = page.label(0);
    let corpus = crate::corpus::Corpus { id: LARGE[0], text: text.chars().take(20_000).collect() };
    page.select(&corpus, Stretch { start, end: start + 5 });
    page.new_span(|page| page.press_label(&label));
    page.browser.frames();
    page.browser.script(
        "window.gaps = []; window.done = null;
         addEventListener('keydown', (event) => {
           const untagged = () => Number(document.querySelector('.desk [data-untagged]')?.dataset.untagged ?? 0);
           const look = () => untagged() > 1000
             ? requestAnimationFrame(() => { window.done = [performance.now() - event.timeStamp, Math.max(...window.gaps), untagged()]; })
             : requestAnimationFrame(look);
           look();
         }, { capture: true, once: true });",
        vec![],
    );
    page.keys(&["d"]);
    let shown = page.browser.wait("the twins", "window.done", vec![]);
    let number = |value: &Value| value.as_f64().unwrap();
    page.browser.script(
        "window.gaps = []; window.done = null;
         const button = document.querySelector('[data-action=\"tag-twins\"]');
         addEventListener('click', (event) => {
           const look = () => document.querySelector('.desk [data-untagged]')?.dataset.untagged === '0'
             ? requestAnimationFrame(() => { window.done = [performance.now() - event.timeStamp, Math.max(...window.gaps)]; })
             : requestAnimationFrame(look);
           look();
         }, { capture: true, once: true });",
        vec![],
    );
    page.press_action("[data-action=\"tag-twins\"]");
    let done = page.browser.wait("all to be tagged", "window.done", vec![]);
    let count = number(&shown[2]);
    vec![
        row("twins", &format!("key to {count} twins"), number(&shown[0])),
        row("twins-gap", "longest time without a frame, looking for twins", number(&shown[1])),
        row("twins-tagged", &format!("tagging {count} twins, press to all done"), number(&done[0])),
        row("twins-tagged-gap", &format!("tagging {count} twins, longest time without a frame"), number(&done[1])),
    ]
}
