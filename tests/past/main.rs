//! What earlier versions left in people's browsers and in their files is opened by this one, whole.
//!
//! Each folder of `tests/fixtures/past` was made by the code of its time: `store.json` has every value of the stores by
//! name, `project.hashiya.json` the project that was on the screen then, as that code wrote it. ARCHITECTURE.md says when
//! a folder is added.
#![expect(clippy::expect_used, reason = "a test may give up")]
#![allow(dead_code, reason = "the tab can do more than is asked of it here")]

mod made;
#[path = "../torture/tab.rs"]
mod tab;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use hashiya::core::keymap::Keys;
use hashiya::format::bundled::bundled;
use hashiya::format::native::tagset_file::read_tagset;
use hashiya::format::native::{Choice, read, write};
use hashiya::session::{Language, Names, Settings, Theme};
use hashiya::store::{Values, union};
use serde_json::Value;

/// What a folder holds.
struct Past {
    name: &'static str,
    /// Changes that can be undone.
    standing: usize,
    /// Relations, events, entities and the like.
    records: usize,
    /// Greater than every entry's clock.
    next_clock: u64,
    /// A key of one's own.
    key: Option<(&'static str, &'static str)>,
}

const PAST: [Past; 6] = [
    Past { name: "1-first-page", standing: 13, records: 11, next_clock: 22, key: None },
    Past { name: "2-reading-room", standing: 13, records: 11, next_clock: 22, key: None },
    Past { name: "3-fast-hands", standing: 21, records: 13, next_clock: 30, key: Some(("s", "F4")) },
    Past { name: "4-two-reports", standing: 36, records: 18, next_clock: 45, key: Some(("s", "F4")) },
    Past { name: "5-runs", standing: 32, records: 17, next_clock: 39, key: Some(("s", "F4")) },
    Past { name: "6-team", standing: 36, records: 107, next_clock: 43, key: Some(("s", "F4")) },
];

/// What is not the same in a file that another version writes.
const NOT_THE_SAME: [&str; 2] = ["/exported_at", "/generator/version"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/past")
}

fn text(past: &Past, file: &str) -> String {
    let path = folder().join(past.name).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn values(past: &Past) -> Vec<(String, String)> {
    let file: Value = serde_json::from_str(&text(past, "store.json")).expect("JSON");
    let all = file.as_object().expect("names and values").iter();
    all.map(|(name, value)| (name.clone(), value.as_str().expect("text").to_owned())).collect()
}

/// Places where two files differ.
fn differences(path: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            let names = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name)));
            names.for_each(|name| differences(&format!("{path}/{name}"), &one[name], &other[name], found));
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().for_each(|(n, (a, b))| differences(&format!("{path}/{n}"), a, b, found));
        }
        _ if one == other || NOT_THE_SAME.contains(&path) => {}
        _ => found.push(format!("{path}: {one} and {other}")),
    }
}

/// Where the folder that is asked for is made: `HASHIYA_PAST=<its name> cargo test --test past`.
const WANTED: &str = "HASHIYA_PAST";

#[test]
fn the_next_folder_can_be_made() {
    let wanted = env::var(WANTED).map(|name| folder().join(name));
    let path = wanted.clone().unwrap_or_else(|_| env::temp_dir().join(format!("hashiya-past-{}", process::id())));
    made::folder(&path);
    let store = fs::read_to_string(path.join("store.json")).expect("a store");
    assert!(store.contains("/draft/wd") && store.contains(r#"\"label\":[\"#), "it holds what this version alone writes");
    if wanted.is_err() {
        fs::remove_dir_all(path).expect("it is taken away");
    }
}

#[test]
fn every_folder_is_opened() {
    let mut found = fs::read_dir(folder()).expect("the folder").flatten().map(|entry| entry.file_name()).collect::<Vec<_>>();
    found.sort();
    assert_eq!(found, PAST.map(|past| past.name), "each folder stands in the table of this test");
}

#[test]
fn stores_of_every_version_are_replayed_to_what_was_on_the_screen() {
    for past in &PAST {
        let all = values(past);
        // However it lies in the two stores.
        let (local, mirror): (Vec<_>, Vec<_>) = all.iter().cloned().enumerate().partition(|(place, _)| place % 2 == 0);
        let pairs = |half: Vec<(usize, (String, String))>| half.into_iter().map(|(_, pair)| pair).collect::<Vec<_>>();
        let values: Values = union(pairs(local), pairs(mirror)).all;
        let replayed = tab::replayed(&values);
        assert_eq!(replayed.set_aside, [], "{}", past.name);
        let counts = (replayed.history.len(), replayed.state.records.len(), replayed.next_clock);
        assert_eq!(counts, (past.standing, past.records, past.next_clock), "{}", past.name);
        let then: Value = serde_json::from_str(&text(past, "project.hashiya.json")).expect("JSON");
        let now = write(&replayed.state, tab::NOW, &Choice::default()).expect("writes");
        let mut apart = Vec::new();
        differences("", &then, &serde_json::from_str(&now).expect("JSON"), &mut apart);
        assert_eq!(apart, [""; 0], "{}", past.name);
        // What was being typed comes back as a change that can be made.
        let [draft] = &replayed.drafts[..] else { panic!("{} has one draft", past.name) };
        let typed = draft.transaction.apply(&replayed.state).expect("the draft fits");
        assert!(tab::essence(&typed).contains("ما لم يُكمَل"), "{}", past.name);
        // And all of it can be taken back, down to the articles as they were shipped.
        let (start, count) = tab::undone(&all.into_iter().filter(|(name, _)| !name.contains("/draft/")).collect());
        assert_eq!(count, past.standing, "{}", past.name);
        assert_eq!(tab::essence(&start), tab::essence(&bundled()), "{}", past.name);
    }
}

#[test]
fn files_of_every_version_are_opened() {
    for past in &PAST {
        let incoming = read(&text(past, "project.hashiya.json")).unwrap_or_else(|fault| panic!("{}: {fault:?}", past.name));
        let replayed = tab::replayed(&values(past).into_iter().collect());
        assert_eq!(tab::essence(&incoming.state), tab::essence(&replayed.state), "{}", past.name);
        if folder().join(past.name).join("tagset.hashiya.json").exists() {
            let file = read_tagset(&text(past, "tagset.hashiya.json")).unwrap_or_else(|fault| panic!("{}: {fault:?}", past.name));
            assert_eq!(file.tagset, *incoming.state.tagset, "{}", past.name);
        }
    }
}

#[test]
fn settings_of_every_version_are_kept() {
    for past in &PAST {
        let settings = values(past).into_iter().find(|(name, _)| name == "hashiya/settings").expect("settings").1;
        let keys = Keys(past.key.map(|(row, key)| (row.into(), key.into())).into_iter().collect());
        let expected = Settings {
            lang: Language::En,
            theme: Theme::Dark,
            size: 5,
            spacing: 0,
            names: Names::Never,
            single_keys: false,
            keys,
        };
        assert_eq!(Settings::read(&settings), expected, "{}", past.name);
    }
}
