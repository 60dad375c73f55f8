//! The words of every document, read once: each distinct folded word has a number, and so has each way in which two
//! words are parted. Only a change of the documents makes it stale.

use crate::core::fold::fold;
use crate::core::state::{DocumentState, State};
use crate::core::text::Text;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::core::range::TextRange;

/// A word of a document: letters, digits and their marks in a row.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Its limits.
    pub range: TextRange,
    /// The same in bytes.
    pub bytes: (u32, u32),
    /// The number of its folded form.
    pub id: u32,
    /// The number of what stands between it and the word before.
    pub gap: u32,
}

/// A document's words.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The text they were read from.
    pub text: Rc<Text>,
    /// The words in order.
    pub words: Vec<Word>,
}

impl Reading {
    /// The places of the words that share a character with a range.
    #[must_use]
    pub fn touching(&self, range: TextRange) -> Range<usize> {
        let from = self.words.partition_point(|word| word.range.end() <= range.start());
        let to = self.words.partition_point(|word| word.range.start() < range.end());
        from..to.max(from)
    }
}

/// How far a text has been read: to the end of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    /// In bytes.
    bytes: usize,
    /// In characters.
    characters: u32,
}

/// The words of all documents.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    documents: Vec<Reading>,
    /// How far the last of them has been read, unless it was read to its end.
    mark: Option<Mark>,
    ids: HashMap<String, u32>,
    words: Vec<(String, (usize, usize))>,
    spelled: HashMap<Box<str>, u32>,
    gaps: HashMap<String, u32>,
}

impl Lexicon {
    /// The words of a project's documents.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let mut lexicon = Self::default();
        lexicon.update(state);
        lexicon
    }

    /// Reads what it has not read yet, and begins anew where a document is gone.
    pub fn update(&mut self, state: &State) {
        while !self.step(state, usize::MAX) {}
    }

    /// Reads so many words of it at most. Returns whether all is read.
    pub fn step(&mut self, state: &State, items: usize) -> bool {
        if !self.is_begun(state) {
            *self = Self::default();
        }
        if self.mark.is_none() {
            let Some(next) = state.documents.get(self.documents.len()) else { return true };
            self.documents.push(Reading { text: next.document.text.clone(), words: Vec::new() });
            self.mark = Some(Mark::default());
        }
        self.read(items);
        self.is_of(state)
    }

    /// Whether it has read all documents, and no others.
    #[must_use]
    pub fn is_of(&self, state: &State) -> bool {
        self.mark.is_none() && self.documents.len() == state.documents.len() && self.is_begun(state)
    }

    /// Whether what it has read are the first of the documents.
    fn is_begun(&self, state: &State) -> bool {
        let kept = |(read, now): (&Reading, &Rc<DocumentState>)| Rc::ptr_eq(&read.text, &now.document.text);
        self.documents.len() <= state.documents.len() && self.documents.iter().zip(&state.documents).all(kept)
    }

    /// The documents in the order of the project.
    #[must_use]
    pub fn documents(&self) -> &[Reading] {
        &self.documents
    }

    /// The number of a folded word, where it stands free in a document.
    #[must_use]
    pub fn id(&self, folded: &str) -> Option<u32> {
        self.ids.get(folded).copied()
    }

    /// The number of a way of parting two words, as [`words`] tells it.
    #[must_use]
    pub fn gap(&self, gap: &str) -> Option<u32> {
        self.gaps.get(parting(gap).as_ref()).copied()
    }

    /// The folded words by number, each with the document and the place in it where it stands first.
    #[must_use]
    pub fn words(&self) -> &[(String, (usize, usize))] {
        &self.words
    }

    /// Reads on in the last document.
    fn read(&mut self, items: usize) {
        let (Some(mark), Some(last)) = (self.mark, self.documents.len().checked_sub(1)) else { return };
        let text = self.documents[last].text.clone();
        let mut read = std::mem::take(&mut self.documents[last].words);
        self.mark = words_from(text.as_str(), mark, items, |gap, bytes, range| {
            let word = &text.as_str()[bytes.clone()];
            let id = self.spelled.get(word).copied().unwrap_or_else(|| self.spell(word, (last, read.len())));
            let next = self.gaps.len() as u32;
            let gap = parting(gap);
            let gap = match self.gaps.get(gap.as_ref()) {
                Some(id) => *id,
                None => *self.gaps.entry(gap.into_owned()).or_insert(next),
            };
            read.push(Word { range, bytes: (bytes.start as u32, bytes.end as u32), id, gap });
        });
        self.documents[last].words = read;
    }

    fn spell(&mut self, word: &str, place: (usize, usize)) -> u32 {
        let folded = fold(word);
        let next = self.words.len() as u32;
        let id = *self.ids.entry(folded.clone()).or_insert(next);
        if id == next {
            self.words.push((folded, place));
        }
        self.spelled.insert(word.into(), id);
        id
    }
}

