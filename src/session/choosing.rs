//! Choosing spans, entering and leaving, going from document to document.

use super::effect::{Effect, Focus};
use super::message::Message;
use super::message::Tone;
use super::model::{Saved, StoreFacts};
use super::selecting::first;
use super::update::Turn;
use crate::core::caret::Selection;
use crate::core::command::Edge;
use crate::core::ids::{DocumentId, SpanId};
use crate::core::op::{Change, Item, Op};
use crate::core::order;
use crate::core::range::TextRange;
use crate::core::refusal::Refusal;
use crate::core::snap;
use crate::core::span::Span;
use crate::core::transaction::Transaction;
use crate::core::units::Offset;
use std::rc::Rc;

impl Turn {
    /// Enter begins tagging; on the surface it gives the armed label to the selection, else chooses the spans at the caret.
    pub(super) fn enter(&mut self) {
        let Some(document) = self.session.document().cloned() else { return };
        if let Some(armed) = self.session.armed.clone().filter(|_| self.session.selected().is_some()) {
            self.label(&armed);
            return;
        }
        if !self.session.tagging {
            self.session.tagging = true;
            let at = self.session.selection.unwrap_or(Selection::caret(first(&document)));
            self.session.selection = Some(at);
            self.effects.push(Effect::Focus(Focus::Surface));
            self.effects.push(Effect::Announce(Message::TaggingBegun));
            return;
        }
        let Some(at) = self.session.selection.map(|selection| selection.head) else { return };
        let here = TextRange::new(at, snap::next_grapheme(&document.document.text, at));
        let mut spans = document.spans.overlapping(here).filter(|span| self.shows(span)).cloned().collect::<Vec<_>>();
        order::sort_few(&mut spans, |a, b| a.range.len().cmp(&b.range.len()));
        self.click(spans.iter().map(|span| span.id.clone()).collect(), false);
        self.say_reached();
    }

    /// Leaves the innermost thing that is under way.
    pub(super) fn leave(&mut self) {
        let session = &mut self.session;
        if session.dialog.take().is_some() || session.held.take().is_some() {
            return;
        }
        if session.note.is_some() {
            self.drop_note();
        } else if let Some(selection) = session.selected() {
            session.selection = session.tagging.then_some(Selection::caret(selection.head));
        } else if session.armed.is_some() {
            self.arm(None);
        } else if !session.chosen.is_empty() {
            session.chosen.clear();
            session.under.clear();
        } else if session.tagging {
            session.tagging = false;
            session.selection = None;
            self.effects.push(Effect::Announce(Message::TaggingLeft));
        } else {
            session.notice = None;
        }
    }

    /// A click on spans: the innermost, or the next one where the same were clicked before.
    pub(super) fn click(&mut self, spans: Vec<SpanId>, add: bool) {
        self.keep_note();
        self.session.held = None;
        if !add {
            self.session.selection = self.session.selection.filter(|selection| selection.is_caret());
        }
        let Some(first) = spans.first().cloned() else {
            if !add {
                self.session.chosen.clear();
                self.session.under.clear();
            }
            return;
        };
        let again = self.session.chosen.last().and_then(|active| spans.iter().position(|span| span == active));
        let next = match again {
            Some(place) if self.session.under == spans => spans[(place + 1) % spans.len()].clone(),
            _ => first,
        };
        self.pick(next, add);
        self.session.under = if spans.len() > 1 { spans } else { Vec::new() };
    }

    /// Chooses a span and shows it.
    pub(super) fn choose(&mut self, span: &SpanId, add: bool) {
        self.keep_note();
        self.session.held = None;
        if !add {
            self.session.selection = self.session.selection.filter(|selection| selection.is_caret());
        }
        if !add && self.session.tagging {
            // The caret comes along, so that the next key means this span and not a word elsewhere.
            let end = self.session.state.span(&self.session.open, span).map(|span| Selection::caret(span.range.end()));
            self.session.selection = end.or(self.session.selection);
        }
        if !self.session.under.contains(span) {
            self.session.under.clear();
        }
        self.pick(span.clone(), add);
        if let Some(range) = self.session.active().map(|span| span.range) {
            self.effects.push(Effect::Reveal(range));
        }
    }

    fn pick(&mut self, span: SpanId, add: bool) {
        let chosen = &mut self.session.chosen;
        if !add {
            chosen.clear();
        }
        let there = chosen.contains(&span);
        chosen.retain(|other| *other != span);
        if !(add && there) {
            chosen.push(span);
        }
    }

    pub(super) fn choose_all(&mut self, spans: Vec<SpanId>) {
        self.keep_note();
        self.session.chosen = spans;
        self.session.under.clear();
        self.session.held = None;
        self.session.selection = None;
    }

    /// The next or previous span of the open document, from the active one or the caret; round at the ends.
    pub(super) fn other_span(&mut self, next: bool) {
        let Some(document) = self.session.document().cloned() else { return };
        let shown = document.spans.iter().filter(|span| self.shows(span)).cloned().collect::<Vec<_>>();
        if shown.is_empty() {
            self.refuse(Refusal::NoSpan);
            return;
        }
        let active = self.session.chosen.last().and_then(|id| shown.iter().position(|span| span.id == *id));
        let caret = self.session.selection.map_or(Offset(0), |selection| selection.head);
        let after = shown.partition_point(|span| span.range.start() < caret);
        let place = match (active, next) {
            (Some(place), true) => (place + 1) % shown.len(),
            (Some(place), false) => (place + shown.len() - 1) % shown.len(),
            (None, true) => after % shown.len(),
            (None, false) => (after + shown.len() - 1) % shown.len(),
        };
        self.choose(&shown[place].id, false);
        self.say_reached();
    }

