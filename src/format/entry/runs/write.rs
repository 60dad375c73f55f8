//! The writing of runs. The first moments of a visit have no change that is long enough for one, so this comes with the
//! rest of the program: see [`super::LEAST`].

use super::{AT, FIELDS, LEAST, LONGEST, NUMBERS, RUN, UPDATED};
use crate::core::ids::DocumentId;
use crate::core::op::{Item, Op};
use crate::format::json;
use crate::format::shape::Shape;

/// More spans than this make another run: what reads them holds the numbers of one run at a time.
pub(super) const MOST: usize = 512;

/// Of this many values of one field (beginnings of ids, say) a run ends.
pub(super) const VALUES: usize = 32;

/// A plain span put in or taken out.
struct Plain<'a> {
    adds: bool,
    document: &'a DocumentId,
    texts: [&'a str; FIELDS.len()],
    numbers: [u32; NUMBERS],
}

impl<'a> Plain<'a> {
    fn of(op: &'a Op) -> Option<Self> {
        let (adds, item) = match op {
            Op::Add(item) => (true, item),
            Op::Remove(item) => (false, item),
            Op::Change(_) => return None,
        };
        let Item::Span(document, span) = item else { return None };
        let more = span.fragments.is_empty() && span.note.is_empty() && span.attributes.is_empty() && span.extra.is_empty();
        let (ids, digits) = span.id.as_str().rsplit_once('-')?;
        let number = digits.parse().ok().filter(|number: &u32| number.to_string() == digits)?;
        let texts = [span.set.as_str(), span.label.as_str(), &span.created_at, ids, &span.updated_at];
        let short = texts.iter().all(|text| text.len() <= LONGEST);
        let numbers = [number, span.range.start().0, span.range.end().0];
        (more && short).then_some(Self { adds, document, texts, numbers })
    }
}

/// Spans that follow one another, put into one document or taken out of it.
pub struct Run<'a> {
    adds: bool,
    document: &'a DocumentId,
    /// The texts of each field; none of `updated` where it is always `at`.
    texts: [Vec<&'a str>; FIELDS.len()],
    /// Of each span the numbers, then which of the texts of each field.
    spans: Vec<[u32; NUMBERS + FIELDS.len()]>,
    /// Whether one of them was changed after it was made.
    changed: bool,
}

/// The run that begins with the first op, if it is long enough to be written as one.
#[must_use]
#[inline(never)]
pub fn run(ops: &[Op]) -> Option<Run<'_>> {
    let first = Plain::of(ops.first()?)?;
    let (adds, document) = (first.adds, first.document);
    let mut run = Run { adds, document, texts: Default::default(), spans: Vec::new(), changed: false };
    for plain in ops.iter().take(MOST).map_while(Plain::of) {
        if plain.adds != adds || plain.document != document || !run.take(&plain) {
            break;
        }
    }
    if !run.changed {
        run.texts[UPDATED].clear();
    }
    (run.spans.len() >= LEAST).then_some(run)
}

impl<'a> Run<'a> {
    /// Takes one more, unless that is one text too many.
    fn take(&mut self, plain: &Plain<'a>) -> bool {
        let mut span = [0; NUMBERS + FIELDS.len()];
        span[..NUMBERS].copy_from_slice(&plain.numbers);
        for ((texts, text), which) in self.texts.iter_mut().zip(plain.texts).zip(&mut span[NUMBERS..]) {
            let known = texts.iter().position(|known| *known == text);
            if known.is_none() && texts.len() == VALUES {
                return false;
            }
            *which = known.unwrap_or(texts.len()) as u32;
            if known.is_none() {
                texts.push(text);
            }
        }
        self.changed |= plain.texts[AT] != plain.texts[UPDATED];
        self.spans.push(span);
        true
    }

    /// How many spans it has.
    pub const fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether its spans differ in more than their ids and limits.
    pub fn is_unlike(&self) -> bool {
        self.texts.iter().any(|texts| texts.len() > 1)
    }
}

/// Appends a run as JSON.
#[inline(never)]
pub fn put_run(run: &Run, out: &mut String) {
    out.push('{');
    json::field(RUN, out);
    out.push('{');
    json::field("adds", out);
    run.adds.put(out);
    json::field("document", out);
    run.document.put(out);
    for (name, texts) in FIELDS.iter().zip(&run.texts) {
        if texts.is_empty() {
            continue;
        }
        json::field(name, out);
        let several = texts.len() > 1;
        if several {
            out.push('[');
        }
        for (nth, text) in texts.iter().enumerate() {
            if nth > 0 {
                out.push(',');
            }
            json::string(text, out);
        }
        if several {
            out.push(']');
        }
    }
    json::field("spans", out);
    out.push('[');
    for span in &run.spans {
        for (nth, number) in span.iter().enumerate() {
            if nth < NUMBERS || run.texts[nth - NUMBERS].len() > 1 {
                json::next(out);
                number.put(out);
            }
        }
    }
    out.push_str("]}}");
}
