//! Without a network, and with a newer version on the way.

use std::fs;
use std::path::Path;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::measured::a_worker_answers;
use crate::corpus::{Corpus, FT, NYT, Stretch};
use crate::harness::engine::Engine;
use crate::harness::scratch::Scratch;
use crate::harness::site::{self, Site};
use crate::harness::wait::{self, PATIENCE};
use crate::page::Page;

/// The worked example's project.
const EXAMPLE: &str = "oman-talks-example";

/// A site of the story's own, so that it can be changed and stopped: in a folder below the host's root, with the headers
/// that hosts are given.
struct Host {
    folder: Scratch,
    site: Site,
}

impl Host {
    fn new() -> Self {
        let folder = Scratch::new("host").unwrap();
        copy(&site::folder(), &folder.folder("some/where").unwrap());
        fs::write(folder.folder("").unwrap().join("index.html"), "<!doctype html><title>elsewhere</title>elsewhere").unwrap();
        let site = Site::open_with_headers(&folder.folder("").unwrap()).unwrap();
        Self { folder, site }
    }

    fn address(&self) -> String {
        format!("{}some/where/", self.site.fresh_origin())
    }

    /// Puts a newer version in place of the one that is there: another page, which the worker knows only if it is whole.
    fn renew(&self, mark: &str, whole: bool) {
        let folder = self.folder.folder("some/where").unwrap();
        let [worker, page] = ["sw.js", "index.html"].map(|name| fs::read_to_string(site::folder().join(name)).unwrap());
        let newer = page.replacen("<html ", &format!("<html data-build=\"{mark}\" "), 1);
        let worker = worker.replacen("const VERSION = \"", &format!("const VERSION = \"{mark} "), 1);
        assert!(worker.contains(&integrity(&page)), "the worker knows the page by its hash");
        let worker = worker.replacen(&integrity(&page), &integrity(&newer), 1);
        for (name, text) in [("sw.js", Some(worker)), ("index.html", whole.then_some(newer))] {
            if let Some(text) = text {
                fs::write(folder.join(name), text).unwrap();
                for packed in ["br", "gz"] {
                    let _ = fs::remove_file(folder.join(format!("{name}.{packed}")));
                }
            }
        }
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// A file's hash as the worker has it, by a way of its own: the build's must be the same.
fn integrity(text: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = Sha256::digest(text).iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let sign = |six: &[u8]| SIGNS[six.iter().chain([&0; 6]).take(6).fold(0, |sum, bit| sum * 2 + usize::from(*bit))];
    let text: String = bits.chunks(6).map(|six| char::from(sign(six))).collect();
    format!("\"sha256-{text}=\"")
}

/// Opens the page and waits until it is kept; `false` where the browser keeps no page at all.
fn is_kept(page: &mut Page, host: &Host) -> bool {
    page.address = host.address();
    page.open_document(FT);
    let can = page.browser.script("return 'serviceWorker' in navigator;", vec![]) == true;
    assert!(can || page.browser.engine == Engine::WebKit, "the browser has service workers");
    if can {
        page.browser.wait("the page to be kept", "navigator.serviceWorker.controller?.state === 'activated'", vec![]);
    }
    can
}

fn tag(page: &mut Page, document: &'static str, words: &str) -> (String, Stretch) {
    let corpus = Corpus::read(document);
    let (label, stretch) = (page.label(0), corpus.find(words, 0));
    let span = page.tag(&corpus, stretch, &label);
    page.saved();
    (span, stretch)
}

/// Waits until the page is the second version: in short questions, since a long one would go with the first.
fn becomes_second(page: &mut Page) {
    let asked = "return document.documentElement.dataset.build === 'second' && document.readyState === 'complete';";
    let there = || (page.browser.try_script(asked, vec![]).ok()? == true).then_some(());
    wait::until("the newer version", PATIENCE, there).unwrap();
    page.ready();
}

pub fn whole_work_without_a_network(page: &mut Page) {
    let host = Host::new();
    if !is_kept(page, &host) {
        return;
    }
    drop(host);
    page.load_again();
    page.listen();
    let (span, stretch) = tag(page, FT, "بريت ماكغورك");
    page.load_again();
    let corpus = Corpus::read(FT);
    page.show(&corpus, stretch);
    page.painted(&span);
    // The second program, which was never loaded before.
    page.keys(&["f"]);
    page.browser.wait("the search", "document.activeElement?.dataset.field === 'search'", vec![]);
    page.browser.type_into(&page.browser.element("return document.activeElement;", vec![]), "إيران");
    page.browser.wait("the hits", "document.querySelector('.desk [data-hits]')?.dataset.hits === '35'", vec![]);
    page.download().holds(&corpus, &span, stretch, &page.label(0).id);
    // Workers that measure are made of what is kept too, under the headers that hosts are given.
    a_worker_answers(page);
    let strangers: Vec<String> = page.requests().into_iter().filter(|address| !address.starts_with(&page.address)).collect();
    assert!(strangers.is_empty(), "{strangers:?}");

    page.open(&format!("?lang=en#/{NYT}"));
    page.shows(NYT);
    assert_eq!(page.browser.script("return document.documentElement.lang;", vec![]), "en");
    tag(page, NYT, "ساسان كريمي");
    page.open(&format!("index.html?project={EXAMPLE}#/{FT}"));
    page.show(&corpus, corpus.find("محادثات سرية", 0));
    page.painted("a-talks");
    page.open("?lang=ar");
    let file = page.download();
    assert_eq!((file.spans(FT).len(), file.spans(NYT).len()), (1, 1));

    // What is no part of the page is not had from anywhere.
    let boot = page.browser.script("return document.querySelector('script[src]').getAttribute('src');", vec![]);
    let asked = format!("{}?x", boot.as_str().unwrap_or_default());
    for name in ["hashiya.schema.json", "./", "index.html", "../", &asked] {
        let script = "window.got = null; fetch(arguments[0]).then((a) => { window.got = String(a.status); }, () => { window.got = 'nothing'; });";
        page.browser.script(script, vec![json!(name)]);
        assert_eq!(page.browser.wait("an answer", "window.got", vec![]), "nothing", "{name}");
    }
}

pub fn newer_version_waits_and_loses_nothing(page: &mut Page) {
    let host = Host::new();
    if !is_kept(page, &host) {
        return;
    }
    page.load_again();
    let (first, _) = tag(page, FT, "بريت ماكغورك");

    // Half of a newer version is none.
    host.renew("half", false);
    page.browser.script(
        "window.newer = 'asked'; navigator.serviceWorker.getRegistration().then((kept) => kept.update()).then((kept) => {
           const done = () => { window.newer = kept.installing || kept.waiting ? window.newer : 'gone'; };
           kept.installing?.addEventListener('statechange', done); done();
         }, () => { window.newer = 'gone'; });",
        vec![],
    );
    page.browser.wait("what is half there to be given up", "window.newer === 'gone'", vec![]);
    page.load_again();
    let shown = |page: &Page| page.browser.script("return document.documentElement.dataset.build ?? 'first';", vec![]);
    assert_eq!(shown(page), "first");

