//! The search itself: documents are folded once and kept, and every keystroke walks them.

use super::place::{Group, Listing, Place};
use crate::core::search::pattern::{Fault, Pattern};
use crate::core::search::shelf::Shelf;
use crate::core::search::{Hit, Mode, Query};
use crate::core::state::State;
use crate::i18n::{self, Lang};
use std::cell::RefCell;

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

/// Does something with the project's documents, folded. A text is folded when it is first needed.
pub fn with_shelf<T>(state: &State, act: impl FnOnce(&Shelf) -> T) -> T {
    SHELF.with_borrow_mut(|shelf| {
        shelf.refresh(state);
        act(shelf)
    })
}

/// The hits by document. Of those beyond the first `most` only the number is found out.
///
/// # Errors
/// Says why a regular expression cannot be used.
pub fn find(state: &State, lang: Lang, ask: &Ask, most: usize) -> Result<Listing, Fault> {
    if ask.is_empty() {
        return Ok(Listing::default());
    }
    match ask.how {
        How::Words(mode) => Ok(Query::new(&ask.typed, mode, ask.whole).map_or_else(Listing::default, |query| {
            collect(state, lang, most, |shelf, index, room| {
                let Some(searcher) = shelf.get(&state.documents[index].document.id) else { return (Vec::new(), 0) };
                let mut hits = searcher.hits(&query);
                let listed = hits.by_ref().take(room).collect::<Vec<_>>();
                let total = listed.len() + hits.count();
                (listed, total)
            })
        })),
        How::Pattern => {
            let pattern = Pattern::new(&ask.typed)?;
            Ok(collect(state, lang, most, |shelf, index, room| {
                let Some(searcher) = shelf.get(&state.documents[index].document.id) else { return (Vec::new(), 0) };
                let mut hits = pattern.hits(searcher);
                let listed = hits.by_ref().take(room).collect::<Vec<_>>();
                let total = listed.len() + hits.count();
                (listed, total)
            }))
        }
    }
}

/// Puts together what `search` finds in each document: at most so many hits, and how many there are.
fn collect(state: &State, lang: Lang, most: usize, search: impl Fn(&Shelf, usize, usize) -> (Vec<Hit>, usize)) -> Listing {
    with_shelf(state, |shelf| {
        let mut listing = Listing::default();
        for (index, document) in state.documents.iter().enumerate() {
            let start = listing.places.len();
            let (hits, total) = search(shelf, index, most.saturating_sub(start));
            let place = |hit: Hit| Place { document: index, range: hit.range, outer: hit.outer, settled: false };
            listing.places.extend(hits.into_iter().map(place));
            if total > 0 {
                let title = i18n::document_name(lang, &document.document);
                listing.groups.push(Group { title, quoted: false, total, rows: start..listing.places.len() });
            }
        }
        listing
    })
}
