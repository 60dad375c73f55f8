//! W3C Web Annotation, as JSON-LD: `003.jsonld` with an annotation a line, and `003.txt` with the text they are of.
//!
//! Limits are code points, as the model asks, and the words stand beside them with what is before and after. A label is a body for
//! tagging, an attribute another (`name=value`), a note one for commenting, an entity one for identifying. Pieces are several targets, all
//! of which apply. A relation is an annotation for linking: from its target to the source of its body; an event one whose
//! bodies for linking have labels. `links.jsonld` joins documents. Only terms of the model's own context are used.

mod body;
mod iri;
mod list;
mod places;
mod read;
mod write;

pub use iri::{link as link_of, of_referent as address_of};
pub use read::read;
pub use write::write;

use super::file::InFile;

/// How much of a file is looked at.
const LOOK: usize = 65_536;

/// Whether a file looks like one of this format, by what it holds.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let head = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(LOOK)]);
    let head = head.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    let has = |word: &str| head.contains(word);
    head.starts_with(['{', '['])
        && (has("://www.w3.org/ns/anno")
            || has("\"TextQuoteSelector\"")
            || has("\"TextPositionSelector\"")
            || has("\"bodies\"") && has("\"selector\"") && has("\"quote\""))
}

/// Whether a file is the text that a file of annotations is of: it has its name, but for the ending.
#[must_use]
pub fn belongs(text: &InFile, annotations: &InFile) -> bool {
    let bare = |name: &str| name.rsplit_once('.').map_or(name.to_owned(), |(stem, _)| stem.to_owned());
    text.ends(".txt") && !annotations.ends(".txt") && bare(&text.name) == bare(&annotations.name)
}

#[cfg(test)]
mod tests;
