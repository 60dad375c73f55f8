//! Going through a text for a query, at once or a stretch at a time.

use super::{Hit, Query, Searcher};
use crate::core::fold::limits;
use crate::core::range::TextRange;
use crate::core::units::Offset;
use std::ops::Range;

/// Where a walk through a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The byte of the searched text from which the next hit is sought.
    at: usize,
    /// A byte of the searched text and the count of characters before it.
    counted: (usize, u32),
    /// Where the last hit ended.
    reached: Offset,
}

impl Cursor {
    /// How many bytes of the searched text lie behind it.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.at
    }
}

/// The hits of a query in a text, or in a stretch of it.
#[derive(Debug, Clone)]
pub struct Hits<'a> {
    searcher: &'a Searcher,
    query: &'a Query,
    cursor: Cursor,
    /// The byte of the searched text before which a hit has to begin.
    until: usize,
}

impl<'a> Hits<'a> {
    pub(super) fn new(searcher: &'a Searcher, query: &'a Query, cursor: Cursor, bytes: usize) -> Self {
        let until = cursor.at.saturating_add(bytes).min(searcher.hay(query).len());
        Self { searcher, query, cursor, until }
    }

    /// Where the walk stands once all hits of the stretch were taken; `None` at the end of the text.
    #[must_use]
    pub fn rest(&self) -> Option<Cursor> {
        (self.cursor.at < self.searcher.hay(self.query).len()).then_some(self.cursor)
    }

    /// How many hits are left in the stretch. Goes through them, quicker than one by one.
    pub fn tally(&mut self) -> usize {
        if !(self.searcher.folded.is_plain() && self.query.begins_with_letter()) {
            return self.by_ref().fold(0, |count, _| count + 1);
        }
        std::iter::from_fn(|| self.place()).map(|_| 1).sum()
    }

    /// The bytes of the next hit.
    pub(super) fn place(&mut self) -> Option<Range<usize>> {
        let hay = self.searcher.hay(self.query);
        let end = self.until.saturating_add(self.query.finder.needle().len() - 1).min(hay.len());
        loop {
            let found = hay.as_bytes().get(..end).and_then(|hay| self.query.finder.next(hay, self.cursor.at));
            let Some(found) = found.filter(|found| *found < self.until) else {
                self.cursor.at = self.cursor.at.max(self.until);
                return None;
            };
            if let Some(place) = self.query.judge(hay, found)
                && place.heh.is_none_or(|byte| !self.is_marbuta(byte))
            {
                self.cursor.at = place.bytes.end.max(found + 1);
                return Some(place.bytes);
            }
            self.cursor.at = found + hay[found..].chars().next().map_or(1, char::len_utf8);
        }
    }

    fn is_marbuta(&mut self, byte: usize) -> bool {
        let index = self.character(byte);
        self.searcher.text.char_at(self.searcher.folded.origin(index)) == Some('ة')
    }

    /// The count of characters before a byte of the searched text, from the last one counted.
    fn character(&mut self, byte: usize) -> u32 {
        let hay = self.searcher.hay(self.query);
        let (known, count) = self.cursor.counted;
        let between = hay[known.min(byte)..known.max(byte)].chars().count() as u32;
        self.cursor.counted = (byte, if byte < known { count - between } else { count + between });
        self.cursor.counted.1
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
            if self.cursor.reached <= range.start() {
                self.cursor.reached = range.end();
                return Some(Hit::new(text, range));
            }
        }
    }

    fn count(mut self) -> usize {
        self.tally()
    }
}
