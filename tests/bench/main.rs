//! `make bench`: what the page costs in a real Chromium, beside a floor: the same text in a bare page with a few lines
//! of JavaScript that paint one rectangle. Writes `docs/bench.md` and `docs/bench.json`.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
// The stories' harness is more than this needs of it.
#![allow(dead_code)]

#[path = "../stories/corpus.rs"]
mod corpus;
mod floor;
#[path = "../stories/hand/mod.rs"]
mod hand;
#[path = "../stories/harness/mod.rs"]
mod harness;
mod loading;
#[path = "../stories/page/mod.rs"]
mod page;
mod related;
mod report;
mod searching;
mod tagging;

use std::env;
use std::process::ExitCode;

use harness::browser::Browser;
use harness::engine::Engine;
use harness::site::{self, Site};
use page::Page;
use report::Row;

/// Parts that can be asked for alone.
const PARTS: [&str; 2] = ["searching", "related"];

fn main() -> ExitCode {
    match measure() {
        Ok(rows) => {
            report::print(&rows);
            if !PARTS.into_iter().any(only) {
                report::write(&rows);
            }
            ExitCode::SUCCESS
        }
        Err(missing) => {
            println!("skipped: bench: {missing}");
            ExitCode::FAILURE
        }
    }
}

/// All rows; with a part's name as the only argument, that part alone.
fn measure() -> Result<Vec<Row>, String> {
    let bare = floor::build()?;
    let (product, floor) = (Site::open(&site::folder())?, Site::open(&bare.folder("page")?)?);
    let mut rows = Vec::new();
    let browser = Browser::start(Engine::Chromium)?;
    let (ours, bare) = (product.fresh_origin(), floor.fresh_origin());
    let mut page = Page::new(browser, &ours);
    if only("searching") {
        return Ok(searching::measure(&mut page));
    }
    if only("related") {
        return Ok(related::measure(&product, &floor));
    }
    let [ours, bare] = loading::measure(&mut page, [&ours, &bare]);
    rows.extend(loading::rows(&ours, &bare));
    page.address = floor.fresh_origin();
    let least = tagging::measure(&mut page, 0, 0);
    for spans in [0, 1000] {
        page.address = product.fresh_origin();
        let ours = tagging::measure(&mut page, spans, 0);
        rows.push(Row::new(&format!("key to painted tag, {spans} spans present"), "ms", ours, least));
    }
    page.address = product.fresh_origin();
    rows.extend(searching::measure(&mut page));
    rows.extend(related::measure(&product, &floor));
    Ok(rows)
}

/// Whether the bench was asked for this part alone.
fn only(part: &str) -> bool {
    env::args().any(|argument| argument == part)
}
