//! Being written.

use super::fault::Fault;
use super::file::{InFile, OutFile};

/// The files in a zip.
///
/// # Errors
/// Says why nothing can be taken.
pub fn unpack(file: &InFile) -> Result<Vec<InFile>, Fault> {
    Err(Fault::Broken { file: file.name.clone(), line: 0, syntax: "zip" })
}

/// Files as one zip.
#[must_use]
pub fn pack(_files: &[OutFile]) -> Vec<u8> {
    Vec::new()
}
