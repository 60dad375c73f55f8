//! What comes over the wire before the first tag can be made, and when the text can be read.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::json;

use crate::corpus::FT;
use crate::page::Page;
use crate::report::{Row, median};

/// Loads with an empty cache that each time is the median of.
const LOADS: usize = 9;

/// One page's loading.
pub struct Loading {
    requests: f64,
    brotli: f64,
    gzip: f64,
    readable: f64,
    ready: f64,
    slow_readable: f64,
    slow_ready: f64,
}

/// Keeps the moment at which the page says that it takes input; runs before the page's own scripts.
const WATCH: &str = "
    new MutationObserver(() => {
      if (document.documentElement?.dataset.hashiya) window.readyAt ??= performance.now();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-hashiya'] });";

/// Measures the page at its present address.
pub fn measure(page: &mut Page) -> Loading {
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    page.browser.devtools("Network.enable", json!({}));
    page.browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    let (readable, ready) = times(page);
    let requests = page.requests();
    let bodies = page.browser.script(
        "return performance.getEntries().filter((e) => ['navigation', 'resource'].includes(e.entryType)).reduce((sum, e) => sum + e.encodedBodySize, 0);",
        vec![],
    );
    let gzip = requests.iter().map(|address| gzip_length(address)).sum::<usize>();
    // The slow mobile network of the usual audits.
    network(
        page,
        json!({ "offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 }),
    );
    let (slow_readable, slow_ready) = times(page);
    network(page, json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }));
    page.browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": false }));
    let brotli = bodies.as_f64().unwrap_or_default();
    Loading { requests: requests.len() as f64, brotli, gzip: gzip as f64, readable, ready, slow_readable, slow_ready }
}

fn network(page: &Page, conditions: serde_json::Value) {
    page.browser.devtools("Network.emulateNetworkConditions", conditions);
}

/// Milliseconds until the text is painted, and until input is taken: medians.
fn times(page: &mut Page) -> (f64, f64) {
    let mut readable = Vec::new();
    let mut ready = Vec::new();
    for _ in 0..LOADS {
        page.browser.go("about:blank");
        page.browser.go(&format!("{}#/{FT}", page.address));
        let taken = page.browser.wait(
            "both times",
            "window.readyAt && performance.getEntriesByName('first-contentful-paint').length
             && [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.readyAt]",
            vec![],
        );
        readable.push(taken[0].as_f64().unwrap());
        ready.push(taken[1].as_f64().unwrap());
    }
    (median(&mut readable), median(&mut ready))
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

/// The table's rows of two loadings.
pub fn rows(ours: &Loading, floor: &Loading) -> Vec<Row> {
    let kb = |bytes: f64| bytes / 1000.0;
    vec![
        Row::new("requests before the first tag", "", ours.requests, floor.requests),
        Row::new("bytes before the first tag, brotli", "kB", kb(ours.brotli), kb(floor.brotli)),
        Row::new("bytes before the first tag, gzip", "kB", kb(ours.gzip), kb(floor.gzip)),
        Row::new("readable", "ms", ours.readable, floor.readable),
        Row::new("takes input", "ms", ours.ready, floor.ready),
        Row::new("readable, slow mobile network", "ms", ours.slow_readable, floor.slow_readable),
        Row::new("takes input, slow mobile network", "ms", ours.slow_ready, floor.slow_ready),
    ]
}
