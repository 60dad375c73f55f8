//! The rest of the first program does not come: what it is not needed for goes on, and the page says what cannot be done.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::corpus::{Corpus, FT};
use crate::harness::scratch::Scratch;
use crate::harness::site::{self, Site};
use crate::page::Page;

/// Whether a file, or a packed one, is the rest of the first program.
fn is_rest(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("hashiya-rest-"))
}

/// Copies the files of the built page that are wanted.
fn copy(to: &Path, wanted: impl Fn(&Path) -> bool) {
    let files: Vec<PathBuf> = fs::read_dir(site::folder()).unwrap().flatten().map(|entry| entry.path()).collect();
    for file in files.iter().filter(|file| file.is_file() && wanted(file)) {
        fs::copy(file, to.join(file.file_name().unwrap())).unwrap();
    }
}

/// Waits until the page takes input, with or without the rest.
fn takes_input(page: &Page) {
    page.browser.wait("the page to take input", "document.documentElement.dataset.hashiya === '1'", vec![]);
    page.browser.frames();
}

/// Waits until so many spans are painted.
fn paints(page: &Page, count: usize) {
    page.browser.wait("spans to be painted", "T.paintedIds().length === arguments[0]", vec![json!(count)]);
}

pub fn work_goes_on_without_the_rest(page: &mut Page) {
    let folder = Scratch::new("host").unwrap();
    let files = folder.folder("page").unwrap();
    copy(&files, |file| !is_rest(file));
    let site = Site::open(&files).unwrap();
    page.address = site.fresh_origin();
    page.browser.go(&format!("{}#/{FT}", page.address));
    takes_input(page);

    let corpus = Corpus::read(FT);
    let (first, second) = (corpus.find("بريت ماكغورك", 0), corpus.find("إيران", 0));
    let label = page.label(0);
    page.tag(&corpus, first, &label);
    page.tag(&corpus, second, &label);
    paints(page, 2);
    page.keys(&["Control", "z"]);
    paints(page, 1);
    page.saved();

    // What is in the rest alone is not done, and the page says so.
    page.keys(&["l"]);
    assert!(!page.notice("error").is_empty());
    assert_eq!(page.browser.script("return document.documentElement.dataset.panel;", vec![]), "margin");

    page.browser.reload();
    takes_input(page);
    paints(page, 1);
    page.keys(&["Control", "Shift", "z"]);
    paints(page, 2);
    page.saved();

    // Once it can be had, it is there in the very task that wants it.
    copy(&files, is_rest);
    page.keys(&["l"]);
    page.browser.wait("both spans in the list", "document.querySelectorAll('[data-list=\"spans\"] > li').length === 2", vec![]);
    assert_eq!(page.browser.script("return 'rest' in document.documentElement.dataset;", vec![]), true);
    page.reload();
    paints(page, 2);
}
