//! Searching texts as one types.
//!
//! A [`Searcher`] folds its text once; a [`Query`] is prepared once a keystroke; what remains is one walk over
//! the folded text. Every hit is a range of the original, widened to grapheme clusters, and slices to what is shown.

mod clitics;
mod finder;
pub mod pattern;
mod query;
pub mod shelf;

pub use query::{Mode, Query};

use super::fold::{Folded, limits};
use super::range::TextRange;
use super::text::Text;
use super::units::Offset;
use std::ops::Range;
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
    pub const fn hits<'a>(&'a self, query: &'a Query) -> Hits<'a> {
        Hits { searcher: self, query, at: 0, counted: (0, 0), reached: Offset(0) }
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

/// The hits of a query in a text.
#[derive(Debug, Clone)]
pub struct Hits<'a> {
    searcher: &'a Searcher,
    query: &'a Query,
    /// The byte of the searched text from which the next is sought.
    at: usize,
    /// A byte of the searched text and the count of characters before it.
    counted: (usize, u32),
    /// Where the last hit ended.
    reached: Offset,
}

impl Hits<'_> {
    /// The bytes of the next hit.
    fn place(&mut self) -> Option<Range<usize>> {
        let hay = self.searcher.hay(self.query);
        loop {
            let found = self.query.finder.next(hay, self.at)?;
            if let Some(place) = self.query.judge(hay, found)
                && place.heh.is_none_or(|byte| !self.is_marbuta(byte))
            {
                self.at = place.bytes.end.max(found + 1);
                return Some(place.bytes);
            }
            self.at = found + hay[found..].chars().next().map_or(1, char::len_utf8);
        }
    }

    fn is_marbuta(&mut self, byte: usize) -> bool {
        let index = self.character(byte);
        self.searcher.text.char_at(self.searcher.folded.origin(index)) == Some('ة')
    }

    /// The count of characters before a byte of the searched text, from the last one counted.
    fn character(&mut self, byte: usize) -> u32 {
        let hay = self.searcher.hay(self.query);
        let (known, count) = self.counted;
        let between = hay[known.min(byte)..known.max(byte)].chars().count() as u32;
        self.counted = (byte, if byte < known { count - between } else { count + between });
        self.counted.1
    }
}

impl Iterator for Hits<'_> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        loop {
            let place = self.place()?;
            let characters = self.character(place.start)..self.character(place.end);
            let text = &self.searcher.text;
            let range = if self.query.exact {
                limits::widened(text, TextRange::of(characters.start, characters.end))
            } else {
                self.searcher.folded.hit(text, characters)
            };
            // Two places can lie in one cluster, or in one character that folds to several.
            if self.reached <= range.start() {
                self.reached = range.end();
                return Some(Hit::new(text, range));
            }
        }
    }

    fn count(mut self) -> usize {
        if !(self.searcher.folded.is_plain() && self.query.begins_with_letter()) {
            return self.fold(0, |count, _| count + 1);
        }
        std::iter::from_fn(|| self.place()).map(|_| 1).sum()
    }
}

#[cfg(test)]
mod tests;
