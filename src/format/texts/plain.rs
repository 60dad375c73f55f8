//! Plain text: taken as it is.

use super::Page;

/// The text to the letter.
pub fn page(text: &str) -> Page {
    Page { text: text.to_owned(), ..Page::default() }
}
