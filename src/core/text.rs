//! A document's text, verbatim, with the index that turns one unit of counting into another.
//!
//! The text never changes once made, so the index is built once. It keeps a mark every
//! [`STRIDE`] code points; a conversion walks at most that far from the nearest mark.

use super::range::TextRange;
use super::units::{Byte, Offset, Utf16};

/// Code points between two marks: 12 bytes of index per 64 characters of text.
const STRIDE: u32 = 64;

/// A paragraph: what lies between two line breaks. Lines without a character make none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its code points, without the break that ends it.
    pub range: TextRange,
    /// Where it starts in UTF-16 units: the `data-start` of its element.
    pub start_utf16: Utf16,
}

/// A verbatim text and its index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    text: Box<str>,
    marks: Vec<(Byte, Utf16)>,
    length: (Offset, Byte, Utf16),
    blocks: Vec<Block>,
}

impl Default for Text {
    fn default() -> Self {
        Self::new("")
    }
}

impl Text {
    /// Takes a text as it is. LF, CRLF and a lone CR each end a block and belong to the break.
    #[must_use]
    pub fn new(text: impl Into<Box<str>>) -> Self {
        let text = text.into();
        let mut marks = Vec::with_capacity(text.len() / 64);
        let mut blocks = Vec::new();
        let mut utf16 = 0;
        let mut count = 0;
        let mut block: Option<(u32, u32)> = None;
        let close = |block: &mut Option<(u32, u32)>, end: u32, blocks: &mut Vec<Block>| {
            if let Some((start, start_utf16)) = block.take() {
                blocks.push(Block { range: TextRange::of(start, end), start_utf16: Utf16(start_utf16) });
            }
        };
        for (byte, character) in text.char_indices() {
            if count % STRIDE == 0 {
                marks.push((Byte(byte as u32), Utf16(utf16)));
            }
            if character == '\n' || character == '\r' {
                close(&mut block, count, &mut blocks);
            } else if block.is_none() {
                block = Some((count, utf16));
            }
            utf16 += character.len_utf16() as u32;
            count += 1;
        }
        close(&mut block, count, &mut blocks);
        let length = (Offset(count), Byte(text.len() as u32), Utf16(utf16));
        Self { text, marks, length, blocks }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its length in code points.
    #[must_use]
    pub const fn len(&self) -> Offset {
        self.length.0
    }

    /// Whether it has no character.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.length.0.0 == 0
    }

    /// Its length in UTF-8 bytes.
    #[must_use]
    pub const fn len_utf8(&self) -> Byte {
        self.length.1
    }

    /// Its length in UTF-16 units.
    #[must_use]
    pub const fn len_utf16(&self) -> Utf16 {
        self.length.2
    }

    /// The range of the whole text.
    #[must_use]
    pub fn whole(&self) -> TextRange {
        TextRange::new(Offset(0), self.len())
    }

