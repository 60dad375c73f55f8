//! The search itself: documents are folded once and kept, and every keystroke walks them, in slices.

use super::place::{Group, Listing, Place};
use crate::core::search::pattern::{Fault, Pattern};
use crate::core::search::shelf::Shelf;
use crate::core::search::walk::{self, Sought, Walk};
use crate::core::search::{Mode, Query};
use crate::core::state::State;
use crate::desk::slices::Work;
use crate::i18n::{self, Lang};
use std::cell::RefCell;
use std::rc::Rc;

/// How what is typed is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As words.
    Words(Mode),
    /// As a regular expression.
    Pattern,
}

impl How {
    /// All, in the order of their buttons.
    pub const ALL: [Self; 4] = [Self::Words(Mode::Exact), Self::Words(Mode::Folded), Self::Words(Mode::Clitics), Self::Pattern];

    /// Its name in the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words(Mode::Exact) => "exact",
            Self::Words(Mode::Folded) => "folded",
            Self::Words(Mode::Clitics) => "clitics",
            Self::Pattern => "pattern",
        }
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What was typed.
    pub typed: String,
    /// How it is read.
    pub how: How,
    /// Whether only whole words are hits; says nothing of the modes that know by themselves.
    pub whole: bool,
}

impl Default for Ask {
    fn default() -> Self {
        Self { typed: String::new(), how: How::Words(Mode::Clitics), whole: false }
    }
}

impl Ask {
    /// Whether something was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.trim().is_empty()
    }

    /// What tells it from another.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{} {} {}", self.how.name(), self.whole, self.typed)
    }

    /// Whether one can ask for whole words.
    #[must_use]
    pub fn has_whole(&self) -> bool {
        matches!(self.how, How::Words(Mode::Exact | Mode::Folded))
    }
}

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::default();
    static LAST: RefCell<Ask> = RefCell::default();
}

/// What was asked last: it stays while the desk lives.
pub fn last() -> Ask {
    LAST.with_borrow(Ask::clone)
}

/// Remembers what is asked.
pub fn remember(ask: &Ask) {
    LAST.set(ask.clone());
}

/// Does something with the shelf of the project's documents, of which some may yet have to be folded.
pub fn with_shelf<T>(act: impl FnOnce(&mut Shelf) -> T) -> T {
    SHELF.with_borrow_mut(act)
}

/// What is asked of which documents.
#[derive(Clone)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// How many hits are listed. Of those beyond them only the number is found out.
    pub most: usize,
    /// The project, which stays the same question as long as its texts stay.
    pub state: Rc<State>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        let documents = |of: &Self| of.state.documents.iter().map(|state| state.document.clone()).collect::<Vec<_>>();
        self.ask == other.ask && self.most == other.most && documents(self) == documents(other)
    }
}

/// A search under way. Of an empty question it folds the texts that are new, so that the first letter need not wait.
pub struct Search {
    state: Rc<State>,
    walk: Option<Walk>,
    fault: Option<Fault>,
}

impl Search {
    /// Begins a search.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        let Question { ask, most, state } = question;
        let sought = match ask.how {
            _ if ask.is_empty() => Ok(None),
            How::Words(mode) => Ok(Query::new(&ask.typed, mode, ask.whole).map(Sought::Words)),
            How::Pattern => Pattern::new(&ask.typed).map(|pattern| Some(Sought::Pattern(pattern))),
        };
        let (walk, fault) = match sought {
            Ok(sought) => (sought.map(|sought| Walk::new(sought, *most)), None),
            Err(fault) => (None, Some(fault)),
        };
        Self { state: state.clone(), walk, fault }
    }

    /// Why what was typed cannot be used.
    #[must_use]
    pub const fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// How many hits there are so far.
    #[must_use]
    pub fn total(&self) -> usize {
        self.walk.as_ref().map_or(0, Walk::total)
    }

    /// The hits so far, by document.
    #[must_use]
    pub fn listing(&self, lang: Lang) -> Listing {
        let mut listing = Listing::default();
        for found in self.walk.iter().flat_map(Walk::found) {
            let Some(document) = self.state.documents.get(found.document) else { continue };
            let start = listing.places.len();
            let places = found.hits.iter();
            let places = places.map(|hit| Place { document: found.document, range: hit.range, outer: hit.outer, settled: false });
            listing.places.extend(places);
            let title = i18n::document_name(lang, &document.document);
            listing.groups.push(Group { title, quoted: false, total: found.total, rows: start..listing.places.len() });
        }
        listing
    }
}

impl Work for Search {
    fn resume(&mut self) {
        with_shelf(|shelf| shelf.follow(&self.state));
    }

    fn step(&mut self) -> bool {
        with_shelf(|shelf| match &mut self.walk {
            Some(walk) => walk.step(shelf),
            None => self.fault.is_some() || shelf.go_on(walk::STEP),
        })
    }

    fn share(&self) -> u32 {
        with_shelf(|shelf| self.walk.as_ref().map_or(0, |walk| walk.share(shelf)))
    }
}
