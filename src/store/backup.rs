//! Bringing a back-up back: what it would change is told before anything is written, and is exactly what then happens.
//!
//! It is a union, as that of the two stores: entries never collide, of two other values of one name the better stands
//! ([`super::union()`]), and nothing that is here is taken away.

use super::base::Base;
use super::key::{Key, PREFIX};
use super::replay::{SetAside, replay};
use super::union::union;
use super::values::Values;
use crate::core::state::State;
use crate::format::entry::{EntryFault, unseal};

/// How much a project holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// Documents.
    pub documents: usize,
    /// Spans of every set.
    pub spans: usize,
    /// Changes that are kept one by one.
    pub entries: usize,
}

/// What a back-up would do to a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectChange {
    /// Its id.
    pub project: String,
    /// What is here; `None` where nothing of it is kept.
    pub here: Option<Held>,
    /// What is here afterwards.
    pub after: Held,
    /// Entries that are not here.
    pub new: usize,
}

/// What a back-up would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restore {
    /// What is to be written: names and values.
    pub writes: Vec<(String, String)>,
    /// The projects in it, in the order of their ids.
    pub projects: Vec<ProjectChange>,
    /// Whether it brings settings that are not here.
    pub settings: bool,
    /// Names of values that are damaged; they are left out.
    pub damaged: Vec<String>,
    /// How many of its names are not Hashiya's; they are left out.
    pub foreign: usize,
}

impl Restore {
    /// Whether everything in it is here already.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.writes.is_empty()
    }
}

/// Whether a value can be told to be damaged: those of a project are sealed. One of a later version is not.
fn is_damaged(name: &str, value: &str) -> bool {
    let sealed = matches!(name.parse(), Ok(Key::Entry(..) | Key::Snapshot(..) | Key::Draft(..)));
    sealed && matches!(unseal(value), Err(EntryFault::Damaged))
}

/// What bringing these values in would do to what is kept `here`. `read` reads the project of a snapshot, and `shipped`
/// gives a project as it is before its first snapshot.
#[must_use]
pub fn restore(
    here: &Values,
    backup: Vec<(String, String)>,
    read: impl Fn(&str) -> Option<State>,
    shipped: impl Fn(&str) -> State,
) -> Restore {
    let mut restore = Restore::default();
    let mut whole = Vec::new();
    for (name, value) in backup {
        if !name.starts_with(PREFIX) {
            restore.foreign += 1;
        } else if is_damaged(&name, &value) {
            restore.damaged.push(name);
        } else {
            whole.push((name, value));
        }
    }
    let projects = projects(&whole.iter().cloned().collect());
    let all = union(here.iter().cloned().collect(), whole);
    restore.settings = all.missing_in_local.iter().any(|name| name.parse::<Key>().is_ok_and(|key| key.project().is_none()));
    for project in projects {
        let is_entry =
            |name: &&String| matches!(name.parse(), Ok(Key::Entry(of, _)) if of == project && here.get(name).is_none());
        restore.projects.push(ProjectChange {
            here: holds(here, &project).then(|| held(&project, here, &read, &shipped).0),
            after: held(&project, &all.all, &read, &shipped).0,
            new: all.missing_in_local.iter().filter(is_entry).count(),
            project,
        });
    }
    let written = all.missing_in_local.iter().filter_map(|name| all.all.pair(name));
    restore.writes = written.cloned().collect();
    restore
}

/// The projects that something is kept of, in the order of their ids.
#[must_use]
pub fn projects(values: &Values) -> Vec<String> {
    let mut projects: Vec<String> =
        values.iter().filter_map(|(name, _)| name.parse::<Key>().ok()?.project().map(String::from)).collect();
    projects.sort_unstable();
    projects.dedup();
    projects
}

fn holds(values: &Values, project: &str) -> bool {
    let prefix = Key::project_prefix(project);
    values.iter().any(|(name, _)| name.starts_with(&prefix))
}

/// How much a project holds as it is kept, and what of it was set aside.
#[must_use]
pub fn held(
    project: &str,
    values: &Values,
    read: impl Fn(&str) -> Option<State>,
    shipped: impl Fn(&str) -> State,
) -> (Held, Vec<SetAside>) {
    let base = Base::find(project, values, read, || shipped(project));
    let replayed = replay(project, base, values);
    let entries = values.iter().filter(|(name, _)| matches!(name.parse(), Ok(Key::Entry(of, _)) if of == project)).count();
    let documents = &replayed.state.documents;
    let spans = documents.iter().map(|document| document.spans.len()).sum();
    (Held { documents: documents.len(), spans, entries }, replayed.set_aside)
}

#[cfg(test)]
mod tests;
