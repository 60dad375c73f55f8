//! Sees to it that local storage has room: gives a long journal a newer base, and moves to the mirror what takes much.
//!
//! What leaves local storage is in the mirror, whose disk has confirmed the very same value. Nothing leaves the mirror.

use super::now::Desk;
use crate::format::native;
use crate::store::compact::{Fits, LATEST, LONG, Step, compact, held, steps};
use crate::store::room::{ENOUGH, Held, MUCH, leaving, units};
use crate::store::{Base, Key, PREFIX, Store, replay, union};
use crate::web::page;
use crate::web::store::Write;
use crate::web::store::local::Local;
use crate::web::store::mirror::Mirror;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen_futures::spawn_local;

/// How long the page has had rest when the stores are looked at, in milliseconds.
const REST: u32 = 4_000;

/// After how many entries they are looked at again.
const OFTEN: u32 = 250;

thread_local! {
    static DUE: Cell<bool> = const { Cell::new(false) };
    static REFUSED: Cell<bool> = const { Cell::new(false) };
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// Looks at the stores once the page has rest.
pub(super) fn soon(desk: &Desk) {
    if DUE.replace(true) {
        return;
    }
    let desk = desk.clone();
    Timeout::new(REST, move || {
        spawn_local(async move {
            let _ = tidy(&desk).await;
            DUE.set(false);
        });
    })
    .forget();
}

/// Local storage has refused a value: whatever its room is, it is less than was thought.
pub(super) fn refused(desk: &Desk) {
    REFUSED.set(true);
    soon(desk);
}

/// Counts an entry.
pub(super) fn count(desk: &Desk) {
    COUNT.set(COUNT.get() + 1);
    if COUNT.get() >= OFTEN {
        COUNT.set(0);
        soon(desk);
    }
}

/// `None` where it had to stop: then the stores are as good as they were.
async fn tidy(desk: &Desk) -> Option<()> {
    let project = desk.now().state.project.id.clone();
    let local = Local::open().ok()?;
    let here = local.list(PREFIX).ok()?;
    let used = |here: &[(String, String)]| here.iter().map(|(name, value)| units(name) + units(value)).sum::<usize>();
    let entries = Key::project_prefix(&project) + "journal/";
    let count = here.iter().filter(|(name, _)| name.starts_with(&entries)).count();
    let refused = REFUSED.replace(false);
    let (much, enough) = if refused { (0, ENOUGH.min(used(&here) / 4 * 3)) } else { (MUCH, ENOUGH) };
    if used(&here) <= much && count <= LONG {
        return Some(());
    }
    let mirror = Mirror::open().await.ok()?;
    let mirrored = mirror.list(PREFIX).await.ok()?;
    let all = union(here, mirrored.clone()).all;
    let read = |file: &str| native::read(file).ok().map(native::state_from);
    // A journal has the snapshot of its beginning; where none can be read, it stays as it is.
    let base = Base::find(&project, &all, read, || (*desk.now().state).clone());
    if base.clock == 0 && all.get(&Key::Snapshot(project.clone(), 0).to_string()).is_none() || !base.set_aside.is_empty() {
        return None;
    }
    let write = |state: &_| native::write(state, &page::now(), &native::Choice::default()).ok();
    let compaction = desk.now().alone.then(|| compact((&project, &base), &all, (LONG, LATEST), write, read)).flatten();
    if let Some(compaction) = compaction {
        let here = local.list(PREFIX).ok()?;
        let wanted = used(&here) + units(&compaction.snapshot.0) + units(&compaction.snapshot.1);
        let leaving = compaction.held.iter().map(String::as_str).collect::<BTreeSet<_>>();
        let freed = used(&here.into_iter().filter(|(name, _)| leaving.contains(name.as_str())).collect::<Vec<_>>());
        let fits = if wanted < MUCH {
            Fits::Now
        } else if wanted - freed < MUCH {
            Fits::Later
        } else {
            Fits::Never
        };
        for step in steps(compaction, fits) {
            match step {
                Step::Mirror(name, value) => mirror.write(&[Write::Put(name, value)]).ok()?.confirmed().await.ok()?,
                Step::Local(name, value) => local.put(&name, &value).ok()?,
                Step::Leave(name) => local.remove(&name).ok()?,
            }
        }
    }
    let mirrored = mirrored.into_iter().collect::<BTreeMap<_, _>>();
    let same = |name: &str, value: &str| mirrored.get(name).is_some_and(|there| there == value);
    for name in held(&project, &base, &all) {
        if local.get(&name).ok()?.is_some_and(|value| same(&name, &value)) {
            local.remove(&name).ok()?;
        }
    }
    let here = local.list(PREFIX).ok()?;
    if used(&here) <= much {
        return Some(());
    }
    let size = |(name, value): &(String, String)| {
        let mirrored = same(name, value);
        Held { size: units(name) + units(value), name: name.clone(), mirrored }
    };
    let sizes = here.iter().map(size).collect::<Vec<_>>();
    let named = |entry: &crate::core::history::EntryKey| Key::Entry(project.clone(), entry.clone()).to_string();
    let history = replay(&project, base, &all).journal.entries().iter().map(|entry| named(&entry.key)).collect::<Vec<_>>();
    for name in leaving(&sizes, &project, &history, LATEST, enough) {
        local.remove(&name).ok()?;
    }
    Some(())
}
