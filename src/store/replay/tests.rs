//! The laws of replay, on the bundled articles and on worlds made by hand.

use super::*;
use crate::core::command::Command;
use crate::core::fixture::{NOW, bare_span, spans, world};
use crate::core::history::{Act, EntryKey};
use crate::core::ids::{DocumentId, SpanId};
use crate::core::op::{Item, Op};
use crate::core::span::Span;
use crate::core::transaction::{ChangeName, Transaction};
use crate::format::entry::encode;
use crate::store::fixture::{Tab, work};
use crate::store::union::union;
use crate::store::{Memory, Store};

fn replayed(base: &State, pairs: impl IntoIterator<Item = (String, String)>) -> Replayed {
    replay("p", Base::new(base.clone()), &pairs.into_iter().collect())
}

#[test]
fn every_prefix_replays_to_what_was_on_screen() {
    let (base, tab, states) = work();
    for (count, state) in states.iter().enumerate() {
        let replayed = replayed(&base, tab.written[..count].iter().cloned());
        assert_eq!(replayed.state, *state, "after {count} entries");
        assert_eq!(replayed.next_clock, count as u64 + 1);
        assert_eq!(replayed.set_aside, []);
    }
    assert_eq!(replayed(&base, tab.written.clone()).history, tab.history);
}

#[test]
fn however_the_entries_lie_in_the_two_stores_the_project_is_the_same() {
    let (base, tab, _) = work();
    // A fixed scatter over: only local, only the mirror, both, both with one of them cut off.
    let mut scatter = 12_345_u32;
    for _ in 0..60 {
        let (mut local, mut mirror) = (Vec::new(), Vec::new());
        for (key, value) in tab.written.iter().rev() {
            scatter = scatter.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let cut = value.chars().take(100).collect::<String>();
            let (one, other) = match scatter >> 29 {
                0 | 1 => (Some(value.clone()), None),
                2 | 3 => (None, Some(value.clone())),
                4 => (Some(cut), Some(value.clone())),
                5 => (Some(value.clone()), Some(cut)),
                _ => (Some(value.clone()), Some(value.clone())),
            };
            local.extend(one.map(|value| (key.clone(), value)));
            mirror.extend(other.map(|value| (key.clone(), value)));
        }
        let replayed = replay("p", Base::new(base.clone()), &union(local, mirror).all);
        assert_eq!((replayed.state, replayed.history), (tab.state.clone(), tab.history.clone()));
    }
}

#[test]
fn a_damaged_entry_costs_only_itself() {
    let base = world("زار محمود عباس القاهرة ثم عاد إلى رام الله يوم الأحد");
    let mut tab = Tab::new("w", &base);
    let words = ["محمود عباس", "القاهرة", "رام الله", "يوم الأحد", "محمود", "عباس", "زار", "الله"];
    words.iter().for_each(|words| tab.tag("doc", words, "EVENT"));
    for damaged in 0..words.len() {
        let mut written = tab.written.clone();
        written[damaged].1 = written[damaged].1.replace("EVENT", "OCC");
        let replayed = replayed(&base, written.clone());
        let mut expected = spans(&tab.state);
        expected.retain(|span| *span != format!("EVENT:{}", words[damaged]));
        assert_eq!(spans(&replayed.state), expected);
        let (key, value) = written[damaged].clone();
        assert_eq!(replayed.set_aside, [SetAside { key, value, why: Why::Fault(EntryFault::Damaged) }]);
    }
}

#[test]
fn what_cannot_be_read_is_told_apart_and_other_names_are_passed_over() {
    let base = world("زار محمود القاهرة");
    let mut tab = Tab::new("w", &base);
    tab.tag("doc", "محمود", "PERS");
    let value = tab.written[0].1.clone();
    let mut values = tab.written.clone();
    let mut put = |key: &str, value: &str| values.push((key.into(), value.into()));
    put("hashiya/p/journal/w/1", &value);
    put("hashiya/p/journal/w/2", "4 من نسخة لم تُكتب بعد");
    put("hashiya/p/draft/w", "");
    put("hashiya/q/journal/w/0", "مشروع آخر");
    put("hashiya/p/relics/w", "شكل لا نعرفه");
    put("hashiya/settings", "{}");
    let replayed = replayed(&base, values);
    assert_eq!(replayed.state, tab.state);
    let whys = replayed.set_aside.into_iter().map(|aside| (aside.key, aside.why)).collect::<Vec<_>>();
    let expected = [
        ("hashiya/p/draft/w".into(), Why::Fault(EntryFault::Damaged)),
        ("hashiya/p/journal/w/1".into(), Why::Misplaced),
        ("hashiya/p/journal/w/2".into(), Why::Fault(EntryFault::NewerVersion(4))),
    ];
    assert_eq!(whys, expected);
}

/// Two tabs on one world, both opened when `s1` was there.
fn two() -> (State, Tab, Tab) {
    let base = world("زار [PERS:محمود] القاهرة");
    (base.clone(), Tab::new("x", &base), Tab::new("y", &base))
}

