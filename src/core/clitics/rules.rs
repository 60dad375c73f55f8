//! The rules. Proclitics stand in the order: conjunction, preposition (or the future's `س`), article.

use super::Cuts;
use super::letters::{Letter, Letters, spelled};
use super::stop;
use crate::core::units::Offset;

/// Enclitics; no word ends in two of them.
const ENCLITICS: &str = "هما كما ها هم هن كم كن نا ه ك ي";

/// The letters a word must have after an article, and before an enclitic.
const STEM: usize = 3;

/// What was found.
#[derive(Debug)]
pub struct Found {
    /// All cuts, with those of the article and the enclitic.
    pub cuts: Cuts,
    /// The start to begin with.
    pub core: Offset,
}

/// What may stand next in a word; what comes later in this list may, too.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Next {
    Conjunction,
    Preposition,
    Article,
    Stem,
}

struct Search<'a> {
    start: Offset,
    word: &'a Letters,
    is_word: &'a dyn Fn(&str) -> bool,
    found: Found,
    /// The letter at which the shortest part begins.
    stem: usize,
    /// Whether that has an article or is never cut, hence has no enclitic.
    closed: bool,
}

/// Finds the cuts of a word that starts at `start`.
pub fn find(start: Offset, word: &Letters, is_word: &dyn Fn(&str) -> bool) -> Found {
    let found = Found { cuts: Cuts::default(), core: start };
    let mut search = Search { start, word, is_word, found, stem: 0, closed: false };
    search.walk(0, Next::Conjunction);
    if word.is_whole() && !search.closed {
        search.enclitic();
    }
    search.found
}

impl Search<'_> {
    /// Cuts the letters from `at` on, and answers whether a word may begin there.
    fn walk(&mut self, at: usize, next: Next) -> bool {
        let rest = self.word.from(at);
        let number = self.word.has_number();
        let Some((&(first, _), tail)) = rest.split_first() else { return number };
        let bare = spelled(rest);
        if stop::holds(stop::WORDS, &bare) {
            self.closed = true;
            return true;
        }
        let is_stem = |stem: &[Letter]| stem.len() >= STEM || (stem.is_empty() && number);
        match rest {
            [('ا' | 'ٱ', _), ('ل', _), stem @ ..] if next <= Next::Article && is_stem(stem) => {
                self.closed = true;
                self.cut(at + 2);
                return true;
            }
            // The article has lost its alef. The core keeps what is left of it.
            [('ل', _), ('ل', _), stem @ ..] if next <= Next::Preposition && (is_stem(stem) || bare == "لله") => {
                self.closed = true;
                self.found.core = self.cut(at + 1);
                if stem.len() != 1 {
                    self.cut(at + 2);
                }
                return true;
            }
            _ => {}
        }
        let (clitic, after) = match first {
            'و' | 'ف' => (Next::Conjunction, Next::Preposition),
            'ب' | 'ك' => (Next::Preposition, Next::Article),
            'ل' => (Next::Preposition, Next::Stem),
            'س' if matches!(tail, [('ي' | 'ت' | 'ن' | 'أ', _), _, _, ..]) => (Next::Preposition, Next::Stem),
            _ => (Next::Stem, Next::Stem),
        };
        if next <= clitic && clitic != Next::Stem {
            let core = self.found.core;
            self.found.core = self.cut(at + 1);
            // A hamza below, or a madda, begins a word; one above does if the word is long enough.
            let sure = first != 'س' && matches!(tail, [('إ' | 'آ', _), ..] | [('أ', _), _, _, _, ..]);
            if self.walk(at + 1, after) || sure {
                return true;
            }
            self.found.cuts.starts.pop();
            self.found.core = core;
            self.stem = at;
        }
        at > 0 && rest.len() > 1 && (self.is_word)(&bare)
    }

    /// Notes that a part begins at a letter, and says where that is.
    #[inline(never)]
    fn cut(&mut self, letter: usize) -> Offset {
        let start = self.start.plus(self.word.place(letter));
        self.found.cuts.starts.push(start);
        self.stem = letter;
        start
    }

    /// Cuts before the enclitic of a stem without article.
    fn enclitic(&mut self) {
        let stem = self.word.from(self.stem);
        for length in 1..=3 {
            if let Some(left) = stem.len().checked_sub(length)
                && left >= STEM
                && stop::holds(ENCLITICS, &spelled(&stem[left..]))
            {
                self.found.cuts.ends.push(self.start.plus(self.word.place(self.stem + left)));
            }
        }
    }
}
