//! The laws of bringing a back-up back, on the bundled articles.

use super::*;
use crate::core::command::Command;
use crate::format::backup;
use crate::format::entry::seal;
use crate::format::native::{read as read_native, state_from, write_whole};
use crate::store::base::{Seen, Snapshot};
use crate::store::fixture::{Tab, work};
use crate::store::replay::Replayed;

const AT: &str = "2026-05-06T07:08:09.000Z";

fn read(file: &str) -> Option<State> {
    read_native(file).ok().map(state_from)
}

/// What a browser keeps after some work on both articles.
fn kept() -> (State, Tab, Values) {
    let (base, tab, _) = work();
    let project = write_whole(&base, AT).expect("the base is written");
    let snapshot = Snapshot { seen: Seen::default(), apart: Vec::new(), project }.encode();
    let mut values: Values = tab.written.iter().cloned().collect();
    values.insert("hashiya/p/snapshot/0".into(), snapshot);
    values.insert("hashiya/settings".into(), "{\"lang\":\"en\"}".into());
    (base, tab, values)
}

fn file_of(values: &Values) -> Vec<(String, String)> {
    let text = backup::write(values.iter().map(|(name, value)| (name.as_str(), value.as_str())), AT);
    backup::read(&text).expect("what was written is read").values
}

fn planned(here: &Values, backup: Vec<(String, String)>) -> Restore {
    restore(here, backup, read, |_| work().0)
}

/// What is kept once a restore has been written.
fn done(here: &Values, restore: &Restore) -> Values {
    here.iter().chain(&restore.writes).cloned().collect()
}

fn replayed(values: &Values) -> Replayed {
    replay("p", Base::find("p", values, read, || work().0), values)
}

/// That what was told is what has happened.
fn is_as_told(here: &Values, told: &Restore) {
    let after = done(here, told);
    for change in &told.projects {
        assert_eq!(change.after, held(&change.project, &after, read, |_| work().0).0);
        let entries = |values: &Values| held(&change.project, values, read, |_| work().0).0.entries;
        assert_eq!(change.new, entries(&after) - entries(here));
        assert_eq!(change.here.is_some(), holds(here, &change.project));
    }
    assert!(here.iter().all(|(name, _)| after.get(name).is_some()), "nothing is taken away");
}

#[test]
fn after_an_erasure_everything_is_there_again_and_can_be_undone() {
    let (_, tab, values) = kept();
    let nothing = Values::default();
    let told = planned(&nothing, file_of(&values));
    assert_eq!(done(&nothing, &told), values);
    is_as_told(&nothing, &told);
    let [change] = &told.projects[..] else { panic!("one project") };
    assert_eq!((change.here, change.new, told.settings), (None, tab.written.len(), true));
    let back = replayed(&done(&nothing, &told));
    assert_eq!((back.state, back.history), (tab.state.clone(), tab.history.clone()));
    assert!(planned(&values, file_of(&values)).is_nothing(), "and a second time it brings nothing");
}

#[test]
fn what_was_done_since_stays_and_what_was_done_elsewhere_comes() {
    let (base, tab, values) = kept();
    for cut in 0..=tab.written.len() {
        // Two browsers that part after some entries; each goes on by itself.
        let begun: Values =
            values.iter().filter(|(name, _)| !tab.written[cut..].iter().any(|(gone, _)| gone == name)).cloned().collect();
        let mut other = Tab::opened("other", &base, &begun);
        other.tag("b", "مسقط", "GPE");
        other.run(&Command::Annotator(Some("ريم".into())));
        let here: Values = begun.iter().chain(&other.written).cloned().collect();
        let told = planned(&here, file_of(&values));
        is_as_told(&here, &told);
        assert!(!told.settings, "the settings here stand");
        assert_eq!(told.writes.len(), tab.written.len() - cut);
        let (mine, theirs) = (done(&here, &told), done(&values, &planned(&values, file_of(&here))));
        assert_eq!(replayed(&mine).state, replayed(&theirs).state, "both browsers have the same");
    }
}

#[test]
fn what_is_damaged_is_named_and_left_out() {
    let (_, tab, values) = kept();
    for (name, value) in &tab.written {
        let half = value.chars().take(value.chars().count() / 2).collect::<String>();
        let cuts = [half, value.replacen("at", "ta", 1), String::new(), "null".to_owned()];
        for cut in cuts {
            let file = file_of(&values)
                .into_iter()
                .map(|(known, whole)| if known == *name { (known, cut.clone()) } else { (known, whole) });
            let nothing = Values::default();
            let told = planned(&nothing, file.collect());
            assert_eq!(told.damaged, std::slice::from_ref(name));
            assert!(done(&nothing, &told).get(name).is_none());
            is_as_told(&nothing, &told);
            // What is whole here is not harmed by what is damaged there.
            assert_eq!(done(&values, &planned(&values, vec![(name.clone(), cut)])), values);
        }
    }
}

#[test]
fn other_names_are_left_out_and_later_versions_kept() {
    let newer = "9 0123456789abcdef {}".to_owned();
    let backup =
        [("other/settings", "x"), ("hashiya", "x"), ("hashiya/p/journal/w/0", &newer), ("hashiya/p/journal/w/1", &seal("{}"))];
    let backup = backup.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let told = planned(&Values::default(), backup.clone());
    assert_eq!((told.foreign, told.damaged.len()), (2, 0));
    assert_eq!(told.writes, backup[2..], "what this version does not understand is kept for the one that does");
}
