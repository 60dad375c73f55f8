//! Looking for a quote in a text where it is not where the file says.
//!
//! The score, in hundredths: 60 for the very words, 45 where only their folded forms are alike; up to 20 for what stands before and 20 for what
//! stands after; 20 where the text has the words once. Of several places that score alike the nearest is named, and
//! is never sure.

use super::SURE;
use crate::core::fold::{Folded, fold};
use crate::core::range::TextRange;
use crate::core::text::Text;
use crate::core::units::{Byte, Offset};

/// How many places are weighed: words that are more frequent say too little.
const PLACES_MAX: usize = 2_000;

/// The best place for a quote, and its score. `near` is where the file has it.
pub fn seek(text: &Text, quote: &str, before: &str, after: &str, near: Offset) -> Option<(TextRange, u32)> {
    if quote.trim().is_empty() {
        return None;
    }
    let exact = exactly(text, quote);
    let (places, base) = if exact.is_empty() { (folded(text, quote), 45) } else { (exact, 60) };
    let once = if places.len() == 1 { 20 } else { 0 };
    let weighed = places.into_iter().map(|range| {
        let context = likeness(before.chars().rev(), text.as_str()[..text.byte(range.start()).index()].chars().rev())
            + likeness(after.chars(), text.as_str()[text.byte(range.end()).index()..].chars());
        ((base + once + context).min(100), range)
    });
    let weighed: Vec<(u32, TextRange)> = weighed.collect();
    let best = weighed.iter().map(|(score, _)| *score).max()?;
    let mut alike = weighed.into_iter().filter(|(score, _)| *score == best).map(|(_, range)| range).collect::<Vec<_>>();
    alike.sort_by_key(|range| range.start().0.abs_diff(near.0));
    let score = if alike.len() > 1 { best.min(SURE - 10) } else { best };
    alike.first().map(|range| (*range, score))
}

fn exactly(text: &Text, quote: &str) -> Vec<TextRange> {
    let range = |(byte, found): (usize, &str)| {
        TextRange::new(text.offset_of_byte(Byte(byte as u32)), text.offset_of_byte(Byte((byte + found.len()) as u32)))
    };
    text.as_str().match_indices(quote).take(PLACES_MAX).map(range).collect()
}

fn folded(text: &Text, quote: &str) -> Vec<TextRange> {
    let (whole, quote) = (Folded::new(text.as_str()), fold(quote));
    if quote.trim().is_empty() {
        return Vec::new();
    }
    let length = quote.chars().count() as u32;
    let (mut at, mut count, mut places) = (0, 0_u32, Vec::new());
    for (byte, _) in whole.text.match_indices(&quote).take(PLACES_MAX) {
        count += whole.text[at..byte].chars().count() as u32;
        at = byte;
        places.push(whole.hit(text, count..count + length));
    }
    places
}

/// How alike two contexts are, read away from the quote: 20 for the whole of what the file has.
fn likeness(given: impl Iterator<Item = char>, there: impl Iterator<Item = char>) -> u32 {
    let (mut alike, mut all, mut parted) = (0, 0, false);
    let mut there = there;
    for character in given {
        all += 1;
        parted = parted || there.next() != Some(character);
        alike += u32::from(!parted);
    }
    (alike * 20_u32).checked_div(all).unwrap_or(0)
}
