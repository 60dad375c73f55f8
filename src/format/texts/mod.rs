//! Documents out of files that people write in: plain text, Markdown, HTML, Word's DOCX, EPUB. What is read becomes the verbatim text of a document.
//!
//! [`kind_of`] tells what a file is, [`encodings`] in which encodings it may be read, best first, and [`pages`] gives its texts.
//! UTF-8 and UTF-16 are decoded here; the other two by the browser, whose decoder has them: then [`pages`] is given the decoded text.

mod book;
mod docx;
mod encoding;
mod epub;
mod fault;
mod html;
mod kind;
mod markdown;
mod plain;
mod xml;

pub use encoding::{Encoding, decoded, encodings};
pub use fault::{Fault, Remark};
pub use kind::{Kind, kind_of};

/// A text out of a file, and what is to be said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// What the file calls it; its name without the ending where it says nothing is for the caller.
    pub title: Option<String>,
    /// The text, as it becomes a document's.
    pub text: String,
    /// What of the file the text does not hold, or holds otherwise.
    pub remarks: Vec<Remark>,
}

/// What a file is read from.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// Its bytes: DOCX and EPUB always, the others where they are UTF-8 or UTF-16.
    Bytes(&'a [u8]),
    /// Its text, decoded by whoever calls: for [`Kind::Plain`], [`Kind::Markdown`] and [`Kind::Html`].
    Text(&'a str),
}

impl<'a> From<&'a [u8]> for Source<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a str> for Source<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

/// The texts in a file, in its order: one for each file but an EPUB, which has one for each part of its spine that has words.
///
/// The file's name is not needed yet, and faults are told without it.
///
/// # Errors
/// A [`Fault`] where nothing can be read; [`Fault::Encoding`] where bytes are neither UTF-8 nor UTF-16 and have to be decoded first.
pub fn pages<'a>(kind: Kind, _name: &str, source: impl Into<Source<'a>>) -> Result<Vec<Page>, Fault> {
    let source = source.into();
    let pages = match (kind, source) {
        (Kind::Docx, Source::Bytes(bytes)) => vec![docx::page(bytes)?],
        (Kind::Epub, Source::Bytes(bytes)) => epub::pages(bytes)?,
        (Kind::Docx | Kind::Epub, Source::Text(_)) => return Err(Fault::Zip),
        (_, Source::Text(text)) => vec![page(kind, text.strip_prefix('\u{FEFF}').unwrap_or(text))],
        (_, Source::Bytes(bytes)) => {
            let text = encodings(bytes).into_iter().find_map(|encoding| decoded(bytes, encoding)).ok_or(Fault::Encoding)?;
            vec![page(kind, &text)]
        }
    };
    if pages.iter().all(|page| page.text.trim().is_empty()) { Err(Fault::Empty) } else { Ok(pages) }
}

/// The text of a file that is no package.
fn page(kind: Kind, text: &str) -> Page {
    match kind {
        Kind::Markdown => markdown::page(text),
        Kind::Html => html::page(text),
        Kind::Plain | Kind::Docx | Kind::Epub => plain::page(text),
    }
}

/// What the package of a DOCX or an EPUB is called, out of its `dc:title`.
fn spoken_title(said: &mut Option<String>, words: &str) {
    let title = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if said.is_none() && !title.is_empty() {
        *said = Some(title);
    }
}

#[cfg(test)]
mod tests;
