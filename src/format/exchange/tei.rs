//! Being written.

use super::fault::Fault;
use super::file::{InFile, Reading, Written};
use super::model::Corpus;
use super::options::Options;

/// The corpus as files of this format.
#[must_use]
pub fn write(_corpus: &Corpus, _options: &Options) -> Written {
    Written::default()
}

/// Whether a file looks like one of this format, by what it holds.
#[must_use]
pub fn claims(_file: &InFile) -> bool {
    false
}

/// Reads files of this format.
///
/// # Errors
/// Says why nothing can be taken.
pub fn read(files: &[InFile]) -> Reading {
    Err(Fault::Unknown { file: files.first().map_or_else(String::new, |file| file.name.clone()) })
}
