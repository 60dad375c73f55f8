//! From the key to the frame in which the tag is on screen.

use serde_json::{Value, json};

use crate::corpus::{Corpus, FT, Stretch};
use crate::page::Page;
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

/// Milliseconds for one tag when `present` spans are there already.
pub fn measure(page: &mut Page, present: usize) -> f64 {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    if present > 0 {
        fill(page, &corpus, present);
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

/// The words of the text, by white space.
fn words(corpus: &Corpus) -> Vec<Stretch> {
    let mut words: Vec<Stretch> = Vec::new();
    let mut inside = false;
    for (at, letter) in corpus.text.chars().enumerate() {
        match (letter.is_whitespace(), inside) {
            (false, true) => words.last_mut().unwrap().end = at + 1,
            (false, false) => words.push(Stretch { start: at, end: at + 1 }),
            _ => {}
        }
        inside = !letter.is_whitespace();
    }
    words
}

/// Opens a file with this many spans: every word, every two words, every three, with one label after another.
fn fill(page: &mut Page, corpus: &Corpus, present: usize) {
    // All but the label that is measured with: a span that is there already would be refused.
    let labels = page.labels().split_off(1);
    let sample = words(corpus)[0];
    page.tag(corpus, sample, &labels[0]);
    let mut file = page.download().0;
    let words = words(corpus);
    let runs =
        (1..).flat_map(|length| words.windows(length).map(|run| Stretch { start: run[0].start, end: run[run.len() - 1].end }));
    let documents = file["documents"].as_array_mut().unwrap();
    let document = documents.iter_mut().find(|document| document["id"] == FT).unwrap();
    let model = document["spans"][0].clone();
    let spans = runs
        .skip(1)
        .take(present - 1)
        .enumerate()
        .map(|(nth, run)| span(corpus, &model, nth, run, &labels[nth % labels.len()].id));
    let spans: Vec<Value> = spans.collect();
    document["spans"].as_array_mut().unwrap().extend(spans);
    let path = page.keep("thousand.json", &file.to_string());
    page.open_files(&[path]);
    page.browser.wait("the file to be open", "T.paintedIds().length > 20", vec![]);
    page.saved();
    assert_eq!(page.download().spans(FT).len(), present);
}

fn span(corpus: &Corpus, model: &Value, nth: usize, run: Stretch, label: &str) -> Value {
    let mut span = model.clone();
    let around = |start: usize, end: usize| corpus.slice(Stretch { start, end });
    span["id"] = json!(format!("bench-{nth}"));
    span["label"] = json!(label);
    span["start"] = json!(run.start);
    span["end"] = json!(run.end);
    span["utf16"] = json!([corpus.utf16(run.start), corpus.utf16(run.end)]);
    span["utf8"] = json!([corpus.utf8(run.start), corpus.utf8(run.end)]);
    span["text"] = json!(corpus.slice(run));
    let width = model["suffix"].as_str().map_or(0, |suffix| suffix.chars().count());
    span["prefix"] = json!(around(run.start.saturating_sub(width), run.start));
    span["suffix"] = json!(around(run.end, (run.end + width).min(corpus.len())));
    span
}
