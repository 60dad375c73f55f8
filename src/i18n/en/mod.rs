//! The interface in English.

pub(super) mod nouns;
pub(super) mod sentences;
pub(super) mod words;
