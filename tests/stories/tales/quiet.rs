//! Nothing leaves the machine, and nothing complains.

use crate::corpus::{Corpus, FT};
use crate::harness::engine::Engine;
use crate::page::Page;

/// The most requests that may come before the page takes input.
const REQUESTS: usize = 12;

pub fn nothing_leaves_and_nothing_complains(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    // In the order in which they were made: the rest of the program is the first that waits for input to be taken.
    let all = page.requests();
    let requests: Vec<&String> = all.iter().take_while(|address| !address.contains("/hashiya-rest-")).collect();
    assert!(requests.len() < all.len(), "the rest of the program has come: {all:?}");
    assert!(requests.len() <= REQUESTS, "{} requests before input is taken: {requests:?}", requests.len());
    page.listen();
    let label = page.label(0);
    let name = corpus.find("بريت ماكغورك", 0);
    let span = page.tag(&corpus, name, &label);
    page.open_card(&corpus, &span, name);
    page.undo();
    page.redo();
    page.saved();
    page.download();
    let strangers: Vec<String> = page
        .requests()
        .into_iter()
        .filter(|address| !address.starts_with(&page.address) && !address.starts_with("blob:"))
        .collect();
    assert!(strangers.is_empty(), "requests to elsewhere: {strangers:?}");
    let complaints = page.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

pub fn strings_become_neither_markup_nor_code(page: &mut Page) {
    page.open_document(FT);
    let tried = page.browser.script(
        "const ways = {
           'markup': () => { document.createElement('p').innerHTML = '<b>bold</b>'; },
           'markup beside': () => { document.body.insertAdjacentHTML('beforeend', '<b>bold</b>'); },
           'a parser': () => { new DOMParser().parseFromString('<b>bold</b>', 'text/html'); },
           'a worker': () => { new Worker('sw.js'); },
           'another policy': () => { trustedTypes.createPolicy('other', {}); },
         };
         if (!window.trustedTypes) return null;
         return Object.entries(ways).filter(([, way]) => { try { way(); return true; } catch { return false; } }).map(([name]) => name);",
        vec![],
    );
    // An engine without Trusted Types has the rest of the policy, and a page in which no script has such a way.
    let refused = tried.as_array().is_some_and(Vec::is_empty);
    assert!(refused || tried.is_null() && page.browser.engine != Engine::Chromium, "{tried}");
}
