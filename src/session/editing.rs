//! Labels, edges, notes: what changes spans.

use super::effect::{Effect, Focus};
use super::message::{Message, Tone};
use super::model::NoteDraft;
use super::update::Turn;
use crate::core::caret::Selection;
use crate::core::command::{self, Command, Context, SpanRef};
use crate::core::history::Act;
use crate::core::ids::{IdMaker, LabelId};
use crate::core::op::{Item, Op};
use crate::core::pieces::piece_at;
use crate::core::range::TextRange;
use crate::core::refusal::Refusal;
use crate::core::span::Span;
use crate::core::transaction::Transaction;
use std::rc::Rc;

impl Turn {
    /// Gives a label to the selection, else to the chosen spans.
    pub(super) fn label(&mut self, label: &LabelId) {
        self.tag(label, self.session.armed.as_ref() == Some(label));
    }

    /// The same; a whole word may be cut as was done last for the label.
    pub(super) fn tag(&mut self, label: &LabelId, cut: bool) {
        let Some(selection) = self.session.selected() else {
            if self.session.chosen.is_empty() {
                self.refuse(Refusal::NothingSelected);
            } else {
                self.relabel(label);
            }
            return;
        };
        let first = self.session.history.is_empty();
        let range = self.cut_for(Some(label).filter(|_| cut), selection.range());
        let command = Command::Tag(self.session.open.clone(), range, label.clone());
        let Some(transaction) = self.command(&command) else { return };
        let made = transaction.ops.iter().find_map(|op| match op {
            Op::Add(Item::Span(_, span)) => Some(span.clone()),
            _ => None,
        });
        let Some(span) = made else { return };
        let by_hand = std::mem::take(&mut self.session.by_hand);
        self.learn(label, span.range, by_hand);
        // By keys the caret stays behind the span, so that reading and tagging go on from there.
        self.session.selection = self.session.tagging.then(|| Selection::caret(span.range.end()));
        self.session.chosen = vec![span.id.clone()];
        self.session.under.clear();
        self.session.held = None;
        Rc::make_mut(&mut self.session.hidden).retain(|other| other != label);
        self.used(label);
        if first && !self.session.stores.persisted {
            self.notify(Tone::Info, vec![Message::MayBeCleared]);
        }
    }

    /// Gives the chosen spans another label.
    pub(super) fn relabel(&mut self, label: &LabelId) {
        let spans = self.chosen();
        if self.command(&Command::Relabel(spans, label.clone())).is_some() {
            self.used(label);
        }
    }

    /// The piece of a span that keys mean: the one at the caret. Its number and its limits.
    pub(super) fn piece(&self, span: &Span) -> (usize, TextRange) {
        let place = self.session.selection.map_or(0, |selection| piece_at(span, selection.head));
        (place, span.pieces().nth(place).unwrap_or(span.range))
    }

    pub(super) fn open_note(&mut self) {
        let Some(span) = self.session.active().cloned() else {
            self.refuse(Refusal::NoSpan);
            return;
        };
        if !self.session.state.is_own(&span) {
            self.refuse(Refusal::ReadOnly);
            return;
        }
        if self.session.note.as_ref().is_none_or(|note| note.span != span.id) {
            self.keep_note();
            let (document, text) = (self.session.open.clone(), span.note.clone());
            self.session.note = Some(Rc::new(NoteDraft { document, span: span.id.clone(), text }));
        }
        self.effects.push(Effect::Focus(Focus::Note));
    }

    pub(super) fn type_note(&mut self, text: String) {
        if self.session.note.is_none() {
            self.open_note();
        }
        if let Some(note) = self.session.note.clone() {
            self.session.note = Some(Rc::new(NoteDraft { text, ..NoteDraft::clone(&note) }));
            self.draft();
        }
    }

    pub(super) fn keep_note(&mut self) {
        if let Some(note) = self.session.note.take() {
            self.write_note(&note);
            self.effects.push(Effect::Draft(None));
        }
    }

    pub(super) fn drop_note(&mut self) {
        if self.session.note.take().is_some() {
            self.effects.push(Effect::Draft(None));
        }
    }

    /// Keeps the note being typed as the entry it would become, numbered as the next one.
    pub(super) fn draft(&mut self) {
        let Some(note) = self.session.note.clone() else { return };
        let entry = self.note_change(&note).ok().map(|transaction| self.entry(Act::Do, transaction));
        self.effects.push(Effect::Draft(entry));
    }

    /// The change that the note being typed would make.
    pub(super) fn note_change(&self, note: &NoteDraft) -> Result<Transaction, Refusal> {
        let ids = IdMaker::new(&self.moment.writer, self.moment.number);
        let mut context = Context { now: self.moment.now.clone(), ids, annotator: None };
        command::run(&self.session.state, &mut context, &note_command(note))
    }

    fn write_note(&mut self, note: &NoteDraft) {
        if self.session.state.span(&note.document, &note.span).is_some() {
            self.command(&note_command(note));
        }
    }

    pub(super) fn chosen(&self) -> Vec<SpanRef> {
        self.session.chosen.iter().map(|span| (self.session.open.clone(), span.clone())).collect()
    }

    /// Remembers a label as the one used last.
    fn used(&mut self, label: &LabelId) {
        let recent = Rc::make_mut(&mut self.session.recent);
        recent.retain(|other| other != label);
        recent.insert(0, label.clone());
    }
}

fn note_command(note: &NoteDraft) -> Command {
    Command::Note((note.document.clone(), note.span.clone()), note.text.trim_end().to_owned())
}
