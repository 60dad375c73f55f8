//! Attached words: where `و ف ب ك ل س ال` end and `ها هم ه` … begin within one written word.
//!
//! Rules over letters, no model: what they cannot tell they leave alone, and a limit can always be moved by one
//! cluster. A cut stands before a letter, hence after all marks and tatweels of the letter before it.
//! Words with anything but Arabic letters and digits in them (Latin, presentation forms) have no cuts.

mod free;
mod letters;
mod rules;
mod stop;

pub use free::FreeWords;
pub use letters::bare;

use super::range::TextRange;
use super::text::Text;
use super::units::Offset;

/// Where a word may be limited within itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts {
    /// Starts after each proclitic, ascending, without the word's own.
    pub starts: Vec<Offset>,
    /// The end before an enclitic, without the word's own. No word has two.
    pub ends: Vec<Offset>,
}

/// The cuts of `word`. `is_word` answers whether a word as [`bare`] writes it stands free in any open text.
#[must_use]
pub fn cuts(text: &Text, word: TextRange, is_word: &dyn Fn(&str) -> bool) -> Cuts {
    found(text, word, is_word).cuts
}

/// What one key cycles through, all distinct: the written word, then what remains after each proclitic, last the
/// shortest of these without its enclitic.
#[must_use]
pub fn parts(text: &Text, word: TextRange, is_word: &dyn Fn(&str) -> bool) -> Vec<TextRange> {
    let Cuts { starts, ends } = cuts(text, word, is_word);
    let mut parts = vec![word];
    let mut last = word.start();
    for &start in &starts {
        parts.push(TextRange::new(start, word.end()));
        last = start;
    }
    for &end in &ends {
        parts.push(TextRange::new(last, end));
    }
    parts
}

/// The limits to begin with: without proclitics, but with the article (in `لل…` its second `ل`) and enclitics.
#[must_use]
pub fn core_of(text: &Text, word: TextRange, is_word: &dyn Fn(&str) -> bool) -> TextRange {
    TextRange::new(found(text, word, is_word).core, word.end())
}

/// Where a caret that walks by attached words stops: the word's ends and all its cuts, ascending.
#[must_use]
pub fn stops(text: &Text, word: TextRange, is_word: &dyn Fn(&str) -> bool) -> Vec<Offset> {
    let Cuts { starts, ends } = cuts(text, word, is_word);
    let mut stops = vec![word.start()];
    for &stop in starts.iter().chain(&ends) {
        stops.push(stop);
    }
    stops.push(word.end());
    stops
}

/// The cuts, and where the core starts.
#[inline(never)]
fn found(text: &Text, word: TextRange, is_word: &dyn Fn(&str) -> bool) -> rules::Found {
    let none = rules::Found { cuts: Cuts::default(), core: word.start() };
    letters::Letters::read(text.slice(word)).map_or(none, |letters| rules::find(word.start(), &letters, is_word))
}

#[cfg(test)]
mod tests;
