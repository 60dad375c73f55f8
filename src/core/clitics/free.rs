//! Which words stand free in the open texts: the witness that the rest of a word is a word.

use super::letters::{composed, is_letter, plain};

/// What the hash of a word begins with: FNV-1a, over letters.
const EMPTY: u32 = 0x811C_9DC5;

/// A set of words as [`super::bare`] writes them. It keeps a hash of each: one in some hundred thousand strange
/// words passes for one of them, which for a proposal is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FreeWords {
    /// A table with open places, of a power of two, at most half full. 0 is an open place.
    slots: Vec<u32>,
    count: usize,
}

impl FreeWords {
    /// The words of some texts: runs of letters with their marks.
    #[must_use]
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut words = Self::default();
        for text in texts {
            words.add(text);
        }
        words
    }

    /// Adds the words of one more text.
    #[inline(never)]
    pub fn add(&mut self, text: &str) {
        let mut word = EMPTY;
        for &(character, _) in &composed(text) {
            if is_letter(character) {
                word = with(word, character);
            } else {
                self.insert(word);
                word = EMPTY;
            }
        }
        self.insert(word);
    }

    /// Whether a word, as [`super::bare`] writes it, is one of them.
    #[must_use]
    #[inline(never)]
    pub fn contains(&self, bare: &str) -> bool {
        let word = bare.chars().fold(EMPTY, with);
        self.slots.get(self.slot(word)) == Some(&word)
    }

    #[inline(never)]
    fn insert(&mut self, word: u32) {
        if self.count * 2 >= self.slots.len() {
            let old = std::mem::take(&mut self.slots);
            while self.slots.len() < (old.len() * 2).max(1 << 10) {
                self.slots.push(0);
            }
            self.count = 0;
            for &word in &old {
                self.insert(word);
            }
        }
        let slot = self.slot(word);
        if let Some(place) = self.slots.get_mut(slot)
            && *place == 0
            && word != EMPTY
        {
            *place = word;
            self.count += usize::from(word != 0);
        }
    }

    /// Where a word stands, or the open place where it would; past the end of a table without places.
    #[inline(never)]
    fn slot(&self, word: u32) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = word as usize & mask;
        while self.slots.get(slot).is_some_and(|&found| found != 0 && found != word) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// The hash of a word with one letter more.
const fn with(word: u32, letter: char) -> u32 {
    (word ^ plain(letter) as u32).wrapping_mul(0x0100_0193)
}