/// Calls `each` with every word of a text: what stands before it since the last word, its
/// bytes, and its limits.
pub fn words<'a>(text: &'a str, each: impl FnMut(&'a str, Range<usize>, TextRange)) {
    words_from(text, Mark::default(), usize::MAX, each);
}

/// The same from a mark on, with so many words at most. How far it has come, unless that is the end.
fn words_from<'a>(
    text: &'a str,
    mark: Mark,
    most: usize,
    mut each: impl FnMut(&'a str, Range<usize>, TextRange),
) -> Option<Mark> {
    let Mark { bytes: mut after, characters: mut count } = mark;
    let (mut open, mut left): (Option<(usize, u32)>, _) = (None, most);
    for (at, character) in text[after..].char_indices().map(|(at, character)| (mark.bytes + at, character)) {
        match open {
            None if begins(character) => open = Some((at, count)),
            Some((start, from)) if !continues(character) => {
                each(&text[after..start], start..at, TextRange::of(from, count));
                (after, open) = (at, None);
                left -= 1;
                if left == 0 {
                    return Some(Mark { bytes: at, characters: count });
                }
            }
            _ => {}
        }
        count += 1;
    }
    if let Some((start, from)) = open {
        each(&text[after..start], start..text.len(), TextRange::of(from, count));
    }
    None
}

fn begins(character: char) -> bool {
    match character {
        '\u{0621}'..='\u{063F}' | '\u{0641}'..='\u{064A}' => true,
        ' '..='~' => character.is_ascii_alphanumeric(),
        '\u{0640}' => false,
        _ => character.is_alphanumeric() && !is_mark(character),
    }
}

fn continues(character: char) -> bool {
    begins(character) || is_mark(character) || matches!(character, '\u{0640}' | '\u{200C}' | '\u{200D}')
}

/// The marks of Arabic, and those that Latin letters are given.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}')
}

/// What stands between two words, without what nobody sees: white space counts once, a new line as such.
fn parting(gap: &str) -> std::borrow::Cow<'_, str> {
    if gap == " " || gap.is_empty() {
        return gap.into();
    }
    let mut kept = String::new();
    for character in gap.chars() {
        if matches!(character, '\n' | '\r') {
            kept.truncate(kept.trim_end().len());
            kept.push('\n');
        } else if !character.is_whitespace() {
            kept.push_str(&fold(character.encode_utf8(&mut [0; 4])));
        } else if !kept.ends_with([' ', '\n']) {
            kept.push(' ');
        }
    }
    kept.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::bundled::bundled;

    #[test]
    fn words_read_a_few_at_a_time_are_the_words_read_at_once() {
        let state = bundled();
        let whole = Lexicon::new(&state);
        for items in [1, 7, 100] {
            let mut lexicon = Lexicon::default();
            while !lexicon.step(&state, items) {}
            assert_eq!(format!("{:?}", lexicon.documents), format!("{:?}", whole.documents));
            assert_eq!(lexicon.words(), whole.words());
            assert_eq!(lexicon.gaps, whole.gaps);
        }
    }
}
