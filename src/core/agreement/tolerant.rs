//! Limits without what annotators may differ by: attached words, punctuation, space.
//!
//! Each limit is brought to one place by itself, so that two are the same exactly where their places are. Punctuation and
//! space at an edge go first; then a limit that stands at the start of a written word or after one of its proclitics goes
//! after the last of them, and one at a word's end or before its enclitic goes before it. A limit anywhere else within a
//! word stays: it says something. Nothing ever goes beyond the limits given, nor is anything left empty.

use crate::core::clitics::{Cuts, FreeWords, cuts};
use crate::core::range::TextRange;
use crate::core::segment;
use crate::core::text::Text;
use crate::core::units::{Byte, Offset};

/// The words of a text, and where each may be cut.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a Text,
    words: Vec<TextRange>,
    free: &'a FreeWords,
    /// The words that a limit parts, bare: that somebody begins or ends there bears witness to the word.
    parted: FreeWords,
    known: Vec<Option<Cuts>>,
}

impl<'a> Words<'a> {
    /// Finds the words of a text. `free` are the words of all texts; `limits` are the spans in question.
    #[must_use]
    pub fn of<'b>(text: &'a Text, free: &'a FreeWords, limits: impl Iterator<Item = &'b TextRange>) -> Self {
        let mut words = Vec::new();
        for block in text.blocks() {
            let base = text.byte(block.range.start()).0;
            let at = |byte: usize| text.offset_of_byte(Byte(base + byte as u32));
            let found = segment::words(text.slice(block.range));
            words.extend(found.map(|(start, word)| TextRange::new(at(start), at(start + word.len()))));
        }
        let known = vec![None; words.len()];
        let mut found = Self { text, words, free, parted: FreeWords::default(), known };
        let mut starts = limits.map(|range| range.start()).collect::<Vec<_>>();
        starts.sort_unstable();
        starts.dedup();
        for start in starts {
            if let Some((_, word)) = found.word_of(start).filter(|(_, word)| word.start() < start) {
                found.parted.add(text.slice(TextRange::new(start, word.end())));
            }
        }
        found
    }

    /// A range without what does not count.
    #[must_use]
    pub fn core(&mut self, range: TextRange) -> TextRange {
        let range = trimmed(self.text, range);
        let mut start = range.start();
        if let Some(cuts) = self.cuts_of(start)
            && let Some(last) = cuts.1.starts.iter().copied().rfind(|cut| *cut < range.end())
            && (start == cuts.0.start() || cuts.1.starts.contains(&start))
        {
            start = last.max(start);
        }
        let mut end = range.end();
        if let Some(cuts) = end.0.checked_sub(1).and_then(|last| self.cuts_of(Offset(last)))
            && let Some(first) = cuts.1.ends.iter().copied().find(|cut| *cut > start)
            && (end == cuts.0.end() || cuts.1.ends.contains(&end))
        {
            end = first.min(end);
        }
        TextRange::new(start, end)
    }

    /// The word that holds the character at an offset, and its cuts.
    fn cuts_of(&mut self, offset: Offset) -> Option<(TextRange, &Cuts)> {
        let (place, word) = self.word_of(offset)?;
        let (text, free, parted) = (self.text, self.free, &self.parted);
        let found = self.known.get_mut(place)?;
        let found = found.get_or_insert_with(|| cuts(text, word, &|rest| free.contains(rest) || parted.contains(rest)));
        Some((word, found))
    }

    fn word_of(&self, offset: Offset) -> Option<(usize, TextRange)> {
        let place = self.words.partition_point(|word| word.end() <= offset);
        self.words.get(place).filter(|word| word.holds(offset)).map(|word| (place, *word))
    }
}

/// The range without space, punctuation and what cannot be seen at its edges; as it is where it holds nothing else.
fn trimmed(text: &Text, range: TextRange) -> TextRange {
    let characters = || text.slice(range).chars();
    let before = characters().take_while(|character| is_loose(*character)).count() as u32;
    let after = characters().rev().take_while(|character| is_loose(*character)).count() as u32;
    if before == range.len() {
        return range;
    }
    TextRange::new(range.start().plus(before), Offset(range.end().0 - after))
}

/// What a limit may take in or leave out. Signs that say something by themselves (`%`, `$`, `@`) are not among it.
fn is_loose(character: char) -> bool {
    match character {
        '%' | '#' | '@' | '$' | '&' | '+' | '<' | '=' | '>' | '^' | '~' | '`' => false,
        '\u{640}' | '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' => true,
        '\u{FEFF}' | '«' | '»' | '‹' | '›' | '،' | '؛' | '؟' | '۔' | '٬' | '٫' | '٭' | '·' | '•' | '…' | '⁄' => {
            true
        }
        '‐'..='‟' | '﴾' | '﴿' | '\u{3001}' | '\u{3002}' => true,
        _ => character.is_whitespace() || character.is_ascii_punctuation(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that a range comes to, all ranges bearing witness.
    fn core(text: &str, marked: &[&str]) -> Vec<String> {
        let text = Text::new(text);
        let place = |words: &&str| {
            let at = text.as_str().find(words).expect("words of the text");
            let start = text.as_str()[..at].chars().count() as u32;
            TextRange::of(start, start + words.chars().count() as u32)
        };
        let ranges = marked.iter().map(place).collect::<Vec<_>>();
        let free = FreeWords::of(std::iter::once(text.as_str()));
        let mut words = Words::of(&text, &free, ranges.iter());
        ranges.iter().map(|range| text.slice(words.core(*range)).to_owned()).collect()
    }

    #[test]
    fn limits_that_differ_by_attached_words_come_to_one_place() {
        assert_eq!(core("قال والعراق أمس", &["والعراق", "العراق", "عراق"]), ["عراق", "عراق", "عراق"]);
        assert_eq!(core("أمر للحوثيين بالرحيل", &["للحوثيين", "لحوثيين", "حوثيين"]), ["حوثيين", "حوثيين", "حوثيين"]);
        // No text has the word free, but one annotator begins there.
        assert_eq!(core("وصل وكمبالا", &["وكمبالا", "كمبالا"]), ["كمبالا", "كمبالا"]);
        assert_eq!(core("زار وكمبالا", &["وكمبالا"]), ["وكمبالا"]);
        assert_eq!(core("وحذر من نفوذها.", &["نفوذها", "نفوذ"]), ["نفوذ", "نفوذ"]);
    }

    #[test]
    fn what_only_looks_attached_stays() {
        assert_eq!(core("في واشنطن", &["واشنطن", "اشنطن"]), ["واشنطن", "اشنطن"]);
        assert_eq!(core("وزير الخارجية", &["وزير", "زير"]), ["وزير", "زير"]);
        // A limit in the middle of a stem says something.
        assert_eq!(core("نووي وأوروبي", &["نوو", "نووي"])[0], "نوو");
    }

    #[test]
    fn punctuation_and_space_do_not_count_but_signs_do() {
        let text = "قال: «إيران والعراق»، و15% منها.";
        assert_eq!(core(text, &["«إيران والعراق»،", "إيران والعراق", " «إيران"]), ["إيران والعراق", "إيران والعراق", "إيران"]);
        assert_eq!(core(text, &["15%", "15"]), ["15%", "15"]);
        assert_eq!(core(text, &["»،"]), ["»،"]);
    }

    #[test]
    fn an_attached_word_alone_keeps_its_limits() {
        assert_eq!(core("وحذر من نفوذها والعراق", &["ها", "و", "ال"]), ["ها", "و", "ال"]);
    }
}
