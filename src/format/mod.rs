//! Projects as text: the file that users keep and the journal that the page keeps. Pure: no browser, no clock.

pub mod backup;
pub mod bundled;
#[cfg(test)]
mod documents_tests;
pub mod entry;
pub mod exchange;
pub mod handover;
pub mod json;
pub mod native;
pub mod shape;
pub mod texts;
#[cfg(test)]
mod settle_tests;
#[cfg(test)]
mod shapes_tests;
#[cfg(test)]
mod tagset_tests;
