//! Lint: what looks wrong in spans, each with its place and, where there is one, a fix.
//!
//! A file's spans keep their limits as they are (PRODUCT.md, "The model"), so this is where one sees what came in.
//! Website leftovers are passed over. Sets that are not one's own are looked at, each by itself, and never fixed.

mod doubles;
mod edges;
#[cfg(test)]
mod fixture;
mod labels;
pub mod mend;
mod quotes;
mod shape;
mod twins;

use super::ids::{DocumentId, LabelId, SpanId};
use super::memory::Memory;
use super::memory::lexicon::Lexicon;
use super::project::Role;
use super::range::TextRange;
use super::span::Span;
use super::state::State;
use std::rc::Rc;

pub use mend::{fix, fix_all};

/// What looks wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The same words, folded, have another label at most other places.
    SameFormOtherLabel,
    /// Words that are tagged at least twice elsewhere stand untagged here.
    UntaggedTwin,
    /// A limit is on punctuation.
    EdgePunctuation,
    /// A limit is on white space.
    EdgeSpace,
    /// A limit is on a tatweel.
    EdgeTatweel,
    /// A limit is on a direction mark or another character that nobody sees.
    EdgeBidiMark,
    /// A limit is between a letter and its mark.
    InsideCluster,
    /// A limit is inside a number.
    InsideNumber,
    /// One of a pair of quotation marks or brackets is inside, the other is not.
    UnbalancedQuotes,
    /// The same words have the same label twice.
    Duplicate,
    /// The label is retired.
    RetiredLabel,
}

impl Kind {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 11] = [
        Self::SameFormOtherLabel,
        Self::UntaggedTwin,
        Self::EdgePunctuation,
        Self::EdgeSpace,
        Self::EdgeTatweel,
        Self::EdgeBidiMark,
        Self::InsideCluster,
        Self::InsideNumber,
        Self::UnbalancedQuotes,
        Self::Duplicate,
        Self::RetiredLabel,
    ];
}

/// What would put it right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// The finding's first span gets these limits.
    SetRange(TextRange),
    /// The finding's first span gets this label.
    Relabel(LabelId),
    /// The finding's first span is deleted: what it says is said by another, or it holds no word.
    Delete,
    /// These words get this label.
    Tag(TextRange, LabelId),
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Its document.
    pub document: DocumentId,
    /// The spans it is about, the one that a fix changes first; none where words stand untagged.
    pub spans: Vec<SpanId>,
    /// Its place.
    pub range: TextRange,
    /// What would put it right; `None` where only a person can tell, and in sets that are not one's own.
    pub fix: Option<Fix>,
}

/// All findings of a project, by document and place.
#[must_use]
pub fn findings(state: &State) -> Vec<Finding> {
    findings_with(state, &Lexicon::new(state))
}

/// All findings, with the words of the documents read before: they must be those of this state.
#[must_use]
pub fn findings_with(state: &State, lexicon: &Lexicon) -> Vec<Finding> {
    let mut own = Memory::new(state, lexicon, |span| state.is_own(span));
    own.read();
    let mut found = Vec::new();
    for place in 0..state.documents.len() {
        shape::find(state, place, &mut found);
        doubles::find(state, place, &mut found);
        twins::find(state, &own, place, &mut found);
    }
    labels::find(state, &own, &mut found);
    for set in state.sets.iter().filter(|set| set.role != Role::Own) {
        let theirs = Memory::new(state, lexicon, |span| span.set == set.id);
        labels::find(state, &theirs, &mut found);
    }
    found.sort_by_key(|(place, finding)| {
        let range = finding.range;
        (*place, range.start(), std::cmp::Reverse(range.end()), finding.kind)
    });
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// The spans of a document that lint looks at.
fn spans(state: &State, document: usize) -> impl Iterator<Item = &Rc<Span>> {
    let document = &state.documents[document];
    document.spans.iter().filter(|span| !document.document.is_boilerplate(span.range))
}

/// A fix that gives a span other limits or another label. Where one's own spans say that already, this one is deleted
/// instead, unless it has something to say beyond them.
fn changed(state: &State, document: usize, span: &Span, after: Span) -> Option<Fix> {
    if !state.is_own(span) {
        return None;
    }
    let spans = &state.documents[document].spans;
    let same = |other: &&Rc<Span>| {
        other.id != span.id
            && state.is_own(other)
            && (other.range, &other.label, &other.fragments) == (after.range, &after.label, &after.fragments)
    };
    match spans.overlapping(after.range).find(same) {
        Some(twin) => adds_nothing(span, twin).then_some(Fix::Delete),
        None if after.range != span.range => Some(Fix::SetRange(after.range)),
        None => Some(Fix::Relabel(after.label)),
    }
}

/// Whether a span says nothing that its twin does not say.
fn adds_nothing(span: &Span, twin: &Span) -> bool {
    (span.note.is_empty() || span.note == twin.note) && (span.attributes.is_empty() || span.attributes == twin.attributes)
}
