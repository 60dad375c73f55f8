//! PubAnnotation's JSON, which TextAE shows: a file for each document.
//!
//! Limits are UTF-16 code units, as TextAE and INCEpTION count, unless the user says otherwise; then the file says so in `offset_unit`.
//! TextAE refuses a file in which spans cross, so that the later one of such is left out.

mod read;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;
use super::model::Unit;

/// How much of a file is looked at.
const LOOK: usize = 65_536;

/// The predicate of an attribute whose value is the address of what is mentioned.
const IDENTIFIER: &str = "identifier";

/// Units by their names in `offset_unit`.
const UNITS: [(Unit, &str); 4] =
    [(Unit::Utf16, "utf16"), (Unit::CodePoint, "code_point"), (Unit::Byte, "utf8"), (Unit::Grapheme, "grapheme")];

/// Whether a file looks like one of this format, by what it holds.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let look = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("\"denotations\"");
    // The text comes before, and may be long.
    let (head, tail) = (&file.bytes[..file.bytes.len().min(LOOK)], &file.bytes[file.bytes.len().saturating_sub(LOOK)..]);
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xEF\xBB\xBF".contains(byte));
    matches!(first, Some(b'{' | b'[')) && (look(head) || look(tail) || look(&file.bytes))
}

#[cfg(test)]
mod tests;
