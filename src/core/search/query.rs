//! What is sought, prepared once for all documents.

use super::clitics::Core;
use super::finder::Finder;
use crate::core::fold::{fold, limits};
use std::ops::Range;

/// How letters are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// Each code point as it is.
    Exact,
    /// Folded on both sides.
    #[default]
    Folded,
    /// Folded, whole words, with whatever clitics are attached outside.
    Clitics,
}

/// How a place that was found is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rule {
    /// It is a hit.
    Anywhere,
    /// It is a hit if no letter stands before or after it.
    Words,
    /// It is a hit if only clitics stand before and after it.
    Core(Core),
}

/// What is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(super) exact: bool,
    pub(super) rule: Rule,
    pub(super) finder: Finder,
    /// Whether the needle begins and ends within a word.
    letters: bool,
}

impl Query {
    /// Prepares what was typed. `whole` takes whole words only; [`Mode::Clitics`] always does. Outer white space
    /// counts in [`Mode::Exact`] alone. `None` where nothing is sought: no hits.
    #[must_use]
    pub fn new(typed: &str, mode: Mode, whole: bool) -> Option<Self> {
        let words = typed.trim();
        if words.is_empty() {
            return None;
        }
        let (needle, rule) = match mode {
            Mode::Exact => (typed.to_owned(), if whole { Rule::Words } else { Rule::Anywhere }),
            Mode::Folded => (fold(words), if whole { Rule::Words } else { Rule::Anywhere }),
            Mode::Clitics => {
                let (core, stem) = Core::new(words);
                // A single letter is no word that clitics are attached to.
                let rule = if stem.chars().nth(1).is_some() { Rule::Core(core) } else { Rule::Words };
                (if rule == Rule::Words { fold(words) } else { stem }, rule)
            }
        };
        // What folds to white space alone, such as the isolated form of a mark, is nothing to tag.
        let nothing = needle.trim().is_empty();
        let letters = needle.starts_with(limits::is_word) && needle.ends_with(limits::is_word);
        (!nothing).then(|| Self { exact: mode == Mode::Exact, rule, finder: Finder::new(needle), letters })
    }

    /// Whether different places are different hits in a text whose clusters hold one letter each.
    pub(super) fn begins_with_letter(&self) -> bool {
        !self.finder.needle().starts_with(limits::is_mark)
    }

    /// What is a hit in `hay`, where the needle was found at byte `at`.
    pub(super) fn judge(&self, hay: &str, at: usize) -> Option<Place> {
        let end = at + self.finder.needle().len();
        let place = Place { bytes: at..end, heh: None };
        match &self.rule {
            Rule::Anywhere => Some(place),
            Rule::Words
                if self.letters && (is_arabic(hay.as_bytes(), at.checked_sub(2)) || is_arabic(hay.as_bytes(), Some(end))) =>
            {
                None
            }
            Rule::Words => is_apart(hay, at, end).then_some(place),
            Rule::Core(core) => core.judge(hay, at, end),
        }
    }
}

/// A hit in the text that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// The byte of a folded ه that must be a ه in the original, not a ة.
    pub heh: Option<usize>,
}

/// Whether no letter stands before or after `start..end`.
fn is_apart(hay: &str, start: usize, end: usize) -> bool {
    before(hay, start, end, 1).is_empty() && after(hay, start, end, 1).is_empty()
}

/// Whether a letter, mark or digit of Arabic begins at this byte. Of a single letter nearly all places lie within words,
/// where this tells without taking the text apart into characters.
fn is_arabic(hay: &[u8], at: Option<usize>) -> bool {
    let bytes = at.and_then(|at| hay.get(at..at + 2));
    bytes.is_some_and(|bytes| matches!((bytes[0], bytes[1]), (0xD8, 0xA0..=0xBF) | (0xD9, 0x80..=0xA9)))
}

/// What of its first word stands before `start..end`: its last `most` characters, or some more.
pub(super) fn before(hay: &str, start: usize, end: usize, most: u32) -> &str {
    let count = hay[start..end].chars().next().map_or(0, |edge| limits::reach(edge, hay[..start].chars().rev(), most));
    let bytes = hay[..start].chars().rev().take(count as usize).map(char::len_utf8).sum::<usize>();
    &hay[start - bytes..start]
}

/// What of its last word stands after `start..end`: its first `most` characters, or some more.
pub(super) fn after(hay: &str, start: usize, end: usize, most: u32) -> &str {
    let count = hay[start..end].chars().next_back().map_or(0, |edge| limits::reach(edge, hay[end..].chars(), most));
    let bytes = hay[end..].chars().take(count as usize).map(char::len_utf8).sum::<usize>();
    &hay[end..end + bytes]
}