    // A whole one waits, and the page says so and stays what it is.
    host.renew("second", true);
    page.load_again();
    page.browser.wait("the newer version to be told of", "document.querySelector('#update button')", vec![]);
    assert_eq!(shown(page), "first");
    let (second, stretch) = tag(page, FT, "علي باقري كاني");
    assert_eq!(shown(page), "first");

    // An edit made just before the newer one comes is there with it.
    let corpus = Corpus::read(FT);
    let (label, last) = (page.label(1), corpus.find("دونالد ترامب", 0));
    let third = page.tag(&corpus, last, &label);
    let update = page.browser.element("return document.querySelector('#update button');", vec![]);
    page.browser.click(&update);
    becomes_second(page);
    page.show(&corpus, stretch);
    page.painted(&second);
    let file = page.download();
    let mut found: Vec<&str> = file.spans(FT).iter().filter_map(|span| span["id"].as_str()).collect();
    found.sort_unstable();
    let mut made = [first.as_str(), &second, &third];
    made.sort_unstable();
    assert_eq!(found, made);

    // Without a network it is still the newer one.
    drop(host);
    page.load_again();
    assert_eq!(shown(page), "second");
    assert_eq!(page.browser.script("return document.querySelector('#update') === null;", vec![]), true);
}

pub fn newer_version_taken_in_one_tab_is_told_in_the_other(page: &mut Page) {
    let host = Host::new();
    if !is_kept(page, &host) {
        return;
    }
    page.load_again();
    let (first, _) = tag(page, FT, "بريت ماكغورك");
    let one = page.browser.open_window();
    page.open_document(FT);
    host.renew("second", true);
    page.load_again();
    page.browser.wait("the newer version to be told of", "document.querySelector('#update button')", vec![]);
    page.browser.click(&page.browser.element("return document.querySelector('#update button');", vec![]));
    becomes_second(page);

    // The other tab goes on as it is, and is told.
    let other = page.browser.turn_to(&one);
    page.browser.wait("the newer version to be told of here too", "document.querySelector('#update button')", vec![]);
    let shown = |page: &Page| page.browser.script("return document.documentElement.dataset.build ?? 'first';", vec![]);
    assert_eq!(shown(page), "first");
    let (second, _) = tag(page, FT, "علي باقري كاني");
    page.browser.click(&page.browser.element("return document.querySelector('#update button');", vec![]));
    becomes_second(page);
    let file = page.download();
    for span in [&first, &second] {
        file.span(FT, span);
    }
    page.browser.turn_to(&other);
    page.browser.close_window(&one);
}
