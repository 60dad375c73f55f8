//! The spans of a document, sorted and shared.
//!
//! Spans stand in chunks of at most [`CHUNK`], once by place and once by id; each chunk knows how far its spans reach. A
//! change copies the chunks it touches and the lists of chunks, unless nobody else holds them: then it is made in place,
//! so that ten thousand spans of one transaction copy little. A query passes over chunks that end too early. All are
//! `Rc`, so that an old and a new set share what did not change.

use super::ids::SpanId;
use super::order;
use super::range::TextRange;
use super::span::Span;
use super::units::Offset;
use std::cmp::Ordering;
use std::rc::Rc;

/// Spans in a chunk before it is divided.
const CHUNK: usize = 128;

type Order = fn(&Span, &Span) -> Ordering;

fn by_place(one: &Span, other: &Span) -> Ordering {
    one.order().cmp(&other.order())
}

fn by_id(one: &Span, other: &Span) -> Ordering {
    one.id.cmp(&other.id)
}

#[derive(Debug, Clone)]
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

/// Spans in one order.
#[derive(Debug, Clone, Default)]
struct Chunks(Vec<Rc<Chunk>>);

impl Chunks {
    fn of(mut spans: Vec<Rc<Span>>, order: Order) -> Self {
        order::sort(&mut spans, |one, other| order(one, other));
        Self(spans.chunks(CHUNK).map(|part| Chunk::new(part.to_vec())).collect())
    }

    /// How many chunks begin with a span that `is_before`.
    fn after(&self, is_before: impl Fn(&Span) -> bool) -> usize {
        self.0.partition_point(|chunk| chunk.spans.first().is_some_and(|first| is_before(first)))
    }

    fn insert(&mut self, span: Rc<Span>, order: Order) {
        let at = self.after(|first| order(first, &span).is_le()).saturating_sub(1);
        let Some(chunk) = self.0.get_mut(at) else {
            self.0.push(Chunk::new(vec![span]));
            return;
        };
        let chunk = Rc::make_mut(chunk);
        chunk.reach = chunk.reach.max(span.range.end());
        chunk.spans.insert(chunk.spans.partition_point(|other| order(other, &span).is_le()), span);
        if chunk.spans.len() > CHUNK {
            let rest = chunk.spans.split_off(CHUNK / 2);
            let first = Chunk::new(std::mem::take(&mut chunk.spans));
            self.0[at] = first;
            self.0.insert(at + 1, Chunk::new(rest));
        }
    }

    /// Whether the span of that id stood at that place.
    fn remove(&mut self, span: &Span, order: Order) -> bool {
        let Some(at) = self.after(|first| order(first, span).is_le()).checked_sub(1) else { return false };
        let Ok(place) = self.0[at].spans.binary_search_by(|other| order(other, span)) else { return false };
        if self.0[at].spans.len() == 1 {
            self.0.remove(at);
        } else {
            let chunk = Rc::make_mut(&mut self.0[at]);
            let gone = chunk.spans.remove(place);
            if gone.range.end() == chunk.reach {
                chunk.reach = chunk.spans.iter().map(|span| span.range.end()).max().unwrap_or_default();
            }
        }
        true
    }
}

/// A document's spans: by start, the longer first, then by id. Ids are unique.
#[derive(Debug, Clone, Default)]
pub struct SpanSet {
    placed: Chunks,
    named: Chunks,
    count: usize,
}

/// The same spans are the same set, however they fell into chunks.
impl PartialEq for SpanSet {
    fn eq(&self, other: &Self) -> bool {
        let (ours, theirs) = (&self.placed.0, &other.placed.0);
        let shared = ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| Rc::ptr_eq(a, b));
        shared || (self.count == other.count && self.iter().eq(other.iter()))
    }
}

impl Eq for SpanSet {}

impl SpanSet {
    /// A set of these spans, in whatever order they come.
    #[must_use]
    pub fn from_spans(spans: Vec<Rc<Span>>) -> Self {
        let count = spans.len();
        Self { placed: Chunks::of(spans.clone(), by_place), named: Chunks::of(spans, by_id), count }
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
        self.placed.0.iter().flat_map(|chunk| chunk.spans.iter())
    }

    /// The span of that id.
    #[must_use]
    pub fn get(&self, id: &SpanId) -> Option<&Rc<Span>> {
        let at = self.named.after(|first| first.id <= *id).checked_sub(1)?;
        let spans = &self.named.0[at].spans;
        spans.binary_search_by(|span| span.id.cmp(id)).ok().map(|place| &spans[place])
    }

    /// The spans whose hull shares a character with `range`, in order.
    pub fn overlapping(&self, range: TextRange) -> impl Iterator<Item = &Rc<Span>> {
        let near = self.placed.0.iter().filter(move |chunk| chunk.reach > range.start());
        let near = near.take_while(move |chunk| chunk.spans.first().is_some_and(|span| span.range.start() < range.end()));
        near.flat_map(|chunk| chunk.spans.iter()).filter(move |span| span.range.overlaps(range))
    }

    /// A span of the set that says the same of the same text.
    #[must_use]
    pub fn repeated(&self, span: &Span) -> Option<&Rc<Span>> {
        self.overlapping(span.range).find(|other| other.id != span.id && other.repeats(span))
    }

    /// Adds a span, whose id the set must not have yet. Sets cloned from this one stay as they are.
    pub fn insert(&mut self, span: Rc<Span>) {
        self.placed.insert(span.clone(), by_place);
        self.named.insert(span, by_id);
        self.count += 1;
    }

    /// Takes that span out; nothing happens where the set has none of that id at that place.
    pub fn remove(&mut self, span: &Span) {
        if self.placed.remove(span, by_place) {
            self.named.remove(span, by_id);
            self.count -= 1;
        }
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
            let before = set.clone();
            set.insert(Rc::new(span.clone()));
            assert!(before.len() + 1 == set.len() && before.get(&span.id).is_none());
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
            assert!(all.iter().all(|span| set.get(&span.id).is_some_and(|found| **found == *span)));
        };
        check(&set, &all);
        assert_eq!(
            SpanSet::from_spans(all.iter().cloned().map(Rc::new).collect()).iter().collect::<Vec<_>>(),
            set.iter().collect::<Vec<_>>()
        );
        while let Some(span) = all.pop() {
            let before = set.clone();
            set.remove(&span);
            assert!(before.get(&span.id).is_some() && set.get(&span.id).is_none());
            if all.len() % 50 == 0 {
                check(&set, &all);
            }
        }
        assert!(set.is_empty());
        set.insert(Rc::new(bare_span("one", "PERS", 0, 1)));
        let before = set.clone();
        set.remove(&bare_span("none", "PERS", 0, 1));
        set.remove(&bare_span("one", "PERS", 1, 2));
        assert_eq!(set, before);
    }
}
