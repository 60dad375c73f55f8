//! Limits of grapheme clusters and written words round a place, found from its neighbours alone.
//!
//! [`crate::core::snap`] asks UAX #29 of the whole block. A search has thousands of places a keystroke, so
//! here letters, marks and invisible characters are told apart at once, and only what is left is asked there.

use crate::core::range::TextRange;
use crate::core::snap;
use crate::core::text::Text;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A limit on both sides.
    Control,
    /// Belongs to what stands before it.
    Mark,
    /// A cluster of its own, apart from marks after it.
    Letter,
    /// Only the whole text can tell.
    Other,
}

fn kind(character: char) -> Kind {
    match character {
        '\u{621}'..='\u{64A}' | ' '..='~' | '\u{660}'..='\u{66F}' | '\u{671}'..='\u{6D5}' | '\u{60C}'..='\u{60F}' => Kind::Letter,
        '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{610}'..='\u{61A}' | '\u{6D6}'..='\u{6DC}' | '\u{200C}' | '\u{200D}' => Kind::Mark,
        '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' => Kind::Mark,
        '\0'..='\u{1F}' | '\u{7F}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}' => Kind::Control,
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => Kind::Control,
        '\u{61B}' | '\u{61D}'..='\u{620}' | '\u{A0}' | '\u{AB}' | '\u{BB}' | '\u{C0}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' => {
            Kind::Letter
        }
        '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => Kind::Letter,
        _ => Kind::Other,
    }
}

/// Whether clusters round this character can be told from its neighbours.
#[must_use]
pub fn is_simple(character: char) -> bool {
    kind(character) != Kind::Other
}

/// Whether a cluster ends between these two; `None` where that takes more of the text.
fn parted(before: char, after: char) -> Option<bool> {
    match (kind(before), kind(after)) {
        (Kind::Control, _) | (_, Kind::Control) => Some(true),
        (_, Kind::Mark) => Some(false),
        (Kind::Letter | Kind::Mark, Kind::Letter) => Some(true),
        _ => None,
    }
}

/// Whether this character belongs to the cluster of what stands before it.
#[must_use]
pub fn is_mark(character: char) -> bool {
    kind(character) == Kind::Mark
}

/// `range` with the whole grapheme clusters it touches.
#[must_use]
pub fn widened(text: &Text, range: TextRange) -> TextRange {
    let (all, mut start, mut end) = (text.as_str(), range.start(), range.end());
    let (mut first, mut last) = (text.byte(start).index(), text.byte(end).index());
    while let (Some(before), Some(after)) = (all[..first].chars().next_back(), all[first..].chars().next()) {
        match parted(before, after) {
            Some(true) => break,
            Some(false) => {
                start.0 -= 1;
                first -= before.len_utf8();
            }
            None => {
                start = snap::grapheme_start(text, start);
                break;
            }
        }
    }
    while let (Some(before), Some(after)) = (all[..last].chars().next_back(), all[last..].chars().next()) {
        match parted(before, after) {
            Some(true) => break,
            Some(false) => {
                end.0 += 1;
                last += after.len_utf8();
            }
            None => {
                end = snap::grapheme_end(text, end);
                break;
            }
        }
    }
    TextRange::new(start, end)
}

/// The written word or words that `range` touches, with all that is attached to them. A limit of `range` on
/// white space or punctuation stays where it is.
#[must_use]
pub fn written(text: &Text, range: TextRange) -> TextRange {
    let all = text.as_str();
    let (first, last) = (text.byte(range.start()).index(), text.byte(range.end()).index());
    let inside = &all[first..last];
    let before = inside.chars().next().map_or(0, |edge| reach(edge, all[..first].chars().rev(), u32::MAX));
    let after = inside.chars().next_back().map_or(0, |edge| reach(edge, all[last..].chars(), u32::MAX));
    TextRange::of(range.start().0 - before, range.end().0 + after)
}

