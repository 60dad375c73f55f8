//! A caret and a selection of our own: native keyboard selection differs in every engine (ARABIC.md 1.7).

use super::clitics;
use super::range::TextRange;
use super::snap;
use super::text::Text;
use super::units::Offset;

/// What the user has marked: from `anchor`, where it was begun, to `head`, which moves. Equal for a bare caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// Where it was begun.
    pub anchor: Offset,
    /// The end that moves.
    pub head: Offset,
}

impl Selection {
    /// A caret without extent.
    #[must_use]
    pub const fn caret(at: Offset) -> Self {
        Self { anchor: at, head: at }
    }

    /// A selection of a range, its head at the end.
    #[must_use]
    pub fn of(range: TextRange) -> Self {
        Self { anchor: range.start(), head: range.end() }
    }

    /// What it covers.
    #[must_use]
    pub fn range(self) -> TextRange {
        TextRange::new(self.anchor, self.head)
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_caret(self) -> bool {
        self.anchor == self.head
    }
}

/// A step of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// One grapheme cluster.
    Grapheme,
    /// To the end or start of a word.
    Word,
    /// To the end or start of a word, or to where a clitic ends or begins in it.
    Part,
    /// To the end or start of a sentence.
    Sentence,
    /// To the end or start of the block.
    Block,
    /// To the end or start of the document.
    Document,
}

/// Where the caret comes to from `from`, by one `unit` forward in the text or back. `is_word` is for clitics
/// ([`clitics::cuts`]).
#[must_use]
pub fn step(text: &Text, from: Offset, unit: Unit, forward: bool, is_word: &dyn Fn(&str) -> bool) -> Offset {
    match (unit, forward) {
        (Unit::Grapheme, true) => snap::next_grapheme(text, from),
        (Unit::Grapheme, false) => snap::previous_grapheme(text, from),
        (Unit::Word, true) => snap::next_word(text, from),
        (Unit::Word, false) => snap::previous_word(text, from),
        (Unit::Part, _) => part(text, from, is_word, forward),
        (Unit::Sentence, _) => sentence(text, from, forward),
        (Unit::Block, _) => {
            let range = text.block_at(from).map_or(TextRange::new(from, from), |index| text.blocks()[index].range);
            if forward { range.end() } else { range.start() }
        }
        (Unit::Document, true) => text.len(),
        (Unit::Document, false) => Offset(0),
    }
}

/// The next place inside or at the limit of a word where something attached to it begins or ends.
fn part(text: &Text, from: Offset, is_word: &dyn Fn(&str) -> bool, forward: bool) -> Offset {
    let limit = if forward { snap::next_word(text, from) } else { snap::previous_word(text, from) };
    let inside = if forward { snap::previous_grapheme(text, limit) } else { limit };
    let Some(word) = snap::word_at(text, inside) else { return limit };
    let cuts = clitics::cuts(text, word, is_word);
    let between = cuts.starts.into_iter().chain(cuts.ends).filter(|at| if forward { *at > from } else { *at < from });
    between.fold(limit, |best, at| if forward { best.min(at) } else { best.max(at) })
}

/// The end of a sentence, or the start of one.
fn sentence(text: &Text, from: Offset, forward: bool) -> Offset {
    let at = if forward { snap::next_grapheme(text, from) } else { snap::previous_grapheme(text, from) };
    let Some(block) = text.block_at(at).map(|index| text.blocks()[index].range) else { return at };
    let mut sentences = in_block(text, block);
    if forward {
        sentences.find(|sentence| sentence.end() >= at).map_or(block.end(), TextRange::end)
    } else {
        sentences.take_while(|sentence| sentence.start() <= at).last().map_or(block.start(), TextRange::start)
    }
}

/// The sentences of a text in order, without the white space between them. They end with their block, and at a stop that
/// white space follows; the point of a number, of an initial and of an abbreviation of one letter (`د.`) is none.
pub fn sentences(text: &Text) -> impl Iterator<Item = TextRange> {
    text.blocks().iter().flat_map(|block| in_block(text, block.range))
}

/// The sentences of one block; the last ends with it, and the first begins with it.
pub(super) fn in_block(text: &Text, block: TextRange) -> impl Iterator<Item = TextRange> {
    let mut characters = text.slice(block).chars();
    // Letters since the last space or point; whether nothing but closing marks came since a stop.
    let (mut letters, mut stopped) = (0, false);
    let (mut start, mut here) = (Some(block.start()), block.start());
    std::iter::from_fn(move || {
        for character in characters.by_ref() {
            let at = here;
            here = here.plus(1);
            if character.is_whitespace() {
                letters = 0;
                if std::mem::take(&mut stopped) {
                    return start.take().map(|from| TextRange::new(from, at));
                }
                continue;
            }
            start.get_or_insert(at);
            match character {
                '.' => (letters, stopped) = (0, letters != 1),
                '؟' | '!' | '?' | '…' | '۔' => stopped = true,
                '"' | '\'' | '”' | '’' | '»' | ')' | ']' => {}
                _ => {
                    letters += 1 + u32::from(character.is_ascii_digit());
                    stopped = false;
                }
            }
        }
        start.take().map(|from| TextRange::new(from, block.end()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_by_what_a_reader_sees() {
        let text = Text::new("في عُمان.\n99 هجومًا");
        let walk = |unit| {
            let mut stops = vec![0];
            let mut at = Offset(0);
            while at < text.len() {
                at = step(&text, at, unit, true, &no_words);
                stops.push(at.0);
            }
            stops
        };
        assert_eq!(walk(Unit::Grapheme), [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19]);
        assert_eq!(walk(Unit::Word), [0, 2, 8, 9, 10, 12, 19]);
        assert_eq!(step(&text, Offset(5), Unit::Block, false, &no_words), Offset(0));
        assert_eq!(step(&text, Offset(12), Unit::Block, true, &no_words), Offset(19));
    }

    #[test]
    fn sentences_end_at_stops_that_are_no_points_of_numbers_and_initials() {
        let source = "قال د. محمد: «نعم!» وزاد 3.5 في المئة في 2024. هل كذا؟ لا\nثم J. Doe مضى...  وعاد 5. تم";
        let text = Text::new(source);
        let said = |from: Offset, to: Offset| text.slice(TextRange::new(from, to)).trim().to_owned();
        let (mut at, mut sentences) = (Offset(0), Vec::new());
        while at < text.len() {
            let next = step(&text, at, Unit::Sentence, true, &no_words);
            sentences.push(said(at, next));
            at = next;
        }
        assert_eq!(
            sentences,
            ["قال د. محمد: «نعم!»", "وزاد 3.5 في المئة في 2024.", "هل كذا؟", "لا", "ثم J. Doe مضى...", "وعاد 5.", "تم"]
        );
        let mut back = Vec::new();
        while at > Offset(0) {
            let before = step(&text, at, Unit::Sentence, false, &no_words);
            back.push(said(before, at));
            at = before;
        }
        back.reverse();
        assert_eq!(back, sentences);
    }

    #[test]
    fn parts_of_a_word_are_steps_and_words_without_are_one() {
        let text = Text::new("من وإيران ثم");
        let steps = |mut at: Offset, forward| {
            let mut stops = Vec::new();
            for _ in 0..4 {
                at = step(&text, at, Unit::Part, forward, &no_words);
                stops.push(at.0);
            }
            stops
        };
        assert_eq!(steps(Offset(0), true), [2, 4, 9, 12]);
        assert_eq!(steps(Offset(12), false), [10, 4, 3, 0]);
    }

    fn no_words(_: &str) -> bool {
        false
    }
}
