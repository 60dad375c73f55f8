//! The desk, the second program: pages for what is done over many spans at once. Loaded when one is first asked for.
//!
//! It keeps a replica of the project (`replica`), which it is told of through `link`, and hands whole changes back. So
//! nothing here changes the project or touches the article: the first program stays the only one that does. What is kept
//! where in the stores is seen to here (`keeper`).

mod agreement;
mod annotators;
mod arcs;
mod beside;
mod compare;
mod details;
mod doclabels;
mod documents;
mod entities;
mod export;
mod facts;
mod field;
mod figures;
mod frame;
mod ghosts;
mod guidelines;
mod home;
mod incoming;
mod keeper;
mod keeping;
mod keys;
mod large;
mod link;
mod linking;
mod lint;
mod marked;
mod now;
mod parts;
mod relations;
mod replica;
mod roving;
mod search;
mod settle;
mod slices;
mod tabs;
mod tagset;
mod twins;

pub use now::{Desk, Gathered, Handed, Now};

use crate::web::files;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Starts the desk: asks the first program for the project and draws into its host. In a worker, where nothing is drawn, it
/// measures.
pub fn start() {
    if web_sys::window().is_none() {
        agreement::worker::start();
    } else if let Some((host, link)) = link::Link::find() {
        wasm_bindgen_futures::spawn_local(begin(host, link));
    }
}

async fn begin(host: Element, link: link::Link) {
    let Some(replica) = replica::Replica::gathered(&link).await else {
        link.gone();
        return;
    };
    let desk = Desk::new(link.clone(), replica);
    let root = frame::FrameProps { desk: desk.clone() };
    yew::Renderer::<frame::Frame>::with_root_and_props(host, root).render();
    keeper::soon(&desk);
    link.listen(move |kind, news| match news.dyn_into::<Array>() {
        Ok(files) => {
            let desk = desk.clone();
            wasm_bindgen_futures::spawn_local(async move { desk.receive(files::all_bytes(&files).await) });
        }
        Err(news) => desk.hear(kind, news.as_string().unwrap_or_default()),
    });
}
