//! Words that cover a text without a gap, as spaCy and Prodigy count them: each may have one space after it, and any other white
//! space is a word of its own.

use super::model::Sheet;
use super::options::{Nesting, Options};
use super::tokens::{Tokenised, tokenise};
use crate::core::range::TextRange;
use crate::core::text::Text;
use std::ops::Range;

/// A word, or white space that is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub range: TextRange,
    /// Whether one space follows it that belongs to no word.
    pub space: bool,
}

/// A document as such words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Covering {
    /// The words; joined, with their spaces, they are the text.
    pub words: Vec<Word>,
    /// Which words begin a sentence, in order; the first begins one.
    pub sentences: Vec<usize>,
    /// Which words each span of the sheet holds; `None` where it was left out.
    pub spans: Vec<Option<Range<usize>>>,
    /// What became of spans that did not fit.
    pub tokenised: Tokenised,
}

impl Covering {
    /// The words of a document, and its spans on them, as the options say.
    #[must_use]
    pub fn of(sheet: &Sheet, options: &Options) -> Self {
        let tokenised = tokenise(sheet, options);
        let (words, places) = words(&sheet.text, &tokenised.tokens);
        let on_words = |range: &Range<usize>| Some(*places.get(range.start)?..*places.get(range.end.checked_sub(1)?)? + 1);
        let spans = tokenised.spans.iter().map(|span| span.as_ref().and_then(on_words)).collect();
        // White space before the first sentence is in it.
        let starts = tokenised.sentences.iter().enumerate();
        let sentences =
            starts.filter_map(|(at, sentence)| if at == 0 { Some(0) } else { places.get(sentence.start).copied() }).collect();
        Self { words, sentences, spans, tokenised }
    }

    /// The characters of a range of words.
    #[must_use]
    pub fn range(&self, words: &Range<usize>) -> TextRange {
        let all = &self.words[words.clone()];
        let limits = all.first().zip(all.last());
        limits.map_or(TextRange::of(0, 0), |(first, last)| TextRange::new(first.range.start(), last.range.end()))
    }

    /// Which spans stay where none may overlap: the outermost, or the innermost where those are asked for.
    #[must_use]
    pub fn flat(&self, nesting: Nesting) -> Vec<bool> {
        let mut order: Vec<usize> = (0..self.spans.len()).filter(|place| self.spans[*place].is_some()).collect();
        let range = |place: &usize| self.spans[*place].clone().unwrap_or_default();
        match nesting {
            Nesting::Innermost => order.sort_by_key(|place| (range(place).len(), range(place).start)),
            Nesting::Columns | Nesting::Outermost => {
                order.sort_by_key(|place| (range(place).start, usize::MAX - range(place).end))
            }
        }
        let mut free = vec![true; self.words.len()];
        let mut stays = vec![false; self.spans.len()];
        for place in order {
            let range = range(&place);
            if free[range.clone()].iter().all(|free| *free) {
                free[range].fill(false);
                stays[place] = true;
            }
        }
        stays
    }
}

/// The words of a text, and which of them each token is.
fn words(text: &Text, tokens: &[TextRange]) -> (Vec<Word>, Vec<usize>) {
    let (mut words, mut places): (Vec<Word>, _) = (Vec::new(), Vec::with_capacity(tokens.len()));
    let mut end = 0;
    for token in tokens.iter().copied().chain([TextRange::new(text.len(), text.len())]) {
        let mut gap = TextRange::of(end, token.start().0);
        if text.slice(gap).starts_with(' ')
            && let Some(word) = words.last_mut()
        {
            word.space = true;
            gap = TextRange::of(end + 1, token.start().0);
        }
        if !gap.is_empty() {
            words.push(Word { range: gap, space: false });
        }
        if !token.is_empty() {
            places.push(words.len());
            words.push(Word { range: token, space: false });
        }
        end = token.end().0;
    }
    (words, places)
}

#[cfg(test)]
mod tests {
    use super::super::model::Mark;
    use super::super::worlds::TEXT;
    use super::*;
    use std::rc::Rc;

    fn sheet(text: &str, spans: &[(u32, u32)]) -> Sheet {
        let mark = |&(start, end): &(u32, u32)| Mark { pieces: vec![TextRange::of(start, end)], ..Mark::default() };
        Sheet { text: Rc::new(Text::new(text)), spans: spans.iter().map(mark).collect(), ..Sheet::default() }
    }

    #[test]
    fn words_and_spaces_are_the_text() {
        for text in ["", " ", "ا", "  ا  ب\n\n ج \u{A0}د ", " \n", TEXT] {
            let sheet = sheet(text, &[]);
            let covering = Covering::of(&sheet, &Options::default());
            let mut joined = String::new();
            for word in &covering.words {
                assert!(!word.range.is_empty());
                joined.push_str(sheet.text.slice(word.range));
                joined.push_str(if word.space { " " } else { "" });
            }
            assert_eq!(joined, text);
        }
        let sheet = sheet(" ا  ب\nج", &[(4, 7)]);
        let covering = Covering::of(&sheet, &Options::default());
        let words: Vec<_> = covering.words.iter().map(|word| (sheet.text.slice(word.range), word.space)).collect();
        assert_eq!(words, [(" ", false), ("ا", true), (" ", false), ("ب", false), ("\n", false), ("ج", false)]);
        assert_eq!((covering.spans.clone(), covering.sentences.clone()), (vec![Some(3..6)], vec![0, 5]));
        assert_eq!(covering.range(&(3..6)), TextRange::of(4, 7));
    }

    #[test]
    fn outermost_or_innermost_stay() {
        let covering = Covering::of(&sheet("ا ب ج د ه", &[(0, 5), (0, 1), (4, 7), (6, 7)]), &Options::default());
        assert_eq!(covering.flat(Nesting::Columns), [true, false, false, true]);
        assert_eq!(covering.flat(Nesting::Innermost), [false, true, false, true]);
    }
}
