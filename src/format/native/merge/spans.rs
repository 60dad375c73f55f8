//! The spans of a file brought to those that are here.

use super::super::{fill, time};
use super::Merge;
use crate::core::ids::{DocumentId, IdMaker, SpanId};
use crate::core::names::{Index, Names};
use crate::core::op::{Change, Item, Op, SpanField};
use crate::core::span::Span;
use crate::core::state::State;
use std::cmp::Ordering;
use std::rc::Rc;

/// What no set says twice.
fn saying(document: &DocumentId, span: &Span) -> String {
    [document.as_str(), " ", &span.saying()].concat()
}

/// The spans as they stand after the ops so far.
struct Here {
    homes: Index<(DocumentId, Rc<Span>)>,
    said: Index<SpanId>,
}

impl Here {
    fn new(state: &State) -> Self {
        let (mut homes, mut said) = (Index::default(), Index::default());
        for document in &state.documents {
            let id = &document.document.id;
            for span in document.spans.iter() {
                homes.set(span.id.as_str(), (id.clone(), span.clone()));
                said.set(&saying(id, span), span.id.clone());
            }
        }
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
            let Some(document) = self.documents.get(theirs.document.id.as_str()).cloned() else { continue };
            for span in theirs.spans.iter() {
                match here.homes.get(span.id.as_str()) {
                    Some((home, ours)) if *home == document && ours.set == span.set => {
                        self.spans.set(span.id.as_str(), span.id.clone());
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
        let mut taken = Names::default();
        for span in self.file.documents.iter().flat_map(|one| one.spans.iter()) {
            taken.add(span.id.as_str());
        }
        for (document, span) in new {
            let id = self.add(document, span, &mut here, &taken, ids);
            self.spans.set(span.id.as_str(), id);
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
                    if here.said.get(&new).is_some() {
                        return true;
                    }
                    here.said.remove(&old);
                    here.said.set(&new, one.after.id.clone());
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
    fn add(&mut self, document: DocumentId, span: &Rc<Span>, here: &mut Here, taken: &Names, ids: &mut IdMaker) -> SpanId {
        let said = saying(&document, span);
        if let Some(twin) = here.said.get(&said) {
            self.report.spans_passed += 1;
            return twin.clone();
        }
        let mut span = span.clone();
        if here.homes.get(span.id.as_str()).is_some() {
            let mut id = ids.next_id();
            while taken.has(&id) || here.homes.get(&id).is_some() {
                id = ids.next_id();
            }
            span = Rc::new(Span { id: SpanId::new(id), ..Span::clone(&span) });
            self.report.renamed += 1;
        }
        let id = span.id.clone();
        self.touch(&document);
        here.said.set(&said, id.clone());
        here.homes.set(id.as_str(), (document.clone(), span.clone()));
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
