//! The laws of several tabs on one project: whatever comes when, all come to the same, which is what a replay comes to.

use super::*;
use crate::core::command::{Command, Context, SpanRef, run};
use crate::core::document::Status;
use crate::core::fixture::NOW;
use crate::core::history::Act;
use crate::core::ids::{IdMaker, Writer};
use crate::core::range::TextRange;
use crate::core::refusal::Refusal;
use crate::core::shapes::relate;
use crate::core::transaction::Transaction;
use crate::core::travel;
use crate::core::units::Offset;
use crate::format::entry::{decode, encode};
use crate::store::fixture::{Dice, articles, edit, workshop};
use crate::store::{Base, Key, Values, replay};

/// An open tab: its journal, what it shows, and what has been sent to it.
struct Peer {
    writer: Writer,
    number: u32,
    journal: Journal,
    state: State,
    history: History,
    sent: Vec<String>,
}

impl Peer {
    fn new(writer: &str, base: &State, others: &Rc<Vec<Writer>>) -> Self {
        let journal = Journal::new(base.clone(), Seen::default(), Vec::new(), 0);
        let history = journal.history().clone().beside(others.clone());
        Self { writer: writer.into(), number: 0, state: base.clone(), history, journal, sent: Vec::new() }
    }

    fn follow(&mut self, merged: Option<Merged>) {
        let Some(merged) = merged else { return };
        if let Some(steps) = &merged.steps {
            let stepped = steps.iter().fold(self.state.clone(), |state, entry| entry.transaction.apply(&state).expect("fits"));
            assert!(stepped == merged.state, "the steps lead from what was there to what is there");
        }
        self.state = merged.state;
        self.history = merged.history.beside(self.history.others().clone());
    }

    /// Makes entries in one action, and gives them as they are written.
    fn act(
        &mut self,
        count: usize,
        mut what: impl FnMut(&State, &History, &mut Context) -> Option<(Act, Transaction)>,
    ) -> Vec<String> {
        let mut made = Vec::new();
        for _ in 0..count {
            let mut context = Context { now: NOW.into(), ids: IdMaker::new(&self.writer, self.number), annotator: None };
            let Some((act, transaction)) = what(&self.state, &self.history, &mut context) else { continue };
            self.state = transaction.apply(&self.state).expect("what a tab does fits its state");
            let key = EntryKey { writer: self.writer.clone(), number: self.number };
            let entry = Rc::new(Entry { key, clock: self.history.next_clock(), at: NOW.into(), act, transaction });
            self.number += 1;
            self.history = self.history.clone().with(entry.clone());
            made.push(entry);
        }
        let merged = self.journal.made(&made, &self.state, &self.history);
        self.follow(merged);
        made.iter().map(|entry| encode(entry)).collect()
    }

    /// Takes some of what was sent, out of order.
    fn receive(&mut self, dice: &mut Dice) {
        let mut batch = Vec::new();
        for _ in 0..1 + dice.below(6) {
            if !self.sent.is_empty() {
                batch.push(self.sent.remove(dice.below(self.sent.len())));
            }
        }
        self.take(&batch);
    }

    fn take(&mut self, batch: &[String]) {
        let merged = self.journal.take(batch.iter().map(|value| Rc::new(decode(value).expect("whole"))).collect());
        self.follow(merged);
    }
}

fn values(written: &[String]) -> Values {
    let named = |value: &String| (Key::Entry("p".into(), decode(value).expect("whole").key).to_string(), value.clone());
    written.iter().map(named).collect()
}

fn same_as_replayed(peer: &Peer, base: &State, written: &[String], what: &str) {
    let replayed = replay("p", Base::new(base.clone()), &values(written));
    assert!(peer.state == replayed.state, "{what}: {} has another project", peer.writer);
    let history = replayed.history.having_seen(replayed.next_clock - 1).beside(peer.history.others().clone());
    assert!(peer.history == history, "{what}: {} has another history", peer.writer);
}

