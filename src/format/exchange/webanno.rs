//! WebAnno TSV 3.3: a token a line, a column for each feature of a layer, parts of tokens on lines of their own.
//!
//! Spans stand in the layer of named entities with the columns `identifier` and `value`, which INCEpTION has built in and the format's
//! other readers expect; relations in `custom.Relation`. INCEpTION refuses a whole file whose layers or features its
//! project has not, so nothing else is written. Limits count UTF-16 code units.

mod cells;
mod header;
mod marks;
mod read;
mod rows;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;

/// The layer of our spans.
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

/// Whether a file says that it is one.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let start = file.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&file.bytes);
    start.starts_with(b"#FORMAT=WebAnno TSV 3.")
}

#[cfg(test)]
mod tests;
