//! What was tagged before, by its folded words: with which labels, where, and cut how.
//!
//! A **form** is what a span's words are after folding, without outer punctuation. Spellings that were taught to be
//! the same are one form, and `لحوثيين` inside `للحوثيين` is the form of `الحوثيين`, whose alef is not written there.

pub mod cuts;
pub mod lexicon;
pub mod standing;

use self::cuts::Cut;
use self::lexicon::{Lexicon, Reading};
use super::aliases::Classes;
use super::fold::fold;
use super::ids::{LabelId, SpanId};
use super::range::TextRange;
use super::span::Span;
use super::state::State;
use std::collections::HashMap;
use std::rc::Rc;

/// The words of a form by number, with the number of each gap between them: word, gap, word…
type Key = Vec<u32>;

/// A place where a form is tagged.
#[derive(Debug, Clone)]
pub struct Place {
    /// Which document, in the project's order.
    pub document: usize,
    /// The limits.
    pub range: TextRange,
    /// The spans there.
    pub spans: Vec<Rc<Span>>,
}

/// A form and where it is tagged.
#[derive(Debug)]
pub struct Form {
    /// How it is written where it is tagged first.
    pub text: String,
    /// Where it is tagged, in order.
    pub places: Vec<Place>,
    /// Whether it is tagged somewhere inside a longer span.
    nested: bool,
    /// Whether it is written with an alef maksura somewhere: `على` is no mention of `علي`.
    maksura: bool,
    /// The label that most of its places have, unless it is retired; known once the memory has read the words.
    label: Option<(LabelId, u32)>,
    /// Its words, and those of the spellings taught to be the same.
    keys: Vec<Key>,
}

impl Form {
    /// The label that most of its places have, retired ones last, then the one that was first; with the number of places.
    #[must_use]
    pub fn majority(&self, state: &State) -> Option<(LabelId, u32)> {
        let mut counts: Vec<(&LabelId, u32)> = Vec::new();
        for span in self.places.iter().flat_map(|place| &place.spans) {
            match counts.iter_mut().find(|(label, _)| **label == span.label) {
                Some((_, count)) => *count += 1,
                None => counts.push((&span.label, 1)),
            }
        }
        let rank = |(label, count): &(&LabelId, u32)| (!is_retired(state, label), *count);
        // `max_by_key` takes the last of equals, so from the end it is the first.
        counts.into_iter().rev().max_by_key(rank).map(|(label, count)| (label.clone(), count))
    }
}

/// Whether a label is retired, or gone.
#[must_use]
pub fn is_retired(state: &State, label: &LabelId) -> bool {
    state.tagset.get(label).is_none_or(|label| label.is_retired())
}

/// What is to be worked out next, and how far that has come.
#[derive(Debug)]
enum Stage {
    /// The spans of the documents.
    Learning { document: usize, span: usize },
    /// Which forms are tagged with clitics; whether words that were met begin with one.
    Habits { form: usize, attached: HashMap<u32, bool> },
    /// How the words of the lexicon can be read, from the first that is not known yet.
    Words(cuts::Wanted),
    /// Nothing.
    Over,
}

/// The forms that some sets tag.
pub struct Memory<'a> {
    state: &'a State,
    lexicon: &'a Lexicon,
    classes: Classes,
    forms: Vec<Form>,
    by_key: HashMap<Key, usize>,
    of_span: HashMap<SpanId, usize>,
    /// Words that stand nowhere free, numbered after the lexicon's.
    parts: HashMap<String, u32>,
    /// The first of the words that are taught to be the same, by number.
    same: HashMap<u32, u32>,
    /// Forms with one of their keys, by the key's first word.
    by_first: HashMap<u32, Vec<(usize, usize)>>,
    /// How each word of the lexicon can be read as a word of a form.
    cuts: Vec<Box<[Cut]>>,
    /// How often spans of a label stand with a clitic inside, and how often without.
    habits: HashMap<LabelId, (u32, u32)>,
    /// Which spans are remembered.
    counts: Box<dyn Fn(&Span) -> bool + 'a>,
    stage: Stage,
}

impl<'a> Memory<'a> {
    /// The forms of the spans that `counts` lets in. Website leftovers and spans in several parts are passed over.
    #[must_use]
    pub fn new(state: &'a State, lexicon: &'a Lexicon, counts: impl Fn(&Span) -> bool + 'a) -> Self {
        let mut memory = Self::begun(state, lexicon, counts);
        while matches!(memory.stage, Stage::Learning { .. }) {
            memory.step(usize::MAX);
        }
        memory
    }

    /// The same, still to be worked out by [`Self::step`].
    #[must_use]
    pub fn begun(state: &'a State, lexicon: &'a Lexicon, counts: impl Fn(&Span) -> bool + 'a) -> Self {
        let classes = super::aliases::classes(state);
        let mut memory = Self {
            state,
            lexicon,
            classes,
            forms: Vec::new(),
            by_key: HashMap::new(),
            of_span: HashMap::new(),
            parts: HashMap::new(),
            same: HashMap::new(),
            by_first: HashMap::new(),
            cuts: Vec::new(),
            habits: HashMap::new(),
            counts: Box::new(counts),
            stage: Stage::Learning { document: 0, span: 0 },
        };
        memory.learn_spellings();
        memory
    }

