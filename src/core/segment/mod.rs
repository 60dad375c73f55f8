//! Where grapheme clusters and words end, by UAX #29.
//!
//! It does what the crate `unicode-segmentation` does, against which `tests/segment.rs` proves it, and
//! is 11 kB less for a visitor to wait for.

mod class;
mod graphemes;
mod words;

pub use graphemes::{grapheme_ends, is_grapheme_boundary};
pub use words::words;
