//! A tab for tests: makes entries as the session does, and keeps them under their names.

use super::base::Base;
use super::key::Key;
use super::replay::replay;
use super::values::Values;
use crate::core::command::{Command, Context, Edge, run};
use crate::core::document::Status;
use crate::core::fixture::{NOW, document, world};
use crate::core::history::{Act, Entry, EntryKey, History};
use crate::core::ids::{DocumentId, IdMaker, SpanId, Writer};
use crate::core::op::{Item, KindList, Op};
use crate::core::range::TextRange;
use crate::core::refusal::Refusal;
use crate::core::shapes::{Shapes, attribute, entity, event, label, relate};
use crate::core::state::State;
use crate::core::transaction::Transaction;
use crate::core::travel::{redo, undo};
use crate::format::entry::encode;
use serde_json::json;
use std::rc::Rc;

/// A tab: makes entries as the session does and keeps them under their names.
#[derive(Clone)]
pub struct Tab {
    /// Its name.
    pub writer: Writer,
    /// The number of its next entry.
    pub number: u32,
    /// What it shows.
    pub state: State,
    /// What it can undo.
    pub history: History,
    /// The clock of its last entry.
    pub clock: u64,
    /// What it has written, in order.
    pub written: Vec<(String, String)>,
}

impl Tab {
    /// A tab on a project without any entry.
    pub fn new(writer: &str, state: &State) -> Self {
        Self {
            writer: writer.into(),
            number: 0,
            state: state.clone(),
            history: History::default(),
            clock: 0,
            written: Vec::new(),
        }
    }

    /// A tab opened now on what is kept.
    pub fn opened(writer: &str, base: &State, values: &Values) -> Self {
        let replayed = replay("p", Base::new(base.clone()), values);
        Self { history: replayed.history, clock: replayed.next_clock - 1, ..Self::new(writer, &replayed.state) }
    }

    fn write(&mut self, act: Act, transaction: Transaction) {
        self.state = transaction.apply(&self.state).expect("what a tab does fits its state");
        let key = EntryKey { writer: self.writer.clone(), number: self.number };
        self.clock += 1;
        let entry = Rc::new(Entry { key: key.clone(), clock: self.clock, at: NOW.into(), act, transaction });
        self.number += 1;
        self.history = std::mem::take(&mut self.history).with(entry.clone());
        self.written.push((Key::Entry("p".into(), key).to_string(), encode(&entry)));
    }

    /// Does something.
    pub fn run(&mut self, command: &Command) {
        let mut context = Context { now: NOW.into(), ids: IdMaker::new(&self.writer, self.number), annotator: None };
        let transaction = run(&self.state, &mut context, command).expect("the command applies");
        self.write(Act::Do, transaction);
    }

    /// Takes back the last change.
    pub fn undo(&mut self) {
        let (act, transaction) = undo(&self.state, &self.history).expect("can be undone");
        self.write(act, transaction);
    }

    /// Makes again what was taken back.
    pub fn redo(&mut self) {
        let (act, transaction) = redo(&self.state, &self.history).expect("can be redone");
        self.write(act, transaction);
    }

    /// Tags the first place where these words stand.
    pub fn tag(&mut self, document: &str, words: &str, label: &str) {
        let range = place(&self.state, document, words);
        self.run(&Command::Tag(document.into(), range, label.into()));
    }

    /// The span on the first place where these words stand.
    pub fn span(&self, document: &str, words: &str) -> (DocumentId, SpanId) {
        let found = self.state.document(&document.into()).expect("a document");
        let range = place(&self.state, document, words);
        (document.into(), found.spans.iter().find(|span| span.range == range).expect("a span").id.clone())
    }
}

fn place(state: &State, document: &str, words: &str) -> TextRange {
    let text = &state.document(&document.into()).expect("a document").document.text;
    let byte = text.as_str().find(words).expect("the words are in the text");
    let start = text.as_str()[..byte].chars().count() as u32;
    TextRange::of(start, start + words.chars().count() as u32)
}

/// A project of both bundled articles, which `a` and `b` name.
pub fn articles() -> State {
    let mut state = world("");
    for (id, seed) in ["a", "b"].iter().zip(crate::seeds::documents()) {
        let op = Op::Add(Item::Document(Rc::new(document(id, seed.text))));
        state = state.apply(&op).expect("an article fits");
    }
    state
}