    /// The paragraphs in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The index of the block that holds `offset` or touches it at its end; `None` on an empty line.
    #[must_use]
    pub fn block_at(&self, offset: Offset) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.range.start() <= offset);
        let index = after.checked_sub(1)?;
        (offset <= self.blocks[index].range.end()).then_some(index)
    }

    /// The indexes of the blocks that share a character with `range`.
    #[must_use]
    pub fn blocks_of(&self, range: TextRange) -> std::ops::Range<usize> {
        let from = self.blocks.partition_point(|block| block.range.end() <= range.start());
        let to = self.blocks.partition_point(|block| block.range.start() < range.end());
        from..to.max(from)
    }

    /// `offset` in UTF-8 bytes. An offset past the end counts as the end.
    #[must_use]
    pub fn byte(&self, offset: Offset) -> Byte {
        self.position(offset).0
    }

    /// `offset` in UTF-16 units. An offset past the end counts as the end.
    #[must_use]
    pub fn utf16(&self, offset: Offset) -> Utf16 {
        self.position(offset).1
    }

    /// The text of `range`, cut at the end of the document.
    #[must_use]
    pub fn slice(&self, range: TextRange) -> &str {
        &self.text[self.byte(range.start()).index()..self.byte(range.end()).index()]
    }

    /// The offset at a UTF-16 position. A position inside a surrogate pair, which no correct
    /// caller names, gives the start of that character; one past the end gives the end.
    #[must_use]
    pub fn offset_of_utf16(&self, position: Utf16) -> Offset {
        self.find(|&(_, utf16)| utf16 <= position, |_, utf16| utf16 <= position.0)
    }

    /// The offset at a byte position. A position inside a character gives the start of that character.
    #[must_use]
    pub fn offset_of_byte(&self, position: Byte) -> Offset {
        self.find(|&(byte, _)| byte <= position, |byte, _| byte <= position.0)
    }

    /// The character that begins at `offset`.
    #[must_use]
    pub fn char_at(&self, offset: Offset) -> Option<char> {
        self.text[self.byte(offset).index()..].chars().next()
    }

    fn position(&self, offset: Offset) -> (Byte, Utf16) {
        if offset >= self.len() {
            return (self.length.1, self.length.2);
        }
        let mark = (offset.0 / STRIDE) as usize;
        let (byte, utf16) = self.marks[mark];
        let (mut at, mut units) = (byte.index(), utf16.0);
        for _ in 0..offset.0 % STRIDE {
            // The first byte of a character tells its length: this is asked some thousand times a keystroke.
            let Some(&lead) = self.text.as_bytes().get(at) else { break };
            at += 1 + usize::from(lead >= 0xC0) + usize::from(lead >= 0xE0) + usize::from(lead >= 0xF0);
            units += 1 + u32::from(lead >= 0xF0);
        }
        (Byte(at as u32), Utf16(units))
    }

    /// The last offset whose (byte, UTF-16) position still satisfies `reached`.
    fn find(&self, mark: impl Fn(&(Byte, Utf16)) -> bool, reached: impl Fn(u32, u32) -> bool) -> Offset {
        let Some(index) = self.marks.partition_point(mark).checked_sub(1) else { return Offset(0) };
        let (mut byte, mut utf16) = (self.marks[index].0.0, self.marks[index].1.0);
        let mut count = index as u32 * STRIDE;
        for character in self.text[byte as usize..].chars() {
            byte += character.len_utf8() as u32;
            utf16 += character.len_utf16() as u32;
            if !reached(byte, utf16) {
                break;
            }
            count += 1;
        }
        Offset(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Arabic with marks, an emoji, an Arabic letter beyond the BMP, CRLF, a lone CR and empty lines.
    const MIXED: &str = "عُمان 🙂\r\n\r\n\u{1EE00} 99 هجومًا\rFBI\n\nآخر";

    fn check(text: &str) {
        let index = Text::new(text);
        let (mut byte, mut utf16) = (0, 0);
        for (count, character) in text.chars().enumerate() {
            let offset = Offset(count as u32);
            assert_eq!((index.byte(offset), index.utf16(offset)), (Byte(byte), Utf16(utf16)));
            assert_eq!((index.offset_of_byte(Byte(byte)), index.offset_of_utf16(Utf16(utf16))), (offset, offset));
            assert_eq!(index.char_at(offset), Some(character));
            byte += character.len_utf8() as u32;
            utf16 += character.len_utf16() as u32;
        }
        assert_eq!(index.len().index(), text.chars().count());
        assert_eq!((index.byte(index.len()), index.offset_of_byte(Byte(byte))), (Byte(byte), index.len()));
        assert_eq!((index.len_utf16(), index.offset_of_utf16(Utf16(utf16))), (Utf16(utf16), index.len()));
        let blocks = index.blocks().iter().map(|b| index.slice(b.range)).collect::<Vec<_>>();
        let lines = text.split(['\r', '\n']).filter(|line| !line.is_empty()).collect::<Vec<_>>();
        assert_eq!(blocks, lines);
        for block in index.blocks() {
            assert_eq!(block.start_utf16, index.utf16(block.range.start()));
        }
    }

    #[test]
    fn units_agree_at_every_character() {
        check(MIXED);
        check(&MIXED.repeat(40));
        check("");
        for document in crate::seeds::documents() {
            check(document.text);
        }
    }

    #[test]
    fn a_slice_is_what_lies_between() {
        let text = Text::new(MIXED);
        assert_eq!(text.slice(TextRange::of(0, 5)), "عُمان");
        assert_eq!(text.slice(TextRange::of(6, 7)), "🙂");
        assert_eq!(text.slice(TextRange::of(11, 12)), "\u{1EE00}");
        assert_eq!(text.slice(TextRange::of(14, 900)).chars().next(), Some('9'));
    }

    #[test]
    fn inside_a_surrogate_pair_is_its_start() {
        let text = Text::new("🙂ب");
        assert_eq!(text.offset_of_utf16(Utf16(1)), Offset(0));
        assert_eq!(text.offset_of_utf16(Utf16(2)), Offset(1));
    }

    #[test]
    fn blocks_are_found_by_offset_and_range() {
        let text = Text::new("أب\n\nجد");
        assert_eq!(text.block_at(Offset(2)), Some(0));
        assert_eq!(text.block_at(Offset(3)), None);
        assert_eq!(text.block_at(Offset(6)), Some(1));
        assert_eq!(text.blocks_of(TextRange::of(0, 5)), 0..2);
        assert_eq!(text.blocks_of(TextRange::of(2, 4)), 1..1);
    }
}
