//! Twins: all places in all documents that say what a tagged range says, however it is written and whatever clitics
//! are attached, by written form.

mod seek;

pub use seek::Seek;

use super::fold::fold;
use super::ids::{DocumentId, LabelId, SpanId};
use super::range::TextRange;
use super::search::Hit;
use super::search::shelf::Shelf;
use super::state::{DocumentState, State};

/// What twins are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The document of the range.
    pub document: &'a DocumentId,
    /// The range whose words are sought.
    pub range: TextRange,
    /// Its label.
    pub label: &'a LabelId,
    /// Groups of spellings that were taught to be the same.
    pub aliases: &'a [Vec<String>],
    /// Whether to look into a website's leftovers too.
    pub regions: bool,
}

/// Whether a place is tagged already, in a set of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tagged {
    /// It is not.
    No,
    /// With the label and these limits.
    Same(SpanId),
    /// With the label and other limits within the written word.
    Limits(SpanId),
    /// With another label and these limits.
    Other(SpanId, LabelId),
}

/// A place that says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// Which document, in the project's order.
    pub document: usize,
    /// The words, without clitics.
    pub range: TextRange,
    /// The written word or words they stand in.
    pub outer: TextRange,
    /// Whether it is tagged.
    pub tagged: Tagged,
}

/// The places with one written form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The written words, as they stand.
    pub words: String,
    /// The places, in order.
    pub twins: Vec<Twin>,
}

/// The twins by written form: the most frequent form first, of equals the one that comes first. The range
/// itself is among them, where its words can be found again.
#[must_use]
pub fn twins(state: &State, shelf: &Shelf, asked: &Asked<'_>) -> Vec<Form> {
    let mut seek = Seek::new(shelf, asked);
    while !seek.step(state, shelf) {}
    seek.done()
}

/// Whether one's own sets tag a place already.
#[must_use]
pub fn tagged(state: &State, document: &DocumentState, hit: Hit, label: &LabelId) -> Tagged {
    let mut best = Tagged::No;
    for span in document.spans.overlapping(hit.range).filter(|span| state.is_own(span)) {
        if span.label == *label {
            if span.range == hit.range {
                return Tagged::Same(span.id.clone());
            }
            if hit.outer.covers(span.range) {
                best = Tagged::Limits(span.id.clone());
            }
        } else if span.range == hit.range && best == Tagged::No {
            best = Tagged::Other(span.id.clone(), span.label.clone());
        }
    }
    best
}

/// The most spellings of one string that are sought.
const SPELLINGS: usize = 64;

/// The ways to write some words by the spellings that were taught to be the same, themselves first. Of several words any
/// can be written otherwise, and a word keeps its article.
#[must_use]
pub fn spellings(words: &str, aliases: &[Vec<String>]) -> Vec<String> {
    let mut known = vec![words.to_owned()];
    let mut next = 0;
    while let Some(words) = known.get(next).cloned() {
        next += 1;
        let words = words.split_whitespace().collect::<Vec<_>>();
        for group in aliases {
            for (one, other) in group.iter().flat_map(|one| group.iter().map(move |other| (one, other))) {
                for written in rewritten(&words, one, other) {
                    if known.len() < SPELLINGS && !known.iter().any(|known| fold(known) == fold(&written)) {
                        known.push(written);
                    }
                }
            }
        }
    }
    known
}

/// The words with `one` replaced by `other`, once for each place where it stands.
fn rewritten(words: &[&str], one: &str, other: &str) -> Vec<String> {
    let sought = one.split_whitespace().map(fold).collect::<Vec<_>>();
    let folded = words.iter().map(|word| fold(word)).collect::<Vec<_>>();
    if sought.is_empty() || fold(one) == fold(other) {
        return Vec::new();
    }
    let places = folded.windows(sought.len()).enumerate().filter_map(|(at, there)| {
        let article = match there[0].strip_suffix(sought[0].as_str()) {
            Some("") => "",
            Some("ال") => "ال",
            _ => return None,
        };
        (there[1..] == sought[1..]).then_some((at, article))
    });
    places
        .map(|(at, article)| {
            let first = [article, other.trim()].concat();
            let parts = words[..at].iter().copied().chain([first.as_str()]).chain(words[at + sought.len()..].iter().copied());
            parts.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[cfg(test)]
mod tests;
