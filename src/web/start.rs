//! Start-up: the stores are opened and read, the journal is replayed, the shell takes input.

use super::articles;
use super::page;
use super::shell::Shell;
use super::store::Vault;
use crate::core::handed::PACKAGE;
use crate::core::ids::Writer;
use crate::core::state::State;
use crate::format::entry::EntryFault;
use crate::format::{bundled, native};
use crate::session::{Action, Session, StoreFacts};
use crate::store::room::returning;
use crate::store::{self, Base, Key, PREFIX, Replayed, SetAside, Values, Why};
use wasm_bindgen::UnwrapThrowExt;

impl Shell {
    /// Opens the stores, reads what they hold and takes over the page.
    pub async fn start() -> Self {
        let vault = Vault::open().await;
        let asked = page::asked().unwrap_or_default();
        let example = page::example(&asked);
        let prefix = Key::project_prefix(&asked);
        let resets = example.is_some() && page::resets();
        let stays = |name: &str| {
            let stays = !resets || !name.starts_with(&prefix);
            if !stays {
                vault.remove(name);
            }
            stays
        };
        let union = vault.load(PREFIX, &stays).await;
        // One that is neither shipped nor kept here is not known: then one's own work opens.
        let is_there = example.is_some() || union.all.iter().any(|(name, _)| name.starts_with(&prefix));
        let project = if is_there { &*asked } else { crate::seeds::project().id };
        let state = match &example {
            Some(file) => articles::file(file).await.as_deref().and_then(read_snapshot),
            None => articles::texts().await.map(bundled::of),
        };
        // Without it there is nothing to tag: start-up ends here, and boot.js says so.
        let shipped = || state.expect_throw("an article was changed in the page, and its file does not come");
        let base = Base::find(project, &union.all, read_snapshot, shipped);
        vault.mend(&union, &returning(&union, project, &base));
        let shipped = (base.clock == 0 && base.seen.is_empty() && !has_snapshot(project, &union.all)).then(|| base.state.clone());
        let replayed = store::replay(project, base, &union.all);
        let (set_aside, newer) = told(&replayed);
        let facts = StoreFacts { set_aside, newer, ..vault.facts() };
        let facts = StoreFacts { persisted: facts.persisted || !page::clears_by_itself(), ..facts };
        let shell = open(replayed, vault, shipped);
        shell.dispatch(Action::Stores(facts));
        shell
    }
}

/// How much could not be read, and whether a later version of the page has written some of it. What only waits for
/// something that another tab took away is no damage.
fn told(replayed: &Replayed) -> (u32, bool) {
    let unread = replayed.set_aside.iter().filter(|aside| !matches!(aside.why, Why::Unfit(_)));
    let newer = |aside: &&SetAside| matches!(aside.why, Why::Fault(EntryFault::NewerVersion(_)));
    let later = unread.clone().filter(newer).count();
    ((unread.count() - later) as u32, later > 0)
}

fn open(replayed: Replayed, vault: Vault, shipped: Option<State>) -> Shell {
    let Replayed { state, history, drafts, spent, next_clock, journal, .. } = replayed;
    let history = history.having_seen(next_clock - 1);
    let mut session = Session::new(state, history, page::settings());
    let address = page::address();
    if let Some((document, _)) = address.as_ref().filter(|(document, _)| session.state.document(document).is_some()) {
        session.open = document.clone();
    }
    for name in spent {
        vault.remove(&name);
    }
    let shell = Shell::new(session, vault, Writer::new(page::random_id()), journal, shipped);
    super::tabs::listen(&shell);
    super::tabs::restore(&shell, drafts);
    if let Some((document, Some(span))) = address {
        shell.dispatch(Action::Open(document, Some(span)));
    }
    super::input::listen(&shell);
    if let Some(path) = page::opens() {
        shell.desk().ask(&shell, "handed", &path.into());
    }
    // What was handed out may have suggestions, which the desk outlines.
    if shell.session().state.project.top.get(PACKAGE).is_some() {
        shell.desk().warm(&shell);
    }
    shell
}

fn has_snapshot(project: &str, values: &Values) -> bool {
    values.get(&Key::Snapshot(project.to_owned(), 0).to_string()).is_some()
}

fn read_snapshot(file: &str) -> Option<State> {
    native::read(file).ok().map(native::state_from)
}
