//! Agreement of several who marked much: measured in workers, and the very same where there are none or one breaks.

use serde_json::{Value, json};

use super::annotators::{open_annotators, waits_for_sets};
use crate::corpus::{Corpus, FT, Stretch};
use crate::page::Page;
use crate::page::native::Native;
use crate::page::related::{span_like, words};

/// How many annotators there are: enough for gamma to take seconds.
const MANY: usize = 9;

/// Every worker that the page makes from now on, and which of them it has ended. They hear what they are told as late as
/// `slow` says, in milliseconds, so that there is time to stop them on a quick machine too.
const WATCH: &str = "const Known = window.Worker;
    [window.crew, window.slow] = [[], 0];
    window.Worker = class extends Known {
      constructor(...all) { super(...all); this.at = true; crew.push(this); }
      postMessage(...all) { slow ? setTimeout(() => super.postMessage(...all), slow) : super.postMessage(...all); }
      terminate() { this.at = false; super.terminate(); }
    };";

/// Opens a file in which everybody has marked many words of a text in their own way.
fn open_crowd(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let labels = page.labels();
    let words = words(&corpus);
    page.tag(&corpus, words[0], &labels[0]);
    let mut file = page.download().0;
    let document = file["documents"].as_array_mut().unwrap().iter_mut().find(|document| document["id"] == FT).unwrap();
    let model = document["spans"][0].clone();
    let mut spans = Vec::new();
    for who in 0..MANY {
        for (nth, run) in words.chunks_exact(3).enumerate() {
            // What they do follows from their number and the place.
            let turn = (nth * 31 + who * 17 + nth * who * 7) % 11;
            let (start, length) = if turn < 3 { (turn, 1) } else { (0, 1 + nth % 3) };
            let run = Stretch { start: run[start].start, end: run[start + length - 1].end };
            let label = if turn == 5 { who + 1 } else { nth };
            let mut span = span_like(&corpus, &model, &format!("{who}-{nth}"), run, &labels[label % labels.len()].id);
            span["set"] = json!(format!("s{who}"));
            spans.push(span);
        }
    }
    document["spans"].as_array_mut().unwrap().extend(spans);
    let sets = (0..MANY)
        .map(|who| json!({ "id": format!("s{who}"), "annotator": format!("Nr {who}"), "role": "received", "derived_from": [] }));
    file["annotation_sets"].as_array_mut().unwrap().extend(sets);
    page.open_native("crowd.json", &Native(file));
}

/// Shows the page of agreement, once workers can be had, if they are to be had.
fn begin(page: &Page) {
    open_annotators(page);
    waits_for_sets(page, MANY + 1);
    page.press_action(".desk [data-action=\"show-agreement\"]");
    page.waits_for(".desk-agreement");
}

/// Waits until there is somebody who makes workers.
fn workers_can_be_had(page: &Page) {
    let made = "(() => { const made = []; document.dispatchEvent(new CustomEvent('worker', { detail: made })); made[0]?.terminate(); return made.length; })()";
    page.browser.wait("workers", made, vec![]);
}

/// Has a worker made, gives it the second program, and waits until it says that it is there.
pub(super) fn a_worker_answers(page: &Page) {
    workers_can_be_had(page);
    page.browser.script(
        "const made = [], { deskWasm } = document.querySelector('script[data-offline]').dataset;
         document.dispatchEvent(new CustomEvent('worker', { detail: made }));
         made[0].onmessage = () => { window.answered = true; made[0].terminate(); };
         fetch(deskWasm).then((answer) => answer.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes)).then((module) => made[0].postMessage(module));",
        vec![],
    );
    page.browser.wait("the worker", "window.answered", vec![]);
}

/// Everything measured, as the file has it.
fn all(page: &Page) -> Value {
    page.browser.wait(
        "everything measured",
        "document.querySelector('.desk-agreement[data-measured=\"true\"][data-gamma=\"true\"] .agreement-progress[hidden]')",
        vec![],
    );
    let file = page.download_by(|page| page.press_action(".desk [data-action=\"agreement-json\"]"));
    let measures = file.0["measures"].clone();
    assert!(
        measures.as_array().is_some_and(|rows| rows.iter().filter(|row| row["measure"] == "gamma").count() == pairs() + 1),
        "{}",
        file.0
    );
    measures
}

