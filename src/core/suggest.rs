//! Suggestions from memory: what was tagged before and stands untagged is offered, unless it was refused.
//!
//! A refusal stands in `refusals[]` of the file: words and a label, for good and everywhere. A file may bring
//! refusals for one document or one place; these hold there.

use super::aliases::{self, Classes, folded};
use super::command::{self, Command, Context};
use super::handed;
use super::ids::{DocumentId, LabelId};
use super::memory::Memory;
use super::memory::lexicon::Lexicon;
use super::op::{Item, Op};
use super::range::TextRange;
use super::record::{Collection, Record};
use super::refusal::Refusal;
use super::state::State;
use super::transaction::{ChangeName, Transaction};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Words that could be tagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Their document.
    pub document: DocumentId,
    /// The limits, with or without clitics as the label's spans have them.
    pub range: TextRange,
    /// The label they have most often.
    pub label: LabelId,
    /// At how many places they have it.
    pub seen: u32,
    /// The words as they were first tagged: what a refusal names.
    pub form: String,
}

/// A suggestion that is not to be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The words.
    pub text: String,
    /// The label.
    pub label: LabelId,
    /// The document it holds in; `None` for all.
    pub document: Option<DocumentId>,
    /// The place it holds at; `None` wherever the words stand.
    pub range: Option<TextRange>,
    /// The record it stands in.
    pub record: Rc<Record>,
}

/// What is remembered of a project as it stands, for any number of questions.
pub struct Suggester<'a> {
    state: &'a State,
    memory: Memory<'a>,
    places: HashMap<DocumentId, usize>,
    /// Words refused everywhere, by label.
    everywhere: HashMap<LabelId, HashSet<String>>,
    /// Refusals that hold in one document or at one place.
    somewhere: Vec<Refused>,
    classes: Classes,
}

impl<'a> Suggester<'a> {
    /// Remembers what one's own sets tag. The lexicon must be that of the state's documents.
    #[must_use]
    pub fn new(state: &'a State, lexicon: &'a Lexicon) -> Self {
        let mut suggester = Self::begun(state, lexicon);
        while !suggester.step(usize::MAX) {}
        suggester
    }

    /// The same, to be worked out by [`Self::step`] before it is asked.
    #[must_use]
    pub fn begun(state: &'a State, lexicon: &'a Lexicon) -> Self {
        let memory = Memory::begun(state, lexicon, |span| state.is_own(span));
        let classes = aliases::classes(state);
        let places = state.documents.iter().enumerate().map(|(place, state)| (state.document.id.clone(), place)).collect();
        let (mut everywhere, mut somewhere) = (HashMap::<LabelId, HashSet<String>>::new(), Vec::new());
        for refused in refused(state) {
            if refused.document.is_none() && refused.range.is_none() {
                let words = classes.key(&folded(&refused.text)).to_owned();
                everywhere.entry(refused.label).or_default().insert(words);
            } else {
                somewhere.push(refused);
            }
        }
        Self { state, memory, places, everywhere, somewhere, classes }
    }

    /// Works on with so many spans, forms or words. Returns whether all is remembered.
    pub fn step(&mut self, items: usize) -> bool {
        self.memory.step(items)
    }

    /// What could be tagged in a part of a document, in order.
    #[must_use]
    pub fn within(&self, document: &DocumentId, within: TextRange) -> Vec<Suggestion> {
        let Some(&place) = self.places.get(document) else { return Vec::new() };
        let text = &self.state.documents[place].document.text;
        let found = self.memory.untagged(place, within, &|form, standing| {
            !self.is_refused(document, &form.text, standing.range, &standing.label)
                && !self.is_refused(document, text.slice(standing.range), standing.range, &standing.label)
        });
        let suggestion = |standing: super::memory::standing::Standing| Suggestion {
            document: document.clone(),
            range: standing.range,
            label: standing.label,
            seen: standing.seen,
            form: self.memory.forms()[standing.form].text.clone(),
        };
        let mut all = found.into_iter().map(suggestion).collect::<Vec<_>>();
        self.handed(document, within, &mut all);
        all
    }

    /// Adds what came with the work that was handed out, to those from memory.
    fn handed(&self, document: &DocumentId, within: TextRange, all: &mut Vec<Suggestion>) {
        let Some(state) = self.state.document(document) else { return };
        let mut new = Vec::new();
        for handed::Offered { range, label } in handed::offered(self.state, document) {
            let words = state.document.text.slice(range);
            let known = all.iter().any(|one| one.range == range && one.label == label);
            if !known && range.intersection(within).is_some() && !self.is_refused(document, words, range, &label) {
                new.push(Suggestion { document: document.clone(), range, label, seen: 1, form: words.to_owned() });
            }
        }
        if !new.is_empty() {
            all.append(&mut new);
            all.sort_by_key(|one| (one.range.start(), one.range.end()));
        }
    }

