//! What takes a span away, or changes where it begins and ends.

use super::effect::Effect;
use super::message::Message;
use super::update::Turn;
use crate::core::caret::Selection;
use crate::core::command::{self, Command, Edge};
use crate::core::range::TextRange;
use crate::core::refusal::Refusal;
use crate::core::snap;
use crate::core::units::Offset;

impl Turn {
    /// Deletes the chosen spans.
    #[inline(never)]
    pub(super) fn delete(&mut self) {
        if !self.session.chosen.is_empty() {
            let spans = self.chosen();
            self.command(&Command::Delete(spans));
        }
    }

    /// Moves an edge of the active span, else of the selection, by one cluster.
    #[inline(never)]
    pub(super) fn nudge(&mut self, edge: Edge, forward: bool) {
        if self.session.active().is_some() {
            let Some(span) = self.chosen().pop() else { return };
            let place = self.session.active().cloned().map_or(0, |span| self.piece(&span).0);
            self.command(&Command::Nudge(span, edge, forward, place));
            if let Some(span) = self.session.active().cloned() {
                // Two pieces may have become one.
                let range = span.pieces().nth(place).unwrap_or_else(|| self.piece(&span).1);
                let at = if edge == Edge::Start { range.start() } else { range.end() };
                // The caret comes along, so that the next step means this piece again.
                if !span.fragments.is_empty() {
                    self.session.selection = Some(Selection::caret(at));
                }
                self.effects.push(Effect::Follow(at));
            }
            return;
        }
        let Some(document) = self.session.document().cloned() else { return };
        let Some(selection) = self.session.selected() else {
            self.refuse(Refusal::NothingSelected);
            return;
        };
        let (text, range) = (&document.document.text, selection.range());
        let to = command::nudged(text, range, edge, forward);
        let (start, end) = if edge == Edge::Start { (to, range.end()) } else { (range.start(), to) };
        let moved = (start < end).then(|| snap::trimmed(text, TextRange::new(start, end))).flatten();
        let Some(range) = moved else {
            self.refuse(Refusal::EdgeBlocked);
            return;
        };
        self.session.selection = Some(Selection::of(range));
        self.session.by_hand = true;
        let words = text.slice(range).to_owned();
        self.effects.push(Effect::Announce(Message::Selected(words)));
    }

    /// Puts an edge of the active span where it was dragged to.
    #[inline(never)]
    pub(super) fn drag_edge(&mut self, edge: Edge, to: Offset, piece: usize) {
        if let Some(span) = self.chosen().pop() {
            self.command(&Command::MoveEdge(span, edge, to, piece));
        }
    }

    /// Adds the selection to the span that was chosen before it.
    #[inline(never)]
    pub(super) fn add_fragment(&mut self) {
        let Some((base, selection)) = self.session.base.clone().zip(self.session.selected()) else {
            self.refuse(Refusal::NoBase);
            return;
        };
        let range = selection.range();
        if self.command(&Command::AddFragment((self.session.open.clone(), base.clone()), range)).is_some() {
            self.session.selection = self.session.tagging.then(|| Selection::caret(range.end()));
            self.session.chosen = vec![base];
            self.session.held = None;
        }
    }

    /// Takes a piece of the active span away.
    #[inline(never)]
    pub(super) fn remove_fragment(&mut self, piece: usize) {
        if let Some(span) = self.chosen().pop() {
            self.command(&Command::RemoveFragment(span, piece));
        }
    }
}
