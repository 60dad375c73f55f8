//! The folding of Arabic for search: what differs only in marks, in tatweel, in the seat of an alef or
//! in the kind of a digit becomes the same. Every folded character knows where it comes from, so that
//! a place found in the folded text names the original text exactly.
//!
//! Both sides of a comparison are folded, never one alone. ARABIC.md 3.2 and 3.3 say why each step is there.

pub mod limits;

use super::range::TextRange;
use super::text::Text;
use super::units::Offset;
use std::ops::Range;

/// A text folded, and for each character of it the place in the original it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each character of `text` the code point it comes from; last the length of the original.
    map: Vec<u32>,
    plain: bool,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut folding = Folding::of(original);
        folding.go_on(original, usize::MAX);
        folding.done()
    }

    /// The code point of the original that the folded character `index` comes from; past the last
    /// character the length of the original.
    #[must_use]
    pub fn origin(&self, index: u32) -> Offset {
        let last = self.map.last().copied().unwrap_or_default();
        Offset(self.map.get(index as usize).copied().unwrap_or(last))
    }

    /// What the folded characters `found`, counted in characters, are in the original, widened to
    /// grapheme clusters: a mark after the last letter belongs to it, an invisible neighbour does not.
    #[must_use]
    pub fn hit(&self, original: &Text, found: Range<u32>) -> TextRange {
        let start = self.origin(found.start);
        let end = if found.is_empty() { start } else { self.origin(found.end - 1).plus(1) };
        limits::widened(original, TextRange::new(start, end))
    }

    /// Whether no two folded characters come from one grapheme cluster, so that different places
    /// found are different ranges of the original.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.plain
    }
}

/// A text that is being folded, a stretch at a time.
pub struct Folding {
    folded: Folded,
    forms: Forms,
    /// The byte and the code point of the original that come next.
    at: (usize, u32),
}

impl Folding {
    /// Begins with a text.
    #[must_use]
    pub fn of(original: &str) -> Self {
        let (text, map) = (String::with_capacity(original.len()), Vec::with_capacity(original.len() / 2));
        Self { folded: Folded { text, map, plain: true }, forms: Forms::default(), at: (0, 0) }
    }

    /// Folds the next `bytes` of the text, or a few more; the text is the one it began with. Returns whether all is folded.
    pub fn go_on(&mut self, original: &str, bytes: usize) -> bool {
        let Folded { text, map, plain } = &mut self.folded;
        let (from, mut count) = self.at;
        let mut end = original.len();
        for (byte, character) in original.get(from..).unwrap_or_default().char_indices() {
            if byte >= bytes {
                end = from + byte;
                break;
            }
            let before = map.len();
            self.forms.fold(character, &mut |folded| {
                text.push(folded);
                map.push(count);
            });
            *plain &= limits::is_simple(character) && map.len() - before < 2;
            count += 1;
        }
        self.at = (end, count);
        end == original.len()
    }

    /// How many bytes of the original are folded.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.at.0
    }

    /// What was folded.
    #[must_use]
    pub fn done(mut self) -> Folded {
        self.folded.map.push(self.at.1);
        self.folded
    }
}

/// A text folded, without the way back.
#[must_use]
pub fn fold(original: &str) -> String {
    let mut text = String::with_capacity(original.len());
    let mut forms = Forms::default();
    original.chars().for_each(|character| forms.fold(character, &mut |folded| text.push(folded)));
    text
}

/// What each character of U+0600..U+06FF becomes; 0 where it is deleted.
const ARABIC: [u16; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let code = 0x600 + at as u16;
        table[at] = match code {
            0x610..=0x61A | 0x61C | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E8 | 0x6EA..=0x6ED => 0,
            0x622 | 0x623 | 0x625 | 0x671 => 0x627,
            0x649 | 0x6CC => 0x64A,
            0x629 => 0x647,
            0x6A9 => 0x643,
            0x660..=0x669 => code - 0x660 + 0x30,
            0x6F0..=0x6F9 => code - 0x6F0 + 0x30,
            _ => code,
        };
        at += 1;
    }
    table
};

/// What the presentation forms become: U+FB50..U+FDFF and U+FE70..U+FEFF in order, 16 in a line, each its
/// compatibility decomposition (NFKC, Unicode 14), folded; `=` where it has none, `-` where nothing remains, `_` a space.
const FORMS: &str = include_str!("fold/forms.txt");

