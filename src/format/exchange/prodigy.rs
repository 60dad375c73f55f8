//! Prodigy's JSON lines: a text, its tokens, spans on them, relations between tokens.
//!
//! Limits count code points; `token_end` is the last token itself, not the one after it. A relation names a token of each of its spans, the last.
//! What Prodigy has no place for stands in fields of its own, which it carries along.

mod read;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;
use super::records::outline;

/// Whether a file looks like one of this format: a text with what Prodigy says of each task.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let first = outline(&file.bytes);
    let signs = [
        ("/_input_hash", b'0'),
        ("/_view_id", b'"'),
        ("/answer", b'"'),
        ("/tokens[]/text", b'"'),
        ("/spans[]/token_start", b'0'),
    ];
    first.has("/text", b'"') && signs.into_iter().any(|(place, kind)| first.has(place, kind))
}

#[cfg(test)]
mod tests;