fn both(base: &State, one: &Tab, other: &Tab) -> Replayed {
    replayed(base, one.written.iter().chain(&other.written).cloned())
}

fn s1() -> (DocumentId, SpanId) {
    ("doc".into(), "s1".into())
}

#[test]
fn an_edit_to_a_removed_span_waits_until_undo_brings_it_back() {
    let (base, mut x, mut y) = two();
    x.run(&Command::Delete(vec![s1()]));
    y.run(&Command::Relabel(vec![s1()], "OCC".into()));
    y.run(&Command::Note(s1(), "حاشية".into()));
    let gone = both(&base, &x, &y);
    assert_eq!(spans(&gone.state), [""; 0]);
    assert_eq!(
        gone.set_aside.iter().map(|aside| (aside.key.as_str(), aside.why.clone())).collect::<Vec<_>>(),
        [("hashiya/p/journal/y/0", Why::Unfit(Misfit::Missing)), ("hashiya/p/journal/y/1", Why::Unfit(Misfit::Missing)),]
    );
    assert_eq!(gone.next_clock, 3);
    // x undoes it after y's edits, by the clock.
    x.clock = 5;
    x.undo();
    let back = both(&base, &x, &y);
    assert_eq!(spans(&back.state), ["OCC:محمود"]);
    assert_eq!(back.state.documents[0].spans.get(&"s1".into()).map(|span| span.note.as_str()), Some("حاشية"));
    assert_eq!(back.set_aside, []);
}

#[test]
fn of_two_edits_of_one_field_the_later_wins_even_if_the_earlier_had_to_wait() {
    let (base, mut x, mut y) = two();
    y.run(&Command::Relabel(vec![s1()], "OCC".into()));
    x.run(&Command::Relabel(vec![s1()], "ORG".into()));
    assert_eq!(spans(&both(&base, &x, &y).state), ["OCC:محمود"], "of one clock, the greater writer");
    x.run(&Command::Delete(vec![s1()]));
    y.clock = 2;
    y.run(&Command::Relabel(vec![s1()], "NORP".into()));
    x.clock = 3;
    x.undo();
    x.run(&Command::Relabel(vec![s1()], "GPE".into()));
    let replayed = both(&base, &x, &y);
    assert_eq!((spans(&replayed.state), replayed.set_aside), (vec!["GPE:محمود".into()], Vec::new()));
}

#[test]
fn an_edit_that_would_repeat_a_span_is_not_made_later_over_a_newer_one() {
    let (base, mut x, mut y) = two();
    x.tag("doc", "محمود", "OCC");
    y.run(&Command::Relabel(vec![s1()], "OCC".into()));
    let twin = x.state.documents[0].spans.iter().find(|span| span.label == "OCC".into()).expect("the twin").id.clone();
    x.run(&Command::Delete(vec![("doc".into(), twin)]));
    x.run(&Command::Relabel(vec![s1()], "ORG".into()));
    let replayed = both(&base, &x, &y);
    assert_eq!(spans(&replayed.state), ["ORG:محمود"]);
    assert_eq!(replayed.set_aside.iter().map(|aside| aside.why.clone()).collect::<Vec<_>>(), [Why::Unfit(Misfit::Present)]);
}

#[test]
fn undoing_what_had_no_effect_has_none() {
    let (base, mut x, mut y) = two();
    x.run(&Command::Delete(vec![s1()]));
    y.clock = 1;
    y.run(&Command::Delete(vec![s1()]));
    y.undo();
    let cancelled = both(&base, &x, &y);
    assert_eq!((spans(&cancelled.state), cancelled.set_aside), (Vec::<String>::new(), Vec::new()));
    assert_eq!(cancelled.history, x.history);
    // Once x takes its own deletion back, y's redone one counts.
    x.clock = 4;
    x.undo();
    y.clock = 6;
    y.redo();
    let redone = both(&base, &x, &y);
    assert_eq!((spans(&redone.state), redone.set_aside), (Vec::<String>::new(), Vec::new()));
    assert_eq!(redone.history.undoable().map(|entry| entry.key.writer.as_str().to_owned()), Some("y".into()));
}

#[test]
fn after_a_reload_everything_can_be_undone_and_redone() {
    let (base, tab, states) = work();
    let values = tab.written.into_iter().collect();
    let mut tab = Tab::opened("z", &base, &values);
    let standing = tab.history.len();
    for _ in 0..standing {
        tab.undo();
    }
    assert_eq!(tab.state, states[0]);
    let values = values.iter().cloned().chain(tab.written).collect();
    let mut tab = Tab::opened("zz", &base, &values);
    assert_eq!((&tab.state, tab.history.len()), (&states[0], 0));
    for _ in 0..standing {
        tab.redo();
    }
    assert_eq!(tab.state, states[18]);
}

#[test]
fn what_a_snapshot_holds_is_not_applied_again() {
    let (_, tab, states) = work();
    let mut base = Base::new(states[10].clone());
    base.seen.raise(&"w".into(), 10);
    base.clock = 10;
    let values = tab.written.into_iter().collect();
    let replayed = replay("p", base, &values);
    assert_eq!((replayed.state, replayed.set_aside, replayed.next_clock), (states[18].clone(), Vec::new(), 19));
}

