//! Finding where the limits of a file lie in a text: which unit they count, and where words went whose text is another.
//!
//! The quote decides. Limits whose slice is the quote are taken as they are; where another unit makes all quotes fit, that unit
//! is meant; what still does not fit is looked for by its words and what stands round them, with a score. What is found
//! only doubtfully is not placed but handed back for a decision.

mod same;
mod seek;

use super::model::{Mark, Sheet, Unit};
use crate::core::pieces::joined;
use crate::core::range::TextRange;
use crate::core::segment::grapheme_ends;
use crate::core::text::Text;
use crate::core::units::{Byte, Offset, Utf16};
pub use same::Map;
use std::rc::Rc;

/// How sure a place is, in hundredths, for it to be taken without asking.
pub const SURE: u32 = 80;

/// What anchoring made of a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Anchored {
    /// The sheet over the text, its limits code points: all spans that have a place.
    pub sheet: Sheet,
    /// What the file's limits count.
    pub unit: Unit,
    /// Spans that stand elsewhere than the file said.
    pub moved: Vec<Moved>,
    /// Spans that are in no sheet until somebody decides.
    pub doubtful: Vec<Doubt>,
}

/// A span that was found elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its id.
    pub span: String,
    /// Its words in the text.
    pub words: String,
    /// Where the file has it, in the file's unit.
    pub from: TextRange,
    /// Where it stands, in code points.
    pub to: TextRange,
    /// How sure that is, in hundredths: at least [`SURE`].
    pub score: u32,
}

/// A span whose place is not sure.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The span as the file has it.
    pub mark: Mark,
    /// Where it might stand, in code points.
    pub place: Option<TextRange>,
    /// How sure that is, in hundredths: less than [`SURE`].
    pub score: u32,
}

/// Puts the spans of a file's sheet onto a text, which may be another than the file's own.
#[must_use]
pub fn anchor(sheet: &Sheet, onto: &Rc<Text>) -> Anchored {
    let unit = unit_of(sheet);
    let map = Map::between(&sheet.text, onto);
    let mut done = Anchored { unit, ..Anchored::default() };
    let mut spans = Vec::with_capacity(sheet.spans.len());
    for mark in &sheet.spans {
        match placed(sheet, mark, unit, &map, onto) {
            Place::Sure(pieces) => spans.push(Mark { pieces, ..mark.clone() }),
            Place::Found(range, score) if score >= SURE => {
                let words = onto.slice(range).to_owned();
                done.moved.push(Moved { span: mark.id.clone(), words, from: mark.hull(), to: range, score });
                spans.push(Mark { pieces: vec![range], ..mark.clone() });
            }
            Place::Found(range, score) => done.doubtful.push(Doubt { mark: mark.clone(), place: Some(range), score }),
            Place::Nowhere => done.doubtful.push(Doubt { mark: mark.clone(), place: None, score: 0 }),
        }
    }
    spans.sort_by_key(|span| (span.hull().start(), std::cmp::Reverse(span.hull().end())));
    done.sheet = Sheet { text: onto.clone(), is_joined: false, unit: Unit::CodePoint, spans, ..sheet.clone() };
    done
}

enum Place {
    /// Where the file says.
    Sure(Vec<TextRange>),
    /// Elsewhere, with a score.
    Found(TextRange, u32),
    /// Nowhere.
    Nowhere,
}

/// Where one span stands. Its own text is asked first; what it says there is looked for in the other.
fn placed(sheet: &Sheet, mark: &Mark, unit: Unit, map: &Map, onto: &Text) -> Place {
    let text = &sheet.text;
    let units = [unit, Unit::CodePoint, Unit::Utf16, Unit::Byte, Unit::Grapheme];
    let own = units.iter().find_map(|&unit| pieces_in(text, mark, unit).filter(|pieces| says(text, pieces, mark)));
    if let Some(pieces) = &own
        && let Some(pieces) = pieces.iter().map(|piece| map.range(*piece)).collect::<Option<Vec<_>>>()
    {
        return Place::Sure(joined(&pieces));
    }
    let hull = own.as_ref().and_then(|pieces| Some(TextRange::new(pieces.first()?.start(), pieces.last()?.end())));
    let quote = match (&mark.words, hull) {
        (Some(words), _) if mark.pieces.len() <= 1 => words.clone(),
        (_, Some(hull)) => text.slice(hull).to_owned(),
        (Some(words), None) => words.clone(),
        (None, None) => return Place::Nowhere,
    };
    let near = hull.unwrap_or(mark.hull());
    let context = |given: &Option<String>, range: Option<TextRange>| {
        given.clone().or_else(|| range.map(|range| text.slice(range).to_owned())).unwrap_or_default()
    };
    let before = context(&mark.prefix, hull.map(|hull| TextRange::of(hull.start().0.saturating_sub(32), hull.start().0)));
    let after = context(&mark.suffix, hull.map(|hull| TextRange::of(hull.end().0, (hull.end().0 + 32).min(text.len().0))));
    seek::seek(onto, &quote, &before, &after, near.start()).map_or(Place::Nowhere, |(range, score)| Place::Found(range, score))
}

