//! The interface in Arabic.

pub(super) mod nouns;
pub(super) mod sentences;
pub(super) mod words;
