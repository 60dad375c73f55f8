//! The spans of a file brought to those that are here.

use super::super::{fill, time};
use super::Merge;
use crate::core::ids::{DocumentId, IdMaker, LabelId, SetId, SpanId};
use crate::core::op::{Change, Item, Op, SpanField};
use crate::core::range::TextRange;
use crate::core::span::Span;
use crate::core::state::State;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// What no set says twice.
type Saying = (DocumentId, SetId, LabelId, TextRange, Vec<TextRange>);

fn saying(document: &DocumentId, span: &Span) -> Saying {
    (document.clone(), span.set.clone(), span.label.clone(), span.range, span.fragments.clone())
}

/// The spans as they stand after the ops so far.
struct Here {
    homes: HashMap<SpanId, (DocumentId, Rc<Span>)>,
    said: HashMap<Saying, SpanId>,
}

impl Here {
    fn new(state: &State) -> Self {
        let all = || state.documents.iter().flat_map(|one| one.spans.iter().map(|span| (one.document.id.clone(), span.clone())));
        let homes = all().map(|(document, span)| (span.id.clone(), (document, span))).collect();
        let said = all().map(|(document, span)| (saying(&document, &span), span.id.clone())).collect();
        Self { homes, said }
    }
}

/// A span of the file that is to replace one here.
struct Later {
    document: DocumentId,
    before: Rc<Span>,
    after: Rc<Span>,
}

impl Merge<'_> {
    pub(super) fn spans(&mut self, ids: &mut IdMaker) {
        let mut here = Here::new(self.state);
        let (mut later, mut new) = (Vec::new(), Vec::new());
        for theirs in &self.file.documents {
            let Some(document) = self.documents.get(&theirs.document.id).cloned() else { continue };
            for span in theirs.spans.iter() {
                match here.homes.get(&span.id) {
                    Some((home, ours)) if *home == document && ours.set == span.set => {
                        self.spans.insert(span.id.clone(), span.id.clone());
                        match winner(ours, span) {
                            Some(after) => later.push(Later { document: document.clone(), before: ours.clone(), after }),
                            None => self.report.spans_passed += 1,
                        }
                    }
                    _ => new.push((document.clone(), span)),
                }
            }
        }
        self.change(later, &mut here);
        let taken =
            self.file.documents.iter().flat_map(|one| one.spans.iter()).map(|span| span.id.as_str()).collect::<HashSet<_>>();
        for (document, span) in new {
            let id = self.add(document, span, &mut here, || {
                let mut fresh = std::iter::repeat_with(|| ids.next_id());
                fresh.find(|id| !taken.contains(id.as_str())).unwrap_or_default()
            });
            self.spans.insert(span.id.clone(), id);
        }
    }

    /// Changes spans. One that would say what another still says waits until that one has changed too, and is
    /// passed over if it never does (or the two wait for each other).
    fn change(&mut self, mut later: Vec<Later>, here: &mut Here) {
        loop {
            let waiting = later.len();
            later.retain(|one| {
                let (old, new) = (saying(&one.document, &one.before), saying(&one.document, &one.after));
                if old != new {
                    if here.said.contains_key(&new) {
                        return true;
                    }
                    here.said.remove(&old);
                    here.said.insert(new, one.after.id.clone());
                }
                self.touch(&one.document);
                self.ops.push(Op::Change(Change::Span {
                    document: one.document.clone(),
                    span: one.before.id.clone(),
                    before: SpanField::Whole(one.before.clone()),
                    after: SpanField::Whole(one.after.clone()),
                    at: (one.before.updated_at.clone(), one.after.updated_at.clone()),
                }));
                self.report.spans_changed += 1;
                false
            });
            if later.is_empty() || later.len() == waiting {
                self.report.spans_passed += later.len() as u32;
                return;
            }
        }
    }

    /// Adds a span, unless its set says so already; tells what it is called here.
    fn add(&mut self, document: DocumentId, span: &Rc<Span>, here: &mut Here, mut fresh: impl FnMut() -> String) -> SpanId {
        let said = saying(&document, span);
        if let Some(twin) = here.said.get(&said) {
            self.report.spans_passed += 1;
            return twin.clone();
        }
        let mut span = span.clone();
        if here.homes.contains_key(&span.id) {
            let mut id = SpanId::new(fresh());
            while here.homes.contains_key(&id) {
                id = SpanId::new(fresh());
            }
            span = Rc::new(Span { id, ..Span::clone(&span) });
            self.report.renamed += 1;
        }
        let id = span.id.clone();
        self.touch(&document);
        here.said.insert(said, id.clone());
        here.homes.insert(id.clone(), (document.clone(), span.clone()));
        self.ops.push(Op::Add(Item::Span(document, span)));
        self.report.spans_added += 1;
        id
    }
}

/// What a span becomes that the file has too; `None` if it stays as it is.
fn winner(ours: &Rc<Span>, theirs: &Rc<Span>) -> Option<Rc<Span>> {
    match time::order(&theirs.updated_at).cmp(time::order(&ours.updated_at)) {
        Ordering::Less => None,
        Ordering::Equal => {
            // Neither is later: ours stands, with the fields that only the file has.
            let extra = fill::union(&ours.extra, &theirs.extra);
            (extra != ours.extra).then(|| Rc::new(Span { extra, ..Span::clone(ours) }))
        }
        Ordering::Greater => (ours != theirs).then(|| theirs.clone()),
    }
}
