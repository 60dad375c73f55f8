//! Hashiya, a span annotator for Arabic that lives wholly in the browser.
//!
//! Layers, each importing only what stands above it in this list:
//!
//! 1. [`core`]: texts, spans, transactions, history. Pure, no browser, no clock.
//! 2. [`format`]: the native file and the journal's entries as JSON. Pure.
//! 3. [`store`]: where entries are kept, as a trait, and how two stores become one. Pure.
//! 4. [`session`]: what is open, selected and shown; every action and what it asks of the browser. Pure.
//! 5. [`i18n`]: every word the interface says, in Arabic and in English. Pure.
//! 6. `web`: the browser's edge: the reading surface, the painter, the stores, files.
//! 7. `view`: the Yew components.
//! 8. `desk`: the second program: what is done over many spans at once.

pub mod core;
pub mod format;
pub mod i18n;
pub mod seeds;
pub mod session;
pub mod store;

#[cfg(target_arch = "wasm32")]
pub mod desk;
#[cfg(target_arch = "wasm32")]
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod web;
