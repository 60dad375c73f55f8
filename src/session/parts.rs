//! The parts of a word: going through them by key or chip, and cutting words as it was done last for a label.

use super::effect::Effect;
use super::message::{Message, Tone};
use super::update::Turn;
use crate::core::caret::Selection;
use crate::core::clitics::{self, FreeWords};
use crate::core::command::Command;
use crate::core::ids::LabelId;
use crate::core::likely;
use crate::core::range::TextRange;
use crate::core::refusal::Refusal;
use crate::core::snap;
use crate::core::span::Span;
use std::rc::Rc;

/// How far a word was cut for a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Not at all.
    Whole,
    /// After its conjunction.
    Partly,
    /// Before its core.
    Core,
    /// As far as can be, the article off too.
    Bare,
}

impl Turn {
    /// The words that stand free in the project's texts: counted once, and anew when there are more or fewer documents.
    pub(super) fn free_words(&mut self) -> Rc<FreeWords> {
        let documents = &self.session.state.documents;
        if self.session.words.0 != documents.len() {
            let words = FreeWords::of(documents.iter().map(|state| state.document.text.as_str()));
            self.session.words = (documents.len(), Rc::new(words));
        }
        self.session.words.1.clone()
    }

    /// The parts of the one word that a range lies in, the whole first; none where it lies in no single word.
    fn parts_of(&mut self, range: TextRange) -> Vec<TextRange> {
        let words = self.free_words();
        let Some(document) = self.session.document() else { return Vec::new() };
        let text = &document.document.text;
        let word = snap::word_at(text, range.start()).filter(|word| word.covers(range));
        word.map_or_else(Vec::new, |word| clitics::parts(text, word, &|word| words.contains(word)))
    }

    /// Finds the parts of what is selected now.
    pub(super) fn find_parts(&mut self) {
        let parts = self.session.selected().map(|selection| self.parts_of(selection.range()));
        self.session.parts = Rc::new(parts.unwrap_or_default());
    }

    /// The span that keys mean while nothing is selected: the active one, unless the caret has gone elsewhere.
    fn at_hand(&self) -> Option<Rc<Span>> {
        let span = self.session.active().filter(|_| self.session.selected().is_none())?;
        let here = |caret: Selection| span.range.start() <= caret.head && caret.head <= span.range.end();
        self.session.selection.is_none_or(here).then(|| span.clone())
    }

    /// The word key: selects the word at the caret; on a word or on a span of one, goes on to its next part.
    pub(super) fn word(&mut self) {
        if let Some(selection) = self.session.selected() {
            let parts = self.parts_of(selection.range());
            match following(&parts, selection.range()) {
                Some(part) => self.take_part(part),
                None => self.select_word(),
            }
        } else if let Some(span) = self.at_hand() {
            let (place, piece) = self.piece(&span);
            let parts = self.parts_of(piece);
            let Some(part) = following(&parts, piece) else {
                self.refuse(Refusal::NoChange);
                return;
            };
            let command = Command::SetRange((self.session.open.clone(), span.id.clone()), part, place);
            if self.command(&command).is_some() {
                self.learn(&span.label, part, true);
                if self.session.tagging {
                    self.session.selection = Some(Selection::caret(part.end()));
                }
            }
        } else if self.session.selection.is_some() {
            self.select_word();
        } else {
            self.refuse(Refusal::NothingSelected);
        }
    }

    /// Selects a part of the selected word.
    pub(super) fn part(&mut self, place: usize) {
        if let Some(part) = self.session.parts.get(place) {
            self.take_part(*part);
        }
    }

    fn take_part(&mut self, part: TextRange) {
        self.hold_selection(Selection::of(part));
        self.session.by_hand = true;
    }

    /// A whole word as it is cut for a label; anything else, and limits set by hand, as they are.
    pub(super) fn cut_for(&mut self, label: Option<&LabelId>, range: TextRange) -> TextRange {
        let cut = self.session.cuts.iter().find(|(of, _)| Some(of) == label).map_or(Cut::Whole, |(_, cut)| *cut);
        if cut == Cut::Whole || self.session.by_hand {
            return range;
        }
        let parts = self.parts_of(range);
        let Some(core) = self.core(range).filter(|_| parts.first() == Some(&range)) else { return range };
        let kept = parts.iter().copied().filter(|part| part.end() == range.end() && level(*part, range, core) <= cut);
        kept.max_by_key(|part| part.start()).unwrap_or(range)
    }

    /// Remembers how far a word was cut for a label. A whole word says something only where it was chosen to be whole.
    pub(super) fn learn(&mut self, label: &LabelId, range: TextRange, chosen: bool) {
        let Some(word) = self.parts_of(range).first().copied() else { return };
        let Some(core) = self.core(word) else { return };
        let cut = level(range, word, core);
        if cut == Cut::Whole && !chosen {
            return;
        }
        let cuts = Rc::make_mut(&mut self.session.cuts);
        cuts.retain(|(of, _)| of != label);
        cuts.push((label.clone(), cut));
    }

    fn core(&mut self, word: TextRange) -> Option<TextRange> {
        let words = self.free_words();
        let text = &self.session.document()?.document.text;
        Some(clitics::core_of(text, word, &|word| words.contains(word)))
    }

    /// Gives the label used last: to the selection, to the word at the caret, else to the chosen spans.
    pub(super) fn repeat(&mut self) {
        let Some(label) = self.session.recent.first().cloned() else {
            self.notify(Tone::Info, vec![Message::NoLabelYet]);
            return;
        };
        if self.session.selection.is_some() && self.session.selected().is_none() && self.at_hand().is_none() {
            self.select_word();
        }
        self.tag(&label, true);
    }

    /// Selects the next word that looks like a name and has no span, round at the end of the document.
    pub(super) fn next_name(&mut self) {
        let words = self.free_words();
        let from = self.session.selection.map(|selection| selection.range().end());
        let from = from.or_else(|| self.session.active().map(|span| span.range.end())).unwrap_or_default();
        let found = likely::next_name(&self.session.state, &self.session.open, from, &|word| words.contains(word));
        match found {
            Some(range) => self.go_to(range),
            None => self.notify(Tone::Info, vec![Message::NoName]),
        }
    }

    /// Arms a label, so that what is selected gets it at once; the armed one is put down again.
    pub(super) fn arm(&mut self, label: Option<LabelId>) {
        self.session.armed = label.filter(|label| self.session.armed.as_ref() != Some(label));
        self.effects.push(Effect::Announce(Message::Armed(self.session.armed.clone())));
    }
}

/// The part after this one, round at the end; the whole word for limits between the parts. `None` where there is but one.
fn following(parts: &[TextRange], now: TextRange) -> Option<TextRange> {
    let place = parts.iter().position(|part| *part == now).map_or(0, |place| (place + 1) % parts.len());
    parts.get(place).copied().filter(|part| *part != now)
}

/// How far a part of a word is cut.
fn level(part: TextRange, word: TextRange, core: TextRange) -> Cut {
    if part.start() <= word.start() {
        Cut::Whole
    } else if part.start() < core.start() {
        Cut::Partly
    } else if part.start() == core.start() {
        Cut::Core
    } else {
        Cut::Bare
    }
}
