//! spaCy's documents as JSON lines, as `Doc.to_json` writes and `Doc.from_json` reads them; read also is the older form of training
//! data, a text with a list of limits.
//!
//! All spans stand in the group `sc`, where they may overlap; those that do not overlap also in `ents`. Limits count code points, and
//! spaCy takes only limits of its tokens. What it has no place for stands in fields of its own, which it passes over.

mod read;
mod write;

pub use read::read;
pub use write::{kb_id, write};

use super::file::InFile;
use super::hugging_face::is_columns;
use super::records::outline;

/// The group of spans that spaCy's span categoriser works with.
pub const GROUP: &str = "sc";

/// Whether a file looks like one of this format.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let first = outline(&file.bytes);
    let is_bare = first.has("/tokens[]/start", b'0') && first.has("/tokens[]/id", b'0') && !first.has("/tokens[]/text", b'"');
    let is_grouped = first.has("/spans", b'{') && !is_columns(&first, "/spans");
    let is_doc = first.has("/text", b'"') && (first.has("/ents", b'[') || is_grouped || is_bare);
    let pairs = ["", "[]", "/annotations[]"].map(|list| (format!("{list}[]"), format!("{list}[]/entities")));
    is_doc || pairs.iter().any(|(text, entities)| first.has(text, b'"') && first.has(entities, b'['))
}

#[cfg(test)]
mod tests;
