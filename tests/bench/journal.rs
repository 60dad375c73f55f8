//! Keeping: what writing costs for each tag, when the disk has confirmed it, and how long a journal of ten thousand entries
//! takes to be read and replayed.

use serde_json::json;

use crate::chance::Chance;
use crate::corpus::{Corpus, FT, Stretch};
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::loading::READY;
use crate::page::Page;
use crate::page::related::words;
use crate::page::surface::From;
use crate::pair::Sites;
use crate::report::{Row, median, medians};
use crate::work::worked;

/// Entries of the long journal.
const ENTRIES: usize = 10_000;

/// Puts values into both stores in place of what is there.
const PUT: &str = "
    const [values] = arguments; const done = arguments[arguments.length - 1];
    localStorage.clear();
    for (const [name, value] of values) localStorage.setItem(name, value);
    const opening = indexedDB.open('hashiya');
    opening.onsuccess = () => {
      const base = opening.result;
      if (!base.objectStoreNames.contains('entries')) { base.close(); return done(true); }
      const writing = base.transaction('entries', 'readwrite'), store = writing.objectStore('entries');
      store.clear();
      for (const [name, value] of values) store.put(value, name);
      writing.oncomplete = () => { base.close(); done(true); };
    };";

/// Keeps the time that a key spends in the stores' own functions, and the time until the disk has confirmed what it wrote.
const WRITING: &str = "
    window.taken = null;
    let spent = 0;
    const restored = [];
    for (const [object, name] of [[Storage.prototype, 'setItem'], [IDBObjectStore.prototype, 'put'], [IDBDatabase.prototype, 'transaction']]) {
      const real = object[name];
      restored.push(() => { object[name] = real; });
      object[name] = function (...given) {
        const begun = performance.now();
        try { return real.apply(this, given); } finally { spent += performance.now() - begun; }
      };
    }
    addEventListener('keydown', (event) => {
      spent = 0;
      let written = false;
      const watch = new MutationObserver((records) => {
        const { saved } = document.documentElement.dataset;
        written ||= saved === 'false' || records.some((record) => record.oldValue === 'false');
        if (!written || saved !== 'true') return;
        watch.disconnect();
        for (const restore of restored) restore();
        window.taken = [spent, performance.now() - event.timeStamp];
      });
      watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-saved'], attributeOldValue: true });
    }, { capture: true, once: true });";

/// The rows.
pub fn measure(samples: usize, sites: &Sites) -> Result<Vec<Row>, String> {
    sites.floor.write("journal.js", include_str!("journal.js"))?;
    let articles = Corpus::read(FT).text.replace('\n', "</p><p data-start>");
    let bare = format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><title>floor</title>\
         <script src=\"journal.js\" defer></script><article><p data-start>{articles}</p></article>"
    );
    sites.floor.write("journal.html", &bare)?;
    let mut ours = Page::new(Browser::start(Engine::Chromium)?, &sites.product.fresh_origin());
    let mut floor = Page::new(Browser::start(Engine::Chromium)?, &format!("{}journal.html", sites.bare.fresh_origin()));
    for page in [&mut floor, &mut ours] {
        page.browser.devtools("Page.enable", json!({}));
        page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": READY }));
        page.open("");
    }
    let long = worked(ENTRIES, &mut Chance::new(7, "journal")).written;
    let mut rows = Vec::new();
    for (entries, values) in [(0, Vec::new()), (ENTRIES, long)] {
        let mut taken = [Vec::new(), Vec::new()];
        for _ in 0..samples {
            for (page, taken) in [&mut floor, &mut ours].into_iter().zip(&mut taken) {
                taken.push(replayed(page, &values));
            }
        }
        let [floor_time, our_time] = taken.map(|mut times| median(&mut times));
        rows.push(row("journal-replay", "opened and taggable", entries, our_time, floor_time));
        let targets = words(&Corpus::read(FT)).into_iter().filter(|word| word.end - word.start > 4).step_by(9).take(samples + 1);
        let mut taken = [Vec::new(), Vec::new()];
        for target in targets {
            for (page, taken) in [&floor, &ours].into_iter().zip(&mut taken) {
                taken.push(written(page, target, std::ptr::eq(page, &ours)));
            }
        }
        let [floor_times, our_times] = taken.map(|rows: Vec<[f64; 2]>| medians(&rows[1..]));
        rows.push(row("journal-write", "a tag, time in the stores' functions", entries, our_times[0], floor_times[0]));
        rows.push(row("journal-confirmed", "a tag, key to the disk's word", entries, our_times[1], floor_times[1]));
    }
    Ok(rows)
}

fn row(key: &str, what: &str, entries: usize, ours: f64, floor: f64) -> Row {
    let entries_words = crate::cases::grouped(entries);
    Row::new(&format!("{key}/{entries}/chromium"), &format!("{what}: {entries_words} entries"), "ms", ours, floor)
}

/// Opens a page on these values; gives the time at which it took input.
fn replayed(page: &mut Page, values: &[(String, String)]) -> f64 {
    // A file of the same origin on which no program runs.
    let beside = page.address.replace("journal.html", "") + if page.address.ends_with(".html") { "journal.js" } else { "sw.js" };
    page.browser.go(&beside);
    page.browser.script_async(PUT, vec![json!(values)]);
    page.open(if page.address.ends_with(".html") { "" } else { "#/ft-report" });
    if !values.is_empty() && !page.address.ends_with(".html") {
        page.browser.wait("the spans of the journal", "T.paintedIds().length", vec![]);
    }
    page.browser.script("return window.readyAt;", vec![]).as_f64().unwrap()
}

/// Tags a word; gives the time in the stores' functions and to the disk's word.
fn written(page: &Page, word: Stretch, ours: bool) -> [f64; 2] {
    if ours {
        page.drag(&Corpus::read(FT), word, From::Start);
    }
    page.browser.wait("everything to be saved", "document.documentElement.dataset.saved === 'true'", vec![]);
    page.browser.script(WRITING, vec![]);
    page.keys(&["1"]);
    let taken = page.browser.wait("the disk's word", "window.taken", vec![]);
    [0, 1].map(|at| taken[at].as_f64().unwrap())
}
