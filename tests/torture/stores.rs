//! What happens to values in the stores, without a browser: refused for want of room at every possible write, cut, altered
//! and taken away. The journal is a real one, made at random.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hashiya::core::state::State;
use hashiya::store::{Key, Values, union};

use crate::chance::Chance;
use crate::row::Row;
use crate::tab::{Tab, replayed};
use crate::words::said;
use crate::work::{edit, worked};

/// Runs one trial and keeps what is wrong with it.
fn trial(row: &mut Row, what: impl Fn() -> String, act: impl FnOnce() -> Result<(), String>) {
    row.tried += 1;
    match catch_unwind(AssertUnwindSafe(act)) {
        Ok(Ok(())) => {}
        Ok(Err(words)) => {
            row.lost += 1;
            row.blame(format!("{}: {words}", what()));
        }
        Err(reason) => {
            row.panics += 1;
            row.blame(format!("{}: {}", what(), said(reason.as_ref())));
        }
    }
}

/// Every value that the work writes is refused once by local storage and once by the mirror, alone and from there on; and
/// local storage ends after so many characters, for every number at which another value no longer fits.
pub fn full(edits: usize, seed: u64) -> Row {
    let mut row = Row::new("storage full at each write in turn");
    let tab = worked(edits, &mut Chance::new(seed, "full"));
    row.edits = edits;
    let whole = replayed(&tab.values());
    assert_eq!(whole.state, *tab.session.state, "nothing was refused yet");
    let same = |local: Vec<(String, String)>, mirror: Vec<(String, String)>| {
        let found = replayed(&union(local, mirror).all);
        if found.state == whole.state && found.history == whole.history {
            Ok(())
        } else {
            Err("not all of it is there".to_owned())
        }
    };
    let all = &tab.written;
    let sizes = all.iter().map(|(name, value)| units(name) + units(value)).collect::<Vec<_>>();
    for at in 0..all.len() {
        let without = |from: usize, until: usize| {
            all.iter().enumerate().filter(|(n, _)| !(from..until).contains(n)).map(|(_, v)| v.clone()).collect()
        };
        for until in [at + 1, all.len()] {
            trial(&mut row, || format!("local storage refused {at} to {until}"), || same(without(at, until), all.clone()));
            trial(&mut row, || format!("the mirror refused {at} to {until}"), || same(all.clone(), without(at, until)));
        }
        // As local storage itself refuses: by its size, with what is smaller still going in later.
        let room = sizes[..at].iter().sum::<usize>() + 1;
        trial(
            &mut row,
            || format!("local storage ended after {room} characters"),
            || {
                let mut used = 0;
                let goes_in = |size: &usize| {
                    let fits = used + size <= room;
                    used += if fits { *size } else { 0 };
                    fits
                };
                let fits = sizes.iter().map(goes_in).collect::<Vec<_>>();
                same(all.iter().zip(&fits).filter(|(_, fits)| **fits).map(|(pair, _)| pair.clone()).collect(), all.clone())
            },
        );
    }
    row
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// How a value is damaged.
const DAMAGES: [&str; 7] = ["cut", "flipped", "emptied", "taken away", "doubled", "exchanged for another", "filled with NUL"];

fn damaged(value: &str, how: &str, other: &str, chance: &mut Chance) -> Option<String> {
    let chars = value.chars().collect::<Vec<_>>();
    let at = chance.below(chars.len().max(1));
    Some(match how {
        "cut" => chars[..at].iter().collect(),
        "flipped" => {
            let flipped = char::from_u32(u32::from(chars[at]) ^ 1).filter(|flipped| *flipped != chars[at]).unwrap_or('؟');
            chars[..at].iter().chain([&flipped]).chain(&chars[at + 1..]).collect()
        }
        "emptied" => String::new(),
        "taken away" => return None,
        "doubled" => [value, value].concat(),
        "exchanged for another" => other.to_owned(),
        _ => "\0".repeat(chars.len()),
    })
}

/// Every stored value damaged in every way at `places` places: in one store alone, which costs nothing; and in both, which
/// costs that value and what it alone carried, while all the rest stands and the value itself stays where it is.
pub fn damage(edits: usize, places: usize, seed: u64) -> Row {
    let mut row = Row::new("each stored value cut, altered, taken away");
    let mut chance = Chance::new(seed, "damage");
    // Tags alone, which do not stand on one another, so that what may be lost is known beforehand.
    let mut tab = Tab::open("w", &Values::default());
    for place in 0..edits as u32 {
        tab.tag(place * 7, place * 7 + 5, ["PERS", "ORG", "GPE"][place as usize % 3]);
    }
    (0..edits / 4).for_each(|_| edit(&mut tab, &mut chance));
    row.edits = edits + edits / 4;
    let whole = replayed(&tab.values());
    for (at, (name, value)) in tab.written.iter().enumerate() {
        let other = &tab.written[(at + 1) % tab.written.len()].1;
        for how in DAMAGES {
            for _ in 0..places {
                let bad = damaged(value, how, other, &mut chance).filter(|bad| bad != value);
                if bad.is_none() && how != "taken away" {
                    continue;
                }
                let with = |bad: Option<&String>| {
                    let kept = tab.written.iter().filter(|(known, _)| known != name).cloned();
                    kept.chain(bad.map(|bad| (name.clone(), bad.clone()))).collect::<Vec<_>>()
                };
                trial(
                    &mut row,
                    || format!("{name} {how} in one store"),
                    || {
                        let (one, two) = (with(bad.as_ref()), tab.written.clone());
                        for (local, mirror) in [(one.clone(), two.clone()), (two, one)] {
                            let found = replayed(&union(local, mirror).all);
                            // Two whole values under one name: nothing tells which is right, and neither may cost another.
                            if how != "exchanged for another" && (found.state != whole.state || !found.set_aside.is_empty()) {
                                return Err("what the other store has was not taken".to_owned());
                            }
                        }
                        Ok(())
                    },
                );
                trial(
                    &mut row,
                    || format!("{name} {how} in both stores"),
                    || {
                        let all = with(bad.as_ref());
                        let values = union(all.clone(), all).all;
                        bounded(&whole.state, &values, name, bad.as_ref())
                    },
                );
            }
        }
    }
    row
}

/// What the loss of one value may cost: what a store without it would give, and never anything of another document.
fn bounded(whole: &State, values: &Values, name: &str, bad: Option<&String>) -> Result<(), String> {
    let found = replayed(values);
    let without = replayed(&values.iter().filter(|(known, _)| known != name).cloned().collect());
    let touched = match name.parse() {
        // The first entry makes the set that all others stand in: they wait for it, and are not lost.
        Ok(Key::Entry(_, key)) if key.number == 0 => return set_aside(&found.set_aside, name, bad),
        Ok(Key::Entry(..)) => found.state != without.state,
        _ => found.state != *whole,
    };
    if touched {
        return Err("more than the value itself is gone".to_owned());
    }
    let spans = |state: &State| state.documents.iter().map(|document| document.spans.iter().count()).collect::<Vec<_>>();
    let gone = spans(whole).iter().zip(spans(&found.state)).map(|(a, b)| a.abs_diff(b)).sum::<usize>();
    if gone > 2 {
        return Err(format!("{gone} spans more or less"));
    }
    set_aside(&found.set_aside, name, bad)
}

fn set_aside(aside: &[hashiya::store::SetAside], name: &str, bad: Option<&String>) -> Result<(), String> {
    let told = bad.is_none_or(|bad| aside.iter().any(|one| one.key == name && one.value == *bad));
    let kept = name.ends_with("settings") || told;
    if kept { Ok(()) } else { Err("what is damaged is not set aside".to_owned()) }
}