/// Some work on both articles, with every kind of entry in it, and the state after each.
pub fn work() -> (State, Tab, Vec<State>) {
    let base = articles();
    let mut tab = Tab::new("w", &base);
    let mut states = vec![base.clone()];
    for step in 0..18 {
        match step {
            0 => tab.tag("a", "إيران", "GPE"),
            1 => tab.tag("a", "99 هجومًا", "CARDINAL"),
            2 => tab.tag("b", "إيران", "GPE"),
            3 => tab.run(&Command::Nudge(tab.span("a", "إيران"), Edge::Start, false, 0)),
            4 | 8 | 15 => tab.undo(),
            5 => tab.run(&Command::Note(tab.span("a", "إيران"), "في الخبرين «إيران» 🙂".into())),
            6 => tab.run(&Command::Relabel(vec![tab.span("b", "إيران")], "NORP".into())),
            7 => tab.run(&Command::Delete(vec![tab.span("a", "إيران"), tab.span("a", "99 هجومًا")])),
            9 | 17 => tab.redo(),
            10 => tab.tag("a", "الحوثيين", "NORP"),
            11 => tab.run(&Command::Annotator(Some("هند".into()))),
            12 => tab.run(&Command::Status("a".into(), Status::Done)),
            13 => tab.tag("b", "عُمان", "GPE"),
            14 => tab.run(&Command::Delete(vec![tab.span("b", "عُمان")])),
            _ => tab.undo(),
        }
        states.push(tab.state.clone());
    }
    (base, tab, states)
}

/// Chance that is the same each time.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % count as u64) as usize
    }
}

/// Both bundled articles, with a set, types of relations and events, and a label of documents.
pub fn workshop() -> State {
    let mut state = articles();
    let tagset = Rc::make_mut(&mut state.tagset);
    let kinds = [
        (KindList::Attributes, json!([{"id": "figure", "type": "number"}])),
        (KindList::RelationTypes, json!([{"id": "near"}, {"id": "part"}])),
        (KindList::EventTypes, json!([{"id": "talks", "roles": [{"id": "party"}, {"id": "place"}]}])),
        (KindList::DocumentLabels, json!([{"id": "report"}])),
    ];
    for (list, kinds) in kinds {
        tagset.extra = tagset.extra.with(list.field(), Some(kinds));
    }
    state
}

/// A change such as a person makes: mostly of spans, sometimes of what stands on them.
///
/// # Errors
/// Where what came up cannot be done.
pub fn edit(state: &State, context: &mut Context, dice: &mut Dice) -> Result<Transaction, Refusal> {
    const LABELS: [&str; 4] = ["GPE", "PERS", "ORG", "EVENT"];
    let document = DocumentId::from(["a", "b"][dice.below(2)]);
    let home = state.document(&document).ok_or(Refusal::Gone)?;
    // A few words, so that tabs meet.
    let start = dice.below(120) as u32;
    let range = TextRange::of(start, start + 4 + dice.below(12) as u32);
    let label = LABELS[dice.below(LABELS.len())].into();
    let any = |dice: &mut Dice| {
        let spans = home.spans.iter().collect::<Vec<_>>();
        (!spans.is_empty()).then(|| (document.clone(), spans[dice.below(spans.len())].id.clone())).ok_or(Refusal::NoSpan)
    };
    let shapes = Shapes::of(state);
    let command = match dice.below(20) {
        0 => Command::Relabel(vec![any(dice)?], label),
        1 => Command::Delete(vec![any(dice)?]),
        2 => Command::Note(any(dice)?, format!("حاشية {start} 🙂")),
        3 => Command::Nudge(any(dice)?, Edge::End, dice.below(2) == 0, 0),
        4 => Command::AddFragment(any(dice)?, range),
        5 => Command::Status(document, [Status::New, Status::Working, Status::Done][dice.below(3)]),
        6 => Command::Annotator(Some(format!("هند {start}"))),
        7 | 8 => return relate::add(state, context, ["near", "part"][dice.below(2)], &any(dice)?, &any(dice)?),
        9 => return event::add(state, context, "talks", &any(dice)?),
        10 => {
            let event = shapes.events().first().ok_or(Refusal::Gone)?;
            return event::add_role(state, context, &event.id, ["party", "place"][dice.below(2)], &any(dice)?);
        }
        11 => return entity::add(state, context, &[any(dice)?], "عُمان"),
        12 => {
            let entity = shapes.entities().first().ok_or(Refusal::Gone)?;
            return entity::mention(state, context, &entity.id, &[any(dice)?]);
        }
        13 => return label::toggle(state, context, &document, "report"),
        14 => return attribute::set(state, context, &any(dice)?, "figure", Some(json!(start))),
        _ => Command::Tag(document, range, label),
    };
    run(state, context, &command)
}
