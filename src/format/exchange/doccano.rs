//! doccano's JSON lines: one document a line, in the form of sequence labelling, or of relations where there are some.
//!
//! doccano's page counts UTF-16 units (grapheme clusters where a project is set so), and its server stores the numbers
//! unread, so that scripts count code points. Which of them is written is a choice, and each line says it in a field `offset_unit`, which
//! doccano keeps among its metadata. Characters beyond ASCII are escaped: doccano's guess of a file's encoding goes wrong on
//! Arabic with emoji.

mod read;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;
use super::model::Unit;
use super::records::outline;

/// The field that says what limits count.
const UNIT: &str = "offset_unit";

/// Whether a file looks like one of this format: records with a text and limits beside it.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let first = outline(&file.bytes);
    let limits = ["/label[][]", "/labels[][]", "/entities[][]", "/entities[]/start_offset", "/annotations[]/start_offset"];
    let is_listed = limits.iter().any(|place| first.has(place, b'0'));
    let is_bare = first.has(&format!("/{UNIT}"), b'"') || (first.has("/entities", b'[') && first.has("/relations", b'['));
    // Labels of the whole text, and a text on which nothing stands.
    let is_plain = first.has("/label", b'[') && !first.has("/label[]", b'{');
    (first.has("/text", b'"') || first.has("/data", b'"')) && (is_listed || is_bare || is_plain)
}

/// How a unit is called in [`UNIT`].
const fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::CodePoint => "code_point",
        Unit::Utf16 => "utf-16",
        Unit::Byte => "byte",
        Unit::Grapheme => "grapheme",
    }
}

/// The unit of that name.
fn unit_named(name: &str) -> Option<Unit> {
    [Unit::CodePoint, Unit::Utf16, Unit::Byte, Unit::Grapheme].into_iter().find(|unit| unit_name(*unit) == name)
}

#[cfg(test)]
mod tests;
