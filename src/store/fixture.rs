//! A tab for tests: makes entries as the session does, and keeps them under their names.

use super::base::Base;
use super::key::Key;
use super::replay::replay;
use super::values::Values;
use crate::core::command::{Command, Context, Edge, redo, run, undo};
use crate::core::document::Status;
use crate::core::fixture::{NOW, document, world};
use crate::core::history::{Act, Entry, EntryKey, History};
use crate::core::ids::{DocumentId, IdMaker, SpanId, Writer};
use crate::core::op::{Item, Op};
use crate::core::range::TextRange;
use crate::core::state::State;
use crate::core::transaction::Transaction;
use crate::format::entry::encode;
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
fn articles() -> State {
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
