//! The twins of a range, sought in steps between which the page can take input.

use super::{Asked, Form, Twin, spellings, tagged};
use crate::core::fold::{fold, limits};
use crate::core::ids::LabelId;
use crate::core::range::TextRange;
use crate::core::search::shelf::Shelf;
use crate::core::search::walk::STEP;
use crate::core::search::{Cursor, Hit, Mode, Query};
use crate::core::state::State;
use std::collections::btree_map::IntoValues;
use std::collections::{BTreeMap, HashMap};

/// Places that are sorted into forms in one step.
const PLACES: usize = 256;

/// A search for twins. The shelf has all documents folded, and neither it nor the documents may change between two steps.
pub struct Seek {
    label: LabelId,
    aliases: Vec<Vec<String>>,
    regions: bool,
    /// The words, what is attached before them, whether something is after them.
    words: (String, String, bool),
    stage: Stage,
    queries: Vec<Query>,
    document: usize,
    forms: Vec<Form>,
    known: HashMap<String, usize>,
}

enum Stage {
    /// Looks whether the words stand anywhere without a ل before them.
    Free(Query, Cursor),
    /// Seeks with the query of that number; the hits of a document by where they start.
    Hits(usize, Cursor, BTreeMap<u32, Hit>),
    /// Sorts the hits of a document by their written form.
    Forms(IntoValues<u32, Hit>),
}

impl Seek {
    /// Prepares to seek the words of a range.
    #[must_use]
    pub fn new(shelf: &Shelf, asked: &Asked<'_>) -> Self {
        let (mut words, mut before, mut is_more) = (String::new(), String::new(), false);
        if let Some(searcher) = shelf.get(asked.document) {
            let text = searcher.text();
            let outer = limits::written(text, asked.range);
            text.slice(asked.range).trim_matches(|c| !limits::is_word(c)).clone_into(&mut words);
            before = fold(text.slice(TextRange::new(outer.start(), asked.range.start())));
            is_more = asked.range.end() < outer.end();
        }
        let mut seek = Self {
            label: asked.label.clone(),
            aliases: asked.aliases.to_vec(),
            regions: asked.regions,
            words: (words, before, is_more),
            stage: sought(),
            queries: Vec::new(),
            document: 0,
            forms: Vec::new(),
            known: HashMap::new(),
        };
        let (words, before, _) = &seek.words;
        match Query::new(words, Mode::Clitics, true).filter(|_| is_lam(before) && words.starts_with('ل')) {
            Some(query) => seek.stage = Stage::Free(query, Cursor::default()),
            None => seek.prepare(is_lam(&seek.words.1) && seek.words.0.starts_with('ل')),
        }
        seek
    }

    /// Prepares what is sought. `lost_alef` says that the words' ل is that of the article, whose alef is not written.
    fn prepare(&mut self, lost_alef: bool) {
        let (words, _, is_more) = &self.words;
        let mut readings = vec![words.clone()];
        if lost_alef {
            // لحوثيين in للحوثيين is الحوثيين, whose alef is not written there.
            readings = vec![["ا", words].concat()];
        }
        if *is_more {
            // حركت in حركتها is حركة, and مستوا in مستواها is مستوى.
            let plain = words.strip_suffix('ت').map(|stem| [stem, "ة"].concat());
            readings.extend(plain.or_else(|| words.strip_suffix('ا').map(|stem| [stem, "ى"].concat())));
        }
        let all = readings.iter().flat_map(|words| spellings(words, &self.aliases));
        self.queries = all.filter_map(|words| Query::new(&words, Mode::Clitics, true)).collect();
        self.document = 0;
        self.stage = sought();
    }

    /// Goes a step further. Returns whether all twins are found.
    pub fn step(&mut self, state: &State, shelf: &Shelf) -> bool {
        let (Some(searcher), Some(document)) = (shelf.nth(self.document), state.documents.get(self.document)) else {
            if matches!(self.stage, Stage::Free(..)) {
                self.prepare(true);
                return false;
            }
            return true;
        };
        match &mut self.stage {
            Stage::Free(query, cursor) => {
                let mut hits = searcher.hits_from(query, *cursor, STEP);
                let before = |hit: &Hit| fold(searcher.text().slice(TextRange::new(hit.outer.start(), hit.range.start())));
                if hits.any(|hit| !is_lam(&before(&hit))) {
                    self.prepare(false);
                } else {
                    self.document += usize::from(go_on(cursor, hits.rest()));
                }
            }
            Stage::Hits(number, cursor, found) => {
                let Some(query) = self.queries.get(*number) else {
                    self.stage = Stage::Forms(std::mem::take(found).into_values());
                    return false;
                };
                let mut hits = searcher.hits_from(query, *cursor, STEP);
                for hit in hits.by_ref() {
                    let before = found.range(..hit.range.end().0).next_back();
                    let free = before.is_none_or(|(_, other)| !other.range.overlaps(hit.range));
                    if free && (self.regions || !document.document.is_boilerplate(hit.range)) {
                        found.insert(hit.range.start().0, hit);
                    }
                }
                *number += usize::from(go_on(cursor, hits.rest()));
            }
            Stage::Forms(hits) => {
                let mut left = PLACES;
                for Hit { range, outer } in hits.by_ref() {
                    let words = document.document.text.slice(outer);
                    let form = self.known.get(words).copied().unwrap_or_else(|| {
                        self.forms.push(Form { words: words.to_owned(), twins: Vec::new() });
                        self.known.insert(words.to_owned(), self.forms.len() - 1);
                        self.forms.len() - 1
                    });
                    let tagged = tagged(state, document, Hit { range, outer }, &self.label);
                    self.forms[form].twins.push(Twin { document: self.document, range, outer, tagged });
                    left -= 1;
                    if left == 0 {
                        return false;
                    }
                }
                self.document += 1;
                self.stage = sought();
            }
        }
        false
    }

    /// How much of the work is done, from 0 to 100.
    #[must_use]
    pub fn share(&self, shelf: &Shelf) -> u32 {
        let (folded, all) = shelf.share();
        let bytes = |number: usize| shelf.nth(number).map_or(0, |searcher| searcher.text().as_str().len());
        let here = match &self.stage {
            Stage::Free(..) => return (folded * 25).checked_div(all).map_or(0, |share| share as u32),
            Stage::Hits(number, cursor, _) => {
                let part = cursor.bytes().min(bytes(self.document)) + number * bytes(self.document);
                part.checked_div(self.queries.len().max(1)).unwrap_or_default()
            }
            Stage::Forms(_) => bytes(self.document),
        };
        let before = (0..self.document).map(bytes).sum::<usize>();
        ((before + here + folded) * 50).checked_div(all).map_or(100, |share| share.min(100) as u32)
    }

    /// The twins by written form, as [`super::twins`] gives them.
    #[must_use]
    pub fn done(mut self) -> Vec<Form> {
        self.forms.sort_by_key(|form| std::cmp::Reverse(form.twins.len()));
        self.forms
    }
}

fn sought() -> Stage {
    Stage::Hits(0, Cursor::default(), BTreeMap::new())
}

/// Brings a cursor on. Returns whether the text is at its end; the next one begins at its beginning.
fn go_on(cursor: &mut Cursor, rest: Option<Cursor>) -> bool {
    *cursor = rest.unwrap_or_default();
    rest.is_none()
}

fn is_lam(before: &str) -> bool {
    matches!(before, "ل" | "ول" | "فل")
}
