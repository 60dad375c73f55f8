//! brat standoff: `003.txt` with the text, `003.ann` with a line for each thing said of it, and the two files that tell brat of the types.
//!
//! Limits are code points. Types, attributes and their values may be only ASCII letters, digits, `_` and `-`; what stands
//! for a name that is otherwise is written into a comment of `annotation.conf`, so that the name comes back.

mod conf;
mod line;
mod names;
mod pairs;
mod read;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;
use line::Line;

/// How much of a file is looked at.
const LOOK: usize = 4096;

/// Whether a file looks like one of this format, by what it holds. Of the texts see [`belongs`].
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let head = &file.bytes[..file.bytes.len().min(LOOK)];
    let head = String::from_utf8_lossy(head);
    let head = head.strip_prefix('\u{FEFF}').unwrap_or(&head);
    let mut lines = head.lines().filter(|line| !line.trim().is_empty());
    match lines.next() {
        Some(first) => Line::read(first).is_some() || is_conf(file, head),
        None => file.ends(".ann") && file.bytes.len() <= LOOK,
    }
}

/// Whether a file is the text of an `.ann`: it has its name, but for the ending.
#[must_use]
pub fn belongs(text: &InFile, ann: &InFile) -> bool {
    text.ends(".txt") && ann.ends(".ann") && pairs::key(&text.name) == pairs::key(&ann.name)
}

/// Whether a file tells of types, or how they look.
fn is_conf(file: &InFile, head: &str) -> bool {
    let section = |line: &str| {
        ["[entities]", "[relations]", "[events]", "[attributes]", "[labels]", "[drawing]", "[normalization]"]
            .contains(&line.trim())
    };
    file.ends(".conf") && head.lines().any(section)
}

#[cfg(test)]
mod tests;
