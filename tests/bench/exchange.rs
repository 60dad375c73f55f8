//! Opening a file with a hundred thousand spans, and writing one.

use std::path::Path;

use crate::cases::{Case, Size};
use crate::corpus::FT;
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::page::Page;
use crate::pair::Sites;
use crate::project::{self, wait_long};
use crate::report::{Row, medians};

/// Spans in the file.
const SPANS: usize = 100_000;
/// Files opened and written, each on an origin of its own.
const RUNS: usize = 3;

/// Keeps the time from the choice of a file to the second frame that shows what came of it, and the longest time between two
/// frames meanwhile.
const OPENING: &str = "
    window.taken = null;
    addEventListener('change', (event) => {
      let last = event.timeStamp, longest = 0;
      const told = () => document.documentElement.dataset.opened || T.notices('info').length;
      const frame = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (!told()) return requestAnimationFrame(frame);
        requestAnimationFrame(() => { window.taken = [performance.now() - event.timeStamp, Math.max(longest, performance.now() - last)]; });
      };
      frame();
    }, { capture: true, once: true });";

/// Keeps the time from the click to the file in the browser's hands, and the longest time between two frames meanwhile.
const WRITING: &str = "
    window.taken = null;
    addEventListener('click', (event) => {
      let last = event.timeStamp, longest = 0, done = false;
      const real = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        URL.createObjectURL = real;
        window.size = file.size;
        done = performance.now();
        return real.call(URL, file);
      };
      const frame = () => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        if (done) window.taken = [done - event.timeStamp, longest];
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }, { capture: true, once: true });";

/// The rows.
pub fn measure(samples: usize, sites: &Sites) -> Result<Vec<Row>, String> {
    let case = Case::of(Size::M1, [SPANS]).remove(0);
    sites.floor.write("exchange.js", include_str!("exchange.js"))?;
    let bare = "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><title>floor</title>\
                <link rel=\"stylesheet\" href=\"floor.css\"><script src=\"exchange.js\" defer></script><article data-document=\"bench-m1\"></article>";
    sites.floor.write("exchange.html", bare)?;
    let mut ours = Page::new(Browser::start(Engine::Chromium)?, &sites.product.fresh_origin());
    let mut floor = Page::new(Browser::start(Engine::Chromium)?, &sites.bare.fresh_origin());
    ours.open_document(FT);
    let text = project::file(&mut ours, &case);
    let path = ours.keep("exchange.json", &text);
    let mut taken = [Vec::new(), Vec::new()];
    for _ in 0..samples.min(RUNS) {
        floor.address = format!("{}exchange.html", sites.bare.fresh_origin());
        ours.address = sites.product.fresh_origin();
        for (page, taken) in [&mut floor, &mut ours].into_iter().zip(&mut taken) {
            page.open("");
            taken.push(run(page, &path));
        }
    }
    let [floor, ours] = taken.map(|rows: Vec<[f64; 4]>| medians(&rows));
    let row = |key: &str, what: &str, at: usize| {
        Row::new(&format!("{key}/m1/{SPANS}/chromium"), &format!("{what}: {case}"), "ms", ours[at], floor[at])
    };
    Ok(vec![
        row("import", "a file opened and shown", 0),
        row("import-frame", "a file opened, longest time without a frame", 1),
        row("export", "click to the file", 2),
        row("export-frame", "click to the file, longest time without a frame", 3),
    ])
}

/// Opens the file and writes one: both times, each with the longest time between two frames.
fn run(page: &Page, path: &Path) -> [f64; 4] {
    page.browser.script(OPENING, vec![]);
    page.open_files(&[path.to_path_buf()]);
    wait_long(page, "what came of the file", "window.taken");
    let opened = page.browser.script("return window.taken;", vec![]);
    wait_long(page, "everything to be saved", "document.documentElement.dataset.saved === 'true'");
    page.browser.frames();
    page.browser.script(WRITING, vec![]);
    page.browser.forget_downloads();
    let button = page.browser.element("return T.named('button, a[download]', 'Download JSON', 'تنزيل JSON');", vec![]);
    page.browser.click(&button);
    wait_long(page, "the file", "window.taken");
    let written = page.browser.script("return [...window.taken, window.size];", vec![]);
    assert!(written[2].as_f64().unwrap() > 1e7, "the file has all spans");
    [&opened[0], &opened[1], &written[0], &written[1]].map(|value| value.as_f64().unwrap())
}
