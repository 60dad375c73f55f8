//! From the key to the frame in which the tag is on screen.

use crate::corpus::{Corpus, FT};
use crate::page::Page;
use crate::page::related::words;
use crate::page::surface::From;
use crate::report::median;

/// Tags that the time is the median of.
const TAGS: usize = 15;

/// Keeps the time from a key's own time stamp to the end of the frame that first shows more pieces.
const WATCH: &str = "
    window.taken = null;
    const count = () => document.querySelectorAll('[data-span]').length;
    addEventListener('keydown', (event) => {
      const before = count();
      const look = () => {
        if (count() === before) return requestAnimationFrame(look);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { window.taken = performance.now() - event.timeStamp; };
        channel.port2.postMessage(0);
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });";

/// Milliseconds for one tag when `present` spans and `related` relations are there already, all drawn.
pub fn measure(page: &mut Page, present: usize, related: usize) -> f64 {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    if present > 0 {
        page.open_related(&corpus, present, related);
    }
    if related > 0 {
        page.show_lines();
    }
    let mut times = Vec::new();
    for word in words(&corpus).into_iter().filter(|word| word.end - word.start > 4).step_by(9).take(TAGS) {
        page.drag(&corpus, word, From::Start);
        page.browser.script(WATCH, vec![]);
        page.keys(&["1"]);
        times.push(page.browser.wait("the tag", "window.taken", vec![]).as_f64().unwrap());
    }
    median(&mut times)
}
