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

/// A way through spans in order, which can leave out a chunk that it stands at the start of.
struct Walk<'a> {
    chunks: &'a [Rc<Chunk>],
    place: usize,
}

impl<'a> Walk<'a> {
    fn over(chunks: &'a Chunks) -> Self {
        Self { chunks: &chunks.0, place: 0 }
    }

    fn chunk(&self) -> Option<&'a Rc<Chunk>> {
        self.chunks.first().filter(|_| self.place == 0)
    }

    fn pass(&mut self) {
        self.chunks = self.chunks.get(1..).unwrap_or_default();
        self.place = 0;
    }

    fn span(&self) -> Option<&'a Rc<Span>> {
        self.chunks.first()?.spans.get(self.place)
    }

    fn next(&mut self) -> Option<&'a Rc<Span>> {
        let span = self.span()?;
        self.place += 1;
        if self.place == self.chunks.first()?.spans.len() {
            self.pass();
        }
        Some(span)
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

    /// The spans that `self` has and `other` has not, and those that only `other` has; a span that was changed is in both.
    /// Chunks that both share are passed over, so that it costs what a change was, not what a set is.
    #[must_use]
    pub fn difference<'a>(&'a self, other: &'a Self) -> (Vec<&'a Rc<Span>>, Vec<&'a Rc<Span>>) {
        let (mut ours, mut theirs) = (Walk::over(&self.placed), Walk::over(&other.placed));
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        loop {
            while ours.chunk().zip(theirs.chunk()).is_some_and(|(one, two)| Rc::ptr_eq(one, two)) {
                ours.pass();
                theirs.pass();
            }
            let order = match (ours.span(), theirs.span()) {
                (Some(one), Some(two)) => by_place(one, two),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return (gone, come),
            };
            let one = if order.is_le() { ours.next() } else { None };
            let two = if order.is_ge() { theirs.next() } else { None };
            if one.zip(two).is_none_or(|(one, two)| !Rc::ptr_eq(one, two) && one != two) {
                gone.extend(one);
                come.extend(two);
            }
        }
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
    fn a_difference_is_what_was_changed() {
        let bare = |i: u32| bare_span(&format!("s{i}"), "PERS", (i * 37) % 997, (i * 37) % 997 + 1 + i % 13);
        let old = SpanSet::from_spans((0..2_000).map(|i| Rc::new(bare(i))).collect());
        let mut new = old.clone();
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        // Taken away here, added there, changed in place elsewhere; so many that chunks are divided and emptied.
        for i in (0..2_000).filter(|i| i % 7 == 0 || i % 400 < 150) {
            new.remove(&bare(i));
            gone.push(bare(i));
            if i % 2 == 0 {
                let noted = Span { note: "ملاحظة".into(), ..bare(i) };
                new.insert(Rc::new(noted.clone()));
                come.push(noted);
            }
        }
        for i in 2_000..2_300 {
            new.insert(Rc::new(bare(i)));
            come.push(bare(i));
        }
        let sorted = |mut spans: Vec<Span>| {
            spans.sort_by(by_place);
            spans
        };
        let plain = |spans: Vec<&Rc<Span>>| spans.into_iter().map(|span| (**span).clone()).collect::<Vec<_>>();
        let (only_old, only_new) = old.difference(&new);
        assert_eq!(plain(only_old), sorted(gone));
        assert_eq!(plain(only_new), sorted(come));
        assert_eq!(old.difference(&old.clone()), (Vec::new(), Vec::new()));
        // Sets that share no chunk differ by what they hold, all the same.
        let alike = SpanSet::from_spans(new.iter().map(|span| Rc::new((**span).clone())).collect());
        assert_eq!(new.difference(&alike), (Vec::new(), Vec::new()));
        assert_eq!(SpanSet::default().difference(&new).1.len(), new.len());
    }

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
