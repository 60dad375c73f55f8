//! The annotating itself: texts, spans, changes, history. Pure: no browser, no clock, no randomness.
//!
//! Every number that counts text here is an [`units::Offset`]: code points in logical order from
//! the start of the document, naming the gap before a character. Ranges are half-open.
//! Bytes and UTF-16 units exist only as the types [`units::Byte`] and [`units::Utf16`].
//!
//! Modules in reading order.

pub mod units;
pub mod range;
pub mod text;
pub mod segment;
pub mod snap;
pub mod need;
pub mod numbers;
pub mod clitics;
pub mod fold;
pub mod outline;
pub mod ids;
pub mod names;
pub mod keyed;
pub mod order;
pub mod colour;
pub mod tagset;
pub mod desk;
pub mod document;
pub mod span;
pub mod span_set;
pub mod record;
pub mod project;
pub mod op;
pub mod state;
pub mod transaction;
pub mod travel;
pub mod history;
pub mod refusal;
pub mod pieces;
pub mod cascade;
pub mod shapes;
pub mod command;
pub mod compare;
pub mod caret;
pub mod lanes;
pub mod geometry;
pub mod fixed;
pub mod arcs;
pub mod keymap;
pub mod likely;
pub mod examples;
pub mod distinct;
pub mod new_label;
pub mod draft;
pub mod edit_tagset;
pub mod edit_documents;
pub mod presets;
pub mod take_tagset;
pub mod guidelines;
pub mod aliases;
pub mod memory;
pub mod lint;
pub mod suggest;
pub mod search;
pub mod many;
pub mod twins;
pub mod surroundings;
pub mod agreement;
pub mod annotators;
pub mod handed;
pub mod settle;
pub mod figures;
#[cfg(test)]
pub mod fixture;
