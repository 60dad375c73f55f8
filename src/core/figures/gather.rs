//! Goes through documents in steps and notes of each span what is counted. A website's leftovers count only where that is
//! asked for, as in [`crate::core::agreement::gather`].

use super::forms::Counting;
use super::seen::{Extent, Figures, Seen};
use super::time;
use super::units::Units;
use crate::core::agreement::Unit;
use crate::core::agreement::kept::Kept;
use crate::core::aliases::{Classes, classes};
use crate::core::caret;
use crate::core::ids::{DocumentId, LabelId, SetId};
use crate::core::range::TextRange;
use crate::core::segment;
use crate::core::span::Span;
use crate::core::state::{DocumentState, State};
use std::collections::VecDeque;
use std::rc::Rc;

/// Within what labels stand together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Within {
    /// A sentence.
    #[default]
    Sentence,
    /// A paragraph.
    Block,
}

/// What is to be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Whose annotations.
    pub sets: Vec<SetId>,
    /// On which documents.
    pub documents: Vec<DocumentId>,
    /// Whether a website's leftovers count.
    pub boilerplate: bool,
    /// Within what labels stand together.
    pub within: Within,
}

/// Code points that are read for their words in one step, or a few more: whole paragraphs are read.
const READ: u32 = 8_000;

/// Spans that are noted in one step.
const NOTED: usize = 128;

/// The spans of each document and set, for measures of agreement.
pub type Pages = Vec<Vec<Vec<Unit>>>;

/// Gathering under way.
pub struct Gathering {
    state: State,
    classes: Classes,
    wish: Wish,
    open: Option<Open>,
    forms: VecDeque<Counting>,
    found: Figures,
    pages: Pages,
    /// How many code points and spans were gone through, and how many there are.
    done: (usize, usize),
}

/// The document that is gone through.
struct Open {
    document: Rc<DocumentState>,
    kept: Kept,
    spans: Vec<Rc<Span>>,
    units: Units,
    /// What each set has in it.
    marked: Vec<Vec<Unit>>,
    words: u32,
    /// The blocks that were read, and the spans that were noted.
    read: usize,
    noted: usize,
}

impl Gathering {
    /// Begins. Sets and documents that the project does not have are passed over.
    #[must_use]
    pub fn new(state: &State, mut wish: Wish) -> Self {
        wish.sets.retain(|set| state.set(set).is_some());
        wish.documents.retain(|document| state.document(document).is_some());
        let labels = state.tagset.labels.iter().map(|label| label.id.clone()).collect::<Vec<_>>();
        let documents = wish.documents.iter().filter_map(|id| state.document(id));
        let all = documents.map(|one| one.document.text.len().index() + one.spans.iter().count()).sum();
        Self {
            state: state.clone(),
            classes: classes(state),
            open: None,
            forms: labels.iter().map(|_| Counting::default()).collect(),
            found: Figures { sets: wish.sets.clone(), labels, ..Figures::default() },
            pages: Pages::new(),
            wish,
            done: (0, all),
        }
    }

    /// Goes a little further. Returns whether all is noted.
    pub fn step(&mut self) -> bool {
        let Some(mut open) = self.open.take() else {
            let next = self.wish.documents.get(self.found.documents.len());
            let Some(document) = next.and_then(|id| self.state.document(id)).cloned() else {
                if let Some(forms) = self.forms.pop_front() {
                    self.found.forms.push(forms.done());
                    return false;
                }
                // Line breaks and what does not count were not gone through.
                self.done.0 = self.done.1;
                return true;
            };
            self.open = Some(Open::of(document, &self.wish));
            return false;
        };
        if open.read < open.document.document.text.blocks().len() {
            self.done.0 += open.read_on(self.wish.within);
        } else if open.noted < open.spans.len() {
            let until = (open.noted + NOTED).min(open.spans.len());
            for place in open.noted..until {
                let span = open.spans[place].clone();
                self.note(&mut open, &span);
            }
            self.done.0 += until - open.noted;
            open.noted = until;
        } else {
            self.close(open);
            return false;
        }
        self.open = Some(open);
        false
    }

