//! UIMA XMI: one file a document, and `TypeSystem.xml` for all of them.
//!
//! The text stands in an attribute, so its line breaks and tabs are written as references: as themselves they would come
//! back as spaces. Most control characters cannot stand in XML at all; each becomes a space, so that no limit moves.

mod read;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;

/// Whether a file is XMI or a UIMA type system.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let start = &file.bytes[..file.bytes.len().min(4096)];
    let has = |words: &[u8]| start.windows(words.len()).any(|window| window == words);
    start.contains(&b'<') && (has(b"http://www.omg.org/XMI") || is_type_system(file))
}

/// Whether it is a type system.
pub fn is_type_system(file: &InFile) -> bool {
    let start = &file.bytes[..file.bytes.len().min(4096)];
    start.windows(22).any(|window| window == b"<typeSystemDescription")
}

#[cfg(test)]
mod tests;
