//! TEI P5: a file for each document, its text in tokens that have ids, and in `standOff` what is said of them.
//!
//! Spans reach from token to token, or name each where they are in pieces, so that limits inside a token are brought to its ends as the
//! options say. The text stands verbatim in one `ab`. What TEI has no attribute for stands in feature structures. Read are such files, and
//! those of others with names in the running text (`persName`, `placeName`…) or with spans over elements that have ids.

mod dom;
mod markup;
mod read;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;

/// How much of a file is looked at.
const LOOK: usize = 8192;

/// The name space of all elements.
const SPACE: &str = "http://www.tei-c.org/ns/1.0";

/// What stands before an id of ours, since those of XML are one name space for all: of spans, relations, events.
const PREFIXES: [&str; 3] = ["s-", "r-", "e-"];

/// Whether a file looks like one of this format, by what it holds.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let head = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(LOOK)]);
    let head = head.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    head.starts_with('<') && (head.contains(SPACE) || head.contains("<TEI") || head.contains("<teiCorpus"))
}

#[cfg(test)]
mod tests;
