//! Nothing leaves the machine, and nothing complains.

use crate::corpus::{Corpus, FT};
use crate::page::Page;

/// The most requests that may come before the first tag.
const REQUESTS: usize = 12;

pub fn nothing_leaves_and_nothing_complains(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let requests = page.requests();
    assert!(requests.len() <= REQUESTS, "{} requests before the first tag: {requests:?}", requests.len());
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
