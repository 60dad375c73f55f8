//! From the key to the frame in which the tag is on screen, and to the one after it.

use serde_json::json;

use crate::cases::Case;
use crate::corpus::{Corpus, FT, Stretch};
use crate::page::Page;
use crate::page::related::words;
use crate::page::surface::From;
use crate::pair::{Pair, Side};
use crate::report::{Row, median};

/// Tags of one page alone that the time is the median of.
const TAGS: usize = 15;
/// Tags before the first that counts: after the first one the second program comes.
const WARM: usize = 2;

/// Milliseconds from one frame to the next.
const FRAME: f64 = 1000.0 / 60.0;

/// Calls back at a moment between two frames, so many milliseconds after the first of them. Keys come at any moment; which
/// ones those are is not left to chance, or the medians of a few would differ by a third of a frame.
const MOMENT: &str = "
    const [after] = arguments; const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => setTimeout(() => done(1), after));";

/// Has frames follow one another until the tag is there, and keeps two times from a key's own time stamp: to the end of the first frame that shows a piece of a new span, and to the
/// beginning of the frame after it.
const WATCH: &str = "
    window.taken = null;
    const tick = () => { if (!window.taken) requestAnimationFrame(tick); };
    tick();
    const before = new Set(T.paintedIds());
    const fresh = (node) => node.dataset?.span && !before.has(node.dataset.span);
    addEventListener('keydown', (event) => {
      const watch = new MutationObserver((records) => {
        const come = records.some(({ type, target, addedNodes }) =>
          type === 'attributes' ? fresh(target) : [...addedNodes].some((node) =>
            fresh(node) || (node.firstElementChild && [...node.querySelectorAll('[data-span]')].some(fresh))));
        if (!come) return;
        watch.disconnect();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          let first;
          channel.port1.onmessage = () => { first = performance.now() - event.timeStamp; };
          channel.port2.postMessage(0);
          requestAnimationFrame(() => {
            const second = performance.now() - event.timeStamp;
            window.taken = [first ?? second, second];
          });
        });
      });
      watch.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-span'] });
    }, { capture: true, once: true });";

/// The rows of a case; both pages are open on it.
pub fn measure(pair: &mut Pair, case: &Case, samples: usize) -> Vec<Row> {
    let targets = case.targets(samples + WARM);
    for target in &targets[..WARM] {
        for side in [Side::Floor, Side::Ours] {
            sample(pair.side(side), &case.corpus, *target, 0.0);
        }
    }
    crate::project::wait_long(&pair.ours, "the second program", "document.querySelector('#desk').link");
    crate::project::wait_long(&pair.ours, "everything to be saved", "document.documentElement.dataset.saved === 'true'");
    pair.ours.browser.frames();
    let [ours, floor] = pair.in_turn(samples, |pair, side, nth| {
        sample(pair.side(side), &case.corpus, targets[WARM + nth], nth as f64 / samples as f64)
    });
    let engine = pair.engine;
    let row = |part: &str, what: &str, at: usize| {
        Row::new(&format!("{part}/{}/{engine}", case.key()), &format!("{what}: {case}"), "ms", ours[at], floor[at])
    };
    vec![row("tagging", "key to the second frame with the tag", 1), row("tagging-first", "key to the end of the first frame", 0)]
}

/// Tags a word by a key that comes at this share of a frame; gives the times to the first and to the second frame.
pub fn sample(page: &Page, corpus: &Corpus, word: Stretch, share: f64) -> [f64; 2] {
    page.drag(corpus, word, From::Start);
    page.browser.script(WATCH, vec![]);
    page.browser.script_async(MOMENT, vec![json!(share * FRAME)]);
    page.keys(&["1"]);
    let taken = page.browser.wait("the tag", "window.taken", vec![]);
    [0, 1].map(|at| taken[at].as_f64().unwrap())
}

/// What follows from the cells of a run: each of ours beside the best of the floor's, and many spans beside none.
pub fn conclusions(rows: &mut Vec<Row>) {
    for engine in crate::harness::engine::ENGINES {
        let own = |row: &Row| row.key.starts_with("tagging/") && row.key.ends_with(&format!("/{engine}"));
        let best = rows.iter().filter(|row| own(row)).map(|row| row.floor).fold(f64::INFINITY, f64::min);
        for row in rows.iter_mut().filter(|row| own(row)) {
            row.base = best;
        }
        let mut more = Vec::new();
        for row in rows.iter().filter(|row| own(row) && row.key.contains("/100000/")) {
            let none = row.key.replace("/100000/", "/0/");
            if let Some(none) = rows.iter().find(|row| row.key == none) {
                let key = row.key.replace("tagging/", "tagging-many/");
                more.push(Row::new(&key, &row.what.replace("spans", "spans, beside none"), "ms", row.ours, none.ours));
            }
        }
        rows.extend(more);
    }
}

/// Milliseconds to the end of the first frame for one tag of the first article, when `present` spans and `related` relations
/// are there already, all drawn.
pub fn alone(page: &mut Page, present: usize, related: usize) -> f64 {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    if present > 0 {
        page.open_related(&corpus, present, related);
    }
    if related > 0 {
        page.show_lines();
    }
    let words = words(&corpus).into_iter().filter(|word| word.end - word.start > 4).step_by(9).take(TAGS);
    let mut times: Vec<f64> =
        words.enumerate().map(|(nth, word)| sample(page, &corpus, word, nth as f64 / TAGS as f64)[0]).collect();
    median(&mut times)
}