/// The fold, with the table of presentation forms read when the first one comes.
#[derive(Default)]
struct Forms(Vec<&'static str>);

impl Forms {
    #[inline]
    fn fold(&mut self, character: char, out: &mut impl FnMut(char)) {
        match character {
            '\0'..='\u{7F}' => out(character.to_ascii_lowercase()),
            '\u{600}'..='\u{6FF}' => match ARABIC[(character as usize) & 0xFF] {
                0 => {}
                code => out(char::from_u32(u32::from(code)).unwrap_or(character)),
            },
            _ => self.fold_other(character, out),
        }
    }

    fn fold_other(&mut self, character: char, out: &mut impl FnMut(char)) {
        match character {
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' => {}
            '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => character.to_lowercase().for_each(out),
            '\u{FB50}'..='\u{FDFF}' => self.form(character as usize - 0xFB50, character, out),
            '\u{FE70}'..='\u{FEFC}' => self.form(character as usize - 0xFE70 + (0xFE00 - 0xFB50), character, out),
            _ => out(character),
        }
    }

    fn form(&mut self, index: usize, character: char, out: &mut impl FnMut(char)) {
        if self.0.is_empty() {
            self.0 = FORMS.split_ascii_whitespace().collect();
        }
        match self.0.get(index).copied() {
            Some("-") => {}
            None | Some("=") => out(character),
            Some(letters) => letters.chars().map(|c| if c == '_' { ' ' } else { c }).for_each(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(original: &str, folded: &str) {
        assert_eq!(fold(original), folded, "{original}");
        let with_map = Folded::new(original);
        assert_eq!(with_map.text, folded);
        assert_eq!(with_map.map.len(), folded.chars().count() + 1);
        assert!(with_map.map.windows(2).all(|pair| pair[0] <= pair[1]));
        assert_eq!(fold(folded), folded, "folding twice changes nothing");
    }

    #[test]
    fn the_same_word_however_written() {
        check("عُمان", "عمان");
        check("أيضًا", "ايضا");
        check("أيضاً", "ايضا");
        check("إيران", "ايران");
        check("ایران", "ايران");
        check("آٱأإا", "ااااا");
        check("على", "علي");
        check("الجماعة", "الجماعه");
        check("کتاب", "كتاب");
        check("بـ", "ب");
        check("٠١٢٣٤٥٦٧٨٩۰۹", "012345678909");
        check("أم\u{200F}ي\u{FEFF}ر", "امير");
        check("FBI Ünë", "fbi ünë");
    }

    #[test]
    fn what_would_merge_words_is_kept() {
        check("مسؤول رئيس ماء", "مسؤول رئيس ماء");
        check("؟،؛ «»", "؟،؛ «»");
    }

    #[test]
    fn presentation_forms_are_their_letters() {
        check("ﻹﻳﺮﺍﻥ", "لايران");
        check("ﷲ", "الله");
        check("ﷺ", "صلي الله عليه وسلم");
        check("﴿ﷰ﴾", "﴿صلے﴾");
        check("ﭖﮎ", "پك");
        check("ﹱ", "");
        assert_eq!(FORMS.split_ascii_whitespace().count(), 0xFE00 - 0xFB50 + 0xFF00 - 0xFE70);
    }

    #[test]
    fn a_hit_reaches_over_its_marks_and_not_over_its_neighbours() {
        let hit = |original: &str, needle: &str| {
            let (folded, text) = (Folded::new(original), Text::new(original));
            let byte = folded.text.find(needle).expect("it is there");
            let start = folded.text[..byte].chars().count() as u32;
            text.slice(folded.hit(&text, start..start + needle.chars().count() as u32)).to_owned()
        };
        assert_eq!(hit("مراراً وتكراراً", "مرارا"), "مراراً");
        assert_eq!(hit("في عُمان", "ع"), "عُ");
        assert_eq!(hit("قال\u{200F} \u{200F}نعم\u{200F}.", "نعم"), "نعم");
        assert_eq!(hit("بـ «محور»", "ب"), "ب");
        assert_eq!(hit("والله ﷲ", "لله"), "لله");
        assert_eq!(hit("قال ﷲ", "لل"), "ﷲ");
        assert_eq!(hit("🙂 لإيران 🙂", "ايران"), "إيران");
    }
}
