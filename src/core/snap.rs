//! Where a limit may stand: grapheme clusters, words, and what is trimmed from a selection.
//!
//! Boundaries are those of UAX #29, found within the block around an offset, so that the
//! cost is the paragraph's, never the document's. A break between blocks is one step.

use super::range::TextRange;
use super::segment::{self, grapheme_ends};
use super::text::Text;
use super::units::Offset;

/// The whole grapheme clusters that `range` touches, then trimmed of outer white space and of
/// invisible format characters. `None` where nothing remains.
#[must_use]
pub fn snapped(text: &Text, range: TextRange) -> Option<TextRange> {
    let start = grapheme_start(text, range.start());
    let end = grapheme_end(text, range.end());
    trimmed(text, TextRange::new(start, end.max(start)))
}

/// `range` without outer white space and default-ignorable characters; `None` where nothing remains.
#[must_use]
pub fn trimmed(text: &Text, range: TextRange) -> Option<TextRange> {
    let slice = text.slice(range);
    let kept = slice.trim_matches(is_trimmed);
    if kept.is_empty() {
        return None;
    }
    let before = slice.len() - slice.trim_start_matches(is_trimmed).len();
    let start = range.start().plus(slice[..before].chars().count() as u32);
    // A joiner or mark after the last letter belongs to its cluster: never cut it off.
    let end = grapheme_end(text, start.plus(kept.chars().count() as u32));
    Some(TextRange::new(start, end.min(range.end())))
}

/// The next grapheme boundary after `offset`; the end of the text at its end.
#[must_use]
pub fn next_grapheme(text: &Text, offset: Offset) -> Offset {
    let Some((start, slice)) = around(text, offset, Side::After) else {
        return text.blocks().get(next_block(text, offset)).map_or(text.len(), |b| b.range.start());
    };
    let here = slice_index(slice, start, offset);
    grapheme_ends(slice).find(|&end| end > here).map_or(offset, |end| count(slice, end, start))
}

/// The grapheme boundary before `offset`; 0 at the start.
#[must_use]
pub fn previous_grapheme(text: &Text, offset: Offset) -> Offset {
    let Some((start, slice)) = around(text, offset, Side::Before) else {
        return previous_block_end(text, offset);
    };
    let here = slice_index(slice, start, offset);
    let before = grapheme_ends(slice).take_while(|&end| end < here).last().unwrap_or(0);
    count(slice, before, start)
}

/// The start of the cluster that `offset` lies in; `offset` itself where it is a boundary.
#[must_use]
pub fn grapheme_start(text: &Text, offset: Offset) -> Offset {
    if is_grapheme_boundary(text, offset) { offset } else { previous_grapheme(text, offset) }
}

/// The end of the cluster that `offset` lies in; `offset` itself where it is a boundary.
#[must_use]
pub fn grapheme_end(text: &Text, offset: Offset) -> Offset {
    if is_grapheme_boundary(text, offset) { offset } else { next_grapheme(text, offset) }
}

/// Whether no grapheme cluster lies across `offset`.
#[must_use]
pub fn is_grapheme_boundary(text: &Text, offset: Offset) -> bool {
    let Some((start, slice)) = around(text, offset, Side::After) else { return true };
    let here = slice_index(slice, start, offset);
    segment::is_grapheme_boundary(slice, here)
}

/// The word at `offset`, with its marks and attached clitics: the UAX #29 word that holds the
/// character there, or ends there. `None` on white space and punctuation.
#[must_use]
pub fn word_at(text: &Text, offset: Offset) -> Option<TextRange> {
    let (start, slice) = around(text, offset, Side::After).or_else(|| around(text, offset, Side::Before))?;
    let here = slice_index(slice, start, offset);
    let mut touching = None;
    for (at, word) in segment::words(slice) {
        let end = at + word.len();
        if at <= here && here < end {
            return Some(TextRange::new(count(slice, at, start), count(slice, end, start)));
        }
        if end == here {
            touching = Some(TextRange::new(count(slice, at, start), count(slice, end, start)));
        }
    }
    touching
}

/// The end of the next word after `offset`; the next block's start past the last; the end of the text at its end.
#[must_use]
pub fn next_word(text: &Text, offset: Offset) -> Offset {
    let Some((start, slice)) = around(text, offset, Side::After) else { return next_grapheme(text, offset) };
    let here = slice_index(slice, start, offset);
    let mut ends = segment::words(slice).map(|(at, word)| at + word.len());
    ends.find(|&end| end > here).map_or_else(|| count(slice, slice.len(), start), |end| count(slice, end, start))
}

