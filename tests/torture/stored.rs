//! Stores that refuse, fill up or are damaged under a real page, and its clock set wrong.

use serde_json::{Value, json};

use crate::chance::Chance;
use crate::hand::{Hand, Work, apart, downloaded};
use crate::harness::browser::Browser;
use crate::harness::engine::Engine;
use crate::harness::site::Site;
use crate::page::Page;
use crate::row::Row;

/// From now on the `nth` write to a store (from 0) is refused for want of room, or all from there on.
const REFUSING: &str = "
    const [store, nth, once] = arguments;
    const full = () => { throw new DOMException('no room', 'QuotaExceededError'); };
    const refuse = (object, name) => {
      const real = object[name];
      let count = 0;
      object[name] = function (...given) {
        if (this === sessionStorage) return real.apply(this, given);
        const at = count++;
        return (once ? at === nth : at >= nth) ? full() : real.apply(this, given);
      };
    };
    if (store !== 'mirror') refuse(Storage.prototype, 'setItem');
    if (store !== 'local') refuse(IDBObjectStore.prototype, 'put');";

/// Fills local storage to its last character, under a name of ours that says nothing.
const FILL: &str = "
    let size = 1 << 20, n = 0;
    while (size >= 1) {
      try { localStorage.setItem('hashiya/filler/' + n++, 'x'.repeat(size)); } catch { size = size >> 1; }
    }";

/// Puts values into the stores by hand: names, with their value in local storage and in the mirror; `null` takes one away.
const PUT: &str = "
    const [values] = arguments; const done = arguments[arguments.length - 1];
    for (const [name, local] of values)
      if (local === null) localStorage.removeItem(name); else localStorage.setItem(name, local);
    const opening = indexedDB.open('hashiya');
    opening.onsuccess = () => {
      const base = opening.result, writing = base.transaction('entries', 'readwrite');
      for (const [name, , mirror] of values)
        if (mirror === null) writing.objectStore('entries').delete(name); else writing.objectStore('entries').put(mirror, name);
      writing.oncomplete = () => { base.close(); done(true); };
    };";

/// A clock that says another time: so many milliseconds are taken off.
const CLOCK: &str = "
    const Real = window.RealDate ??= Date, off = arguments[0];
    window.Date = class extends Real {
      constructor(...given) { if (given.length) super(...given); else super(Real.now() - off); }
      static now() { return Real.now() - off; }
    };";

/// A page of one engine on an origin of its own, and what was done there.
struct Trial {
    page: Page,
    chance: Chance,
    work: Work,
}

impl Trial {
    fn new(engine: Engine, site: &Site, seed: u64, part: &str) -> Result<Self, String> {
        let page = Page::new(Browser::start(engine)?, &site.fresh_origin());
        Ok(Self { page, chance: Chance::new(seed, part), work: Work::new() })
    }

    /// Goes to an origin on which nothing is stored.
    fn anew(&mut self, site: &Site) {
        self.page.address = site.fresh_origin();
        self.work = Work::new();
    }

    /// Opens an article and makes so many edits there. `first` is run in the page before them.
    fn edits(&mut self, count: usize, row: &mut Row, first: impl FnOnce(&Page)) -> Hand {
        let mut hand = Hand::at_work(&mut self.page, &mut self.chance);
        first(&self.page);
        for _ in 0..count {
            self.edit(&mut hand, row);
        }
        hand
    }

    fn edit(&mut self, hand: &mut Hand, row: &mut Row) {
        for _ in 0..6 {
            if let Some((work, _)) = hand.edit(&self.page, &mut self.chance) {
                self.work = work;
                row.edits += 1;
                return;
            }
        }
        row.blame("no edit could be made");
    }

    /// Loads the page again and compares what is there with what was done.
    fn reloaded(&mut self, row: &mut Row, what: &str) -> Work {
        self.page.open("");
        self.page.reload();
        let found = downloaded(&self.page);
        let lost = apart(&self.work, &found);
        if lost > 0 {
            row.lost += lost;
            row.blame(format!("{what}: {} spans were there, {} are", self.work.len(), found.len()));
        }
        row.panics += self.panics();
        found
    }

    fn panics(&self) -> usize {
        self.page.complaints().iter().filter(|line| line.contains("panicked")).count()
    }

    fn script(&self, body: &str, given: Vec<Value>) {
        self.page.browser.script(body, given);
    }
}

/// Runs a part of this file in an engine.
fn part(engine: Engine, name: &str, site: &Site, seed: u64, act: impl FnOnce(&mut Trial, &mut Row)) -> Row {
    let mut row = Row::new(format!("{engine}: {name}"));
    match Trial::new(engine, site, seed, name) {
        Ok(mut trial) => act(&mut trial, &mut row),
        Err(words) => row.blame(words),
    }
    row
}