#[test]
fn whatever_comes_when_all_tabs_come_to_what_a_replay_comes_to() {
    let (base, names) = (workshop(), ["x", "y", "z"]);
    let (mut travelled, mut woken) = ([0, 0], 0);
    for seed in 0..24 {
        let mut dice = Dice(seed);
        let others = |of: &str| Rc::new(names.iter().filter(|name| **name != of).map(|name| Writer::from(*name)).collect());
        let mut peers = names.map(|name| Peer::new(name, &base, &others(name)));
        let mut written = Vec::new();
        let mut known = [Vec::new(), Vec::new(), Vec::new()];
        for step in 0..120 {
            let at = dice.below(peers.len());
            if dice.below(3) == 0 {
                let before = peers[at].sent.clone();
                peers[at].receive(&mut dice);
                known[at].extend(before.into_iter().filter(|value| !peers[at].sent.contains(value)));
                if step % 10 == 0 {
                    same_as_replayed(&peers[at], &base, &known[at], &format!("seed {seed}, step {step}"));
                }
                continue;
            }
            let waiting = peers[at].journal.waiting().count();
            let count = 1 + dice.below(2);
            let made = peers[at].act(count, |state, history, context| match dice.below(8) {
                0 | 1 => {
                    let undone = travel::undo(state, history).ok()?;
                    let ours = history.undoable().is_some_and(|entry| entry.key.writer == names[at].into());
                    assert!(ours, "an undo takes back one's own");
                    travelled[0] += 1;
                    Some(undone)
                }
                2 => travel::redo(state, history).ok().inspect(|_| travelled[1] += 1),
                _ => edit(state, context, &mut dice).ok().map(|transaction| (Act::Do, transaction)),
            });
            for (place, peer) in peers.iter_mut().enumerate() {
                if place == at {
                    known[at].extend(made.iter().cloned());
                } else {
                    peer.sent.extend(made.iter().cloned());
                }
            }
            written.extend(made);
            if waiting > 0 {
                // What was waiting may have got what it needs.
                woken += usize::from(peers[at].journal.waiting().count() < waiting);
                same_as_replayed(&peers[at], &base, &known[at], &format!("seed {seed}, step {step}, after an action"));
            }
        }
        for mut peer in peers {
            while !peer.sent.is_empty() {
                peer.receive(&mut dice);
            }
            // What comes again changes nothing.
            peer.take(&written);
            same_as_replayed(&peer, &base, &written, &format!("seed {seed}, at the end"));
        }
    }
    assert!(travelled.iter().all(|count| *count > 60), "{travelled:?}");
    assert!(woken > 0, "{woken}");
}

/// Undo or redo.
type Travel = fn(&State, &History) -> Result<(Act, Transaction), Refusal>;

/// Two open tabs on the articles, each told at once of what the other does.
struct Two(Peer, Peer);

impl Two {
    fn new() -> Self {
        let base = articles();
        Self(Peer::new("x", &base, &Rc::new(vec!["y".into()])), Peer::new("y", &base, &Rc::new(vec!["x".into()])))
    }

    fn act(&mut self, first: bool, what: impl FnMut(&State, &History, &mut Context) -> Option<(Act, Transaction)>) -> bool {
        let (one, other) = if first { (&mut self.0, &mut self.1) } else { (&mut self.1, &mut self.0) };
        let made = one.act(1, what);
        other.take(&made);
        assert!(one.state == other.state && one.history.len() == other.history.len());
        !made.is_empty()
    }

    fn run(&mut self, first: bool, command: &Command) {
        let done = self.act(first, |state, _, context| Some((Act::Do, run(state, context, command).ok()?)));
        assert!(done, "{command:?}");
    }

    fn tag(&mut self, first: bool, start: u32) -> SpanRef {
        self.run(first, &Command::Tag("a".into(), TextRange::of(start, start + 5), "GPE".into()));
        let home = self.0.state.document(&"a".into()).expect("an article");
        let made = home.spans.iter().max_by_key(|span| (span.range.start() <= Offset(start + 4), span.range.start()));
        ("a".into(), made.expect("a span").id.clone())
    }

    fn travel(&mut self, first: bool, go: Travel) -> Result<(), Refusal> {
        let mut why = Ok(());
        self.act(first, |state, history, _| go(state, history).map_err(|refusal| why = Err(refusal)).ok());
        why
    }

    fn count(&self) -> usize {
        self.0.state.document(&"a".into()).map_or(0, |home| home.spans.len())
    }
}

