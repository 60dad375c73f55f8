//! What comes over the wire before the first tag can be made, and when the text can be read and tagged: plain, with the
//! processor slowed four times, and over a slow mobile network.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::corpus::FT;
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::harness::site::Site;
use crate::page::Page;
use crate::pair::Sites;
use crate::report::{Row, medians};

/// Loads for each sample of other parts: two times so near one another need more of them.
const MORE: usize = 2;

/// How many times the processor is slowed.
const SLOWER: u32 = 4;

/// Keeps the moment at which the page says that it takes input; runs before the page's own scripts.
pub const READY: &str = "
    new MutationObserver(() => {
      if (document.documentElement?.dataset.hashiya) window.readyAt ??= performance.now();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-hashiya'] });";

/// The rows of one engine. The pages are loaded in turn, each time from an origin of its own, so that nothing is kept.
pub fn measure(sites: &Sites, engine: Engine, samples: usize) -> Result<Vec<Row>, String> {
    let mut page = Page::new(Browser::start(engine)?, &sites.product.fresh_origin());
    let devtools = |page: &Page, command: &str, parameters: Value| {
        if engine == Engine::Chromium {
            page.browser.devtools(command, parameters);
        }
    };
    devtools(&page, "Page.enable", json!({}));
    devtools(&page, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": READY }));
    let mut rows = times(&mut page, sites, engine, samples * MORE, "");
    if engine != Engine::Chromium {
        return Ok(rows);
    }
    rows.splice(0..0, weights(&mut page, sites));
    devtools(&page, "Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
    rows.extend(times(&mut page, sites, engine, samples * MORE, "-cpu"));
    devtools(&page, "Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    devtools(&page, "Network.enable", json!({}));
    // The slow mobile network of the usual audits.
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 });
    devtools(&page, "Network.emulateNetworkConditions", slow);
    rows.extend(times(&mut page, sites, engine, samples, "-network"));
    Ok(rows)
}

/// How many requests a page makes before the first tag, and how many bytes they bring: unpacked, as gzip and as brotli.
fn weights(page: &mut Page, sites: &Sites) -> Vec<Row> {
    let [ours, floor] = [&sites.product, &sites.bare].map(|site| {
        load(page, site);
        // What is asked for after input is taken is not waited for.
        let all = page.browser.script(
            "return performance.getEntries().filter((e) => ['navigation', 'resource'].includes(e.entryType) && e.startTime < window.readyAt)
               .map((e) => [e.name, e.decodedBodySize, e.encodedBodySize]);",
            vec![],
        );
        let requests = all.as_array().unwrap();
        for request in requests {
            println!("  {}: {} bytes", request[0].as_str().unwrap_or_default(), request[2]);
        }
        let sum = |at: usize| requests.iter().filter_map(|entry| entry[at].as_f64()).sum::<f64>() / 1000.0;
        let gzip = requests.iter().filter_map(|entry| entry[0].as_str()).map(gzip_length).sum::<usize>();
        [requests.len() as f64, sum(1), gzip as f64 / 1000.0, sum(2)]
    });
    let row = |key: &str, what: &str, unit: &'static str, at: usize| {
        Row::new(&format!("loading/{key}/chromium"), &format!("{what} before the first tag"), unit, ours[at], floor[at])
    };
    vec![
        row("requests", "requests", "", 0),
        row("raw", "bytes, unpacked,", "kB", 1),
        row("gzip", "bytes as gzip", "kB", 2),
        row("brotli", "bytes as brotli", "kB", 3),
    ]
}

/// When the text is painted, and when input is taken.
fn times(page: &mut Page, sites: &Sites, engine: Engine, samples: usize, how: &str) -> Vec<Row> {
    let mut taken = [Vec::new(), Vec::new()];
    for nth in 0..=samples {
        for (site, taken) in [&sites.product, &sites.bare].into_iter().zip(&mut taken) {
            let times = load(page, site);
            // The first one of all finds nothing ready in the browser itself.
            if nth > 0 {
                taken.push(times);
            }
        }
    }
    let [ours, floor] = taken.map(|rows: Vec<[f64; 2]>| medians(&rows));
    let words = match how {
        "-cpu" => ", processor 4 times slower",
        "-network" => ", slow mobile network",
        _ => "",
    };
    let row = |key: &str, what: &str, at: usize| {
        Row::new(&format!("loading/{key}{how}/{engine}"), &format!("{what}{words}"), "ms", ours[at], floor[at])
    };
    vec![row("readable", "first visit, readable", 0), row("taggable", "first visit, taggable", 1)]
}

/// Loads a page from an origin that nothing is kept for, and tells when its text was painted and when it took input.
fn load(page: &mut Page, site: &Site) -> [f64; 2] {
    page.browser.go("about:blank");
    page.browser.go(&format!("{}#/{FT}", site.fresh_origin()));
    // Where no script can stand in the page before its own, `load` may come a little after it took input.
    page.browser.script("if (document.documentElement.dataset.hashiya) window.readyAt ??= performance.now();", vec![]);
    page.browser.script(READY, vec![]);
    let taken = page.browser.wait(
        "both times",
        "window.readyAt && performance.getEntriesByName('first-contentful-paint').length
         && [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.readyAt]",
        vec![],
    );
    [0, 1].map(|at| taken[at].as_f64().unwrap())
}

/// The length of an address's body when only gzip is accepted.
fn gzip_length(address: &str) -> usize {
    let (host, path) = address.trim_start_matches("http://").split_once('/').unwrap();
    let port: u16 = host.rsplit(':').next().unwrap().parse().unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let path = path.split('#').next().unwrap_or_default();
    write!(stream, "GET /{path} HTTP/1.0\r\nHost: {host}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let head = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    answer.len() - head - 4
}