    fn is_refused(&self, document: &DocumentId, words: &str, range: TextRange, label: &LabelId) -> bool {
        if self.everywhere.is_empty() && self.somewhere.is_empty() {
            return false;
        }
        let folded = folded(words);
        let key = self.classes.key(&folded);
        self.everywhere.get(label).is_some_and(|refused| refused.contains(key))
            || self.somewhere.iter().any(|refused| {
                refused.label == *label
                    && refused.document.as_ref().is_none_or(|home| home == document)
                    && refused.range.map_or_else(|| aliases::folded(&refused.text) == folded, |place| place == range)
            })
    }
}

/// Tags what is suggested.
///
/// # Errors
/// As tagging says.
pub fn accept(state: &State, context: &mut Context, suggestion: &Suggestion) -> Result<Transaction, Refusal> {
    let Suggestion { document, range, label, .. } = suggestion.clone();
    command::run(state, context, &Command::Tag(document, range, label))
}

/// Refuses the words with that label, everywhere and for good.
#[must_use]
pub fn refuse(context: &mut Context, suggestion: &Suggestion) -> Transaction {
    let value = json!({
        "id": context.ids.next_id(),
        "label": suggestion.label.as_str(),
        "text": suggestion.form,
        "created_at": context.now,
    });
    let record = Record { document: None, collection: Collection::Refusals, value: Rc::new(value) };
    let name = ChangeName::Refuse(suggestion.form.clone());
    Transaction { name, document: Some(suggestion.document.clone()), ops: vec![Op::Add(Item::Record(Rc::new(record)))] }
}

/// All that was refused, in the order in which it was.
#[must_use]
pub fn refused(state: &State) -> Vec<Refused> {
    let records = state.records.iter().filter(|record| record.collection == Collection::Refusals);
    let text = |record: &Record, field: &str| record.value.get(field).and_then(Value::as_str).map(str::to_owned);
    let number = |record: &Record, field: &str| record.value.get(field)?.as_u64().and_then(|number| u32::try_from(number).ok());
    let one = |record: &Rc<Record>| {
        Some(Refused {
            text: text(record, "text").unwrap_or_default(),
            label: LabelId::new(text(record, "label")?),
            document: text(record, "document").map(DocumentId::new),
            range: number(record, "start").zip(number(record, "end")).map(|(start, end)| TextRange::of(start, end)),
            record: record.clone(),
        })
    };
    records.filter_map(one).collect()
}

