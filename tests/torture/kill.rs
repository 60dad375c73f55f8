//! A browser that is killed, with everything below it, at a random moment while somebody works; started again on the same
//! profile, what had been on the screen for a tenth of a second must be there.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::hand::{Hand, Work, apart, downloaded};
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::harness::process::kill_below;
use crate::harness::site::Site;
use crate::page::Page;
use crate::row::Row;
use crate::words::said;

/// What PRODUCT.md promises to be enough.
const ENOUGH: Duration = Duration::from_millis(100);

/// The longest that a browser lives after its first edit, in milliseconds.
const LIFE: usize = 6_000;

/// Kills the browser until so many edits were made.
pub fn while_working(engine: Engine, site: &Site, edits: usize, seed: u64) -> Row {
    let mut row = Row::new(format!("{engine} killed while one works"));
    let browser = match Browser::start_keeping(engine) {
        Ok(browser) => browser,
        Err(words) => {
            row.blame(words);
            return row;
        }
    };
    let mut chance = Chance::new(seed, &row.fault);
    let mut page = Page::new(browser, &site.fresh_origin());
    let mut work = Work::new();
    while row.edits < edits && row.wrong.len() < 5 {
        let life = live(&mut page, &mut chance, edits - row.edits);
        row.tried += 1;
        row.edits += life.states.len();
        if let Some(words) = life.trouble {
            row.blame(words);
        }
        page.browser.crash_and_restart();
        page.open("");
        let found = downloaded(&page);
        let panics = page.complaints().iter().filter(|line| line.contains("panicked")).count();
        row.panics += panics;
        judge(&mut row, &work, &life.states, life.alive, &found);
        work = found;
    }
    row
}

/// What one browser saw between its start and its end.
struct Life {
    /// The work after each edit, and when that was on the screen.
    states: Vec<(Work, Instant)>,
    /// The last moment at which all of the browser was alive.
    alive: Instant,
    trouble: Option<String>,
}

fn live(page: &mut Page, chance: &mut Chance, most: usize) -> Life {
    let mut hand = Hand::at_work(page, chance);
    let (root, delay) = (page.browser.process(), Duration::from_millis(chance.below(LIFE) as u64));
    let (enough, waits) = mpsc::channel::<()>();
    let mut states: Vec<(Work, Instant)> = Vec::new();
    thread::scope(|scope| {
        // Killed when its time since the first edit is up, or when no more edits are wanted.
        let killer = scope.spawn(move || {
            if waits.recv().is_ok() {
                let _ = waits.recv_timeout(delay);
            }
            kill_below(root)
        });
        let worked = catch_unwind(AssertUnwindSafe(|| {
            while states.len() < most {
                if let Some(seen) = hand.edit(page, chance) {
                    states.push(seen);
                    if states.len() == 1 {
                        let _ = enough.send(());
                    }
                }
            }
        }));
        let ended = Instant::now();
        drop(enough);
        let alive = killer.join().unwrap_or(ended);
        // A driver that is out of reach is no wonder once it was killed.
        let trouble = worked.err().filter(|_| ended < alive).map(|reason| said(reason.as_ref()));
        Life { states, alive, trouble }
    })
}

/// What is there must be the work after one of the edits, not before the last one that had been on the screen long enough;
/// one more may have been on its way.
fn judge(row: &mut Row, before: &Work, states: &[(Work, Instant)], alive: Instant, found: &Work) {
    let due = states.iter().rposition(|(_, seen)| *seen + ENOUGH <= alive);
    let all = std::iter::once(before).chain(states.iter().map(|(work, _)| work)).collect::<Vec<_>>();
    let least = due.map_or(0, |due| due + 1);
    let last = all[all.len() - 1];
    if all[least..].contains(&found) || apart(last, found) <= 1 {
        return;
    }
    // Which of the edits that were due is not there.
    let there = all.iter().rposition(|work| *work == found);
    let lost = there.map_or_else(|| apart(all[least], found).max(1), |there| least - there);
    row.lost += lost;
    row.blame(format!("{lost} of {} edits lost: {} spans were there, {} are", states.len(), all[least].len(), found.len()));
}
