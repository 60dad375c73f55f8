//! What the page shows beside the article: Yew components, each drawn from the session alone.
//!
//! The article itself belongs to [`crate::web`]. Everything here is rendered into the hosts that
//! `index.html` has from the start, and what a hand does becomes a [`crate::session::Action`].

mod app;
mod bar;
mod dialog;
pub mod draw;
mod head;
mod icon;
mod list;
mod margin;
mod notice;
mod now;
mod part;
mod parts;
mod selection_bar;
mod tagset;
mod welcome;

pub use bar::status_word;
pub use icon::{Icon, icon};
pub use now::is_mac;
pub use parts::{Tool, chip, label_class, quote};

use crate::web::shell::Shell;

/// Starts the page: opens the stores, takes over the article, and mounts the interface beside it.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        let shell = Shell::start().await;
        if let Some(hosts) = app::Hosts::find() {
            hosts.clear();
            let root = hosts.root.clone();
            now::set_shell(shell);
            let app = part::PartProps::of::<app::App>(app::AppProps { hosts });
            yew::Renderer::<part::Part>::with_root_and_props(root, app).render();
        }
    });
}
