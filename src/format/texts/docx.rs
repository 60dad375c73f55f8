//! Documents of Word's to plain text.

use super::{Fault, Page};

/// The words of a document.
///
/// # Errors
/// A [`Fault`] where the package or its XML is damaged.
pub fn page(_bytes: &[u8]) -> Result<Page, Fault> {
    Err(Fault::Zip)
}