/// The unit in which the most quotes fit: the declared one where it is as good as any.
fn unit_of(sheet: &Sheet) -> Unit {
    let quoted: Vec<&Mark> = sheet.spans.iter().filter(|mark| mark.words.is_some()).collect();
    let fitting = |unit: Unit| {
        let fits = |mark: &&&Mark| pieces_in(&sheet.text, mark, unit).is_some_and(|pieces| says(&sheet.text, &pieces, mark));
        quoted.iter().filter(fits).count()
    };
    let declared = fitting(sheet.unit);
    if declared == quoted.len() {
        return sheet.unit;
    }
    let others = [Unit::CodePoint, Unit::Utf16, Unit::Byte, Unit::Grapheme];
    others
        .into_iter()
        .map(|unit| (fitting(unit), unit))
        .filter(|(count, _)| *count > declared)
        .fold((declared, sheet.unit), |best, one| if one.0 > best.0 { one } else { best })
        .1
}

/// Whether pieces of a text are what the file says that a span covers; so too where it says nothing.
fn says(text: &Text, pieces: &[TextRange], mark: &Mark) -> bool {
    let Some(words) = &mark.words else { return true };
    // Quotes may differ in white space, but not by much: long spans with short quotes are not sliced in vain.
    let length = pieces.iter().map(|piece| piece.len() as usize).sum::<usize>();
    if length > 64 + 4 * words.len() {
        return false;
    }
    let slice = pieces.iter().map(|piece| text.slice(*piece)).collect::<Vec<_>>().join(Mark::GAP);
    slice == *words || same::loosely(&slice, words)
}

/// The pieces of a span in code points; `None` where they do not lie in the text or between two of its characters.
fn pieces_in(text: &Text, mark: &Mark, unit: Unit) -> Option<Vec<TextRange>> {
    let range = |piece: &TextRange| {
        let (start, end) = (offset(text, unit, piece.start().0)?, offset(text, unit, piece.end().0)?);
        (start < end).then(|| TextRange::new(start, end))
    };
    mark.pieces.iter().map(range).collect()
}

/// A position in some unit as code points; `None` beyond the text or inside a character.
#[must_use]
pub fn offset(text: &Text, unit: Unit, at: u32) -> Option<Offset> {
    match unit {
        Unit::CodePoint => (at <= text.len().0).then_some(Offset(at)),
        Unit::Utf16 => {
            let found = (at <= text.len_utf16().0).then(|| text.offset_of_utf16(Utf16(at)))?;
            (text.utf16(found).0 == at).then_some(found)
        }
        Unit::Byte => {
            let found = (at <= text.len_utf8().0).then(|| text.offset_of_byte(Byte(at)))?;
            (text.byte(found).0 == at).then_some(found)
        }
        Unit::Grapheme => {
            let end = if at == 0 { Some(0) } else { grapheme_ends(text.as_str()).nth(at as usize - 1) };
            end.map(|byte| text.offset_of_byte(Byte(byte as u32)))
        }
    }
}

/// A position in code points as another unit.
#[must_use]
pub fn position(text: &Text, unit: Unit, at: Offset) -> u32 {
    match unit {
        Unit::CodePoint => at.0,
        Unit::Utf16 => text.utf16(at).0,
        Unit::Byte => text.byte(at).0,
        Unit::Grapheme => {
            let byte = text.byte(at).index();
            grapheme_ends(text.as_str()).take_while(|end| *end <= byte).count() as u32
        }
    }
}

#[cfg(test)]
mod tests;
