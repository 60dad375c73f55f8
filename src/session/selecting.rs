//! Selecting text and moving the caret.

use super::effect::Effect;
use super::message::Message;
use super::update::Turn;
use crate::core::caret::{Selection, Unit, step};
use crate::core::keymap::Arrow;
use crate::core::range::TextRange;
use crate::core::snap;
use crate::core::state::DocumentState;
use crate::core::units::Offset;

impl Turn {
    /// A selection by mouse or touch: trimmed and snapped, its direction kept.
    pub(super) fn select(&mut self, selection: Option<Selection>) {
        let Some(document) = self.session.document().cloned() else { return };
        let text = &document.document.text;
        self.session.selection = selection.and_then(|selection| {
            if selection.is_caret() {
                return Some(Selection::caret(snap::grapheme_start(text, selection.head)));
            }
            let range = snap::snapped(text, selection.range())?;
            let forward = selection.anchor <= selection.head;
            Some(if forward { Selection::of(range) } else { Selection { anchor: range.end(), head: range.start() } })
        });
        self.session.by_hand = false;
        if self.session.selected().is_some() {
            self.keep_note();
            self.let_go();
            self.session.under.clear();
            self.session.held = None;
        }
    }

    /// The selection stands in for the chosen spans. A piece can be added to the one that was active.
    fn let_go(&mut self) {
        let active = self.session.active().filter(|span| self.session.state.is_own(span)).map(|span| span.id.clone());
        self.session.base = active.or(self.session.base.take());
        self.session.chosen.clear();
    }

    pub(super) fn select_word(&mut self) {
        let Some(document) = self.session.document().cloned() else { return };
        let at = self.session.selection.map_or(Offset(0), |selection| selection.head);
        if let Some(word) = snap::word_at(&document.document.text, at) {
            self.hold_word(word);
        }
    }

    /// Selects a word, cut as it was last done for the armed label.
    fn hold_word(&mut self, word: TextRange) {
        let armed = self.session.armed.clone();
        self.session.by_hand = false;
        let word = self.cut_for(armed.as_ref(), word);
        self.hold_selection(Selection::of(word));
    }

    pub(super) fn select_all(&mut self) {
        let Some(document) = self.session.document().cloned() else { return };
        self.select(Some(Selection::of(document.document.text.whole())));
        self.say_selection();
    }

    /// A tap selects the word under it; with a selection, it extends that to the word.
    pub(super) fn tap(&mut self, offset: Offset) {
        let Some(document) = self.session.document().cloned() else { return };
        let Some(word) = snap::word_at(&document.document.text, offset) else {
            self.session.selection = None;
            return;
        };
        let range = match self.session.selected() {
            Some(old) if !old.range().overlaps(word) => {
                TextRange::new(old.range().start().min(word.start()), old.range().end().max(word.end()))
            }
            _ => return self.hold_word(word),
        };
        self.hold_selection(Selection::of(range));
    }

    pub(super) fn hold_selection(&mut self, selection: Selection) {
        self.select(Some(selection));
        self.say_selection();
    }

    /// Selects a place and shows it whole.
    pub(super) fn go_to(&mut self, range: TextRange) {
        self.hold_selection(Selection::of(range));
        self.effects.push(Effect::Reveal(range));
    }

    fn say_selection(&mut self) {
        let Some(document) = self.session.document() else { return };
        let Some(selection) = self.session.selection else { return };
        let text = &document.document.text;
        let range = if selection.is_caret() {
            TextRange::new(selection.head, snap::next_grapheme(text, selection.head))
        } else {
            selection.range()
        };
        let words = text.slice(range).to_owned();
        self.effects.push(Effect::Announce(Message::Selected(words)));
        self.effects.push(Effect::Reveal(TextRange::new(selection.head, selection.head)));
    }

    pub(super) fn caret_to(&mut self, offset: Offset, extend: bool) {
        let anchor = self.session.selection.filter(|_| extend).map_or(offset, |selection| selection.anchor);
        // Not trimmed: a caret walks over spaces, and a tag trims them anyway.
        self.session.selection = Some(Selection { anchor, head: offset });
        self.session.by_hand = extend;
        if extend {
            self.let_go();
        }
        self.say_selection();
    }

    pub(super) fn arrow(&mut self, unit: Unit, arrow: Arrow, extend: bool) {
        let Some(document) = self.session.document().cloned() else { return };
        let selection = self.session.selection.unwrap_or(Selection::caret(first(&document)));
        let rtl = document.document.is_rtl_at(selection.head);
        let forward = match arrow {
            Arrow::Left => rtl,
            Arrow::Right => !rtl,
            Arrow::Start => false,
            Arrow::End => true,
            Arrow::Up | Arrow::Down if unit == Unit::Block => arrow == Arrow::Down,
            Arrow::Up | Arrow::Down => {
                self.effects.push(Effect::Line(arrow, extend));
                return;
            }
        };
        if let Some(edge) = self.session.held {
            self.nudge(edge, forward);
            return;
        }
        let to = if selection.is_caret() || extend {
            let (text, words) = (&document.document.text, self.free_words());
            let step = |from, unit| step(text, from, unit, forward, &|word| words.contains(word));
            // From paragraph to paragraph the way leads over the break between them.
            let over = unit == Unit::Block && matches!(arrow, Arrow::Up | Arrow::Down);
            step(if over { step(selection.head, Unit::Grapheme) } else { selection.head }, unit)
        } else if forward {
            selection.range().end()
        } else {
            selection.range().start()
        };
        self.caret_to(to, extend);
    }
}

/// Where the text of a document begins.
pub(super) fn first(document: &DocumentState) -> Offset {
    document.document.text.blocks().first().map_or(Offset(0), |block| block.range.start())
}
