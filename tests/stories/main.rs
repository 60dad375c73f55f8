//! Browser stories: what a person does, done with real mouse and keys in Chromium, Firefox and WebKit.
//!
//! `cargo test --features stories --test stories [part of a name]` runs them against the built folder (`HASHIYA_DIST`,
//! or `dist`). Each story runs in each engine on an origin of its own. An engine that is not on this machine is named as
//! skipped; with `CI=true` that is a failure.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod corpus;
mod hand;
mod harness;
mod page;
mod tales;

use std::env;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use harness::engine::{ENGINES, Engine};
use harness::lane::Lane;
use harness::site::{self as built, Site};
use libtest_mimic::{Arguments, Trial};

/// Two stories under way in each engine at most: one drives its browser, the next one waits for it.
const THREADS: usize = 6;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(THREADS);
    // Started by the first story: a listing of the stories needs no server.
    let site: Arc<OnceLock<Result<Site, String>>> = Arc::default();
    let mut trials = Vec::new();
    let mut lanes = Vec::new();
    for engine in ENGINES {
        match engine.find() {
            Ok(_) => lanes.push((engine, Arc::new(Lane::new(engine)))),
            Err(missing) => {
                println!("skipped: {engine}: {missing}");
                if env::var("CI").is_ok_and(|value| value == "true") {
                    trials.push(Trial::test(format!("{engine}::is_here"), move || Err(missing.into())));
                }
            }
        }
    }
    for tale in tales::TALES {
        for (engine, lane) in lanes.iter().filter(|(engine, _)| !tale.chromium_only || *engine == Engine::Chromium) {
            let (lane, site) = (Arc::clone(lane), Arc::clone(&site));
            let run = move || {
                let site = site.get_or_init(|| Site::open(&built::folder())).as_ref()?;
                Ok(lane.run(site, tale.name, tale.story)?)
            };
            trials.push(Trial::test(format!("{engine}::{}", tale.name), run));
        }
    }
    harness::lane::quiet_panics();
    let conclusion = libtest_mimic::run(&arguments, trials);
    for (_, lane) in lanes {
        lane.close();
    }
    drop(site);
    conclusion.exit_code()
}
