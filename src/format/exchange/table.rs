//! Spans as a table, a row each, with what else there is in tables of its own.
//!
//! `spans.csv` and the same as `spans.tsv`; `documents.csv` with the texts; `relations.csv`, `events.csv`, `document_labels.csv` and
//! `links.csv` where there is something for them. Limits are code points, ends exclusive. A CSV begins with a byte order mark, without
//! which Excel garbles Arabic; its lines end in CR LF. A TSV has neither, and `\t`, `\n`, `\r` and `\\` for what would break it.

mod cells;
mod header;
mod packed;
mod read;
mod spans;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;
use header::Header;

/// How much of a file is looked at.
const LOOK: usize = 8192;

/// Whether a file looks like one of this format, by what it holds: its first line names columns.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let head = &file.bytes[..file.bytes.len().min(LOOK)];
    let head = String::from_utf8_lossy(head);
    let head = head.strip_prefix('\u{FEFF}').unwrap_or(&head);
    let line = head.lines().next().unwrap_or_default();
    !line.trim_start().starts_with(['{', '[', '<', '#']) && Header::of(line).is_some()
}

#[cfg(test)]
mod tests;
