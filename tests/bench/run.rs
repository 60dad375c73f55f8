//! What is measured, in which order: parts that stand alone, and the cases with all that is measured of each.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use crate::asked::Asked;
use crate::cases::{Case, Size};
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::page::Page;
use crate::pair::{Pair, Sites};
use crate::report::Row;
use crate::{exchange, heap, journal, loading, opening, peers, related, resizing, scrolling, searching, tagging, whole};

/// The parts that are measured of each case.
const CASES: [&str; 6] = ["tagging", "opening", "heap", "scrolling", "resizing", "whole"];

/// Tags for each sample of anything else: a tag is quick, and where in a frame its key comes matters more than anything
/// else, so that the best of fifteen medians of a few would be better than any page can be.
const TAGS: usize = 3;

/// All rows that are asked for.
///
/// # Errors
/// Where the built page is not there, or a browser cannot be started.
pub fn measure(asked: &Asked) -> Result<Vec<Row>, String> {
    let sites = Sites::open()?;
    let mut rows = Vec::new();
    for engine in &asked.engines {
        guarded(asked, ("loading", *engine), &mut rows, || loading::measure(&sites, *engine, asked.samples))?;
    }
    if CASES.into_iter().any(|part| asked.part(part)) {
        for engine in &asked.engines {
            rows.extend(cases(asked, &sites, *engine)?);
        }
        tagging::conclusions(&mut rows);
    }
    guarded(asked, ("exchange", Engine::Chromium), &mut rows, || exchange::measure(asked.samples, &sites))?;
    guarded(asked, ("journal", Engine::Chromium), &mut rows, || journal::measure(asked.samples, &sites))?;
    guarded(asked, ("peers", Engine::Chromium), &mut rows, || peers::measure(asked, &sites))?;
    guarded(asked, ("searching", Engine::Chromium), &mut rows, || {
        let mut page = Page::new(Browser::start(Engine::Chromium)?, &sites.product.fresh_origin());
        Ok(searching::measure(&mut page))
    })?;
    guarded(asked, ("related", Engine::Chromium), &mut rows, || Ok(related::measure(&sites.product, &sites.bare)))?;
    Ok(rows)
}

/// Measures a part that is asked for: one that does not come to its end costs no other.
fn guarded(
    asked: &Asked,
    (part, engine): (&str, Engine),
    rows: &mut Vec<Row>,
    measure: impl FnOnce() -> Result<Vec<Row>, String>,
) -> Result<(), String> {
    if !asked.part(part) {
        return Ok(());
    }
    let begin = Instant::now();
    match catch_unwind(AssertUnwindSafe(measure)) {
        Ok(Ok(more)) => {
            rows.extend(more);
            println!("{part}: {} s", begin.elapsed().as_secs());
        }
        // Libraries of others may not be there; a browser must.
        Ok(Err(missing)) if part == "peers" => println!("skipped: peers: {missing}"),
        Ok(Err(missing)) => return Err(missing),
        Err(_) => rows.push(failed(part, part, engine)),
    }
    Ok(())
}

/// The row of what did not come to its end.
fn failed(key: &str, what: &str, engine: Engine) -> Row {
    Row::new(&format!("failed/{key}/{engine}"), &format!("did not come to its end: {what}"), "", 1.0, f64::NAN)
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
                rows.push(failed(&case.key(), &case.to_string(), engine));
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
    // What decides nothing is measured less often, so that all of it takes less than an hour.
    let most = |decides: bool| asked.samples.min(if decides { usize::MAX } else { 5 });
    let few = most(chromium && case.size == Size::M1 && case.spans == 10_000);
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
        keep(tagging::measure(pair, case, most(chromium) * TAGS));
    }
}
