//! Words: the rules WB1 to WB999.

use super::class::{Grapheme, Word, grapheme, word};

/// The words of `text`, with marks: the byte index at which each begins and the word. What holds no letter or digit is none.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut before = Before::default();
    let mut start = 0;
    let mut characters = text.char_indices().map(Some).chain(std::iter::once(None));
    std::iter::from_fn(move || {
        loop {
            let end = match characters.next()? {
                Some((at, character)) if before.breaks(character, &text[at..]) => at,
                Some(_) => continue,
                None => text.len(),
            };
            let (from, piece) = (start, &text[start..end]);
            start = end;
            if piece.chars().any(char::is_alphanumeric) {
                return Some((from, piece));
            }
        }
    })
}

/// What the rules ask about the characters before.
#[derive(Debug, Default)]
struct Before {
    /// The character before, whatever it is.
    next_to: Option<(char, Word)>,
    /// The last two that are no marks, the last first.
    last: Option<Word>,
    second: Option<Word>,
    /// Whether an odd number of regional indicators stands last.
    regional: bool,
}

impl Before {
    /// Whether a word ends before `character`, with which `rest` begins. It becomes the last.
    fn breaks(&mut self, character: char, rest: &str) -> bool {
        use Word::*;
        let class = word(character);
        let Some((before, next_to)) = self.next_to.replace((character, class)) else {
            (self.last, self.regional) = (Some(class), class == Regional);
            return false;
        };
        if next_to == Newline || class == Newline {
            (self.last, self.second, self.regional) = (Some(class), None, class == Regional);
            return (before, character) != ('\r', '\n');
        }
        if matches!(class, Extend | Joiner) {
            return false;
        }
        let (second, last) = (self.second, self.last);
        let ahead = || {
            let mut after = rest.chars().skip(1).map(word);
            after.find(|class| !matches!(class, Extend | Joiner))
        };
        let breaks = match (last.unwrap_or(Any), class) {
            (Letter | Hebrew | Numeric, Letter | Hebrew | Numeric)
            | (Katakana, Katakana)
            | (Letter | Hebrew | Numeric | Katakana | Tie, Tie)
            | (Tie, Letter | Hebrew | Numeric | Katakana)
            | (Hebrew, Single) => false,
            (Letter | Hebrew, MidLetter | MidBoth | Single) => !matches!(ahead(), Some(Letter | Hebrew)),
            (MidLetter | MidBoth | Single, Letter | Hebrew) => !matches!(second, Some(Letter | Hebrew)),
            (Hebrew, Double) => ahead() != Some(Hebrew),
            (Double, Hebrew) => second != Some(Hebrew),
            (Numeric, MidNumber | MidBoth | Single) => ahead() != Some(Numeric),
            (MidNumber | MidBoth | Single, Numeric) => second != Some(Numeric),
            (Regional, Regional) => !self.regional,
            _ => !(next_to == Space && class == Space),
        };
        self.second = last;
        self.last = Some(class);
        self.regional = class == Regional && !self.regional;
        breaks && !(next_to == Joiner && grapheme(character) == Grapheme::Pictograph)
    }
}
