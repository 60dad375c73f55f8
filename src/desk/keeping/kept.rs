//! What this browser keeps of the page, read from both stores; and what is done to the whole of it: a copy, a restoration,
//! an erasure. The page is loaded anew after the last two, so that the first program begins on what is there then.

use crate::core::project::Project;
use crate::core::record::Extra;
use crate::core::state::State;
use crate::core::tagset::Tagset;
use crate::format::{backup, bundled, native};
use crate::store::backup::{Held, Restore, held, projects, restore};
use crate::store::{PREFIX, SetAside, Values};
use crate::web::store::room::{self, Room};
use crate::web::store::{Saved, Vault, Write};
use crate::web::{articles, page, tabs};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What is kept.
pub struct Kept {
    /// Everything of both stores.
    pub values: Values,
    /// Each project that something is kept of, and how much.
    pub projects: Vec<(String, Held)>,
    /// What has no part in any.
    pub aside: Vec<SetAside>,
    /// How many characters of local storage are taken, by whatever page of this origin.
    pub used: usize,
    /// What the browser says of the whole.
    pub room: Option<Room>,
    /// Whether local storage works.
    pub local: bool,
    /// Whether its mirror does.
    pub mirror: bool,
    /// Whether the browser has promised not to clear it; `None` where it cannot be asked.
    pub persisted: Option<bool>,
    /// The texts of the bundled articles.
    texts: Vec<String>,
}

impl Kept {
    /// Reads it all.
    pub async fn read() -> Self {
        let vault = Vault::open().await;
        let values = vault.load(PREFIX, &|_| true).await.all;
        let facts = vault.facts();
        let mut kept = Self {
            values,
            projects: Vec::new(),
            aside: Vec::new(),
            used: used().unwrap_or_default(),
            room: room::estimate().await,
            local: facts.local,
            mirror: facts.mirror,
            persisted: room::persisted().await,
            texts: articles::texts().await.unwrap_or_default(),
        };
        for project in projects(&kept.values) {
            let (holds, mut aside) = held(&project, &kept.values, snapshot, |id| kept.shipped(id));
            kept.aside.append(&mut aside);
            kept.projects.push((project, holds));
        }
        kept
    }

    /// The project as it was before its first snapshot. Only one's own ever stands without one.
    fn shipped(&self, id: &str) -> State {
        if id == crate::seeds::project().id {
            return bundled::of(self.texts.iter().cloned());
        }
        State::new(
            Project { id: id.to_owned(), name: id.to_owned(), extra: Extra::default(), top: Extra::default() },
            Tagset::wojood(),
        )
    }

    /// A back-up of everything: the file's name and text.
    #[must_use]
    pub fn backup(&self) -> (String, String) {
        let at = page::now();
        let values = self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        (named("backup", &at), backup::write(values, &at))
    }

    /// What was set aside, as a back-up of nothing else.
    #[must_use]
    pub fn aside(&self) -> (String, String) {
        let at = page::now();
        let values = self.aside.iter().map(|one| (one.key.as_str(), one.value.as_str()));
        (named("set-aside", &at), backup::write(values, &at))
    }

    /// What bringing these values in would do.
    #[must_use]
    pub fn plan(&self, values: Vec<(String, String)>) -> Restore {
        restore(&self.values, values, snapshot, |id| self.shipped(id))
    }
}

fn named(what: &str, at: &str) -> String {
    format!("hashiya-{what}-{}.json", at.get(..10).unwrap_or_default())
}

fn snapshot(file: &str) -> Option<State> {
    native::read(file).ok().map(native::state_from)
}

/// Brings values in. Everything is read anew, so that what is written since it was shown stands. Gives whether it was done.
pub async fn bring(values: Vec<(String, String)>) -> bool {
    let plan = Kept::read().await.plan(values);
    write(plan.writes.into_iter().map(|(name, value)| Write::Put(name, value)).collect()).await
}

/// Takes everything away, of both stores and of what the page keeps to work without a network, and tells the other tabs.
/// Gives whether it was done.
pub async fn erase() -> bool {
    let vault = Vault::open().await;
    let here = vault.load(PREFIX, &|_| true).await.all;
    let names = here.iter().map(|(name, _)| Write::Remove(name.clone())).collect();
    write(names).await;
    let done = projects(&vault.load(PREFIX, &|_| true).await.all).is_empty();
    if done {
        let _ = forget_files().await;
        tabs::tell_erased();
    }
    done
}

/// Loads the page anew.
pub fn reload() {
    let _ = gloo::utils::window().location().reload();
}

/// Writes into both stores. Gives whether one of them has confirmed it.
pub async fn write(writes: Vec<Write>) -> bool {
    let vault = Vault::open().await;
    let done = Promise::new(&mut |resolve: Function, _| {
        let answer = move |saved: Saved| {
            let _ = resolve.call1(&JsValue::NULL, &saved.is_kept().into());
        };
        vault.write(&writes, answer);
    });
    JsFuture::from(done).await.is_ok_and(|kept| kept.is_truthy())
}

/// The characters of local storage that are taken. `None` where it cannot be read.
fn used() -> Option<usize> {
    let storage = gloo::utils::window().local_storage().ok()??;
    let names = Reflect::own_keys(&storage).ok()?;
    let units = |text: &str| text.encode_utf16().count();
    let of = |name: String| units(&name) + storage.get_item(&name).ok().flatten().map_or(0, |value| units(&value));
    Some(names.iter().filter_map(|name| name.as_string()).map(of).sum())
}

/// Takes away the files that a service worker keeps, and the worker itself, which comes again with the next visit.
async fn forget_files() -> Option<()> {
    let window: JsValue = gloo::utils::window().into();
    let caches = Reflect::get(&window, &"caches".into()).ok().filter(JsValue::is_object)?;
    let names = answer(&caches, "keys", &JsValue::UNDEFINED).await?.dyn_into::<Array>().ok()?;
    // As `static/sw.js` names them: another copy of the page on this host keeps its own.
    let path = gloo::utils::window().location().pathname().ok()?;
    let ours = format!("hashiya {}/ ", path.rsplit_once('/').map_or("", |(folder, _)| folder));
    for name in names.iter().filter(|name| name.as_string().is_some_and(|name| name.starts_with(&ours))) {
        answer(&caches, "delete", &name).await?;
    }
    let navigator: JsValue = gloo::utils::window().navigator().into();
    let workers = Reflect::get(&navigator, &"serviceWorker".into()).ok().filter(JsValue::is_object)?;
    let worker = answer(&workers, "getRegistration", &JsValue::UNDEFINED).await.filter(JsValue::is_object)?;
    answer(&worker, "unregister", &JsValue::UNDEFINED).await.map(drop)
}

/// What a method of an object promises.
async fn answer(of: &JsValue, method: &str, with: &JsValue) -> Option<JsValue> {
    let method = Reflect::get(of, &method.into()).ok()?.dyn_into::<Function>().ok()?;
    let promise = method.call1(of, with).ok()?.dyn_into::<Promise>().ok()?;
    JsFuture::from(promise).await.ok()
}
