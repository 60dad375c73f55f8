//! Limits counted in the unit of a format, and what a file's limits count where it neither says so nor quotes its spans.

use super::anchor::{offset, position};
use super::model::{Sheet, Unit};
use crate::core::range::TextRange;
use crate::core::segment::{grapheme_ends, words};
use crate::core::text::Text;
use crate::core::units::{Byte, Offset};

/// Counts limits of one text in one unit. Grapheme clusters are counted once, and not from the start for each limit.
#[derive(Debug, Clone)]
pub struct Counter<'a> {
    text: &'a Text,
    unit: Unit,
    /// Where each cluster ends; only for clusters.
    ends: Vec<Offset>,
}

impl<'a> Counter<'a> {
    /// Counts in a text.
    #[must_use]
    pub fn of(text: &'a Text, unit: Unit) -> Self {
        let ends = if unit == Unit::Grapheme {
            grapheme_ends(text.as_str()).map(|end| text.offset_of_byte(Byte(end as u32))).collect()
        } else {
            Vec::new()
        };
        Self { text, unit, ends }
    }

    /// The limits of a range of code points; one that begins or ends inside a cluster holds all of it.
    #[must_use]
    pub fn range(&self, range: TextRange) -> (u32, u32) {
        if self.unit == Unit::Grapheme {
            let before = self.ends.partition_point(|end| *end <= range.start());
            let inside = self.ends.partition_point(|end| *end < range.end());
            return (before as u32, inside as u32 + 1);
        }
        (position(self.text, self.unit, range.start()), position(self.text, self.unit, range.end()))
    }

    /// Whether the unit can say the limits of a range.
    #[must_use]
    pub fn is_exact(&self, range: TextRange) -> bool {
        let is_limit = |at: Offset| at == Offset(0) || self.ends.binary_search(&at).is_ok();
        self.unit != Unit::Grapheme || (is_limit(range.start()) && is_limit(range.end()))
    }
}

/// What the limits of a file count that does not say so: `usual`, unless more limits are limits of words in another unit. In a
/// text where units agree that is always `usual`.
#[must_use]
pub fn guessed(sheet: &Sheet, usual: Unit) -> Unit {
    let text = &sheet.text;
    if text.len().0 == text.len_utf16().0 && usual != Unit::Grapheme {
        return usual;
    }
    let mut edges: Vec<Offset> = Vec::new();
    for (start, word) in words(text.as_str()) {
        edges.extend([start, start + word.len()].map(|byte| text.offset_of_byte(Byte(byte as u32))));
    }
    let limits = || sheet.spans.iter().flat_map(|span| &span.pieces).flat_map(|piece| [piece.start().0, piece.end().0]);
    let fitting =
        |unit: Unit| limits().filter(|at| offset(text, unit, *at).is_some_and(|at| edges.binary_search(&at).is_ok())).count();
    let others = [Unit::CodePoint, Unit::Utf16].into_iter().filter(|unit| *unit != usual);
    others.map(|unit| (fitting(unit), unit)).fold((fitting(usual), usual), |best, one| if one.0 > best.0 { one } else { best }).1
}

#[cfg(test)]
mod tests {
    use super::super::model::Mark;
    use super::*;
    use std::rc::Rc;

    #[test]
    fn limits_are_counted_in_each_unit() {
        let text = Text::new("🙂 عُمان");
        let oman = TextRange::of(2, 7);
        let counted = |unit| Counter::of(&text, unit).range(oman);
        assert_eq!(counted(Unit::CodePoint), (2, 7));
        assert_eq!(counted(Unit::Utf16), (3, 8));
        assert_eq!(counted(Unit::Grapheme), (2, 6));
        assert_eq!(counted(Unit::Byte), (5, 15));
        let clusters = Counter::of(&text, Unit::Grapheme);
        assert!(clusters.is_exact(oman) && !clusters.is_exact(TextRange::of(2, 3)));
        assert_eq!(clusters.range(TextRange::of(2, 3)), (2, 3));
    }

    #[test]
    fn limits_of_words_tell_the_unit() {
        let sheet = |text: &str, limits: &[(u32, u32)]| Sheet {
            text: Rc::new(Text::new(text)),
            spans: limits
                .iter()
                .map(|&(start, end)| Mark { pieces: vec![TextRange::of(start, end)], ..Mark::default() })
                .collect(),
            ..Sheet::default()
        };
        assert_eq!(guessed(&sheet("🙂 عُمان وإيران", &[(2, 7)]), Unit::Utf16), Unit::CodePoint);
        assert_eq!(guessed(&sheet("🙂 عُمان وإيران", &[(3, 8), (10, 15)]), Unit::Utf16), Unit::Utf16);
        assert_eq!(guessed(&sheet("عُمان", &[(1, 2)]), Unit::Utf16), Unit::Utf16);
        assert_eq!(guessed(&sheet("🙂 عُمان", &[(900, 901)]), Unit::Utf16), Unit::Utf16);
    }
}
