//! `make bench`: what the page costs in real browsers, beside a floor: the same text in a bare page with a few lines of
//! JavaScript that paint one rectangle. Writes `docs/bench.md`, `docs/bench.json` and `docs/bench.svg`, and fails where a row
//! is over its limit in `budget.json`.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
// The stories' harness is more than this needs of it.
#![allow(dead_code)]

mod asked;
mod budget;
mod cases;
#[path = "../torture/chance.rs"]
mod chance;
mod chart;
#[path = "../stories/corpus.rs"]
mod corpus;
mod exchange;
mod floor;
#[path = "../stories/hand/mod.rs"]
mod hand;
#[path = "../stories/harness/mod.rs"]
mod harness;
mod heap;
mod journal;
mod loading;
mod opening;
#[path = "../stories/page/mod.rs"]
mod page;
mod pair;
mod peers;
mod project;
mod related;
mod report;
mod resizing;
mod scrolling;
mod searching;
#[path = "../torture/tab.rs"]
mod tab;
mod tagging;
mod whole;
#[path = "../torture/work.rs"]
mod work;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::Instant;

use asked::Asked;
use budget::Budget;
use cases::{Case, Size};
use harness::browser::Browser;
use harness::engine::Engine;
use page::Page;
use pair::{Pair, Sites};
use report::Row;

fn main() -> ExitCode {
    let measured = Asked::read().and_then(|asked| Ok((measure(&asked)?, asked)));
    let (rows, asked) = match measured {
        Ok(measured) => measured,
        Err(missing) => {
            println!("skipped: bench: {missing}");
            return ExitCode::FAILURE;
        }
    };
    let budget = Budget::read();
    println!("{}", report::table(&rows, &budget));
    if asked.write {
        // A part alone takes the place of what was measured of it before.
        let earlier = if asked.part_alone() { report::earlier() } else { Vec::new() };
        let all = report::renewed(earlier, &rows);
        report::write(&all, &budget);
        chart::write(&all, &budget);
    }
    let over: Vec<&Row> = rows.iter().filter(|row| budget.limit(row).is_some_and(|limit| limit.over(row))).collect();
    if over.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("Over the budget (tests/bench/budget.json):");
    for row in over {
        println!("  {}: {} (floor {}, ratio {:.2})", row.key, row.number(row.ours), row.number(row.floor), row.ratio());
    }
    ExitCode::FAILURE
}

/// All rows that are asked for.
fn measure(asked: &Asked) -> Result<Vec<Row>, String> {
    let sites = Sites::open()?;
    let mut rows = Vec::new();
    if asked.part("loading") {
        for engine in &asked.engines {
            rows.extend(loading::measure(&sites, *engine, asked.samples)?);
        }
    }
    if ["tagging", "opening", "heap", "scrolling", "resizing", "whole"].into_iter().any(|part| asked.part(part)) {
        for engine in &asked.engines {
            rows.extend(cases(asked, &sites, *engine)?);
        }
        tagging::conclusions(&mut rows);
    }
    if asked.part("exchange") {
        rows.extend(exchange::measure(asked.samples, &sites)?);
    }
    if asked.part("journal") {
        rows.extend(journal::measure(asked.samples, &sites)?);
    }
    if asked.part("peers") {
        match peers::measure(asked, &sites) {
            Ok(more) => rows.extend(more),
            Err(missing) => println!("skipped: peers: {missing}"),
        }
    }
    if asked.part("searching") {
        let mut page = Page::new(Browser::start(Engine::Chromium)?, &sites.product.fresh_origin());
        rows.extend(searching::measure(&mut page));
    }
    if asked.part("related") {
        rows.extend(related::measure(&sites.product, &sites.bare));
    }
    Ok(rows)
}

/// What is measured with each size of text and number of spans.
fn cases(asked: &Asked, sites: &Sites, engine: Engine) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let mut pair = Pair::start(engine, sites)?;
    for size in &asked.sizes {
        for case in Case::of(*size, size.spans(engine).into_iter().filter(|spans| asked.spans(*spans))) {
            let begin = Instant::now();
            let measured = catch_unwind(AssertUnwindSafe(|| one(asked, sites, &mut pair, &case, &mut rows)));
            println!("{engine}: {case}: {} s", begin.elapsed().as_secs());
            if measured.is_err() {
                // What has been left half done is no ground for the next case.
                rows.push(Row::new(
                    &format!("failed/{}/{engine}", case.key()),
                    &format!("did not come to its end: {case}"),
                    "",
                    1.0,
                    f64::NAN,
                ));
                pair = Pair::start(engine, sites)?;
            }
        }
    }
    Ok(rows)
}

/// The rows of one case, into `rows` as they come.
fn one(asked: &Asked, sites: &Sites, pair: &mut Pair, case: &Case, rows: &mut Vec<Row>) {
    pair.prepare(sites, case).unwrap();
    let mut keep = |more: Vec<Row>| {
        for row in &more {
            println!("  {}: {} (floor {})", row.key, row.number(row.ours), row.number(row.floor));
        }
        rows.extend(more);
    };
    let chromium = pair.engine == Engine::Chromium;
    // What takes long anyway, and what decides nothing, is measured less often, so that all of it takes less than an hour.
    let decides = chromium && case.spans < 100_000;
    let (samples, few) = if decides { (asked.samples, asked.samples) } else { (asked.samples.min(5), asked.samples.min(3)) };
    let named = |part: &str| asked.named(part);
    if asked.part("opening") {
        keep(opening::measure(pair, case, few));
    }
    if asked.part("heap") && chromium {
        keep(heap::measure(pair, case));
    }
    if asked.part("scrolling")
        && (named("scrolling") || case.spans >= 10_000 || case.size == Size::M1 || !chromium && case.spans > 0)
    {
        keep(scrolling::measure(pair, case, few));
    }
    if asked.part("whole") && case.size == Size::M1 && case.spans == 0 {
        keep(whole::measure(pair, case, few));
    }
    if asked.part("resizing") && (named("resizing") || case.spans == 0 || case.spans >= 10_000 || !chromium) {
        pair.open(case);
        keep(resizing::measure(pair, case, few));
    }
    if asked.part("tagging") {
        pair.open(case);
        keep(tagging::measure(pair, case, samples));
    }
}
