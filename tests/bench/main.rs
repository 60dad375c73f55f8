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
mod run;
mod scrolling;
mod searching;
#[path = "../torture/tab.rs"]
mod tab;
mod tagging;
mod whole;
#[path = "../torture/work.rs"]
mod work;

use std::process::ExitCode;

use asked::Asked;
use budget::Budget;
use report::Row;

fn main() -> ExitCode {
    let measured = Asked::read().and_then(|asked| Ok((run::measure(&asked)?, asked)));
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