#[test]
fn a_draft_stands_until_its_entry_is_made() {
    let (base, mut x, _) = two();
    x.tag("doc", "القاهرة", "GPE");
    // What the next entry of x would be, kept under the draft's name with every key.
    let typed = |tab: &Tab, note: &str| {
        let mut next = tab.clone();
        next.run(&Command::Note(s1(), note.into()));
        ("hashiya/p/draft/x".to_owned(), next.written.pop().expect("an entry").1)
    };
    let draft = typed(&x, "حاشي");
    let crashed = replayed(&base, x.written.iter().cloned().chain([draft.clone()]));
    assert_eq!((crashed.drafts.len(), &crashed.spent, &crashed.state), (1, &Vec::new(), &x.state));
    assert_eq!(crashed.drafts[0].transaction.apply(&crashed.state).map(|state| spans(&state)), Ok(spans(&x.state)));
    // Local storage may bring back a draft whose entry was made: it must not undo the last words.
    x.run(&Command::Note(s1(), "حاشية".into()));
    let stale = replayed(&base, x.written.iter().cloned().chain([draft]));
    assert_eq!((stale.drafts, stale.spent, &stale.state), (Vec::new(), vec!["hashiya/p/draft/x".to_owned()], &x.state));
    // An entry that was damaged spends no draft.
    let mut damaged = x.written.clone();
    damaged[1].1.push('.');
    let kept = replayed(&base, damaged.into_iter().chain([typed(&Tab { number: 1, ..x.clone() }, "حاشية ثانية")]));
    assert_eq!(kept.drafts.len(), 1);
}

#[test]
fn ten_thousand_entries_of_which_every_other_waits_are_replayed() {
    let base = world(&"سلطنة عمان ".repeat(2_000));
    let add = |number: u32| {
        let span = Span { id: SpanId::new(format!("n{number}")), ..bare_span("", "GPE", 2 * number, 2 * number + 1) };
        Op::Add(Item::Span("doc".into(), Rc::new(span)))
    };
    let values = (0..10_000).map(|number| {
        // Odd entries take out what only comes later: the span of the even entry after them.
        let op = if number % 2 == 0 { add(number) } else { add(number + 1).inverse() };
        let name = ChangeName::Annotator;
        let transaction = Transaction { name, document: None, ops: vec![op] };
        let key = EntryKey { writer: "w".into(), number };
        let value = encode(&Entry { key: key.clone(), clock: u64::from(number), at: NOW.into(), act: Act::Do, transaction });
        (Key::Entry("p".into(), key).to_string(), value)
    });
    let replayed = replayed(&base, values);
    // The first span stays; every other is taken out by the entry that waited for it; the last entry waits still.
    assert_eq!(replayed.state.documents[0].spans.len(), 1);
    assert_eq!((replayed.history.len(), replayed.set_aside.len()), (9_999, 1));
}

/// As the page writes: to local storage until it refuses, to the mirror all or nothing, and what neither has taken again
/// with the next entry.
fn write(unsaved: &mut Vec<(String, String)>, value: &(String, String), local: Option<&Memory>, mirror: Option<&Memory>) {
    let writes = std::mem::take(unsaved).into_iter().chain([value.clone()]).collect::<Vec<_>>();
    let put = |store: &Memory| writes.iter().try_for_each(|(name, value)| store.put(name, value));
    let here = local.is_some_and(|local| put(local).is_ok());
    let there = mirror.is_some_and(|mirror| put(mirror).is_ok());
    if !here && !there {
        *unsaved = writes;
    }
}

#[test]
fn a_write_refused_anywhere_leaves_what_was_on_screen_at_some_moment_and_what_was_refused_comes_later() {
    let (base, tab, states) = work();
    let units = |text: &str| text.encode_utf16().count();
    let room = |count: usize| tab.written[..count].iter().map(|(name, value)| units(name) + units(value)).sum::<usize>();
    let last = tab.written.len();
    for full in 0..last {
        for down in 0..last {
            let (local, mirror) = (Memory::with_room(room(full)), Memory::default());
            let kept = |local: &Memory| {
                let all = union(local.list("").expect("listed"), mirror.list("").expect("listed")).all;
                replay("p", Base::new(base.clone()), &all)
            };
            let mut unsaved = Vec::new();
            for (place, value) in tab.written.iter().enumerate() {
                // The mirror is lost for three entries.
                let gone = (down..down + 3).contains(&place);
                write(&mut unsaved, value, Some(&local), (!gone).then_some(&mirror));
                let replayed = kept(&local);
                let at = place + 1 - unsaved.len();
                assert!(replayed.state == states[at], "full after {full}, no mirror from {down}, entry {place}");
                assert_eq!(replayed.set_aside, []);
            }
            let rest = unsaved.pop();
            rest.iter().for_each(|value| write(&mut unsaved, value, None, Some(&mirror)));
            assert!(kept(&local).state == states[last] && unsaved.is_empty());
        }
    }
}
