//! Pages of the web to plain text.

use super::{Fault, Page};

/// The words of a page.
///
/// # Errors
/// [`Fault::TooDeep`] where its elements stand in one another too deep.
pub fn page(text: &str) -> Result<Page, Fault> {
    Ok(super::plain::page(text))
}