/// Takes a refusal back.
///
/// # Errors
/// When it is not there any more.
pub fn allow(state: &State, refused: &Refused) -> Result<Transaction, Refusal> {
    let ops = aliases::removal(state, &refused.record).ok_or(Refusal::Gone)?;
    Ok(Transaction { name: ChangeName::Refuse(refused.text.clone()), document: None, ops })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::fixture::{bare_span, ids, world};
    use crate::core::project::{AnnotationSet, Role};
    use crate::core::record::Extra;
    use crate::format::bundled::bundled;

    fn context() -> Context {
        Context { now: "2026-02-03T00:00:00.000Z".into(), ids: ids(), annotator: None }
    }

    /// What is suggested in a document as `LABEL:words×seen`.
    fn offered(state: &State, document: &str) -> Vec<String> {
        let home = state.document(&document.into()).expect("a document");
        let text = &home.document.text;
        let all = Suggester::new(state, &Lexicon::new(state)).within(&document.into(), text.whole());
        all.iter().map(|one| format!("{}:{}×{}", one.label, text.slice(one.range), one.seen)).collect()
    }

    fn first(state: &State, document: &str) -> Suggestion {
        let whole = state.document(&document.into()).expect("a document").document.text.whole();
        Suggester::new(state, &Lexicon::new(state)).within(&document.into(), whole).remove(0)
    }

    /// Applies, and proves that undoing gives back the start.
    fn done(state: &State, transaction: &Transaction) -> State {
        let after = transaction.apply(state).expect("it fits");
        assert_eq!(transaction.inverse().apply(&after).as_ref(), Ok(state));
        after
    }

    #[test]
    fn what_was_tagged_once_is_offered_everywhere_with_its_commonest_label() {
        let state = world("[GPE:عُمان] و[ORG:عمان] ثم [GPE:عمان]، لعمان وعُمان والعمانيين");
        assert_eq!(offered(&state, "doc"), ["GPE:عمان×2", "GPE:عُمان×2"]);
        let after = done(&state, &accept(&state, &mut context(), &first(&state, "doc")).expect("a tag"));
        assert_eq!(offered(&after, "doc"), ["GPE:عُمان×3"]);
    }

    #[test]
    fn what_is_remembered_a_little_at_a_time_is_what_is_remembered_at_once() {
        let state = world("[GPE:عُمان] و[ORG:الحرس الثوري] ثم [GPE:إيران]، لعمان والحرس الثوري ولإيران، [DATE:2023] ثم 2023");
        let whole = state.document(&"doc".into()).expect("a document").document.text.whole();
        let lexicon = Lexicon::new(&state);
        let at_once = Suggester::new(&state, &lexicon).within(&"doc".into(), whole);
        assert!(at_once.len() > 3, "{at_once:?}");
        for items in [1, 2, 5] {
            let mut suggester = Suggester::begun(&state, &lexicon);
            let mut steps = 1;
            while !suggester.step(items) {
                steps += 1;
            }
            assert!(steps > 12 / items, "{items} in a step: {steps} steps");
            assert_eq!(suggester.within(&"doc".into(), whole), at_once, "{items} in a step");
        }
    }

    #[test]
    fn an_article_s_names_are_offered_in_the_other_article() {
        let set = AnnotationSet {
            id: "me".into(),
            annotator: None,
            role: Role::Own,
            derived_from: Vec::new(),
            extra: Extra::default(),
        };
        let mut state = bundled().apply(&Op::Add(Item::Set(set))).expect("a set");
        assert_eq!(offered(&state, "nyt-report"), [] as [String; 0]);
        for (id, label, start, end) in [("a", "GPE", 1994, 1999), ("b", "PERS", 632, 644), ("c", "NORP", 3130, 3142)] {
            let span = Rc::new(bare_span(id, label, start, end));
            state = state.apply(&Op::Add(Item::Span("ft-report".into(), span))).expect("a span");
        }
        let other = offered(&state, "nyt-report");
        assert!(other.len() > 5 && other.iter().all(|one| one == "GPE:إيران×1"), "{other:?}");
        assert!(offered(&state, "ft-report").contains(&"NORP:الحرس الثوري×1".to_owned()));
        // A spelling that no folding joins is offered once it is taught, also inside a longer name.
        let taught = aliases::teach(&state, &mut context(), "ماكغورك", "مكجورك").expect("taught");
        let other = offered(&done(&state, &taught), "nyt-report");
        assert_eq!(other.iter().filter(|one| *one == "PERS:بريت مكجورك×1").count(), 1, "{other:?}");
        let taught = aliases::teach(&state, &mut context(), "بريت ماكغورك", "بريت مكجورك").expect("taught");
        assert!(offered(&done(&state, &taught), "nyt-report").contains(&"PERS:بريت مكجورك×1".to_owned()));
    }

    #[test]
    fn what_is_refused_is_never_offered_again_until_it_is_allowed() {
        let state = world("[NORP:الحوثيين] ثم للحوثيين والحوثيين و[GPE:غزة] غزة");
        assert_eq!(offered(&state, "doc"), ["NORP:لحوثيين×1", "NORP:الحوثيين×1", "GPE:غزة×1"]);
        let after = done(&state, &refuse(&mut context(), &first(&state, "doc")));
        assert_eq!(offered(&after, "doc"), ["GPE:غزة×1"]);
        let [refusal] = refused(&after).try_into().expect("one refusal");
        assert_eq!((refusal.text.as_str(), refusal.label.as_str()), ("الحوثيين", "NORP"));
        let mut other = context();
        other.ids.next_id();
        let both = done(&after, &refuse(&mut other, &first(&after, "doc")));
        assert_eq!(offered(&both, "doc"), [] as [String; 0]);
        let again = done(&both, &allow(&both, &refusal).expect("allowed"));
        assert_eq!(offered(&again, "doc"), ["NORP:لحوثيين×1", "NORP:الحوثيين×1"]);
        assert_eq!(allow(&again, &refusal), Err(Refusal::Gone));
    }

    #[test]
    fn refusals_of_a_file_hold_where_they_say() {
        let state = world("[GPE:غزة] ثم غزة وغزة");
        let with = |value: Value| {
            let record = Record { document: None, collection: Collection::Refusals, value: Rc::new(value) };
            offered(&state.apply(&Op::Add(Item::Record(Rc::new(record)))).expect("it fits"), "doc").len()
        };
        assert_eq!(with(json!({"id": "r", "label": "GPE", "text": "غزه"})), 0);
        assert_eq!(with(json!({"id": "r", "label": "LOC", "text": "غزة"})), 2);
        assert_eq!(with(json!({"id": "r", "label": "GPE", "text": "غزة", "document": "doc"})), 0);
        assert_eq!(with(json!({"id": "r", "label": "GPE", "text": "غزة", "document": "other"})), 2);
        assert_eq!(with(json!({"id": "r", "label": "GPE", "document": "doc", "start": 7, "end": 10})), 1);
        assert_eq!(with(json!({"id": "r", "text": "غزة"})), 2);
    }

    #[test]
    fn a_longer_name_comes_before_a_shorter_and_what_is_tagged_is_not_offered() {
        let state = world("[ORG:الحرس الثوري] و[ORG:الحرس الثوري الإيراني] ثم الحرس الثوري الإيراني والحرس الثوري «الحرس الثوري»");
        assert_eq!(offered(&state, "doc"), ["ORG:الحرس الثوري الإيراني×1", "ORG:الحرس الثوري×1", "ORG:الحرس الثوري×1"]);
        let numbers = world("[CARDINAL:6] ثم 6 و6 و6.5 و16 و6،7");
        assert_eq!(offered(&numbers, "doc").len(), 3);
        let lines = world("[PERS:بريت ماكغورك] ثم بريت\nماكغورك وبريت  ماكغورك");
        assert_eq!(offered(&lines, "doc"), ["PERS:بريت  ماكغورك×1"]);
    }
}