/// Each of the first `writes` writes is refused by local storage, by the mirror, or by both from there on; then local
/// storage is really full, and empty again.
pub fn full(engine: Engine, site: &Site, writes: usize, edits: usize, seed: u64) -> Row {
    part(engine, "storage full", site, seed, |trial, row| {
        for nth in 0..writes {
            for (store, once) in [("local", true), ("local", false), ("mirror", true), ("mirror", false)] {
                trial.anew(site);
                row.tried += 1;
                trial.edits(4, row, |page| {
                    page.browser.script(REFUSING, vec![json!(store), json!(nth), json!(once)]);
                });
                trial.page.saved();
                trial.reloaded(row, &format!("{store} refused write {nth}{}", if once { "" } else { " and on" }));
            }
        }
        // Where nothing can be written, it is said, and the work can be taken away as a file.
        trial.anew(site);
        row.tried += 1;
        trial.edits(2, row, |page| {
            page.browser.script(REFUSING, vec![json!("both"), json!(0), json!(false)]);
        });
        trial.page.browser.wait("that it is said", "document.documentElement.dataset.saved === 'failed'", vec![]);
        let lost = apart(&trial.work, &downloaded(&trial.page));
        if lost > 0 {
            row.lost += lost;
            row.blame("where nothing can be written, the file does not hold the work");
        }
        // Really full, and then not any more.
        trial.anew(site);
        trial.page.open("");
        trial.script(FILL, vec![]);
        for round in ["full", "full still", "room again"] {
            row.tried += 1;
            trial.edits(edits, row, |_| ());
            trial.page.saved();
            trial.reloaded(row, round);
            if round == "full still" {
                trial.script("Object.keys(localStorage).filter((n) => n.startsWith('hashiya/filler')).forEach((n) => localStorage.removeItem(n));", vec![]);
            }
        }
    })
}

/// Values in the stores cut, altered, emptied and taken away, in one store or in both.
pub fn damaged(engine: Engine, site: &Site, times: usize, seed: u64) -> Row {
    part(engine, "stored values damaged", site, seed, |trial, row| {
        trial.edits(8, row, |_| ());
        trial.page.saved();
        let list = "return Object.keys(localStorage).filter((n) => n.startsWith('hashiya/')).sort().map((n) => [n, localStorage.getItem(n)]);";
        for time in 0..times {
            row.tried += 1;
            let all = trial.page.browser.script(list, vec![]);
            let all = all.as_array().expect("names and values").clone();
            // The first entry makes the set that all others stand in: without it they wait, which is looked at by itself.
            let entries = all
                .iter()
                .filter(|pair| !pair[0].as_str().is_some_and(|name| name.ends_with("/0") && name.contains("/journal/")));
            let entries = entries.collect::<Vec<_>>();
            let pair = *trial.chance.pick(&entries);
            let (name, value) = (&pair[0], pair[1].as_str().unwrap_or_default().chars().collect::<Vec<_>>());
            let at = trial.chance.below(value.len().max(1));
            let bad = match trial.chance.below(4) {
                0 => json!(value[..at].iter().collect::<String>()),
                1 => json!(value[..at].iter().chain(&['؟']).chain(&value[(at + 1).min(value.len())..]).collect::<String>()),
                2 => json!(""),
                _ => Value::Null,
            };
            let (local, mirror) = [(&bad, &pair[1]), (&pair[1], &bad), (&bad, &bad)][time % 3];
            let both = local == mirror;
            trial.page.browser.script_async(PUT, vec![json!([[name, local, mirror]])]);
            if both {
                trial.page.open("");
                trial.page.reload();
                row.panics += trial.panics();
                let gone = apart(&trial.work, &downloaded(&trial.page));
                if gone > 3 {
                    row.lost += gone;
                    row.blame(format!("{name} is {bad}, and {gone} spans are gone"));
                }
                trial.page.browser.script_async(PUT, vec![json!([[name, pair[1], pair[1]]])]);
            }
            trial.reloaded(row, &format!("{name} was {bad}"));
        }
    })
}

/// A clock that is set back, ahead and back again between edits and between loads.
pub fn clock(engine: Engine, site: &Site, loads: usize, seed: u64) -> Row {
    part(engine, "clock set back and ahead", site, seed, |trial, row| {
        const YEAR: i64 = 31_557_600_000;
        for load in 0..loads {
            row.tried += 1;
            let off = [25 * YEAR, -30 * YEAR, 0, YEAR][load % 4];
            let mut hand = trial.edits(3, row, |page| {
                page.browser.script(CLOCK, vec![json!(off)]);
            });
            trial.script(CLOCK, vec![json!(trial_off(off, load))]);
            (0..3).for_each(|_| trial.edit(&mut hand, row));
            // Undo takes back what was done last, whatever the clock says.
            let before = trial.work.clone();
            trial.edit_by(&mut hand, row, Hand::tag_somewhere);
            trial.edit_by(&mut hand, row, Hand::undo);
            if trial.work != before {
                row.lost += 1;
                row.blame("undo did not take back the last edit");
            }
            trial.page.saved();
            trial.reloaded(row, "after a load");
        }
    })
}

const fn trial_off(off: i64, load: usize) -> i64 {
    -off / (load as i64 + 1)
}

impl Trial {
    fn edit_by(
        &mut self,
        hand: &mut Hand,
        row: &mut Row,
        act: impl Fn(&mut Hand, &Page, &mut Chance) -> Option<(Work, std::time::Instant)>,
    ) {
        for _ in 0..6 {
            if let Some((work, _)) = act(hand, &self.page, &mut self.chance) {
                self.work = work;
                row.edits += 1;
                return;
            }
        }
        row.blame("an edit could not be made");
    }
}
