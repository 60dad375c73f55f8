//! The worked example as several annotators might have done it.

use hashiya::core::agreement::chance::Chance;
use hashiya::core::agreement::gather::{Gathered, Gathering, Wish};
use hashiya::core::clitics::{FreeWords, cuts};
use hashiya::core::ids::{DocumentId, SetId, SpanId};
use hashiya::core::op::{Item, Op};
use hashiya::core::project::{AnnotationSet, Role};
use hashiya::core::range::TextRange;
use hashiya::core::record::{Collection, Extra, Record};
use hashiya::core::shapes::Shapes;
use hashiya::core::snap;
use hashiya::core::span::Span;
use hashiya::core::state::State;
use hashiya::core::text::Text;
use hashiya::core::units::Offset;
use hashiya::format::exchange::options::Tokens;
use hashiya::format::exchange::tokens::tokens;
use hashiya::format::native;
use serde_json::Value;
use std::rc::Rc;

/// Somebody's spans.
pub type Work = Vec<(DocumentId, Span)>;

/// The worked example.
pub fn example() -> State {
    native::state_from(native::read(include_str!("../../seeds/example.hashiya.json")).unwrap())
}

/// The spans of the worked example.
pub fn gold() -> Work {
    let state = example();
    let of = |document: &Rc<hashiya::core::state::DocumentState>| {
        let spans = document.spans.iter().map(|span| (document.document.id.clone(), Span::clone(span)));
        spans.collect::<Vec<_>>()
    };
    state.documents.iter().flat_map(of).collect()
}

/// The two reports with a set for each annotator; with `records` everybody has the example's relations, events and entities too.
pub fn team(works: &[Work], records: bool) -> State {
    let example = example();
    let mut state = State::new(example.project.as_ref().clone(), example.tagset.as_ref().clone());
    let mut add = |item: Item| state = state.apply(&Op::Add(item)).unwrap();
    for document in &example.documents {
        add(Item::Document(document.document.clone()));
    }
    for (who, work) in works.iter().enumerate() {
        let set = SetId::new(format!("s{who}"));
        add(Item::Set(AnnotationSet {
            id: set.clone(),
            annotator: None,
            role: Role::Received,
            derived_from: Vec::new(),
            extra: Extra::default(),
        }));
        for (document, span) in work {
            let span = Span { id: SpanId::new(format!("{who}-{}", span.id)), set: set.clone(), ..span.clone() };
            add(Item::Span(document.clone(), Rc::new(span)));
        }
        for record in example.records.iter().filter(|_| records) {
            if !matches!(record.collection, Collection::Relations | Collection::Events | Collection::Entities) {
                continue;
            }
            let mut value = Value::clone(&record.value);
            rename(&mut value, who);
            value["set"] = Value::from(set.as_str());
            add(Item::Record(Rc::new(Record { value: Rc::new(value), ..Record::clone(record) })));
        }
    }
    state
}

/// Gives ids in a record the annotator's number.
fn rename(value: &mut Value, who: usize) {
    match value {
        Value::Array(members) => members.iter_mut().for_each(|member| rename(member, who)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(id) if ["id", "from", "to", "span", "trigger"].contains(&name.as_str()) => {
                        *value = Value::from(format!("{who}-{id}"));
                    }
                    _ => rename(value, who),
                }
            }
        }
        _ => {}
    }
}

/// Everything of a project, gathered.
pub fn gathered(state: &State) -> Gathered {
    let wish = Wish {
        sets: state.sets.iter().map(|set| set.id.clone()).collect(),
        documents: state.documents.iter().map(|document| document.document.id.clone()).collect(),
        boilerplate: false,
        tokens: |text| tokens(text, Tokens::Words),
    };
    let mut gathering = Gathering::new(state, &Rc::new(Shapes::of(state)), wish);
    while !gathering.step() {}
    assert_eq!(gathering.share(), 100);
    gathering.done()
}

/// The same work as somebody else might have done it. `harm` is the share of spans that something happens to.
pub fn noisy(work: &Work, harm: f64, chance: &mut Chance) -> Work {
    let state = example();
    let mut made = Vec::new();
    for (document, span) in work {
        let text = &state.document(document).unwrap().document.text;
        let mut span = span.clone();
        if chance.share() < harm {
            match chance.below(4) {
                0 => continue,
                1 => span.label = state.tagset.labels[chance.below(8)].id.clone(),
                2 => {
                    let start = snap::previous_word(text, span.range.start());
                    span.range = TextRange::new(start, span.range.end());
                    span.fragments = Vec::new();
                }
                _ => {
                    span.range = TextRange::new(span.range.start(), snap::next_word(text, span.range.end()));
                    span.fragments = Vec::new();
                }
            }
        }
        made.push((document.clone(), span));
    }
    without_twins(made)
}

/// The same work with other habits: attached words taken in or left out, punctuation and space taken in. Says how many limits differ.
pub fn other_habits(work: &Work, chance: &mut Chance) -> (Work, usize) {
    let state = example();
    let free = FreeWords::of(state.documents.iter().map(|document| document.document.text.as_str()));
    let (mut made, mut differ) = (Vec::new(), 0);
    for (document, span) in work.iter().filter(|(_, span)| span.fragments.is_empty()) {
        let text = &state.document(document).unwrap().document.text;
        let range = TextRange::new(earlier(text, span.range.start(), &free, chance), later(text, span.range.end(), chance));
        differ += usize::from(range != span.range);
        made.push((document.clone(), Span { range, ..span.clone() }));
    }
    let count = made.len();
    let made = without_twins(made);
    assert_eq!(made.len(), count);
    (made, differ)
}

/// A start before the attached words of the word that begins there, or before a quotation mark.
fn earlier(text: &Text, start: Offset, free: &FreeWords, chance: &mut Chance) -> Offset {
    let word = snap::word_at(text, start);
    let attached = word.filter(|word| cuts(text, *word, &|rest| free.contains(rest)).starts.contains(&start));
    match attached {
        Some(word) => [start, word.start()][chance.below(2)],
        None if start.0 > 0 && text.char_at(Offset(start.0 - 1)) == Some('"') => Offset(start.0 - chance.below(2) as u32),
        None => start,
    }
}

/// An end after a comma, a full stop or a space.
fn later(text: &Text, end: Offset, chance: &mut Chance) -> Offset {
    let loose = text.char_at(end).is_some_and(|character| matches!(character, '،' | '.' | ' ' | '"'));
    end.plus(if loose { chance.below(2) as u32 } else { 0 })
}

/// What says the same of the same words once only, as in a set.
fn without_twins(work: Work) -> Work {
    let mut made: Work = Vec::new();
    for (document, span) in work {
        if !made.iter().any(|(other, twin)| *other == document && twin.repeats(&span)) {
            made.push((document, span));
        }
    }
    made
}
