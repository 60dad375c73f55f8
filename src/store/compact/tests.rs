//! The laws of a newer base: cut off anywhere, refused anywhere, the same project; and never a value less in the mirror.

use super::*;
use crate::core::fixture::NOW;
use crate::core::history::{Act, EntryKey, History};
use crate::core::ids::IdMaker;
use crate::core::transaction::Transaction;
use crate::core::{command::Context, travel};
use crate::format::entry::encode;
use crate::format::native;
use crate::store::fixture::{Dice, edit, workshop};
use crate::store::{Memory, Store, StoreFault, union};
use std::cell::Cell;

fn write(state: &State) -> Option<String> {
    native::write(state, NOW, &native::Choice::default()).ok()
}

fn read(file: &str) -> Option<State> {
    native::read(file).ok().map(native::state_from)
}

fn base_of(values: &Values) -> Base {
    Base::find("p", values, read, || unreachable!("the first snapshot is there"))
}

/// The journal of two tabs that worked at once for a while, over a snapshot of the start.
fn journal(seed: u64, count: u32) -> Vec<(String, String)> {
    let start = read(&write(&workshop()).expect("written")).expect("read");
    let file = Snapshot { seen: Seen::default(), apart: Vec::new(), project: write(&start).expect("written") };
    let mut values = vec![(Key::Snapshot("p".into(), 0).to_string(), file.encode())];
    let mut dice = Dice(seed);
    let mut journals = ["x", "y"].map(|writer| (writer, Journal::new(start.clone(), Seen::default(), Vec::new(), 0), 0));
    let mut unsent: [Vec<Rc<Entry>>; 2] = [Vec::new(), Vec::new()];
    let made = Cell::new(0);
    while made.get() < count {
        let at = dice.below(2);
        let (writer, journal, number) = &mut journals[at];
        if dice.below(4) == 0 {
            journal.take(std::mem::take(&mut unsent[at]));
        }
        for _ in 0..1 + dice.below(4) {
            let mut context = Context { now: NOW.into(), ids: IdMaker::new(&(*writer).into(), *number), annotator: None };
            let (state, history) = (journal.state().clone(), journal.history().clone());
            let act: Option<(Act, Transaction)> = match dice.below(6) {
                0 => travel::undo(&state, &history).ok(),
                _ => edit(&state, &mut context, &mut dice).ok().map(|transaction| (Act::Do, transaction)),
            };
            let Some((act, transaction)) = act else { continue };
            let key = EntryKey { writer: (*writer).into(), number: *number };
            let clock = journal.entries().iter().map(|entry| entry.clock).max().unwrap_or_default() + 1;
            let entry = Rc::new(Entry { key: key.clone(), clock, at: NOW.into(), act, transaction });
            *number += 1;
            made.set(made.get() + 1);
            journal.take(vec![entry.clone()]);
            values.push((Key::Entry("p".into(), key).to_string(), encode(&entry)));
            unsent[1 - at].push(entry);
        }
    }
    values
}

fn state_of(local: &Memory, mirror: &Memory) -> (State, History) {
    let pairs = |store: &Memory| store.list("hashiya/").expect("listed");
    let all = union(pairs(local), pairs(mirror)).all;
    let replayed = replay("p", base_of(&all), &all);
    (replayed.state, replayed.history)
}

fn stores(values: &[(String, String)]) -> (Memory, Memory) {
    let stores = (Memory::default(), Memory::default());
    for (name, value) in values {
        stores.0.put(name, value).and_then(|()| stores.1.put(name, value)).expect("kept");
    }
    stores
}

fn carry_out(step: &Step, local: &Memory, mirror: &Memory) -> Result<(), StoreFault> {
    match step {
        Step::Mirror(name, value) => mirror.put(name, value),
        Step::Local(name, value) => local.put(name, value),
        Step::Leave(name) => local.remove(name),
    }
}

#[test]
fn cut_off_anywhere_it_replays_to_the_same_project() {
    let (mut moved, mut apart) = (0, 0);
    for seed in 0..24 {
        let values = journal(seed, 70);
        let all = values.iter().cloned().collect::<Values>();
        let Some(compaction) = compact(("p", &base_of(&all)), &all, (40, 15), write, read) else { continue };
        moved += 1;
        apart += usize::from(compaction.snapshot.1.contains("\"apart\""));
        let wanted = stores(&values);
        let wanted = state_of(&wanted.0, &wanted.1).0;
        for fits in [Fits::Now, Fits::Later, Fits::Never] {
            let (local, mirror) = stores(&values);
            for step in steps(compaction.clone(), fits) {
                carry_out(&step, &local, &mirror).expect("done");
                let (state, history) = state_of(&local, &mirror);
                assert!(same(&state, &wanted), "seed {seed}, after {step:?}");
                assert!(!history.is_empty(), "the latest can be undone");
            }
            let kept = mirror.list("hashiya/").expect("listed");
            assert!(values.iter().all(|value| kept.contains(value)), "the mirror keeps every value");
            let left = local.list("hashiya/").expect("listed");
            assert!(left.len() <= 1 + 15 + 10, "{} values are left", left.len());
            if fits != Fits::Never {
                assert!(same(&state_of(&local, &Memory::default()).0, &wanted), "local storage alone has the same");
            }
        }
    }
    assert!(moved > 5 && apart > 0, "{moved} {apart}");
}

#[test]
fn what_cannot_be_read_or_is_missing_stays_as_it_is() {
    let short = |values: &[(String, String)]| {
        let all = values.iter().cloned().collect::<Values>();
        compact(("p", &base_of(&all)), &all, (40, 15), write, read).is_none()
    };
    // Where a relation waits for its span, the file is not the whole project.
    let values = (0..9).map(|seed| journal(seed, 70)).find(|values| !short(values)).expect("one that is whole");
    let mut newer = values.clone();
    newer[5].1 = newer[5].1.replacen('1', "9", 1);
    assert!(short(&newer), "an entry of a later version");
    let mut damaged = values.clone();
    damaged[5].1.push('.');
    assert!(short(&damaged));
    let mut gap = values.clone();
    gap.remove(5);
    assert!(short(&gap), "an entry that may come yet");
    let all = values.iter().cloned().collect::<Values>();
    assert_eq!(compact(("p", &base_of(&all)), &all, (5_000, 1_000), write, read), None, "a short one");
    let worse = |file: &str| read(file).map(|state| State { documents: state.documents[..1].to_vec(), ..state });
    assert_eq!(compact(("p", &base_of(&all)), &all, (40, 15), write, worse), None, "a file that is not the project");
}