/// How many characters of `outward` belong to the word that the character `edge` stands in. It stops counting at
/// `most`: to know whether there is one, it need not walk the word.
pub fn reach(edge: char, outward: impl Iterator<Item = char>, most: u32) -> u32 {
    if !is_word(edge) {
        return 0;
    }
    let (mut count, mut kept, mut inner, mut point) = (0, 0, edge, false);
    for character in outward {
        count += 1;
        if is_word(character) {
            if point && !character.is_numeric() {
                break;
            }
            (kept, inner, point) = (count, character, false);
            if kept >= most {
                break;
            }
        } else if !point && matches!(character, '.' | ',' | '٫' | '٬') && inner.is_numeric() {
            point = true;
        } else if kind(character) != Kind::Control || character < ' ' {
            break;
        }
    }
    kept
}

/// Whether a word can hold this character: letters, their marks, digits, tatweel, the low line.
#[must_use]
pub fn is_word(character: char) -> bool {
    match character {
        '\u{620}'..='\u{669}' | 'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '\u{66E}'..='\u{6D3}' => true,
        '\0'..='\u{7F}' | '\u{60C}' => false,
        '\u{610}'..='\u{61A}' | '\u{6D5}'..='\u{6DC}' | '\u{6DF}'..='\u{6E8}' | '\u{6EA}'..='\u{6FC}' | '\u{6FF}' => true,
        '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' => true,
        _ => character.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::units::Offset;

    /// Every kind of neighbour: letters, marks, joiners, invisible ones, emoji of several code points, Latin marks.
    const MIXED: &str =
        "عُمان هجومًا می\u{200C}خواهم ا\u{200D}ب\u{200F}. 👩‍👩‍👧 e\u{301}🇴🇲 \u{600}12 \u{FEFF}ﷲ\u{650}\r\n\u{64E}ب 각 क्षि";

    #[test]
    fn neighbours_say_what_the_whole_text_says() {
        let text = Text::new(MIXED);
        for start in 0..=text.len().0 {
            for end in start + 1..=text.len().0 {
                let expected = TextRange::new(snap::grapheme_start(&text, Offset(start)), snap::grapheme_end(&text, Offset(end)));
                assert_eq!(widened(&text, TextRange::of(start, end)), expected, "{start}..{end}");
            }
        }
        for seed in crate::seeds::documents() {
            let text = Text::new(seed.text);
            for start in 0..text.len().0 {
                let expected =
                    TextRange::new(snap::grapheme_start(&text, Offset(start)), snap::grapheme_end(&text, Offset(start + 1)));
                assert_eq!(widened(&text, TextRange::of(start, start + 1)), expected);
            }
        }
    }

    #[test]
    fn a_written_word_is_the_word_of_the_whole_text() {
        for seed in crate::seeds::documents() {
            let text = Text::new(seed.text);
            for start in 0..text.len().0 {
                let here = TextRange::of(start, start + 1);
                let word = snap::word_at(&text, Offset(start)).filter(|word| word.covers(here));
                assert_eq!(written(&text, here), word.unwrap_or(here), "{}", text.slice(written(&text, here)));
            }
        }
    }

    #[test]
    fn numbers_keep_their_points_and_words_leave_what_is_round_them() {
        let word = |source: &str, inside: &str| {
            let text = Text::new(source);
            let start = source.split(inside).next().map_or(0, |before| before.chars().count()) as u32;
            text.slice(written(&text, TextRange::of(start, start + inside.chars().count() as u32))).to_owned()
        };
        assert_eq!(word("نحو 6.5 مليون", "6"), "6.5");
        assert_eq!(word("نحو 1,000.", "0"), "1,000");
        assert_eq!(word("عام 2015.", "01"), "2015");
        assert_eq!(word("قال:نعم", "عم"), "نعم");
        assert_eq!(word("في «والعراق\u{200F}»", "عراق"), "والعراق");
        assert_eq!(word("(والولايات المتحدة)", "ولايات المت"), "والولايات المتحدة");
        assert_eq!(word("بـ \"محور\"", "\"م"), "\"محور");
    }
}
