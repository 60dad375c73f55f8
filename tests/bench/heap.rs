//! What a document that has been opened holds in memory: the scripts' heap after a collection, and the programs' own
//! memory. Chromium alone tells.

use serde_json::json;

use crate::cases::Case;
use crate::pair::{Pair, Side};
use crate::report::Row;

/// Keeps each program's memory as it comes; runs before the page's own scripts.
const WATCH: &str = "
    window.memories = [];
    const keep = (instance) => { if (instance.exports.memory) window.memories.push(instance.exports.memory); };
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...all) => {
        const made = await own.apply(WebAssembly, all);
        keep(made.instance ?? made);
        return made;
      };
    }
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct(kind, all) { const made = Reflect.construct(kind, all); keep(made); return made; },
    });";

/// The rows of a case.
pub fn measure(pair: &mut Pair, case: &Case) -> Vec<Row> {
    let added = pair.ours.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    pair.open(case);
    let [ours, floor] = [Side::Ours, Side::Floor].map(|side| {
        let page = pair.side(side);
        for _ in 0..2 {
            page.browser.devtools("HeapProfiler.collectGarbage", json!({}));
        }
        let heap = page.browser.devtools("Runtime.getHeapUsage", json!({}));
        let bytes = |name: &str| heap[name].as_f64().unwrap_or_default() / 1e6;
        let programs =
            page.browser.script("return (window.memories ?? []).reduce((sum, one) => sum + one.buffer.byteLength, 0);", vec![]);
        [bytes("usedSize"), programs.as_f64().unwrap() / 1e6, bytes("embedderHeapUsedSize")]
    });
    pair.ours.browser.devtools("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": added["identifier"] }));
    let row = |part: &str, what: &str, ours: f64, floor: f64| {
        Row::new(&format!("{part}/{}/chromium", case.key()), &format!("{what}: {case}"), "MB", ours, floor)
    };
    vec![
        row("heap", "heap of the scripts and memory of the program", ours[0] + ours[1], floor[0]),
        row("heap-scripts", "heap of the scripts alone", ours[0], floor[0]),
        row("heap-program", "memory of the program alone", ours[1], f64::NAN),
        row("heap-all", "scripts, program and elements together", ours[0] + ours[1] + ours[2], floor[0] + floor[2]),
        row("heap-elements", "elements and what else the browser holds for the page", ours[2], floor[2]),
    ]
}
