//! `make torture`: what can go wrong with a browser, a disk, a clock and a file, done on purpose and often. Prints how often,
//! how many edits were made meanwhile, and how many of them were lost; fails when one was.
//!
//! Without arguments a small share of it is done (`make test` does that). `full` does all of it and writes `docs/torture.md`;
//! the name of a part does that part alone; `seed=<number>` has all chance begin elsewhere.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
// The stories' harness is more than this needs of it.
#![allow(dead_code)]

mod chance;
mod clock;
mod foreign;
#[path = "../stories/corpus.rs"]
mod corpus;
mod hand;
mod huge;
#[path = "../stories/hand/mod.rs"]
mod input;
#[path = "../stories/harness/mod.rs"]
mod harness;
mod kill;
mod malformed;
mod mutate;
#[path = "../stories/page/mod.rs"]
mod page;
mod readers;
mod row;
mod stored;
mod stores;
mod tab;
mod tabs;
mod words;
mod work;

use std::process::ExitCode;
use std::{env, panic};

use harness::engine::{ENGINES, Engine};
use harness::site::{self, Site};
use row::Row;

/// Where chance begins when nobody says otherwise.
const SEED: u64 = 20_261_122;

/// How much is done: a share in every test, all of it when asked.
#[derive(Clone, Copy)]
struct Size {
    full: bool,
}

impl Size {
    /// One of two numbers.
    const fn of(self, share: usize, full: usize) -> usize {
        if self.full { full } else { share }
    }
}

/// A part's name and what it does.
type Part = (&'static str, fn(Size, u64) -> Vec<Row>);

/// All parts.
const PARTS: &[Part] = &[
    ("room", |size, seed| vec![stores::full(size.of(25, 200), seed)]),
    ("damage", |size, seed| vec![stores::damage(size.of(16, 60), size.of(1, 8), seed)]),
    ("clock", |size, seed| vec![clock::backwards(size.of(2, 40), 60, seed)]),
    ("kill", browsers_killed),
    ("stored", browsers_stores),
    ("tabs", windows_at_once),
    ("malformed", |size, seed| vec![malformed::suffer(size.of(200, 10_000), seed)]),
];

fn browsers_killed(size: Size, seed: u64) -> Vec<Row> {
    let site = Site::open(&site::folder()).expect("the built page");
    let killed = |engine| kill::while_working(engine, &site, size.of(25, 1_000), seed);
    here(&[Engine::Chromium, Engine::Firefox]).into_iter().map(killed).collect()
}

fn browsers_stores(size: Size, seed: u64) -> Vec<Row> {
    let site = Site::open(&site::folder()).expect("the built page");
    let tortured = |engine| {
        [
            stored::full(engine, &site, size.of(1, 6), size.of(2, 12), seed),
            stored::damaged(engine, &site, size.of(3, 45), seed),
            stored::clock(engine, &site, size.of(2, 8), seed),
        ]
    };
    let engines: &[Engine] = if size.full { &[Engine::Chromium, Engine::Firefox] } else { &[Engine::Chromium] };
    here(engines).into_iter().flat_map(tortured).collect()
}

fn windows_at_once(size: Size, _: u64) -> Vec<Row> {
    let site = Site::open(&site::folder()).expect("the built page");
    let engines: &[Engine] = if size.full { &ENGINES } else { &[Engine::Chromium] };
    here(engines).into_iter().map(|engine| tabs::at_once(engine, &site, size.of(40, 1_000))).collect()
}

/// Those of the engines that are on this machine. Where `CI` is set, all must be.
fn here(engines: &[Engine]) -> Vec<Engine> {
    let ci = env::var("CI").is_ok_and(|value| value == "true");
    let there = |engine: &Engine| match engine.find() {
        Ok(_) => true,
        Err(missing) => {
            println!("skipped: {engine}: {missing}");
            ci
        }
    };
    engines.iter().copied().filter(there).collect()
}

fn main() -> ExitCode {
    let asked = env::args().skip(1).filter(|word| !word.starts_with('-')).collect::<Vec<_>>();
    let size = Size { full: asked.iter().any(|word| word == "full") };
    let seed = asked.iter().find_map(|word| word.strip_prefix("seed=")?.parse().ok()).unwrap_or(SEED);
    let named = |name: &str| asked.iter().any(|word| word == name);
    let all = !PARTS.iter().any(|(name, _)| named(name));
    words::quiet_panics();
    println!("seed={seed}");
    let mut rows = Vec::new();
    for (name, part) in PARTS.iter().filter(|(name, _)| all || named(name)) {
        // A part that gives up is a row that says so.
        let done = panic::catch_unwind(|| part(size, seed)).unwrap_or_else(|reason| {
            let wrong = vec![words::said(reason.as_ref())];
            vec![Row { tried: 1, wrong, ..Row::new(*name) }]
        });
        println!("{name}: {}", if done.iter().all(Row::is_clean) { "nothing lost" } else { "not as it should be" });
        for row in done.iter().filter(|row| !row.is_clean()) {
            println!("{}: {}", row.fault, if row.tried == 0 { "was not tried".to_owned() } else { row.wrong.join("\n  ") });
        }
        rows.extend(done);
    }
    println!("{}", row::table(&rows));
    if size.full && all {
        row::keep(&rows, seed);
    }
    if rows.iter().all(Row::is_clean) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
