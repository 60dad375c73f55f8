//! Where a span stands, as selectors.

use crate::core::range::TextRange;
use crate::core::segment::is_grapheme_boundary;
use crate::core::text::Text;
use crate::core::units::{Byte, Offset};
use serde_json::{Value, json};

/// How much of the text stands before and after the words, in code points: more and more of it until there is one such place.
const AROUND: [u32; 4] = [32, 64, 128, 256];

/// The two selectors of a range: its limits, and its words with what stands round them.
#[must_use]
pub fn selectors(text: &Text, range: TextRange) -> Value {
    let mut around = around(text, range, AROUND[0]);
    for length in &AROUND[1..] {
        if is_one(text, around) {
            break;
        }
        around = self::around(text, range, *length);
    }
    let before = text.slice(TextRange::new(around.start(), range.start()));
    let after = text.slice(TextRange::new(range.end(), around.end()));
    json!([
        { "type": "TextPositionSelector", "start": range.start().0, "end": range.end().0 },
        { "type": "TextQuoteSelector", "exact": text.slice(range), "prefix": before, "suffix": after },
    ])
}

/// A range with so much round it, no cluster of characters cut.
fn around(text: &Text, range: TextRange, length: u32) -> TextRange {
    let all = text.as_str();
    let mut start = text.byte(Offset(range.start().0.saturating_sub(length))).index();
    let mut end = text.byte(Offset((range.end().0.saturating_add(length)).min(text.len().0))).index();
    let is_whole = |at: usize| all.is_char_boundary(at) && is_grapheme_boundary(all, at);
    while start > 0 && !is_whole(start) {
        start -= 1;
    }
    while end < all.len() && !is_whole(end) {
        end += 1;
    }
    TextRange::new(text.offset_of_byte(Byte(start as u32)), text.offset_of_byte(Byte(end as u32)))
}

/// Whether such words stand in one place only.
fn is_one(text: &Text, range: TextRange) -> bool {
    let (all, words) = (text.as_str(), text.slice(range));
    let at = text.byte(range.start()).index();
    let next = all[at..].chars().next().map_or(0, char::len_utf8);
    all.find(words) == Some(at) && !all[at + next..].contains(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_round_the_words_makes_the_place_one() {
        let text = Text::new(format!("{}زار عُمان {}زار عُمان ", "نص ".repeat(30), "نص ".repeat(30)));
        let range = TextRange::of(94, 99);
        assert_eq!(text.slice(range), "عُمان");
        let made = selectors(&text, range);
        let (before, after) = (made[1]["prefix"].as_str().unwrap(), made[1]["suffix"].as_str().unwrap());
        assert_eq!(text.as_str().matches(&format!("{before}عُمان{after}")).count(), 1);
    }

    #[test]
    fn no_cluster_is_cut() {
        let text = Text::new(format!("{}x{}", "👨‍👩‍👧".repeat(10), "مُّ".repeat(30)));
        let made = selectors(&text, TextRange::of(50, 51));
        assert!(made[1]["prefix"].as_str().unwrap().starts_with("👨"));
        assert!(made[1]["suffix"].as_str().unwrap().ends_with("مُّ"));
    }
}
