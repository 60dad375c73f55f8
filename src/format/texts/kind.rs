//! What a file is: by what it holds, then by its name's ending.

/// What texts are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text without markup.
    Plain,
    /// Markdown.
    Markdown,
    /// A page of the web.
    Html,
    /// A document of Word's, or of whatever writes like it.
    Docx,
    /// A book.
    Epub,
}

/// What a file is; `None` where it is no text. Any bytes may be given.
#[must_use]
pub fn kind_of(name: &str, bytes: &[u8]) -> Option<Kind> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if bytes.starts_with(b"PK\x03\x04") {
        return match ending.as_str() {
            "docx" => Some(Kind::Docx),
            "epub" => Some(Kind::Epub),
            _ => None,
        };
    }
    match ending.as_str() {
        "md" | "markdown" => Some(Kind::Markdown),
        "html" | "htm" | "xhtml" => Some(Kind::Html),
        "txt" | "text" | "" => Some(Kind::Plain),
        _ => None,
    }
}
