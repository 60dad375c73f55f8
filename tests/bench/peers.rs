//! The libraries that can stand on a bare page, tagging in turn with the product: none is to be faster by more than a frame.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::asked::Asked;
use crate::cases::{Case, Size};
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::page::Page;
use crate::pair::Sites;
use crate::report::{Row, median};
use crate::{project, tagging};

/// The libraries, by the names in `peers.js`, and the most spans that each is asked to hold: beyond it takes minutes.
const PEERS: [(&str, usize); 4] =
    [("recogito-spans", 1_000), ("recogito-highlights", 10_000), ("recogito-canvas", 10_000), ("apache", 1_000)];

/// The cases, by size and number of spans.
const CASES: [(Size, &[usize]); 3] = [(Size::Short, &[0, 1_000]), (Size::K100, &[0, 1_000]), (Size::M1, &[0, 1_000, 10_000])];

/// Tags before the first that counts.
const WARM: usize = 2;

/// The rows of all cases, or why there are none.
pub fn measure(asked: &Asked, sites: &Sites) -> Result<Vec<Row>, String> {
    bundle(&sites.floor.folder.join("peers.js"))?;
    let mut ours = Page::new(Browser::start(Engine::Chromium)?, "");
    let mut pages = Vec::new();
    for (name, most) in PEERS {
        pages.push((name, most, Page::new(Browser::start(Engine::Chromium)?, "")));
    }
    let mut rows = Vec::new();
    for (size, spans) in CASES.into_iter().filter(|(size, _)| asked.sizes.contains(size)) {
        for case in Case::of(size, spans.iter().copied().filter(|spans| asked.spans(*spans))) {
            let there: Vec<_> = pages.iter_mut().filter(|(_, most, _)| case.spans <= *most).collect();
            rows.extend(one(asked.samples, sites, &mut ours, there, &case)?);
        }
    }
    Ok(rows)
}

/// The rows of one case: the product beside the quickest of the others, and each of them.
fn one(
    samples: usize,
    sites: &Sites,
    ours: &mut Page,
    peers: Vec<&mut (&'static str, usize, Page)>,
    case: &Case,
) -> Result<Vec<Row>, String> {
    ours.address = sites.product.fresh_origin();
    project::fill(ours, case);
    ours.browser.go("about:blank");
    ours.open(&format!("#/{}", case.corpus.id));
    ours.shows(case.corpus.id);
    let mut pages = vec![("hashiya", &*ours)];
    let origin = sites.bare.fresh_origin();
    for (name, _, page) in peers {
        page.address = format!("{origin}{}", sites.floor.add_peer(case, name)?);
        page.browser.go(&page.address);
        project::wait_long(page, name, "document.documentElement.dataset.hashiya");
        page.browser.frames();
        pages.push((*name, page));
    }
    let targets = case.targets(samples + WARM);
    let mut times = vec![Vec::new(); pages.len()];
    for (nth, target) in targets.into_iter().enumerate() {
        for ((_, page), times) in pages.iter().zip(&mut times) {
            let [_, second] = tagging::sample(page, &case.corpus, target, (nth % samples) as f64 / samples as f64);
            if nth >= WARM {
                times.push(second);
            }
        }
        if nth + 1 == WARM {
            project::wait_long(pages[0].1, "the second program", "document.querySelector('#desk').link");
            project::wait_long(pages[0].1, "everything to be saved", "document.documentElement.dataset.saved === 'true'");
        }
    }
    let medians: Vec<f64> = times.iter_mut().map(|times| median(times)).collect();
    let best = medians[1..].iter().copied().fold(f64::INFINITY, f64::min);
    let key = |part: &str| format!("{part}/{}/chromium", case.key());
    let mut rows = vec![Row::new(
        &key("peers"),
        &format!("key to the second frame, beside the quickest library: {case}"),
        "ms",
        medians[0],
        best,
    )];
    for ((name, _), time) in pages.iter().zip(&medians).skip(1) {
        rows.push(Row::new(&key(name), &format!("key to the second frame, beside {name}: {case}"), "ms", medians[0], *time));
    }
    Ok(rows)
}

/// Bundles the libraries with what puts them on the page.
fn bundle(target: &Path) -> Result<(), String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join(".tools/peers");
    let esbuild = folder.join("node_modules/.bin/esbuild");
    if !esbuild.is_file() {
        return Err("the libraries are not in .tools/peers".into());
    }
    let bundled = Command::new(esbuild)
        .arg(root.join("tests/bench/peers.js"))
        .args(["--bundle", "--format=iife", "--log-level=error"])
        .arg(format!("--outfile={}", target.display()))
        .env("NODE_PATH", folder.join("node_modules"))
        .status()
        .map_err(|error| error.to_string())?;
    if bundled.success() { Ok(()) } else { Err("the libraries could not be bundled".into()) }
}
