//! A thousand spans and two hundred relations in one article, all drawn: tagging, scrolling, pointing, in each engine.

use crate::corpus::{Corpus, FT};
use crate::harness::browser::Browser;
use crate::harness::engine::{ENGINES, Engine};
use crate::harness::site::Site;
use crate::page::Page;
use crate::report::{Row, median};
use crate::scrolling::{self, FRAMES};
use crate::tagging;

const SPANS: usize = 1_000;
const RELATIONS: usize = 200;
/// Spans that are pointed at.
const POINTS: usize = 30;

/// Keeps the time from the pointer's own time stamp to the end of the frame that shows a line standing out; a negative
/// number where none does, since the innermost span there has no relation.
const WATCH: &str = "
    window.taken = null;
    addEventListener('pointermove', (event) => {
      let frames = 0;
      const look = () => {
        if (++frames > 60) { window.taken = -1; return; }
        if (!document.querySelector('#arcs .strong')) return requestAnimationFrame(look);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { window.taken = performance.now() - event.timeStamp; };
        channel.port2.postMessage(0);
      };
      look();
    }, { capture: true, once: true });";

/// The rows of every engine that is here.
pub fn measure(product: &Site, floor: &Site) -> Vec<Row> {
    let mut rows = Vec::new();
    for engine in ENGINES.into_iter().filter(|engine| engine.find().is_ok()) {
        let Ok(browser) = Browser::start(engine) else { continue };
        let mut page = Page::new(browser, &floor.fresh_origin());
        let least = tagging::alone(&mut page, 0, 0);
        page.open_document(FT);
        let bare = slow_frames(&page);
        page.address = product.fresh_origin();
        let tag = tagging::alone(&mut page, SPANS, RELATIONS);
        rows.push(Row::new(
            &format!("related/tag/{engine}"),
            &format!("key to painted tag, {SPANS} spans and {RELATIONS} relations, {engine}"),
            "ms",
            tag,
            least,
        ));
        page.keys(&["Escape"]);
        page.rest_mouse();
        let slow = slow_frames(&page);
        rows.push(Row::new(
            &format!("related/scrolling/{engine}"),
            &format!("frames over 50 ms of {FRAMES} while scrolling them, {engine}"),
            "",
            slow,
            bare,
        ));
        if engine == Engine::Chromium {
            let pointed = pointed(&page);
            rows.push(Row::new(
                &format!("related/pointing/{engine}"),
                &format!("pointing at a span to its lines, {RELATIONS} relations, {engine}"),
                "ms",
                pointed,
                f64::NAN,
            ));
        }
    }
    rows
}

/// How many frames took longer than 50 ms while the article was scrolled through and back.
fn slow_frames(page: &Page) -> f64 {
    scrolling::gaps(page, None).into_iter().filter(|gap| *gap > 50.0).count() as f64
}

/// Milliseconds from a movement of the mouse to the lines of what it came to.
fn pointed(page: &Page) -> f64 {
    let corpus = Corpus::read(FT);
    let mut times = Vec::new();
    for word in crate::page::related::words(&corpus).into_iter().skip(22).step_by(7).take(POINTS) {
        page.show(&corpus, word);
        page.rest_mouse();
        page.keys(&["Escape"]);
        page.browser.wait("nothing to stand out", "!document.querySelector('#arcs .strong')", vec![]);
        let point = page.aim(&corpus, corpus.utf16(word.start + 1), false);
        page.browser.script(WATCH, vec![]);
        page.move_mouse(point);
        times.push(page.browser.wait("the lines", "window.taken", vec![]).as_f64().unwrap());
    }
    times.retain(|time| *time >= 0.0);
    assert!(times.len() > POINTS / 3, "most words are ends of relations: {times:?}");
    median(&mut times)
}
