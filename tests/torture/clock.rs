//! A clock that goes backwards, jumps and says nonsense, without a browser.

use hashiya::format::native::write;
use hashiya::store::union;

use crate::chance::Chance;
use crate::row::Row;
use crate::tab::{Tab, replayed, undone};
use crate::work::edit;

/// What a clock may say, the last of it no time at all.
const TIMES: [&str; 6] = [
    "2026-05-06T07:08:09.000Z",
    "1970-01-01T00:00:00.000Z",
    "2001-09-09T01:46:40.000Z",
    "2038-01-19T03:14:08.000Z",
    "+275760-09-13T00:00:00.000Z",
    "Invalid Date",
];

/// `rounds` times: work over some page loads, each of whose clocks says something else at every edit.
pub fn backwards(rounds: usize, edits: usize, seed: u64) -> Row {
    let mut row = Row::new("clock set back, ahead and wrong");
    let mut chance = Chance::new(seed, "clock");
    for round in 0..rounds {
        let mut kept = Vec::<(String, String)>::new();
        for load in 0..3 {
            let mut tab = Tab::open(&format!("w{load}"), &kept.iter().cloned().collect());
            for _ in 0..edits / 3 {
                tab.now = (*chance.pick(&TIMES)).into();
                edit(&mut tab, &mut chance);
                row.edits += 1;
            }
            kept.extend(tab.written.iter().cloned());
            row.tried += 1;
            let (found, half) = (replayed(&kept.iter().cloned().collect()), kept.len() / 2);
            let split = replayed(&union(kept[..half].to_vec(), kept[half..].to_vec()).all);
            if found.state != *tab.session.state || found.history != tab.session.history || split.state != found.state {
                row.lost += 1;
                row.blame(format!("round {round}, load {load}: what was on the screen is not what is kept"));
            }
            let start = undone(&kept.iter().cloned().collect()).0;
            if start.documents.iter().any(|document| !document.spans.is_empty()) {
                row.blame(format!("round {round}, load {load}: not all of it can be taken back"));
            }
            // A file written then is read, or says what it is that it cannot say, and costs nothing here.
            let before = tab.session.state.clone();
            if let Ok(text) = write(&before, &tab.now, &Default::default())
                && tab.open_file(&text).is_ok_and(|tab| tab.session.state != before)
            {
                row.lost += 1;
                row.blame(format!("round {round}, load {load}: its own file changed the project"));
            }
        }
    }
    row
}
