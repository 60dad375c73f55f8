//! The browser's edge: everything that touches the DOM, the stores and the hands at the page, but no Yew.
//!
//! The article is drawn here and not by the view: its text nodes stand in the page before the
//! program comes, and are never touched.

pub mod articles;
mod ask;
mod desk;
pub mod dom;
pub mod files;
mod input;
pub mod keyboard;
pub mod labels_css;
pub mod page;
pub mod painter;
mod pointer;
mod reading;
pub mod rest;
pub mod selection;
pub mod shell;
mod snapshot;
mod start;
pub mod store;
pub mod surface;
pub mod tabs;
