//! What a character is to the rules of UAX #29.

/// What a character is to the rules of grapheme clusters. The order is that of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grapheme {
    Any,
    /// A control, CR and LF among them.
    Control,
    Extend,
    /// An Indic virama, which ties two consonants.
    Linker,
    /// A mark that cannot stand between consonant and virama.
    Loose,
    /// The zero-width joiner.
    Joiner,
    Regional,
    Prepend,
    Spacing,
    /// Hangul: leading, vowel, trailing; and whole syllables, without and with a trailing one.
    Leading,
    Vowel,
    Trailing,
    Syllable,
    Closed,
    Pictograph,
    /// An Indic consonant.
    Consonant,
}

/// What a character is to the rules of words. The order is that of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Any,
    /// A line break of any kind.
    Newline,
    /// A mark, or a format character.
    Extend,
    /// The zero-width joiner.
    Joiner,
    Regional,
    Letter,
    Hebrew,
    Numeric,
    Katakana,
    /// What ties words and numbers: the underscore and its kin.
    Tie,
    MidLetter,
    MidNumber,
    MidBoth,
    Single,
    Double,
    Space,
}

const GRAPHEMES: [Grapheme; 16] = {
    use Grapheme::*;
    [
        Any, Control, Extend, Linker, Loose, Joiner, Regional, Prepend, Spacing, Leading, Vowel, Trailing, Syllable, Closed,
        Pictograph, Consonant,
    ]
};

const WORDS: [Word; 16] = {
    use Word::*;
    [
        Any, Newline, Extend, Joiner, Regional, Letter, Hebrew, Numeric, Katakana, Tie, MidLetter, MidNumber, MidBoth, Single,
        Double, Space,
    ]
};

/// All characters in order, in runs of one class: a number in LEB128, which is the run's length times 256 and a byte for its
/// class, four bits for words above four for grapheme clusters. Made by `tests/segment.rs`.
const TABLE: &[u8] = include_bytes!("table.bin");

/// The syllables of Hangul stand in the table as one run.
const SYLLABLES: std::ops::RangeInclusive<u32> = 0xAC00..=0xD7A3;

thread_local! {
    /// The table unpacked when first needed: the first character of each run, times 256, and its class.
    static RUNS: Box<[u32]> = runs(TABLE);
}

fn runs(table: &[u8]) -> Box<[u32]> {
    let (mut runs, mut start) = (Vec::new(), 0);
    let (mut number, mut shift) = (0_u32, 0);
    for byte in table {
        number |= u32::from(byte & 0x7F) << shift;
        shift += 7;
        if *byte < 0x80 {
            runs.push(start << 8 | number & 0xFF);
            start += number >> 8;
            (number, shift) = (0, 0);
        }
    }
    runs.into()
}

fn class(character: char) -> usize {
    let code = u32::from(character);
    RUNS.with(|runs| {
        let after = runs.partition_point(|run| run >> 8 <= code);
        runs.get(after.wrapping_sub(1)).map_or(0, |run| *run as usize & 0xFF)
    })
}

pub(super) fn grapheme(character: char) -> Grapheme {
    match GRAPHEMES[class(character) & 15] {
        Grapheme::Syllable if !(u32::from(character) - SYLLABLES.start()).is_multiple_of(28) => Grapheme::Closed,
        class => class,
    }
}

pub(super) fn word(character: char) -> Word {
    WORDS[class(character) >> 4 & 15]
}
