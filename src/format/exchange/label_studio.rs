//! Label Studio's tasks as JSON, and the labelling configuration that a project needs before it takes them.
//!
//! Limits count code points, as its page does. Several results with one id are one region: its label, then a value each of what
//! stands on it. Both of its JSON exports are read, and files of the time when annotations were called completions.

mod config;
mod min;
mod read;
mod region;
mod write;

pub use read::read;
pub use write::write;

use super::file::InFile;
use super::records::outline;

/// The name of the labels in the configuration.
const LABEL: &str = "label";
/// The name of the text in the configuration and of its field in a task.
const TEXT: &str = "text";
/// The name of the labels of the document.
const DOCUMENT: &str = "document";
/// The name of the field for names of what a region mentions.
const ENTITY: &str = "entity";
/// The name of the field for ids elsewhere of what a region mentions.
const LINK: &str = "link";
/// The relation from a piece of a span to the next.
const NEXT_PIECE: &str = "next_piece";
/// The kinds of results, and fields of values, that give a region its labels.
const LABELS: [&str; 3] = ["labels", "hypertextlabels", "paragraphlabels"];

/// Whether a file looks like one of this format: tasks with data and results, or a list of regions beside a text.
#[must_use]
pub fn claims(file: &InFile) -> bool {
    let first = outline(&file.bytes);
    let results = ["/annotations", "/completions", "/predictions"].iter().any(|field| first.has(field, b'['));
    let is_task = first.has("/data", b'{') && (results || first.has("/data/text", b'"'));
    let is_min = first.ends("[]/start", b'0') && LABELS.iter().any(|labels| first.ends(&format!("[]/{labels}"), b'['));
    is_task || (is_min && !first.has("/spans", b'['))
}

#[cfg(test)]
mod tests;
