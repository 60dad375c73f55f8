//! Forms that stand untagged, cut as their label's spans are cut.

use super::cuts::{self, Occurrence};
use super::lexicon::{Reading, Word};
use super::{Form, Memory, Stage, is_retired};
use crate::core::clitics;
use crate::core::fold::fold;
use crate::core::ids::LabelId;
use crate::core::range::TextRange;
use crate::core::span::Span;
use std::collections::HashMap;
use std::rc::Rc;

/// A form that stands untagged, and what it would be tagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which of [`Memory::forms`].
    pub form: usize,
    /// The limits that a span would have here.
    pub range: TextRange,
    /// The label that most of its places have.
    pub label: LabelId,
    /// How many places have that label.
    pub seen: u32,
}

impl Memory<'_> {
    /// Finds out of so many forms more what their label is, and with which labels clitics are tagged along: for each word that
    /// a span begins with and that has a proclitic, whether the span holds it.
    pub(super) fn read_habits(&mut self, from: usize, mut attached: HashMap<u32, bool>, items: usize) -> Stage {
        let mut habits = std::mem::take(&mut self.habits);
        let end = from.saturating_add(items).min(self.forms.len());
        for place in self.forms[from..end].iter().flat_map(|form| &form.places) {
            let Some(reading) = self.lexicon.documents().get(place.document) else { continue };
            let touched = reading.touching(place.range);
            let Some(word) = reading.words[touched].first() else { continue };
            let outside = word.range.start() < place.range.start();
            if !outside && !*attached.entry(word.id).or_insert_with(|| self.has_proclitic(reading, *word)) {
                continue;
            }
            for span in &place.spans {
                let (within, without) = habits.entry(span.label.clone()).or_default();
                *(if outside { without } else { within }) += 1;
            }
        }
        self.habits = habits;
        for form in &mut self.forms[from..end] {
            form.label = form.majority(self.state).filter(|(label, _)| !is_retired(self.state, label));
        }
        if end == self.forms.len() { Stage::Words(self.wanted()) } else { Stage::Habits { form: end, attached } }
    }

    fn has_proclitic(&self, reading: &Reading, word: Word) -> bool {
        let begins = self.lexicon.words().get(word.id as usize).is_some_and(|(word, _)| word.starts_with(cuts::PROCLITICS));
        let is_word = |bare: &str| self.known(&fold(bare)).is_some();
        begins && clitics::core_of(&reading.text, word.range, &is_word).start() > word.range.start()
    }

    /// The forms that stand untagged in a part of a document, the longest where several begin, none over another.
    /// Passed over are website leftovers, what `counts` does not let in, what crosses a span, and, unless the form is
    /// tagged inside a longer span somewhere, what lies inside one.
    #[must_use]
    pub fn untagged(&self, document: usize, within: TextRange, counts: &dyn Fn(&Form, &Standing) -> bool) -> Vec<Standing> {
        let occurrences = self.occurrences(document, within);
        let mut near = Near::new(self, document, &occurrences);
        let found = occurrences.into_iter().filter_map(|occurrence| self.standing(document, occurrence, &mut near));
        let mut standings = found.filter(|found| counts(&self.forms[found.form], found)).collect::<Vec<_>>();
        standings.sort_by_key(|standing| (standing.range.start(), std::cmp::Reverse(standing.range.end())));
        let mut end = crate::core::units::Offset(0);
        standings.retain(|standing| {
            let free = standing.range.start() >= end;
            if free {
                end = standing.range.end();
            }
            free
        });
        standings
    }

    /// Whether spans of a label have clitics inside more often than not.
    pub(super) fn is_tagged_whole(&self, label: &LabelId) -> bool {
        self.habits.get(label).is_some_and(|(within, without)| within > without)
    }

    fn standing(&self, document: usize, occurrence: Occurrence, near: &mut Near) -> Option<Standing> {
        let Occurrence { form, range, outer } = occurrence;
        let state = self.state.documents.get(document)?;
        if state.document.is_boilerplate(range) {
            return None;
        }
        for (span, of) in near.to(outer).iter().filter(|(span, _)| span.range.overlaps(range)) {
            let covers = span.range.covers(range);
            let tagged = covers && (*of == form || outer.covers(span.range));
            let inside = covers && !self.forms[form].nested;
            if tagged || inside || span.range.crosses(range) {
                return None;
            }
        }
        let (label, seen) = self.forms[form].label.clone()?;
        let range = if self.is_tagged_whole(&label) { TextRange::new(outer.start(), range.end()) } else { range };
        Some(Standing { form, range, label, seen })
    }
}

/// The spans near a place that moves forward, with their forms.
struct Near<'a> {
    coming: std::iter::Peekable<std::vec::IntoIter<(&'a Span, usize)>>,
    open: Vec<(&'a Span, usize)>,
}

impl<'a> Near<'a> {
    /// Those near occurrences that stand in order.
    fn new(memory: &'a Memory, document: usize, occurrences: &[Occurrence]) -> Self {
        let end = occurrences.iter().map(|occurrence| occurrence.outer.end()).max().unwrap_or_default();
        let range = occurrences.first().map(|first| TextRange::new(first.outer.start(), end));
        let known = |span: &'a Rc<Span>| Some((&**span, *memory.of_span.get(&span.id)?));
        let all = memory.state.documents.get(document).zip(range).into_iter();
        let all = all.flat_map(|(state, range)| state.spans.overlapping(range)).filter_map(known).collect::<Vec<_>>();
        Self { coming: all.into_iter().peekable(), open: Vec::new() }
    }

    /// Those that may share a character with `outer`, which starts no earlier than the one before.
    fn to(&mut self, outer: TextRange) -> &[(&'a Span, usize)] {
        self.open.retain(|(span, _)| span.range.end() > outer.start());
        while let Some(next) = self.coming.next_if(|(span, _)| span.range.start() < outer.end()) {
            self.open.push(next);
        }
        &self.open
    }
}
