//! Packages: one that the address names is fetched; one that was opened waits until its annotator has given a name, and
//! begins a project of its own then.

use super::Desk;
use crate::core::desk::DeskPage;
use crate::core::ids::SetId;
use crate::core::state::State;
use crate::desk::keeping::kept;
use crate::format::native::package::{about, begun, lies_beside};
use crate::format::native::{read, state_from, write_whole};
use crate::store::{Key, Seen, Snapshot};
use crate::web::page;
use crate::web::store::{Vault, Write};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// A package on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// It is being fetched.
    Fetching,
    /// The address names no file beside the page: as it is written there.
    NoPath(String),
    /// The file is not to be had.
    NoFile(String),
    /// The file is there, and no package.
    NoPackage(String),
    /// It waits to be begun: the file's name, and what is in it.
    Ready(String, Rc<State>),
    /// It could not be kept in this browser.
    NotKept(String, Rc<State>),
}

impl Desk {
    /// Fetches the package that the address names, and shows it.
    pub(super) fn fetch_package(&self, written: &str) {
        let path = js_sys::decode_uri_component(written).ok().and_then(|path| path.as_string()).unwrap_or_default();
        self.show(Some(DeskPage::Annotators));
        if !lies_beside(&path) {
            self.put_handed(Some(Handed::NoPath(path)));
            return;
        }
        self.put_handed(Some(Handed::Fetching));
        let desk = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match fetched(&path).await {
                None => desk.put_handed(Some(Handed::NoFile(path))),
                Some(text) if !desk.consider_package(&path, &text) => desk.put_handed(Some(Handed::NoPackage(path))),
                Some(_) => {}
            }
        });
    }

    /// Has a package wait, and shows it. Gives whether the file is one.
    pub(super) fn consider_package(&self, name: &str, text: &str) -> bool {
        // Most files are none, and are not read twice to tell.
        let may_be = text.contains(&format!("\"{}\"", crate::core::handed::PACKAGE));
        let Some(state) = may_be.then(|| read(text).ok().map(state_from)).flatten() else { return false };
        if about(&state).is_none() {
            return false;
        }
        self.put_handed(Some(Handed::Ready(name.to_owned(), Rc::new(state))));
        // Its first field takes the focus.
        self.show(Some(DeskPage::Annotators));
        true
    }

    /// Shows what became of a package, or (`None`) leaves off.
    pub fn put_handed(&self, handed: Option<Handed>) {
        self.set(|moment| moment.handed = handed);
    }

    /// Begins the work of a package under a name, in a project of its own, and goes there.
    pub fn begin_package(&self, file: String, package: Rc<State>, annotator: &str) {
        let state = begun(&package, annotator, SetId::new(page::random_id()));
        let desk = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if is_kept(&state.project.id).await || keep(&state).await {
                go_to(&state.project.id);
            } else {
                desk.put_handed(Some(Handed::NotKept(file, package)));
            }
        });
    }
}

/// Whether this browser keeps something of a project.
pub async fn is_kept(project: &str) -> bool {
    Vault::open().await.load(&Key::project_prefix(project), &|_| true).await.all.iter().next().is_some()
}

/// Keeps a project as it begins.
async fn keep(state: &State) -> bool {
    let Ok(file) = write_whole(state, &page::now()) else { return false };
    let value = Snapshot { seen: Seen::default(), apart: Vec::new(), project: file }.encode();
    kept::write(vec![Write::Put(Key::Snapshot(state.project.id.clone(), 0).to_string(), value)]).await
}

/// Opens a project in place of the one that is open.
pub fn go_to(project: &str) {
    let _ = gloo::utils::window().location().set_href(&format!("?project={project}"));
}

/// A file beside the page.
async fn fetched(path: &str) -> Option<String> {
    let response = JsFuture::from(gloo::utils::window().fetch_with_str(&format!("./{path}"))).await.ok()?;
    let response = response.dyn_into::<Response>().ok().filter(Response::ok)?;
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
