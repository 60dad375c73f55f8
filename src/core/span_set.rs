//! The spans of a document, sorted and shared.
//!
//! Spans stand in chunks of at most [`CHUNK`]; each chunk knows how far its spans reach. A change
//! copies one chunk and the list of chunks; a query passes over chunks that end too early. All are
//! `Rc`, so that an old and a new set share what did not change.

use super::ids::SpanId;
use super::order;
use super::range::TextRange;
use super::span::Span;
use super::units::Offset;
use std::rc::Rc;

/// Spans in a chunk before it is divided.
const CHUNK: usize = 128;

#[derive(Debug)]
struct Chunk {
    spans: Vec<Rc<Span>>,
    reach: Offset,
}

impl Chunk {
    fn new(spans: Vec<Rc<Span>>) -> Rc<Self> {
        let reach = spans.iter().map(|span| span.range.end()).max().unwrap_or_default();
        Rc::new(Self { spans, reach })
    }
}

/// A document's spans: by start, the longer first, then by id. Ids are unique.
#[derive(Debug, Clone, Default)]
pub struct SpanSet {
    chunks: Vec<Rc<Chunk>>,
    count: usize,
}

/// The same spans are the same set, however they fell into chunks.
impl PartialEq for SpanSet {
    fn eq(&self, other: &Self) -> bool {
        let shared =
            self.chunks.len() == other.chunks.len() && self.chunks.iter().zip(&other.chunks).all(|(a, b)| Rc::ptr_eq(a, b));
        shared || (self.count == other.count && self.iter().eq(other.iter()))
    }
}

impl Eq for SpanSet {}

impl SpanSet {
    /// A set of these spans, in whatever order they come.
    #[must_use]
    pub fn from_spans(mut spans: Vec<Rc<Span>>) -> Self {
        order::sort(&mut spans, |a, b| a.order().cmp(&b.order()));
        let count = spans.len();
        let chunks = spans.chunks(CHUNK).map(|part| Chunk::new(part.to_vec())).collect();
        Self { chunks, count }
    }

    /// How many.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Span>> {
        self.chunks.iter().flat_map(|chunk| chunk.spans.iter())
    }

    /// The span of that id. Walks the set.
    #[must_use]
    pub fn get(&self, id: &SpanId) -> Option<&Rc<Span>> {
        self.iter().find(|span| span.id == *id)
    }

    /// The spans whose hull shares a character with `range`, in order.
    pub fn overlapping(&self, range: TextRange) -> impl Iterator<Item = &Rc<Span>> {
        let near = self.chunks.iter().filter(move |chunk| chunk.reach > range.start());
        let near = near.take_while(move |chunk| chunk.spans.first().is_some_and(|span| span.range.start() < range.end()));
        near.flat_map(|chunk| chunk.spans.iter()).filter(move |span| span.range.overlaps(range))
    }

    /// A span of the set that says the same of the same text.
    #[must_use]
    pub fn repeated(&self, span: &Span) -> Option<&Rc<Span>> {
        self.overlapping(span.range).find(|other| other.id != span.id && other.repeats(span))
    }

    /// The set with one span more.
    #[must_use]
    pub fn with(&self, span: Rc<Span>) -> Self {
        let mut chunks = self.chunks.clone();
        let after = chunks.partition_point(|chunk| chunk.spans.first().is_some_and(|first| first.order() <= span.order()));
        let at = after.saturating_sub(1);
        let mut spans = chunks.get(at).map_or_else(Vec::new, |chunk| chunk.spans.clone());
        spans.insert(spans.partition_point(|other| other.order() <= span.order()), span);
        let half = if spans.len() > CHUNK { spans.len() / 2 } else { spans.len() };
        let parts = spans.chunks(half).map(|part| Chunk::new(part.to_vec())).collect::<Vec<_>>();
        let replaced = usize::from(at < chunks.len());
        chunks.splice(at..at + replaced, parts);
        Self { chunks, count: self.count + 1 }
    }

    /// The set without that span; the same set where it has none of that id at that place.
    #[must_use]
    pub fn without(&self, span: &Span) -> Self {
        let after = self.chunks.partition_point(|chunk| chunk.spans.first().is_some_and(|first| first.order() <= span.order()));
        let Some(at) = after.checked_sub(1) else { return self.clone() };
        let Some(place) = self.chunks[at].spans.iter().position(|other| other.id == span.id) else { return self.clone() };
        let mut chunks = self.chunks.clone();
        let mut spans = chunks[at].spans.clone();
        spans.remove(place);
        if spans.is_empty() {
            chunks.remove(at);
        } else {
            chunks[at] = Chunk::new(spans);
        }
        Self { chunks, count: self.count - 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::bare_span;

    #[test]
    fn adding_and_removing_keeps_order_and_queries_exact() {
        let mut set = SpanSet::default();
        let mut all = Vec::new();
        // A fixed scatter: every start below 97, lengths 1 to 13, some repeated.
        for i in 0..600_u32 {
            let start = (i * 37) % 97;
            let span = bare_span(&format!("s{i}"), "PERS", start, start + 1 + i % 13);
            set = set.with(Rc::new(span.clone()));
            all.push(span);
        }
        let check = |set: &SpanSet, all: &[Span]| {
            assert_eq!(set.len(), all.len());
            let orders = set.iter().map(|s| s.order()).collect::<Vec<_>>();
            assert!(orders.windows(2).all(|pair| pair[0] < pair[1]));
            for start in (0..110).step_by(7) {
                let range = TextRange::of(start, start + 5);
                let found = set.overlapping(range).map(|s| s.id.clone()).collect::<std::collections::BTreeSet<_>>();
                let expected = all.iter().filter(|s| s.range.overlaps(range)).map(|s| s.id.clone()).collect();
                assert_eq!(found, expected);
            }
        };
        check(&set, &all);
        assert_eq!(
            SpanSet::from_spans(all.iter().cloned().map(Rc::new).collect()).iter().collect::<Vec<_>>(),
            set.iter().collect::<Vec<_>>()
        );
        while let Some(span) = all.pop() {
            set = set.without(&span);
            if all.len() % 50 == 0 {
                check(&set, &all);
            }
        }
        assert!(set.is_empty());
        assert_eq!(set.without(&bare_span("none", "PERS", 0, 1)), set);
    }
}