/// The start of the word before `offset`; the previous block's end before the first; 0 at the start.
#[must_use]
pub fn previous_word(text: &Text, offset: Offset) -> Offset {
    let Some((start, slice)) = around(text, offset, Side::Before) else { return previous_grapheme(text, offset) };
    let here = slice_index(slice, start, offset);
    let starts = segment::words(slice).map(|(at, _)| at);
    starts.take_while(|&at| at < here).last().map_or(start, |at| count(slice, at, start))
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Before,
    After,
}

/// The start and text of the block with a character on the asked side of `offset`.
fn around(text: &Text, offset: Offset, side: Side) -> Option<(Offset, &str)> {
    let block = text.blocks()[text.block_at(offset)?].range;
    let open = if side == Side::After { offset < block.end() } else { block.start() < offset };
    open.then(|| (block.start(), text.slice(block)))
}

fn slice_index(slice: &str, start: Offset, offset: Offset) -> usize {
    slice.char_indices().nth((offset.0 - start.0) as usize).map_or(slice.len(), |(at, _)| at)
}

fn count(slice: &str, at: usize, start: Offset) -> Offset {
    start.plus(slice[..at].chars().count() as u32)
}

fn next_block(text: &Text, offset: Offset) -> usize {
    text.blocks().partition_point(|block| block.range.start() <= offset)
}

fn previous_block_end(text: &Text, offset: Offset) -> Offset {
    let before = text.blocks().partition_point(|block| block.range.end() < offset);
    before.checked_sub(1).map_or(Offset(0), |index| text.blocks()[index].range.end())
}

/// White space, and format characters that show nothing and join nothing (ZWJ and ZWNJ shape letters: kept).
fn is_trimmed(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{00AD}' | '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(text: &Text, step: impl Fn(&Text, Offset) -> Offset, from: Offset) -> Vec<u32> {
        let mut at = from;
        let mut stops = vec![at.0];
        loop {
            let next = step(text, at);
            if next == at {
                return stops;
            }
            at = next;
            stops.push(at.0);
        }
    }

    #[test]
    fn walking_forward_and_back_meets_the_same_boundaries() {
        for source in ["عُمان 🙂👩‍👩‍👧\n\nلإيران\r\nab", "هجومًا", "", "\n\nأ\n"] {
            let text = Text::new(source);
            let forward = walk(&text, next_grapheme, Offset(0));
            let mut back = walk(&text, previous_grapheme, text.len());
            back.reverse();
            let blocks = text.blocks();
            let (first, last) = (blocks.first().map_or(0, |b| b.range.start().0), blocks.last().map_or(0, |b| b.range.end().0));
            let inside = |stops: &[u32]| stops.iter().copied().filter(|&s| first <= s && s <= last).collect::<Vec<_>>();
            assert_eq!(inside(&forward), inside(&back), "{source:?}");
        }
    }

    #[test]
    fn a_limit_never_falls_between_a_letter_and_its_mark() {
        let text = Text::new("في عُمان اليوم");
        assert_eq!(snapped(&text, TextRange::of(3, 4)), Some(TextRange::of(3, 5)));
        assert_eq!(snapped(&text, TextRange::of(4, 8)), Some(TextRange::of(3, 8)));
        assert!(!is_grapheme_boundary(&text, Offset(4)));
    }

    #[test]
    fn outer_space_is_trimmed_and_nothing_is_refused() {
        let text = Text::new("  قال\u{200F} \n\n ");
        assert_eq!(snapped(&text, text.whole()).map(|r| text.slice(r)), Some("قال"));
        assert_eq!(snapped(&text, TextRange::of(0, 2)), None);
    }

    #[test]
    fn words_keep_their_clitics_and_marks() {
        let text = Text::new("منذ فبراير/شباط، للحوثيين هجومًا.");
        let word = |at| word_at(&text, Offset(at)).map(|r| text.slice(r));
        assert_eq!(word(5), Some("فبراير"));
        assert_eq!(word(12), Some("شباط"));
        assert_eq!(word(16), None);
        assert_eq!(word(18), Some("للحوثيين"));
        assert_eq!(word(30), Some("هجومًا"));
        assert_eq!(word(32), Some("هجومًا"));
    }
}
