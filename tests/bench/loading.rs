//! What comes over the wire before the first tag can be made, and when the text can be read.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::json;

use crate::corpus::FT;
use crate::page::Page;
use crate::report::{Row, median};

/// Loads with an empty cache that each time is the median of.
const LOADS: usize = 15;

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

/// Measures two pages, loaded in turn, so that a machine that slows down slows both.
pub fn measure(page: &mut Page, addresses: [&str; 2]) -> [Loading; 2] {
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    page.browser.devtools("Network.enable", json!({}));
    page.browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    let fast = times(page, addresses);
    let weights = addresses.map(|address| weight(page, address));
    // The slow mobile network of the usual audits.
    network(
        page,
        json!({ "offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 }),
    );
    let slow = times(page, addresses);
    network(page, json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }));
    page.browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": false }));
    [0, 1].map(|of| {
        let (requests, brotli, gzip) = weights[of];
        let ((readable, ready), (slow_readable, slow_ready)) = (fast[of], slow[of]);
        Loading { requests, brotli, gzip, readable, ready, slow_readable, slow_ready }
    })
}

/// How many requests a page makes before the first tag, and how many bytes they bring as brotli and as gzip.
fn weight(page: &mut Page, address: &str) -> (f64, f64, f64) {
    load(page, address);
    let requests = page.requests();
    let bodies = page.browser.script(
        "return performance.getEntries().filter((e) => ['navigation', 'resource'].includes(e.entryType)).reduce((sum, e) => sum + e.encodedBodySize, 0);",
        vec![],
    );
    let gzip = requests.iter().map(|address| gzip_length(address)).sum::<usize>();
    (requests.len() as f64, bodies.as_f64().unwrap_or_default(), gzip as f64)
}

fn network(page: &Page, conditions: serde_json::Value) {
    page.browser.devtools("Network.emulateNetworkConditions", conditions);
}

/// Milliseconds until the text is painted, and until input is taken: medians for each page.
fn times(page: &mut Page, addresses: [&str; 2]) -> [(f64, f64); 2] {
    let mut taken = [(Vec::new(), Vec::new()), (Vec::new(), Vec::new())];
    for _ in 0..LOADS {
        for (address, (readable, ready)) in addresses.into_iter().zip(&mut taken) {
            let (first, second) = load(page, address);
            readable.push(first);
            ready.push(second);
        }
    }
    taken.map(|(mut readable, mut ready)| (median(&mut readable), median(&mut ready)))
}

/// Loads a page and tells when its text was painted and when it took input.
fn load(page: &mut Page, address: &str) -> (f64, f64) {
    page.address = address.to_owned();
    page.browser.go("about:blank");
    page.browser.go(&format!("{address}#/{FT}"));
    let taken = page.browser.wait(
        "both times",
        "window.readyAt && performance.getEntriesByName('first-contentful-paint').length
         && [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.readyAt]",
        vec![],
    );
    (taken[0].as_f64().unwrap(), taken[1].as_f64().unwrap())
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
        Row::new("loading/requests/chromium", "requests before the first tag", "", ours.requests, floor.requests),
        Row::new("loading/brotli/chromium", "bytes before the first tag, brotli", "kB", kb(ours.brotli), kb(floor.brotli)),
        Row::new("loading/gzip/chromium", "bytes before the first tag, gzip", "kB", kb(ours.gzip), kb(floor.gzip)),
        Row::new("loading/readable/chromium", "readable", "ms", ours.readable, floor.readable),
        Row::new("loading/ready/chromium", "takes input", "ms", ours.ready, floor.ready),
        Row::new(
            "loading/readable-network/chromium",
            "readable, slow mobile network",
            "ms",
            ours.slow_readable,
            floor.slow_readable,
        ),
        Row::new("loading/ready-network/chromium", "takes input, slow mobile network", "ms", ours.slow_ready, floor.slow_ready),
    ]
}