    /// How much is done, from 0 to 100.
    #[must_use]
    pub fn share(&self) -> u32 {
        let (done, all) = self.done;
        (done * 100).checked_div(all).map_or(100, |share| share.min(100) as u32)
    }

    /// What was noted, and the spans themselves.
    #[must_use]
    pub fn done(self) -> (Figures, Pages) {
        (self.found, self.pages)
    }

    fn note(&mut self, open: &mut Open, span: &Span) {
        let Some(set) = self.found.sets.iter().position(|set| *set == span.set) else { return };
        let label = self.label(&span.label);
        let text = &open.document.document.text;
        let words = span.words(text);
        self.forms[label].add(&words, &self.classes);
        for piece in span.pieces() {
            open.units.note(piece, &span.set, label);
        }
        let pieces = span.pieces().collect::<Vec<_>>();
        open.marked[set].push(Unit { core: pieces.clone(), pieces, label });
        let hull = open.kept.moved(span.range);
        self.found.spans.push(Seen {
            document: self.found.documents.len(),
            label,
            set,
            characters: span.pieces().map(TextRange::len).sum(),
            words: span.pieces().map(|piece| segment::words(text.slice(piece)).count() as u32).sum(),
            middle: hull.start().0 + hull.len() / 2,
            hour: time::hour(&span.created_at),
        });
    }

    /// The place of a label, which gets one where the tagset does not have it.
    fn label(&mut self, id: &LabelId) -> usize {
        let labels = &mut self.found.labels;
        labels.iter().position(|label| label == id).unwrap_or_else(|| {
            labels.push(id.clone());
            self.forms.push_back(Counting::default());
            labels.len() - 1
        })
    }

    fn close(&mut self, open: Open) {
        let size = self.found.labels.len();
        self.found.together.resize_with(size, Vec::new);
        self.found.together.iter_mut().for_each(|row| row.resize(size, 0));
        open.units.add_to(&mut self.found.together);
        let document = &open.document.document;
        let characters = open.kept.moved(document.text.whole()).len();
        self.found.extents.push(Extent { characters, words: open.words, units: open.units.len() });
        self.found.documents.push(document.id.clone());
        self.pages.push(open.marked);
    }
}

impl Open {
    fn of(document: Rc<DocumentState>, wish: &Wish) -> Self {
        let kept = Kept::of(&document.document, wish.boilerplate);
        let counts = |span: &&Rc<Span>| wish.sets.contains(&span.set) && span.pieces().any(|piece| kept.any(piece));
        let spans = document.spans.iter().filter(counts).cloned().collect();
        Self {
            document,
            kept,
            spans,
            units: Units::default(),
            marked: vec![Vec::new(); wish.sets.len()],
            words: 0,
            read: 0,
            noted: 0,
        }
    }

    /// Reads some blocks for their words and sentences. Returns how many code points they have.
    fn read_on(&mut self, within: Within) -> usize {
        let text = &self.document.document.text;
        let mut read = 0;
        while let Some(block) = text.blocks().get(self.read).filter(|_| read < READ) {
            let slice = text.slice(block.range);
            let (mut byte, mut at) = (0, block.range.start());
            for (start, word) in segment::words(slice) {
                at = at.plus(slice[byte..start].chars().count() as u32);
                let end = at.plus(word.chars().count() as u32);
                self.words += u32::from(self.kept.any(TextRange::new(at, end)));
                (byte, at) = (start + word.len(), end);
            }
            match within {
                Within::Block => self.units.push_kept(&self.kept, block.range),
                Within::Sentence => {
                    caret::in_block(text, block.range).for_each(|sentence| self.units.push_kept(&self.kept, sentence));
                }
            }
            read += block.range.len();
            self.read += 1;
        }
        read as usize
    }
}

impl Units {
    fn push_kept(&mut self, kept: &Kept, range: TextRange) {
        if kept.any(range) {
            self.push(range);
        }
    }
}
