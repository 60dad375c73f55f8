//! What the blocks of an article are: its title, its headings, its paragraphs. A guess for the eye only.

use super::range::TextRange;
use super::text::Text;

/// Blocks in a section of an article: the unit that a browser may leave unpainted while it is out of sight.
pub const SHEET: usize = 24;

/// Blocks in the first section: about a screen, since the first paint lays out all of it.
pub const FIRST_SHEET: usize = 8;

/// What belongs to each block of an article, section by section.
pub fn sheets<T>(blocks: &[T]) -> impl Iterator<Item = &[T]> {
    let (first, rest) = blocks.split_at(blocks.len().min(FIRST_SHEET));
    first.chunks(FIRST_SHEET).chain(rest.chunks(SHEET))
}

/// How a block is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The line that is the document's title.
    Title,
    /// A short line without final punctuation that stands before a longer block.
    Heading,
    /// Everything else.
    Paragraph,
}

/// The longest line, in code points, that is still taken for a heading.
const HEADING_MAX: u32 = 70;

/// The kind of each block, in order. Blocks in `regions` (a website's leftovers) are always paragraphs.
#[must_use]
pub fn kinds(text: &Text, title: &str, regions: &[TextRange]) -> Vec<BlockKind> {
    let blocks = text.blocks();
    let kind = |(index, block): (usize, &super::text::Block)| {
        let line = text.slice(block.range);
        if index == 0 && line.trim() == title.trim() {
            return BlockKind::Title;
        }
        let leftover = regions.iter().any(|region| region.overlaps(block.range));
        let short =
            block.range.len() <= HEADING_MAX && !line.trim_end().ends_with(['.', '،', '؛', ':', '؟', '!', '”', '"', '»', '…']);
        let heads = blocks.get(index + 1).is_some_and(|next| next.range.len() > 2 * block.range.len());
        if !leftover && index > 0 && short && heads { BlockKind::Heading } else { BlockKind::Paragraph }
    };
    blocks.iter().enumerate().map(kind).collect()
}

/// Whether a line has white space that a page would not show by itself: at an end, a tab, or several spaces in a row.
#[must_use]
pub fn is_spaced(line: &str) -> bool {
    let bytes = line.as_bytes();
    let at_an_end = [bytes.first(), bytes.last()].into_iter().flatten().any(|byte| *byte == b' ');
    at_an_end || bytes.contains(&b'\t') || bytes.windows(2).any(|pair| pair == b"  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds;

    #[test]
    fn only_lines_that_would_lose_white_space_are_spaced() {
        assert!([" قال", "قال ", "قال  محمود", "قال\tمحمود"].into_iter().all(is_spaced));
        assert!(!["قال محمود", "", "قال"].into_iter().any(is_spaced));
    }

    #[test]
    fn the_articles_have_the_headings_a_reader_sees() {
        let found = |index: usize, kind| {
            let seed = &seeds::documents()[index];
            let text = Text::new(seed.text);
            let regions = seed.regions.iter().map(|r| TextRange::of(r.start, r.end)).collect::<Vec<_>>();
            let kinds = kinds(&text, seed.title, &regions);
            text.blocks().iter().zip(kinds).filter(|(_, k)| *k == kind).map(|(b, _)| b.range.start().0).collect::<Vec<_>>()
        };
        assert_eq!(found(0, BlockKind::Title), [0]);
        assert_eq!(found(0, BlockKind::Heading), [] as [u32; 0]);
        assert_eq!(found(1, BlockKind::Title), [] as [u32; 0]);
        assert_eq!(found(1, BlockKind::Heading), [419, 1498, 1940, 2256, 2537]);
    }
}