    fn say_reached(&mut self) {
        let Some(document) = self.session.document() else { return };
        let Some(span) = self.session.active() else { return };
        let place = document.spans.iter().position(|other| other.id == span.id).map_or(0, |place| place as u32 + 1);
        let words = span.words(&document.document.text);
        let message = Message::Reached(span.label.clone(), words, place, document.spans.len() as u32);
        self.effects.push(Effect::Announce(message));
    }

    pub(super) fn hold(&mut self, edge: Edge) {
        if self.session.active().is_none() && self.session.selected().is_none() {
            self.refuse(Refusal::NoSpan);
            return;
        }
        self.session.held = Some(edge);
        self.session.tagging = true;
        self.effects.push(Effect::Focus(Focus::Surface));
    }

    /// Opens a document; where a span is named, chooses and shows it.
    pub(super) fn open(&mut self, document: &DocumentId, span: Option<&SpanId>) {
        if self.session.state.document(document).is_none() {
            return;
        }
        self.keep_note();
        if self.session.open != *document {
            self.session.open = document.clone();
            self.session.selection = None;
            self.session.chosen.clear();
            self.session.under.clear();
            self.session.held = None;
        }
        if let Some(span) = span.filter(|span| self.session.state.span(document, span).is_some()) {
            self.choose(span, false);
        }
    }

    pub(super) fn other_document(&mut self, next: bool) {
        let documents = &self.session.state.documents;
        let Some(place) = documents.iter().position(|state| state.document.id == self.session.open) else { return };
        let other = if next { place + 1 } else { place + documents.len() - 1 } % documents.len();
        let id = documents[other].document.id.clone();
        self.open(&id, None);
    }

    /// Shows the document that a change is about.
    pub(super) fn show(&mut self, transaction: &Transaction) {
        if let Some(document) = transaction.document.clone() {
            self.open(&document, None);
        }
    }

    /// Chooses what a change touched in the open document, and shows it.
    pub(super) fn choose_touched(&mut self, transaction: &Transaction) {
        let Some(document) = self.session.document().cloned() else { return };
        // What touches no span, such as a relation, leaves the choice as it is.
        let span = |op: &Op| matches!(op, Op::Add(Item::Span(..)) | Op::Remove(Item::Span(..)) | Op::Change(Change::Span { .. }));
        if !transaction.ops.iter().any(span) {
            return;
        }
        let touched = transaction.ops.iter().filter_map(|op| match op {
            Op::Add(Item::Span(document, span)) => Some((document, &span.id)),
            Op::Change(Change::Span { document, span, .. }) => Some((document, span)),
            _ => None,
        });
        let here = touched.filter(|(of, id)| **of == self.session.open && document.spans.get(id).is_some());
        let chosen = here.map(|(_, id)| id.clone()).collect::<Vec<_>>();
        self.session.selection = self.session.selection.filter(|selection| selection.is_caret());
        self.session.chosen = if chosen.len() > 20 { Vec::new() } else { chosen };
        self.session.under.clear();
        let removed = transaction.ops.iter().find_map(|op| match op {
            Op::Remove(Item::Span(of, span)) if *of == self.session.open => Some(span.range),
            _ => None,
        });
        if let Some(range) = self.session.active().map(|span| span.range).or(removed) {
            self.effects.push(Effect::Reveal(range));
        }
    }

    /// Lets go of spans that are not there any more.
    pub(super) fn forget_missing(&mut self) {
        let Some(document) = self.session.document().cloned() else { return };
        let there = |id: &SpanId| document.spans.get(id).is_some();
        self.session.chosen.retain(there);
        self.session.under.retain(there);
        let tagset = &self.session.state.tagset;
        self.session.armed = self.session.armed.take().filter(|label| tagset.get(label).is_some());
        if self.session.chosen.is_empty() && self.session.selected().is_none() {
            self.session.held = None;
        }
        if self.session.note.as_ref().is_some_and(|note| self.session.state.span(&note.document, &note.span).is_none()) {
            self.session.note = None;
            self.effects.push(Effect::Draft(None));
        }
    }

    /// Whether the work is on disk. As long as it is nowhere but here, the page says so.
    pub(super) fn kept(&mut self, saved: Saved) {
        self.session.saved = saved;
        if saved == Saved::Failed && self.session.notice.is_none() {
            self.notify(Tone::Error, vec![Message::NoStore]);
        }
    }

    /// What the stores can do; what is wrong is said at once.
    pub(super) fn stores(&mut self, facts: StoreFacts) {
        let before = std::mem::replace(&mut self.session.stores, facts);
        if before == facts {
            return;
        }
        let mut messages = Vec::new();
        if !facts.local && !facts.mirror {
            messages.push(Message::NoStore);
        } else if !facts.mirror {
            messages.push(Message::LocalOnly);
        } else if !facts.local {
            messages.push(Message::MirrorOnly);
        }
        if facts.newer {
            messages.push(Message::OlderPage);
        }
        if facts.set_aside > 0 {
            messages.push(Message::SetAside(facts.set_aside));
        }
        if !messages.is_empty() {
            self.notify(Tone::Error, messages);
        }
    }

    fn shows(&self, span: &Rc<Span>) -> bool {
        self.session.shows(span)
    }
}
