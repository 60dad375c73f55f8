//! One person at the page: what is open, selected, chosen and shown, and what each action does.
//!
//! [`update`] is the only door: a session and an action give a new session and what the browser is
//! asked to do. Nothing here touches the browser, so every story of the page can be told in a test.

mod action;
mod effect;
mod message;
mod model;
mod settings;
mod update;
mod selecting;
mod choosing;
mod parts;
mod repaint;
mod rest;
mod beside;
mod editing;
mod limits;
mod files;

pub use action::Action;
pub use effect::{Effect, Focus};
pub use message::{Message, Notice, Tone};
pub use model::{Dialog, Filter, NoteDraft, Panel, Saved, Session, StoreFacts};
pub use parts::Cut;
pub use repaint::repaint;
pub use settings::{Language, Names, SIZES, SPACINGS, Settings, Theme};
pub use update::{Moment, update};