/// Every two of those who marked, and who opened the file.
const fn pairs() -> usize {
    (MANY + 1) * MANY / 2
}

/// How many workers had a part in it.
fn workers(page: &Page) -> u64 {
    let said = page.browser.script("return Number(document.querySelector('.desk-agreement').dataset.workers);", vec![]);
    said.as_u64().unwrap_or_default()
}

/// Has the page believe in a machine of eight threads.
fn be_eight_threads(page: &Page) {
    page.browser.script("Object.defineProperty(navigator, 'hardwareConcurrency', { value: 8 });", vec![]);
}

/// How many workers there are.
fn at(page: &Page) -> Value {
    page.browser.script("return window.crew.filter((worker) => worker.at).length;", vec![])
}

pub fn much_is_measured_by_workers(page: &mut Page) {
    open_crowd(page);
    page.browser.script(WATCH, vec![]);
    workers_can_be_had(page);
    begin(page);
    let measured = all(page);
    assert!((1..=4).contains(&workers(page)), "they had a part in it");
    assert_eq!(at(page), 0, "nobody stays when all is measured");

    // Another label is another question. Stopped, and gone on with: what was found stays.
    let choose = "const label = document.querySelector('.desk [data-field=\"agreement-label\"]'); label.value = arguments[0]; label.dispatchEvent(new Event('change', { bubbles: true }));";
    let label = page.label(0).id;
    page.browser.script("window.slow = 400;", vec![]);
    be_eight_threads(page);
    let ask_anew = || {
        for label in [&*label, ""] {
            page.browser.script(choose, vec![json!(label)]);
            page.browser.frames();
        }
    };
    ask_anew();
    let some = "document.querySelectorAll('.desk [data-pair] [data-measure=\"gamma\"] .figure').length";
    page.browser.wait(
        "gamma of some",
        &format!("document.querySelector('.desk-agreement[data-workers]:not([data-workers=\"0\"])') && {some}"),
        vec![],
    );
    page.press_action(".desk [data-action=\"agreement-stop\"]");
    page.waits_for(".desk [data-action=\"agreement-go-on\"]");
    assert_eq!(at(page), 0, "nobody stays when it is stopped");
    let found = page.browser.script(&format!("return {some};"), vec![]).as_u64().unwrap_or_default();
    assert!(0 < found && (found as usize) < pairs() + 1, "{found}");
    page.press_action(".desk [data-action=\"agreement-go-on\"]");
    page.waits_for(".desk-agreement[data-gamma=\"false\"]");
    assert!(page.browser.script(&format!("return {some};"), vec![]).as_u64() >= Some(found), "what was found stays");
    page.browser.script("window.slow = 0;", vec![]);
    assert_eq!((all(page), workers(page)), (measured.clone(), 4));

    // Who leaves the page ends them.
    ask_anew();
    page.browser.wait("workers", "window.crew.some((worker) => worker.at)", vec![]);
    page.press_action(".desk [data-page=\"annotators\"]");
    page.browser.wait("no worker", "!window.crew.some((worker) => worker.at)", vec![]);

    // Without any.
    page.reload();
    page.browser.script("window.Worker = undefined;", vec![]);
    begin(page);
    assert_eq!((all(page), workers(page)), (measured.clone(), 0));

    // One breaks when some of it is done.
    page.reload();
    page.browser.script(WATCH, vec![]);
    page.browser.script(
        "const Known = window.Worker;
         window.Worker = class extends Known {
           postMessage(...all) { super.postMessage(...all); this.told = (this.told ?? 0) + 1; if (this.told > 4) setTimeout(() => this.dispatchEvent(new Event('error'))); }
         };",
        vec![],
    );
    workers_can_be_had(page);
    be_eight_threads(page);
    begin(page);
    assert_eq!(all(page), measured);
    assert!(workers(page) > 0);
    assert_eq!(at(page), 0, "the others are sent away with it");
}
