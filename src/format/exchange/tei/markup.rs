//! Pieces of markup.

/// A text between tags or quotes; characters that XML 1.0 forbids become spaces.
#[must_use]
pub fn escaped(text: &str) -> String {
    let plain: String = text.chars().map(|character| if is_allowed(character) { character } else { ' ' }).collect();
    quick_xml::escape::escape(plain).into_owned()
}

/// Whether XML 1.0 allows a character.
#[must_use]
pub const fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// A feature whose value is a text.
#[must_use]
pub fn feature(name: &str, text: &str) -> String {
    format!("<f name=\"{name}\"><string>{}</string></f>", escaped(text))
}

/// A feature whose value is a structure of others.
#[must_use]
pub fn features(name: &str, inner: &str) -> String {
    format!("<f name=\"{name}\"><fs>{inner}</fs></f>")
}