#[test]
fn undo_takes_back_ones_own_and_never_what_another_open_tab_has_done() {
    let mut two = Two::new();
    let mine = two.tag(true, 0);
    let theirs = two.tag(false, 20);
    // The first tag has made the set as well, in which the other tab has tagged since: the set stays.
    assert_eq!(two.travel(true, travel::undo), Ok(()));
    assert!(two.0.state.span(&mine.0, &mine.1).is_none() && two.0.state.span(&theirs.0, &theirs.1).is_some());
    let status = |two: &Two| two.0.state.document(&"a".into()).map(|home| home.status);
    assert_eq!(status(&two), Some(Status::Working), "there is work on the document yet");
    assert_eq!(two.travel(true, travel::undo), Err(Refusal::NothingToUndo));
    // Nor is it made again from there, and what is done there meanwhile takes nothing away here.
    assert_eq!(two.travel(false, travel::redo), Err(Refusal::NothingToRedo));
    two.tag(false, 40);
    assert_eq!(two.travel(true, travel::redo), Ok(()));
    assert_eq!(two.count(), 3);
    // What was done here since does.
    assert_eq!(two.travel(true, travel::undo), Ok(()));
    two.tag(true, 60);
    assert_eq!(two.travel(true, travel::redo), Err(Refusal::NothingToRedo));
    // Once the other tab is closed, its changes can be taken back like any.
    two.0.history = two.0.history.clone().beside(Rc::default());
    for left in (0..3).rev() {
        assert_eq!(two.travel(true, travel::undo), Ok(()));
        assert_eq!(two.count(), left);
    }
}

#[test]
fn an_undo_that_would_go_over_what_another_tab_has_done_since_is_refused() {
    let mut two = Two::new();
    let span = two.tag(true, 0);
    two.run(false, &Command::Relabel(vec![span.clone()], "ORG".into()));
    assert_eq!(two.travel(true, travel::undo), Err(Refusal::Depended), "the span is relabelled");
    assert_eq!(two.travel(false, travel::undo), Ok(()));
    assert_eq!(two.travel(true, travel::undo), Ok(()));
    // By redo neither: the other tab has brought the span back and written on it meanwhile.
    let span = two.tag(true, 30);
    two.run(true, &Command::Relabel(vec![span.clone()], "PERS".into()));
    assert_eq!(two.travel(true, travel::undo), Ok(()));
    two.run(false, &Command::Relabel(vec![span.clone()], "EVENT".into()));
    assert_eq!(two.travel(true, travel::redo), Err(Refusal::Depended), "the label was set again");
    // Two fields of one span are two things.
    two.run(true, &Command::Note(span.clone(), "حاشية".into()));
    two.run(false, &Command::Relabel(vec![span.clone()], "ORG".into()));
    assert_eq!(two.travel(true, travel::undo), Ok(()));
    let left = two.0.state.span(&span.0, &span.1).expect("the span");
    assert_eq!((left.note.as_str(), left.label.as_str()), ("", "ORG"));
    // A relation that another tab has put on a span holds it.
    let (one, other) = (two.tag(true, 60), two.tag(true, 80));
    let related = two.act(false, |state, _, context| {
        let mut kinds = state.clone();
        Rc::make_mut(&mut kinds.tagset).extra = workshop().tagset.extra.clone();
        Some((Act::Do, relate::add(&kinds, context, "near", &one, &other).ok()?))
    });
    assert!(related);
    assert_eq!(two.travel(true, travel::undo), Err(Refusal::Depended));
    assert_eq!(two.travel(false, travel::undo), Ok(()));
    assert_eq!(two.travel(true, travel::undo), Ok(()));
}

#[test]
fn two_tabs_of_a_thousand_edits_each_come_to_the_same() {
    let base = workshop();
    let mut peers = [Peer::new("x", &base, &Rc::default()), Peer::new("y", &base, &Rc::default())];
    let mut dice = Dice(7);
    let mut written = Vec::new();
    for _ in 0..1_000 {
        // Both at once, each before it hears of the other.
        let made = [0, 1].map(|at: usize| {
            peers[at].act(1, |state, _, context| Some((Act::Do, (0..9).find_map(|_| edit(state, context, &mut dice).ok())?)))
        });
        peers[0].take(&made[1]);
        peers[1].take(&made[0]);
        written.extend(made.into_iter().flatten());
    }
    assert!(written.len() > 1_900);
    peers.iter().for_each(|peer| same_as_replayed(peer, &base, &written, "at the end"));
}