    /// Works on with so many spans, forms or words. Returns whether all is known.
    pub fn step(&mut self, items: usize) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Learning { document, span } => self.learn_some(document, span, items),
            Stage::Habits { form, attached } => self.read_habits(form, attached, items),
            Stage::Words(wanted) => self.read_words(wanted, items),
            Stage::Over => Stage::Over,
        };
        matches!(self.stage, Stage::Over)
    }

    /// Learns so many spans of a document, from one on.
    fn learn_some(&mut self, index: usize, from: usize, items: usize) -> Stage {
        let (state, lexicon) = (self.state, self.lexicon);
        let Some((document, reading)) = state.documents.get(index).zip(lexicon.documents().get(index)) else {
            return Stage::Habits { form: 0, attached: HashMap::new() };
        };
        let mut taken = 0;
        for span in document.spans.iter().skip(from).take(items) {
            taken += 1;
            if (self.counts)(span) && span.fragments.is_empty() && !document.document.is_boilerplate(span.range) {
                let longer =
                    |other: &Rc<Span>| (self.counts)(other) && other.range != span.range && other.range.covers(span.range);
                let nested = document.spans.overlapping(span.range).any(longer);
                self.learn(index, reading, span, nested);
            }
        }
        if taken < items {
            Stage::Learning { document: index + 1, span: 0 }
        } else {
            Stage::Learning { document: index, span: from + taken }
        }
    }

    /// The forms in the order in which they are met.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The form of a span.
    #[must_use]
    pub fn form_of(&self, span: &SpanId) -> Option<&Form> {
        self.of_span.get(span).map(|form| &self.forms[*form])
    }

    /// Numbers the words of taught spellings, and has those that are one word share a number.
    fn learn_spellings(&mut self) {
        for class in self.classes.groups().to_vec() {
            let keys = class.iter().map(|form| self.key_of_text(form)).collect::<Vec<_>>();
            let single = keys.iter().filter(|key| key.len() == 1).map(|key| key[0]).collect::<Vec<_>>();
            for word in &single {
                self.same.insert(*word, single[0]);
            }
        }
    }

    fn learn(&mut self, document: usize, reading: &Reading, span: &Rc<Span>, nested: bool) {
        let key = self.key_of_range(reading, span.range);
        if key.is_empty() {
            return;
        }
        let written = reading.text.slice(span.range);
        let form = match self.by_key.get(&key) {
            Some(form) => *form,
            None => self.add_form(key, written.trim_matches(|c: char| !c.is_alphanumeric())),
        };
        self.of_span.insert(span.id.clone(), form);
        let form = &mut self.forms[form];
        form.nested |= nested;
        form.maksura |= written.contains('ى');
        match form.places.last_mut().filter(|place| place.document == document && place.range == span.range) {
            Some(place) => place.spans.push(span.clone()),
            None => form.places.push(Place { document, range: span.range, spans: vec![span.clone()] }),
        }
    }

    /// A form of its own for a key, and for the keys of all spellings taught to be the same.
    fn add_form(&mut self, key: Key, text: &str) -> usize {
        let number = self.forms.len();
        let mut keys = vec![key];
        let spellings = self.classes.of(&fold(text)).map(<[String]>::to_vec).unwrap_or_default();
        for spelling in spellings {
            let key = self.key_of_text(&spelling);
            if !key.is_empty() && !keys.contains(&key) && !self.by_key.contains_key(&key) {
                keys.push(key);
            }
        }
        self.by_key.extend(keys.iter().map(|key| (key.clone(), number)));
        self.forms.push(Form { text: text.to_owned(), places: Vec::new(), nested: false, maksura: false, label: None, keys });
        number
    }

    /// The words of a range. The first and the last may be parts of words.
    fn key_of_range(&mut self, reading: &Reading, range: TextRange) -> Key {
        let mut key = Vec::new();
        for word in &reading.words[reading.touching(range)] {
            let Some(inside) = word.range.intersection(range) else { continue };
            let id = if inside == word.range { self.shared(word.id) } else { self.part(reading, word.range, inside) };
            if !key.is_empty() {
                key.push(word.gap);
            }
            key.push(id);
        }
        key
    }

    /// The number of a part of a word. The alef that `لل` swallows is put back where the whole word is known.
    fn part(&mut self, reading: &Reading, word: TextRange, part: TextRange) -> u32 {
        let folded = fold(reading.text.slice(part));
        let before = fold(reading.text.slice(TextRange::new(word.start(), part.start())));
        let restored = (before.ends_with('ل') && folded.starts_with('ل')).then(|| format!("ا{folded}"));
        let known = restored.and_then(|restored| self.lexicon.id(&restored));
        let id = known.unwrap_or_else(|| self.number(&folded));
        self.shared(id)
    }

    fn key_of_text(&mut self, text: &str) -> Key {
        let mut key = Vec::new();
        lexicon::words(text, |gap, bytes, _| {
            if !key.is_empty() {
                // A gap that no document has: nothing will match, which is right.
                key.push(self.lexicon.gap(gap).unwrap_or(u32::MAX));
            }
            let id = self.number(&fold(&text[bytes]));
            key.push(self.shared(id));
        });
        key
    }

    fn number(&mut self, folded: &str) -> u32 {
        let next = (self.lexicon.words().len() + self.parts.len()) as u32;
        self.known(folded).unwrap_or_else(|| *self.parts.entry(folded.to_owned()).or_insert(next))
    }

    fn known(&self, folded: &str) -> Option<u32> {
        self.lexicon.id(folded).or_else(|| self.parts.get(folded).copied())
    }

    fn shared(&self, id: u32) -> u32 {
        self.same.get(&id).copied().unwrap_or(id)
    }
}
