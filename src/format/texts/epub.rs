//! Books to plain texts.

use super::{Fault, Page};

/// The words of a book, one page for each part of its spine that has any.
///
/// # Errors
/// A [`Fault`] where the package or its XML is damaged.
pub fn pages(_bytes: &[u8]) -> Result<Vec<Page>, Fault> {
    Err(Fault::Zip)
}
