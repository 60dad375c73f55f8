//! Markdown to plain text.

use super::Page;

/// The words of a text in Markdown.
pub fn page(text: &str) -> Page {
    super::plain::page(text)
}
