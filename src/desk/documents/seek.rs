//! Which documents have the words that are sought in their title or their text, folded; in slices.

use crate::core::fold::fold;
use crate::core::ids::DocumentId;
use crate::core::search::{Mode, Query, walk};
use crate::core::state::State;
use crate::desk::search::with_shelf;
use crate::desk::slices::Work;
use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

/// What is asked of which documents.
#[derive(Clone)]
pub struct Question {
    /// What was typed.
    pub words: String,
    /// The project, which stays the same question as long as its documents stay what they are.
    pub state: Rc<State>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        let documents = |of: &Self| of.state.documents.iter().map(|state| state.document.clone()).collect::<Vec<_>>();
        self.words == other.words && documents(self) == documents(other)
    }
}

/// A search under way. Titles are looked through at once, texts one after the other.
pub struct Seek {
    state: Rc<State>,
    query: Option<Query>,
    /// The text that comes next.
    next: usize,
    found: HashSet<DocumentId>,
}

impl Seek {
    /// Begins a search.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        let folded = fold(question.words.trim());
        let titles = question.state.documents.iter().map(|state| &state.document);
        let titled = titles.filter(|document| fold(&format!("{} {}", document.title, document.id)).contains(&folded));
        Self {
            state: question.state.clone(),
            query: Query::new(&question.words, Mode::Folded, false),
            next: 0,
            found: titled.map(|document| document.id.clone()).collect(),
        }
    }

    /// What was found so far; `None` where nothing is sought.
    #[must_use]
    pub fn found(&self) -> Option<HashSet<DocumentId>> {
        self.query.as_ref().map(|_| self.found.clone())
    }
}

impl Work for Seek {
    fn resume(&mut self) {
        if self.query.is_some() {
            with_shelf(|shelf| shelf.follow(&self.state));
        }
    }

    fn step(&mut self) -> bool {
        let (Some(query), Some(state)) = (&self.query, self.state.documents.get(self.next)) else { return true };
        let id = &state.document.id;
        if self.found.contains(id) {
            self.next += 1;
            return false;
        }
        with_shelf(|shelf| {
            let has = shelf.get(id).map(|searcher| searcher.has(query));
            if has == Some(true) {
                self.found.insert(id.clone());
            }
            // A text that is not folded yet is waited for; once all are, one that is not among them is none.
            if has.is_some() || shelf.go_on(walk::STEP) {
                self.next += 1;
            }
        });
        false
    }

    fn share(&self) -> u32 {
        (100 * self.next / self.state.documents.len().max(1)) as u32
    }
}

/// How much is done, from 0 to 100.
pub fn share(work: &Rc<RefCell<Seek>>) -> u32 {
    work.borrow().share()
}
