//! Undo and redo.

use crate::corpus::{Corpus, FT};
use crate::page::Page;

/// What the file says of the document now.
fn state(page: &Page) -> Vec<String> {
    page.download().essence(FT)
}

pub fn undo_and_redo_by_keys_and_after_reload(page: &mut Page) {
    let corpus = Corpus::read(FT);
    page.open_document(FT);
    let (first, second) = (page.label(0), page.label(1));
    let name = corpus.find("بريت ماكغورك", 0);
    let mut states = vec![state(page)];
    let span = page.tag(&corpus, name, &first);
    states.push(state(page));
    page.open_card(&corpus, &span, name);
    page.relabel(&span, &second);
    states.push(state(page));
    page.open_card(&corpus, &span, name);
    page.write_note(&span, "the envoy");
    states.push(state(page));
    page.open_card(&corpus, &span, name);
    page.card_action(&span, "delete");
    states.push(state(page));
    assert_eq!(states[4], states[0], "the span is gone");
    assert!(states.windows(2).all(|pair| pair[0] != pair[1]), "each step changed something: {states:?}");
    walk(page, &states);
    page.saved();
    page.reload();
    assert_eq!(state(page), states[4], "the reload kept the last state");
    walk(page, &states);
    page.undo();
    assert_eq!(state(page), states[3]);
}

/// Takes everything back step by step, and makes it again.
fn walk(page: &Page, states: &[Vec<String>]) {
    for (at, wanted) in states.iter().enumerate().rev().skip(1) {
        page.undo();
        assert_eq!(&state(page), wanted, "undone to step {at}");
    }
    for (at, wanted) in states.iter().enumerate().skip(1) {
        page.redo();
        assert_eq!(&state(page), wanted, "redone to step {at}");
    }
}
