//! Searching texts as one types.
//!
//! A [`Searcher`] folds its text once; a [`Query`] is prepared once a keystroke; what remains is one walk over
//! the folded text. Every hit is a range of the original, widened to grapheme clusters, and slices to what is shown.

mod clitics;
mod finder;
mod hits;
pub mod pattern;
mod query;
pub mod shelf;
pub mod walk;

pub use hits::{Cursor, Hits};
pub use query::{Mode, Query};

use super::fold::{Folded, limits};
use super::range::TextRange;
use super::text::Text;
use std::rc::Rc;

/// A place that was found, in code points of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What was asked for, without clitics.
    pub range: TextRange,
    /// The written word or words it stands in, with all that is attached.
    pub outer: TextRange,
}

impl Hit {
    fn new(text: &Text, range: TextRange) -> Self {
        Self { range, outer: limits::written(text, range) }
    }
}

/// A text made ready to be searched.
#[derive(Debug, Clone)]
pub struct Searcher {
    text: Rc<Text>,
    folded: Folded,
}

impl Searcher {
    /// Folds a text.
    #[must_use]
    pub fn new(text: Rc<Text>) -> Self {
        let folded = Folded::new(text.as_str());
        Self::of(text, folded)
    }

    /// Takes a text with its fold.
    fn of(text: Rc<Text>, folded: Folded) -> Self {
        Self { text, folded }
    }

    /// The text itself.
    #[must_use]
    pub const fn text(&self) -> &Rc<Text> {
        &self.text
    }

    /// The text folded.
    #[must_use]
    pub const fn folded(&self) -> &Folded {
        &self.folded
    }

    /// The hits in order. They never overlap. [`Iterator::count`] on it is quicker than going through them.
    #[must_use]
    pub fn hits<'a>(&'a self, query: &'a Query) -> Hits<'a> {
        self.hits_from(query, Cursor::default(), usize::MAX)
    }

    /// The hits that begin within so many bytes of the searched text, from where a walk stands.
    #[must_use]
    pub fn hits_from<'a>(&'a self, query: &'a Query, from: Cursor, bytes: usize) -> Hits<'a> {
        Hits::new(self, query, from, bytes)
    }

    /// Whether there is a hit.
    #[must_use]
    pub fn has(&self, query: &Query) -> bool {
        self.hits(query).place().is_some()
    }

    fn hay(&self, query: &Query) -> &str {
        if query.exact { self.text.as_str() } else { &self.folded.text }
    }
}

#[cfg(test)]
mod tests;
